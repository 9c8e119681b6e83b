import type { EventRecord } from '../records/event-record.ts';

type Entry = Pick<EventRecord, 'kind' | 'by' | 'at' | 'detail'> & {
  readonly note?: { readonly digest: string } | undefined;
};

export interface SignOff {
  readonly of: string;
  readonly by: string;
  readonly at: string;
}

/** `undefined` if no one signed off the last text, its own writer did, or its entry is missing. */
export function signOffOf(history: readonly Entry[]): SignOff | undefined {
  const written = history.findLastIndex(({ kind }) => kind === 'sanitised');
  const text = history[written];
  const signed = history.slice(written + 1).findLast(({ kind }) => kind === 'sanitisedSigned');
  const of = text?.note?.digest;
  if (of === undefined || signed?.detail?.of !== of) return undefined;
  if (typeof text?.by !== 'object' || typeof signed.by !== 'object') return undefined;
  return text.by.objectId === signed.by.objectId ? undefined : { of, by: signed.by.objectId, at: signed.at };
}
