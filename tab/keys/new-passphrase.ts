import type { Language } from '../../core/model/language.ts';
import { drawPassphrase, fewestCharacters } from '../../crypto/passphrase-generator.ts';
import { loadPart } from '../ui/lazy-loader.ts';

export type Judge = (passphrase: string) => 'short' | 'weak' | undefined;

/** Loaded apart, since the list of common passphrases is heavy. Rejects if it does not load. */
export const loadJudge = async (): Promise<Judge> =>
  (await loadPart('../crypto/passphrase-strength.ts', () => import('../../crypto/passphrase-strength.ts')))
    .judgePassphrase;

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
    (await loadPart('../crypto/word-lists/english.ts', () => import('../../crypto/word-lists/english.ts')))
      .englishWords,
  cy: async () =>
    (await loadPart('../crypto/word-lists/welsh.ts', () => import('../../crypto/word-lists/welsh.ts'))).welshWords,
};

export const drawInPage = async (language: Language): Promise<string> => drawPassphrase(await loadWords[language]());
