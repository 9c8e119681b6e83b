import type { AnswerOf, RequestOf } from '../../contract/operations.ts';
import type { ReportOperation } from '../../contract/reporting.ts';
import type { Result } from './tab-context.ts';

export type ReportCall = <Name extends ReportOperation>(
  name: Name,
  body: RequestOf<Name>,
) => Promise<Result<AnswerOf<Name>>>;
