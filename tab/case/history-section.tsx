import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import {
  actionOf,
  type EventRecord,
  type HistoryPart,
  historyParts,
  type NoteReader,
} from '../../concerns/records/event-record.ts';
import { showMoment } from '../../words/days.ts';
import { eventText, loggedActionText } from '../parts/event-text.ts';
import { useTab } from '../parts/tab-context.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { SelectField } from '../parts/fields.tsx';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { useCaseContext } from './case-context.ts';
import { EarlierButton } from './earlier-button.tsx';
import { Panel } from '../parts/panel.tsx';
import { useHistory } from './use-history.ts';

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

const parts = {
  log: 'history.partLog',
  openings: 'history.partOpenings',
  messages: 'history.partMessages',
  course: 'history.partCourse',
} as const satisfies Record<HistoryPart, WordKey>;

export function HistorySection() {
  const tab = useTab();
  const { say, language, me } = tab;
  const styles = useStyles();
  const { view } = useCaseContext();
  const id = useId();
  const [part, setPart] = useState<HistoryPart>();
  const { entries, before, people, isWaiting, refusal, choose, showEarlier } = useHistory(part, setPart);
  const list = useRef<HTMLOListElement>(null);
  const more = async (): Promise<void> => {
    // The button goes with the last page, and would take the focus with it.
    if (await showEarlier()) list.current?.focus();
  };
  return (
    <Panel
      level={2}
      heading={say('history.heading')}
      summary={say('history.summary', { count: view.record.chain.sequence })}
      isOpenFirst
    >
      <p>{say('history.intro')}</p>
      <SelectField
        id={id}
        label={say('history.show')}
        blank={say('history.partAll')}
        value={part ?? ''}
        onValue={(value) => void choose(historyParts.find((one) => one === value))}
        options={historyParts.map((value) => ({ value, text: say(parts[value]) }))}
      />
      {part !== undefined && before !== undefined && <p>{say('history.partMore')}</p>}
      {before !== undefined && (
        <EarlierButton words={say('history.earlier')} isWaiting={isWaiting} onMore={() => void more()} />
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      {entries.length === 0 && before === undefined && <p>{say('history.partNone')}</p>}
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

function EventNote({ event, note }: { readonly event: EventRecord; readonly note: NonNullable<EventRecord['note']> }) {
  const { say } = useTab();
  const styles = useStyles();
  const { view, words, opened } = useCaseContext();
  const text = words.get(note.digest);
  const isGone = view.record.erasedOn !== undefined && event.kind !== 'erased';

  function whyClosed(): WordKey {
    if (isGone) return 'history.gone';
    if (opened === undefined) return 'history.closed';
    if (event.sequence > opened.record.chain.sequence) return 'history.later';
    return opened.closedNotes.some(({ sequence }) => sequence === event.sequence)
      ? 'history.doesNotOpen'
      : 'history.notForYou';
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
