import type { FileTransport } from '../files/upload-file.ts';
import { z } from 'zod';
import {
  type AdditionOutcome,
  type CaseCredential,
  type Intake,
  type IntakeResult,
  isUnderstaffedRoleCode,
  type IntakeMessage,
  UnderstaffedRoleError,
  type SubmitOutcome,
} from '../../core/ports/intake.ts';
import { caseIdSchema, daySchema } from '../../core/model/base-schemas.ts';
import { caseStatuses, closingAnswers } from '../../core/model/case-terms.ts';
import { fileIdSchema, type StoredFile } from '../../core/model/sealed-file.ts';
import { maxFileBytes } from '../../core/model/file-limits.ts';
import { requiredRoles } from '../../core/model/roles.ts';
import { identityModes } from '../../core/model/questions.ts';
import { routes } from '../../core/model/report-routes.ts';
import { timeOfDaySchema } from '../../core/model/quiet-hours.ts';
import { staffedHoursRowSchema } from '../../core/model/staffed-hours.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { serverPageSchema } from './server-page.ts';
import type { Result } from '../ui/tab-context.ts';
import type { ReportCall } from '../ui/post-json.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { OverBudgetError } from '../../core/ports/work-budget.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { PageSealer } from './page-sealer.ts';

// Answers are untrusted input, perhaps from a foreign server or another build. One of another form counts as none.

const publicKeysSchema = z.array(z.string());
/** Days. */
const maxLimitDays = 3_650;
const limitSchema = z.number().min(0).max(maxLimitDays).optional();

const fileSizeSchema = z.int().min(1).max(maxFileBytes);
const fileSizesSchema = z.object({ file: fileSizeSchema, video: fileSizeSchema });

export const beginSchema = z.object({
  today: daySchema,
  recipients: z.object({
    acu: publicKeysSchema,
    recovery: publicKeysSchema,
    reserve: publicKeysSchema,
    custodians: publicKeysSchema,
  }),
  retired: publicKeysSchema,
  signed: z.string().optional(),
  contacts: contactsSchema,
  shortRoles: z.array(z.enum(requiredRoles)).optional(),
  timeLimits: z.object({ acknowledge: limitSchema, triage: limitSchema, update: limitSchema }),
  staffing: z
    .object({
      rows: z.array(staffedHoursRowSchema).optional(),
      opens: z.object({ day: daySchema, time: timeOfDaySchema }).optional(),
      onCall: z.object({ acu: z.boolean(), reserve: z.boolean() }),
    })
    .default({ onCall: { acu: false, reserve: false } }),
  messages: z.boolean(),
  files: z.boolean(),
  fileSizes: fileSizesSchema.optional(),
});

const handledBy = z.enum(['acu', 'reserve']);
const files = z.int().min(0).optional();
const savedShape = {
  caseId: caseIdSchema,
  urgency: z.enum(['urgent', 'standard']),
  handledBy,
  receivedOn: daySchema,
  mode: z.enum(identityModes),
  files,
};

const submitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), isNew: z.boolean(), ...savedShape }),
  z.object({ kind: z.literal('differs'), ...savedShape }),
  z.object({ kind: z.enum(['taken', 'erased', 'filesMissing']) }),
]);

const messageSchema = z
  .object({
    kind: z.enum(['messageFromReporter', 'messageToReporter']),
    at: z.string(),
    message: z.object({ id: z.string(), number: z.number(), sealed: z.string().optional() }),
    asks: z.boolean(),
    setAside: z.literal(true).optional(),
  })
  .transform(({ message: { sealed, ...message }, setAside, ...its }): IntakeMessage => {
    const beside = setAside === undefined ? {} : { setAside };
    return { ...its, ...beside, message: sealed === undefined ? message : { ...message, sealed } };
  });

const findSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('case'),
      handledBy,
      route: z.enum(routes).optional(),
      status: z.enum(caseStatuses),
      receivedOn: daySchema,
      next: z.object({ dueOn: daySchema, isLate: z.boolean() }).optional(),
      answer: z.enum(closingAnswers).optional(),
      asksOn: daySchema.optional(),
      files,
      identityOpenedOn: daySchema.optional(),
      addition: z.object({ stands: z.boolean(), count: z.int().min(0) }),
      messages: z.array(messageSchema),
    })
    .transform(({ route, next, answer, asksOn, identityOpenedOn, ...its }): IntakeResult => {
      return { ...its, route, next, answer, asksOn, identityOpenedOn };
    }),
  z.object({ kind: z.literal('erased'), on: daySchema, stood: z.boolean() }),
  z.object({ kind: z.literal('nothing') }),
]);

const addSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['saved', 'moved', 'notFound', 'fullToday', 'full', 'filesMissing']) }),
  z.object({ kind: z.literal('erased'), on: daySchema }),
]);

const partsSchema = z.object({
  kind: z.literal('parts'),
  parts: z.array(z.int().min(0)),
  waiting: z.array(fileIdSchema),
});

const partSchema = z.object({ kind: z.enum(['kept', 'differs', 'full']) });
const dropSchema = z.object({ kind: z.enum(['dropped', 'named']) });

const doubtSchema = z.object({ noted: z.literal(true) });

const draftSchema = z.object({ sealed: z.string().optional() });

const saveDraftSchema = z.object({ kept: z.literal(true) });

/** A page that asks for something, or gives a code, is no topic. */
export const guidanceSchema = z.object({ page: serverPageSchema });

/** A server's refusal as a store's error. `unknown`: no one knows whether it was done. */
export class RefusalError extends StoreError {
  readonly refusal: Refusal['code'];
  constructor(refusal: Refusal['code']) {
    super(
      refusal === 'newer' ? refusal : refusal === 'unconfirmed' || refusal === 'failed' ? 'unknown' : 'unavailable',
    );
    this.refusal = refusal;
  }
}

