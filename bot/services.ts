import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { CardFactory, MessageFactory } from 'botbuilder';
import type { JWTVerifyGetKey } from 'jose';
import type { Server } from 'restify';
import { createAuditedTargets } from '../core/casework/settings-history.ts';
import type { FileStore } from '../core/ports/file-store.ts';
import type { TextSealer } from '../core/ports/seal.ts';
import type { Store } from '../core/ports/store.ts';
import { isUnopened, type Versioned } from '../core/model/case-record.ts';
import type { Campaign } from '../core/model/campaign.ts';
import { type Clock, toDay, type MonotonicClock, type RandomSource } from '../core/model/calendar.ts';
import type { CaseId } from '../core/model/case-id.ts';
import type { RoleDirectory } from '../core/model/roles.ts';
import { isStaffed, currentStaffing } from '../core/model/staffed-hours.ts';
import type { BuildFolders } from '../contract/build-metadata.ts';
import { createDayKeyRing } from '../dialogs/bot-framework/day-key-ring.ts';
import { type Period, formatPeriod } from '../summary/figures/periods.ts';
import { createAlertChannelManager, createOnCallWatch } from './jobs/alert-channel-manager.ts';
import { createDailyCountPosts } from './jobs/daily-count.ts';
import { createAlertDispatcher } from './jobs/alert-dispatcher.ts';
import { createAllowedConnections } from './teams/allowed-connections.ts';
import { createScheduledPostSender } from './jobs/scheduled-post-sender.ts';
import {
  createUnreadableAlertNotice,
  createRoleShortageNotice,
  createRestoreNotice,
  createInaccessibleCaseNotice,
} from './jobs/daily-notices.ts';
import { createSummarySubscriptions, createWeeklySummaryPosts } from './jobs/summary-subscriptions.ts';
import { createForgeryNotice } from './jobs/forgery-notice.ts';
import {
  type AlertRate,
  alertChannelBucket,
  createChannelRateLimiter,
  teamsAlertRate,
} from './jobs/channel-rate-limiter.ts';
import { createPendingWorkNotifier } from './jobs/pending-work-notifier.ts';
import { createRoleHolders } from './api/role-holders.ts';
import { createChannelPostSender } from './jobs/campaigns/channel-post-sender.ts';
import { createItemMessages, createRunMessageFactory } from './jobs/campaigns/item-messages.ts';
import { createCampaignChannelDirectory } from './jobs/campaigns/channel-directory.ts';
import { createWelcomeQueue } from './jobs/campaigns/welcome-queue.ts';
import { createSurveyAnswerCounter } from './jobs/campaigns/survey-answer-counter.ts';
import { createSubscribers, createSubscriberSweep } from './jobs/campaigns/subscribers.ts';
import { createRunScheduler } from './jobs/campaigns/run-scheduler.ts';
import { createCampaignSender } from './jobs/campaigns/campaign-sender.ts';
import { teamsSendTiming } from './jobs/campaigns/send-rate.ts';
import { createForceContent } from './content/force-content.ts';
import type { TextWorkerQueueOptions } from './content/text-worker-queue.ts';
import { createWelcomePages } from './teams/handlers/welcome-pages.ts';
import { createCaseDeepLinkTokens } from './runtime/case-deep-link-tokens.ts';
import { createCertificateWatch } from './runtime/certificate-watch.ts';
import { createClockWatch } from './runtime/clock-watch.ts';
import { type EventLog, errorCode } from './runtime/event-log.ts';
import { createFileCleanup, createFileStoreWatch } from './runtime/file-store-maintenance.ts';
import { createSharedTokenSource, storeClock } from './runtime/rate-limiter.ts';
import { createRestorePause, createScheduler } from './runtime/scheduler.ts';
import { filesSettingName } from './config/files-settings.ts';
import { casesLink, reportPageLink, summaryLinks } from './config/page-links.ts';
import { createRoleDirectory } from './config/role-settings.ts';
import { certificatePath, type ServerSettings } from './config/server-settings.ts';
import { createServiceUrlCheck } from './config/service-url.ts';
import { answerDeadlineMs } from '../dialogs/answer-deadline.ts';
import { createChatRenderer } from './teams/card-responses.ts';
import { createAlertSender } from './teams/outgoing-activities.ts';
import type { CheckedAuthentication } from './teams/teams-authentication.ts';
import { createIntake } from '../core/intake/intake.ts';
import { UnderstaffedRoleError } from '../core/ports/intake.ts';
import { OverBudgetError } from '../core/ports/work-budget.ts';
import { createSharedUsage, createWorkBudgets } from './runtime/work-budget.ts';

