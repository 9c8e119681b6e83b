import type { z } from 'zod';
import { OverBudgetError } from '../../core/ports/work-budget.ts';
import { UnderstaffedRoleError } from '../../core/ports/intake.ts';
import type { PreconditionCode, CaseRefusal, Refusal, Result } from '../../contract/operation-answers.ts';
import type {
  AnswerValue,
  OperationDefinition,
  OperationDefinitions,
  ParsedBody,
} from '../../contract/operation-definition.ts';
import { TextQueueFullError } from '../content/text-worker-queue.ts';
import type { Caller } from './caller-authentication.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { DeadlineError } from '../../dialogs/answer-deadline.ts';

export const success = <Answer>(value: Answer) => ({ ok: true, value }) as const;
export const failure = (refusal: Refusal) => ({ ok: false, refusal }) as const;
export const refusedResult = failure({ code: 'refused' });
export const malformedResult = failure({ code: 'odd' });

export const toFailure = (
  step:
    | { readonly kind: 'refused' }
    | { readonly kind: 'notAllowed'; readonly why: CaseRefusal; readonly gates?: readonly PreconditionCode[] },
) =>
  step.kind === 'refused'
    ? refusedResult
    : failure({ code: 'notAllowed', why: step.why, ...(step.gates && { gates: step.gates }) });

type OperationHandler<Row extends OperationDefinition, By = Caller> = (
  caller: By,
  body: ParsedBody<Row>,
) => Promise<Result<AnswerValue<Row>>>;
export type OperationHandlers<All extends OperationDefinitions, By = Caller> = {
  readonly [Name in keyof All]: OperationHandler<All[Name], By>;
};

const parseBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.ZodSafeParseResult<z.output<Schema>> =>
  schema.safeParse(body);

/** Parses the body strictly, then runs the handler. Throws StoreError. */
export async function runOperation<All extends OperationDefinitions, By>(
  definitions: All,
  handlers: OperationHandlers<All, By>,
  name: keyof All,
  caller: By,
  body: unknown,
): Promise<Result<AnswerValue<All[keyof All]>>> {
  const definition: All[keyof All] = definitions[name];
  const read = parseBody<All[keyof All]['body']>(definition.body, body);
  if (!read.success) return malformedResult;
  try {
    return await handlers[name](caller, read.data);
  } catch (error) {
    if (error instanceof OverBudgetError) return failure({ code: 'overBudget' });
    if (error instanceof TextQueueFullError) return failure({ code: 'tooOften' });
    if (error instanceof UnderstaffedRoleError) return failure({ code: error.code });
    throw error;
  }
}

export interface WireAnswer {
  readonly status: number;
  readonly body: object;
}

const httpStatuses = {
  notSignedIn: 401,
  refused: 403,
  odd: 400,
  moved: 409,
  notAllowed: 409,
  tooOften: 429,
  overBudget: 429,
  // Older pages take 503 to mean that nothing was saved.
  noReserve: 503,
  noCustodian: 503,
  unavailable: 503,
  newer: 503,
  unconfirmed: 503,
  failed: 500,
} as const satisfies Readonly<Record<Refusal['code'], number>>;

export const refusalAnswer = (refused: Refusal): WireAnswer => ({ status: httpStatuses[refused.code], body: refused });

/** For the partners' page and the tab alike: `unconfirmed` if it may have been done. */
export function thrownAnswer(error: unknown): WireAnswer {
  if (error instanceof DeadlineError) return refusalAnswer({ code: 'unconfirmed' });
  if (!(error instanceof StoreError)) return refusalAnswer({ code: 'failed' });
  const { code } = error;
  return refusalAnswer({ code: code === 'unknown' ? 'unconfirmed' : code === 'newer' ? 'newer' : 'unavailable' });
}

export const httpAnswer = (result: Result<object>): WireAnswer =>
  result.ok ? { status: 200, body: result.value } : refusalAnswer(result.refusal);
