import { type Directory, type Role, roles } from '../../concerns/terms/directory.ts';
import type { Config } from './config.ts';

export type RoleLists = Readonly<Record<Role, readonly string[]>>;

/** A directory from lists of Entra object ids, one list a role. Ids are compared without regard to case. */
export function createDirectory(lists: RoleLists): Directory {
  const held = new Map<string, Set<Role>>();
  for (const role of roles) {
    for (const id of lists[role].map((one) => one.toLowerCase())) {
      held.set(id, (held.get(id) ?? new Set<Role>()).add(role));
    }
  }
  const none: ReadonlySet<Role> = new Set();
  return {
    rolesOf: async (objectId) => held.get(objectId.toLowerCase()) ?? none,
    holdersOf: async (role) => lists[role],
  };
}

/** The role lists of the settings. */
export const roleLists = (config: Config): RoleLists => ({
  handler: config.ROLE_HANDLERS,
  custodian: config.ROLE_CUSTODIANS,
  reserve: config.ROLE_RESERVE,
  summaryAcu: config.ROLE_SUMMARY_ACU,
  summaryWider: config.ROLE_SUMMARY_WIDER,
  admin: config.ROLE_ADMINS,
});
