import type { AnswerOf } from '../../contract/answers.ts';
import type { ReportOperation } from '../../contract/report-requests.ts';
import type { RequestOf } from '../../contract/requests.ts';
import type { Result } from './tab-context.ts';

/** The way to the operations of reporting, at the staff's page as at the partners'. Never rejects. */
export type ReportCall = <Name extends ReportOperation>(
  name: Name,
  body: RequestOf<Name>,
) => Promise<Result<AnswerOf<Name>>>;

/** The operations of reporting that change nothing that anybody would have to worry about when their answer is lost. */
export const readingReports = [
  'report.begin',
  'report.find',
  'report.draft',
  'report.doubt',
  'report.fileParts',
  'guidance.show',
] as const satisfies readonly ReportOperation[];
