import { z } from 'zod';

/** An Entra object id, in lower case from here on, since Entra, settings and tokens differ in case. */
export const personIdSchema = z.string().toLowerCase().brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;

export const toPersonId = (objectId: string): PersonId => personIdSchema.parse(objectId);

export const roles = [
  'handler',
  'custodian',
  'reserve',
  'supervisor',
  'summaryAcu',
  'summaryWider',
  'communications',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** The settings' lists alone give these, never a token: who holds one must be known before that person comes. */
export const configuredRoles = ['handler', 'custodian', 'reserve', 'supervisor'] as const satisfies readonly Role[];

export type ConfiguredRole = (typeof configuredRoles)[number];

export const isConfiguredRole = (role: Role): boolean => configuredRoles.some((one) => one === role);

/**
 * No one may hold two of these, or one person could join what the seals keep apart. The server does not start with such
 * lists. A supervisor leads those who ask for an identity, and the reserve may handle a case about them: they are
 * neither custodian nor reserve. They may be a handler, as in a small unit.
 */
export const mutuallyExclusiveRoles = [
  ['handler', 'custodian'],
  ['handler', 'reserve'],
  ['reserve', 'custodian'],
  ['supervisor', 'custodian'],
  ['supervisor', 'reserve'],
] as const satisfies readonly (readonly [Role, Role])[];

/**
 * The reserve needs a second person to take over a case; without a custodian no one ever opens a confidential identity.
 */
const minHolders = { reserve: 2, custodian: 1 } as const satisfies Partial<Record<ConfiguredRole, number>>;

export const requiredRoles = ['reserve', 'custodian'] as const satisfies readonly (keyof typeof minHolders)[];
export type RequiredRole = (typeof requiredRoles)[number];

export const findUnderstaffedRoles = (
  lists: Readonly<Record<RequiredRole, readonly PersonId[]>>,
): readonly RequiredRole[] => requiredRoles.filter((role) => new Set(lists[role]).size < minHolders[role]);

export interface RoleDirectory {
  /** Empty for an unknown Entra object id. */
  getRoles(objectId: PersonId): Promise<ReadonlySet<Role>>;
  getHolders(role: Role): Promise<readonly PersonId[]>;
}

export const campaignRoles = {
  write: ['communications'],
  approve: ['communications', 'admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export const mayWriteCampaigns = (roles: ReadonlySet<Role>): boolean =>
  campaignRoles.write.some((role) => roles.has(role));

export const mayApproveCampaigns = (roles: ReadonlySet<Role>): boolean =>
  campaignRoles.approve.some((role) => roles.has(role));
