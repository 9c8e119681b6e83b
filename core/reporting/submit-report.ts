import { base64urlnopad } from '@scure/base';
import {
  type FileUploader,
  type CaseCredential,
  type Intake,
  understaffedRoleCode,
  type UnderstaffedRoleCode,
  UnderstaffedRoleError,
  type SubmitOutcome,
} from '../ports/intake.ts';
import type { TextSealer, RecipientGroup } from '../ports/seal.ts';
import { StoreError } from '../ports/store-error.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { deriveCaseId, deriveMailboxSeed, deriveMessageKey } from '../model/return-code-keys.ts';
import {
  deriveContentTag,
  digestOfMailbox,
  type ReporterIdentity,
  identityRecipientGroup,
  identityTag,
  type SealedIdentity,
  type SealedReport,
} from '../model/sealed-report.ts';
import { type Clock, toDay } from '../model/calendar.ts';
import type { RequiredRole } from '../model/roles.ts';
import { suggestFlags, type ReportKind, reportKinds, towardsOptions, type Towards } from '../model/classification.ts';
import type { HandledBy } from '../model/handled-by.ts';
import type { Language } from '../model/language.ts';
import type { StoredFile } from '../model/sealed-file.ts';
import { type Answers, identityModes } from '../model/questions.ts';
import type { ReturnCode } from '../model/return-code.ts';
import { applicableAnswers } from '../model/report-steps.ts';
import { handledByFromAnswers } from '../model/handled-by.ts';
import { urgencyFromAnswers } from '../model/urgency.ts';
import { OverBudgetError } from '../ports/work-budget.ts';

export interface SubmitDependencies {
  readonly intake: Pick<Intake, 'submit' | 'find'>;
  readonly seal: TextSealer;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly files?: FileUploader;
  readonly shortRoles?: readonly RequiredRole[];
  /** Whether the answer to an earlier write of this conversation was lost. Missing: it may have been. */
  readonly mayHaveSaved?: () => boolean;
}

export type SubmitResult = Exclude<SubmitOutcome, { kind: 'filesMissing' }>;

export interface UnsealedSubmission {
  readonly code: ReturnCode;
  readonly language: Language;
  readonly answers: Answers;
  readonly tenantId: string;
  readonly route: CaseRecord['route'];
  /** Left out everywhere if the mode does not keep it. */
  readonly person: ReporterIdentity;
}

const parseOption = <T extends string>(options: readonly T[], answer: string | undefined): T | undefined =>
  options.find((option) => option === answer);

/**
 * A report goes after its files. A repeat finds the first. Throws StoreError or SealError: then nothing is known to be
 * saved; and UnderstaffedRoleError.
 */
export async function submitReport(deps: SubmitDependencies, submission: UnsealedSubmission): Promise<SubmitResult> {
  const { code, language, route, tenantId } = submission;
  const answers = applicableAnswers(submission.answers, route);
  const credential = await deriveCaseCredential(deps.seal, code);
  // A partner is never asked: no one tells Candour who is typing there.
  const mode = (route === 'staff' ? parseOption(identityModes, answers.mode) : undefined) ?? 'notKept';
  const kind: ReportKind | undefined = parseOption(reportKinds, answers.kind);
  const reportedTowards: Towards | undefined = parseOption(towardsOptions, answers.towards);
  const urgency = urgencyFromAnswers(answers);
  const handledBy = handledByFromAnswers(answers);
  const receivedOn = toDay(deps.clock(), deps.timeZone);
  const messageKey = deriveMessageKey(code);
  // Before sealing, as there may be no key. It finds a saved report all the same.
  const understaffedCode = understaffedRoleCode({ handledBy, mode }, deps.shortRoles ?? []);
  if (understaffedCode !== undefined && (await deps.intake.find(credential, {})) === undefined)
    throw new UnderstaffedRoleError(understaffedCode);
  const named = deps.files?.list() ?? [];
  const storedFiles = named.length > 0 ? await uploadFiles(deps.files, credential, handledBy) : undefined;

  const commonFields = (to: RecipientGroup) => ({
    v: 1 as const,
    caseId: credential.caseId,
    mode,
    receivedOn,
    recipients: [...deps.seal.fingerprints(to)],
  });
  const report: SealedReport = {
    ...commonFields(handledBy),
    language,
    route,
    answers,
    mailbox: digestOfMailbox(credential.mailbox),
    messageKey: base64urlnopad.encode(messageKey),
    ...(named.length > 0 && { files: named }),
  };
  const identityTo = identityRecipientGroup(mode, handledBy);
  const who = identityTo && { ...commonFields(identityTo), identity: submission.person };
  const identity: SealedIdentity | undefined = who && { ...who, tag: identityTag(messageKey, who) };
  const sealedReport = await deps.seal.seal(JSON.stringify(report), handledBy);
  const sealedIdentity = identity && identityTo && (await deps.seal.seal(JSON.stringify(identity), identityTo));
  const outcome = await deps.intake.submit({
    ...credential,
    tenantId,
    receivedOn,
    route,
    ...(kind && { kind }),
    urgency,
    mode,
    language,
    handledBy,
    flags: suggestFlags(kind, reportedTowards),
    contentTag: deriveContentTag(code, answers, named),
    sealedReport,
    ...(sealedIdentity && { sealedIdentity }),
    ...(storedFiles && { files: storedFiles }),
  });
  if (outcome.kind !== 'filesMissing') return outcome;
  deps.files?.onMissing();
  throw new StoreError('unavailable');
}

/** Words go after their files, so a file's lost answer leaves them unsaved. Throws StoreError, never `unknown`. */
export async function uploadFiles(
  files: FileUploader | undefined,
  credential: CaseCredential,
  to: HandledBy,
): Promise<readonly StoredFile[] | undefined> {
  try {
    return await files?.upload(credential, to);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'unknown') throw new StoreError('unavailable', error);
    throw error;
  }
}

/** It does not lead back to the code. */
export const deriveCaseCredential = async (
  seal: Pick<TextSealer, 'mailboxRecipient'>,
  code: ReturnCode,
): Promise<CaseCredential> => ({
  caseId: deriveCaseId(code),
  mailbox: await seal.mailboxRecipient(deriveMailboxSeed(code)),
});

export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof StoreError ? error.code === 'unknown' : !(error instanceof Error && error.name === 'SealError');

export function saveProblemCode(error: unknown): 'newer' | 'nothingSaved' | 'overBudget' | UnderstaffedRoleCode {
  if (error instanceof UnderstaffedRoleError) return error.code;
  if (error instanceof OverBudgetError) return 'overBudget';
  return error instanceof StoreError && error.code === 'newer' ? 'newer' : 'nothingSaved';
}

/**
 * Whether a failed write left nothing behind, by its error and, if an earlier press may have saved it and lost its
 * answer, by the store now. False if in doubt. Never rejects.
 */
export async function isCertainlyUnsaved(
  error: unknown,
  isStored: () => Promise<boolean>,
  mayHaveSaved = true,
): Promise<boolean> {
  // The intake looked before it refused.
  if (error instanceof OverBudgetError || error instanceof UnderstaffedRoleError) return true;
  if (isOutcomeUnknown(error)) return false;
  if (!mayHaveSaved) return true;
  try {
    return !(await isStored());
  } catch {
    return false;
  }
}
