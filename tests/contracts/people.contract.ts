import { describe, expect, it } from '@jest/globals';
import type { PersonRecord } from '../../core/ports/person-store.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, now, today } from '../support/contracts/records.ts';

const aPerson = (differences: Partial<PersonRecord> = {}): PersonRecord => ({
  objectId: toPersonId('00000000-0000-0000-0000-000000000001'),
  name: 'A handler',
  roles: ['handler'],
  envelopes: [],
  ...differences,
});
const withKeys = aPerson({
  openings: [{ caseId: createCase().caseId, at: now.toISOString() }],
  recipient: `age1pq1${'q'.repeat(1_900)}`,
  recipientOn: today,
  envelopes: [{ group: 'acu', sealed: 'c2VhbGVk'.repeat(500), by: toPersonId('another-handler'), on: today }],
});

/** What every People promises. */
export function peopleContract(name: string, open: OpenStore): void {
  describe(`People of ${name}`, () => {
    it(
      'knows nobody who never came',
      withOpenStore(open, async (store) => {
        expect(await store.people.read(toPersonId('nobody'))).toBeUndefined();
        expect(await store.people.all()).toEqual([]);
      }),
    );

    it(
      'keeps a person whole, and everybody apart',
      withOpenStore(open, async (store) => {
        const other = aPerson({ objectId: toPersonId('another'), roles: [] });
        expect(await store.people.add(withKeys)).toBe('added');
        expect(await store.people.add(other)).toBe('added');
        expect((await store.people.read(withKeys.objectId))?.value).toEqual(withKeys);
        const all = await store.people.all();
        expect(all).toHaveLength(2);
        expect(all).toEqual(expect.arrayContaining([withKeys, other]));
      }),
    );

    it(
      'finds those to whom a line is due, and nobody else',
      withOpenStore(open, async (store) => {
        const due = aPerson({ objectId: toPersonId('due'), line: { dueAt: '2026-11-25T11:00:00.000Z', choice: 'cy' } });
        const told = aPerson({ objectId: toPersonId('told'), line: { sentOn: today } });
        for (const person of [due, told, aPerson()]) await store.people.add(person);
        expect(await store.people.listAwaitingNotification()).toEqual([due]);
      }),
    );

    it(
      'leaves a person who is known as they are',
      withOpenStore(open, async (store) => {
        await store.people.add(withKeys);
        const found = await store.people.read(withKeys.objectId);
        expect(await store.people.add(aPerson())).toBe('exists');
        expect(await store.people.read(withKeys.objectId)).toEqual(found);
      }),
    );

    it(
      'tells one of ten who add the same person at once that they did',
      withOpenStore(open, async (store) => {
        const answers = await Promise.all(Array.from({ length: 10 }, () => store.people.add(aPerson())));
        expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
        expect(answers.filter((answer) => answer === 'exists')).toHaveLength(9);
      }),
    );

    it(
      'changes a person, drops what the change leaves out, and gives another version',
      withOpenStore(open, async (store) => {
        await store.people.add(withKeys);
        const found = await store.people.read(withKeys.objectId);
        if (!found) throw new Error('nobody stands');
        expect(await store.people.change({ ...found, value: aPerson({ roles: ['custodian'] }) })).toBe('changed');
        const after = await store.people.read(withKeys.objectId);
        expect(after?.value).toEqual(aPerson({ roles: ['custodian'] }));
        expect(after?.version).not.toBe(found.version);
      }),
    );

    it(
      'refuses a change of an older version, of one that it never gave, and of nobody',
      withOpenStore(open, async (store) => {
        await store.people.add(aPerson());
        const found = await store.people.read(aPerson().objectId);
        if (!found) throw new Error('nobody stands');
        await store.people.change({ ...found, value: withKeys });
        const standing = await store.people.read(withKeys.objectId);
        for (const version of [found.version, '', '*', '0', 'nonsense']) {
          expect(await store.people.change({ value: aPerson(), version })).toBe('conflict');
        }
        expect(await store.people.read(withKeys.objectId)).toEqual(standing);
        expect(await store.people.change({ value: aPerson({ objectId: toPersonId('nobody') }), version: '1' })).toBe(
          'conflict',
        );
        expect(await store.people.all()).toHaveLength(1);
      }),
    );

    it(
      'lets one of ten who change the same version through',
      withOpenStore(open, async (store) => {
        await store.people.add(aPerson());
        const found = await store.people.read(aPerson().objectId);
        if (!found) throw new Error('nobody stands');
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, at) =>
            store.people.change({ ...found, value: aPerson({ name: `Handler ${at}` }) }),
          ),
        );
        expect(answers.filter((answer) => answer === 'changed')).toHaveLength(1);
      }),
    );
  });
}
