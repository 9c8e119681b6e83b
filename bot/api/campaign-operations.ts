import {
  approveCampaignItem,
  type CampaignDependencies,
  type CampaignOutcome,
  cancelCampaign,
  cancelCampaignItem,
  createCampaign,
  resumeCampaign,
  pauseCampaign,
  reorderCampaignItems,
  setCampaignItem,
  setCampaignRules,
  startCampaign,
  withdrawCampaignItem,
} from '../../core/campaigns/change-campaign.ts';
import {
  type Campaign,
  type CampaignEvent,
  type ChannelPost,
  plannedItemDigest,
  sortBySchedule,
  isItemApproved,
  isOwnWork,
  findPlannedItem,
  type PlannedItem,
} from '../../core/model/campaign.ts';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import type { Actor } from '../../core/model/permissions.ts';
import { type Clock, toDay } from '../../core/model/calendar.ts';
import type { Result } from '../../contract/operation-answers.ts';
import type {
  campaignOperations,
  CampaignRow,
  CampaignAnswer,
  CampaignView,
  CampaignChannelPostCounts,
  FeedbackFiguresAnswer,
  CampaignItemDeliveryCounts,
  CampaignEventView,
  CampaignChannelView,
  CampaignItemView,
} from '../../contract/campaigns.ts';
import { checkItem } from '../../guidance/check-campaign-item.ts';
import { querySurvey, type QuerySurveyDependencies } from '../../summary/survey/query-survey.ts';
import { createSurveyNotes, createSurveyTables } from '../../summary/survey/survey-tables.ts';
import type { ItemMessages, TestMessageSender } from '../jobs/campaigns/item-messages.ts';
import type { Caller } from './caller-authentication.ts';
import { success, type OperationHandlers, refusedResult } from './operation-results.ts';
import type { CampaignChannelStore, CampaignStore } from '../../core/ports/campaign-stores.ts';
import { deliveryRunId, startedJoinerWeeks } from '../../core/model/campaign-progress.ts';
import type { GetTopics } from '../../guidance/topic.ts';
import { type DeliveryCounts, withdrawalRunId } from '../../core/model/delivery.ts';
import type { RunControl } from '../jobs/campaigns/run-scheduler.ts';
import type { RoleHolders } from './role-holders.ts';
import { FiguresError } from '../../summary/figures/week-figures.ts';
import type { SummaryDependencies } from '../../summary/query-summary.ts';
import { queryFeedbackFigures } from '../../summary/query-feedback-figures.ts';
import { type EventLog, errorClassName, errorCode } from '../runtime/event-log.ts';

export interface CampaignOperationsDependencies
  extends CampaignDependencies,
    CampaignViewDependencies,
    Pick<QuerySurveyDependencies, 'surveyCounters' | 'isClockTrusted'> {
  readonly plan: readonly CampaignItem[];
  readonly messages: ItemMessages;
  readonly testMessage: TestMessageSender;
  readonly onCampaignChanged: () => void;
  readonly summaries: SummaryDependencies;
  readonly log: EventLog;
}

