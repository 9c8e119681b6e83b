import type { Answers } from './questions.ts';

export type Urgency = 'urgent' | 'standard';
/** Who handles a case: the unit, or the reserve outside it when the unit itself may be concerned. */
export type HandledBy = 'acu' | 'reserve';

/** Somebody at risk now makes a report urgent. */
export const urgencyOf = (answers: Answers): Urgency => (answers.risk === 'yes' ? 'urgent' : 'standard');

/** Anything but a clear "no" goes to the reserve first: it can be handed to the unit later, never taken back from it. */
export const handledByOf = (answers: Answers): HandledBy => (answers.conflict === 'no' ? 'acu' : 'reserve');
