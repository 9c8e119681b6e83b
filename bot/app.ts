import { randomBytes } from 'node:crypto';
import { changedReportText } from '../cards/report-text.ts';
import type { Random } from '../concerns/terms/clock.ts';
import type { CaseId } from '../concerns/terms/case-id.ts';
import { notedTargets } from '../concerns/casework/settings-history.ts';
import { createMailbox } from '../seals/open-mailbox.ts';
import { createCarriedState } from '../dialogs/carried-state.ts';
import { createForceContent } from './content/force-content.ts';
import { createDayKeyRing } from '../dialogs/day-key-ring.ts';
import { answerDeadlineMs, LateError, withinDeadline } from '../conversations/deadline.ts';
import { ForeignKeyError } from '../dialogs/foreign-key-error.ts';
import { createGuide } from '../dialogs/guide.ts';
import { CandourAdapter } from './teams/adapter.ts';
import { cardInChat } from './teams/card-actions.ts';
import { createEverybody } from './campaigns/everybody.ts';
import { createCampaigning } from './campaigns/campaigning.ts';
import { createAlerting } from './alerts/alerting.ts';
import { createInvokeAnswers } from './doors/teams/answer-invoke.ts';
import { createMembershipAnswers } from './doors/teams/answer-membership.ts';
import { createForEverybody } from './doors/teams/for-everybody.ts';
import { createMessageAnswers } from './doors/teams/answer-message.ts';
import { TabNotBuiltError } from './http/tab-not-built-error.ts';
import { createRoleHolders } from './api/role-holders.ts';
import { reportingOf } from './api/reporting-of.ts';
import { createTab } from './api/tab.ts';
import { createPartners } from './partners/partners.ts';
import type { App, AppDependencies } from './app-parts.ts';
import { beginSettings } from './alerts/begin-settings.ts';
import { createCertificateWatch } from './running/certificate-watch.ts';
import { createClockWatch } from './running/clock-watch.ts';
import { certificateOf, type ServerSettings } from './settings/server-settings.ts';
import { SecretError } from './settings/secret-error.ts';
import { withClientCache } from './teams/client-cache.ts';
import { createDirectory } from './settings/roles.ts';
import { createFileKeeping } from './running/file-keeping.ts';
import { createFilesWatch, patienceAtStartMs } from './running/files-watch.ts';
import { filesSettingOf } from './settings/files-settings.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createSchedule } from './running/schedule.ts';
import { ownMachineOnly } from './http/own-machine-only.ts';
import { createCasePointers } from './running/case-pointer.ts';
import { casesLink, pageLink, summaryLinks } from './settings/page-link.ts';
import { personOf } from './teams/person.ts';
import { createDesks } from './desks.ts';
import { readinessOf } from './readiness-of.ts';
import { createRestorePause } from './running/restore-pause.ts';
import { createServers } from './http/server.ts';
import { createWeeklySummary } from './doors/weekly-summary.ts';
import { type Period, periodText } from '../summary/periods.ts';
import { tasksOf } from './alerts/tasks.ts';
import { dayRows, givenByAll, sharedClock } from './running/given-turns.ts';
import { createPaces, type GiveFor } from './running/throttle.ts';
import { createTurn } from './doors/teams/turn.ts';
import { createWelcome } from './doors/welcome.ts';

export type { App, AppDependencies } from './app-parts.ts';

/** Long enough for a slow channel, short enough to be tried again soon. In milliseconds. */
const usualPatience = { answerMs: answerDeadlineMs, postMs: 8_000 } as const;
/** The part of an answer's time that its work may take: the rest is for drawing what stands in for it. */
const partForWork = 15 / 16;

