import { changedReportText } from '../cards/report-text.ts';
import { createCarriedState } from '../dialogs/bot-framework/sealed-state.ts';
import { createGuide } from '../dialogs/bot-framework/conversation-guide.ts';
import { builtInPlan } from '../guidance/node/built-in-texts.ts';
import { createMailbox } from '../crypto/decrypt-seal.ts';
import { createTab } from './api/tab-services.ts';
import type { ReportOperationsDependencies } from './api/report-operations.ts';
import { createTestMessage } from './jobs/campaigns/item-messages.ts';
import { createInvokeAnswers } from './teams/handlers/invoke-handler.ts';
import { createMembershipAnswers } from './teams/handlers/membership-handler.ts';
import { createMessageAnswers } from './teams/handlers/message-handler.ts';
import { createMessageChoices } from './teams/handlers/message-preferences.ts';
import { createTurn } from './teams/handlers/turn.ts';
import { createWeeklySummary } from './teams/handlers/weekly-summary.ts';
import { createReadiness, type Readiness } from './http/health.ts';
import { ownMachineOnly } from './http/loopback-only.ts';
import { createServers, type Servers } from './http/server.ts';
import { createPartners } from './partners/partner-services.ts';
import { createPaces, dayRows, type GiveFor, givenByAll, sharedClock } from './runtime/rate-limiter.ts';
import { createMailboxProofs } from './runtime/timed-proofs.ts';
import type { AppDependencies, Services } from './services.ts';
import { pageLink } from './config/tab-links.ts';
import type { ServerSettings } from './config/server-settings.ts';
import { CandourAdapter } from './teams/adapter.ts';
import { withClientCache } from './teams/connector-client.ts';
import { personOf } from './teams/incoming-activity.ts';

/** The rest of an answer's time draws the page for one that is late. */
const partForWork = 15 / 16;

