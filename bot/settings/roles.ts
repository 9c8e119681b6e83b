import { type Directory, type Role, roles } from '../../concerns/terms/directory.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { type Config, roleSettings } from './config.ts';

export type RoleLists = Readonly<Record<Role, readonly PersonId[]>>;

/** A directory from lists of Entra object ids, one list a role. */
export function createDirectory(lists: RoleLists): Directory {
  const held = new Map<PersonId, Set<Role>>();
  for (const role of roles) {
    for (const id of lists[role]) {
      held.set(id, (held.get(id) ?? new Set<Role>()).add(role));
    }
  }
  const none: ReadonlySet<Role> = new Set();
  return {
    rolesOf: async (objectId) => held.get(objectId) ?? none,
    holdersOf: async (role) => lists[role],
  };
}

/** The role lists of the settings. */
export const roleLists = (config: Config): RoleLists => ({
  handler: config[roleSettings.handler],
  custodian: config[roleSettings.custodian],
  reserve: config[roleSettings.reserve],
  summaryAcu: config[roleSettings.summaryAcu],
  summaryWider: config[roleSettings.summaryWider],
  admin: config[roleSettings.admin],
});