export interface AppDependencies {
  readonly store: Store;
  readonly seal: TextSealer;
  /** Required, so that no one forgets it; `undefined` if files are not taken. */
  readonly files: FileStore | undefined;
  readonly authentication: CheckedAuthentication;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly monotonic?: MonotonicClock;
  /** By default the keys that Entra publishes. */
  readonly entraKeys?: JWTVerifyGetKey;
  readonly chatDirectory?: RoleDirectory;
  readonly extendServer?: (server: Server) => void;
  readonly tabFolders?: BuildFolders;
  readonly partnersFolders?: BuildFolders;
  readonly delay?: (ms: number) => Promise<unknown>;
  readonly alertRate?: AlertRate;
  readonly texts?: TextWorkerQueueOptions;
  /** In milliseconds; by default as long as Teams waits. */
  readonly timeouts?: { readonly answerMs: number; readonly postMs: number };
}

/** Milliseconds: a slow channel answers in time, and a retry comes soon. */
const defaultTimeouts = { answerMs: answerDeadlineMs, postMs: 8_000 } as const;

/** Each comes after those that it needs. Nothing runs, writes or posts yet. */
export type Services = ReturnType<typeof createServices>;

export function createServices(settings: ServerSettings, deps: AppDependencies) {
  const { store, seal, files, log, clock, authentication } = deps;
  const { tenantId, timeZone, contacts, alerts, casework, development, secret, secretBefore } = settings;
  const monotonic = deps.monotonic ?? (() => performance.now());
  const { answerMs, postMs } = deps.timeouts ?? defaultTimeouts;
  const random: RandomSource = (bytes) => new Uint8Array(randomBytes(bytes));
  const today = () => toDay(clock(), timeZone);
  const scheduler = createScheduler(log);

  const clockWatch = createClockWatch({
    clock,
    monotonic,
    storeTime: store.time,
    dailyMarks: store.dailyTaskStates,
    log,
  });
  const { isTrusted: isClockTrusted } = clockWatch;
  const fileStoreWatch = createFileStoreWatch({ files, setting: filesSettingName(settings.files), log });
  const certificateWatch = createCertificateWatch({ path: certificatePath(settings), clock, log });
  const restorePause = createRestorePause({ dailyMarks: store.dailyTaskStates, monotonic });

  const dayKeys = createDayKeyRing({ dayKeys: store.dayKeys, secret, secretBefore, clock, random });
  const deepLinkTokens = createCaseDeepLinkTokens({ dayKeys: store.dayKeys, secret, secretBefore, clock, random });
  const directory = createRoleDirectory(settings.roles);
  const chatDirectory = deps.chatDirectory ?? directory;
  const people = createRoleHolders({ people: store.people, directory, clock, timeZone });
  const budgets = createWorkBudgets({
    clock: storeClock(store.time, clock),
    shared: createSharedUsage({ counts: store.workCounts, secret, monotonic, random }),
  });
  const { timing: alertTiming, showsKind: alertNamesKind } = alerts;
  const intakeDependencies = { ...store, ...casework, alertTiming, alertNamesKind, files, clock, timeZone };
  const createPersonIntake = (person: string) =>
    createIntake({ ...intakeDependencies, budget: budgets.budgetFor(person) });
  function onNotSaved(error: unknown): void {
    // The report is over budget or needs a role held by too few. A log line has a time.
    const isRefused = error instanceof OverBudgetError || error instanceof UnderstaffedRoleError;
    if (!isRefused) log({ event: 'notSaved', code: errorCode(error) });
  }
  const fileCleanup = createFileCleanup({
    ...store,
    files,
    clock,
    monotonic,
    timeZone,
    log,
    onErased: () => scheduler.runNow('erasedFiles'),
  });

  const content = createForceContent({
    content: store.content,
    clock,
    timeZone,
    contacts,
    publicHost: settings.publicHost,
    ...(deps.texts && { texts: deps.texts }),
    checksLinks: settings.checksLinks,
    log,
  });
  const { topicsNow } = content;
  const summaryDependencies = { ...store, ...settings.summary, clock, isClockTrusted };
  const caseTabLink = (caseId: CaseId | undefined) => casesLink(settings, caseId && deepLinkTokens.create(caseId));
  const periodLinks = (period: Period) => summaryLinks(settings, formatPeriod(period));
  const card = createChatRenderer(development);

  const connectionTo = createAllowedConnections(settings, { authentication, deadlineMs: postMs });
  const settingsHistory = { ...store, clock, onUnreadable: () => log({ event: 'settingsUnreadable' }) };
  const targets = createAuditedTargets(settingsHistory);
  const channels = createAlertChannelManager({
    targets,
    outbox: store.outbox,
    directory: chatDirectory,
    connectionTo,
    tenantId,
    timeZone,
    log,
  });
  const { markDelivered: onArrived } = channels;
  const unreadableAlertNotice = createUnreadableAlertNotice({
    dailyTaskStates: store.dailyTaskStates,
    clock,
    monotonic,
    timeZone,
    sendNotice: channels.notifyUnreadable,
    log,
    onNew: () => scheduler.runNow('setAside'),
  });
  const alertRate = deps.alertRate ?? teamsAlertRate;
  const runAlertsNow = () => scheduler.runNow('alerts');
  const dispatcher = createAlertDispatcher({
    ...store,
    sender: createAlertSender(connectionTo, caseTabLink),
    budget: createChannelRateLimiter({
      give: createSharedTokenSource({ paces: store.rateLimits, rowOf: alertChannelBucket, monotonic }),
      clock: storeClock(store.time, clock),
      monotonic,
      pace: alertRate,
    }),
    alertRank: budgets.alertRank,
    clock,
    monotonic,
    random: Math.random,
    isStaffed: (now) => isStaffed(alerts.staffedHours, now),
    repeatMinutes: alerts.repeatMinutes,
    openMinutes: alerts.openMinutes,
    async isOpened(caseId) {
      const current = await store.cases.read(caseId);
      return current === undefined || !isUnopened(current.value);
    },
    maxRepeats: alerts.repeats,
    log,
    onRefused: channels.notifyAdmins,
    onArrived,
    onUnacknowledged: channels.notifyUnacknowledged,
    onUnreadable: (count) => unreadableAlertNotice.noticed(count),
    runNow: runAlertsNow,
    onBacklog: () => void setTimeout(runAlertsNow, alertRate.refillMs).unref(),
  });
  const forgeryNotice = createForgeryNotice({
    dailyMarks: store.dailyTaskStates,
    clock,
    monotonic,
    timing: alerts.timing,
    notifyAdmins: channels.notifyForgery,
    log,
  });
  const dailyCount = createDailyCountPosts({
    ...store,
    connectionTo,
    clock,
    timeZone,
    hour: alerts.dailyCountHour,
    timeLimits: casework.timeLimits,
    onArrived,
  });
  const weeklySummaryPosts = createWeeklySummaryPosts({
    ...summaryDependencies,
    time: alerts.summaryTime,
    directory: chatDirectory,
    connectionTo,
    serviceUrl: alerts.serviceUrl,
    tenantId,
    linksTo: periodLinks,
    card,
    onArrived,
  });
  const scheduledPosts = createScheduledPostSender({
    ...store,
    sources: [dailyCount, weeklySummaryPosts],
    clock,
    monotonic,
    log,
  });
  const summarySubscriptions = createSummarySubscriptions({
    ...store,
    targets,
    directory: chatDirectory,
    time: alerts.summaryTime,
    countsDaily: alerts.dailyCountHour !== undefined,
    clock,
    timeZone,
    log,
    onChosen() {
      scheduledPosts.retryNow();
      scheduler.runNow('regularPosts');
    },
  });
  const pendingWorkNotifier = createPendingWorkNotifier({
    ...people,
    people: store.people,
    isEnabled: alerts.pendingWorkNotices,
    targets: store.targets,
    connectionTo,
    serviceUrl: alerts.serviceUrl,
    tenantId,
    language: alerts.language,
    tab: caseTabLink(undefined),
    timing: alerts.timing,
    clock,
    timeZone,
    log,
    onQueued: () => scheduler.runNow('waitingLines'),
  });
  const { office, serviceUrl, language } = alerts;
  const adminNoticeDependencies = { ...store, targets, connectionTo, onArrived, clock, monotonic, timeZone, log };
  const inaccessibleCaseNotice = createInaccessibleCaseNotice({
    ...adminNoticeDependencies,
    handlers: (handledBy) => people.handlers(handledBy),
    office: office === undefined ? undefined : { conversationId: office, serviceUrl, tenantId, language, lost: false },
  });
  const roleShortageNotice = createRoleShortageNotice({ ...adminNoticeDependencies, shortRoles: casework.shortRoles });
  const restoreNotice = createRestoreNotice(adminNoticeDependencies);
  const onCallWatch = createOnCallWatch({ targets: store.targets, monotonic });
  const staffing = () => currentStaffing(alerts.staffedHours, clock(), onCallWatch.onCall());
  channels.addListener({
    onTargetSet() {
      dispatcher.retryNow();
      dispatcher.dispatchSoon();
      scheduler.runNow('onCall');
      scheduledPosts.retryNow();
      scheduler.runNow('regularPosts');
    },
    onSummaryTargetSet: summarySubscriptions.subscribeChannel,
  });

  const welcome = createWelcomePages({
    directory: chatDirectory,
    contacts,
    staffing,
    topicsNow,
    development,
    page: reportPageLink(settings),
  });
  const subscribers = createSubscribers({ subscribers: store.subscribers, clock, timeZone });
  const subscriberSweep = createSubscriberSweep({
    ...store,
    clock,
    monotonic,
    timeZone,
    isServiceAddress: createServiceUrlCheck(settings.connector),
    serviceUrl,
    log,
  });
  const surveyAnswerCounter = createSurveyAnswerCounter({ ...store, clock, timeZone, isClockTrusted, random, log });
  const itemMessages = createItemMessages({ contacts, topicsNow, card });
  const sendDependencies = {
    subscribers: store.subscribers,
    sendQuota: store.sendQuota,
    connectionTo,
    monotonic,
    wait: (ms: number) => wait(ms, undefined, { ref: false }),
    createId: randomUUID,
    timing: teamsSendTiming,
    log,
  };
  const campaignSender = createCampaignSender({
    ...sendDependencies,
    runs: store.deliveryRuns,
    batches: store.deliveryBatches,
    createMessages: createRunMessageFactory(store, itemMessages),
    today,
  });
  const welcomeQueue = createWelcomeQueue({
    ...sendDependencies,
    rows: subscribers,
    dailyTaskStates: store.dailyTaskStates,
    card: (spoken) => MessageFactory.attachment(CardFactory.adaptiveCard(card(welcome.anonymousPage(spoken)))),
    clock,
    timeZone,
  });
  const channelPosts = createChannelPostSender({
    ...store,
    connectionTo,
    messages: itemMessages,
    clock,
    monotonic,
    timeZone,
  });
  const runScheduler = createRunScheduler({
    ...store,
    runs: campaignSender,
    // Only sending pauses: a campaign goes on and can be cancelled.
    posts: { tend: restorePause.unlessPaused((current: Versioned<Campaign>) => channelPosts.tend(current)) },
    clock,
    timeZone,
    log,
  });
  const campaignChannelDirectory = createCampaignChannelDirectory({
    ...store,
    directory: chatDirectory,
    tenantId,
    clock,
    timeZone,
    log,
  });

  return {
    answerMs,
    budgets,
    campaignRuns: runScheduler,
    campaignSender,
    card,
    certificate: certificateWatch,
    channels,
    chatDirectory,
    clock,
    clockWatch,
    connectionTo,
    content,
    counting: summaryDependencies,
    dayKeys,
    intakeFor: createPersonIntake,
    directory,
    dispatcher,
    doubts: forgeryNotice,
    fileKeeping: fileCleanup,
    files,
    filesWatch: fileStoreWatch,
    isClockTrusted,
    itemMessages,
    lines: pendingWorkNotifier,
    linksTo: periodLinks,
    log,
    monotonic,
    namedChannels: campaignChannelDirectory,
    onCall: onCallWatch,
    onNotSaved,
    owedWelcomes: welcomeQueue,
    people,
    pointers: deepLinkTokens,
    postMs,
    pulseAnswering: surveyAnswerCounter,
    random,
    reach: subscribers,
    reachSweep: subscriberSweep,
    regularPosts: scheduledPosts,
    restorePause,
    schedule: scheduler,
    seal,
    sending: summarySubscriptions,
    setAside: unreadableAlertNotice,
    settingsHistory,
    shortRoles: roleShortageNotice,
    staffing,
    store,
    tabFor: caseTabLink,
    tellRestored: restoreNotice,
    today,
    unseenCases: inaccessibleCaseNotice,
    welcome,
  };
}
