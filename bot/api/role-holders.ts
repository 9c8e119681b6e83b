import { type Clock, dayOf } from '../../core/model/calendar.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import type { Directory, ListedRole, PersonId, Role } from '../../core/model/directory.ts';
import type { People, PersonRecord } from '../../core/ports/people.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import type { ShownPerson } from '../../contract/answers.ts';
import type { Caller } from './tab-authentication.ts';

/** People who came with a role, and who holds which. */
export interface RoleHolders {
  /** Keeps name, roles and day of someone with a role, and of no one else. Throws StoreError. */
  keep(caller: Caller): Promise<void>;
  /** By the lists: the answer that every rule of a case uses. */
  holders(role: ListedRole): Promise<readonly PersonId[]>;
  handlers(handledBy: HandledBy): Promise<readonly PersonId[]>;
  /** At most a minute old; the name of someone who never came is empty. Throws StoreError. */
  named(objectIds: readonly PersonId[]): Promise<readonly ShownPerson[]>;
  /** `undefined` from `change` leaves the record; `absent` if they never came with a role. */
  change(objectId: PersonId, change: (person: PersonRecord) => PersonRecord | undefined): Promise<'changed' | 'absent'>;
  all(): Promise<readonly PersonRecord[]>;
}

const mostTries = 5;
/** In milliseconds, for display only: nothing is decided by it. */
const shownAgainMs = 60_000;
export const roleOf = (handledBy: HandledBy): ListedRole => (handledBy === 'reserve' ? 'reserve' : 'handler');
const sorted = (roles: Iterable<Role>): readonly Role[] => [...roles].sort();
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
  const kept = new Map<string, string>();

  let read: { readonly at: number; readonly all: Promise<readonly PersonRecord[]> } | undefined;

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
      // A due line is not displayed.
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
      // A record would say when someone came to report.
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
