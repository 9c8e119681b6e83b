import { type ChangeRequest, handlers, requirement } from '../../../../core/casework/case-action.ts';
import { createUseCase } from '../../../../core/casework/use-case.ts';

/** Takes up a case oneself. Throws StoreError. */
export const takeUpCase = createUseCase<ChangeRequest>({
  description: 'Take up a case',
  allowedActors: handlers,
  requirements: [requirement('it is not with the person already', 'state', ({ record, by }) => record.assignee !== by)],
  eventKinds: ['assigned'],
  apply: ({ record, by }) => ({
    steps: [{ record: { ...record, assignee: by }, event: { kind: 'assigned', detail: { person: by } } }],
  }),
});
