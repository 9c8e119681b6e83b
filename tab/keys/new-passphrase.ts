import type { Language } from '../../concerns/terms/language.ts';
import { drawPassphrase, fewestCharacters } from '../../seals/draw-passphrase.ts';
import { loadPart } from '../parts/load-part.ts';

/** Judges a passphrase that somebody made up, as `npm run keys` does. */
export type Judge = (passphrase: string) => 'short' | 'weak' | undefined;

/** Loads what judges: a list of the passphrases that are tried first is heavy. Rejects where it does not come. */
export const loadJudge = async (): Promise<Judge> =>
  (await loadPart('../seals/judge-passphrase.ts', () => import('../../seals/judge-passphrase.ts'))).judgePassphrase;

/**
 * The problem with a new passphrase that was made up and entered twice, `undefined` where nothing is. `missing`: what
 * judges it did not come, and nothing rests on a passphrase that nobody judged.
 */
export async function passphraseProblem(
  passphrase: string,
  again: string,
  judge: () => Promise<Judge>,
): Promise<'short' | 'weak' | 'differ' | 'missing' | undefined> {
  if (passphrase.length < fewestCharacters) return 'short';
  const judgePassphrase = await judge().catch(() => undefined);
  if (judgePassphrase === undefined) return 'missing';
  return judgePassphrase(passphrase) ?? (passphrase === again ? undefined : 'differ');
}

/** Loads the list of 2,048 words of a language. Rejects where it does not come. */
export const loadWords: Readonly<Record<Language, () => Promise<readonly string[]>>> = {
  en: async () =>
    (await loadPart('../seals/drawn-words/english.ts', () => import('../../seals/drawn-words/english.ts')))
      .englishWords,
  cy: async () =>
    (await loadPart('../seals/drawn-words/welsh.ts', () => import('../../seals/drawn-words/welsh.ts'))).welshWords,
};

/** Draws a passphrase of six words in the page, from a list of a language. Rejects where the list does not come. */
export const drawInPage = async (language: Language): Promise<string> => drawPassphrase(await loadWords[language]());
