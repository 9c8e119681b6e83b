import { wordlist } from '@scure/bip39/wordlists/english.js';

/** BIP-39: eleven bits each, told apart by their first four letters. */
export const englishWords: readonly string[] = wordlist;
