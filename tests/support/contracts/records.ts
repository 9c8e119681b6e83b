import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import type { AlertRecord } from '../../../core/model/alert-record.ts';
import { addDays, type Day, toDay, toWeek } from '../../../core/model/calendar.ts';
import { type CaseId, caseIdFromBytes } from '../../../core/model/case-id.ts';
import { type CaseRecord, caseStatuses, initialCaseFields } from '../../../core/model/case-record.ts';
import { emptyChain, type EventRecord, type NewEvent, nextEvent } from '../../../core/model/event-record.ts';
import { flags, reportKinds, nationalCategories } from '../../../core/model/classification.ts';
import { erasureReasons, outcomes, referralDecisions, regimes } from '../../../core/model/case-terms.ts';
import { languages } from '../../../core/model/language.ts';
import type { StoredDraft } from '../../../core/ports/store.ts';
import { identityModes } from '../../../core/model/questions.ts';
import { partnerTypes } from '../../../core/model/report-routes.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createSealedCard, createSealedTitle } from '../subjects/sealed-cards.ts';

/** The instant that every contract calls now. */
export const now = new Date('2026-11-25T10:15:00.000Z');
/** An instant some minutes from now. */
export const minutesFromNow = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
/** The day of now. */
export const today: Day = toDay(now, 'Europe/London');

/** A reference that no other call gives. */
export const newCaseId = (): CaseId => caseIdFromBytes(randomBytes(8));

/** A new case, or one that differs from it. */
export const createCase = (differences: Partial<CaseRecord> = {}): CaseRecord => {
  const receivedOn = differences.receivedOn ?? today;
  const caseId = differences.caseId ?? newCaseId();
  const first = firstEvent(caseId);
  return {
    ...initialCaseFields,
    caseId,
    tenantId: 'tenant',
    receivedOn,
    week: toWeek(receivedOn),
    route: 'staff',
    urgency: 'standard',
    mode: 'notKept',
    language: 'en',
    handledBy: 'acu',
    status: 'received',
    flags: [],
    contentTag: 'tag',
    mailboxRecipient: 'age1pq1mailbox',
    sealedReport: 'c2VhbGVk',
    chain: { sequence: first.sequence, hash: first.hash },
    ...differences,
  };
};

/** The alert of a case that waits and is due now, or one that differs from it. */
export const createAlert = (caseId: CaseId, differences: Partial<AlertRecord> = {}): AlertRecord => ({
  caseId,
  handledBy: 'acu',
  urgency: 'standard',
  receivedOn: today,
  reason: 'new',
  state: 'waiting',
  dueAt: now.toISOString(),
  attempts: 0,
  posts: [],
  ...differences,
});

/** The first entry of a case's history. */
export const firstEvent = (caseId: CaseId): EventRecord =>
  nextEvent(caseId, emptyChain, { kind: 'received', by: 'system', at: today });

/** The entry after another one. */
export const createNextEvent = (before: EventRecord, event: Partial<NewEvent> = {}): EventRecord =>
  nextEvent(before.caseId, before, {
    kind: 'acknowledged',
    by: { objectId: toPersonId('a-handler') },
    at: now.toISOString(),
    ...event,
  });

/** A draft that expires in a number of minutes. */
export const createDraft = (minutes: number, differences: Partial<StoredDraft> = {}): StoredDraft => ({
  id: randomBytes(16).toString('hex'),
  sealed: 'ZHJhZnQ=',
  expiresAt: minutesFromNow(minutes),
  ...differences,
});

const days = fc.integer({ min: -400, max: 400 }).map((offset) => addDays(today, offset));
const base64 = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64'));
const instants = fc.integer({ min: 0, max: 4_102_444_800_000 }).map((ms) => new Date(ms).toISOString());
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });

/** Few, so that cases and filters meet. */
export const someHandlers = ['handler-1', 'handler-2', 'handler-3'].map(toPersonId);
const aHandler = fc.constantFrom(...someHandlers);

