import type { AdditionOutcome, Claim, Desk, FoundAtDesk, SubmitOutcome } from '../../concerns/ports/desk.ts';
import type { KeptFile } from '../../concerns/records/kept-file.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { Challenge } from '../../contract/report-answers.ts';
import type { ReportCall } from '../parts/report-call.ts';
import type { Result } from '../parts/tab-context.ts';
import type { PageSeal } from './page-seal.ts';

/** A refusal of the server, as the error of a store: `unknown` where nobody knows what came of it. */
export class RefusedError extends StoreError {
  readonly refusal: Refusal['code'];
  constructor(refusal: Refusal['code']) {
    super(refusal === 'unconfirmed' || refusal === 'failed' ? 'unknown' : 'unavailable');
    this.refusal = refusal;
  }
}

export interface DeskByApi extends Desk {
  /** Tells that a message under the claim that was found last is not genuine. */
  doubt(): Promise<void>;
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RefusedError(result.refusal.code);
}

const listed = (files: readonly KeptFile[] | undefined) => files && { files: [...files] };

const isChallenge = (answer: object): answer is Challenge => 'kind' in answer && answer.kind === 'prove';

/**
 * The desk in the page: what is handed in goes over the wire, sealed. Where the server asks for it, the page shows that
 * a mailbox is its own by opening what was sealed to it.
 */
export function createDeskByApi(call: ReportCall, seal: Pick<PageSeal, 'openAt'>): DeskByApi {
  const proofs = new Map<string, string>();
  let last: Claim | undefined;

  async function proving<Answer extends object>(
    { mailbox }: Claim,
    ask: (proof: { readonly proof?: string }) => Promise<Result<Answer | Challenge>>,
  ): Promise<Answer> {
    for (let tries = 0; tries < 2; tries += 1) {
      const proof = proofs.get(mailbox);
      const answer = valueOf(await ask(proof === undefined ? {} : { proof }));
      if (!isChallenge(answer)) return answer;
      const opened = await seal.openAt(mailbox, answer.challenge);
      if (opened === undefined) break;
      proofs.set(mailbox, opened);
    }
    // A server that asks for ever has told nothing.
    throw new StoreError('unknown');
  }

  return {
    submit: ({ tenantId: _its, attestedIdentity: _theirs, partnerType: _known, flags, files, ...report }) =>
      proving<SubmitOutcome>(report, (proof) =>
        call('report.submit', { ...report, flags: [...flags], ...listed(files), ...proof }),
      ),
    async find({ caseId, mailbox }, asked) {
      const claim = { caseId, mailbox };
      last = claim;
      const found = await proving<FoundAtDesk | { readonly kind: 'nothing' }>(claim, (proof) =>
        call('report.find', { ...claim, ...asked, ...proof }),
      );
      return found.kind === 'nothing' ? undefined : found;
    },
    add: ({ files, ...addition }) =>
      proving<AdditionOutcome>(addition, (proof) => call('report.add', { ...addition, ...listed(files), ...proof })),
    async draft(id) {
      return valueOf(await call('report.draft', { id })).sealed;
    },
    async keep(id, draft) {
      valueOf(await call('report.keep', { id, ...(draft && { draft }) }));
    },
    async doubt() {
      const claim = last;
      if (claim !== undefined)
        await proving<{ readonly noted: true }>(claim, (proof) => call('report.doubt', { ...claim, ...proof }));
    },
  };
}
