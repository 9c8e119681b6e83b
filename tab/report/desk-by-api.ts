import { z } from 'zod';
import type { AdditionOutcome, Claim, Desk, SubmitOutcome } from '../../concerns/ports/desk.ts';
import type { KeptFile } from '../../concerns/records/kept-file.ts';
import { isShortRoleCode, ShortRoleError } from '../../concerns/ports/short-role-error.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { OverBudgetError } from '../../concerns/ports/work-budget.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { ReportCall } from '../parts/report-call.ts';
import type { Result } from '../parts/tab-context.ts';
import type { PageSeal } from './page-seal.ts';
import { type FilesByApi, filesByApi } from './files-by-api.ts';
import { addSchema, doubtSchema, draftSchema, findSchema, keptSchema, submitSchema } from './server-answers.ts';

/** A refusal of the server as the error of a store. `unknown`: no one knows what was done. */
export class RefusedError extends StoreError {
  readonly refusal: Refusal['code'];
  constructor(refusal: Refusal['code']) {
    super(
      refusal === 'newer' ? refusal : refusal === 'unconfirmed' || refusal === 'failed' ? 'unknown' : 'unavailable',
    );
    this.refusal = refusal;
  }
}

export interface DeskByApi extends Desk {
  /** Tells that a message under the claim found last is not genuine. */
  doubt(): Promise<void>;
  readonly files: FilesByApi;
}

function valueOf<T>(result: Result<unknown>, schema: z.ZodType<T>): T {
  if (!result.ok && result.refusal.code === 'overBudget') throw new OverBudgetError();
  if (!result.ok && isShortRoleCode(result.refusal.code)) throw new ShortRoleError(result.refusal.code);
  if (!result.ok) throw new RefusedError(result.refusal.code);
  const answer = schema.safeParse(result.value);
  // An answer of another form has told nothing.
  if (!answer.success) throw new StoreError('unknown');
  return answer.data;
}

const listed = (files: readonly KeptFile[] | undefined) => files && { files: [...files] };

const challengeSchema = z.object({ kind: z.literal('prove'), challenge: z.string() });

/**
 * Only a proof is sent back: a hostile server could otherwise have this page open what someone wrote to this mailbox,
 * and be told the words.
 */
const proofPattern = /^\d{1,9}\.[\w-]{43}$/u;

/**
 * The desk in the page: sends what is handed in, sealed. If the server asks, it proves that a mailbox is its own by
 * opening what was sealed to it.
 */
export function createDeskByApi(call: ReportCall, seal: Pick<PageSeal, 'openAt'>): DeskByApi {
  const proofs = new Map<string, string>();
  let last: Claim | undefined;

  async function proving<Answer extends object>(
    { mailbox }: Claim,
    schema: z.ZodType<Answer>,
    ask: (proof: { readonly proof?: string }) => Promise<Result<unknown>>,
  ): Promise<Answer> {
    for (let tries = 0; tries < 2; tries += 1) {
      const proof = proofs.get(mailbox);
      const result = await ask(proof === undefined ? {} : { proof });
      const asked = result.ok ? challengeSchema.safeParse(result.value).data : undefined;
      if (asked === undefined) return valueOf(result, schema);
      const opened = await seal.openAt(mailbox, asked.challenge);
      if (opened === undefined || !proofPattern.test(opened)) break;
      proofs.set(mailbox, opened);
    }
    // A server that keeps asking has told nothing.
    throw new StoreError('unknown');
  }

  return {
    async submit({ tenantId: _its, attestedIdentity: _theirs, partnerType: _known, flags, files, ...report }) {
      const outcome = await proving<SubmitOutcome>(report, submitSchema, (proof) =>
        call('report.submit', { ...report, flags: [...flags], ...listed(files), ...proof }),
      );
      // Another report's answer says nothing of this one.
      if ('caseId' in outcome && outcome.caseId !== report.caseId) throw new StoreError('unknown');
      return outcome;
    },
    async find({ caseId, mailbox }, asked) {
      const claim = { caseId, mailbox };
      last = claim;
      const found = await proving(claim, findSchema, (proof) => call('report.find', { ...claim, ...asked, ...proof }));
      return found.kind === 'nothing' ? undefined : found;
    },
    add: ({ files, ...addition }) =>
      proving<AdditionOutcome>(addition, addSchema, (proof) =>
        call('report.add', { ...addition, ...listed(files), ...proof }),
      ),
    async draft(id) {
      return valueOf(await call('report.draft', { id }), draftSchema).sealed;
    },
    async keep(id, draft) {
      valueOf(await call('report.keep', { id, ...(draft && { draft }) }), keptSchema);
    },
    files: filesByApi(call, proving),
    async doubt() {
      const claim = last;
      if (claim !== undefined)
        await proving(claim, doubtSchema, (proof) => call('report.doubt', { ...claim, ...proof }));
    },
  };
}
