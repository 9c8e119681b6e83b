import type { z } from 'zod';
import { OverBudgetError } from '../../core/ports/work-budget.ts';
import { ShortRoleError } from '../../core/ports/intake.ts';
import type { Gate, NotAllowed, Refusal, Result } from '../../contract/answers.ts';
import type { AnsweredBy, Definition, Definitions, ReadBy } from '../../contract/definition.ts';
import { TextsWaitError } from '../content/read-texts.ts';
import type { Caller } from './tab-authentication.ts';
import type { StoreError } from '../../core/ports/store-error.ts';

export const done = <Answer>(value: Answer) => ({ ok: true, value }) as const;
export const notDone = (refusal: Refusal) => ({ ok: false, refusal }) as const;
export const refused = notDone({ code: 'refused' });
export const odd = notDone({ code: 'odd' });

export const notTaken = (
  step:
    | { readonly kind: 'refused' }
    | { readonly kind: 'notAllowed'; readonly why: NotAllowed; readonly gates?: readonly Gate[] },
) =>
  step.kind === 'refused'
    ? refused
    : notDone({ code: 'notAllowed', why: step.why, ...(step.gates && { gates: step.gates }) });

type Handler<Row extends Definition, By = Caller> = (caller: By, body: ReadBy<Row>) => Promise<Result<AnsweredBy<Row>>>;
/** Handlers for the tab's API, or the partners', whose callers are not of the tenant. */
export type Handlers<All extends Definitions, By = Caller> = {
  readonly [Name in keyof All]: Handler<All[Name], By>;
};

const readBy = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.ZodSafeParseResult<z.output<Schema>> =>
  schema.safeParse(body);

/** Parses the body strictly by the definition, then runs the handler. Throws StoreError. */
export async function runOperation<All extends Definitions, By>(
  definitions: All,
  handlers: Handlers<All, By>,
  name: keyof All,
  caller: By,
  body: unknown,
): Promise<Result<AnsweredBy<All[keyof All]>>> {
  const definition: All[keyof All] = definitions[name];
  const read = readBy<All[keyof All]['body']>(definition.body, body);
  if (!read.success) return odd;
  try {
    return await handlers[name](caller, read.data);
  } catch (error) {
    if (error instanceof OverBudgetError) return notDone({ code: 'overBudget' });
    if (error instanceof TextsWaitError) return notDone({ code: 'tooOften' });
    if (error instanceof ShortRoleError) return notDone({ code: error.code });
    throw error;
  }
}

export interface WireAnswer {
  readonly status: number;
  readonly body: object;
}

const statusOf = {
  notSignedIn: 401,
  refused: 403,
  odd: 400,
  moved: 409,
  notAllowed: 409,
  tooOften: 429,
  overBudget: 429,
  // Older pages read 503 as: nothing was saved, use another way.
  noReserve: 503,
  noCustodian: 503,
  unavailable: 503,
  newer: 503,
  unconfirmed: 503,
  failed: 500,
} as const satisfies Readonly<Record<Refusal['code'], number>>;

export const refusal = (refused: Refusal): WireAnswer => ({ status: statusOf[refused.code], body: refused });

export const refusalOfStore = ({ code }: StoreError): 'unconfirmed' | 'newer' | 'unavailable' =>
  code === 'unknown' ? 'unconfirmed' : code === 'newer' ? 'newer' : 'unavailable';

export const httpAnswer = (result: Result<object>): WireAnswer =>
  result.ok ? { status: 200, body: result.value } : refusal(result.refusal);
