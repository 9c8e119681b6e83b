import { drawPage } from '../../cards/render-page.ts';
import { guidancePage } from '../../cards/guidance-page.ts';
import { dropFile, partsStanding, type TakeFileDependencies, takePart } from '../../core/intake/intake.ts';
import type { Claim, Desk, SentReport } from '../../core/ports/intake.ts';
import { type Seal, SealError } from '../../core/ports/seal.ts';
import type { WorkBudget } from '../../core/ports/work-budget.ts';
import type { TimeLimits } from '../../core/model/deadlines.ts';
import { draftDays } from '../../core/reporting/drafts.ts';
import { addDays, type Clock, type Day, dayOf } from '../../core/model/calendar.ts';
import type { NeededRole } from '../../core/model/directory.ts';
import type { Staffing } from '../../core/model/staffed-hours.ts';
import type { Recipients } from '../../core/model/recipients.ts';
import type { Result } from '../../contract/answers.ts';
import type { Challenge, reportOperations } from '../../contract/reporting.ts';
import { looksSealed, looksSealedFile } from '../../crypto/age-format.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { MailboxProofs } from '../runtime/timed-proofs.ts';
import { done, type Handlers, odd } from './operation.ts';
import { z } from 'zod';
import { type AttestedIdentity, identityOpensFor } from '../../core/model/sealed-report.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { Caller } from './tab-authentication.ts';

export interface ReportOperationsDependencies {
  readonly deskOf: (person: string) => Desk;
  readonly budgetOf: (person: string) => WorkBudget;
  readonly keeping?: Omit<TakeFileDependencies, 'budget'> | undefined;
  readonly seal: Pick<Seal, 'seal' | 'fingerprints'>;
  readonly proofs: MailboxProofs;
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  readonly signedList: string | undefined;
  readonly contacts: Contacts;
  readonly shortRoles: readonly NeededRole[];
  readonly timeLimits: TimeLimits;
  readonly staffing: () => Staffing;
  readonly messages: boolean;
  readonly topicsNow: LiveTopics;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly tenantId: string;
  /** Told of a new report: its alert need not wait. */
  readonly onTaken: () => void;
  readonly onDoubt: () => void;
}

type Proved = Claim & { readonly proof?: string | undefined };

const bytesSchema = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

/** Words in clear are refused. */
const areSeals = (...seals: readonly (string | undefined)[]): boolean =>
  seals.every((sealed) => sealed === undefined || looksSealed(sealed));

