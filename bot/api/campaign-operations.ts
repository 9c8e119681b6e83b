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
} from '../../core/campaigns/change-campaign.ts';
import {
  type Campaign,
  type CampaignEvent,
  type ChannelPost,
  digestOfPlanned,
  inPlanOrder,
  isApproved,
  isOwnWork,
  itemOf,
  type PlannedItem,
} from '../../core/model/campaign.ts';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import type { Actor } from '../../core/model/permissions.ts';
import { type Clock, dayOf } from '../../core/model/calendar.ts';
import type { Result } from '../../contract/answers.ts';
import type {
  campaignOperations,
  CampaignRow,
  CampaignTold,
  CampaignView,
  ChannelHealth,
  FiguresTold,
  ItemHealth,
  ShownCampaignEvent,
  ShownChannel,
  ShownItem,
} from '../../contract/campaigns.ts';
import { checkItem } from '../../guidance/check-item.ts';
import { pullPulse, type PullPulseDependencies } from '../../summary/survey/query-survey.ts';
import { pulseNotes, pulseTables } from '../../summary/survey/survey-tables.ts';
import type { ItemMessages, TestMessage } from '../jobs/campaigns/item-messages.ts';
import type { Caller } from './tab-authentication.ts';
import { done, type Handlers, refused } from './operation.ts';
import type { CampaignChannels, CampaignStore } from '../../core/ports/campaign-store.ts';
import { runIdOf, weeksBegun } from '../../core/model/campaign-schedule.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import { type DeliveryCounts, withdrawalOf } from '../../core/model/delivery.ts';
import type { Runs } from '../jobs/campaigns/schedule-runs.ts';
import type { RoleHolders } from './role-holders.ts';
import { FiguresError } from '../../summary/figures/week-figures.ts';
import type { PullDependencies } from '../../summary/query-summary.ts';
import { saidAndDid } from '../../summary/feedback-figures.ts';
import { type EventLog, thrownName, troubleCode } from '../runtime/event-log.ts';

