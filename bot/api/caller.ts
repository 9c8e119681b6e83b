import { type Directory, isListedRole, type PersonId, type Role } from '../../concerns/terms/directory.ts';
import { mayHandle } from '../../concerns/records/permissions.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { EventLog } from '../running/event-log.ts';
import type { SignedIn } from './tab-sign-in.ts';

export interface Caller {
  readonly objectId: PersonId;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

export const handledKinds = (roles: ReadonlySet<Role>): readonly HandledBy[] =>
  (['acu', 'reserve'] as const).filter((handledBy) => mayHandle(roles, handledBy));

/**
 * Roles from the lists, and those of the token that no list has to give. Any other role in a token gives nothing and
 * leaves a log line.
 */
export function createCallers(deps: {
  readonly directory: Directory;
  readonly log: EventLog;
}): (person: SignedIn) => Promise<Caller> {
  const { directory, log } = deps;
  return async ({ objectId, name, roles }) => {
    const listed = await directory.rolesOf(objectId);
    if (roles.some((role) => isListedRole(role) && !listed.has(role))) log({ event: 'roleNotListed' });
    return { objectId, name, roles: new Set([...listed, ...roles.filter((role) => !isListedRole(role))]) };
  };
}
