import { describe, expect, it } from '@jest/globals';
import { newSubscriber, subscriberId, type Subscriber } from '../../core/model/subscriber.ts';
import type { SubscriberStore } from '../../core/ports/campaign-store.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { today } from '../support/contracts/records.ts';

const aRow = (conversationId: string, differences: Partial<Subscriber> = {}): Subscriber => ({
  ...newSubscriber({ conversationId, serviceUrl: 'https://smba.trafficmanager.net/uk/', language: 'en' }, today),
  ...differences,
});
const inOrder = (rows: readonly Subscriber[]) => rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));

async function everyRow(reach: SubscriberStore, most: number): Promise<readonly Subscriber[]> {
  const found: Subscriber[] = [];
  for (;;) {
    const page = await reach.page(found.at(-1)?.id, most);
    expect(page.length).toBeLessThanOrEqual(most);
    found.push(...page.map(({ value }) => value));
    if (page.length < most) return found;
  }
}

/** What every SubscriberStore promises. */
export function subscriberStoreContract(name: string, open: OpenStore): void {
  describe(`ReachStore of ${name}`, () => {
    it(
      'knows nobody who never had the app',
      withOpenStore(open, async ({ reach }) => {
        expect(await reach.read(subscriberId('nobody'))).toBeUndefined();
        expect(await reach.page(undefined, 10)).toEqual([]);
        expect(await reach.write(aRow('nobody'), '1')).toBe(false);
        await expect(reach.remove(subscriberId('nobody'))).resolves.toBeUndefined();
      }),
    );

    it(
      'adds a row once, however many ask at the same time, and leaves the one that stands',
      withOpenStore(open, async ({ reach }) => {
        const row = aRow('a:1', { optedOut: true });
        const answers = await Promise.all(Array.from({ length: 10 }, () => reach.add(row)));
        expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
        const standing = await reach.read(row.id);
        expect(await reach.add(aRow('a:1', { language: 'cy' }))).toBe('exists');
        expect(await reach.read(row.id)).toEqual(standing);
        expect(standing?.value).toEqual(row);
      }),
    );

    it(
      'gives every row once, page by page in the order of the ids',
      withOpenStore(open, async ({ reach }) => {
        const rows = Array.from({ length: 23 }, (_, at) => aRow(`a:${at}`, at % 2 === 0 ? {} : { pausedUntil: today }));
        for (const row of rows) await reach.add(row);
        for (const most of [1, 5, 23, 100]) expect(await everyRow(reach, most)).toEqual(inOrder(rows));
        const [first] = await reach.page(undefined, 1);
        expect(first).toEqual(await reach.read(first?.value.id ?? ''));
      }),
    );

    it(
      'writes a row over its version alone, drops what is left out, and gives another version each time',
      withOpenStore(open, async ({ reach }) => {
        const row = aRow('a:1', { optedOut: true, pausedUntil: today });
        await reach.add(row);
        const first = await reach.read(row.id);
        const next = aRow('a:1', { language: 'cy' });
        expect(await reach.write(next, first?.version ?? '')).toBe(true);
        const second = await reach.read(row.id);
        expect(second?.value).toEqual(next);
        for (const version of [first?.version ?? '', '', '*', '1', 'odd']) {
          expect(await reach.write(row, version)).toBe(false);
        }
        expect(await reach.read(row.id)).toEqual(second);
        expect(await reach.write(next, second?.version ?? '')).toBe(true);
        const third = await reach.read(row.id);
        expect(third?.value).toEqual(next);
        expect(new Set([first?.version, second?.version, third?.version]).size).toBe(3);
      }),
    );

    it(
      'lets one of ten who write over the same version through',
      withOpenStore(open, async ({ reach }) => {
        const row = aRow('a:1');
        await reach.add(row);
        const version = (await reach.read(row.id))?.version ?? '';
        const answers = await Promise.all(Array.from({ length: 10 }, () => reach.write(row, version)));
        expect(answers.filter(Boolean)).toHaveLength(1);
      }),
    );

    it(
      'removes a row, which can then be added again, and takes no other with it',
      withOpenStore(open, async ({ reach }) => {
        const [row, other] = [aRow('a:1', { optedOut: true }), aRow('a:2')];
        await reach.add(row);
        await reach.add(other);
        const before = await reach.read(row.id);
        await reach.remove(row.id);
        await reach.remove(row.id);
        expect(await reach.read(row.id)).toBeUndefined();
        expect(await reach.write(row, before?.version ?? '')).toBe(false);
        expect(await everyRow(reach, 10)).toEqual([other]);
        expect(await reach.add(aRow('a:1'))).toBe('added');
        expect((await reach.read(row.id))?.value).toEqual(aRow('a:1'));
      }),
    );
  });
}
