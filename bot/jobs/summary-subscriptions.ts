import { button, link } from '../../cards/page.ts';
import type { Card } from '../../cards/card-renderer.ts';
import { noticePage } from '../../cards/notice-page.ts';
import type { Page } from '../../cards/page.ts';
import {
  summarySubscriptionPage,
  type SummarySubscriptionRow,
  summarySubscriptionStoppedPage,
  summaryReadyPage,
} from '../../cards/summary-subscription-pages.ts';
import { healthRefusedPage } from '../../cards/alert-channel-pages.ts';
import { retryOnConflict } from '../../core/casework/retry-on-conflict.ts';
import type { AuditedTargets } from '../../core/casework/settings-history.ts';
import type { ScheduledPostStore } from '../../core/ports/store.ts';
import type { AlertTarget, AlertTargets } from '../../core/model/alert-targets.ts';
import {
  type Audience,
  maySetTarget,
  mayPostSummary,
  permittedSummaryAudiences,
  permittedSummaryHealthAudiences,
  summaryTargetByAudience,
} from '../../core/model/permissions.ts';
import {
  type ScheduledPostSpec,
  newScheduledPost,
  scheduledPostId,
  type ScheduledPost,
} from '../../core/model/scheduled-post.ts';
import { type Clock, parseWeek } from '../../core/model/calendar.ts';
import type { RoleDirectory, PersonId } from '../../core/model/roles.ts';
import type { Language } from '../../core/model/language.ts';
import { countWeek } from '../../summary/figures/count-closed-weeks.ts';
import {
  createSummaryAction,
  summaryOverviewPage,
  postedSummaryOverviewPage,
  type SummaryLinks,
} from '../../summary/summary-pages.ts';
import type { Period } from '../../summary/figures/periods.ts';
import { type SummaryDependencies, querySummary } from '../../summary/query-summary.ts';
import { type SendingTime, getDueWeeks } from '../../summary/sending-schedule.ts';
import { translate } from '../../words/cards/translate.ts';
import type { EventLog } from '../runtime/event-log.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { summaryPost } from '../teams/outgoing-activities.ts';
import type { PreparedPost, PostSchedule } from './scheduled-post-sender.ts';
import { postToChannel, postToPerson } from './post-to-teams.ts';

export interface SummarySubscriptions {
  /** A channel's own summaries, or all that a person may ask about. Throws StoreError. */
  health(objectId: PersonId, language: Language, channelId: string | undefined): Promise<Page>;
  subscribePerson(objectId: PersonId, audience: Audience, wanted: boolean, language: Language): Promise<Page>;
  /** The channel gets the last week, and each from now on. Throws StoreError. */
  readonly subscribeChannel: (audience: Audience) => Promise<void>;
  unsubscribeChannel(objectId: PersonId, language: Language, channelId: string): Promise<Page>;
}

