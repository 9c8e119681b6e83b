import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import {
  historyPageSize,
  loggedActionByKind,
  type EventRecord,
  type HistoryCategory,
  historyCategories,
  type NoteReader,
} from '../../core/model/event-record.ts';
import { parseDatedNote } from '../../core/model/dated-note.ts';
import type { Refusal, HistoryEntriesView } from '../../contract/operation-answers.ts';
import { formatDay, formatTimestamp } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { eventText, loggedActionText } from '../ui/event-text.ts';
import { SelectField } from '../ui/form-fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { mergeHistoryEntries, type FetchedCategory, mergeHistoryCategory } from './merge-history.ts';

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

const readerWords = {
  handlers: 'history.forHandlers',
  assignee: 'history.forAssignee',
  self: 'history.forSelf',
  custodians: 'history.forCustodians',
  oversight: 'history.forOversight',
} as const satisfies Record<NoteReader, WordKey>;

const historyCategoryWords = {
  log: 'history.partLog',
  openings: 'history.partOpenings',
  messages: 'history.partMessages',
  course: 'history.partCourse',
} as const satisfies Record<HistoryCategory, WordKey>;

export function HistoryPanel() {
  const tab = useTab();
  const { translate: say, language, me } = tab;
  const styles = useStyles();
  const { view } = useCaseContext();
  const id = useId();
  const [part, setPart] = useState<HistoryCategory>();
  const { entries, before, people, isWaiting, refusal, choose, showEarlier } = useCaseHistory(part, setPart);
  const list = useRef<HTMLOListElement>(null);
  const showMore = async (): Promise<void> => {
    // Or the focus would go with the button.
    if (await showEarlier()) list.current?.focus();
  };
  return (
    <Panel
      level={2}
      heading={say('history.heading')}
      summary={say('history.summary', { count: view.record.chain.sequence })}
      isInitiallyOpen
    >
      <p>{say('history.intro')}</p>
      <SelectField
        id={id}
        label={say('history.show')}
        blank={say('history.partAll')}
        value={part ?? ''}
        onValue={(value) => void choose(historyCategories.find((one) => one === value))}
        options={historyCategories.map((value) => ({ value, text: say(historyCategoryWords[value]) }))}
      />
      {part !== undefined && before !== undefined && <p>{say('history.partMore')}</p>}
      {before !== undefined && (
        <div>
          <Button disabledFocusable={isWaiting} onClick={() => void showMore()}>
            {say('history.earlier')}
          </Button>
        </div>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      {entries.length === 0 && before === undefined && <p>{say('history.partNone')}</p>}
      <ol ref={list} tabIndex={-1} aria-label={say('history.heading')} className={styles.history}>
        {entries.map((event) => {
          const action =
            Object.hasOwn(loggedActionByKind, event.kind) && loggedActionText(say, loggedActionByKind[event.kind]);
          return (
            <li key={event.sequence} value={event.sequence}>
              <p>{eventText(tab, event, people)}</p>
              <p className={styles.beside}>
                {formatTimestamp(language, event.at, me.timeZone)}.{action && ` ${say('history.action', { action })}`}
              </p>
              {event.note !== undefined && event.kind !== 'identityShared' && (
                <EventNote event={event} note={event.note} />
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function EventNote({ event, note }: { readonly event: EventRecord; readonly note: NonNullable<EventRecord['note']> }) {
  const { translate: say, language } = useTab();
  const styles = useStyles();
  const { view, textsByDigest, decryptedCase } = useCaseContext();
  const decrypted = textsByDigest.get(note.digest);
  const { happenedOn, text } = decrypted === undefined ? {} : parseDatedNote(event.kind, decrypted);
  const isGone = view.record.erasedOn !== undefined && event.kind !== 'erased';

  function undecryptedReason(): WordKey {
    if (isGone) return 'history.gone';
    if (decryptedCase === undefined) return 'history.closed';
    if (event.sequence > decryptedCase.record.chain.sequence) return 'history.later';
    return decryptedCase.undecryptedNotes.some(({ sequence }) => sequence === event.sequence)
      ? 'history.doesNotOpen'
      : 'history.notForYou';
  }
  return (
    <div className={styles.note}>
      <span className={styles.beside}>{say('history.noteFor', { readers: say(readerWords[note.for]) })}</span>
      {happenedOn !== undefined && <p>{say('history.happened', { day: formatDay(language, happenedOn) })}</p>}
      {text === undefined ? (
        <p className={styles.beside}>{say(undecryptedReason())}</p>
      ) : (
        <p dir="auto" translate="no">
          {text}
        </p>
      )}
    </div>
  );
}

/** By kinds, so that it is not only the entries that the page holds. */
function useCaseHistory(part: HistoryCategory | undefined, setPart: (part: HistoryCategory | undefined) => void) {
  const { call, translate: say, announce } = useTab();
  const { view } = useCaseContext();
  const [earlier, setEarlier] = useState<readonly HistoryEntriesView[]>([]);
  const [fetched, setFetched] = useState<FetchedCategory>();
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { caseId } = view.record;
  // A later view holds only the end of the history, so entries once shown stay.
  const seen = useRef<readonly EventRecord[]>([]);
  const lastRequest = useRef(0);
  const known = mergeHistoryEntries([
    seen.current.filter((event) => event.caseId === caseId),
    ...earlier.map(({ events }) => events),
    view.events,
  ]);
  useEffect(() => {
    seen.current = known.entries;
  }, [known.entries]);
  const shown = part === undefined ? known : mergeHistoryCategory(known, part, fetched);

  async function fetchPageBefore(
    before: number,
    of: HistoryCategory | undefined,
  ): Promise<HistoryEntriesView | undefined> {
    lastRequest.current += 1;
    const own = lastRequest.current;
    setWaiting(true);
    const page = await call('case.viewEarlier', { caseId, before, ...(of && { part: of }) });
    if (lastRequest.current !== own) return undefined;
    setWaiting(false);
    setRefusal(page.ok ? undefined : page.refusal);
    return page.ok ? page.value : undefined;
  }

  async function fetchCategory(
    of: HistoryCategory,
    before: number,
    previous: FetchedCategory | undefined,
  ): Promise<boolean> {
    const page = await fetchPageBefore(before, of);
    if (page === undefined) return false;
    const next: FetchedCategory = {
      part: of,
      from: previous?.from ?? before,
      pages: [...(previous?.pages ?? []), page],
    };
    setFetched(next);
    announce(say('history.shown', { count: mergeHistoryCategory(known, of, next).entries.length }));
    return page.events.length < historyPageSize;
  }

  return {
    ...shown,
    people: [...view.people, ...[...earlier, ...(fetched?.pages ?? [])].flatMap((page) => page.people)],
    isWaiting,
    refusal,
    choose: async (of: HistoryCategory | undefined) => {
      lastRequest.current += 1;
      setWaiting(false);
      setRefusal(undefined);
      setPart(of);
      if (of === undefined) return;
      const those = mergeHistoryCategory(known, of, fetched);
      if (known.before !== undefined && those.before === known.before) await fetchCategory(of, known.before, undefined);
      else announce(say('history.shown', { count: those.entries.length }));
    },
    showEarlier: async () => {
      if (shown.before === undefined || isWaiting) return false;
      if (part !== undefined)
        return fetchCategory(part, shown.before, shown.before === known.before ? undefined : fetched);
      const page = await fetchPageBefore(shown.before, undefined);
      if (page === undefined) return false;
      setEarlier((pages) => [...pages, page]);
      announce(say('history.shown', { count: known.entries.length + page.events.length }));
      return page.events[0]?.sequence === 1;
    },
  };
}
