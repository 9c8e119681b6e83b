import { type RoleDirectory, type Role, roles } from '../core/model/roles.ts';
import { createRoleDirectory, type RoleLists } from '../bot/config/role-settings.ts';
import { developmentPeople } from './development-tenant.ts';

/** The settings' roles, and every role for the person at the Playground. */
export function createDevelopmentDirectory(lists: RoleLists): RoleDirectory {
  const everybody: ReadonlySet<Role> = new Set(roles);
  const others = createRoleDirectory(lists);
  return {
    getRoles: async (objectId) => (objectId === developmentPeople.staff ? everybody : others.getRoles(objectId)),
    getHolders: async (role) => [...(await others.getHolders(role)), developmentPeople.staff],
  };
}
