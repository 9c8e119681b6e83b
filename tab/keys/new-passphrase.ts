import type { Language } from '../../concerns/terms/language.ts';
import { drawPassphrase, fewestCharacters } from '../../seals/draw-passphrase.ts';
import { loadPart } from '../parts/load-part.ts';

export type Judge = (passphrase: string) => 'short' | 'weak' | undefined;

/** Loaded apart, since the list of common passphrases is heavy. Rejects if it does not load. */
export const loadJudge = async (): Promise<Judge> =>
  (await loadPart('../seals/judge-passphrase.ts', () => import('../../seals/judge-passphrase.ts'))).judgePassphrase;

/**
 * The problem with a passphrase that was entered twice. `missing`: the judge did not load, and nothing relies on a
 * passphrase that no one judged.
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

export const loadWords: Readonly<Record<Language, () => Promise<readonly string[]>>> = {
  en: async () =>
    (await loadPart('../seals/drawn-words/english.ts', () => import('../../seals/drawn-words/english.ts')))
      .englishWords,
  cy: async () =>
    (await loadPart('../seals/drawn-words/welsh.ts', () => import('../../seals/drawn-words/welsh.ts'))).welshWords,
};

export const drawInPage = async (language: Language): Promise<string> => drawPassphrase(await loadWords[language]());
