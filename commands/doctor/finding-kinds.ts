/**
 * Kinds of what is found, the one to be put right first at the beginning: what comes later may hang on it. The code is
 * what the command ends with where a finding of this kind is the first: 78 and 69 are those of a start.
 */
export const exitCodes = {
  settings: 78,
  store: 69,
  keys: 10,
  roles: 11,
  files: 12,
  clock: 13,
  entra: 20,
  token: 21,
  registration: 22,
  versions: 14,
  alerts: 15,
  backup: 16,
  address: 17,
  page: 18,
  fleet: 23,
  unfinished: 19,
} as const;

export type FindingKind = keyof typeof exitCodes;

const isKind = (name: string): name is FindingKind => Object.hasOwn(exitCodes, name);

/** All of them, the one to be put right first at the beginning. */
export const findingKinds: readonly FindingKind[] = Object.keys(exitCodes).filter(isKind);