/** What those who handle a case may have decided about it. */
const card = createSealedCard(1, '0123456789abcdef');
const anyWork = {
  revision: fc.nat(),
  assignee: optional(aHandler),
  excluded: fc.uniqueArray(aHandler),
  triagedOn: optional(days),
  updatedOn: optional(days),
  nationalCategory: optional(fc.constantFrom(...nationalCategories)),
  grading: optional(
    fc.constantFrom(
      { source: '2', assessment: 'D', handling: 'P' } as const,
      { source: '1', assessment: 'A', handling: 'C', action: 'A1', sanitisation: 'S2' } as const,
    ),
  ),
  regime: optional(fc.constantFrom(...regimes)),
  referral: optional(fc.record({ decision: fc.constantFrom(...referralDecisions), on: days, dueOn: optional(days) })),
  outcome: optional(fc.constantFrom(...outcomes)),
  sanitised: optional(fc.record({ digest: hashes, by: aHandler, signedBy: optional(aHandler) })),
  possibleChis: fc.boolean(),
  reviewOn: optional(days),
  hold: fc.boolean(),
  tasks: optional(fc.array(fc.record({ id: hashes, dueOn: days, for: optional(aHandler) }), { maxLength: 3 })),
  erasure: optional(fc.record({ askedBy: aHandler, on: days, reason: optional(fc.constantFrom(...erasureReasons)) })),
  erasedOn: optional(days),
  erasedFor: optional(fc.constantFrom(...erasureReasons)),
  caseTitle: optional(
    fc.record({
      sealed: fc.constant(createSealedTitle(1, card.generation).sealed),
      version: fc.integer({ min: 1 }),
      by: aHandler,
      generation: fc.constant(card.generation),
    }),
  ),
  subjectCard: optional(
    fc.record({
      sealed: fc.constant(card.sealed),
      version: fc.integer({ min: 1 }),
      by: aHandler,
      generation: fc.constant(card.generation),
    }),
  ),
  cardWithdrawal: optional(fc.record({ of: hashes, by: aHandler, on: days, sequence: fc.integer({ min: 1 }) })),
  withdrawnCards: optional(fc.array(hashes, { maxLength: 3 })),
};

/** Any case that the schema lets through, with a reference of its own. */
export const arbitraryCase: fc.Arbitrary<CaseRecord> = fc
  .record({
    tenantId: anyText,
    receivedOn: days,
    route: fc.constantFrom('staff' as const, 'hub' as const),
    partnerType: optional(fc.constantFrom(...partnerTypes)),
    kind: optional(fc.constantFrom(...reportKinds)),
    urgency: fc.constantFrom('urgent' as const, 'standard' as const),
    mode: fc.constantFrom(...identityModes),
    language: fc.constantFrom(...languages),
    handledBy: fc.constantFrom('acu' as const, 'reserve' as const),
    status: fc.constantFrom(...caseStatuses),
    flags: fc.uniqueArray(fc.constantFrom(...flags)),
    acknowledgedOn: optional(days),
    closedOn: optional(days),
    contentTag: hashes,
    mailboxRecipient: anyText,
    sealedReport: base64,
    sealedIdentity: optional(base64),
    chain: fc.record({ sequence: fc.nat(), hash: hashes }),
    ...anyWork,
  })
  .map((fields) => createCase({ ...fields, week: toWeek(fields.receivedOn) }));

/** Any alert of a case that the schema lets through. */
export const arbitraryAlert = (caseId: CaseId): fc.Arbitrary<AlertRecord> =>
  fc
    .record({
      handledBy: fc.constantFrom('acu' as const, 'reserve' as const),
      urgency: fc.constantFrom('urgent' as const, 'standard' as const),
      kind: optional(fc.constantFrom(...reportKinds)),
      receivedOn: days,
      reason: fc.constantFrom('new' as const, 'addition' as const),
      state: fc.constantFrom('waiting' as const, 'posted' as const, 'acknowledged' as const),
      dueAt: optional(instants),
      acknowledgedOn: optional(days),
      attempts: fc.nat({ max: 100 }),
      lastFailure: optional(anyText),
      leasedUntil: optional(instants),
      posts: fc.array(
        fc.record({ conversationId: anyText, activityId: anyText, serviceUrl: anyText, postedAt: instants }),
        { maxLength: 3 },
      ),
    })
    .map((fields) => ({ caseId, ...fields }));
