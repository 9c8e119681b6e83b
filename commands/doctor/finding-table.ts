import { findingsAround } from './findings-around.ts';
import { findingsOfFleet } from './findings-of-fleet.ts';
import { findingsOfPosts } from './findings-of-posts.ts';
import { findingsOfRegistration } from './findings-of-registration.ts';
import { findingsOfSettings } from './findings-of-settings.ts';
import { findingsOfTokens } from './findings-of-tokens.ts';

/** All that the checks can find. The guide has a row for each. */
export const findingTable = {
  ...findingsOfSettings,
  ...findingsOfTokens,
  ...findingsOfRegistration,
  ...findingsOfPosts,
  ...findingsAround,
  ...findingsOfFleet,
} as const;

export type FindingName = keyof typeof findingTable;
