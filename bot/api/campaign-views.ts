import type { CampaignChannels, CampaignStore } from '../../concerns/ports/campaign-store.ts';
import {
  type Campaign,
  type CampaignEvent,
  type ChannelPost,
  digestOfPlanned,
  inPlanOrder,
  isApproved,
  isOwnWork,
  type PlannedItem,
} from '../../concerns/records/campaign.ts';
import { runIdOf, weeksBegun } from '../../concerns/records/campaign-schedule.ts';
import { type Clock, dayOf } from '../../concerns/terms/calendar.ts';
import type {
  CampaignRow,
  CampaignView,
  ChannelHealth,
  ItemHealth,
  ShownCampaignEvent,
  ShownChannel,
  ShownItem,
} from '../../contract/campaigns.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import { type DeliveryCounts, withdrawalOf } from '../../concerns/records/delivery.ts';
import type { Runs } from '../campaigns/schedule-runs.ts';
import type { Caller } from './caller.ts';
import type { RoleHolders } from './role-holders.ts';

export interface CampaignViewDependencies {
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

export const campaignRow = (campaign: Campaign): CampaignRow => {
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

export async function shownChannels(channels: CampaignChannels): Promise<readonly ShownChannel[]> {
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
