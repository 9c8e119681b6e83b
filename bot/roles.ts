import type { Directory, Role } from '../concerns/ports/directory.ts';
import type { Config } from './config.ts';
import { developmentPeople } from './development/people.ts';

type Lists = Readonly<Record<Role, readonly string[]>>;

/** A directory from lists of Entra object ids, one list a role. Ids are compared without regard to case. */
export function createDirectory(lists: Lists): Directory {
  const held = new Map<string, Set<Role>>();
  const note = (role: Role, id: string) => {
    const roles = held.get(id.toLowerCase()) ?? new Set<Role>();
    held.set(id.toLowerCase(), roles.add(role));
  };
  for (const id of lists.handler) note('handler', id);
  for (const id of lists.custodian) note('custodian', id);
  for (const id of lists.reserve) note('reserve', id);
  for (const id of lists.summaryAcu) note('summaryAcu', id);
  for (const id of lists.summaryWider) note('summaryWider', id);
  for (const id of lists.admin) note('admin', id);
  const none: ReadonlySet<Role> = new Set();
  return { rolesOf: async (objectId) => held.get(objectId.toLowerCase()) ?? none };
}

/** The role lists of the settings; in development the one person at the Playground holds every role. */
export function roleLists(config: Config): Lists {
  const { staff, handler, custodian, reserve, admin, summaryReader } = developmentPeople;
  const also = (...ids: readonly string[]) => (config.development ? [staff, ...ids] : []);
  return {
    handler: [...config.ROLE_HANDLERS, ...also(handler)],
    custodian: [...config.ROLE_CUSTODIANS, ...also(custodian)],
    reserve: [...config.ROLE_RESERVE, ...also(reserve)],
    summaryAcu: [...config.ROLE_SUMMARY_ACU, ...also(handler)],
    summaryWider: [...config.ROLE_SUMMARY_WIDER, ...also(summaryReader)],
    admin: [...config.ROLE_ADMINS, ...also(admin)],
  };
}
