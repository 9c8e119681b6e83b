import { describe, expect, it } from '@jest/globals';
import type { CampaignEvent } from '../../core/model/campaign.ts';
import { advanceCampaign } from '../../core/model/campaign-progress.ts';
import { createCampaign, createRunningCampaign, writer } from '../support/core/campaigns.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { now } from '../support/contracts/records.ts';

const event = (kind: CampaignEvent['kind'], request?: string): CampaignEvent => ({
  kind,
  by: request === undefined ? 'system' : { objectId: writer },
  at: now.toISOString(),
  ...(request !== undefined && { request, item: 'first', digest: 'of-it' }),
});

/** What every CampaignStore promises. */
export function campaignStoreContract(name: string, open: OpenStore): void {
  describe(`CampaignStore of ${name}`, () => {
    it(
      'has nothing of a campaign that was never written',
      withOpenStore(open, async ({ campaigns }) => {
        expect(await campaigns.read('0123456789abcdef')).toBeUndefined();
        expect(await campaigns.list()).toEqual([]);
        expect(await campaigns.history('0123456789abcdef')).toEqual([]);
        expect(await campaigns.write(createCampaign(), '1', [])).toBe(false);
      }),
    );

    it(
      'gives campaigns back whole, each with its own history',
      withOpenStore(open, async ({ campaigns }) => {
        const running = createRunningCampaign(createCampaign({ joiners: 'fromBeginning' }));
        const sending = advanceCampaign(running, { day: running.startsOn, time: '12:00' });
        const other = createCampaign({ id: 'fedcba9876543210', name: 'Gwanwyn' });
        expect(await campaigns.write(sending, undefined, [event('created', 'one')])).toBe(true);
        expect(await campaigns.write(other, undefined, [])).toBe(true);
        expect((await campaigns.read(sending.id))?.value).toEqual(sending);
        const all = (await campaigns.list()).map(({ value }) => value);
        expect(all).toHaveLength(2);
        expect(all).toEqual(expect.arrayContaining([sending, other]));
        expect(await campaigns.history(sending.id)).toEqual([event('created', 'one')]);
        expect(await campaigns.history(other.id)).toEqual([]);
      }),
    );

    it(
      'lets one of many writers write over a version, with its entry and no other',
      withOpenStore(open, async ({ campaigns }) => {
        const draft = createCampaign();
        const six = [1, 2, 3, 4, 5, 6];
        const begun = await Promise.all(
          six.map((place) => campaigns.write(draft, undefined, [event('created', `${place}`)])),
        );
        expect(begun.filter(Boolean)).toHaveLength(1);
        const standing = await campaigns.read(draft.id);
        const changed = await Promise.all(
          six.map((place) =>
            campaigns.write({ ...draft, revision: place }, standing?.version, [
              event('rulesSet', `${place}`),
              event('itemStarted'),
            ]),
          ),
        );
        expect(changed.filter(Boolean)).toHaveLength(1);
        const revision = changed.indexOf(true) + 1;
        expect((await campaigns.read(draft.id))?.value.revision).toBe(revision);
        expect(await campaigns.history(draft.id)).toEqual([
          event('created', `${begun.indexOf(true) + 1}`),
          event('rulesSet', `${revision}`),
          event('itemStarted'),
        ]);
        for (const odd of ['', '*', 'odd', standing?.version]) {
          expect(await campaigns.write(draft, odd, [event('ended')])).toBe(false);
        }
        expect(await campaigns.history(draft.id)).toHaveLength(3);
        expect((await campaigns.list())[0]?.version).toBe((await campaigns.read(draft.id))?.version);
      }),
    );
  });
}
