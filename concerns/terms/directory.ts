import type { PersonId } from './person-id.ts';

/** The roles, by what they let somebody do beyond reporting, which everybody may. */
export const roles = [
  'handler',
  'custodian',
  'reserve',
  'summaryAcu',
  'summaryWider',
  'communications',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/**
 * Roles that only the lists of the settings give, whatever a token says: they decide who sees a case, who counts as a
 * second person and who opens an identity, so who holds one must be known without waiting for that person to come.
 */
export const listedRoles = ['handler', 'custodian', 'reserve'] as const satisfies readonly Role[];

export type ListedRole = (typeof listedRoles)[number];

/** Whether only the lists give a role. */
export const isListedRole = (role: Role): boolean => listedRoles.some((one) => one === role);

/**
 * Roles of which nobody may hold two, or one person could join what the seals keep apart. The server does not start with
 * lists that give somebody both.
 */
export const rolesKeptApart = [
  ['handler', 'custodian'],
  ['handler', 'reserve'],
  ['reserve', 'custodian'],
] as const satisfies readonly (readonly [Role, Role])[];

/**
 * How many people a role takes for what Candour promises: a second one of the reserve, without whom nobody of it can
 * leave a case, and a custodian, without whom no confidential identity is ever opened.
 */
const fewest = { reserve: 2, custodian: 1 } as const satisfies Partial<Record<ListedRole, number>>;

/** The roles without which Candour takes no report that needs them. */
export const neededRoles = ['reserve', 'custodian'] as const satisfies readonly (keyof typeof fewest)[];
export type NeededRole = (typeof neededRoles)[number];

/** The roles that too few people hold, by the list of each. Someone who is named twice is one person. */
export const findShortRoles = (lists: Readonly<Record<NeededRole, readonly PersonId[]>>): readonly NeededRole[] =>
  neededRoles.filter((role) => new Set(lists[role]).size < fewest[role]);

/** Says which roles a person of our tenant holds. */
export interface Directory {
  /** The roles of an Entra object id; empty where they hold none or the id is unknown. */
  rolesOf(objectId: PersonId): Promise<ReadonlySet<Role>>;
  /** All who are known to hold a role. */
  holdersOf(role: Role): Promise<readonly PersonId[]>;
}
