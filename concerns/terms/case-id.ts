import { symbolsFromBytes, symbolsFromPerson, inGroups } from './spoken-symbols.ts';

declare const brand: unique symbol;
/** The reference that people say: ten symbols, nine derived from the return code and one a check. */
export type CaseId = string & { readonly [brand]: 'CaseId' };

const length = 10;

// The one place that makes a CaseId of a string.
// oxlint-disable-next-line typescript/consistent-type-assertions, typescript/no-unsafe-type-assertion
const branded = (symbols: string): CaseId => symbols as CaseId;

export const caseIdFromBytes = (bytes: Uint8Array): CaseId => branded(symbolsFromBytes(bytes, length - 1));

export function parseCaseId(text: string): CaseId | undefined {
  const symbols = symbolsFromPerson(text, length);
  return symbols === undefined ? undefined : branded(symbols);
}

export const showCaseId = (caseId: CaseId): string => inGroups(caseId, [3, 3, 4]);
