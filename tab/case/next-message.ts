import type { Passed } from '../../contract/answers.ts';

/** The number of the next message to the reporter: they count from 1, without gaps. */
export const nextMessage = ({ sent }: Pick<Passed, 'sent'>): number => sent + 1;
