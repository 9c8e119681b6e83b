import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { actionOf, type EventRecord, type NoteReader } from '../../concerns/records/event-record.ts';
import { showMoment } from '../../words/days.ts';
import { eventText, loggedActionText } from '../parts/event-text.ts';
import { useTab } from '../parts/tab-context.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import type { Refusal, ShownEntries } from '../../contract/answers.ts';
import { useCaseContext } from './case-context.ts';
import { EarlierButton } from './earlier-button.tsx';
import { entriesTogether } from './entries-together.ts';
import { Panel } from '../parts/panel.tsx';

const useStyles = makeStyles({
  history: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXXL,
    overflowWrap: 'anywhere',
  },
  beside: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  note: {
    whiteSpace: 'pre-wrap',
    marginTop: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
});

const readers = {
  handlers: 'history.forHandlers',
  assignee: 'history.forAssignee',
  self: 'history.forSelf',
  custodians: 'history.forCustodians',
  oversight: 'history.forOversight',
} as const satisfies Record<NoteReader, WordKey>;

/** The entries that are shown: the last ones, and those before that somebody asked for. */
function useEntries() {
  const { call, say, announce } = useTab();
  const { view } = useCaseContext();
  const [earlier, setEarlier] = useState<readonly ShownEntries[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { caseId } = view.record;
  // What was shown stays: a view that comes later holds the end of the history alone.
  const seen = useRef<readonly EventRecord[]>([]);
  const { entries, before } = entriesTogether([
    seen.current.filter((event) => event.caseId === caseId),
    ...earlier.map(({ events }) => events),
    view.events,
  ]);
  useEffect(() => {
    seen.current = entries;
  }, [entries]);

  const showEarlier = async (): Promise<number | undefined> => {
    if (before === undefined || isWaiting) return before;
    setWaiting(true);
    const page = await call('case.viewEarlier', { caseId, before });
    setWaiting(false);
    setRefusal(page.ok ? undefined : page.refusal);
    if (!page.ok) return before;
    setEarlier((shown) => [...shown, page.value]);
    announce(say('history.shown', { count: entries.length + page.value.events.length }));
    return page.value.events[0]?.sequence;
  };
  const people = [...view.people, ...earlier.flatMap((page) => page.people)];
  return { entries, before, people, isWaiting, refusal, showEarlier };
}

/** Everything that happened to a case, in its order: the end of it, and what is before for whoever asks. */
export function HistorySection() {
  const tab = useTab();
  const { say, language, me } = tab;
  const styles = useStyles();
  const { view } = useCaseContext();
  const { entries, before, people, isWaiting, refusal, showEarlier } = useEntries();
  const list = useRef<HTMLOListElement>(null);
  const more = async (): Promise<void> => {
    const first = await showEarlier();
    // The button goes with the last of them, and would take the focus with it.
    if (first === 1) list.current?.focus();
  };
  return (
    <Panel
      level={2}
      heading={say('history.heading')}
      summary={say('history.summary', { count: view.record.chain.sequence })}
      isOpenFirst
    >
      <p>{say('history.intro')}</p>
      {before !== undefined && (
        <EarlierButton words={say('history.earlier')} isWaiting={isWaiting} onMore={() => void more()} />
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      <ol ref={list} tabIndex={-1} aria-label={say('history.heading')} className={styles.history}>
        {entries.map((event) => (
          <li key={event.sequence} value={event.sequence}>
            <p>{eventText(tab, event, people)}</p>
            <p className={styles.beside}>
              {showMoment(language, event.at, me.timeZone)}.{' '}
              {say('history.action', { action: loggedActionText(say, actionOf[event.kind]) })}
            </p>
            {event.note !== undefined && event.kind !== 'identityShared' && (
              <EventNote event={event} note={event.note} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The words beside an entry, where the held keys open them, and else for whom they are. */
function EventNote({ event, note }: { readonly event: EventRecord; readonly note: NonNullable<EventRecord['note']> }) {
  const { say } = useTab();
  const styles = useStyles();
  const { view, words, opened } = useCaseContext();
  const text = words.get(note.digest);
  const isGone = view.record.erasedOn !== undefined && event.kind !== 'erased';

  function whyClosed(): WordKey {
    if (isGone) return 'history.gone';
    if (opened === undefined) return 'history.closed';
    return event.sequence > opened.record.chain.sequence ? 'history.later' : 'history.notForYou';
  }
  return (
    <div className={styles.note}>
      <span className={styles.beside}>{say('history.noteFor', { readers: say(readers[note.for]) })}</span>
      {text === undefined ? (
        <p className={styles.beside}>{say(whyClosed())}</p>
      ) : (
        <p dir="auto" translate="no">
          {text}
        </p>
      )}
    </div>
  );
}
