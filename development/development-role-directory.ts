import { type RoleDirectory, type Role, roles } from '../core/model/roles.ts';
import { createRoleDirectory, type RoleLists } from '../bot/config/role-settings.ts';
import { developmentPeople } from './development-tenant.ts';

/** The settings' roles, and every role for the person at the Playground. */
export function createDevelopmentRoleDirectory(lists: RoleLists): RoleDirectory {
  const allRoles: ReadonlySet<Role> = new Set(roles);
  const others = createRoleDirectory(lists);
  return {
    getRoles: async (objectId) => (objectId === developmentPeople.staff ? allRoles : others.getRoles(objectId)),
    getHolders: async (role) => [...(await others.getHolders(role)), developmentPeople.staff],
  };
}
