import { useEffect, useRef, useState } from 'react';
import { entriesShown, type EventRecord, type HistoryPart } from '../../concerns/records/event-record.ts';
import type { Refusal, ShownEntries } from '../../contract/answers.ts';
import type { ShownPerson } from '../../contract/shown-person.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { entriesTogether } from './entries-together.ts';
import { partTogether, type FetchedPart } from './part-together.ts';

export interface HistoryOnPage {
  readonly entries: readonly EventRecord[];
  readonly before: number | undefined;
  readonly people: readonly ShownPerson[];
  readonly isWaiting: boolean;
  readonly refusal: Refusal | undefined;
  readonly choose: (part: HistoryPart | undefined) => Promise<void>;
  /** True if that was all. */
  readonly showEarlier: () => Promise<boolean>;
}

/** A part is fetched by its kinds, so that it is not only what the page happens to hold. */
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
  // A later view holds the end of the history alone, so entries once shown are kept.
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

  /** `undefined` if it is refused, or no longer asked for. */
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
      // A request under way asked for something else.
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
