import { makeStyles, tokens } from '@fluentui/react-components';
import { actionOf, type EventRecord, type NoteReader } from '../../concerns/event-record.ts';
import { momentText } from '../app/day-text.ts';
import { eventText, loggedActionText } from '../app/event-text.ts';
import { useTab } from '../app/tab-context.ts';
import type { WordKey } from '../words/say.ts';
import { useDesk } from './case-desk.ts';
import { Panel } from './panel.tsx';

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
} as const satisfies Record<NoteReader, WordKey>;

/** Everything that happened to a case, in its order. */
export function HistorySection() {
  const tab = useTab();
  const { say, language, me } = tab;
  const styles = useStyles();
  const { view } = useDesk();
  return (
    <Panel
      level={2}
      heading={say('history.heading')}
      summary={say('history.summary', { count: view.events.length })}
      isOpenFirst
    >
      <p>{say('history.intro')}</p>
      <ol className={styles.history}>
        {view.events.map((event) => (
          <li key={event.sequence} value={event.sequence}>
            <p>{eventText(tab, event, view.people)}</p>
            <p className={styles.beside}>
              {momentText(language, event.at, me.timeZone)}.{' '}
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
  const { view, words, opened } = useDesk();
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