export function createCampaignOperations(
  deps: CampaignOperationsDependencies,
): OperationHandlers<typeof campaignOperations> {
  const views = createCampaignViews(deps);
  /** The page's check proves nothing. */
  const isValidItem = (item: CampaignItem): boolean => checkItem(item, new Set(deps.topicsNow().keys())).length === 0;

  async function campaignResult(outcome: CampaignOutcome, caller: Caller): Promise<Result<CampaignAnswer>> {
    switch (outcome.kind) {
      case 'refused':
        return refusedResult;
      case 'notAllowed':
        return success(outcome);
      case 'moved':
        return success({ kind: 'moved', campaign: await views.view(outcome.campaign, caller) });
      case 'changed':
        if (outcome.isNew) deps.onCampaignChanged();
        return success({ kind: 'campaign', campaign: await views.view(outcome.campaign, caller) });
      default:
        return outcome satisfies never;
    }
  }

  const change =
    <Asked>(act: (deps: CampaignDependencies, actor: Actor, asked: Asked) => Promise<CampaignOutcome>) =>
    async (caller: Caller, asked: Asked) =>
      campaignResult(await act(deps, caller, asked), caller);

  return {
    'campaigns.list': async () => {
      const all = (await deps.campaigns.list()).map(({ value }) => value);
      const rows = [...all].sort((one, other) => (one.startsOn < other.startsOn ? 1 : -1)).map(campaignRow);
      const channels = await channelViews(deps.campaignChannels);
      return success({
        campaigns: rows,
        channels,
        plan: deps.plan.length,
        today: toDay(deps.clock(), deps.timeZone),
      });
    },
    'campaigns.read': async (caller, { campaign }) => {
      const storedCampaign = await deps.campaigns.read(campaign);
      return storedCampaign ? success(await views.view(storedCampaign.value, caller)) : refusedResult;
    },
    'campaigns.readPulse': async (_caller, { campaign, language }) => {
      const outcome = await querySurvey(deps, campaign);
      if (outcome.kind === 'noCampaign') return refusedResult;
      if (outcome.kind === 'notNow') return success(outcome);
      const { pulled } = outcome;
      const tables = createSurveyTables(pulled.results, language);
      return success({ kind: 'pulse', tables, notes: createSurveyNotes(pulled, language) });
    },
    'campaigns.create': change((one, actor, asked) => createCampaign(one, actor, asked, deps.plan)),
    'campaigns.setRules': change(setCampaignRules),
    'campaigns.setItem': change(async (one, actor, asked) =>
      isValidItem(asked.wanted.item) ? setCampaignItem(one, actor, asked) : { kind: 'notAllowed', why: 'content' },
    ),
    'campaigns.reorderItems': change(reorderCampaignItems),
    'campaigns.cancelItem': change(cancelCampaignItem),
    'campaigns.approveItem': // A topic may have gone since it was written.
      change(async (one, actor, asked) => {
        const storedCampaign = await one.campaigns.read(asked.campaign);
        const planned = storedCampaign && findPlannedItem(storedCampaign.value, asked.item);
        const isBroken = planned !== undefined && !isValidItem(planned.item);
        return isBroken ? { kind: 'notAllowed', why: 'content' } : approveCampaignItem(one, actor, asked);
      }),
    'campaigns.withdrawItem': change(withdrawCampaignItem),
    'campaigns.start': change(startCampaign),
    'campaigns.pause': change(pauseCampaign),
    'campaigns.goOn': change(resumeCampaign),
    'campaigns.cancel': change(cancelCampaign),
    'campaigns.preview': async (_caller, { item, language }) => {
      const { page, card } = deps.messages.item(item, language);
      return success({ page, card });
    },
    'campaigns.sendToMe': async ({ objectId }, { item, language }) =>
      success(await deps.testMessage.send(objectId, item, language)),
    'campaigns.figures': async (_caller, { quarter }) => success(await readPublishedFigures(deps, quarter)),
    'campaigns.nameChannel': async (_caller, { channel, name }) => {
      const storedChannel = (await deps.campaignChannels.all()).find(({ id }) => id === channel);
      if (storedChannel === undefined) return refusedResult;
      await deps.campaignChannels.write({ ...storedChannel, name });
      return success({ named: true });
    },
  };
}

interface CampaignViewDependencies {
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannelStore;
  readonly runs: Pick<RunControl, 'counts'>;
  readonly people: Pick<RoleHolders, 'getNames'>;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly topicsNow: GetTopics;
}

/** Choices of fewer people are not counted. */
const suppressionThreshold = 5;

const itemDeliveryCounts = ({
  sent,
  waiting,
  failed,
  gone,
  optedOut,
  notKnown,
  cancelled,
}: DeliveryCounts): CampaignItemDeliveryCounts => ({
  sent,
  waiting,
  failed,
  gone,
  optedOut: optedOut > 0 && optedOut < suppressionThreshold ? 'few' : optedOut,
  notKnown,
  cancelled,
});

