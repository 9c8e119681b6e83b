import type { Store } from '../../../core/ports/store.ts';
import { campaignChannelId } from '../../../core/model/campaign.ts';
import type { Operation, OperationRequest } from '../../../contract/operations.ts';
import { parseTestDay, createCampaign, createItem, writer } from '../core/campaigns.ts';
import { newRequestId } from '../journeys/tab-client.ts';

type CampaignOperation = Extract<Operation, `campaigns.${string}`>;
interface CampaignTableRow<Name extends CampaignOperation> {
  readonly may: readonly ('communications' | 'admin')[];
  readonly body: () => OperationRequest<Name>;
}

const { id: campaign } = createCampaign();
const channel = campaignChannelId('19:of-the-table@thread.tacv2');
const item = createItem('first');

/** Keeps the campaign and the channel that the rows below are about. */
export async function saveCampaign(store: Store): Promise<void> {
  await store.campaigns.write(createCampaign(), undefined, []);
  await store.campaignChannels.write({
    id: channel,
    conversationId: '19:of-the-table@thread.tacv2',
    serviceUrl: 'https://smba.example/',
    tenantId: 'tenant',
    language: 'en',
    by: writer,
    on: parseTestDay('2026-11-01'),
  });
}

const write = { may: ['communications'] } as const;
const approve = { may: ['communications', 'admin'] } as const;
const change = () => ({ campaign, revision: 0, request: newRequestId() });
const rules = {
  name: 'Autumn',
  startsOn: '2030-01-07',
  joiners: 'whereItIs',
  quiet: { from: '19:00', to: '08:00', weekends: true },
} as const;

/** Every operation on campaigns, and who may. Everybody else is refused. */
export const campaignRows: { readonly [Name in CampaignOperation]: CampaignTableRow<Name> } = {
  'campaigns.list': { ...approve, body: () => ({}) },
  'campaigns.read': { ...approve, body: () => ({ campaign }) },
  'campaigns.readPulse': { ...approve, body: () => ({ campaign, language: 'cy' }) },
  'campaigns.create': { ...write, body: () => ({ name: 'Winter', startsOn: '2030-01-07', request: newRequestId() }) },
  'campaigns.setRules': { ...write, body: () => ({ ...change(), rules }) },
  'campaigns.setItem': {
    ...write,
    body: () => ({ ...change(), wanted: { item, on: '2030-01-07', at: '10:00', audience: { kind: 'everybody' } } }),
  },
  'campaigns.reorderItems': { ...write, body: () => ({ ...change(), order: ['second', 'first'] }) },
  'campaigns.cancelItem': { ...write, body: () => ({ ...change(), item: 'second' }) },
  'campaigns.approveItem': { ...approve, body: () => ({ ...change(), item: 'first', digest: 'd'.repeat(43) }) },
  'campaigns.withdrawItem': { ...write, body: () => ({ ...change(), item: 'first' }) },
  'campaigns.start': { ...write, body: change },
  'campaigns.pause': { ...write, body: change },
  'campaigns.goOn': { ...write, body: change },
  'campaigns.cancel': { ...write, body: change },
  'campaigns.preview': { ...approve, body: () => ({ item, language: 'cy' }) },
  'campaigns.sendToMe': { ...approve, body: () => ({ item, language: 'en' }) },
  'campaigns.figures': { ...approve, body: () => ({ quarter: '2026-Q3' }) },
  'campaigns.nameChannel': { ...write, body: () => ({ channel, name: 'Briefing room' }) },
};
