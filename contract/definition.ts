import type { z } from 'zod';
import type { Act } from '../core/casework/acts.ts';
import type { EventKind } from '../core/model/event-record.ts';
import type { Role } from '../core/model/directory.ts';

/**
 * The trace of an operation: history events, the usual one first; a line in the log if it concerns no one case; or
 * nothing, if it hands out nothing new from a case, or if the line's time would say when someone reported or sat at a
 * page. `tests/access/tab.test.ts` has each reason.
 */
type Leaves = { readonly history: readonly [EventKind, ...EventKind[]] } | 'log' | 'nothing';

interface AnswerType<Answer> {
  readonly type?: Answer;
}
export const answer = <Answer extends object>(): AnswerType<Answer> => ({});

export interface Definition {
  /** Strict. */
  readonly body: z.ZodType;
  readonly answer: AnswerType<object>;
  readonly roles: readonly Role[] | 'everybody';
  readonly leaves: Leaves;
  readonly act?: Act<never>;
  /** Losing its answer does no harm. */
  readonly reads?: true;
}
export type Definitions = Readonly<Record<string, Definition>>;

export type SentTo<Row extends Definition> = z.input<Row['body']>;
export type ReadBy<Row extends Definition> = z.output<Row['body']>;
export type AnsweredBy<Row extends Definition> = NonNullable<Row['answer']['type']>;

export const acting = <Asked>({ act }: { readonly act: Act<Asked> }) => ({ act, leaves: { history: act.leaves } });

/** The use cases check which kind of case a role handles. */
export const handling = ['handler', 'reserve'] as const satisfies readonly Role[];
export const withKeys = ['handler', 'reserve', 'custodian'] as const satisfies readonly Role[];
