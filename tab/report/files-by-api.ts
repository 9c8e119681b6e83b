import { base64 } from '@scure/base';
import type { z } from 'zod';
import type { Claim } from '../../concerns/ports/desk.ts';
import type { KeptFile } from '../../concerns/records/kept-file.ts';
import type { Result } from '../parts/tab-context.ts';
import type { ReportCall } from '../parts/report-call.ts';
import { dropSchema, partSchema, partsSchema } from './server-answers.ts';

/** Asks with the proof that a mailbox is this page's own, if the server wants it. Throws StoreError. */
export type Proving = <Answer extends object>(
  claim: Claim,
  schema: z.ZodType<Answer>,
  ask: (proof: { readonly proof?: string }) => Promise<Result<unknown>>,
) => Promise<Answer>;

/** Sealed files that go over the wire before what names them is handed in. Each throws StoreError. */
export interface FilesByApi {
  parts(
    claim: Claim,
    file: KeptFile,
  ): Promise<{ readonly parts: readonly number[]; readonly waiting: readonly string[] }>;
  /** `differs` and `full` keep nothing. */
  part(claim: Claim, file: KeptFile, part: number, bytes: Uint8Array): Promise<'kept' | 'differs' | 'full'>;
  /** `named`: a report or message names it, and it stays. */
  drop(claim: Claim, id: string): Promise<'dropped' | 'named'>;
}

export const filesByApi = (call: ReportCall, proving: Proving): FilesByApi => ({
  parts: ({ caseId, mailbox }, { id, bytes }) =>
    proving({ caseId, mailbox }, partsSchema, (proof) =>
      call('report.fileParts', { caseId, mailbox, id, bytes, ...proof }),
    ),
  async part({ caseId, mailbox }, { id, bytes }, part, content) {
    const data = base64.encode(content);
    const its = { caseId, mailbox, id, bytes, part, data };
    return (await proving({ caseId, mailbox }, partSchema, (proof) => call('report.filePart', { ...its, ...proof })))
      .kind;
  },
  async drop({ caseId, mailbox }, id) {
    const its = { caseId, mailbox, id };
    return (await proving({ caseId, mailbox }, dropSchema, (proof) => call('report.fileDrop', { ...its, ...proof })))
      .kind;
  },
});
