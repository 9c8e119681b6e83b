import { describe, expect, it } from '@jest/globals';
import { newSubscriber, subscriberId, type Subscriber } from '../../core/model/subscriber.ts';
import type { SubscriberStore } from '../../core/ports/campaign-stores.ts';
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
      withOpenStore(open, async ({ subscribers }) => {
        expect(await subscribers.read(subscriberId('nobody'))).toBeUndefined();
        expect(await subscribers.page(undefined, 10)).toEqual([]);
        expect(await subscribers.write(aRow('nobody'), '1')).toBe(false);
        await expect(subscribers.remove(subscriberId('nobody'))).resolves.toBeUndefined();
      }),
    );

    it(
      'adds a row once, however many ask at the same time, and leaves the one that stands',
      withOpenStore(open, async ({ subscribers }) => {
        const row = aRow('a:1', { optedOut: true });
        const answers = await Promise.all(Array.from({ length: 10 }, () => subscribers.add(row)));
        expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
        const standing = await subscribers.read(row.id);
        expect(await subscribers.add(aRow('a:1', { language: 'cy' }))).toBe('exists');
        expect(await subscribers.read(row.id)).toEqual(standing);
        expect(standing?.value).toEqual(row);
      }),
    );

    it(
      'gives every row once, page by page in the order of the ids',
      withOpenStore(open, async ({ subscribers }) => {
        const rows = Array.from({ length: 23 }, (_, at) => aRow(`a:${at}`, at % 2 === 0 ? {} : { pausedUntil: today }));
        for (const row of rows) await subscribers.add(row);
        for (const most of [1, 5, 23, 100]) expect(await everyRow(subscribers, most)).toEqual(inOrder(rows));
        const [first] = await subscribers.page(undefined, 1);
        expect(first).toEqual(await subscribers.read(first?.value.id ?? ''));
      }),
    );

    it(
      'writes a row over its version alone, drops what is left out, and gives another version each time',
      withOpenStore(open, async ({ subscribers }) => {
        const row = aRow('a:1', { optedOut: true, pausedUntil: today });
        await subscribers.add(row);
        const first = await subscribers.read(row.id);
        const next = aRow('a:1', { language: 'cy' });
        expect(await subscribers.write(next, first?.version ?? '')).toBe(true);
        const second = await subscribers.read(row.id);
        expect(second?.value).toEqual(next);
        for (const version of [first?.version ?? '', '', '*', '1', 'odd']) {
          expect(await subscribers.write(row, version)).toBe(false);
        }
        expect(await subscribers.read(row.id)).toEqual(second);
        expect(await subscribers.write(next, second?.version ?? '')).toBe(true);
        const third = await subscribers.read(row.id);
        expect(third?.value).toEqual(next);
        expect(new Set([first?.version, second?.version, third?.version]).size).toBe(3);
      }),
    );

    it(
      'lets one of ten who write over the same version through',
      withOpenStore(open, async ({ subscribers }) => {
        const row = aRow('a:1');
        await subscribers.add(row);
        const version = (await subscribers.read(row.id))?.version ?? '';
        const answers = await Promise.all(Array.from({ length: 10 }, () => subscribers.write(row, version)));
        expect(answers.filter(Boolean)).toHaveLength(1);
      }),
    );

    it(
      'removes a row, which can then be added again, and takes no other with it',
      withOpenStore(open, async ({ subscribers }) => {
        const [row, other] = [aRow('a:1', { optedOut: true }), aRow('a:2')];
        await subscribers.add(row);
        await subscribers.add(other);
        const before = await subscribers.read(row.id);
        await subscribers.remove(row.id);
        await subscribers.remove(row.id);
        expect(await subscribers.read(row.id)).toBeUndefined();
        expect(await subscribers.write(row, before?.version ?? '')).toBe(false);
        expect(await everyRow(subscribers, 10)).toEqual([other]);
        expect(await subscribers.add(aRow('a:1'))).toBe('added');
        expect((await subscribers.read(row.id))?.value).toEqual(aRow('a:1'));
      }),
    );
  });
}
