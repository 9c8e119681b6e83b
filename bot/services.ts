import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { CardFactory, MessageFactory } from 'botbuilder';
import type { JWTVerifyGetKey } from 'jose';
import type { Server } from 'restify';
import { notedTargets } from '../core/casework/settings-history.ts';
import type { FileStore } from '../core/ports/file-store.ts';
import type { Seal } from '../core/ports/seal.ts';
import type { Store } from '../core/ports/store.ts';
import { isUnopened, type Versioned } from '../core/model/case-record.ts';
import type { Campaign } from '../core/model/campaign.ts';
import { type Clock, dayOf, type Monotonic, type Random } from '../core/model/calendar.ts';
import type { CaseId } from '../core/model/codes.ts';
import type { Directory } from '../core/model/directory.ts';
import { isStaffed, staffingAt } from '../core/model/staffed-hours.ts';
import type { BuildFolders } from '../contract/build.ts';
import { createDayKeyRing } from '../dialogs/bot-framework/day-key-ring.ts';
import { type Period, periodText } from '../summary/figures/periods.ts';
import { createAlertChannels, createOnCallWatch } from './jobs/alert-channels.ts';
import { createDailyCount } from './jobs/daily-count.ts';
import { createAlertDispatcher } from './jobs/alert-dispatcher.ts';
import { createListedConnections } from './teams/allowed-connections.ts';
import { createRegularPosts } from './jobs/scheduled-posts.ts';
import { createSetAsideNotice, createShortRoles, createTellRestored, createUnseenCases } from './jobs/daily-notices.ts';
import { createSummarySending, createWeekSending } from './jobs/summary-subscription.ts';
import { createTamperNotice } from './jobs/forgery-notice.ts';
import { type AlertPace, budgetRow, createTargetBudget, teamsAlertPace } from './jobs/channel-budget.ts';
import { createWaitingLines } from './jobs/pending-work-notifier.ts';
import { createRoleHolders } from './api/role-holders.ts';
import { createChannelPosts } from './jobs/campaigns/channel-posts.ts';
import { createItemMessages, createMessageOf } from './jobs/campaigns/item-messages.ts';
import { createNamedChannels } from './jobs/campaigns/channel-directory.ts';
import { createOwedWelcomes } from './jobs/campaigns/welcome-queue.ts';
import { createPulseAnswering } from './jobs/campaigns/survey-answers.ts';
import { createReach, createReachSweep } from './jobs/campaigns/subscribers.ts';
import { createScheduleRuns } from './jobs/campaigns/schedule-runs.ts';
import { createCampaignSender } from './jobs/campaigns/run-sender.ts';
import { teamsTiming } from './jobs/campaigns/send-rate.ts';
import { createForceContent } from './content/content-service.ts';
import type { TextReaderOptions } from './content/read-texts.ts';
import { createWelcome } from './teams/handlers/welcome.ts';
import { createCasePointers } from './runtime/deep-link-token.ts';
import { createCertificateWatch } from './runtime/certificate-expiry.ts';
import { createClockWatch } from './runtime/clock-skew.ts';
import { type EventLog, troubleCode } from './runtime/event-log.ts';
import { createFileKeeping, createFilesWatch } from './runtime/file-store-service.ts';
import { givenByAll, sharedClock } from './runtime/rate-limiter.ts';
import { createRestorePause, createSchedule } from './runtime/scheduler.ts';
import { filesSettingOf } from './config/files-settings.ts';
import { casesLink, pageLink, summaryLinks } from './config/tab-links.ts';
import { createDirectory } from './config/roles.ts';
import { certificateOf, type ServerSettings } from './config/server-settings.ts';
import { createServiceAddresses } from './config/service-address.ts';
import { answerDeadlineMs } from '../dialogs/answer-deadline.ts';
import { cardInChat } from './teams/card-actions.ts';
import { createChannelSender } from './teams/channel-post.ts';
import type { CheckedAuthentication } from './teams/authentication.ts';
import { createDesk } from '../core/intake/intake.ts';
import { ShortRoleError } from '../core/ports/intake.ts';
import { OverBudgetError } from '../core/ports/work-budget.ts';
import { createSharedWork, createWorkBudgets } from './runtime/work-budget.ts';

