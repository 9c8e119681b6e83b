import type { Campaign, CampaignAudience } from '../records/campaign.ts';
import {
  approveItem as approved,
  cancelCampaign as cancelled,
  cancelItem as itemCancelled,
  type CampaignRules,
  type Changed,
  goOn as goneOn,
  pauseCampaign as paused,
  reorderItems as reordered,
  setItem as itemSet,
  setRules as rulesSet,
  startCampaign as started,
  type WantedItem,
  withdrawItem as withdrawn,
} from '../records/campaign-changes.ts';
import type { Actor } from '../records/permissions.ts';
import {
  type AskedOfCampaign,
  type CampaignDependencies,
  type CampaignOutcome,
  changeCampaign,
} from './change-campaign.ts';

export interface AskedOfItem extends AskedOfCampaign {
  readonly item: string;
}

type Act<Asked extends AskedOfCampaign> = (
  deps: CampaignDependencies,
  actor: Actor,
  asked: Asked,
) => Promise<CampaignOutcome>;

const act =
  (
    kind: 'started' | 'paused' | 'wentOn' | 'cancelled',
    change: (campaign: Campaign) => Changed,
  ): Act<AskedOfCampaign> =>
  (deps, actor, asked) =>
    changeCampaign(deps, actor, asked, { kind }, change);

const actOnItem =
  (kind: 'itemCancelled' | 'itemWithdrawn', change: (campaign: Campaign, item: string) => Changed): Act<AskedOfItem> =>
  (deps, actor, asked) =>
    changeCampaign(deps, actor, asked, { kind, item: asked.item }, (campaign) => change(campaign, asked.item));

export const startCampaign = act('started', started);
export const pauseCampaign = act('paused', paused);
export const goOn = act('wentOn', goneOn);
export const cancelCampaign = act('cancelled', cancelled);
export const cancelItem = actOnItem('itemCancelled', itemCancelled);
export const withdrawItem = actOnItem('itemWithdrawn', withdrawn);

export const setRules: Act<AskedOfCampaign & { readonly rules: CampaignRules }> = (deps, actor, asked) =>
  changeCampaign(deps, actor, asked, { kind: 'rulesSet' }, (campaign, { by, today }) =>
    rulesSet(campaign, asked.rules, by, today),
  );

async function hasChannels(deps: CampaignDependencies, audience: CampaignAudience): Promise<boolean> {
  if (audience.kind === 'everybody') return true;
  const named = new Set((await deps.campaignChannels.all()).map(({ id }) => id));
  return new Set(audience.ids).size === audience.ids.length && audience.ids.every((id) => named.has(id));
}

export const setItem: Act<AskedOfCampaign & { readonly wanted: WantedItem }> = (deps, actor, asked) =>
  changeCampaign(
    deps,
    actor,
    asked,
    { kind: 'itemSet', item: asked.wanted.item.id },
    async (campaign, { by, today }) => {
      if (!(await hasChannels(deps, asked.wanted.audience))) return { why: 'noSuchChannel' };
      return itemSet(campaign, asked.wanted, by, today);
    },
  );

export const reorderItems: Act<AskedOfCampaign & { readonly order: readonly string[] }> = (deps, actor, asked) =>
  changeCampaign(deps, actor, asked, { kind: 'reordered' }, (campaign, { by }) => reordered(campaign, asked.order, by));

export const approveItem: Act<AskedOfItem & { readonly digest: string }> = (deps, actor, asked) =>
  changeCampaign(
    deps,
    actor,
    asked,
    { kind: 'itemApproved', item: asked.item, digest: asked.digest },
    (campaign, { by, now }) => approved(campaign, { id: asked.item, digest: asked.digest }, by, now),
  );
