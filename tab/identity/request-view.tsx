import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { type CaseId, showCaseId } from '../../concerns/terms/codes.ts';
import { showMoment } from '../../words/days.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { IdentityRequestView } from '../../contract/identities.ts';
import { personName } from '../parts/person-name.ts';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { newRequestId } from '../parts/request-ids.ts';
import { useTab } from '../parts/tab-context.ts';
import { RequestDecision } from './request-decision.tsx';
import type { Shown } from './shown-identity.tsx';
import { type RequestWords, useRequestWords } from './use-request-words.ts';

const useStyles = makeStyles({
  shown: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  beside: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface RequestViewProps {
  readonly caseId: CaseId;
  /** The reason is fetched once the custodians' key is open. */
  readonly isUnlocked: boolean;
  readonly isShown: boolean;
  readonly onOpened: (shown: Shown) => void;
  readonly onChanged: () => void;
  readonly onEnded: (words: string) => void;
}

/**
 * Fetches the reason once the key is open, which the server records. Typed words stay if the key locks or a reload
 * fails.
 */
export function RequestView({ caseId, isUnlocked, isShown, onOpened, onChanged, onEnded }: RequestViewProps) {
  const styles = useStyles();
  const { say, call } = useTab();
  const [view, setView] = useState<IdentityRequestView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useRequestWords(view);
  const id = useId();

  const load = useCallback(async () => {
    const answer = await call('identity.consider', { caseId, request: newRequestId() });
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) setView(answer.value);
  }, [call, caseId]);
  const isToRead = isUnlocked && isShown && view === undefined;
  useEffect(() => {
    if (isToRead) void load();
  }, [load, isToRead]);
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className={styles.shown} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        {say('request.caseHeading', { reference: showCaseId(caseId) })}
      </h3>
      {refusal && <RefusalNotice refusal={refusal} again={{ words: say('request.again'), run: () => void load() }} />}
      {view === undefined && !isUnlocked && <p>{say('request.unlockFirst')}</p>}
      {isToRead && refusal === undefined && <Spinner size="tiny" label={say('request.loading')} />}
      {view && (
        <>
          {view.entries.map((entry) => (
            <Entry key={entry.sequence} entry={entry} view={view} words={words} />
          ))}
          <RequestDecision
            view={view}
            onOpened={onOpened}
            onEnded={onEnded}
            onAgreed={() => {
              void load();
              onChanged();
            }}
          />
        </>
      )}
    </section>
  );
}

function Entry(props: {
  readonly entry: IdentityRequestView['entries'][number];
  readonly view: IdentityRequestView;
  readonly words: RequestWords;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { say, language, me } = tab;
  const { by, at, words } = props.entry;
  const opened = props.words.get(words.digest);
  return (
    <div>
      <p className={styles.beside}>
        {say('request.wordsOf', { name: personName(tab, by, props.view.people) })},{' '}
        {showMoment(language, at, me.timeZone)}
      </p>
      {opened === undefined && <p>{say('request.locked')}</p>}
      {opened !== undefined && opened.text === undefined && <p>{say('request.wordsClosed')}</p>}
      {opened?.text !== undefined && (
        <p className={styles.words} dir="auto" translate="no">
          {opened.text}
        </p>
      )}
    </div>
  );
}
