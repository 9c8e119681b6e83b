import { describe, expect, it } from '@jest/globals';
import { nextSettingEntry, type SettingEntry } from '../../core/model/setting-entry.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { now } from '../support/contracts/records.ts';

const entryAfter = (entries: readonly SettingEntry[], fingerprint = 'one'): SettingEntry =>
  nextSettingEntry(
    entries,
    { kind: 'recipientsRead', by: 'system', detail: { recipients: { acu: [fingerprint], reserve: [] } } },
    now,
  );

/** What every SettingsHistory promises. */
export function settingsHistoryContract(name: string, open: OpenStore): void {
  describe(`SettingsHistory of ${name}`, () => {
    it(
      'is empty at first, and gives all entries whole and in their order',
      withOpenStore(open, async (store) => {
        expect(await store.settings.all()).toEqual([]);
        const entries: SettingEntry[] = [];
        for (let made = 0; made < 12; made += 1) {
          const { targets, settings } = store;
          expect(await targets.all()).toEqual([]);
          const target = {
            name: 'acu',
            conversationId: `19:${made}@thread.tacv2`,
            serviceUrl: 'https://smba.example/',
            tenantId: 'tenant',
            language: 'cy',
            lost: made % 2 === 0,
          } as const;
          const by = { objectId: toPersonId(`person-${made}`) };
          const entry =
            made === 5
              ? entryAfter(entries)
              : nextSettingEntry(entries, { kind: 'targetSet', by, detail: { target } }, now);
          expect(await settings.add(entry)).toBe('added');
          entries.push(entry);
        }
        expect(await store.settings.all()).toEqual(entries);
      }),
    );

    it(
      'takes one of many entries for a place, and changes none that stands',
      withOpenStore(open, async (store) => {
        const rivals = ['a', 'b', 'c', 'd', 'e'].map((fingerprint) => entryAfter([], fingerprint));
        const outcomes = await Promise.all(rivals.map((entry) => store.settings.add(entry)));
        expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
        const first = rivals[outcomes.indexOf('added')];
        expect(await store.settings.all()).toEqual([first]);
        expect(await store.settings.add(entryAfter([]))).toBe('exists');
        expect(await store.settings.all()).toEqual([first]);
      }),
    );
  });
}