function readinessOf(services: Services): () => Promise<Readiness> {
  const { store, filesWatch, setAside, clockWatch, certificate, restorePause, clock, log } = services;
  let isDamaged = false;
  function found(state: 'whole' | 'damaged'): void {
    const was = isDamaged;
    isDamaged = state === 'damaged';
    if (isDamaged && !was) log({ event: 'storeDamaged' });
  }
  return createReadiness({
    ready: async () => void (await Promise.all([store.check().then(found), filesWatch.look()])),
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

interface Routes extends Servers {
  readonly areBuilt: boolean;
}

export function createRoutes(
  settings: ServerSettings,
  given: AppDependencies,
  services: Services,
  metrics: (() => Promise<string>) | undefined,
): Routes {
  const { store, seal, log, clock, monotonic, random, answerMs } = services;
  const { budgets, channels, content, counting, deskOf, dispatcher, doubts, linksTo, people, staffing, tabFor } =
    services;
  const { chatDirectory, directory, reach, sending, welcome, card } = services;
  const { tenantId, timeZone, contacts, casework, listening, development, secret } = settings;
  const { topicsNow, print } = content;
  const giveFor: GiveFor = (kind) => givenByAll({ paces: store.paces, rowOf: dayRows(secret, kind), monotonic });
  const pacing = { clock: sharedClock(store.time, clock), hold: given.hold, giveFor };
  const paces = createPaces(pacing);

  // The door of Teams.
  const guide = createGuide({
    deskOf,
    onTrouble: services.onNotSaved,
    seal,
    clock,
    random,
    timeZone,
    contacts,
    staffing,
    carried: createCarriedState({ keys: services.dayKeys, clock, random }),
    mailbox: createMailbox(),
    ...casework,
    describeChange: (state) => changedReportText(state.language, state.answers, state.route),
    onNewCase: dispatcher.dispatchSoon,
    onFollowUp: dispatcher.dispatchSoon,
    onDoubt: doubts.noticed,
    deadlineMs: answerMs * partForWork,
  });
  const summaries = createWeeklySummary({ ...counting, directory: chatDirectory, log, linksTo });
  const messages = createMessageChoices({ reach, clock, timeZone });
  const turn = createTurn({
    pace: (activity) => paces.turns.pass(personOf(activity, tenantId).key),
    onInvoke: createInvokeAnswers({
      guide,
      acknowledge: { ...store, clock, timeZone },
      directory: chatDirectory,
      summaries,
      sending,
      messages,
      pulse: services.pulseAnswering,
      random,
      welcome,
      contacts,
      topicsNow,
      tenantId,
      chatDoor: development,
      inChat: card,
      onAcknowledged: dispatcher.dispatchSoon,
      tabFor,
      ownPage: pageLink(settings),
      log,
    }),
    onMessage: createMessageAnswers({
      welcome,
      summaries,
      sending,
      messages,
      channels: services.namedChannels,
      targets: channels,
      contacts,
      staffing,
      topicsNow,
      tenantId,
    }),
    onMembership: createMembershipAnswers({ welcome, targets: channels, reach, log }),
    onNotWelcomed: ({ conversation }, thrown) => services.owedWelcomes.owe(conversation.id, thrown),
    onChannel: (channel) => channels.refresh(channel),
    inChat: card,
    wordsInChat: development,
    contacts,
    deadlineMs: answerMs,
    log,
  });

  // The pages of staff and partners.
  const reporting: ReportOperationsDependencies = {
    deskOf,
    budgetOf: budgets.of,
    ...(services.files && { keeping: { files: services.files, cases: store.cases, clock } }),
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
    onTaken: dispatcher.dispatchSoon,
    onDoubt: doubts.noticed,
  };
  const tab = createTab(settings, {
    store,
    seal,
    reporting,
    force: content,
    directory,
    people,
    order: budgets,
    pointers: services.pointers,
    summaries: counting,
    lines: services.lines,
    campaigning: {
      campaigns: store.campaigns,
      campaignChannels: store.campaignChannels,
      pulse: store.pulse,
      isClockTrusted: services.isClockTrusted,
      runs: services.campaignSender,
      clock,
      timeZone,
      topicsNow,
      plan: builtInPlan(),
      messages: services.itemMessages,
      testMessage: createTestMessage({
        connectionTo: services.connectionTo,
        serviceUrl: settings.alerts.serviceUrl,
        tenantId,
        messages: services.itemMessages,
      }),
      onCampaign: () => services.schedule.nudge('campaigns'),
    },
    ...(given.entraKeys && { entraKeys: given.entraKeys }),
    ...(given.tabFolders && { tabFolders: given.tabFolders }),
    onManyWrapped: (group, count) => void channels.tellOfWrapped(group, count).catch(() => undefined),
    pace: paces.of,
    deadlineMs: answerMs,
    onChanged: dispatcher.dispatchSoon,
    onErased: services.fileKeeping.erased,
    clock,
    log,
  });
  const partners = settings.partners
    ? createPartners(settings, {
        store,
        keys: services.dayKeys,
        reporting,
        ...(given.partnersFolders && { partnersFolders: given.partnersFolders }),
        deadlineMs: answerMs,
        clock,
        monotonic,
        random,
        pacing,
        log,
      })
    : undefined;

  const servers = createServers({
    adapter: new CandourAdapter(withClientCache(given.authentication, services.postMs)),
    contacts,
    topicsNow,
    print,
    tenantId,
    publicHost: settings.publicHost,
    log,
    turn,
    readiness: readinessOf(services),
    maxConnections: listening.maxConnections,
    healthApart: listening.health !== undefined,
    ...(metrics && { metrics }),
    also: [
      tab.serve,
      ...(partners ? [partners.serve] : []),
      ...(development ? [ownMachineOnly(log)] : []),
      ...(development && given.alsoServe ? [given.alsoServe] : []),
    ],
  });
  return { ...servers, areBuilt: tab.isBuilt && (partners?.isBuilt ?? true) };
}
