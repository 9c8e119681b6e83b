import { base64urlnopad } from '@scure/base';
import {
  type AddedFiles,
  type Claim,
  type Desk,
  shortRoleCode,
  type ShortRoleCode,
  ShortRoleError,
  type SubmitOutcome,
} from '../ports/intake.ts';
import type { Seal, SealedTo } from '../ports/seal.ts';
import { StoreError } from '../ports/store-error.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { caseIdOf, mailboxSeedOf, messageKeyOf } from '../model/return-code-keys.ts';
import {
  contentTagOf,
  digestOfMailbox,
  type Identity,
  identityOpensFor,
  identityTag,
  type SealedIdentity,
  type SealedReport,
} from '../model/sealed-report.ts';
import { type Clock, dayOf } from '../model/calendar.ts';
import type { NeededRole } from '../model/directory.ts';
import { flagsOf, type Kind, kinds, towards, type Towards } from '../model/kinds.ts';
import type { Language } from '../model/language.ts';
import { type Answers, modes } from '../model/questions.ts';
import type { ReturnCode } from '../model/codes.ts';
import { standingAnswers } from '../model/report-steps.ts';
import { handledByOf, urgencyOf } from '../model/urgency.ts';
import { OverBudgetError } from '../ports/work-budget.ts';

export interface SubmitDependencies {
  readonly desk: Pick<Desk, 'submit' | 'find'>;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly files?: AddedFiles;
  readonly shortRoles?: readonly NeededRole[];
}

export type Submitted = Exclude<SubmitOutcome, { kind: 'filesMissing' }>;

export interface Submission {
  readonly code: ReturnCode;
  readonly language: Language;
  readonly answers: Answers;
  readonly tenantId: string;
  readonly route: CaseRecord['route'];
  /** Left out everywhere if the way of reporting does not keep it. */
  readonly person: Identity;
}

const oneOf = <T extends string>(options: readonly T[], answer: string | undefined): T | undefined =>
  options.find((option) => option === answer);

/**
 * Seals a report and hands it in, after its files. A repeat finds the first. Throws StoreError or SealError: then
 * nothing is known to be saved; and ShortRoleError.
 */
export async function submitReport(deps: SubmitDependencies, submission: Submission): Promise<Submitted> {
  const { code, language, route, tenantId } = submission;
  const answers = standingAnswers(submission.answers, route);
  const claim = await claimOf(deps.seal, code);
  // A partner is never asked: no one tells Candour who is typing there.
  const mode = (route === 'staff' ? oneOf(modes, answers.mode) : undefined) ?? 'notKept';
  const kind: Kind | undefined = oneOf(kinds, answers.kind);
  const whom: Towards | undefined = oneOf(towards, answers.towards);
  const urgency = urgencyOf(answers);
  const handledBy = handledByOf(answers);
  const receivedOn = dayOf(deps.clock(), deps.timeZone);
  const messageKey = messageKeyOf(code);
  // Before sealing, as there may be no key. A saved report is found all the same.
  const short = shortRoleCode({ handledBy, mode }, deps.shortRoles ?? []);
  if (short !== undefined && (await deps.desk.find(claim, {})) === undefined) throw new ShortRoleError(short);
  const named = deps.files?.named() ?? [];
  const kept = named.length > 0 ? await deps.files?.sent(claim, handledBy) : undefined;

  const bound = (to: SealedTo) => ({
    v: 1 as const,
    caseId: claim.caseId,
    mode,
    receivedOn,
    recipients: [...deps.seal.fingerprints(to)],
  });
  const report: SealedReport = {
    ...bound(handledBy),
    language,
    route,
    answers,
    mailbox: digestOfMailbox(claim.mailbox),
    messageKey: base64urlnopad.encode(messageKey),
    ...(named.length > 0 && { files: named }),
  };
  const identityTo = identityOpensFor(mode, handledBy);
  const who = identityTo && { ...bound(identityTo), identity: submission.person };
  const identity: SealedIdentity | undefined = who && { ...who, tag: identityTag(messageKey, who) };
  const sealedReport = await deps.seal.seal(JSON.stringify(report), handledBy);
  const sealedIdentity = identity && identityTo && (await deps.seal.seal(JSON.stringify(identity), identityTo));
  const outcome = await deps.desk.submit({
    ...claim,
    tenantId,
    receivedOn,
    route,
    ...(kind && { kind }),
    urgency,
    mode,
    language,
    handledBy,
    flags: flagsOf(kind, whom),
    contentTag: contentTagOf(code, answers, named),
    sealedReport,
    ...(sealedIdentity && { sealedIdentity }),
    ...(kept && { files: kept }),
  });
  if (outcome.kind !== 'filesMissing') return outcome;
  deps.files?.onMissing();
  throw new StoreError('unavailable');
}

/** The claim that a code gives to its case; it does not lead back to the code. */
export const claimOf = async (seal: Pick<Seal, 'mailboxRecipient'>, code: ReturnCode): Promise<Claim> => ({
  caseId: caseIdOf(code),
  mailbox: await seal.mailboxRecipient(mailboxSeedOf(code)),
});

const leftDoubt = (error: unknown): boolean =>
  error instanceof StoreError ? error.code === 'unknown' : !(error instanceof Error && error.name === 'SealError');

export function unsavedBy(error: unknown): 'newer' | 'nothingSaved' | 'overBudget' | ShortRoleCode {
  if (error instanceof ShortRoleError) return error.code;
  if (error instanceof OverBudgetError) return 'overBudget';
  return error instanceof StoreError && error.code === 'newer' ? 'newer' : 'nothingSaved';
}

/**
 * Whether a failed write left nothing behind, by its error and by the store now: an earlier press may have saved it and
 * lost its answer. False if in doubt. Never rejects.
 */
export async function certainlyUnsaved(error: unknown, stands: () => Promise<boolean>): Promise<boolean> {
  // The desk looked before it refused.
  if (error instanceof OverBudgetError || error instanceof ShortRoleError) return true;
  if (leftDoubt(error)) return false;
  try {
    return !(await stands());
  } catch {
    return false;
  }
}
