import { type Directory, type Role, rolesKeptApart } from '../../concerns/terms/directory.ts';
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
 * Says which roles somebody holds: those of the settings and those of the token. Whoever would hold two that must be
 * kept apart gets none of these, wherever they come from, since one of them was given by mistake.
 */
export function createCallers(deps: {
  readonly directory: Directory;
  readonly development: boolean;
  readonly log: EventLog;
}): (person: SignedIn) => Promise<Caller> {
  const { directory, development, log } = deps;
  return async ({ objectId, name, roles }) => {
    const held = new Set([...(await directory.rolesOf(objectId)), ...roles]);
    const mixed = rolesKeptApart.some(([one, other]) => held.has(one) && held.has(other));
    if (!mixed || development) return { objectId, name, roles: held };
    log({ event: 'rolesMixed' });
    for (const role of rolesKeptApart.flat()) held.delete(role);
    return { objectId, name, roles: held };
  };
}
