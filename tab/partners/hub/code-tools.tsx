import { useEffect, useId, useRef, useState } from 'react';
import { printSlip } from '../../report/print-slip.ts';
import { useHub } from '../frame/partner-context.ts';

/** Ways to keep a return code that is on the card: copied, or alone on paper. It goes nowhere else from here. */
export function CodeTools({ code }: { readonly code: string }) {
  const { say, announce } = useHub();
  const [hint, field] = [useId(), useId()];
  const [copied, setCopied] = useState<'yes' | 'byHand'>();
  const byHand = useRef<HTMLInputElement>(null);
  const takeBack = useRef<() => void>(undefined);
  useEffect(() => () => takeBack.current?.(), []);
  useEffect(() => {
    if (copied === 'byHand') byHand.current?.select();
  }, [copied]);

  const onCopy = async () => {
    setCopied(undefined);
    try {
      await navigator.clipboard.writeText(code);
      setCopied('yes');
      announce(say('inside.codeCopied'));
    } catch {
      setCopied('byHand');
      announce(say('inside.codeByHand'));
    }
  };
  const onPrint = () => {
    takeBack.current?.();
    takeBack.current = printSlip(code);
  };
  return (
    <div className="tools">
      <div className="row">
        <button type="button" aria-describedby={hint} onClick={() => void onCopy()}>
          {say('inside.codeCopy')}
        </button>
        <button type="button" aria-describedby={hint} onClick={onPrint}>
          {say('inside.codePrint')}
        </button>
      </div>
      <p id={hint}>{say('inside.codeHint')}</p>
      {copied && <p>{say(copied === 'yes' ? 'inside.codeCopied' : 'inside.codeByHand')}</p>}
      {copied === 'byHand' && (
        <>
          <label htmlFor={field}>{say('inside.code')}</label>
          <input id={field} ref={byHand} type="text" readOnly value={code} autoComplete="off" spellCheck={false} />
        </>
      )}
    </div>
  );
}
