import { findingsAround } from './findings-around.ts';
import { findingsOfSettings } from './findings-of-settings.ts';
import { findingsOfTokens } from './findings-of-tokens.ts';

/** All that the checks can find. The guide has a row for each. */
export const findingTable = { ...findingsOfSettings, ...findingsOfTokens, ...findingsAround } as const;

export type FindingName = keyof typeof findingTable;
