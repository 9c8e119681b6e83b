import { type Clock, toDay } from '../../core/model/calendar.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import type { RoleDirectory, ConfiguredRole, PersonId, Role } from '../../core/model/roles.ts';
import type { PersonStore, PersonRecord } from '../../core/ports/person-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import type { Caller } from './caller-authentication.ts';

export interface RoleHolders {
  /** Stores name, roles and day of someone with a role, and of no one else. Throws StoreError. */
  save(caller: Caller): Promise<void>;
  /** By the lists, which decide every rule of a case. */
  holders(role: ConfiguredRole): Promise<readonly PersonId[]>;
  handlers(handledBy: HandledBy): Promise<readonly PersonId[]>;
  /** At most a minute old; the name is empty for someone who never came. Throws StoreError. */
  getNames(objectIds: readonly PersonId[]): Promise<readonly PersonView[]>;
  /** `undefined` from `change` leaves the record; `absent` without a record. */
  change(objectId: PersonId, change: (person: PersonRecord) => PersonRecord | undefined): Promise<'changed' | 'absent'>;
  all(): Promise<readonly PersonRecord[]>;
}

const maxAttempts = 5;
/** For display only: it decides nothing. */
const namesCacheMs = 60_000;
export const handlingRole = (handledBy: HandledBy): ConfiguredRole => (handledBy === 'reserve' ? 'reserve' : 'handler');
const sortRoles = (roles: Iterable<Role>): readonly Role[] => [...roles].sort();
const personSnapshot = ({ name, roles, seenOn }: Pick<PersonRecord, 'name' | 'roles' | 'seenOn'>): string =>
  JSON.stringify([name, sortRoles(roles), seenOn]);

export function createRoleHolders(deps: {
  readonly people: PersonStore;
  readonly directory: RoleDirectory;
  readonly clock: Clock;
  readonly timeZone: string;
}): RoleHolders {
  const { people, directory } = deps;
  const today = () => toDay(deps.clock(), deps.timeZone);
  const savedSnapshots = new Map<string, string>();

  let peopleCache: { readonly at: number; readonly all: Promise<readonly PersonRecord[]> } | undefined;

  async function readCached(): Promise<readonly PersonRecord[]> {
    const now = deps.clock().getTime();
    if (peopleCache && Math.abs(now - peopleCache.at) < namesCacheMs) return peopleCache.all;
    const begun = { at: now, all: people.all() };
    peopleCache = begun;
    try {
      return await begun.all;
    } catch (error) {
      if (peopleCache === begun) peopleCache = undefined;
      throw error;
    }
  }

  async function write(current: Versioned<PersonRecord>, next: PersonRecord): Promise<boolean> {
    try {
      return (await people.change({ ...current, value: next })) === 'changed';
    } finally {
      if (personSnapshot(next) !== personSnapshot(current.value)) peopleCache = undefined;
    }
  }

  async function change(
    objectId: PersonId,
    update: (person: PersonRecord) => PersonRecord | undefined,
  ): Promise<'changed' | 'absent'> {
    for (let tries = 0; tries < maxAttempts; tries += 1) {
      const current = await people.read(objectId);
      if (current === undefined) return 'absent';
      const next = update(current.value);
      if (next === undefined || (await write(current, next))) return 'changed';
    }
    throw new StoreError('busy');
  }

  const holders = (role: ConfiguredRole): Promise<readonly PersonId[]> => directory.getHolders(role);

  return {
    change,
    holders,
    handlers: (handledBy) => holders(handlingRole(handledBy)),
    all: () => people.all(),
    async save({ objectId, name, roles }) {
      // A record would say when someone came to report.
      if (roles.size === 0) return;
      const now = sortRoles(roles);
      const seenOn = today();
      const mark = personSnapshot({ name, roles: now, seenOn });
      if (savedSnapshots.get(objectId) === mark) return;
      const next = (person: PersonRecord) =>
        personSnapshot(person) === mark ? undefined : { ...person, name, roles: now, seenOn };
      if ((await change(objectId, next)) === 'absent') {
        const added = await people.add({ objectId, name, roles: now, seenOn, envelopes: [] });
        peopleCache = undefined;
        if (added === 'exists') await change(objectId, next);
      }
      savedSnapshots.set(objectId, mark);
    },
    async getNames(objectIds) {
      const names = new Map((await readCached()).map(({ objectId, name }) => [objectId, name]));
      return [...new Set(objectIds)].map((objectId) => ({ objectId, name: names.get(objectId) ?? '' }));
    },
  };
}
