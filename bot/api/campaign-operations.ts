import {
  approveItem,
  cancelCampaign,
  cancelItem,
  goOn,
  pauseCampaign,
  reorderItems,
  setItem,
  setRules,
  startCampaign,
  withdrawItem,
} from '../../concerns/campaigns/campaign-acts.ts';
import type { CampaignDependencies, CampaignOutcome } from '../../concerns/campaigns/change-campaign.ts';
import { createCampaign } from '../../concerns/campaigns/create-campaign.ts';
import { itemOf } from '../../concerns/records/campaign.ts';
import type { CampaignItem } from '../../concerns/records/campaign-item.ts';
import { campaignRoles } from '../../concerns/records/campaign-roles.ts';
import type { Actor } from '../../concerns/records/permissions.ts';
import { dayOf } from '../../concerns/terms/calendar.ts';
import type { Answers } from '../../contract/answers.ts';
import type { CampaignTold } from '../../contract/campaign-answers.ts';
import { type Operation, type ParsedRequest, requests } from '../../contract/requests.ts';
import { checkItem } from '../../guidance/check-item.ts';
import { type PullPulseDependencies, pullPulse } from '../../summary/pulse/pull-pulse.ts';
import { pulseNotes, pulseTables } from '../../summary/pulse/pulse-tables.ts';
import type { ItemMessages } from '../campaigns/channel-posts.ts';
import type { TestMessage } from '../campaigns/test-message.ts';
import type { Caller } from './caller.ts';
import { type CampaignFiguresDependencies, figuresTold } from './campaign-figures.ts';
import { campaignRow, type CampaignViewDependencies, createCampaignViews, shownChannels } from './campaign-views.ts';
import { done, operation, type OperationRow, type Ran } from './operation.ts';

export interface CampaignOperationsDependencies
  extends CampaignDependencies,
    CampaignViewDependencies,
    CampaignFiguresDependencies,
    Pick<PullPulseDependencies, 'pulse' | 'isClockTrusted'> {
  /** The plan that comes ready. */
  readonly plan: readonly CampaignItem[];
  readonly messages: ItemMessages;
  readonly testMessage: TestMessage;
  /** Told where something may be due, or is to stop. */
  readonly onCampaign: () => void;
}

type CampaignOperation = Extract<Operation, `campaigns.${string}`>;
/** The operations on campaigns. */
export type CampaignOperations = { readonly [Name in CampaignOperation]: OperationRow<Answers[Name]> };

const { write, approve } = campaignRoles;

