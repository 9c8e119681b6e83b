import { base64urlnopad } from '@scure/base';
import type { AlertRecord } from '../records/alert-record.ts';
import { type AlertTiming, firstDue } from '../records/alert-schedule.ts';
import { addYears, type Day, dayOf, weekOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import { type CaseRecord, untouched } from '../records/case-record.ts';
import { caseIdOf, mailboxSeedOf, messageKeyOf } from '../records/code-keys.ts';
import { afterEvent, emptyChain } from '../records/event-chain.ts';
import { type Kind, flagsOf, kinds, type Towards, towards } from '../terms/kinds.ts';
import type { Language } from '../terms/language.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Clock } from '../terms/clock.ts';
import type { Seal, SealedTo } from '../ports/seal.ts';
import { type Answers, type Mode, modes } from '../terms/questions.ts';
import type { ReturnCode } from '../terms/return-code.ts';
import {
  contentTagOf,
  digestOfMailbox,
  type Identity,
  identityTag,
  type SealedIdentity,
  type SealedReport,
} from '../records/sealed-report.ts';
import { standingAnswers } from '../terms/steps.ts';
import { type HandledBy, handledByOf, type Urgency, urgencyOf } from '../terms/urgency.ts';

export interface SubmitDependencies {
  readonly cases: CaseStore;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly alertTiming: AlertTiming;
  /** Whether an alert names the kind of concern (`ALERT_DETAIL`). */
  readonly alertNamesKind: boolean;
  /** After how many years without any action it is looked at whether a case is still needed (`REVIEW_YEARS`). */
  readonly reviewYears: number;
}

export interface Submission {
  readonly code: ReturnCode;
  readonly language: Language;
  readonly answers: Answers;
  readonly tenantId: string;
  readonly route: CaseRecord['route'];
  /** Who is typing. Left out of everything where the way of reporting does not keep it. */
  readonly person: Identity;
}

/** A report that stands under a code, as it is and not as it was sent now. */
export interface SavedReport {
  readonly caseId: CaseId;
  readonly urgency: Urgency;
  readonly handledBy: HandledBy;
  readonly receivedOn: Day;
  readonly mode: Mode;
}

/**
 * `saved`: it stands, and `isNew` is false for a repeat. `differs`: an earlier version stands, this one does not.
 * `taken`: another report has this reference, nothing was saved, draw a new code.
 */
export type SubmitOutcome =
  | ({ readonly kind: 'saved'; readonly isNew: boolean } & SavedReport)
  | ({ readonly kind: 'differs' } & SavedReport)
  | { readonly kind: 'taken' }
  /** A report of this code was saved and has been erased since. Nothing was saved. */
  | { readonly kind: 'erased' };

const oneOf = <T extends string>(options: readonly T[], answer: string | undefined): T | undefined =>
  options.find((option) => option === answer);

const identityOpensFor = (mode: Mode, handledBy: HandledBy): SealedTo | undefined => {
  if (mode === 'notKept') return undefined;
  return mode === 'confidential' ? 'custodians' : handledBy;
};

/**
 * Seals a report and saves it with its alert in one step, so that whoever is told that it is saved is told the
 * truth. A repeat finds the first. Throws StoreError or SealError: then nothing is known to be saved.
 */
export async function submitReport(deps: SubmitDependencies, submission: Submission): Promise<SubmitOutcome> {
  const { code, language, route } = submission;
  const answers = standingAnswers(submission.answers);
  const caseId = caseIdOf(code);
  const mode = oneOf(modes, answers.mode) ?? 'notKept';
  const kind: Kind | undefined = oneOf(kinds, answers.kind);
  const whom: Towards | undefined = oneOf(towards, answers.towards);
  const urgency = urgencyOf(answers);
  const handledBy = handledByOf(answers);
  const now = deps.clock();
  const receivedOn = dayOf(now, deps.timeZone);
  const mailboxRecipient = deps.seal.mailboxRecipient(mailboxSeedOf(code));
  const contentTag = contentTagOf(code, answers);
  const messageKey = messageKeyOf(code);

  const bound = (to: SealedTo) => ({
    v: 1 as const,
    caseId,
    mode,
    receivedOn,
    recipients: [...deps.seal.fingerprints(to)],
  });
  const report: SealedReport = {
    ...bound(handledBy),
    language,
    route,
    answers,
    mailbox: digestOfMailbox(mailboxRecipient),
    messageKey: base64urlnopad.encode(messageKey),
  };
  const identityTo = identityOpensFor(mode, handledBy);
  const who = identityTo && { ...bound(identityTo), identity: submission.person };
  const identity: SealedIdentity | undefined = who && { ...who, tag: identityTag(messageKey, who) };
  const sealedReport = await deps.seal.seal(JSON.stringify(report), handledBy);
  const sealedIdentity = identity && identityTo && (await deps.seal.seal(JSON.stringify(identity), identityTo));

  const sent: CaseRecord = {
    ...untouched,
    caseId,
    tenantId: submission.tenantId,
    receivedOn,
    week: weekOf(receivedOn),
    route,
    ...(kind && { kind }),
    urgency,
    mode,
    language,
    handledBy,
    status: 'received',
    flags: flagsOf(kind, whom),
    contentTag,
    mailboxRecipient,
    sealedReport,
    ...(sealedIdentity && { sealedIdentity }),
    reviewOn: addYears(receivedOn, deps.reviewYears),
    chain: emptyChain,
  };
  const { record, event } = afterEvent(sent, { kind: 'received', by: 'system', at: receivedOn });
  const alert: AlertRecord = {
    caseId,
    handledBy,
    urgency,
    ...(deps.alertNamesKind && kind && { kind }),
    receivedOn,
    reason: 'new',
    state: 'waiting',
    dueAt: firstDue(urgency, now, deps.alertTiming).toISOString(),
    attempts: 0,
    posts: [],
  };
  if ((await deps.cases.create(record, alert, [event])) === 'created') {
    return { kind: 'saved', isNew: true, caseId, urgency, handledBy, receivedOn, mode };
  }
  const standing = (await deps.cases.read(caseId))?.value;
  if (standing?.erasedOn !== undefined) return { kind: 'erased' };
  if (standing?.mailboxRecipient !== mailboxRecipient) return { kind: 'taken' };
  const told: SavedReport = {
    caseId,
    urgency: standing.urgency,
    handledBy: standing.handledBy,
    receivedOn: standing.receivedOn,
    mode: standing.mode,
  };
  return standing.contentTag === contentTag ? { kind: 'saved', isNew: false, ...told } : { kind: 'differs', ...told };
}
