import { type Directory, isListedRole, type Role } from '../../concerns/terms/directory.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { mayHandle } from '../../concerns/records/permissions.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { EventLog } from '../running/event-log.ts';
import type { SignedIn } from './tab-sign-in.ts';

/** Who an operation is carried out for, as a checked token and the settings say. */
export interface Caller {
  readonly objectId: PersonId;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

/** The kinds of case that somebody handles. */
export const handledKinds = (roles: ReadonlySet<Role>): readonly HandledBy[] =>
  (['acu', 'reserve'] as const).filter((handledBy) => mayHandle(roles, handledBy));

/**
 * Says which roles somebody holds: those of the lists, and those of the token that no list has to give. A token that
 * says one of the others beyond the lists gives nothing, and the log says that there was one.
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
