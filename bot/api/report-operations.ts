import { renderPage } from '../../cards/render-page.ts';
import { guidancePage } from '../../cards/guidance-page.ts';
import {
  removeReporterUpload,
  readReporterUploadProgress,
  type ReporterUploadDependencies,
  saveReporterUploadPart,
} from '../../core/intake/intake.ts';
import type { CaseCredential, Intake, ReportSubmission } from '../../core/ports/intake.ts';
import { type TextSealer, SealError } from '../../core/ports/seal.ts';
import type { WorkBudget } from '../../core/ports/work-budget.ts';
import type { TimeLimits } from '../../core/model/deadlines.ts';
import { draftRetentionDays } from '../../core/reporting/drafts.ts';
import { addDays, type Clock, type Day, toDay } from '../../core/model/calendar.ts';
import type { RequiredRole } from '../../core/model/roles.ts';
import type { Staffing } from '../../core/model/staffed-hours.ts';
import type { Recipients } from '../../core/model/public-keys.ts';
import type { Result } from '../../contract/operation-answers.ts';
import type { MailboxChallenge, reportOperations } from '../../contract/reports.ts';
import { isSealFormat, isSealedFileFormat } from '../../crypto/age-format.ts';
import type { GetTopics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { MailboxProofs } from '../runtime/possession-proofs.ts';
import { success, type OperationHandlers, malformedResult } from './operation-results.ts';
import { type AttestedIdentity, identityRecipientGroup } from '../../core/model/sealed-report.ts';
import { type FileSizes, largestSealedLength } from '../../core/model/file-limits.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { Urgency } from '../../core/model/urgency.ts';
import type { Caller } from './caller-authentication.ts';

export interface ReportOperationsDependencies {
  readonly getIntake: (person: string) => Intake;
  readonly getBudget: (person: string) => WorkBudget;
  readonly fileIntake?: (Omit<ReporterUploadDependencies, 'budget'> & { readonly sizes: FileSizes }) | undefined;
  readonly seal: Pick<TextSealer, 'seal' | 'fingerprints'>;
  readonly proofs: MailboxProofs;
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  readonly signedList: string | undefined;
  readonly contacts: Contacts;
  readonly shortRoles: readonly RequiredRole[];
  readonly timeLimits: TimeLimits;
  readonly staffing: () => Staffing;
  readonly messages: boolean;
  readonly topicsNow: GetTopics;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly tenantId: string;
  readonly onReportSaved: (urgency: Urgency) => void;
  readonly onAdditionSaved: () => void;
  readonly onForgerySuspected: () => void;
}

type CredentialWithProof = CaseCredential & { readonly proof?: string | undefined };

/** Clear words are refused. */
const areSeals = (...seals: readonly (string | undefined)[]): boolean =>
  seals.every((sealed) => sealed === undefined || isSealFormat(sealed));

export function createReportOperations<By>(
  deps: ReportOperationsDependencies,
  toReporter: (caller: By) => Reporter,
): OperationHandlers<typeof reportOperations, By> {
  const { proofs, clock, timeZone } = deps;
  /** One budget a person, at every entry point. */
  const budgetKey = ({ key, attestedPerson }: Reporter): string =>
    attestedPerson === undefined ? key : `${deps.tenantId}/${attestedPerson.objectId}`;
  const getIntake = (by: By): Intake => deps.getIntake(budgetKey(toReporter(by)));
  const today = (): Day => toDay(clock(), timeZone);
  const isRecent = (day: Day): boolean => day === today() || day === addDays(today(), -1);

  async function challengeResult({ key }: Reporter, claim: CaseCredential): Promise<Result<MailboxChallenge>> {
    try {
      return success({ kind: 'prove', challenge: await proofs.challenge(claim, key) });
    } catch (error) {
      // Nothing can be sealed to it: no mailbox.
      if (error instanceof SealError) return malformedResult;
      throw error;
    }
  }
  /** Checked before any look-up: no one learns whether there is a case. */
  const hasValidProof = ({ key }: Reporter, { proof, ...claim }: CredentialWithProof): boolean =>
    proofs.verify(proof, claim, key);

  /** Knowing a reference alone adds and replaces nothing. */
  async function withFiles<Answer>(
    by: By,
    { proof, ...claim }: CredentialWithProof,
    run: (keeping: ReporterUploadDependencies) => Promise<Result<Answer>>,
  ): Promise<Result<Answer | MailboxChallenge>> {
    if (deps.fileIntake === undefined) return malformedResult;
    const reporter = toReporter(by);
    if (!hasValidProof(reporter, { ...claim, proof })) return await challengeResult(reporter, claim);
    return await run({ ...deps.fileIntake, budget: deps.getBudget(budgetKey(reporter)) });
  }

  return {
    'report.begin': async () => {
      const { recipients, retired, signedList, contacts, timeLimits, messages } = deps;
      const named = { recipients, retired, ...(signedList !== undefined && { signed: signedList }) };
      return success({
        today: today(),
        ...named,
        contacts,
        shortRoles: deps.shortRoles,
        timeLimits,
        staffing: deps.staffing(),
        messages,
        files: deps.fileIntake !== undefined,
        ...(deps.fileIntake && { fileSizes: deps.fileIntake.sizes }),
      });
    },
    'report.submit': async (by: By, { proof, kind, sealedIdentity, files, ...report }) => {
      const reporter = toReporter(by);
      const { route, partnerType, attestedPerson } = reporter;
      // A partner's people are never named beside a report.
      const isTheirWay = report.route === route && (route === 'staff' || report.mode === 'notKept');
      if (!isTheirWay || !isRecent(report.receivedOn) || !areSeals(report.sealedReport, sealedIdentity))
        return malformedResult;
      const attestedIdentity = await sealAttestedIdentity(deps.seal, attestedPerson, report);
      const outcome = await getIntake(by).submit({
        ...report,
        tenantId: deps.tenantId,
        ...(partnerType && { partnerType }),
        ...(kind && { kind }),
        ...(sealedIdentity !== undefined && { sealedIdentity }),
        ...(attestedIdentity !== undefined && { attestedIdentity }),
        ...(files && { files }),
      });
      if (outcome.kind === 'saved' && outcome.isNew) {
        deps.onReportSaved(outcome.urgency);
        return success(outcome);
      }
      // Only the owner of the mailbox learns what the reference holds.
      return hasValidProof(reporter, { ...report, proof }) ? success(outcome) : challengeResult(reporter, report);
    },
    'report.find': async (by, { addition, messages, ...claim }) => {
      const reporter = toReporter(by);
      if (!hasValidProof(reporter, claim)) return challengeResult(reporter, claim);
      const asked = { ...(addition !== undefined && { addition }), ...(messages && { messages }) };
      return success((await getIntake(by).find(claim, asked)) ?? { kind: 'nothing' });
    },
    'report.add': async (by, { proof, files, ...sent }) => {
      const addition = { ...sent, ...(files && { files }) };
      if (!isRecent(addition.writtenOn) || !areSeals(addition.sealed)) return malformedResult;
      const reporter = toReporter(by);
      if (!hasValidProof(reporter, { ...addition, proof })) return challengeResult(reporter, addition);
      const outcome = await getIntake(by).add(addition);
      if (outcome.kind === 'saved') deps.onAdditionSaved();
      return success(outcome);
    },
    'report.fileParts': (by, { proof, id, bytes, ...claim }) =>
      withFiles(by, { ...claim, proof }, async (keeping) =>
        success({ kind: 'parts', ...(await readReporterUploadProgress(keeping, claim, { id, bytes })) }),
      ),
    'report.filePart': (by, { proof, id, bytes, part, data, ...claim }) =>
      withFiles(by, { ...claim, proof }, async (keeping) => {
        if (deps.fileIntake && bytes > largestSealedLength(deps.fileIntake.sizes)) return malformedResult;
        // The first part has an age file's whole header: clear words are refused.
        if (part === 0 && !isSealedFileFormat(data)) return malformedResult;
        return success({ kind: await saveReporterUploadPart(keeping, claim, { id, bytes }, part, data) });
      }),
    'report.fileDrop': (by, { proof, id, ...claim }) =>
      withFiles(by, { ...claim, proof }, async (keeping) =>
        success({ kind: await removeReporterUpload(keeping, claim, id) }),
      ),
    'report.draft': async (by, { id }) => {
      const sealed = await getIntake(by).readDraft(id);
      return success(sealed === undefined ? {} : { sealed });
    },
    'report.keep': async (by, { id, draft }) => {
      const last = addDays(today(), draftRetentionDays);
      if (draft && draft.until !== last && draft.until !== addDays(last, -1)) return malformedResult;
      await getIntake(by).saveDraft(id, draft);
      return success({ kept: true });
    },
    'report.doubt': async (by, claim) => {
      const reporter = toReporter(by);
      if (!hasValidProof(reporter, claim)) return challengeResult(reporter, claim);
      if ((await getIntake(by).find(claim, {})) !== undefined) deps.onForgerySuspected();
      return success({ noted: true });
    },
    'guidance.show': async (_by, { topic, language }) => {
      const { contacts, topicsNow } = deps;
      const page = guidancePage({ language, topic, topics: topicsNow(), contacts });
      return success({ page, card: renderPage(page) });
    },
  };
}

/**
 * The token's person, sealed to the readers of the report's identity, who compare: a page could claim another name.
 * `undefined` if no identity is stored or no one is known. Throws SealError.
 */
export async function sealAttestedIdentity(
  seal: Pick<TextSealer, 'seal' | 'fingerprints'>,
  attestedPerson: Reporter['attestedPerson'],
  { caseId, mode, receivedOn, handledBy }: Pick<ReportSubmission, 'caseId' | 'mode' | 'receivedOn' | 'handledBy'>,
): Promise<string | undefined> {
  const to = identityRecipientGroup(mode, handledBy);
  if (to === undefined || attestedPerson === undefined) return undefined;
  const recipients = [...seal.fingerprints(to)];
  const inside: AttestedIdentity = { v: 1, caseId, mode, receivedOn, recipients, identity: attestedPerson };
  return await seal.seal(JSON.stringify(inside), to);
}

export interface Reporter {
  /** Unique; a mailbox proof is bound to it. */
  readonly key: string;
  /** A page that gives another is not theirs. */
  readonly route: CaseRecord['route'];
  readonly partnerType?: CaseRecord['partnerType'];
  readonly attestedPerson?: Pick<Caller, 'objectId' | 'name'>;
}

export const staffReporter = ({ objectId, name }: Caller): Reporter => ({
  key: objectId,
  route: 'staff',
  attestedPerson: { objectId, name },
});
