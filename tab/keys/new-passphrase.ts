import type { Language } from '../../core/model/language.ts';
import { generatePassphrase, minPassphraseLength } from '../../crypto/passphrase-generator.ts';
import { loadModule } from '../ui/lazy-module.ts';

export type PassphraseCheck = (passphrase: string) => 'short' | 'weak' | undefined;

/** Loaded apart, since the list of common passphrases is heavy. Rejects if it does not load. */
export const loadPassphraseCheck = async (): Promise<PassphraseCheck> =>
  (await loadModule('../crypto/passphrase-strength.ts', () => import('../../crypto/passphrase-strength.ts')))
    .findPassphraseProblem;

/** `missing`: the check did not load, and nothing relies on an unchecked passphrase. */
export async function passphraseProblem(
  passphrase: string,
  confirmation: string,
  loadCheck: () => Promise<PassphraseCheck>,
): Promise<'short' | 'weak' | 'differ' | 'missing' | undefined> {
  if (passphrase.length < minPassphraseLength) return 'short';
  const checkPassphrase = await loadCheck().catch(() => undefined);
  if (checkPassphrase === undefined) return 'missing';
  return checkPassphrase(passphrase) ?? (passphrase === confirmation ? undefined : 'differ');
}

export const loadWordList: Readonly<Record<Language, () => Promise<readonly string[]>>> = {
  en: async () =>
    (await loadModule('../crypto/word-lists/english.ts', () => import('../../crypto/word-lists/english.ts')))
      .englishWords,
  cy: async () =>
    (await loadModule('../crypto/word-lists/welsh.ts', () => import('../../crypto/word-lists/welsh.ts'))).welshWords,
};

export const createPassphrase = async (language: Language): Promise<string> =>
  generatePassphrase(await loadWordList[language]());
