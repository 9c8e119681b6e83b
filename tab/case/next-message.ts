import type { Passed } from '../../contract/answers.ts';

/** Messages count from 1, without gaps. */
export const nextMessage = ({ sent }: Pick<Passed, 'sent'>): number => sent + 1;
