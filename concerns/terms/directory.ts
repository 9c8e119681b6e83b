/** What somebody may do beyond reporting, which everybody may. */
export const roles = ['handler', 'custodian', 'reserve', 'summaryAcu', 'summaryWider', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Says which roles a person of our tenant holds. */
export interface Directory {
  /** The roles of an Entra object id; empty where they hold none or the id is unknown. */
  rolesOf(objectId: string): Promise<ReadonlySet<Role>>;
  /** The Entra object ids of all who are known to hold a role, as they were written. */
  holdersOf(role: Role): Promise<readonly string[]>;
}
