import type { z } from 'zod';
import type { Act } from '../concerns/casework/act.ts';
import type { EventKind } from '../concerns/records/event-record.ts';
import type { Role } from '../concerns/terms/directory.ts';

/**
 * The trace that an operation leaves: events in a case's history, at least one of these, the usual one first; a line in the
 * log if it touches no one case; or nothing. An operation may leave nothing if it hands out nothing new of a case, or if a
 * line would have a time and say when somebody reported or sat at a page: `tests/access/tab.test.ts` has the reason of each.
 */
type Leaves = { readonly history: readonly [EventKind, ...EventKind[]] } | 'log' | 'nothing';

/** The type of an answer. The server's answers are not read again by a schema. */
interface AnswerType<Answer> {
  readonly type?: Answer;
}
export const answer = <Answer extends object>(): AnswerType<Answer> => ({});

/** Everything that the server, the page and the tests have to know of an operation of an API. */
export interface Definition {
  /** Reads its body, strictly. */
  readonly body: z.ZodType;
  readonly answer: AnswerType<object>;
  /** Who may: everybody who holds one of these. */
  readonly roles: readonly Role[] | 'everybody';
  readonly leaves: Leaves;
  /** The act on a case that it asks for: who may there, what it needs and whom it tells. */
  readonly act?: Act<never>;
  /** It changes nothing that anybody would have to worry about if its answer is lost. */
  readonly reads?: true;
}
export type Definitions = Readonly<Record<string, Definition>>;

/** The body that a page sends for an operation, and the same body as the server reads it. */
export type SentTo<Row extends Definition> = z.input<Row['body']>;
export type ReadBy<Row extends Definition> = z.output<Row['body']>;
export type AnsweredBy<Row extends Definition> = NonNullable<Row['answer']['type']>;

/** The part of a definition that an act on a case says. */
export const acting = <Asked>({ act }: { readonly act: Act<Asked> }) => ({ act, leaves: { history: act.leaves } });

/** Those who handle cases: each role its own kind, which the use cases look after. */
export const handling = ['handler', 'reserve'] as const satisfies readonly Role[];
/** Those who have a key of a group. */
export const withKeys = ['handler', 'reserve', 'custodian'] as const satisfies readonly Role[];
