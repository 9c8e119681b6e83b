import type { Language } from '../../../core/model/language.ts';
import { generatePassphrase, passphraseWordCount } from '../../../crypto/passphrase-generator.ts';
import { loadModule } from '../../ui/lazy-module.ts';

export interface PassphraseCredential {
  readonly id: string;
  readonly secret: string;
}

/** 32 MiB and about a second a guess: the words have 66 bits, and this adds fifteen. */
const scryptParameters = { N: 2 ** 15, r: 8, p: 1 } as const;
const asyncTickMs = 20;
const idBytes = 16;
const secretBytes = 32;

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export function parseSignInPassphrase(text: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,.;]+/u)
    .filter((word) => word !== '');
  return words.length === passphraseWordCount ? words.join(' ') : undefined;
}

/** Derives the name and secret for one host, useless at another. Rejects if the deriving part did not load. */
export async function derivePassphraseCredential(words: string, host: string): Promise<PassphraseCredential> {
  const { scryptAsync } = await loadModule('sign-in/scrypt.ts', () => import('./scrypt.ts'));
  const options = { ...scryptParameters, dkLen: idBytes + secretBytes, asyncTick: asyncTickMs };
  const bytes = await scryptAsync(words, `candour/1/partner words/${host}`, options);
  return { id: toHex(bytes.subarray(0, idBytes)), secret: toBase64url(bytes.subarray(idBytes)) };
}

export async function createSignInPassphrase(language: Language): Promise<string> {
  if (language === 'cy') {
    const { welshWords } = await loadModule(
      '../../crypto/word-lists/welsh.ts',
      () => import('../../../crypto/word-lists/welsh.ts'),
    );
    return generatePassphrase(welshWords);
  }
  const { englishWords } = await loadModule(
    '../../crypto/word-lists/english.ts',
    () => import('../../../crypto/word-lists/english.ts'),
  );
  return generatePassphrase(englishWords);
}