interface IntakeClient extends Intake {
  /** A message under the claim found last is not genuine. */
  reportForgedMessage(): Promise<void>;
  readonly files: Omit<FileTransport, 'listParts'> & {
    listParts(...asked: Parameters<FileTransport['listParts']>): Promise<z.infer<typeof partsSchema>>;
  };
}

function parseResponse<T>(result: Result<unknown>, schema: z.ZodType<T>): T {
  if (!result.ok && result.refusal.code === 'overBudget') throw new OverBudgetError();
  if (!result.ok && isUnderstaffedRoleCode(result.refusal.code)) throw new UnderstaffedRoleError(result.refusal.code);
  if (!result.ok) throw new RefusalError(result.refusal.code);
  const answer = schema.safeParse(result.value);
  if (!answer.success) throw new StoreError('unknown');
  return answer.data;
}

const toFileList = (files: readonly StoredFile[] | undefined) => files && { files: [...files] };

const challengeSchema = z.object({ kind: z.literal('prove'), challenge: z.string() });

/**
 * Only a proof goes back: a hostile server could otherwise have this page decrypt a message to this mailbox, and get
 * the words.
 */
const proofPattern = /^\d{1,9}\.[\w-]{43}$/u;

/** If the server asks, proves that a mailbox is its own by decrypting a seal made for it. */
export function createIntakeClient(call: ReportCall, seal: Pick<PageSealer, 'decryptMailboxSeal'>): IntakeClient {
  const proofs = new Map<string, string>();
  let last: CaseCredential | undefined;

  /** Adds proof of the mailbox if the server wants it. Throws StoreError. */
  async function callWithProof<Answer extends object>(
    { mailbox }: CaseCredential,
    schema: z.ZodType<Answer>,
    ask: (proof: { readonly proof?: string }) => Promise<Result<unknown>>,
  ): Promise<Answer> {
    for (let tries = 0; tries < 2; tries += 1) {
      const proof = proofs.get(mailbox);
      const result = await ask(proof === undefined ? {} : { proof });
      const asked = result.ok ? challengeSchema.safeParse(result.value).data : undefined;
      if (asked === undefined) return parseResponse(result, schema);
      const opened = await seal.decryptMailboxSeal(mailbox, asked.challenge);
      if (opened === undefined || !proofPattern.test(opened)) break;
      proofs.set(mailbox, opened);
    }
    throw new StoreError('unknown');
  }

  /**
   * Asks before it writes: after a write without an answer no one knows what was saved, but if this has no answer,
   * nothing was sent. Throws StoreError.
   */
  async function checkReachable(ask: () => Promise<unknown>): Promise<void> {
    try {
      await ask();
    } catch (error) {
      if (error instanceof StoreError && error.code === 'unavailable') throw error;
    }
  }

  const listParts: IntakeClient['files']['listParts'] = ({ caseId, mailbox }, { id, bytes }) =>
    callWithProof({ caseId, mailbox }, partsSchema, (proof) =>
      call('report.fileParts', { caseId, mailbox, id, bytes, ...proof }),
    );

  return {
    async submit({ tenantId: _its, attestedIdentity: _theirs, partnerType: _known, flags, files, ...report }) {
      const claim = { caseId: report.caseId, mailbox: report.mailbox };
      await checkReachable(() =>
        callWithProof(claim, findSchema, (proof) => call('report.find', { ...claim, ...proof })),
      );
      const outcome = await callWithProof<SubmitOutcome>(report, submitSchema, (proof) =>
        call('report.submit', { ...report, flags: [...flags], ...toFileList(files), ...proof }),
      );
      if ('caseId' in outcome && outcome.caseId !== report.caseId) throw new StoreError('unknown');
      return outcome;
    },
    async find({ caseId, mailbox }, asked) {
      const claim = { caseId, mailbox };
      last = claim;
      const found = await callWithProof(claim, findSchema, (proof) =>
        call('report.find', { ...claim, ...asked, ...proof }),
      );
      return found.kind === 'nothing' ? undefined : found;
    },
    add: ({ files, ...addition }) =>
      callWithProof<AdditionOutcome>(addition, addSchema, (proof) =>
        call('report.add', { ...addition, ...toFileList(files), ...proof }),
      ),
    async readDraft(id) {
      return parseResponse(await call('report.draft', { id }), draftSchema).sealed;
    },
    async saveDraft(id, draft) {
      if (draft) await checkReachable(async () => parseResponse(await call('report.draft', { id }), draftSchema));
      parseResponse(await call('report.keep', { id, ...(draft && { draft }) }), saveDraftSchema);
    },
    files: {
      listParts,
      async sendPart({ caseId, mailbox }, { id, bytes }, part, content) {
        // Without a proof a part would go up twice.
        if (!proofs.has(mailbox)) await listParts({ caseId, mailbox }, { id, bytes });
        const its = { caseId, mailbox, id, bytes, part, data: content };
        return (
          await callWithProof({ caseId, mailbox }, partSchema, (proof) => call('report.filePart', { ...its, ...proof }))
        ).kind;
      },
      async drop({ caseId, mailbox }, id) {
        const its = { caseId, mailbox, id };
        return (
          await callWithProof({ caseId, mailbox }, dropSchema, (proof) => call('report.fileDrop', { ...its, ...proof }))
        ).kind;
      },
    },
    async reportForgedMessage() {
      const claim = last;
      if (claim !== undefined)
        await callWithProof(claim, doubtSchema, (proof) => call('report.doubt', { ...claim, ...proof }));
    },
  };
}