export function createReportOperations<By>(
  deps: ReportOperationsDependencies,
  reporterOf: (caller: By) => Reporter,
): Handlers<typeof reportOperations, By> {
  const { proofs, clock, timeZone } = deps;
  /** One budget for a person, by any door. */
  const budgetKey = ({ key, attests }: Reporter): string =>
    attests === undefined ? key : `${deps.tenantId}/${attests.objectId}`;
  const deskOf = (by: By): Desk => deps.deskOf(budgetKey(reporterOf(by)));
  const today = (): Day => dayOf(clock(), timeZone);
  const isRecent = (day: Day): boolean => day === today() || day === addDays(today(), -1);

  async function challenged({ key }: Reporter, claim: Claim): Promise<Result<Challenge>> {
    try {
      return done({ kind: 'prove', challenge: await proofs.challenge(claim, key) });
    } catch (error) {
      // Nothing can be sealed to it: no mailbox.
      if (error instanceof SealError) return odd;
      throw error;
    }
  }
  /** Checked before any look-up: no one learns whether there is a case. */
  const isTheirs = ({ key }: Reporter, { proof, ...claim }: Proved): boolean => proofs.holds(proof, claim, key);

  /** Someone who knows only a reference fills nothing and replaces nothing. */
  async function withFiles<Answer>(
    by: By,
    { proof, ...claim }: Proved,
    run: (keeping: TakeFileDependencies) => Promise<Result<Answer>>,
  ): Promise<Result<Answer | Challenge>> {
    // No page of ours asks if files are not taken.
    if (deps.keeping === undefined) return odd;
    const reporter = reporterOf(by);
    if (!isTheirs(reporter, { ...claim, proof })) return await challenged(reporter, claim);
    return await run({ ...deps.keeping, budget: deps.budgetOf(budgetKey(reporter)) });
  }

  return {
    'report.begin': async () => {
      const { recipients, retired, signedList, contacts, timeLimits, messages } = deps;
      const named = { recipients, retired, ...(signedList !== undefined && { signed: signedList }) };
      return done({
        today: today(),
        ...named,
        contacts,
        shortRoles: deps.shortRoles,
        timeLimits,
        staffing: deps.staffing(),
        messages,
        files: deps.keeping !== undefined,
      });
    },
    'report.submit': async (by: By, { proof, kind, sealedIdentity, files, ...report }) => {
      const reporter = reporterOf(by);
      const { route, partnerType, attests } = reporter;
      // A partner's people are never named beside a report.
      const isTheirWay = report.route === route && (route === 'staff' || report.mode === 'notKept');
      if (!isTheirWay || !isRecent(report.receivedOn) || !areSeals(report.sealedReport, sealedIdentity)) return odd;
      const attestedIdentity = await attested(deps.seal, attests, report);
      const outcome = await deskOf(by).submit({
        ...report,
        tenantId: deps.tenantId,
        ...(partnerType && { partnerType }),
        ...(kind && { kind }),
        ...(sealedIdentity !== undefined && { sealedIdentity }),
        ...(attestedIdentity !== undefined && { attestedIdentity }),
        ...(files && { files }),
      });
      if (outcome.kind === 'saved' && outcome.isNew) {
        deps.onTaken();
        return done(outcome);
      }
      // Only the owner of the mailbox is told what the reference holds.
      return isTheirs(reporter, { ...report, proof }) ? done(outcome) : challenged(reporter, report);
    },
    'report.find': async (by, { addition, messages, ...claim }) => {
      const reporter = reporterOf(by);
      if (!isTheirs(reporter, claim)) return challenged(reporter, claim);
      const asked = { ...(addition !== undefined && { addition }), ...(messages && { messages }) };
      return done((await deskOf(by).find(claim, asked)) ?? { kind: 'nothing' });
    },
    'report.add': async (by, { proof, files, ...sent }) => {
      const addition = { ...sent, ...(files && { files }) };
      if (!isRecent(addition.writtenOn) || !areSeals(addition.sealed)) return odd;
      const reporter = reporterOf(by);
      if (!isTheirs(reporter, { ...addition, proof })) return challenged(reporter, addition);
      const outcome = await deskOf(by).add(addition);
      if (outcome.kind === 'saved') deps.onTaken();
      return done(outcome);
    },
    'report.fileParts': (by, { proof, id, bytes, ...claim }) =>
      withFiles(by, { ...claim, proof }, async (keeping) =>
        done({ kind: 'parts', ...(await partsStanding(keeping, claim, { id, bytes })) }),
      ),
    'report.filePart': (by, { proof, id, bytes, part, data, ...claim }) =>
      withFiles(by, { ...claim, proof }, async (keeping) => {
        const content = bytesSchema.parse(data);
        // The first part has the whole header of an age file: words in clear are refused.
        if (part === 0 && !looksSealedFile(content)) return odd;
        return done({ kind: await takePart(keeping, claim, { id, bytes }, part, content) });
      }),
    'report.fileDrop': (by, { proof, id, ...claim }) =>
      withFiles(by, { ...claim, proof }, async (keeping) => done({ kind: await dropFile(keeping, claim, id) })),
    'report.draft': async (by, { id }) => {
      const sealed = await deskOf(by).draft(id);
      return done(sealed === undefined ? {} : { sealed });
    },
    'report.keep': async (by, { id, draft }) => {
      const last = addDays(today(), draftDays);
      if (draft && draft.until !== last && draft.until !== addDays(last, -1)) return odd;
      await deskOf(by).keep(id, draft);
      return done({ kept: true });
    },
    'report.doubt': async (by, claim) => {
      const reporter = reporterOf(by);
      if (!isTheirs(reporter, claim)) return challenged(reporter, claim);
      if ((await deskOf(by).find(claim, {})) !== undefined) deps.onDoubt();
      return done({ noted: true });
    },
    'guidance.show': async (_by, { topic, language }) => {
      const { contacts, topicsNow } = deps;
      const page = guidancePage({ language, topic, topics: topicsNow(), contacts });
      return done({ page, card: drawPage(page) });
    },
  };
}

/**
 * The token's person, sealed to the readers of the report's identity: a page could claim another name, and the reader
 * compares. `undefined` if no identity is kept or no one is known. Throws SealError.
 */
export async function attested(
  seal: Pick<Seal, 'seal' | 'fingerprints'>,
  attests: Reporter['attests'],
  { caseId, mode, receivedOn, handledBy }: Pick<SentReport, 'caseId' | 'mode' | 'receivedOn' | 'handledBy'>,
): Promise<string | undefined> {
  const to = identityOpensFor(mode, handledBy);
  if (to === undefined || attests === undefined) return undefined;
  const recipients = [...seal.fingerprints(to)];
  const inside: AttestedIdentity = { v: 1, caseId, mode, receivedOn, recipients, identity: attests };
  return await seal.seal(JSON.stringify(inside), to);
}

/** Someone who reports: of the tenant, or a partner's session. */
export interface Reporter {
  /** Unique; a mailbox proof is bound to it. */
  readonly key: string;
  /** A page that gives another is not theirs. */
  readonly route: CaseRecord['route'];
  readonly partnerType?: CaseRecord['partnerType'];
  readonly attests?: Pick<Caller, 'objectId' | 'name'>;
}

export const staffReporter = ({ objectId, name }: Caller): Reporter => ({
  key: objectId,
  route: 'staff',
  attests: { objectId, name },
});
