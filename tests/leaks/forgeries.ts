import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { addDays } from '../../core/model/calendar.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { TextSealer } from '../../core/ports/seal.ts';
import { digestOfMailbox, identityTag, messageTag, type SealedMessage } from '../../core/model/sealed-report.ts';
import type { SavedCase } from '../support/journeys/saved-case.ts';

/** One thing that somebody may do who can write to the database, knows how Candour works, and holds no key. */
export type Forgery =
  | {
      readonly kind: 'swapReport' | 'swapIdentity' | 'swapHistory' | 'moveIn';
      readonly from: number;
      readonly at: number;
    }
  | { readonly kind: 'drop' | 'repeat' | 'spoil' | 'swapSeal'; readonly at: number; readonly with: number }
  | { readonly kind: 'turn'; readonly at: number; readonly with: number }
  | {
      readonly kind: 'message';
      readonly at: number;
      readonly number: number;
      readonly direction: SealedMessage['direction'];
    }
  | {
      readonly kind: 'ownIdentity' | 'ownShared' | 'noIdentity' | 'otherMode' | 'otherDay' | 'ownMailbox' | 'ownReport';
    };

const place = fc.nat({ max: 7 });
const donor = fc.nat({ max: 1 });

/** All of them but a whole report of one's own, which anybody can send. */
export const arbitraryForgery: fc.Arbitrary<Forgery> = fc.oneof(
  fc.record({ kind: fc.constantFrom('swapReport' as const, 'swapIdentity' as const), from: donor, at: place }),
  fc.record({ kind: fc.constantFrom('swapHistory' as const, 'moveIn' as const), from: donor, at: place }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'repeat' as const, 'spoil' as const), at: place, with: place }),
  fc.record({ kind: fc.constantFrom('swapSeal' as const, 'turn' as const), at: place, with: place }),
  fc.record({
    kind: fc.constant('message' as const),
    at: place,
    number: fc.integer({ min: 1, max: 5 }),
    direction: fc.constantFrom('fromReporter' as const, 'toReporter' as const),
  }),
  fc.record({
    kind: fc.constantFrom(
      'ownIdentity' as const,
      'ownShared' as const,
      'noIdentity' as const,
      'otherMode' as const,
      'otherDay' as const,
      'ownMailbox' as const,
    ),
  }),
);

const inserted = (
  events: readonly EventRecord[],
  at: number,
  event: EventRecord | undefined,
): readonly EventRecord[] => (event === undefined ? events : events.toSpliced(Math.min(at, events.length), 0, event));

const spoilt = (sealed: string, at: number): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const byte = Math.floor((bytes.length - 1) * (at / 7));
  bytes[byte] = (bytes[byte] ?? 0) ^ 1;
  return bytes.toString('base64');
};

/** A message with another seal, and the digest of it: digests are secret to nobody. */
const withSeal = (event: EventRecord, sealed: string | undefined): EventRecord =>
  event.message && sealed !== undefined
    ? { ...event, message: { ...event.message, sealed, digest: digestOfSeal(sealed) } }
    : event;

/** A case after one such thing was done to it. `donors` are other cases, whose records may be taken from. */
export async function applyForgery(
  { record, events }: SavedCase,
  donors: readonly SavedCase[],
  doing: Forgery,
  seal: TextSealer,
): Promise<SavedCase> {
  const { caseId, mode, receivedOn } = record;
  const bound = { v: 1 as const, caseId, mode, receivedOn, recipients: [...seal.fingerprints('acu')] };
  const ownKey = new Uint8Array(randomBytes(32));
  const changed = (different: Partial<SavedCase['record']>): SavedCase => ({
    record: { ...record, ...different },
    events,
  });
  switch (doing.kind) {
    case 'swapReport':
      return changed({ sealedReport: donors[doing.from]?.record.sealedReport ?? '' });
    case 'swapIdentity':
      return changed({ sealedIdentity: donors[doing.from]?.record.sealedIdentity });
    case 'swapHistory':
      return { record, events: donors[doing.from]?.events ?? [] };
    case 'moveIn':
      return { record, events: inserted(events, doing.at, donors[doing.from]?.events[doing.at]) };
    case 'drop':
      return { record, events: events.toSpliced(doing.at, 1) };
    case 'repeat':
      return { record, events: inserted(events, doing.with, events[doing.at]) };
    case 'spoil':
      return {
        record: { ...record, ...(doing.at === 0 && { sealedReport: spoilt(record.sealedReport, doing.with) }) },
        events: events.map((event, at) =>
          at === doing.at && event.message?.sealed ? withSeal(event, spoilt(event.message.sealed, doing.with)) : event,
        ),
      };
    case 'swapSeal':
      return {
        record,
        events: events.map((event, at) =>
          at === doing.at ? withSeal(event, events[doing.with]?.message?.sealed) : event,
        ),
      };
    case 'turn': {
      const [one, other] = [events[doing.at], events[doing.with]];
      if (one === undefined || other === undefined) return { record, events };
      return { record, events: events.with(doing.at, other).with(doing.with, one) };
    }
    case 'message': {
      const plain = {
        v: 1 as const,
        caseId,
        direction: doing.direction,
        number: doing.number,
        id: 'made up',
        writtenOn: receivedOn,
        text: 'made up',
      };
      const sealed = await seal.seal(JSON.stringify({ ...plain, tag: messageTag(ownKey, plain) }), 'acu');
      const message = { id: plain.id, number: plain.number, sealed, digest: digestOfSeal(sealed) };
      const last = events.at(-1);
      const kind =
        doing.direction === 'fromReporter' ? ('messageFromReporter' as const) : ('messageToReporter' as const);
      const made = last && { ...last, kind, by: 'reporter' as const, message };
      return { record, events: inserted(events, doing.at, made) };
    }
    case 'ownIdentity': {
      const who = { ...bound, identity: { objectId: 'made up', name: 'made up' } };
      return changed({
        sealedIdentity: await seal.seal(JSON.stringify({ ...who, tag: identityTag(ownKey, who) }), 'acu'),
      });
    }
    case 'ownShared': {
      const who = { ...bound, identity: { objectId: 'made up', name: 'made up' } };
      const sealed = await seal.seal(JSON.stringify({ ...who, tag: identityTag(ownKey, who) }), 'acu');
      const note = { for: 'handlers' as const, sealed, digest: digestOfSeal(sealed) };
      const last = events.at(-1);
      return { record, events: inserted(events, 5, last && { ...last, kind: 'identityShared', note }) };
    }
    case 'noIdentity':
      return changed({ sealedIdentity: undefined });
    case 'otherMode':
      return changed({ mode: mode === 'named' ? 'notKept' : 'named' });
    case 'otherDay':
      return changed({ receivedOn: addDays(receivedOn, 7) });
    case 'ownMailbox':
      return changed({ mailboxRecipient: await seal.mailboxRecipient(ownKey) });
    case 'ownReport': {
      const report = {
        ...bound,
        language: 'en',
        route: 'staff',
        answers: { mode, what: 'made up', conflict: 'no' },
        mailbox: digestOfMailbox(record.mailboxRecipient),
        messageKey: Buffer.from(ownKey).toString('base64url'),
      };
      return changed({ sealedReport: await seal.seal(JSON.stringify(report), 'acu') });
    }
    default:
      return doing satisfies never;
  }
}
