import type { Role } from '../terms/directory.ts';

/** The roles that write campaigns, and those of which a second person approves what another wrote. */
export const campaignRoles = {
  write: ['communications'],
  approve: ['communications', 'admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Whether somebody writes campaigns. */
export const mayWriteCampaigns = (roles: ReadonlySet<Role>): boolean =>
  campaignRoles.write.some((role) => roles.has(role));

/** Whether somebody sees campaigns, and approves what another wrote. */
export const mayApproveCampaigns = (roles: ReadonlySet<Role>): boolean =>
  campaignRoles.approve.some((role) => roles.has(role));
