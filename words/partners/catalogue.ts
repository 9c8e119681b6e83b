import { enterWords } from './enter.ts';
import { frameWords } from './frame.ts';
import { insideWords } from './inside.ts';
import { invitedWords } from './invited.ts';

export const catalogue = { ...enterWords, ...frameWords, ...insideWords, ...invitedWords } as const;
export type WordKey = keyof typeof catalogue;
