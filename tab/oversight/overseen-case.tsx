import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CaseId, showCaseId } from '../../concerns/terms/codes.ts';
import { showMoment } from '../../words/days.ts';
import { eventText } from '../parts/event-text.ts';
import { Notice } from '../parts/notice.tsx';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { OverseenView } from '../../contract/oversight.ts';
import { AgreeClosingForm } from './agree-closing-form.tsx';
import { LetInForm } from './let-in-form.tsx';
import { TakeOverForm } from './take-over-form.tsx';
import { useReasons } from './use-reasons.ts';

const useStyles = makeStyles({
  shown: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  entries: { margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  beside: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Fetched each time it is shown, which the server records in the case's history. */
export function OverseenCase({ caseId }: { readonly caseId: CaseId }) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call, language, me } = tab;
  const [view, setView] = useState<OverseenView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isTaken, setTaken] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const reasons = useReasons(view);

  const load = useCallback(async () => {
    const answer = await call('oversight.overseeCase', { caseId });
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) setView(answer.value);
  }, [call, caseId]);
  useEffect(() => {
    void load();
    heading.current?.focus();
  }, [load]);

  return (
    <section className={styles.shown} aria-labelledby="overseen-case">
      <h2 id="overseen-case" ref={heading} tabIndex={-1} className={styles.title}>
        {say('oversight.heading', { reference: showCaseId(caseId) })}
      </h2>
      {refusal && (
        <RefusalNotice refusal={refusal} again={{ words: say('oversight.tryAgain'), run: () => void load() }} />
      )}
      {view === undefined && refusal === undefined && <Spinner size="tiny" label={say('oversight.loading')} />}
      {isTaken && (
        <Notice tone="good" role="status">
          <p>{say('oversight.takenOver')}</p>
        </Notice>
      )}
      {view && !isTaken && (
        <>
          <ol className={styles.entries}>
            {view.entries.map((entry) => (
              <li key={entry.sequence} value={entry.sequence}>
                <p className={styles.words}>{eventText(tab, entry, view.people)}</p>
                <p className={styles.beside}>{showMoment(language, entry.at, me.timeZone)}</p>
                {entry.reason && <Reason reason={reasons.get(entry.reason.digest)} />}
              </li>
            ))}
          </ol>
          <Text>{say('oversight.whatNow')}</Text>
          {view.toAgree && <AgreeClosingForm view={view} toAgree={view.toAgree} onAgreed={load} />}
          {view.takeover && (
            <TakeOverForm view={view} by={view.takeover.by} onAsked={load} onTaken={() => setTaken(true)} />
          )}
          <LetInForm view={view} onLetIn={load} />
        </>
      )}
    </section>
  );
}

function Reason({ reason }: { readonly reason: { readonly text?: string } | undefined }) {
  const styles = useStyles();
  const { say } = useTab();
  if (reason === undefined) return <p className={styles.beside}>{say('oversight.reasonLocked')}</p>;
  if (reason.text === undefined) return <p className={styles.beside}>{say('oversight.reasonClosed')}</p>;
  return (
    <>
      <p className={styles.beside}>{say('oversight.reason')}</p>
      <p className={styles.words} dir="auto" translate="no">
        {reason.text}
      </p>
    </>
  );
}
