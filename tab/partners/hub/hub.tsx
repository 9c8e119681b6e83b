import { useCallback, useEffect, useRef, useState } from 'react';
import { useHub } from '../frame/partner-context.ts';
import { PaperForm } from './paper-form.tsx';
import { Talk } from './talk.tsx';

export default function Hub() {
  const { say, announce } = useHub();
  const [flow, setFlow] = useState<'report' | 'comeBack'>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (flow === undefined) heading.current?.focus();
  }, [flow]);
  const end = useCallback(
    (isDone: boolean) => {
      setFlow(undefined);
      if (isDone) announce(say('inside.over'));
    },
    [announce, say],
  );
  const title = flow === 'comeBack' ? 'inside.comeBack' : 'frame.title';
  return (
    <div className="hub">
      <h1 ref={heading} tabIndex={-1}>
        {say(title)}
      </h1>
      {flow && <Talk flow={flow} onEnd={end} />}
      {flow === undefined && (
        <>
          <p>{say('inside.intro')}</p>
          <div className="row">
            <button type="button" className="first" onClick={() => setFlow('report')}>
              {say('inside.begin')}
            </button>
            <button type="button" onClick={() => setFlow('comeBack')}>
              {say('inside.comeBack')}
            </button>
          </div>
          <PaperForm />
        </>
      )}
    </div>
  );
}
