import {
  approveItem,
  type CampaignDependencies,
  type CampaignOutcome,
  cancelCampaign,
  cancelItem,
  createCampaign,
  goOn,
  pauseCampaign,
  reorderItems,
  setItem,
  setRules,
  startCampaign,
  withdrawItem,
} from '../../concerns/campaigns/change-campaign.ts';
import { itemOf } from '../../concerns/records/campaign.ts';
import type { CampaignItem } from '../../concerns/records/campaign-item.ts';
import type { Actor } from '../../concerns/records/permissions.ts';
import { dayOf } from '../../concerns/terms/calendar.ts';
import type { Result } from '../../contract/answers.ts';
import type { campaignOperations, CampaignTold } from '../../contract/campaigns.ts';
import { checkItem } from '../../guidance/check-item.ts';
import { type PullPulseDependencies, pullPulse } from '../../summary/pulse/pull-pulse.ts';
import { pulseNotes, pulseTables } from '../../summary/pulse/pulse-tables.ts';
import type { ItemMessages, TestMessage } from '../campaigns/item-messages.ts';
import type { Caller } from './caller.ts';
import { type CampaignFiguresDependencies, figuresTold } from './campaign-figures.ts';
import { campaignRow, type CampaignViewDependencies, createCampaignViews, shownChannels } from './campaign-views.ts';
import { done, type Handlers, refused } from './operation.ts';

export interface CampaignOperationsDependencies
  extends CampaignDependencies,
    CampaignViewDependencies,
    CampaignFiguresDependencies,
    Pick<PullPulseDependencies, 'pulse' | 'isClockTrusted'> {
  readonly plan: readonly CampaignItem[];
  readonly messages: ItemMessages;
  readonly testMessage: TestMessage;
  readonly onCampaign: () => void;
}

export function createCampaignOperations(deps: CampaignOperationsDependencies): Handlers<typeof campaignOperations> {
  const views = createCampaignViews(deps);
  /** The page checked this already, but a page is not to be relied on. */
  const mayGoOut = (item: CampaignItem): boolean => checkItem(item, new Set(deps.topicsNow().keys())).length === 0;

  async function told(outcome: CampaignOutcome, caller: Caller): Promise<Result<CampaignTold>> {
    switch (outcome.kind) {
      case 'refused':
        return refused;
      case 'notAllowed':
        return done(outcome);
      case 'moved':
        return done({ kind: 'moved', campaign: await views.view(outcome.campaign, caller) });
      case 'changed':
        if (outcome.isNew) deps.onCampaign();
        return done({ kind: 'campaign', campaign: await views.view(outcome.campaign, caller) });
      default:
        return outcome satisfies never;
    }
  }

  const change =
    <Asked>(act: (deps: CampaignDependencies, actor: Actor, asked: Asked) => Promise<CampaignOutcome>) =>
    async (caller: Caller, asked: Asked) =>
      told(await act(deps, caller, asked), caller);

  return {
    'campaigns.list': async () => {
      const all = (await deps.campaigns.list()).map(({ value }) => value);
      const rows = [...all].sort((one, other) => (one.startsOn < other.startsOn ? 1 : -1)).map(campaignRow);
      const channels = await shownChannels(deps.campaignChannels);
      return done({
        campaigns: rows,
        channels,
        plan: deps.plan.length,
        today: dayOf(deps.clock(), deps.timeZone),
      });
    },
    'campaigns.read': async (caller, { campaign }) => {
      const standing = await deps.campaigns.read(campaign);
      return standing ? done(await views.view(standing.value, caller)) : refused;
    },
    'campaigns.readPulse': async (_caller, { campaign, language }) => {
      const outcome = await pullPulse(deps, campaign);
      if (outcome.kind === 'noCampaign') return refused;
      if (outcome.kind === 'notNow') return done(outcome);
      const { pulled } = outcome;
      const tables = pulseTables(pulled.pulse, language);
      return done({ kind: 'pulse', tables, notes: pulseNotes(pulled, language) });
    },
    'campaigns.create': change((one, actor, asked) => createCampaign(one, actor, asked, deps.plan)),
    'campaigns.setRules': change(setRules),
    'campaigns.setItem': change(async (one, actor, asked) =>
      mayGoOut(asked.wanted.item) ? setItem(one, actor, asked) : { kind: 'notAllowed', why: 'content' },
    ),
    'campaigns.reorderItems': change(reorderItems),
    'campaigns.cancelItem': change(cancelItem),
    'campaigns.approveItem': // A topic may have gone since it was written.
      change(async (one, actor, asked) => {
        const standing = await one.campaigns.read(asked.campaign);
        const planned = standing && itemOf(standing.value, asked.item);
        const isBroken = planned !== undefined && !mayGoOut(planned.item);
        return isBroken ? { kind: 'notAllowed', why: 'content' } : approveItem(one, actor, asked);
      }),
    'campaigns.withdrawItem': change(withdrawItem),
    'campaigns.start': change(startCampaign),
    'campaigns.pause': change(pauseCampaign),
    'campaigns.goOn': change(goOn),
    'campaigns.cancel': change(cancelCampaign),
    'campaigns.preview': async (_caller, { item, language }) => {
      const { page, card } = deps.messages.item(item, language);
      return done({ page, card });
    },
    'campaigns.sendToMe': async ({ objectId }, { item, language }) =>
      done(await deps.testMessage.send(objectId, item, language)),
    'campaigns.figures': async (_caller, { quarter }) => done(await figuresTold(deps, quarter)),
    'campaigns.nameChannel': async (_caller, { channel, name }) => {
      const standing = (await deps.campaignChannels.all()).find(({ id }) => id === channel);
      if (standing === undefined) return refused;
      await deps.campaignChannels.write({ ...standing, name });
      return done({ named: true });
    },
  };
}
