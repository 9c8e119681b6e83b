import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { englishWords } from './word-lists/english.ts';
import { welshWords } from './word-lists/welsh.ts';
import { minPassphraseLength } from './passphrase-generator.ts';

/**
 * A power of ten. Anyone can copy the file and attack it offline, each guess through age's scrypt. zxcvbn is generous:
 * it takes a sentence for random words. Six random words exceed this.
 */
const minGuessesLog10 = 19;

/** Beyond these a passphrase is already strong, or weak by rule. */
const maxCheckedLength = 64;

const localWords =
  'candour gwent police heddlu cymru wales newport casnewydd cwmbran passphrase password cyfrinymadrodd cyfrinair ' +
  'handler custodian reserve report concern pryder adroddiad allwedd anticorruption corruption standards';

let estimator: ZxcvbnFactory | undefined;
const getEstimator = (): ZxcvbnFactory => {
  estimator ??= new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    maxLength: maxCheckedLength,
    dictionary: {
      ...dictionary,
      candour: localWords.split(' '),
      english: [...englishWords],
      welsh: [...welshWords],
    },
  });
  return estimator;
};

export function findPassphraseProblem(passphrase: string): 'short' | 'weak' | undefined {
  if (passphrase.length < minPassphraseLength) return 'short';
  return getEstimator().check(passphrase).guessesLog10 < minGuessesLog10 ? 'weak' : undefined;
}
