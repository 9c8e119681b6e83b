import { useCallback, useEffect, useRef, useState } from 'react';
import { useHub } from '../ui/partner-context.ts';
import { Talk } from './conversation.tsx';
import { loadPart } from '../../ui/lazy-loader.ts';
import { saveFile } from '../../ui/save-file.ts';
import { Problem } from '../ui/notice.tsx';

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

function PaperForm() {
  const { say, call, language } = useHub();
  const [isMaking, setMaking] = useState(false);
  const [said, setSaid] = useState('');
  const [isMissing, setMissing] = useState(false);

  async function make(): Promise<void> {
    if (isMaking) return;
    setMaking(true);
    setSaid(say('inside.paperMaking'));
    setMissing(false);
    try {
      const part = await loadPart('report/paper-form-file.ts', () => import('./paper-form-file.ts')).catch(
        () => undefined,
      );
      setMissing(part === undefined);
      const made = await part?.makeForm(call, language);
      const name = `form-${language}.pdf`;
      if (made) saveFile(name, made);
      setSaid(made ? say('inside.paperMade', { name }) : say('inside.paperFailed'));
    } catch {
      setSaid(say('inside.paperFailed'));
    }
    setMaking(false);
  }

  return (
    <section>
      <h2>{say('inside.paperHeading')}</h2>
      <p>{say('inside.paper')}</p>
      <p>{say('inside.paperType')}</p>
      <button type="button" aria-disabled={isMaking} onClick={() => void make()}>
        {say('inside.paperMake')}
      </button>
      <p role="status">{!isMissing && said}</p>
      {isMissing && <Problem word="frame.partMissing" />}
    </section>
  );
}
