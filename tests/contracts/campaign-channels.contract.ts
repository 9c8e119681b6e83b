import { describe, expect, it } from '@jest/globals';
import { type CampaignChannel, campaignChannelId } from '../../core/model/campaign.ts';
import { parseTestDay, writer } from '../support/core/campaigns.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

const channel = (conversationId: string): CampaignChannel => ({
  id: campaignChannelId(conversationId),
  conversationId,
  serviceUrl: 'https://smba.example/',
  tenantId: 'tenant',
  language: 'cy',
  by: writer,
  on: parseTestDay('2026-11-02'),
});

/** What every CampaignChannelStore promises. */
export function campaignChannelsContract(name: string, open: OpenStore): void {
  describe(`CampaignChannelStore of ${name}`, () => {
    it(
      'has the channels that were named, each as it was named last, until they are taken away',
      withOpenStore(open, async ({ campaignChannels }) => {
        expect(await campaignChannels.all()).toEqual([]);
        const [one, two] = [channel('19:one@thread.tacv2'), channel('19:two@thread.tacv2')];
        await campaignChannels.write(one);
        await campaignChannels.write(two);
        await campaignChannels.write({ ...one, name: 'Briefing room', language: 'en' });
        const all = await campaignChannels.all();
        expect(all).toHaveLength(2);
        expect(all).toEqual(expect.arrayContaining([{ ...one, name: 'Briefing room', language: 'en' }, two]));
        await campaignChannels.remove(one.id);
        await campaignChannels.remove(one.id);
        expect(await campaignChannels.all()).toEqual([two]);
      }),
    );
  });
}
