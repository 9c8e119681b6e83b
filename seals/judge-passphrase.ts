import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { englishWords } from './drawn-words/english.ts';
import { welshWords } from './drawn-words/welsh.ts';
import { fewestCharacters } from './draw-passphrase.ts';

/**
 * The fewest guesses, as a power of ten, that a passphrase has to withstand by the library's estimate. The file may be
 * copied and tried in peace, each guess through the scrypt of age. The estimate is a kind one: it takes sentences for
 * words in any order. Six words that are drawn from either list are above this.
 */
const fewestGuesses = 19;

/** The most characters that are looked at: beyond these a passphrase is strong by the first of them, or weak by rule. */
const mostJudged = 64;

/** Words that whoever tries passphrases of Candour begins with. */
const ofCandour =
  'candour gwent police heddlu cymru wales newport casnewydd cwmbran passphrase password cyfrinymadrodd cyfrinair ' +
  'handler custodian reserve report concern pryder adroddiad allwedd anticorruption corruption standards';

let estimator: ZxcvbnFactory | undefined;
const estimatorMade = (): ZxcvbnFactory => {
  estimator ??= new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    maxLength: mostJudged,
    dictionary: {
      ...dictionary,
      candour: ofCandour.split(' '),
      english: [...englishWords],
      welsh: [...welshWords],
    },
  });
  return estimator;
};

/** Whether a passphrase that somebody made up is too short, or too easily guessed; `undefined` where it will do. */
export function judgePassphrase(passphrase: string): 'short' | 'weak' | undefined {
  if (passphrase.length < fewestCharacters) return 'short';
  return estimatorMade().check(passphrase).guessesLog10 < fewestGuesses ? 'weak' : undefined;
}
