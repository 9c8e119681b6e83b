import { describe, expect, it } from '@jest/globals';
import { createRoleHolders } from '../../../bot/api/role-holders.ts';
import { toPersonId, type PersonId, type Role } from '../../../core/model/roles.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const dayMs = 86_400_000;
const core = setUpCore();

const known = (listed: readonly PersonId[] = []) =>
  createRoleHolders({
    people: core.store.people,
    directory: {
      getRoles: async () => new Set<Role>(),
      getHolders: async (role) => (role === 'handler' ? listed : []),
    },
    clock: core.deps.clock,
    timeZone: 'Europe/London',
  });
const comes = (objectId: string, ...roles: readonly Role[]) => ({
  objectId: toPersonId(objectId),
  name: 'A name',
  roles: new Set(roles),
});

describe('those who hold a role', () => {
  it('are those on its list, whoever came and whenever', async () => {
    const people = known([toPersonId('LISTED')]);
    expect(await people.handlers('acu')).toEqual(['listed']);
    await people.save(comes('left', 'handler', 'custodian'));
    expect(await people.handlers('acu')).toEqual(['listed']);
    expect(await people.holders('custodian')).toEqual([]);
    core.pass(400 * dayMs);
    expect(await people.handlers('acu')).toEqual(['listed']);
  });

  it('leave nothing in the store where they came without a role, as everybody does who reports', async () => {
    const people = known();
    await people.save(comes('a-reporter'));
    expect(await core.store.people.all()).toEqual([]);
  });
});
