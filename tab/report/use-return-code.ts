import { type RefObject, useEffect, useRef, useState } from 'react';

type Copied = 'yes' | 'byHand';

interface KeptCode {
  readonly copied: Copied | undefined;
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

const unnamed = '\u00a0';

/**
 * Prints a text alone: no heading, no title beside it or in a printer's list. Uses `print-slip.css`. Returns how to
 * take it out if no client prints it.
 */
function printSlip(text: string): () => void {
  const { title, documentElement, body } = document;
  const slip = document.createElement('div');
  slip.className = 'slip';
  slip.textContent = text;
  body.append(slip);
  documentElement.classList.add('prints-slip');
  document.title = unnamed;
  const over = (): void => {
    window.removeEventListener('afterprint', over);
    slip.remove();
    documentElement.classList.remove('prints-slip');
    if (document.title === unnamed || document.title === '') document.title = title;
  };
  window.addEventListener('afterprint', over);
  window.print();
  return over;
}
