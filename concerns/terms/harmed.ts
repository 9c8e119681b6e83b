import type { Answers } from './questions.ts';

/** Whether whoever reports says that it was done to them, or that it has affected them. */
export const isHarmed = ({ affected, towards }: Answers): boolean => affected === 'yes' || towards === 'me';
