import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Card } from '../../cards/card.ts';
import type { Page } from '../../cards/page.ts';
import type { NotedTargets } from '../../concerns/casework/settings-history.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import { isUnopened } from '../../concerns/records/awaited.ts';
import { isStaffed, type Staffing, staffingAt } from '../../concerns/terms/staffed-hours.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { Directory } from '../../concerns/terms/directory.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { createChannelSender } from '../teams/channel-sender.ts';
import type { AlertOrder } from './alert-order.ts';
import { type AlertDispatcher, createAlertDispatcher } from './dispatcher.ts';
import { createListedConnections } from './listed-connections.ts';
import { createSetAsideNotice, type SetAsideNotice } from './set-aside-notice.ts';
import { createAlertChannels, type AlertChannels } from './alert-channels.ts';
import type { PullDependencies } from '../../summary/pull/pull-summary.ts';
import type { SummaryLinks } from '../../summary/pages/overview-page.ts';
import type { Period } from '../../summary/periods.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import { createDailyCount } from './daily-count.ts';
import { createOnCallWatch, type OnCallWatch } from './on-call-watch.ts';
import { createRegularPosts, type RegularWork } from './regular-posts.ts';
import { createSummarySending, type SummarySending } from './summary-sending.ts';
import { createWeekSending } from './week-sending.ts';
import { createTamperNotice, type TamperNotice } from './tamper-notice.ts';
import { createShortRoles } from './short-roles.ts';
import { createTellRestored } from './tell-restored.ts';
import { createUnseenCases, type UnseenCasesDependencies } from './unseen-cases.ts';
import { createWaitingLines, type WaitingLineDependencies, type WaitingLines } from './waiting-lines.ts';
import { givenByAll, sharedClock } from '../running/given-turns.ts';
import { type AlertPace, budgetRow, createTargetBudget, teamsAlertPace } from './target-budget.ts';
import type { EventLog } from '../running/event-log.ts';

/** All that posts by itself, into channels and to one person. */
export interface Alerting {
  readonly targets: AlertChannels;
  readonly dispatcher: AlertDispatcher;
  readonly setAside: SetAsideNotice;
  readonly doubts: TamperNotice;
  readonly regular: RegularWork;
  readonly sending: SummarySending;
  readonly lines: WaitingLines;
  readonly unseen: ReturnType<typeof createUnseenCases>;
  readonly short: ReturnType<typeof createShortRoles>;
  readonly restored: ReturnType<typeof createTellRestored>;
  readonly onCall: OnCallWatch;
  /** Who looks at reports at this moment, and when. */
  readonly staffing: () => Staffing;
}