export function createSummarySubscriptions(deps: {
  readonly scheduledPosts: ScheduledPostStore;
  readonly targets: Pick<AuditedTargets, 'all' | 'recordStopped'>;
  readonly directory: Pick<RoleDirectory, 'getRoles'>;
  readonly time: SendingTime;
  readonly countsDaily: boolean;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
  readonly onChosen: () => void;
}): SummarySubscriptions {
  const { scheduledPosts, targets, directory, log } = deps;

  const change = (regular: ScheduledPostSpec, changed: (post: ScheduledPost) => ScheduledPost) =>
    retryOnConflict(async () => {
      const current = await scheduledPosts.read(regular);
      const last = getDueWeeks(deps.clock(), deps.timeZone, deps.time).at(-1) ?? '';
      const next = changed(current?.value ?? newScheduledPost(regular, last));
      return (await scheduledPosts.write(next, current?.version)) ? 'changed' : 'conflict';
    });

  /** Weeks for which no one wanted it are not caught up. */
  function restartFromLatest({ stopped, ...post }: ScheduledPost): ScheduledPost {
    if (stopped !== true) return post;
    return { ...post, since: getDueWeeks(deps.clock(), deps.timeZone, deps.time).at(-1) ?? post.since };
  }

  function refuse(language: Language): Page {
    log({ event: 'refused', what: 'summaryHealth' });
    return healthRefusedPage({ language });
  }

  async function buildSubscriptionPage(
    objectId: PersonId,
    language: Language,
    shown: readonly Audience[],
    isInChat: boolean,
  ): Promise<Page> {
    const [all, set, roles] = await Promise.all([scheduledPosts.all(), targets.all(), directory.getRoles(objectId)]);
    const byId = new Map(all.map((post) => [scheduledPostId(post.regular), post]));
    const findPost = (regular: ScheduledPostSpec) => byId.get(scheduledPostId(regular));
    const pulled = permittedSummaryAudiences(roles);
    const rows = shown.map((audience): SummarySubscriptionRow => {
      const channel = findPost({ what: 'weekInChannel', audience });
      const people = all.filter(
        ({ regular, stopped }) => regular.what === 'weekToPerson' && regular.audience === audience && stopped !== true,
      );
      const own = findPost({ what: 'weekToPerson', audience, objectId });
      return {
        audience,
        channel: {
          isSet: channel?.stopped !== true && set.some(({ name }) => name === summaryTargetByAudience[audience]),
          deliveryStatus: channel,
        },
        people: { all: people.length, waiting: people.filter(({ waiting }) => waiting.length > 0).length },
        ...(isInChat &&
          pulled.includes(audience) && {
            own: { isWanted: own !== undefined && own.stopped !== true, deliveryStatus: own },
          }),
      };
    });
    const counts = deps.countsDaily
      ? (['acu', 'reserve'] as const)
          .filter((of) => shown.includes(of))
          .map((of) => ({ of, standing: findPost({ what: 'dailyCount', of }) }))
      : [];
    return summarySubscriptionPage({ language, ...deps.time, rows, counts, timeZone: deps.timeZone });
  }

  const buildChatPage = async (objectId: PersonId, language: Language): Promise<Page> => {
    const seen = permittedSummaryHealthAudiences(await directory.getRoles(objectId));
    return seen.length === 0 ? refuse(language) : buildSubscriptionPage(objectId, language, seen, true);
  };

  const findChannelTargets = async (
    channelId: string,
  ): Promise<readonly { readonly audience: Audience; readonly target: AlertTarget }[]> => {
    const here = (await targets.all()).filter(({ conversationId }) => conversationId === channelId);
    return (['acu', 'reserve', 'wider'] as const).flatMap((audience) => {
      const target = here.find(({ name }) => name === summaryTargetByAudience[audience]);
      return target === undefined ? [] : [{ audience, target }];
    });
  };

  return {
    async health(objectId, language, channelId) {
      if (channelId === undefined) return buildChatPage(objectId, language);
      const channelTargets = await findChannelTargets(channelId);
      const seen = permittedSummaryHealthAudiences(await directory.getRoles(objectId)).filter((one) =>
        channelTargets.some(({ audience }) => audience === one),
      );
      return seen.length === 0 ? refuse(language) : buildSubscriptionPage(objectId, language, seen, false);
    },

    async subscribePerson(objectId, audience, wanted, language) {
      // Someone who lost the role may still opt out.
      if (wanted && !permittedSummaryAudiences(await directory.getRoles(objectId)).includes(audience)) {
        log({ event: 'refused', what: 'summary' });
        return noticePage({ language, notice: 'refused' });
      }
      const regular = { what: 'weekToPerson', audience, objectId } as const;
      if (wanted || (await scheduledPosts.read(regular)) !== undefined) {
        await change(regular, (post) =>
          wanted ? { ...restartFromLatest(post), language } : { ...post, stopped: true as const },
        );
      }
      if (wanted) deps.onChosen();
      return buildChatPage(objectId, language);
    },

    async subscribeChannel(audience) {
      await change({ what: 'weekInChannel', audience }, restartFromLatest);
      deps.onChosen();
    },

    async unsubscribeChannel(objectId, language, channelId) {
      const roles = await directory.getRoles(objectId);
      const channelTargets = await findChannelTargets(channelId);
      const [mine, ...more] = channelTargets.filter(({ target }) => maySetTarget(roles, target.name));
      if (mine === undefined) return refuse(language);
      for (const { audience, target } of [mine, ...more]) {
        const regular = { what: 'weekInChannel', audience } as const;
        // First, so that a change that fails half way is noted twice and never lost.
        const current = await scheduledPosts.read(regular);
        if (current?.value?.stopped !== true) await targets.recordStopped(target, { objectId });
        await change(regular, (post) => ({ ...post, stopped: true as const }));
      }
      return summarySubscriptionStoppedPage({ language, target: mine.target.name });
    },
  };
}

type PageResult = { readonly kind: 'ready'; readonly page: Page } | Extract<PreparedPost, { kind: 'waits' }>;

const untrustedClock = { kind: 'waits', reason: 'clock' } as const;

/**
 * Wider readers get the summary's card. A restricted one is only announced, and opening it checks the role: people who
 * join a channel later read all of it.
 */
