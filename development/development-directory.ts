import { type Directory, type Role, roles } from '../core/model/roles.ts';
import { createDirectory, type RoleLists } from '../bot/config/roles.ts';
import { developmentPeople } from './people.ts';

/** The settings' roles, and every role for the person at the Playground. */
export function createDevelopmentDirectory(lists: RoleLists): Directory {
  const everybody: ReadonlySet<Role> = new Set(roles);
  const others = createDirectory(lists);
  return {
    rolesOf: async (objectId) => (objectId === developmentPeople.staff ? everybody : others.rolesOf(objectId)),
    holdersOf: async (role) => [...(await others.holdersOf(role)), developmentPeople.staff],
  };
}