/** Puts together what posts into channels: alerts, the daily counts and what admins are told. Nothing is posted yet. */
export function createAlerting(
  settings: ServerSettings,
  deps: {
    readonly store: Store;
    /** The channels, with each change noted in the history of the settings. */
    readonly targets: NotedTargets;
    readonly directory: Directory;
    /** Those who have a role: whoever is told that something waits stands there. */
    readonly people: Pick<WaitingLineDependencies, 'change' | 'holders'> & Pick<UnseenCasesDependencies, 'handlers'>;
    /** Where a case opens in the tab, or the list; nothing where the tab has no address. */
    readonly tabFor: (caseId: CaseId | undefined) => string | undefined;
    readonly authentication: BotFrameworkAuthentication;
    readonly clock: Clock;
    readonly monotonic: Monotonic;
    /** How much a channel is sent; what Teams takes if it is missing. */
    readonly alertPace: AlertPace | undefined;
    /** How long a post may take, in milliseconds. */
    readonly postMs: number;
    readonly log: EventLog;
    /** Has a task of the schedule done soon. */
    readonly nudge: (task: 'alerts' | 'onCall' | 'setAside' | 'waitingLines' | 'regularPosts') => void;
    /** How weeks are counted, which waits while the clock is in doubt. */
    readonly counting: PullDependencies;
    /** Where the tab shows a period. */
    readonly linksTo: (period: Period) => SummaryLinks;
    /** A page as a card in a chat. */
    readonly card: (page: Page) => Card;
    /** Which alerts come first. */
    readonly order: AlertOrder;
  },
): Alerting {
  const { store, directory, authentication, clock, monotonic, log, nudge } = deps;
  const { tenantId, timeZone, alerts } = settings;
  const pace = deps.alertPace ?? teamsAlertPace;
  const connectionTo = createListedConnections(settings, { authentication, deadlineMs: deps.postMs });
  const targets = createAlertChannels({
    ...store,
    targets: deps.targets,
    directory,
    connectionTo,
    tenantId,
    timeZone,
    log,
    onTargetSet: () => {
      dispatcher.hurry();
      regular.hurry();
      nudge('alerts');
      nudge('onCall');
      nudge('regularPosts');
    },
    onSummaryPlace: (audience) => sending.chosen(audience),
  });
  const dispatcher = createAlertDispatcher({
    ...store,
    sender: createChannelSender(connectionTo, deps.tabFor),
    budget: createTargetBudget({
      give: givenByAll({ paces: store.paces, rowOf: budgetRow, monotonic }),
      clock: sharedClock(store.time, clock),
      monotonic,
      pace,
    }),
    rankOf: (caseId) => deps.order.rankOf(caseId),
    clock,
    monotonic,
    chance: Math.random,
    isStaffed: (now) => isStaffed(alerts.staffed, now),
    repeatMinutes: alerts.repeatMinutes,
    openMinutes: alerts.openMinutes,
    async isOpened(caseId) {
      const standing = await store.cases.read(caseId);
      return standing === undefined || !isUnopened(standing.value);
    },
    repeats: alerts.repeats,
    log,
    onRefused: targets.tellAdmins,
    onArrived: targets.arrived,
    onUnheard: targets.tellOfUnheard,
    onSetAside: (alerts) => setAside.noticed(alerts),
    onMore: () => void setTimeout(() => nudge('alerts'), pace.oneTurnMs).unref(),
  });
  const setAside = createSetAsideNotice({
    dailyMarks: store.dailyMarks,
    clock,
    monotonic,
    timeZone,
    tellAdmins: targets.tellOfSetAside,
    log,
    onNew: () => nudge('setAside'),
  });
  const doubts = createTamperNotice({
    dailyMarks: store.dailyMarks,
    clock,
    monotonic,
    timing: alerts.timing,
    tellAdmins: targets.tellOfDoubt,
    log,
  });
  const dailyCount = createDailyCount({
    ...store,
    connectionTo,
    clock,
    timeZone,
    hour: alerts.dailyCountHour,
    timeLimits: settings.casework.timeLimits,
    onArrived: targets.arrived,
  });
  const weeks = createWeekSending({
    ...store,
    ...deps.counting,
    time: alerts.summaryTime,
    directory,
    connectionTo,
    serviceUrl: alerts.serviceUrl,
    tenantId,
    linksTo: deps.linksTo,
    card: deps.card,
    onArrived: targets.arrived,
  });
  const regular = createRegularPosts({ ...store, sources: [dailyCount, weeks], clock, monotonic, log });
  const sending = createSummarySending({
    ...store,
    targets: deps.targets,
    directory,
    time: alerts.summaryTime,
    countsDaily: alerts.dailyCountHour !== undefined,
    clock,
    timeZone,
    log,
    onChosen: () => {
      regular.hurry();
      nudge('regularPosts');
    },
  });
  const lines = createWaitingLines({
    ...deps.people,
    people: store.people,
    isOn: alerts.waitingLines,
    targets: store.targets,
    connectionTo,
    serviceUrl: alerts.serviceUrl,
    tenantId,
    language: alerts.language,
    tab: deps.tabFor(undefined),
    timing: alerts.timing,
    clock,
    timeZone,
    log,
    onNoticed: () => nudge('waitingLines'),
  });
  const { office, serviceUrl, language } = alerts;
  const unseen = createUnseenCases({
    ...store,
    handlers: deps.people.handlers,
    targets: deps.targets,
    office: office === undefined ? undefined : { conversationId: office, serviceUrl, tenantId, language, lost: false },
    connectionTo,
    onArrived: targets.arrived,
    clock,
    monotonic,
    timeZone,
    log,
  });
  const telling = { ...store, targets: deps.targets, connectionTo, onArrived: targets.arrived };
  const daily = { ...telling, clock, monotonic, timeZone, log };
  const short = createShortRoles({ ...daily, shortRoles: settings.casework.shortRoles });
  const restored = createTellRestored(daily);
  const onCall = createOnCallWatch({ ...store, monotonic });
  const staffing = () => staffingAt(alerts.staffed, clock(), onCall.onCall());
  return { targets, dispatcher, setAside, doubts, regular, sending, lines, unseen, short, restored, onCall, staffing };
}
