import { entriesShown, type HistoryPart, kindsOfPart } from '../../concerns/records/event-record.ts';
import type { ShownEntries } from '../../contract/answers.ts';
import type { KnownEnd } from './entries-together.ts';

export interface FetchedPart {
  readonly part: HistoryPart;
  readonly from: number;
  readonly pages: readonly ShownEntries[];
}

/** Joins the entries of one part without a gap. Fetched pages that no longer meet the known end are left out. */
export function partTogether(
  { entries, before }: KnownEnd,
  part: HistoryPart,
  fetched: FetchedPart | undefined,
): KnownEnd {
  const isJoined = fetched?.part === part && (before === undefined || before <= fetched.from);
  const pages = isJoined ? fetched.pages.map(({ events }) => events) : [];
  const kinds = kindsOfPart[part];
  const bySequence = new Map([...pages.flat(), ...entries].map((event) => [event.sequence, event]));
  const last = pages.at(-1);
  const isAll = before === undefined || (last !== undefined && last.length < entriesShown);
  return {
    entries: [...bySequence.values()]
      .filter(({ kind }) => kinds.includes(kind))
      .toSorted((one, other) => one.sequence - other.sequence),
    before: isAll ? undefined : (last?.[0]?.sequence ?? before),
  };
}
