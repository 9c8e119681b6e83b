import type { AnswerOf, RequestOf } from '../../contract/operations.ts';
import type { ReportOperation } from '../../contract/reporting.ts';
import type { Result } from './tab-context.ts';

/** The way to the operations of reporting, at the staff's page as at the partners'. Never rejects. */
export type ReportCall = <Name extends ReportOperation>(
  name: Name,
  body: RequestOf<Name>,
) => Promise<Result<AnswerOf<Name>>>;
