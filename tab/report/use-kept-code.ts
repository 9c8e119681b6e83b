import { type RefObject, useEffect, useRef, useState } from 'react';
import { printSlip } from './print-slip.ts';

/** How a return code was copied: by the page, or left to be copied by hand. */
export type Copied = 'yes' | 'byHand';

/** Ways to keep a return code: copied, or alone on paper. It goes nowhere else from here. */
export interface KeptCode {
  /** Missing before, and while it is under way. */
  readonly copied: Copied | undefined;
  /** A field with the code, for those whose client gives a page no clipboard: what it holds is selected. */
  readonly byHand: RefObject<HTMLInputElement | null>;
  readonly copy: () => Promise<void>;
  readonly print: () => void;
}

async function written(code: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(code);
    return 'yes';
  } catch {
    // Some clients of Teams give a page no clipboard.
    return 'byHand';
  }
}

/** Keeps a code as somebody asks for it. `onCopied` is told how it was copied. */
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
