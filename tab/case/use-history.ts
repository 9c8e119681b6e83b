import { useEffect, useRef, useState } from 'react';
import type { EventRecord } from '../../concerns/records/event-record.ts';
import { entriesShown, type HistoryPart } from '../../concerns/terms/history-terms.ts';
import type { Refusal, ShownEntries } from '../../contract/answers.ts';
import type { ShownPerson } from '../../contract/shown-person.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { entriesTogether } from './entries-together.ts';
import { partTogether, type FetchedPart } from './part-together.ts';

/** The entries of a history that the page shows, and how those before them are asked for. */
export interface HistoryOnPage {
  readonly entries: readonly EventRecord[];
  /** The place before which more is asked for, `undefined` where nothing is before. */
  readonly before: number | undefined;
  readonly people: readonly ShownPerson[];
  readonly isWaiting: boolean;
  readonly refusal: Refusal | undefined;
  /** Looks at one part of the history, or at all of it. What of a part is not on the page yet is asked for. */
  readonly choose: (part: HistoryPart | undefined) => Promise<void>;
  /** Asks for what is before; true where that was all. */
  readonly showEarlier: () => Promise<boolean>;
}

/**
 * Gives the entries that are shown: the last ones, and those before that somebody asked for. A part of them is asked for
 * by its kinds, so that it is not only what happens to be on the page.
 */
export function useHistory(
  part: HistoryPart | undefined,
  setPart: (part: HistoryPart | undefined) => void,
): HistoryOnPage {
  const { call, say, announce } = useTab();
  const { view } = useCaseContext();
  const [earlier, setEarlier] = useState<readonly ShownEntries[]>([]);
  const [fetched, setFetched] = useState<FetchedPart>();
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { caseId } = view.record;
  // What was shown stays: a view that comes later holds the end of the history alone.
  const seen = useRef<readonly EventRecord[]>([]);
  const asked = useRef(0);
  const known = entriesTogether([
    seen.current.filter((event) => event.caseId === caseId),
    ...earlier.map(({ events }) => events),
    view.events,
  ]);
  useEffect(() => {
    seen.current = known.entries;
  }, [known.entries]);
  const shown = part === undefined ? known : partTogether(known, part, fetched);

  /** One page, `undefined` where there is none, or where something else is looked at by now. */
  async function pageBefore(before: number, of: HistoryPart | undefined): Promise<ShownEntries | undefined> {
    asked.current += 1;
    const own = asked.current;
    setWaiting(true);
    const page = await call('case.viewEarlier', { caseId, before, ...(of && { part: of }) });
    if (asked.current !== own) return undefined;
    setWaiting(false);
    setRefusal(page.ok ? undefined : page.refusal);
    return page.ok ? page.value : undefined;
  }

  async function fetchPart(of: HistoryPart, before: number, so: FetchedPart | undefined): Promise<boolean> {
    const page = await pageBefore(before, of);
    if (page === undefined) return false;
    const next: FetchedPart = { part: of, from: so?.from ?? before, pages: [...(so?.pages ?? []), page] };
    setFetched(next);
    announce(say('history.shown', { count: partTogether(known, of, next).entries.length }));
    return page.events.length < entriesShown;
  }

  return {
    ...shown,
    people: [...view.people, ...[...earlier, ...(fetched?.pages ?? [])].flatMap((page) => page.people)],
    isWaiting,
    refusal,
    async choose(of) {
      // Whatever is under way was asked for something else.
      asked.current += 1;
      setWaiting(false);
      setRefusal(undefined);
      setPart(of);
      if (of === undefined) return;
      const those = partTogether(known, of, fetched);
      if (known.before !== undefined && those.before === known.before) await fetchPart(of, known.before, undefined);
      else announce(say('history.shown', { count: those.entries.length }));
    },
    async showEarlier() {
      if (shown.before === undefined || isWaiting) return false;
      if (part !== undefined) return fetchPart(part, shown.before, shown.before === known.before ? undefined : fetched);
      const page = await pageBefore(shown.before, undefined);
      if (page === undefined) return false;
      setEarlier((pages) => [...pages, page]);
      announce(say('history.shown', { count: known.entries.length + page.events.length }));
      return page.events[0]?.sequence === 1;
    },
  };
}
