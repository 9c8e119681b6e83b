import { dayOf } from '../../concerns/terms/calendar.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { Directory, ListedRole, Role } from '../../concerns/terms/directory.ts';
import type { People, PersonRecord } from '../../concerns/ports/people.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { ShownPerson } from '../../contract/shown-person.ts';
import type { Caller } from './caller.ts';

/** Those who have a role: who they are by name, and who is known to hold which role. */
export interface RoleHolders {
  /** Keeps the name, the roles and the day of somebody who came with a role; of nobody else. Throws StoreError. */
  keep(caller: Caller): Promise<void>;
  /** All who hold such a role now, as the lists say: the one answer that every rule of a case asks for. */
  holders(role: ListedRole): Promise<readonly PersonId[]>;
  /** Those who handle this kind of case now. */
  handlers(handledBy: HandledBy): Promise<readonly PersonId[]>;
  /** These people by name, as read in the last minute or written by this server since; the name is empty if somebody never came. Throws StoreError. */
  named(objectIds: readonly PersonId[]): Promise<readonly ShownPerson[]>;
  /** Changes what is kept of somebody; `undefined` from `change` leaves it. `absent` where they never came with a role. */
  change(objectId: PersonId, change: (person: PersonRecord) => PersonRecord | undefined): Promise<'changed' | 'absent'>;
  /** Everybody who came with a role. Throws StoreError. */
  all(): Promise<readonly PersonRecord[]>;
}

const mostTries = 5;
/** For so long what was read of people is shown again, in milliseconds. Nothing is decided by it. */
const shownAgainMs = 60_000;
/** The role that handles such cases. */
export const roleOf = (handledBy: HandledBy): ListedRole => (handledBy === 'reserve' ? 'reserve' : 'handler');
const sorted = (roles: Iterable<Role>): readonly Role[] => [...roles].sort();
/** A mark of what a page shows of somebody, by which a change is noticed. */
const markOf = ({ name, roles, seenOn }: Pick<PersonRecord, 'name' | 'roles' | 'seenOn'>): string =>
  JSON.stringify([name, sorted(roles), seenOn]);

export function createRoleHolders(deps: {
  readonly people: People;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly timeZone: string;
}): RoleHolders {
  const { people, directory } = deps;
  const today = () => dayOf(deps.clock(), deps.timeZone);
  /** A mark of what was kept last of each person with a role, so that a request does not read it again. */
  const kept = new Map<string, string>();

  let read: { readonly at: number; readonly all: Promise<readonly PersonRecord[]> } | undefined;

  /** Everybody, as read in the last minute. */
  async function recent(): Promise<readonly PersonRecord[]> {
    const now = deps.clock().getTime();
    if (read && Math.abs(now - read.at) < shownAgainMs) return read.all;
    const begun = { at: now, all: people.all() };
    read = begun;
    try {
      return await begun.all;
    } catch (error) {
      if (read === begun) read = undefined;
      throw error;
    }
  }

  async function write(standing: Versioned<PersonRecord>, next: PersonRecord): Promise<boolean> {
    try {
      return (await people.change({ ...standing, value: next })) === 'changed';
    } finally {
      // What pages show is read again where that has changed; a line that is due shows nowhere.
      if (markOf(next) !== markOf(standing.value)) read = undefined;
    }
  }

  async function change(
    objectId: PersonId,
    changed: (person: PersonRecord) => PersonRecord | undefined,
  ): Promise<'changed' | 'absent'> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const standing = await people.read(objectId);
      if (standing === undefined) return 'absent';
      const next = changed(standing.value);
      if (next === undefined || (await write(standing, next))) return 'changed';
    }
    throw new StoreError('busy');
  }

  const holders = (role: ListedRole): Promise<readonly PersonId[]> => directory.holdersOf(role);

  return {
    change,
    holders,
    handlers: (handledBy) => holders(roleOf(handledBy)),
    all: () => people.all(),
    async keep({ objectId, name, roles }) {
      // Nothing is asked of the store for whoever may be here to report: it would say when they came.
      if (roles.size === 0) return;
      const now = sorted(roles);
      const seenOn = today();
      const mark = markOf({ name, roles: now, seenOn });
      if (kept.get(objectId) === mark) return;
      const next = (person: PersonRecord) =>
        markOf(person) === mark ? undefined : { ...person, name, roles: now, seenOn };
      if ((await change(objectId, next)) === 'absent') {
        const added = await people.add({ objectId, name, roles: now, seenOn, envelopes: [] });
        read = undefined;
        if (added === 'exists') await change(objectId, next);
      }
      kept.set(objectId, mark);
    },
    async named(objectIds) {
      const names = new Map((await recent()).map(({ objectId, name }) => [objectId, name]));
      return [...new Set(objectIds)].map((objectId) => ({ objectId, name: names.get(objectId) ?? '' }));
    },
  };
}
