import type { z } from 'zod';
import { OverBudgetError } from '../../concerns/ports/work-budget.ts';
import { ShortRoleError } from '../../concerns/ports/short-role-error.ts';
import type { Gate, NotAllowed, Refusal, Result } from '../../contract/answers.ts';
import type { AnsweredBy, Definition, Definitions, ReadBy } from '../../contract/definition.ts';
import { TextsWaitError } from '../content/read-texts.ts';
import type { Caller } from './caller.ts';

/** The outcome of an operation that did what was asked for. */
export const done = <Answer>(value: Answer) => ({ ok: true, value }) as const;
/** The outcome of one that did not. */
export const notDone = (refusal: Refusal) => ({ ok: false, refusal }) as const;
/** To the person who asks there is no such thing, whether or not there is one. */
export const refused = notDone({ code: 'refused' });
/** It is nothing that a page sends. */
export const odd = notDone({ code: 'odd' });

/** The outcome of an operation whose step the core did not take. */
export const notTaken = (
  step:
    | { readonly kind: 'refused' }
    | { readonly kind: 'notAllowed'; readonly why: NotAllowed; readonly gates?: readonly Gate[] },
) =>
  step.kind === 'refused'
    ? refused
    : notDone({ code: 'notAllowed', why: step.why, ...(step.gates && { gates: step.gates }) });

/** Carries an operation out for somebody who may. Throws StoreError. */
type Handler<Row extends Definition, By = Caller> = (caller: By, body: ReadBy<Row>) => Promise<Result<AnsweredBy<Row>>>;
/** The handlers of some operations: of the tab's API, or of the partners', whose callers are nobody of the tenant. */
export type Handlers<All extends Definitions, By = Caller> = {
  readonly [Name in keyof All]: Handler<All[Name], By>;
};

const readBy = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.ZodSafeParseResult<z.output<Schema>> =>
  schema.safeParse(body);

/** Reads the body of an operation as its definition has it, strictly, and carries it out. Throws StoreError. */
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
