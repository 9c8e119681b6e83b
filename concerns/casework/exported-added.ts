import type { EventRecord } from '../records/event-record.ts';
import type { ExportedContent } from './exported-case.ts';

/** The files that handlers added, as a whole export names them. */
export type ExportedAdded = NonNullable<Extract<ExportedContent, { readonly what: 'whole' }>['added']>;

/** How the files that an export names as added by handlers stand to the history beside it. */
export interface AddedFound {
  /** Each came with an entry of its moment. */
  readonly isIts: boolean;
  readonly named: number;
  /** Those of the history that the export does not name: its exporter's keys did not open their words, or they came later. */
  readonly unnamed: number;
}

/** Holds the files that handlers added against the history that they left with. */
export function addedInHistory(
  added: ExportedAdded,
  history: readonly Pick<EventRecord, 'kind' | 'at' | 'files'>[],
): AddedFound {
  const came = new Map<string, number>();
  for (const { kind, at, files = [] } of history)
    if (kind === 'filesAdded') came.set(at, (came.get(at) ?? 0) + files.length);
  const named = new Map<string, number>();
  for (const { at, files } of added) named.set(at, (named.get(at) ?? 0) + files.length);
  const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);
  return {
    isIts: [...named].every(([at, count]) => count <= (came.get(at) ?? 0)),
    named: sum(named.values()),
    unnamed: Math.max(0, sum(came.values()) - sum(named.values())),
  };
}
