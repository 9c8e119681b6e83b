import { changedReportText } from '../cards/report-text.ts';
import { firstDueAt } from '../core/model/alert-record.ts';
import type { Urgency } from '../core/model/urgency.ts';
import { createStateSealer } from '../dialogs/bot-framework/sealed-state.ts';
import { returnCodeWords } from '../crypto/word-lists/return-code-words.ts';
import { createDialogManager } from '../dialogs/bot-framework/dialog-manager.ts';
import { loadBuiltInPlan } from '../guidance/node/built-in-texts.ts';
import { createMailboxDecrypter } from '../crypto/decrypt-seal.ts';
import { createTabServices } from './api/tab-services.ts';
import type { ReportOperationsDependencies } from './api/report-operations.ts';
import { createTestMessageSender } from './jobs/campaigns/item-messages.ts';
import { createInvokeHandler } from './teams/handlers/invoke-handler.ts';
import { createMembershipHandler } from './teams/handlers/membership-handler.ts';
import { createMessageHandler } from './teams/handlers/message-handler.ts';
import { createMessageSubscriptionPages } from './teams/handlers/message-subscription-pages.ts';
import { createTurnHandler } from './teams/handlers/turn-handler.ts';
import { createWeeklySummaryPages } from './teams/handlers/weekly-summary-pages.ts';
import { createCachedReadiness, type Readiness } from './http/health-routes.ts';
import { restrictToLoopback } from './http/restrict-to-loopback.ts';
import { createHttpServers, type HttpServers } from './http/http-servers.ts';
import {
  createRateLimiters,
  createDailyBucketFactory,
  type CreateTokenSource,
  createSharedTokenSource,
  storeClock,
} from './runtime/rate-limiter.ts';
import { createMailboxProofs } from './runtime/possession-proofs.ts';
import type { AppDependencies, Services } from './services.ts';
import { reportPageLink } from './config/page-links.ts';
import type { ServerSettings } from './config/server-settings.ts';
import { CandourAdapter } from './teams/candour-adapter.ts';
import { withClientCache } from './teams/connector-client.ts';
import { getPerson } from './teams/incoming-activity.ts';

/** The rest is for the page that says it is late. */
const workFraction = 15 / 16;

function createReadinessCheck(services: Services): () => Promise<Readiness> {
  const { store, filesWatch, setAside, clockWatch, certificate, restorePause, clock, log } = services;
  let isDamaged = false;
  function noteIntegrity(state: 'whole' | 'damaged'): void {
    const was = isDamaged;
    isDamaged = state === 'damaged';
    if (isDamaged && !was) log({ event: 'storeDamaged' });
  }
  return createCachedReadiness({
    ready: async () => void (await Promise.all([store.check().then(noteIntegrity), filesWatch.look()])),
    now: () => clock().getTime(),
    notes: () => ({
      ...(setAside.alerts() > 0 && { alerts: 'setAside' }),
      ...(!clockWatch.isTrusted() && { clock: 'doubted' }),
      ...(certificate.ends() && { certificate: 'ends' }),
      ...(restorePause.wasPaused() && { restored: 'paused' }),
      ...(filesWatch.trouble() && { files: 'unreachable' }),
      ...(isDamaged && { store: 'damaged' }),
    }),
  });
}

interface AppServers extends HttpServers {
  readonly areBuilt: boolean;
}

