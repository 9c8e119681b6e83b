import { type RefObject, useEffect, useRef, useState } from 'react';

type CopyResult = 'yes' | 'byHand';

interface ReturnCodeControls {
  readonly copied: CopyResult | undefined;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly copy: () => Promise<void>;
  readonly print: () => void;
}

async function copyToClipboard(code: string): Promise<CopyResult> {
  try {
    await navigator.clipboard.writeText(code);
    return 'yes';
  } catch {
    return 'byHand';
  }
}

export function useReturnCodeActions(code: string, onCopied: (copied: CopyResult) => void): ReturnCodeControls {
  const [copied, setCopied] = useState<CopyResult>();
  const inputRef = useRef<HTMLInputElement>(null);
  const removeSlip = useRef<() => void>(undefined);
  useEffect(() => () => removeSlip.current?.(), []);
  useEffect(() => {
    if (copied === 'byHand') inputRef.current?.select();
  }, [copied]);

  return {
    copied,
    inputRef,
    async copy() {
      setCopied(undefined);
      const now = await copyToClipboard(code);
      setCopied(now);
      onCopied(now);
    },
    print() {
      removeSlip.current?.();
      removeSlip.current = printSlip(code);
    },
  };
}

const blankTitle = '\u00a0';

/** Without a heading or title, also in a printer's list. Returns how to remove it if no client prints it. */
function printSlip(text: string): () => void {
  const { title, documentElement, body } = document;
  const slip = document.createElement('div');
  slip.className = 'slip';
  slip.textContent = text;
  body.append(slip);
  documentElement.classList.add('prints-slip');
  document.title = blankTitle;
  const cleanUp = (): void => {
    window.removeEventListener('afterprint', cleanUp);
    slip.remove();
    documentElement.classList.remove('prints-slip');
    if (document.title === blankTitle || document.title === '') document.title = title;
  };
  window.addEventListener('afterprint', cleanUp);
  window.print();
  return cleanUp;
}
