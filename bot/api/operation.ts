import type { z } from 'zod';
import { OverBudgetError } from '../../concerns/ports/work-budget.ts';
import { ShortRoleError, type ShortRoleCode } from '../../concerns/ports/short-role-error.ts';
import type { CaseView, Gate, NotAllowed } from '../../contract/answers.ts';
import type { AnsweredBy, Definition, Definitions, ReadBy } from '../../contract/definition.ts';
import { TextsWaitError } from '../content/read-texts.ts';
import type { Caller } from './caller.ts';

/**
 * The outcome of an operation. `refused` stands for no such case as well; `odd` is nothing that a page sends;
 * `overBudget` is more than one person may hand in, `noReserve` and `noCustodian` need a role that too few people hold, and
 * nothing was kept; `tooOften` is more than is read for them at once.
 */
export type Ran<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'refused' | 'odd' | 'overBudget' | 'tooOften' | ShortRoleCode }
  | { readonly kind: 'moved'; readonly case: CaseView }
  | { readonly kind: 'notAllowed'; readonly why: NotAllowed; readonly gates?: readonly Gate[] };

/** Carries an operation out for somebody who may. Throws StoreError. */
type Handler<Row extends Definition, By = Caller> = (caller: By, body: ReadBy<Row>) => Promise<Ran<AnsweredBy<Row>>>;
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
): Promise<Ran<AnsweredBy<All[keyof All]>>> {
  const definition: All[keyof All] = definitions[name];
  const read = readBy<All[keyof All]['body']>(definition.body, body);
  if (!read.success) return { kind: 'odd' };
  try {
    return await handlers[name](caller, read.data);
  } catch (error) {
    if (error instanceof OverBudgetError) return { kind: 'overBudget' };
    if (error instanceof TextsWaitError) return { kind: 'tooOften' };
    if (error instanceof ShortRoleError) return { kind: error.code };
    throw error;
  }
}

/** The outcome of an operation that did what was asked for. */
export const done = <Answer>(answer: Answer): Ran<Answer> => ({ kind: 'done', answer });