export async function createAppServers(
  settings: ServerSettings,
  deps: AppDependencies,
  services: Services,
  metrics: (() => Promise<string>) | undefined,
): Promise<AppServers> {
  const { store, seal, log, clock, monotonic, random, answerMs } = services;
  const {
    budgets,
    channels,
    content,
    counting,
    intakeFor: getIntake,
    dispatcher,
    doubts,
    linksTo: getLinks,
    people,
    staffing,
    tabFor: getTabLink,
  } = services;
  const { chatDirectory, directory, reach, sending: summarySubscription, welcome, card } = services;
  const { tenantId, timeZone, contacts, casework, listen, development, secret } = settings;
  const { topicsNow, print } = content;
  const createTokenSource: CreateTokenSource = (kind) =>
    createSharedTokenSource({ paces: store.rateLimits, rowOf: createDailyBucketFactory(secret, kind), monotonic });
  const rateLimiting = { clock: storeClock(store.time, clock), hold: deps.delay, createTokenSource };
  const rateLimiters = createRateLimiters(rateLimiting);

  /** The next look finds an alert that is due later. */
  const onCaseSaved = (urgency: Urgency): void => {
    const now = clock();
    if (firstDueAt(urgency, now, settings.alerts.timing) <= now) dispatcher.dispatchSoon();
  };
  const pageUrl = reportPageLink(settings);
  const dialogManager = createDialogManager({
    getIntake,
    onError: services.onNotSaved,
    seal,
    clock,
    random,
    timeZone,
    contacts,
    staffing,
    sealer: createStateSealer({ keys: services.dayKeys, clock, random }),
    mailbox: createMailboxDecrypter(),
    codeWords: returnCodeWords,
    ...(settings.files && pageUrl !== undefined && { filesPage: pageUrl }),
    ...casework,
    describeChange: (state) => changedReportText(state.language, state.answers, state.route),
    onNewCase: onCaseSaved,
    onFollowUp: dispatcher.dispatchSoon,
    onForgerySuspected: doubts.noticed,
    deadlineMs: answerMs * workFraction,
  });
  const summaries = createWeeklySummaryPages({ ...counting, directory: chatDirectory, log, getLinks });
  const messages = createMessageSubscriptionPages({ reach, clock, timeZone });
  const turn = createTurnHandler({
    rateLimit: (activity) => rateLimiters.turns.acquire(getPerson(activity, tenantId).key),
    onInvoke: createInvokeHandler({
      guide: dialogManager,
      acknowledge: { ...store, clock, timeZone },
      directory: chatDirectory,
      summaries,
      summarySubscription,
      messages,
      pulse: services.pulseAnswering,
      random,
      welcome,
      contacts,
      topicsNow,
      tenantId,
      chatInput: development,
      renderChatCard: card,
      onAcknowledged: dispatcher.dispatchSoon,
      getTabLink,
      pageUrl,
      log,
    }),
    onMessage: createMessageHandler({
      welcome,
      summaries,
      summarySubscription,
      messages,
      channels: services.namedChannels,
      targets: channels,
      contacts,
      staffing,
      topicsNow,
      tenantId,
    }),
    onMembership: createMembershipHandler({ welcome, targets: channels, reach, log }),
    onWelcomeFailed: ({ conversation }, thrown) => services.owedWelcomes.enqueue(conversation.id, thrown),
    onChannel: (channel) => channels.refresh(channel),
    renderChatCard: card,
    chatInput: development,
    contacts,
    deadlineMs: answerMs,
    log,
  });

  const reporting: ReportOperationsDependencies = {
    getIntake,
    getBudget: budgets.budgetFor,
    ...(services.files && {
      fileIntake: { files: services.files, cases: store.cases, clock, sizes: settings.fileSizes },
    }),
    seal,
    proofs: createMailboxProofs({ ...settings, seal, clock }),
    recipients: settings.recipients,
    retired: settings.retired,
    signedList: settings.signedList,
    contacts,
    shortRoles: casework.shortRoles,
    timeLimits: casework.timeLimits,
    staffing,
    messages: casework.messages,
    topicsNow,
    clock,
    timeZone,
    tenantId,
    onReportSaved: onCaseSaved,
    onAdditionSaved: dispatcher.dispatchSoon,
    onForgerySuspected: doubts.noticed,
  };
  const tab = createTabServices(settings, {
    store,
    seal,
    reporting,
    force: content,
    directory,
    people,
    alertOrder: budgets,
    deepLinkTokens: services.pointers,
    summaries: counting,
    pendingWork: services.lines,
    campaigns: {
      campaigns: store.campaigns,
      campaignChannels: store.campaignChannels,
      surveyCounters: store.surveyCounters,
      isClockTrusted: services.isClockTrusted,
      runs: services.campaignSender,
      clock,
      timeZone,
      topicsNow,
      plan: loadBuiltInPlan(),
      messages: services.itemMessages,
      testMessage: createTestMessageSender({
        connectionTo: services.connectionTo,
        serviceUrl: settings.alerts.serviceUrl,
        tenantId,
        messages: services.itemMessages,
      }),
      onCampaignChanged: () => services.schedule.runNow('campaigns'),
    },
    ...(deps.entraKeys && { entraKeys: deps.entraKeys }),
    ...(deps.tabFolders && { tabFolders: deps.tabFolders }),
    onManyWrapped: (group, count) => void channels.notifyKeyWrapped(group, count).catch(() => undefined),
    rateLimit: rateLimiters.acquire,
    deadlineMs: answerMs,
    onChanged: dispatcher.dispatchSoon,
    onErased: services.fileKeeping.enqueueErased,
    clock,
    log,
  });
  const partners = settings.partners
    ? (await import('./partners/partner-services.ts')).createPartnerServices(settings, {
        store,
        keys: services.dayKeys,
        reporting,
        ...(deps.partnersFolders && { partnersFolders: deps.partnersFolders }),
        deadlineMs: answerMs,
        clock,
        monotonic,
        random,
        rateLimits: rateLimiting,
        log,
      })
    : undefined;

  const servers = createHttpServers({
    adapter: new CandourAdapter(withClientCache(deps.authentication, services.postMs)),
    contacts,
    topicsNow,
    print,
    tenantId,
    publicHost: settings.publicHost,
    log,
    turn,
    readiness: createReadinessCheck(services),
    maxConnections: listen.maxConnections,
    separateHealth: listen.health !== undefined,
    ...(metrics && { metrics }),
    extraRoutes: [
      tab.serve,
      ...(partners ? [partners.serve] : []),
      ...(development ? [restrictToLoopback(log)] : []),
      ...(development && deps.extendServer ? [deps.extendServer] : []),
    ],
  });
  return { ...servers, areBuilt: tab.isBuilt && (partners?.isBuilt ?? true) };
}