export function createWeeklySummaryPosts(
  deps: SummaryDependencies & {
    readonly time: SendingTime;
    readonly scheduledPosts: Pick<ScheduledPostStore, 'all'>;
    readonly targets: Pick<AlertTargets, 'read' | 'all'>;
    readonly directory: Pick<RoleDirectory, 'getRoles'>;
    readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post' | 'createChat' | 'sendToChat'>;
    readonly serviceUrl: string;
    readonly tenantId: string;
    readonly linksTo: (period: Period) => SummaryLinks;
    readonly card: (page: Page) => Card;
    readonly onArrived: (target: AlertTarget) => Promise<void>;
  },
): () => Promise<readonly PostSchedule[]> {
  async function buildPage(
    audience: Audience,
    text: string,
    language: Language,
    to: 'channel' | 'person',
  ): Promise<PageResult> {
    const week = parseWeek(text);
    if (week === undefined) return { kind: 'waits', reason: 'unexpected' };
    const period = { kind: 'week', week } as const;
    const links = deps.linksTo(period);
    const isInChannel = to === 'channel';
    if (audience !== 'wider') {
      const counted = await countWeek(deps, week, audience);
      if (counted.kind !== 'counted') return untrustedClock;
      const inTab = links.page === undefined ? undefined : link(translate(language, 'sending.show'), links.page);
      const inChat = button(
        translate(language, 'sending.show'),
        createSummaryAction('overview', { audience, period, language }),
      );
      const open = isInChannel ? inTab : inChat;
      return { kind: 'ready', page: summaryReadyPage({ language, audience, week, isInChannel, open }) };
    }
    const outcome = await querySummary(deps, { audience, period, language });
    switch (outcome.kind) {
      case 'summary':
        return {
          kind: 'ready',
          page: (isInChannel ? postedSummaryOverviewPage : summaryOverviewPage)(outcome.summary, links),
        };
      case 'notNow':
      case 'notClosed':
        return untrustedClock;
      case 'notSafe':
        return { kind: 'waits', reason: 'unexpected' };
      default:
        return outcome satisfies never;
    }
  }

  async function prepareChannelPost(audience: Audience, week: string): Promise<PreparedPost> {
    const all = await deps.targets.all();
    const target = all.find(({ name }) => name === summaryTargetByAudience[audience]);
    if (target === undefined) return { kind: 'waits', reason: 'noTarget' };
    if (!mayPostSummary(audience, target.conversationId, all)) return { kind: 'waits', reason: 'elsewhere' };
    const ready = await buildPage(audience, week, target.language, 'channel');
    if (ready.kind === 'waits') return ready;
    const activity = summaryPost(ready.page, deps.card);
    const send = () => postToChannel(deps.connectionTo(target.serviceUrl), target, activity, deps.onArrived);
    return { kind: 'post', send };
  }

  async function preparePersonPost(
    { audience, objectId }: { readonly audience: Audience; readonly objectId: PersonId },
    language: Language,
    week: string,
  ): Promise<PreparedPost> {
    const holdsRole = async () => permittedSummaryAudiences(await deps.directory.getRoles(objectId)).includes(audience);
    if (!(await holdsRole())) return { kind: 'waits', reason: 'noRole' };
    const ready = await buildPage(audience, week, language, 'person');
    if (ready.kind === 'waits') return ready;
    const { serviceUrl } = (await deps.targets.read('acu')) ?? deps;
    const to = { objectId, tenantId: deps.tenantId };
    return {
      kind: 'post',
      send: () => postToPerson(deps.connectionTo(serviceUrl), to, summaryPost(ready.page, deps.card)),
    };
  }

  function personSchedules({ regular, language }: ScheduledPost, due: readonly string[]): readonly PostSchedule[] {
    if (regular.what !== 'weekToPerson') return [];
    return [{ regular, due, make: (week) => preparePersonPost(regular, language ?? 'en', week) }];
  }

  return async () => {
    const due = getDueWeeks(deps.clock(), deps.timeZone, deps.time);
    const [set, people] = await Promise.all([deps.targets.all(), deps.scheduledPosts.all()]);
    const names = new Set(set.map(({ name }) => name));
    const channels = (['acu', 'reserve', 'wider'] as const).filter((audience) =>
      names.has(summaryTargetByAudience[audience]),
    );
    return [
      ...channels.map(
        (audience): PostSchedule => ({
          regular: { what: 'weekInChannel', audience },
          due,
          make: (week) => prepareChannelPost(audience, week),
        }),
      ),
      ...people.filter(({ stopped }) => stopped !== true).flatMap((post) => personSchedules(post, due)),
    ];
  };
}
