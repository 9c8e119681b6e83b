import { useId } from 'react';
import { useKeptCode } from '../../report/use-kept-code.ts';
import { useHub } from '../frame/partner-context.ts';

export function CodeTools({ code }: { readonly code: string }) {
  const { say, announce } = useHub();
  const [hint, field] = [useId(), useId()];
  const { copied, byHand, copy, print } = useKeptCode(code, (how) =>
    announce(say(how === 'yes' ? 'inside.codeCopied' : 'inside.codeByHand')),
  );
  return (
    <div className="tools">
      <div className="row">
        <button type="button" aria-describedby={hint} onClick={() => void copy()}>
          {say('inside.codeCopy')}
        </button>
        <button type="button" aria-describedby={hint} onClick={print}>
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
