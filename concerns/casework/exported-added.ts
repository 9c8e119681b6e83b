import type { EventRecord } from '../records/event-record.ts';
import type { ExportedContent } from './exported-case.ts';

export type ExportedAdded = NonNullable<Extract<ExportedContent, { readonly what: 'whole' }>['added']>;

export interface AddedFound {
  readonly isIts: boolean;
  readonly named: number;
  /** In the history but not in the export: the exporter could not open their words, or they came later. */
  readonly unnamed: number;
}

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
