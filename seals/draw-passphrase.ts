/** The fewest characters of a passphrase that somebody makes up. Six words that are drawn have more. */
export const fewestCharacters = 20;

/** How many words are drawn. */
export const wordsDrawn = 6;

/** Fills an array with random numbers, as `crypto.getRandomValues` does. */
export type FillRandom = (numbers: Uint32Array<ArrayBuffer>) => unknown;

const fillRandom: FillRandom = (numbers) => crypto.getRandomValues(numbers);
const numbers = 2 ** 32;

/** A number from 0 to below another, each as likely: what lies beyond the last whole round of numbers is drawn again. */
export function drawnBelow(below: number, fill: FillRandom = fillRandom): number {
  const drawn = new Uint32Array(1);
  const whole = numbers - (numbers % below);
  let number: number;
  do {
    fill(drawn);
    number = drawn[0] ?? whole;
  } while (number >= whole);
  return number % below;
}

/**
 * Six words drawn from a list, with a space between them. From a list of 2,048 each is worth eleven bits, and all of
 * them 66: whoever knows the list and how they are drawn has to try 2^65 passphrases on average, each through the
 * scrypt of age, which takes about a second.
 */
export const drawPassphrase = (words: readonly string[], fill: FillRandom = fillRandom): string =>
  Array.from({ length: wordsDrawn }, () => words[drawnBelow(words.length, fill)]).join(' ');
