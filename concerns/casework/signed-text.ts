import type { EventRecord } from '../records/event-record.ts';

/** The part of an entry by which a sign-off is found, with or without its seals. */
type Entry = Pick<EventRecord, 'kind' | 'by' | 'at' | 'detail'> & {
  readonly note?: { readonly digest: string } | undefined;
};

/** A sign-off of the last sanitised text of a history. */
export interface SignOff {
  /** The digest of the seal of the text. A seal holds a random key: nobody guesses a text from it, however short. */
  readonly of: string;
  /** The Entra object id of the person who signed it off. */
  readonly by: string;
  readonly at: string;
}

/**
 * The sign-off of the last sanitised text of a history; `undefined` if nobody signed that one off, if its own writer did,
 * or if the entry with that text is not there.
 */
export function signOffOf(history: readonly Entry[]): SignOff | undefined {
  const written = history.findLastIndex(({ kind }) => kind === 'sanitised');
  const text = history[written];
  const signed = history.slice(written + 1).findLast(({ kind }) => kind === 'sanitisedSigned');
  const of = text?.note?.digest;
  if (of === undefined || signed?.detail?.of !== of) return undefined;
  if (typeof text?.by !== 'object' || typeof signed.by !== 'object') return undefined;
  return text.by.objectId === signed.by.objectId ? undefined : { of, by: signed.by.objectId, at: signed.at };
}
