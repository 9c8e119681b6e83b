import { encodeCrockford32, failsCrockford32Checksum, formatGroups, parseCrockford32 } from './crockford32.ts';

declare const brand: unique symbol;

/** The only way back to a report: 24 symbols, with 115 random bits and a check. Never stored, never logged. */
export type ReturnCode = string & { readonly [brand]: 'ReturnCode' };

export const returnCodeLength = 24;

// The one place that makes a ReturnCode of a string.
// oxlint-disable-next-line typescript/consistent-type-assertions, typescript/no-unsafe-type-assertion
const brandedCode = (symbols: string): ReturnCode => symbols as ReturnCode;

/** Throws RangeError for fewer than 15 random bytes. */
export const generateReturnCode = (random: (bytes: number) => Uint8Array): ReturnCode =>
  brandedCode(encodeCrockford32(random(15), returnCodeLength - 1));

export function parseReturnCode(text: string): ReturnCode | undefined {
  const symbols = parseCrockford32(text, returnCodeLength);
  return symbols === undefined ? undefined : brandedCode(symbols);
}

/** For a text as long as a code. It depends on the text alone, so it tells nothing about existing codes. */
export const hasReturnCodeChecksumError = (text: string): boolean => failsCrockford32Checksum(text, returnCodeLength);

export const formatReturnCode = (code: ReturnCode): string => formatGroups(code, [4, 4, 4, 4, 4, 4]);
