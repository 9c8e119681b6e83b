export const minPassphraseLength = 20;

export const passphraseWordCount = 6;

export type FillRandom = (numbers: Uint32Array<ArrayBuffer>) => unknown;

const fillRandom: FillRandom = (numbers) => crypto.getRandomValues(numbers);
const uint32Range = 2 ** 32;

export function randomBelow(limit: number, fill: FillRandom = fillRandom): number {
  const randomNumbers = new Uint32Array(1);
  const rejectionLimit = uint32Range - (uint32Range % limit);
  let number: number;
  do {
    fill(randomNumbers);
    number = randomNumbers[0] ?? rejectionLimit;
  } while (number >= rejectionLimit);
  return number % limit;
}

/**
 * Six words, separated by spaces, of eleven bits each: 2^65 tries on average, each through age's scrypt of about a
 * second.
 */
export const generatePassphrase = (words: readonly string[], fill: FillRandom = fillRandom): string =>
  Array.from({ length: passphraseWordCount }, () => words[randomBelow(words.length, fill)]).join(' ');
