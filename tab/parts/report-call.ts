import type { AnswerOf } from '../../contract/answers.ts';
import type { ReportOperation } from '../../contract/report-requests.ts';
import type { RequestOf } from '../../contract/requests.ts';
import type { Result } from './tab-context.ts';

/** The way to the operations of reporting, at the staff's page as at the partners'. Never rejects. */
export type ReportCall = <Name extends ReportOperation>(
  name: Name,
  body: RequestOf<Name>,
) => Promise<Result<AnswerOf<Name>>>;