function channelPostCounts({ audience, posts = [] }: PlannedItem): CampaignChannelPostCounts | undefined {
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
    unapproved: items.filter((planned) => planned.state === 'planned' && !isItemApproved(campaign, planned)).length,
  };
};

async function channelViews(channels: CampaignChannelStore): Promise<readonly CampaignChannelView[]> {
  const all = [...(await channels.all())].sort((one, other) =>
    `${one.on}${one.id}` < `${other.on}${other.id}` ? -1 : 1,
  );
  return all.map(({ id, name, language, on }) => ({ id, ...(name !== undefined && { name }), language, on }));
}

/** `unreadable` for one that cannot be read. */
const eventView = (event: CampaignEvent | undefined): CampaignEventView => {
  if (event === undefined) return 'unreadable';
  const { kind, by, at, item } = event;
  return { kind, by, at, ...(item !== undefined && { item }) };
};

export function createCampaignViews(deps: CampaignViewDependencies) {
  const { runs } = deps;

  const joinerCounts = (campaign: Campaign, planned: PlannedItem) =>
    Promise.all(
      startedJoinerWeeks(campaign, planned).map((week) => runs.counts(deliveryRunId(campaign, planned.item.id, week))),
    );

  /** Rounded down to tens: a difference of one would show one person's choice. */
  function roundedJoiners(counted: readonly (DeliveryCounts | undefined)[]): number | undefined {
    if (counted.length === 0) return undefined;
    const sent = counted.reduce((sum, counts) => sum + (counts?.sent ?? 0), 0);
    return Math.floor(sent / 10) * 10;
  }

  async function itemView(campaign: Campaign, planned: PlannedItem, caller: Caller): Promise<CampaignItemView> {
    const { item, on, at, audience, state, startedOn, changedBy, approval } = planned;
    const id = deliveryRunId(campaign, item.id);
    const isOut = startedOn !== undefined && audience.kind === 'everybody';
    const [counts, withdrawal, ofJoiners] = await Promise.all([
      isOut ? runs.counts(id) : undefined,
      isOut && state === 'withdrawn' ? runs.counts(withdrawalRunId(id)) : undefined,
      joinerCounts(campaign, planned),
    ]);
    const joiners = roundedJoiners(ofJoiners);
    const stopped = [counts, ...ofJoiners].find((one) => one?.stopped !== undefined)?.stopped;
    const channels = channelPostCounts(planned);
    return {
      item,
      on,
      at,
      audience,
      state,
      ...(startedOn !== undefined && { startedOn }),
      digest: plannedItemDigest(campaign, planned),
      changedBy,
      ...(approval && isItemApproved(campaign, planned) && { approvedBy: approval.by }),
      mayApprove: state === 'planned' && !isOwnWork(planned, caller.objectId) && !isItemApproved(campaign, planned),
      ...(counts && { health: itemDeliveryCounts(counts) }),
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
        channelViews(deps.campaignChannels),
        Promise.all(sortBySchedule(campaign.items).map((planned) => itemView(campaign, planned, caller))),
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
        history: history.map(eventView),
        people: await deps.people.getNames([...new Set(seen)]),
        channels,
        topics: [...deps.topicsNow().values()].map(({ id, text }) => ({
          id,
          title: { en: text.en.title, cy: text.cy.title },
        })),
        today: toDay(deps.clock(), deps.timeZone),
      };
    },
  };
}

/** Only figures published to wider readers, with a log line for each reading. Throws StoreError. */
async function readPublishedFigures(
  { summaries, log }: Pick<CampaignOperationsDependencies, 'summaries' | 'log'>,
  quarter: string | undefined,
): Promise<FeedbackFiguresAnswer> {
  try {
    const figures = await queryFeedbackFigures(summaries, quarter);
    if (figures.kind === 'told') log({ event: 'summaryPulled', audience: 'wider' });
    return figures;
  } catch (error) {
    if (!(error instanceof FiguresError)) throw error;
    log({ event: 'tabFailed', operation: 'campaigns.figures', code: errorCode(error), thrown: errorClassName(error) });
    return { kind: 'damaged' };
  }
}
