import { haveSlip, symbolsFromBytes, symbolsFromPerson, inGroups } from './spoken-symbols.ts';

declare const brand: unique symbol;
/** The only way back to a report: 24 symbols, with 115 random bits and a check. Never stored, never logged. */
export type ReturnCode = string & { readonly [brand]: 'ReturnCode' };

export const returnCodeLength = 24;

// The one place that makes a ReturnCode of a string.
// oxlint-disable-next-line typescript/consistent-type-assertions, typescript/no-unsafe-type-assertion
const branded = (symbols: string): ReturnCode => symbols as ReturnCode;

/** A new code from 15 random bytes. Throws RangeError if there are fewer. */
export const drawReturnCode = (random: (bytes: number) => Uint8Array): ReturnCode =>
  branded(symbolsFromBytes(random(15), returnCodeLength - 1));

export function parseReturnCode(text: string): ReturnCode | undefined {
  const symbols = symbolsFromPerson(text, returnCodeLength);
  return symbols === undefined ? undefined : branded(symbols);
}

/**
 * Whether a typed text is as long as a code and fails its check. It is worked out from the text alone, so it tells
 * nothing about existing codes.
 */
export const hasSlip = (text: string): boolean => haveSlip(text, returnCodeLength);

export const showReturnCode = (code: ReturnCode): string => inGroups(code, [4, 4, 4, 4, 4, 4]);
