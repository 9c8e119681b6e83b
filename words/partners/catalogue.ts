import { signInWords } from './sign-in.ts';
import { pageShellWords } from './page-shell.ts';
import { reportAreaWords } from './report-area.ts';
import { signUpWords } from './sign-up.ts';

export const catalogue = { ...signInWords, ...pageShellWords, ...reportAreaWords, ...signUpWords } as const;
export type WordKey = keyof typeof catalogue;
