import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { toDay } from '../../core/model/calendar.ts';
import { parseDatedNote } from '../../core/model/dated-note.ts';
import type { EventKind, EventRecord } from '../../core/model/event-record.ts';
import { formatDay, formatTimestamp } from '../../words/date-format.ts';
import { eventText } from '../ui/event-text.ts';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { useWholeHistory } from './use-whole-history.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
  },
  note: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  text: { whiteSpace: 'pre-wrap' },
  beside: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const caseKinds: readonly EventKind[] = [
  'received',
  'acknowledged',
  'triaged',
  'referralDecided',
  'closed',
  'reopened',
];

interface Moment {
  readonly day: string;
  readonly event: EventRecord;
  /** If the day is one that a note carries. */
  readonly text?: string;
}

/** Notes by the day that they are about, among the days of the case. Built in the page: the days are sealed. */
export default function ChronologyPanel() {
  const tab = useTab();
  const { translate: say, language, me } = tab;
  const styles = useStyles();
  const { view, decryptedCase, textsByDigest, openReport } = useCaseContext();
  const { entries, isWhole, people } = useWholeHistory();
  const moments = entries
    .flatMap((event): Moment | [] => {
      const decrypted = event.note && textsByDigest.get(event.note.digest);
      const dated = decrypted === undefined ? undefined : parseDatedNote(event.kind, decrypted);
      if (dated?.happenedOn !== undefined) return { day: dated.happenedOn, event, text: dated.text };
      if (!caseKinds.includes(event.kind)) return [];
      const instant = new Date(event.at);
      return { day: event.at.includes('T') ? toDay(instant, me.timeZone) : event.at, event };
    })
    .toSorted((one, other) =>
      one.day < other.day ? -1 : one.day > other.day ? 1 : one.event.sequence - other.event.sequence,
    );
  const count = moments.filter(({ text }) => text !== undefined).length;
  const isLater = entries.some(
    ({ note, sequence }) =>
      note !== undefined && !textsByDigest.has(note.digest) && sequence > (decryptedCase?.record.chain.sequence ?? 0),
  );
  return (
    <Panel
      heading={say('chronology.heading')}
      summary={decryptedCase === undefined || count === 0 ? '' : say('chronology.count', { count })}
    >
      {decryptedCase === undefined ? (
        <p>{say('chronology.closed')}</p>
      ) : (
        <>
          <p>{say('chronology.intro', { panel: say('work.notesHeading') })}</p>
          {(!isWhole || isLater) && (
            <>
              <p>{say('exhibits.notWhole')}</p>
              <div>
                <Button onClick={() => void openReport()}>{say('case.openAgain')}</Button>
              </div>
            </>
          )}
          <ol className={styles.list} aria-label={say('chronology.heading')}>
            {moments.map(({ day, event, text }) => (
              <li key={event.sequence} className={text === undefined ? undefined : styles.note}>
                <p>
                  <strong>{formatDay(language, day)}</strong>
                </p>
                {text === undefined ? (
                  <p>{eventText(tab, event, people)}</p>
                ) : (
                  <>
                    <p className={styles.text} dir="auto" translate="no">
                      {text}
                    </p>
                    <p className={styles.beside}>
                      {say('chronology.noted', {
                        who: personName(tab, event.by, [...people, ...view.people]),
                        at: formatTimestamp(language, event.at, me.timeZone),
                      })}
                    </p>
                  </>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}