export interface CampaignOperationsDependencies
  extends CampaignDependencies,
    CampaignViewDependencies,
    Pick<PullPulseDependencies, 'pulse' | 'isClockTrusted'> {
  readonly plan: readonly CampaignItem[];
  readonly messages: ItemMessages;
  readonly testMessage: TestMessage;
  readonly onCampaign: () => void;
  readonly summaries: PullDependencies;
  readonly log: EventLog;
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

interface CampaignViewDependencies {
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannels;
  readonly runs: Pick<Runs, 'counts'>;
  readonly people: Pick<RoleHolders, 'named'>;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly topicsNow: LiveTopics;
}

/** Choices of fewer people are not counted. */
const few = 5;

const healthOf = ({ sent, waiting, failed, gone, optedOut, notKnown, cancelled }: DeliveryCounts): ItemHealth => ({
  sent,
  waiting,
  failed,
  gone,
  optedOut: optedOut > 0 && optedOut < few ? 'few' : optedOut,
  notKnown,
  cancelled,
});

function channelsOf({ audience, posts = [] }: PlannedItem): ChannelHealth | undefined {
  if (audience.kind === 'everybody') return undefined;
  const count = (...states: readonly ChannelPost['state'][]) =>
    posts.filter(({ state }) => states.includes(state)).length;
  const begun = posts.filter(({ state }) => state !== 'waiting' && state !== 'taken').length;
  return {
    posted: count('posted'),
    waiting: audience.ids.length - begun,
    failed: count('failed'),
    notKnown: count('notKnown'),
    withdrawn: count('withdrawn'),
    stays: count('stays'),
  };
}

const campaignRow = (campaign: Campaign): CampaignRow => {
  const { id, name, startsOn, state, items } = campaign;
  return {
    id,
    name,
    startsOn,
    state,
    items: items.length,
    out: items.filter(({ startedOn }) => startedOn !== undefined).length,
    unapproved: items.filter((planned) => planned.state === 'planned' && !isApproved(campaign, planned)).length,
  };
};

async function shownChannels(channels: CampaignChannels): Promise<readonly ShownChannel[]> {
  const all = [...(await channels.all())].sort((one, other) =>
    `${one.on}${one.id}` < `${other.on}${other.id}` ? -1 : 1,
  );
  return all.map(({ id, name, language, on }) => ({ id, ...(name !== undefined && { name }), language, on }));
}

/** Without request and digest; `unreadable` for one that cannot be read. */
const shownEvent = (event: CampaignEvent | undefined): ShownCampaignEvent => {
  if (event === undefined) return 'unreadable';
  const { kind, by, at, item } = event;
  return { kind, by, at, ...(item !== undefined && { item }) };
};

/** Counts of whom a campaign reached; no name but its author's. */
export function createCampaignViews(deps: CampaignViewDependencies) {
  const { runs } = deps;

  const joinersCounted = (campaign: Campaign, planned: PlannedItem) =>
    Promise.all(weeksBegun(campaign, planned).map((week) => runs.counts(runIdOf(campaign, planned.item.id, week))));

  /** Rounded down to tens: a difference of one would say what one person chose. */
  function joinersOf(counted: readonly (DeliveryCounts | undefined)[]): number | undefined {
    if (counted.length === 0) return undefined;
    const sent = counted.reduce((sum, counts) => sum + (counts?.sent ?? 0), 0);
    return Math.floor(sent / 10) * 10;
  }

  async function shownItem(campaign: Campaign, planned: PlannedItem, caller: Caller): Promise<ShownItem> {
    const { item, on, at, audience, state, startedOn, changedBy, approval } = planned;
    const id = runIdOf(campaign, item.id);
    const isOut = startedOn !== undefined && audience.kind === 'everybody';
    const [counts, withdrawal, ofJoiners] = await Promise.all([
      isOut ? runs.counts(id) : undefined,
      isOut && state === 'withdrawn' ? runs.counts(withdrawalOf(id)) : undefined,
      joinersCounted(campaign, planned),
    ]);
    const joiners = joinersOf(ofJoiners);
    const stopped = [counts, ...ofJoiners].find((one) => one?.stopped !== undefined)?.stopped;
    const channels = channelsOf(planned);
    return {
      item,
      on,
      at,
      audience,
      state,
      ...(startedOn !== undefined && { startedOn }),
      digest: digestOfPlanned(campaign, planned),
      changedBy,
      ...(approval && isApproved(campaign, planned) && { approvedBy: approval.by }),
      mayApprove: state === 'planned' && !isOwnWork(planned, caller.objectId) && !isApproved(campaign, planned),
      ...(counts && { health: healthOf(counts) }),
      ...(stopped && { stopped }),
      ...(channels && { channels }),
      ...(joiners !== undefined && { joiners }),
      ...(withdrawal && {
        withdrawal: {
          sent: withdrawal.sent,
          waiting: withdrawal.waiting,
          failed: withdrawal.failed,
          notKnown: withdrawal.notKnown,
        },
      }),
    };
  }

  return {
    async view(campaign: Campaign, caller: Caller): Promise<CampaignView> {
      const [history, channels, items] = await Promise.all([
        deps.campaigns.history(campaign.id),
        shownChannels(deps.campaignChannels),
        Promise.all(inPlanOrder(campaign.items).map((planned) => shownItem(campaign, planned, caller))),
      ]);
      const seen = [
        ...history.flatMap((event) => (event === undefined || event.by === 'system' ? [] : [event.by.objectId])),
        ...items.flatMap(({ changedBy, approvedBy }) => [changedBy, ...(approvedBy ? [approvedBy] : [])]),
      ];
      const { id, name, startsOn, joiners, quiet, state, revision } = campaign;
      return {
        id,
        name,
        startsOn,
        joiners,
        quiet,
        state,
        revision,
        items,
        history: history.map(shownEvent),
        people: await deps.people.named([...new Set(seen)]),
        channels,
        topics: [...deps.topicsNow().values()].map(({ id, text }) => ({
          id,
          title: { en: text.en.title, cy: text.cy.title },
        })),
        today: dayOf(deps.clock(), deps.timeZone),
      };
    },
  };
}

/**
 * "You said, we did" for campaigns: only what wider readers are told of a quarter, and with the log line of any
 * reading. Throws StoreError.
 */
async function figuresTold(
  { summaries, log }: Pick<CampaignOperationsDependencies, 'summaries' | 'log'>,
  quarter: string | undefined,
): Promise<FiguresTold> {
  try {
    const told = await saidAndDid(summaries, quarter);
    if (told.kind === 'told') log({ event: 'summaryPulled', audience: 'wider' });
    return told;
  } catch (error) {
    if (!(error instanceof FiguresError)) throw error;
    log({ event: 'tabFailed', operation: 'campaigns.figures', code: troubleCode(error), thrown: thrownName(error) });
    return { kind: 'damaged' };
  }
}
