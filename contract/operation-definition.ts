import type { z } from 'zod';
import type { CaseAction } from '../core/casework/case-action.ts';
import type { EventKind } from '../core/model/event-record.ts';
import type { Role } from '../core/model/roles.ts';

/**
 * The usual event first. A log line if it concerns no one case; nothing if it releases nothing new, or if a line's time
 * would say when someone reported or sat at a page. `tests/access/tab.test.ts` has each reason.
 */
type AuditTrail = { readonly history: readonly [EventKind, ...EventKind[]] } | 'log' | 'nothing';

interface AnswerType<Answer> {
  readonly type?: Answer;
}
export const answerType = <Answer extends object>(): AnswerType<Answer> => ({});

export interface OperationDefinition {
  /** Strict. */
  readonly body: z.ZodType;
  readonly answer: AnswerType<object>;
  readonly roles: readonly Role[] | 'everybody';
  readonly auditTrail: AuditTrail;
  readonly action?: CaseAction<never>;
  /** Losing its answer does no harm. */
  readonly isReadOnly?: true;
}
export type OperationDefinitions = Readonly<Record<string, OperationDefinition>>;

export type BodyInput<Row extends OperationDefinition> = z.input<Row['body']>;
export type ParsedBody<Row extends OperationDefinition> = z.output<Row['body']>;
export type AnswerValue<Row extends OperationDefinition> = NonNullable<Row['answer']['type']>;

export const actionFields = <Asked>({ action: act }: { readonly action: CaseAction<Asked> }) => ({
  action: act,
  auditTrail: { history: act.eventKinds },
});

/** The use cases check which kind of case a role handles. */
export const handlerRoles = ['handler', 'reserve'] as const satisfies readonly Role[];
export const keyHolderRoles = ['handler', 'reserve', 'custodian'] as const satisfies readonly Role[];
