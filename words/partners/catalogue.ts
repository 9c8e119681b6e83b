import { signInWords } from './enter.ts';
import { pageShellWords } from './frame.ts';
import { reportAreaWords } from './inside.ts';
import { invitationWords } from './invited.ts';

export const catalogue = { ...signInWords, ...pageShellWords, ...reportAreaWords, ...invitationWords } as const;
export type WordKey = keyof typeof catalogue;
