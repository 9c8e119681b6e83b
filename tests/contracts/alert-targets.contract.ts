import { describe, expect, it } from '@jest/globals';
import { type AlertTarget, targetNames } from '../../core/model/alert-targets.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

const target = (differences: Partial<AlertTarget> = {}): AlertTarget => ({
  name: 'acu',
  conversationId: '19:alerts@thread.tacv2',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  tenantId: 'tenant',
  language: 'cy',
  lost: false,
  ...differences,
});

/** What every AlertTargets promises. */
export function alertTargetsContract(name: string, open: OpenStore): void {
  describe(`AlertTargets of ${name}`, () => {
    it(
      'knows no target that was not set',
      withOpenStore(open, async (store) => {
        expect(await store.targets.read('acu')).toBeUndefined();
        expect(await store.targets.all()).toEqual([]);
      }),
    );

    it(
      'keeps a target, and replaces it by a later one',
      withOpenStore(open, async (store) => {
        await store.targets.write(target({ teamId: '19:team@thread.tacv2' }));
        expect(await store.targets.read('acu')).toEqual(target({ teamId: '19:team@thread.tacv2' }));
        await store.targets.write(target({ lost: true }));
        expect(await store.targets.read('acu')).toEqual(target({ lost: true }));
        expect(await store.targets.all()).toEqual([target({ lost: true })]);
      }),
    );

    it(
      'keeps each name apart and gives every target that was set',
      withOpenStore(open, async (store) => {
        const set = targetNames.map((name) => target({ name, conversationId: `19:${name}@thread.tacv2` }));
        for (const each of set) await store.targets.write(each);
        expect(await store.targets.read('reserve')).toEqual(set.find(({ name }) => name === 'reserve'));
        const all = await store.targets.all();
        expect(all).toHaveLength(set.length);
        expect(all).toEqual(expect.arrayContaining(set));
      }),
    );
  });
}
