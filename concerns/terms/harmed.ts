import type { Answers } from './questions.ts';

export const isHarmed = ({ affected, towards }: Answers): boolean => affected === 'yes' || towards === 'me';