export interface AppDependencies {
  readonly store: Store;
  readonly seal: Seal;
  /** Required, so that no one forgets it; `undefined` if files are not taken. */
  readonly files: FileStore | undefined;
  readonly authentication: CheckedAuthentication;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly monotonic?: Monotonic;
  /** By default the keys that Entra publishes. */
  readonly entraKeys?: JWTVerifyGetKey;
  readonly chatDirectory?: Directory;
  readonly alsoServe?: (server: Server) => void;
  readonly tabFolders?: BuildFolders;
  readonly partnersFolders?: BuildFolders;
  readonly hold?: (ms: number) => Promise<unknown>;
  readonly alertPace?: AlertPace;
  readonly texts?: TextReaderOptions;
  /** In milliseconds; by default what Teams waits for. */
  readonly patience?: { readonly answerMs: number; readonly postMs: number };
}

/** Milliseconds: a slow channel answers in time, and a retry comes soon. */
const usualPatience = { answerMs: answerDeadlineMs, postMs: 8_000 } as const;

/** Every service of a server, each after those that it needs. Nothing runs, writes or posts yet. */
export type Services = ReturnType<typeof createServices>;

export function createServices(settings: ServerSettings, given: AppDependencies) {
  const { store, seal, files, log, clock, authentication } = given;
  const { tenantId, timeZone, contacts, alerts, casework, development, secret, secretBefore } = settings;
  const monotonic = given.monotonic ?? (() => performance.now());
  const { answerMs, postMs } = given.patience ?? usualPatience;
  const random: Random = (bytes) => new Uint8Array(randomBytes(bytes));
  const today = () => dayOf(clock(), timeZone);
  const schedule = createSchedule(log);

  // This server's state.
  const clockWatch = createClockWatch({ clock, monotonic, storeTime: store.time, dailyMarks: store.dailyMarks, log });
  const { isTrusted: isClockTrusted } = clockWatch;
  const filesWatch = createFilesWatch({ files, setting: filesSettingOf(settings.files), log });
  const certificate = createCertificateWatch({ path: certificateOf(settings), clock, log });
  const restorePause = createRestorePause({ dailyMarks: store.dailyMarks, monotonic });

  // Keys, people and desks.
  const dayKeys = createDayKeyRing({ dayKeys: store.dayKeys, secret, secretBefore, clock, random });
  const pointers = createCasePointers({ dayKeys: store.dayKeys, secret, secretBefore, clock, random });
  const directory = createDirectory(settings.roles);
  const chatDirectory = given.chatDirectory ?? directory;
  const people = createRoleHolders({ people: store.people, directory, clock, timeZone });
  const budgets = createWorkBudgets({
    clock: sharedClock(store.time, clock),
    shared: createSharedWork({ counts: store.workCounts, secret, monotonic, random }),
  });
  const { timing: alertTiming, namesKind: alertNamesKind } = alerts;
  const atDesk = { ...store, ...casework, alertTiming, alertNamesKind, files, clock, timeZone };
  const deskOf = (person: string) => createDesk({ ...atDesk, budget: budgets.of(person) });
  function onNotSaved(error: unknown): void {
    // Nothing failed if a report is over budget or needs a role held by too few, and a log line has a time.
    const isRefused = error instanceof OverBudgetError || error instanceof ShortRoleError;
    if (!isRefused) log({ event: 'notSaved', code: troubleCode(error) });
  }
  const fileKeeping = createFileKeeping({
    ...store,
    files,
    clock,
    monotonic,
    timeZone,
    log,
    onErased: () => schedule.nudge('erasedFiles'),
  });

  // Guidance, figures, and where links lead.
  const content = createForceContent({
    content: store.content,
    clock,
    timeZone,
    contacts,
    publicHost: settings.publicHost,
    ...(given.texts && { texts: given.texts }),
    checksLinks: settings.checksLinks,
    log,
  });
  const { topicsNow } = content;
  const counting = { ...store, ...settings.summary, clock, isClockTrusted };
  const tabFor = (caseId: CaseId | undefined) => casesLink(settings, caseId && pointers.make(caseId));
  const linksTo = (period: Period) => summaryLinks(settings, periodText(period));
  const card = cardInChat(development);

  // Channels and posts in them.
  const connectionTo = createListedConnections(settings, { authentication, deadlineMs: postMs });
  const settingsHistory = { ...store, clock, onUnreadable: () => log({ event: 'settingsUnreadable' }) };
  const targets = notedTargets(settingsHistory);
  const channels = createAlertChannels({
    targets,
    outbox: store.outbox,
    directory: chatDirectory,
    connectionTo,
    tenantId,
    timeZone,
    log,
  });
  const { arrived: onArrived } = channels;
  const setAside = createSetAsideNotice({
    dailyMarks: store.dailyMarks,
    clock,
    monotonic,
    timeZone,
    tellAdmins: channels.tellOfSetAside,
    log,
    onNew: () => schedule.nudge('setAside'),
  });
  const alertPace = given.alertPace ?? teamsAlertPace;
  const nudgeAlerts = () => schedule.nudge('alerts');
  const dispatcher = createAlertDispatcher({
    ...store,
    sender: createChannelSender(connectionTo, tabFor),
    budget: createTargetBudget({
      give: givenByAll({ paces: store.paces, rowOf: budgetRow, monotonic }),
      clock: sharedClock(store.time, clock),
      monotonic,
      pace: alertPace,
    }),
    rankOf: budgets.rankOf,
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
    onRefused: channels.tellAdmins,
    onArrived,
    onUnheard: channels.tellOfUnheard,
    onSetAside: (count) => setAside.noticed(count),
    nudge: nudgeAlerts,
    onMore: () => void setTimeout(nudgeAlerts, alertPace.oneTurnMs).unref(),
  });
  const doubts = createTamperNotice({
    dailyMarks: store.dailyMarks,
    clock,
    monotonic,
    timing: alerts.timing,
    tellAdmins: channels.tellOfDoubt,
    log,
  });
  const dailyCount = createDailyCount({
    ...store,
    connectionTo,
    clock,
    timeZone,
    hour: alerts.dailyCountHour,
    timeLimits: casework.timeLimits,
    onArrived,
  });
  const weeks = createWeekSending({
    ...counting,
    time: alerts.summaryTime,
    directory: chatDirectory,
    connectionTo,
    serviceUrl: alerts.serviceUrl,
    tenantId,
    linksTo,
    card,
    onArrived,
  });
  const regularPosts = createRegularPosts({ ...store, sources: [dailyCount, weeks], clock, monotonic, log });
  const sending = createSummarySending({
    ...store,
    targets,
    directory: chatDirectory,
    time: alerts.summaryTime,
    countsDaily: alerts.dailyCountHour !== undefined,
    clock,
    timeZone,
    log,
    onChosen() {
      regularPosts.hurry();
      schedule.nudge('regularPosts');
    },
  });
  const lines = createWaitingLines({
    ...people,
    people: store.people,
    isOn: alerts.waitingLines,
    targets: store.targets,
    connectionTo,
    serviceUrl: alerts.serviceUrl,
    tenantId,
    language: alerts.language,
    tab: tabFor(undefined),
    timing: alerts.timing,
    clock,
    timeZone,
    log,
    onNoticed: () => schedule.nudge('waitingLines'),
  });
  const { office, serviceUrl, language } = alerts;
  const toAdmins = { ...store, targets, connectionTo, onArrived, clock, monotonic, timeZone, log };
  const unseenCases = createUnseenCases({
    ...toAdmins,
    handlers: (handledBy) => people.handlers(handledBy),
    office: office === undefined ? undefined : { conversationId: office, serviceUrl, tenantId, language, lost: false },
  });
  const shortRoles = createShortRoles({ ...toAdmins, shortRoles: casework.shortRoles });
  const tellRestored = createTellRestored(toAdmins);
  const onCall = createOnCallWatch({ targets: store.targets, monotonic });
  const staffing = () => staffingAt(alerts.staffed, clock(), onCall.onCall());
  channels.listen({
    onTargetSet() {
      dispatcher.hurry();
      dispatcher.dispatchSoon();
      schedule.nudge('onCall');
      regularPosts.hurry();
      schedule.nudge('regularPosts');
    },
    onSummaryPlace: sending.chosen,
  });

  // Everyone who has the app.
  const welcome = createWelcome({
    directory: chatDirectory,
    contacts,
    staffing,
    topicsNow,
    development,
    page: pageLink(settings),
  });
  const reach = createReach({ reach: store.reach, clock, timeZone });
  const reachSweep = createReachSweep({
    ...store,
    clock,
    monotonic,
    timeZone,
    isServiceAddress: createServiceAddresses(settings.connector),
    serviceUrl,
    log,
  });
  const pulseAnswering = createPulseAnswering({ ...store, clock, timeZone, isClockTrusted, random, log });
  const itemMessages = createItemMessages({ contacts, topicsNow, card });
  const paced = {
    reach: store.reach,
    lanes: store.lanes,
    connectionTo,
    monotonic,
    wait: (ms: number) => wait(ms, undefined, { ref: false }),
    newMark: randomUUID,
    timing: teamsTiming,
    log,
  };
  const campaignSender = createCampaignSender({
    ...paced,
    runs: store.deliveryRuns,
    parts: store.deliveryParts,
    messageOf: createMessageOf(store, itemMessages),
    today,
  });
  const owedWelcomes = createOwedWelcomes({
    ...paced,
    rows: reach,
    dailyMarks: store.dailyMarks,
    card: (spoken) => MessageFactory.attachment(CardFactory.adaptiveCard(card(welcome.forAnybody(spoken)))),
    clock,
    timeZone,
  });
  const channelPosts = createChannelPosts({
    ...store,
    connectionTo,
    messages: itemMessages,
    clock,
    monotonic,
    timeZone,
  });
  const campaignRuns = createScheduleRuns({
    ...store,
    runs: campaignSender,
    // A campaign goes on and can be cancelled; only sending pauses.
    posts: { tend: restorePause.unlessPaused((standing: Versioned<Campaign>) => channelPosts.tend(standing)) },
    clock,
    timeZone,
    log,
  });
  const namedChannels = createNamedChannels({ ...store, directory: chatDirectory, tenantId, clock, timeZone, log });

  return {
    answerMs,
    budgets,
    campaignRuns,
    campaignSender,
    card,
    certificate,
    channels,
    chatDirectory,
    clock,
    clockWatch,
    connectionTo,
    content,
    counting,
    dayKeys,
    deskOf,
    directory,
    dispatcher,
    doubts,
    fileKeeping,
    files,
    filesWatch,
    isClockTrusted,
    itemMessages,
    lines,
    linksTo,
    log,
    monotonic,
    namedChannels,
    onCall,
    onNotSaved,
    owedWelcomes,
    people,
    pointers,
    postMs,
    pulseAnswering,
    random,
    reach,
    reachSweep,
    regularPosts,
    restorePause,
    schedule,
    seal,
    sending,
    setAside,
    settingsHistory,
    shortRoles,
    staffing,
    store,
    tabFor,
    tellRestored,
    today,
    unseenCases,
    welcome,
  };
}
