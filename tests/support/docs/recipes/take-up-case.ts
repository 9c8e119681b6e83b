import { type AskedChange, handlers, need } from '../../../../core/casework/acts.ts';
import { makeUseCase } from '../../../../core/casework/change-case.ts';

/** Takes up a case oneself. Throws StoreError. */
export const takeUpCase = makeUseCase<AskedChange>({
  says: 'Take up a case',
  who: handlers,
  needs: [need('it is not with the person already', 'state', ({ record, by }) => record.assignee !== by)],
  leaves: ['assigned'],
  does: ({ record, by }) => ({
    steps: [{ record: { ...record, assignee: by }, event: { kind: 'assigned', detail: { person: by } } }],
  }),
});
