import type { DeliveryOutcome, DeliveryRun, WaitingPerson } from '../../concerns/records/delivery.ts';
import { choiceOn } from '../../concerns/records/reach-row.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { MessageOf, SenderDeps } from './campaign-sender.ts';
import { type Attempted, sendingFailed, withdrawingFailed } from './outcome-of.ts';
import type { Pace } from './pace.ts';
import type { FoundRow } from './rows-of.ts';

export type Messages = Readonly<Record<Language, Awaited<ReturnType<MessageOf>>>>;

const delivered = (activityId: string): Attempted => ({
  outcome: { kind: 'sent', activityId },
  says: { isTroubled: false },
});

export function createSendToPerson(deps: {
  readonly connectionTo: SenderDeps['connectionTo'];
  readonly today: SenderDeps['today'];
  readonly pace: Pace;
  readonly pauseAll: (ms: number) => void;
}) {
  const { connectionTo, today, pace, pauseAll } = deps;

  async function attempted(
    kind: DeliveryRun['kind'],
    { conversationId, serviceUrl, language }: Exclude<FoundRow, string>,
    person: WaitingPerson,
    messages: Messages,
  ): Promise<Attempted> {
    const message = messages[language];
    if (message === undefined) return { outcome: { kind: 'untried' }, says: { isTroubled: false } };
    try {
      const connection = connectionTo(serviceUrl);
      if (kind === 'withdraw') {
        await connection.update(conversationId, person.activityId, message);
        return delivered(person.activityId);
      }
      const { activityId } = await connection.say(conversationId, message);
      // Something other than a channel answered that it was done.
      return activityId === undefined ? sendingFailed(undefined) : delivered(activityId);
    } catch (error) {
      return kind === 'withdraw' ? withdrawingFailed(error) : sendingFailed(error);
    }
  }

  return async (
    kind: DeliveryRun['kind'],
    person: WaitingPerson,
    row: FoundRow,
    messages: Messages,
  ): Promise<DeliveryOutcome> => {
    if (row === 'gone') return { kind: 'gone' };
    if (row === 'unreadable') return { kind: 'failed', reason: 'unreadable' };
    // Someone who wants no messages has one less when theirs is withdrawn.
    if (kind === 'send' && choiceOn(row, today()) !== 'receive') return { kind: 'optedOut' };
    if (!(await pace.turn())) return { kind: 'untried' };
    const { outcome, says } = await attempted(kind, row, person, messages);
    const pauseMs = pace.heard(says, row.conversationId);
    if (pauseMs !== undefined) pauseAll(pauseMs);
    return outcome;
  };
}
export type SendToPerson = ReturnType<typeof createSendToPerson>;
