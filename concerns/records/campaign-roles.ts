import type { Role } from '../terms/directory.ts';

export const campaignRoles = {
  write: ['communications'],
  approve: ['communications', 'admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export const mayWriteCampaigns = (roles: ReadonlySet<Role>): boolean =>
  campaignRoles.write.some((role) => roles.has(role));

export const mayApproveCampaigns = (roles: ReadonlySet<Role>): boolean =>
  campaignRoles.approve.some((role) => roles.has(role));
