import { enterWords } from './enter.ts';
import { frameWords } from './frame.ts';
import { insideWords } from './inside.ts';
import { invitedWords } from './invited.ts';

/** Every word of the partners' page, in English and in Welsh. What a card says stands with the cards. */
export const catalogue = { ...enterWords, ...frameWords, ...insideWords, ...invitedWords } as const;
export type WordKey = keyof typeof catalogue;
