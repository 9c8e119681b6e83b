import { type RefObject, useEffect, useRef, useState } from 'react';
import { printSlip } from './print-slip.ts';

export type Copied = 'yes' | 'byHand';

export interface KeptCode {
  readonly copied: Copied | undefined;
  /** For clients without a clipboard: its text is selected. */
  readonly byHand: RefObject<HTMLInputElement | null>;
  readonly copy: () => Promise<void>;
  readonly print: () => void;
}

async function written(code: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(code);
    return 'yes';
  } catch {
    return 'byHand';
  }
}

export function useKeptCode(code: string, onCopied: (copied: Copied) => void): KeptCode {
  const [copied, setCopied] = useState<Copied>();
  const byHand = useRef<HTMLInputElement>(null);
  const takeBack = useRef<() => void>(undefined);
  useEffect(() => () => takeBack.current?.(), []);
  useEffect(() => {
    if (copied === 'byHand') byHand.current?.select();
  }, [copied]);

  return {
    copied,
    byHand,
    async copy() {
      setCopied(undefined);
      const now = await written(code);
      setCopied(now);
      onCopied(now);
    },
    print() {
      takeBack.current?.();
      takeBack.current = printSlip(code);
    },
  };
}
