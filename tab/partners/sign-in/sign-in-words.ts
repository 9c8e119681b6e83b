import type { Language } from '../../../core/model/language.ts';
import { drawPassphrase, wordsDrawn } from '../../../crypto/passphrase-generator.ts';
import { loadPart } from '../../ui/lazy-loader.ts';

export interface WordKeys {
  readonly id: string;
  readonly secret: string;
}

/** 32 MiB and about a second a guess: the words have 66 bits, and this adds fifteen. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const;
const stepMs = 20;
const idBytes = 16;
const secretBytes = 32;

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const base64urlOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export function typedWords(text: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,.;]+/u)
    .filter((word) => word !== '');
  return words.length === wordsDrawn ? words.join(' ') : undefined;
}

/**
 * The name and secret that words lead to at a host, and useless at another. Rejects if the part that works them out did
 * not load.
 */
export async function keysOfWords(words: string, host: string): Promise<WordKeys> {
  const { scryptAsync } = await loadPart('sign-in/argon2.ts', () => import('./argon2.ts'));
  const options = { ...cost, dkLen: idBytes + secretBytes, asyncTick: stepMs };
  const bytes = await scryptAsync(words, `candour/1/partner words/${host}`, options);
  return { id: hexOf(bytes.subarray(0, idBytes)), secret: base64urlOf(bytes.subarray(idBytes)) };
}

export async function drawnWords(language: Language): Promise<string> {
  if (language === 'cy') {
    const { welshWords } = await loadPart(
      '../../crypto/word-lists/welsh.ts',
      () => import('../../../crypto/word-lists/welsh.ts'),
    );
    return drawPassphrase(welshWords);
  }
  const { englishWords } = await loadPart(
    '../../crypto/word-lists/english.ts',
    () => import('../../../crypto/word-lists/english.ts'),
  );
  return drawPassphrase(englishWords);
}
