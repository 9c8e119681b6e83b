import type { CaseView } from '../../contract/operation-answers.ts';
import type { PersonId } from '../../core/model/roles.ts';

/**
 * `question`: whether the reader knows anyone in it; `take`: nobody who may see the case has it; `takeOver`: a colleague
 * has it, and is told why; `taken`: this person has just taken it.
 */
export type TakeStep = 'none' | 'question' | 'take' | 'takeOver' | 'taken';

/** The subject of the question. It is stamped on the answer, so that no answer outlasts the report that it is about. */
export type OpenedReport = object;

export interface TakeSituation {
  readonly record: Pick<CaseView['record'], 'caseId' | 'revision' | 'assignee'>;
  /** Those who can have the case now: not someone who left, or who was excluded. */
  readonly assignable: readonly { readonly objectId: PersonId }[];
  readonly me: PersonId;
  readonly opened: OpenedReport | undefined;
  readonly knowsNobodyIn: OpenedReport | undefined;
}

/** Taking is offered only once the report is open, and its reader has said that they know nobody in it. */
export function takeStep({ record: { assignee }, assignable, me, opened, knowsNobodyIn }: TakeSituation): TakeStep {
  if (opened === undefined) return 'none';
  const isAnswered = knowsNobodyIn === opened;
  if (assignee === me) return isAnswered ? 'taken' : 'none';
  if (!isAnswered) return 'question';
  return assignable.some(({ objectId }) => objectId === assignee) ? 'takeOver' : 'take';
}

export type TakeCommand = 'knowNobody' | 'knowSomebody' | 'take';

interface AfterCommand {
  readonly knowsNobodyIn: OpenedReport | undefined;
  /** Missing if the command only changes the answer; an answer by itself sends nothing. */
  readonly effect?: 'leave' | 'send';
}

export function afterTakeCommand(situation: TakeSituation, command: TakeCommand): AfterCommand {
  const { opened, knowsNobodyIn } = situation;
  const step = takeStep(situation);
  if (command === 'take')
    return { knowsNobodyIn, ...((step === 'take' || step === 'takeOver') && { effect: 'send' as const }) };
  if (step === 'none') return { knowsNobodyIn };
  return command === 'knowNobody' ? { knowsNobodyIn: opened } : { knowsNobodyIn: undefined, effect: 'leave' };
}
