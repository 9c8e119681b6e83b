import { base64 } from '@scure/base';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { FileWire } from '../files/send-file.ts';
import type { Result, Tab } from '../parts/tab-context.ts';

/** `refusal` is the one that ended the transfer, if any. */
export interface FilesOfCase {
  readonly wire: FileWire;
  readonly refusal: () => Refusal | undefined;
}

/** Refusals after which the same part is sent again. */
const passing: ReadonlySet<Refusal['code']> = new Set(['tooOften', 'unavailable', 'newer', 'unconfirmed', 'failed']);

/** Sends each part by itself, before the entry that names the file. */
export function filesOfCase(call: Tab['call']): FilesOfCase {
  let refusal: Refusal | undefined;
  function answered<Answer>(result: Result<Answer>): Answer {
    if (result.ok) return result.value;
    if (passing.has(result.refusal.code)) throw new StoreError('unavailable');
    ({ refusal } = result);
    throw new Error('refused');
  }
  return {
    wire: {
      parts: async ({ caseId }, { id, bytes }) => answered(await call('case.fileParts', { caseId, id, bytes })),
      async part({ caseId }, { id, bytes }, part, content) {
        const data = base64.encode(content);
        return answered(await call('case.filePart', { caseId, id, bytes, part, data })).kind;
      },
      drop: async ({ caseId }, id) => answered(await call('case.fileDrop', { caseId, id })).kind,
    },
    refusal: () => refusal,
  };
}
