import type { Answers } from './questions.ts';

/** The unit, or reserve officers outside it. */
export type HandledBy = 'acu' | 'reserve';

/** Anything but a clear "no" goes to the reserve: it can be handed to the unit later, never taken back. */
export const handledByFromAnswers = (answers: Answers): HandledBy => (answers.conflict === 'no' ? 'acu' : 'reserve');
