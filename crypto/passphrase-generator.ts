export const fewestCharacters = 20;

export const wordsDrawn = 6;

export type FillRandom = (numbers: Uint32Array<ArrayBuffer>) => unknown;

const fillRandom: FillRandom = (numbers) => crypto.getRandomValues(numbers);
const numbers = 2 ** 32;

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
 * Six words, separated by spaces. From 2,048 words each is worth eleven bits, together 66: someone who knows the list
 * tries 2^65 on average, each through age's scrypt of about a second.
 */
export const drawPassphrase = (words: readonly string[], fill: FillRandom = fillRandom): string =>
  Array.from({ length: wordsDrawn }, () => words[drawnBelow(words.length, fill)]).join(' ');
