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
 * Roles of which nobody may hold two, or one person could join what the seals keep apart. The settings are refused that
 * give somebody both, and whoever holds both by a token as well holds neither.
 */
export const rolesKeptApart = [
  ['handler', 'custodian'],
  ['handler', 'reserve'],
  ['reserve', 'custodian'],
] as const satisfies readonly (readonly [Role, Role])[];

/** Says which roles a person of our tenant holds. */
export interface Directory {
  /** The roles of an Entra object id; empty where they hold none or the id is unknown. */
  rolesOf(objectId: PersonId): Promise<ReadonlySet<Role>>;
  /** All who are known to hold a role. */
  holdersOf(role: Role): Promise<readonly PersonId[]>;
}
