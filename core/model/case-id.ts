import { encodeCrockford32, formatGroups, parseCrockford32 } from './crockford32.ts';

declare const brand: unique symbol;

/** Ten symbols, nine derived from the return code and one a check. */
export type CaseId = string & { readonly [brand]: 'CaseId' };

const caseIdLength = 10;

// The one place that makes a CaseId of a string.
// oxlint-disable-next-line typescript/consistent-type-assertions, typescript/no-unsafe-type-assertion
const brandedCaseId = (symbols: string): CaseId => symbols as CaseId;

export const caseIdFromBytes = (bytes: Uint8Array): CaseId => brandedCaseId(encodeCrockford32(bytes, caseIdLength - 1));

export function parseCaseId(text: string): CaseId | undefined {
  const symbols = parseCrockford32(text, caseIdLength);
  return symbols === undefined ? undefined : brandedCaseId(symbols);
}

export const formatCaseId = (caseId: CaseId): string => formatGroups(caseId, [3, 3, 4]);