/** The plan, its items and how far they have come, for those who write campaigns and those who approve them. */
export function createCampaignOperations(deps: CampaignOperationsDependencies): CampaignOperations {
  const views = createCampaignViews(deps);
  /** Whether the words of an item can go out: its page said so already, but a page is not to be relied on. */
  const mayGoOut = (item: CampaignItem): boolean => checkItem(item, new Set(deps.topicsNow().keys())).length === 0;

  async function told(outcome: CampaignOutcome, caller: Caller): Promise<Ran<CampaignTold>> {
    switch (outcome.kind) {
      case 'refused':
        return { kind: 'refused' };
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

  const changing = <Name extends CampaignOperation>(
    name: Name,
    act: (deps: CampaignDependencies, actor: Actor, asked: ParsedRequest<Name>) => Promise<CampaignOutcome>,
  ) => ({
    roles: name === 'campaigns.approveItem' ? approve : write,
    leaves: 'log' as const,
    run: async (caller: Caller, asked: ParsedRequest<Name>) => told(await act(deps, caller, asked), caller),
  });

  return {
    'campaigns.list': operation(requests['campaigns.list'], {
      roles: approve,
      leaves: 'log',
      run: async () => {
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
    }),
    'campaigns.read': operation(requests['campaigns.read'], {
      roles: approve,
      leaves: 'log',
      run: async (caller, { campaign }): Promise<Ran<Answers['campaigns.read']>> => {
        const standing = await deps.campaigns.read(campaign);
        return standing ? done(await views.view(standing.value, caller)) : { kind: 'refused' };
      },
    }),
    'campaigns.readPulse': operation(requests['campaigns.readPulse'], {
      roles: approve,
      leaves: 'log',
      run: async (_caller, { campaign, language }): Promise<Ran<Answers['campaigns.readPulse']>> => {
        const outcome = await pullPulse(deps, campaign);
        if (outcome.kind === 'noCampaign') return { kind: 'refused' };
        if (outcome.kind === 'notNow') return done(outcome);
        const { pulled } = outcome;
        const tables = pulseTables(pulled.pulse, language);
        return done({ kind: 'pulse', tables, notes: pulseNotes(pulled, language) });
      },
    }),
    'campaigns.create': operation(
      requests['campaigns.create'],
      changing('campaigns.create', (one, actor, asked) => createCampaign(one, actor, asked, deps.plan)),
    ),
    'campaigns.setRules': operation(requests['campaigns.setRules'], changing('campaigns.setRules', setRules)),
    'campaigns.setItem': operation(
      requests['campaigns.setItem'],
      changing('campaigns.setItem', async (one, actor, asked) =>
        mayGoOut(asked.wanted.item) ? setItem(one, actor, asked) : { kind: 'notAllowed', why: 'content' },
      ),
    ),
    'campaigns.reorderItems': operation(
      requests['campaigns.reorderItems'],
      changing('campaigns.reorderItems', reorderItems),
    ),
    'campaigns.cancelItem': operation(requests['campaigns.cancelItem'], changing('campaigns.cancelItem', cancelItem)),
    'campaigns.approveItem': operation(
      requests['campaigns.approveItem'],
      // A topic may have gone since it was written.
      changing('campaigns.approveItem', async (one, actor, asked) => {
        const standing = await one.campaigns.read(asked.campaign);
        const planned = standing && itemOf(standing.value, asked.item);
        const isBroken = planned !== undefined && !mayGoOut(planned.item);
        return isBroken ? { kind: 'notAllowed', why: 'content' } : approveItem(one, actor, asked);
      }),
    ),
    'campaigns.withdrawItem': operation(
      requests['campaigns.withdrawItem'],
      changing('campaigns.withdrawItem', withdrawItem),
    ),
    'campaigns.start': operation(requests['campaigns.start'], changing('campaigns.start', startCampaign)),
    'campaigns.pause': operation(requests['campaigns.pause'], changing('campaigns.pause', pauseCampaign)),
    'campaigns.goOn': operation(requests['campaigns.goOn'], changing('campaigns.goOn', goOn)),
    'campaigns.cancel': operation(requests['campaigns.cancel'], changing('campaigns.cancel', cancelCampaign)),
    'campaigns.preview': operation(requests['campaigns.preview'], {
      roles: approve,
      leaves: 'log',
      run: async (_caller, { item, language }) => done({ card: deps.messages.item(item, language).card }),
    }),
    'campaigns.sendToMe': operation(requests['campaigns.sendToMe'], {
      roles: approve,
      leaves: 'log',
      run: async ({ objectId }, { item, language }) => done(await deps.testMessage.send(objectId, item, language)),
    }),
    'campaigns.figures': operation(requests['campaigns.figures'], {
      roles: approve,
      leaves: 'log',
      run: async (_caller, { quarter }) => done(await figuresTold(deps, quarter)),
    }),
    'campaigns.nameChannel': operation(requests['campaigns.nameChannel'], {
      roles: write,
      leaves: 'log',
      run: async (_caller, { channel, name }): Promise<Ran<Answers['campaigns.nameChannel']>> => {
        const standing = (await deps.campaignChannels.all()).find(({ id }) => id === channel);
        if (standing === undefined) return { kind: 'refused' };
        await deps.campaignChannels.write({ ...standing, name });
        return done({ named: true });
      },
    }),
  };
}
