import { haveSlip, symbolsFromBytes, symbolsFromPerson, inGroups } from './spoken-symbols.ts';

declare const brand: unique symbol;
/** The one way back to a report: 24 symbols, 115 bits of them random and one a check. Never stored, never logged. */
export type ReturnCode = string & { readonly [brand]: 'ReturnCode' };

/** How many symbols a code has. */
export const returnCodeLength = 24;

// The one place that makes a ReturnCode of a string.
// oxlint-disable-next-line typescript/consistent-type-assertions, typescript/no-unsafe-type-assertion
const branded = (symbols: string): ReturnCode => symbols as ReturnCode;

/** A new code from 15 random bytes. Throws RangeError when there are fewer. */
export const drawReturnCode = (random: (bytes: number) => Uint8Array): ReturnCode =>
  branded(symbolsFromBytes(random(15), returnCodeLength - 1));

/** The code that a person typed, or `undefined` where it cannot be one. */
export function parseReturnCode(text: string): ReturnCode | undefined {
  const symbols = symbolsFromPerson(text, returnCodeLength);
  return symbols === undefined ? undefined : branded(symbols);
}

/**
 * Whether what a person typed is as long as a code and the check says that something in it is wrong. It is worked out
 * from the text alone, so that it tells nothing of the codes that there are.
 */
export const hasSlip = (text: string): boolean => haveSlip(text, returnCodeLength);

/** The code as it is shown: six groups of four. */
export const showReturnCode = (code: ReturnCode): string => inGroups(code, [4, 4, 4, 4, 4, 4]);