/** Puts the bot together from its settings and its parts. Nothing runs and nothing is written yet. */
export function createApp(settings: ServerSettings, given: AppDependencies): App {
  const { clock } = given;
  const monotonic = given.monotonic ?? (() => performance.now());
  const readings = {
    ...given,
    monotonic,
    isClockTrusted: () => watch.isTrusted(),
    alertsSetAside: () => setAside.alerts(),
    areFilesReady: () => filesWatch.look().then(() => filesWatch.trouble() === undefined),
  };
  const metrics = settings.metrics ? createMetrics(settings, readings) : undefined;
  const deps = metrics?.around(given) ?? given;
  const { store, seal, files, log, authentication } = deps;
  const { tenantId, timeZone, contacts, alerts, casework, listening, development, secret, secretBefore } = settings;
  const { answerMs, postMs } = deps.patience ?? usualPatience;
  const random: Random = (bytes) => new Uint8Array(randomBytes(bytes));
  const watch = createClockWatch({ clock, monotonic, storeTime: store.time, dailyMarks: store.dailyMarks, log });
  const inChat = cardInChat(development);
  const listed = createDirectory(settings.roles);
  const { chatDirectory: directory = listed } = deps;
  const people = createRoleHolders({ people: store.people, directory: listed, clock, timeZone });
  const pointers = createCasePointers({ dayKeys: store.dayKeys, secret, secretBefore, clock, random });
  const nudge = (task: string) => () => schedule.nudge(task);
  const soon = nudge('alerts');
  const tabFor = (caseId: CaseId | undefined) => casesLink(settings, caseId && pointers.make(caseId));
  const counting = { ...store, ...settings.summary, clock, isClockTrusted: watch.isTrusted };
  const linksTo = (period: Period) => summaryLinks(settings, periodText(period));
  const noting = { ...store, clock, onUnreadable: () => log({ event: 'settingsUnreadable' }) };
  const desks = createDesks(settings, { ...deps, monotonic, random });
  const timed = { clock, monotonic, timeZone, isClockTrusted: watch.isTrusted };
  const { targets, ...alerting } = createAlerting(settings, {
    ...timed,
    store,
    targets: notedTargets(noting),
    directory,
    people,
    tabFor,
    authentication,
    alertPace: deps.alertPace,
    postMs,
    log,
    nudge: (task) => schedule.nudge(task),
    counting,
    linksTo,
    card: inChat,
    order: desks.order,
  });
  const { doubts, setAside, lines, sending, staffing } = alerting;
  const keys = createDayKeyRing({ dayKeys: store.dayKeys, secret, secretBefore, clock, random });
  const everybody = createEverybody(settings, { ...timed, store, random, log });
  const force = createForceContent({ ...settings, ...deps, content: store.content });
  const { topicsNow, print } = force;
  const own = { topicsNow, directory, card: inChat, postMs, monotonic, isClockTrusted: watch.isTrusted };
  const welcome = createWelcome({ directory, contacts, staffing, topicsNow, development, page: pageLink(settings) });
  const toEverybody = { ...everybody, firstPage: welcome.forAnybody, onCampaign: nudge('campaigns') };
  const pause = createRestorePause({ dailyMarks: store.dailyMarks, monotonic });
  const campaigns = createCampaigning(settings, { ...deps, ...own, ...toEverybody, ...pause });
  const filesWatch = createFilesWatch({ files, setting: filesSettingOf(settings.files), log });
  const keeping = createFileKeeping({ ...store, ...timed, files, log, onErased: nudge('erasedFiles') });
  const certificate = createCertificateWatch({ path: certificateOf(settings), clock, log });
  const seldom = { certificate, desks, paces: store.paces, drafts: store.drafts, keys };
  const parts = { ...alerting, ...seldom, keeping, campaigns, force, watch, clock, everybody };
  const tasks = tasksOf({ ...parts, ...pause, pollSeconds: alerts.pollSeconds });
  const schedule = createSchedule(metrics?.watched(tasks) ?? tasks, log);
  const shown = { contacts, staffing, topicsNow, print, tenantId };
  const guide = createGuide({
    ...desks,
    seal,
    clock,
    random,
    timeZone,
    ...shown,
    carried: createCarriedState({ keys, clock, random }),
    mailbox: createMailbox(),
    ...casework,
    describeChange: (state) => changedReportText(state.language, state.answers, state.route),
    onNewCase: soon,
    onFollowUp: soon,
    onDoubt: doubts.noticed,
    deadlineMs: answerMs * partForWork,
  });
  const summaries = createWeeklySummary({ ...counting, directory, log, linksTo });
  const ownPage = pageLink(settings);
  const forEverybody = createForEverybody({ ...everybody, clock, timeZone, random });
  const giveFor: GiveFor = (kind) => givenByAll({ paces: store.paces, rowOf: dayRows(secret, kind), monotonic });
  const pacing = { clock: sharedClock(store.time, clock), hold: deps.hold, giveFor };
  const paces = createPaces(pacing);
  const turn = createTurn({
    pace: (activity) => paces.turns.pass(personOf(activity, tenantId).key),
    onInvoke: createInvokeAnswers({
      guide,
      acknowledge: { ...store, clock, timeZone },
      directory,
      summaries,
      sending,
      ...forEverybody,
      welcome,
      ...shown,
      chatDoor: development,
      inChat,
      onAcknowledged: soon,
      tabFor,
      ownPage,
      log,
    }),
    onMessage: createMessageAnswers({
      welcome,
      summaries,
      sending,
      ...forEverybody,
      channels: campaigns.channels,
      targets,
      ...shown,
    }),
    onMembership: createMembershipAnswers({ welcome, targets, ...everybody, log }),
    onNotWelcomed: ({ conversation }, thrown) => campaigns.welcomes.owe(conversation.id, thrown),
    onChannel: (channel) => targets.refresh(channel),
    inChat,
    wordsInChat: development,
    contacts,
    deadlineMs: answerMs,
    log,
  });
  const reporting = reportingOf(settings, { ...deps, ...desks, ...shown, onTaken: soon, onDoubt: doubts.noticed });
  const tab = createTab(settings, {
    ...deps,
    reporting,
    order: desks.order,
    force,
    directory: listed,
    people,
    pointers,
    summaries: counting,
    lines,
    campaigning: campaigns.forTab,
    onManyWrapped: (group, count) => void targets.tellOfWrapped(group, count).catch(() => undefined),
    pace: paces.of,
    deadlineMs: answerMs,
    onChanged: soon,
    onErased: keeping.erased,
  });
  const ofPartners = { ...deps, pacing, reporting, keys, monotonic, random, deadlineMs: answerMs };
  const partners = settings.partners ? createPartners(settings, ofPartners) : undefined;
  const readiness = readinessOf({ store, filesWatch, setAside, watch, certificate, pause, clock, log });
  const servers = createServers({
    adapter: new CandourAdapter(withClientCache(authentication, postMs)),
    ...shown,
    publicHost: settings.publicHost,
    log,
    turn,
    readiness,
    maxConnections: listening.maxConnections,
    healthApart: listening.health !== undefined,
    ...(metrics && { metrics: metrics.text }),
    also: [
      tab.serve,
      ...(partners ? [partners.serve] : []),
      ...(development ? [ownMachineOnly(log)] : []),
      ...(development && deps.alsoServe ? [deps.alsoServe] : []),
    ],
  });
  return {
    ...servers,
    schedule,
    filesTrouble: filesWatch.trouble,
    ...(metrics && { counted: metrics.noticed }),
    async prepare() {
      if (!(tab.isBuilt && (partners?.isBuilt ?? true)) && !development) throw new TabNotBuiltError();
      await store.expectReadable();
      const later = await store.noteUse();
      if (later !== undefined) log({ event: 'storeUsedByNewer', ...later });
      await keys.current().catch((error: unknown) => {
        throw error instanceof ForeignKeyError ? new SecretError() : error;
      });
      // Links of before lead to their case as soon as the store has said how: nobody else waits for that.
      await withinDeadline(answerMs, pointers.begin, (error) => {
        if (!(error instanceof LateError)) throw error;
      });
      await watch.look();
      await force.refresh();
      await beginSettings(noting, settings, log).then(alerting.onCall.look);
      await filesWatch.look(patienceAtStartMs);
    },
  };
}
