import { type Directory, type Role, roles } from '../concerns/ports/directory.ts';
import type { Config } from './config.ts';
import { developmentPeople } from './development/people.ts';

type Lists = Readonly<Record<Role, readonly string[]>>;

/** A directory from lists of Entra object ids, one list a role. Ids are compared without regard to case. */
export function createDirectory(lists: Lists): Directory {
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

/**
 * The role lists of the settings. In development the one person at the Playground holds every role there, and in the
 * tab, where somebody else can be chosen, none.
 */
export function roleLists(config: Config, where: 'chat' | 'tab' = 'chat'): Lists {
  const { staff, handler, secondHandler, custodian, reserve, admin, summaryReader } = developmentPeople;
  const everything = where === 'chat' ? [staff] : [];
  const also = (...ids: readonly string[]) => (config.development ? [...everything, ...ids] : []);
  return {
    handler: [...config.ROLE_HANDLERS, ...also(handler, secondHandler)],
    custodian: [...config.ROLE_CUSTODIANS, ...also(custodian)],
    reserve: [...config.ROLE_RESERVE, ...also(reserve)],
    summaryAcu: [...config.ROLE_SUMMARY_ACU, ...also(handler, secondHandler)],
    summaryWider: [...config.ROLE_SUMMARY_WIDER, ...also(summaryReader)],
    admin: [...config.ROLE_ADMINS, ...also(admin)],
  };
}
