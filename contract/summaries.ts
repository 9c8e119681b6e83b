import { z } from 'zod';
import { audiences, permittedSummaryAudiences } from '../core/model/permissions.ts';
import type { Day, Week } from '../core/model/calendar.ts';
import { roles } from '../core/model/roles.ts';
import { languages } from '../core/model/language.ts';
import { summaryFormats } from '../core/model/output-formats.ts';
import { parsePeriod } from '../summary/figures/periods.ts';
import type { Summary } from '../summary/figures/summary.ts';
import { answerType, type OperationDefinition, type OperationDefinitions } from './operation-definition.ts';

export interface OfferedPeriod {
  readonly period: string;
  readonly title: string;
}

/**
 * `notClosed`: no week of it is over. `notNow`: the server's clock is in doubt. `notSafe`: with earlier publications it
 * would reveal hidden figures; those in `nearest` would not. `damaged`: a week's figures cannot be read.
 */
export type SummaryResult =
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day }
  | { readonly kind: 'notNow' | 'damaged' }
  | { readonly kind: 'notSafe'; readonly nearest: readonly OfferedPeriod[] };

export type SummaryFileAnswer =
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly base64: string }
  | Exclude<SummaryResult, { readonly kind: 'summary' }>;

export interface SummaryAnswer {
  readonly latest: Week;
  readonly told: SummaryResult;
}

const period = z.string().transform((text, context) => {
  const read = parsePeriod(text);
  if (read === undefined) context.addIssue({ code: 'custom', message: 'no period' });
  return read ?? z.NEVER;
});
/** Without a period: the last closed week. */
const summaryBody = z.strictObject({
  audience: z.enum(audiences),
  period: period.optional(),
  language: z.enum(languages),
});
const readDefaults = {
  roles: roles.filter((role) => permittedSummaryAudiences(new Set([role])).length > 0),
  auditTrail: 'log',
  isReadOnly: true,
} as const satisfies Partial<OperationDefinition>;

export const summaryOperations = {
  'summaries.read': { ...readDefaults, body: summaryBody, answer: answerType<SummaryAnswer>() },
  'summaries.file': {
    ...readDefaults,
    body: summaryBody.extend({ format: z.enum(summaryFormats) }),
    answer: answerType<SummaryFileAnswer>(),
  },
} as const satisfies OperationDefinitions;
