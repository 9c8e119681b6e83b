import { StoreError } from '../../core/ports/store-error.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { FileTransport } from '../files/upload-file.ts';
import type { Result, Tab } from '../ui/tab-context.ts';

interface CaseFileTransport {
  readonly wire: FileTransport;
  /** Why the server turned a file away for good. */
  readonly refusal: () => Refusal | undefined;
}

const retryableRefusals: ReadonlySet<Refusal['code']> = new Set([
  'tooOften',
  'unavailable',
  'newer',
  'unconfirmed',
  'failed',
]);

/** Sends what a handler adds to a case. A refusal that may pass is a StoreError. */
export function createCaseFileTransport(call: Tab['call']): CaseFileTransport {
  let refusal: Refusal | undefined;
  function unwrapResult<Answer>(result: Result<Answer>): Answer {
    if (result.ok) return result.value;
    if (retryableRefusals.has(result.refusal.code)) throw new StoreError('unavailable');
    ({ refusal } = result);
    throw new Error('refused');
  }
  return {
    wire: {
      listParts: async ({ caseId }, { id, bytes }) => unwrapResult(await call('case.fileParts', { caseId, id, bytes })),
      async sendPart({ caseId }, { id, bytes }, part, content) {
        return unwrapResult(await call('case.filePart', { caseId, id, bytes, part, data: content })).kind;
      },
      drop: async ({ caseId }, id) => unwrapResult(await call('case.fileDrop', { caseId, id })).kind,
    },
    refusal: () => refusal,
  };
}
