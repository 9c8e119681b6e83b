import { isSamePerson } from '../../concerns/casework/person-id.ts';
import type { CaseView } from '../contract/answers.ts';

/** Whether somebody else who still sees a case has opened its report: then the reserve is not told of its end. */
export const isOpenedByAnother = (
  { events, assignable }: Pick<CaseView, 'events' | 'assignable'>,
  me: string,
): boolean =>
  events.some(
    ({ kind, by }) =>
      kind === 'consulted' &&
      typeof by === 'object' &&
      !isSamePerson(by.objectId, me) &&
      assignable.some(({ objectId }) => isSamePerson(objectId, by.objectId)),
  );
