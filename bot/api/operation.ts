import type { z } from 'zod';
import { OverBudgetError } from '../../concerns/ports/work-budget.ts';
import { ShortRoleError, type ShortRoleCode } from '../../concerns/ports/short-role-error.ts';
import type { EventKind } from '../../concerns/records/event-record.ts';
import type { Role } from '../../concerns/terms/directory.ts';
import type { CaseView, Gate, NotAllowed } from '../../contract/answers.ts';
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

/**
 * The trace that an operation leaves: events in a case's history (at least one of these); a line in the log where it
 * touches no one case; or nothing, where a line would have a time and say when somebody reported or sat at a page.
 */
export type Leaves = { readonly history: readonly EventKind[] } | 'log' | 'nothing';

/** One operation of an API: of the tab's, or of the partners', whose callers are nobody of the tenant. */
export interface OperationRow<Answer, By = Caller> {
  /** Who may: whoever holds one of these. */
  readonly roles: readonly Role[] | 'everybody';
  readonly leaves: Leaves;
  /** Reads the body strictly and carries the operation out. Throws StoreError. */
  run(caller: By, body: unknown): Promise<Ran<Answer>>;
}

/** An operation, with the schema that its body must fit. */
export const operation = <Schema extends z.ZodType, Answer, By = Caller>(
  schema: Schema,
  row: Pick<OperationRow<Answer>, 'roles' | 'leaves'> & {
    readonly run: (caller: By, body: z.output<Schema>) => Promise<Ran<Answer>>;
  },
): OperationRow<Answer, By> => ({
  roles: row.roles,
  leaves: row.leaves,
  async run(caller, body) {
    const parsed = schema.safeParse(body);
    if (!parsed.success) return { kind: 'odd' };
    try {
      return await row.run(caller, parsed.data);
    } catch (error) {
      if (error instanceof OverBudgetError) return { kind: 'overBudget' };
      if (error instanceof TextsWaitError) return { kind: 'tooOften' };
      if (error instanceof ShortRoleError) return { kind: error.code };
      throw error;
    }
  },
});

/** The outcome of an operation that did what was asked for. */
export const done = <Answer>(answer: Answer): Ran<Answer> => ({ kind: 'done', answer });
