import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { AlertTargets } from '../../concerns/records/alert-targets.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { Directory } from '../../concerns/terms/directory.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { createChannelSender } from '../teams/channel-sender.ts';
import { type AlertDispatcher, createAlertDispatcher } from './dispatcher.ts';
import { createListedConnections } from './listed-connections.ts';
import { createSetAsideNotice, type SetAsideNotice } from './set-aside-notice.ts';
import { createAlertChannels, type AlertChannels } from './alert-channels.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import { createDailyCount, type DailyCount } from './daily-count.ts';
import { createTamperNotice, type TamperNotice } from './tamper-notice.ts';
import { createWaitingLines, type WaitingLineDependencies, type WaitingLines } from './waiting-lines.ts';
import type { EventLog } from '../running/event-log.ts';

/** All that posts by itself, into channels and to one person. */
export interface Alerting {
  readonly targets: AlertChannels;
  readonly dispatcher: AlertDispatcher;
  readonly setAside: SetAsideNotice;
  readonly doubts: TamperNotice;
  readonly dailyCount: DailyCount;
  readonly lines: WaitingLines;
}

/** Puts together what posts into channels: alerts, the daily counts and what admins are told. Nothing is posted yet. */
export function createAlerting(
  settings: ServerSettings,
  deps: {
    readonly store: Store;
    /** The channels, with each change noted in the history of the settings. */
    readonly targets: AlertTargets;
    readonly directory: Directory;
    /** Those who have a role: whoever is told that something waits stands there. */
    readonly people: Pick<WaitingLineDependencies, 'change' | 'holders'>;
    /** Where a case opens in the tab, or the list; nothing where the tab has no address. */
    readonly tabFor: (caseId: CaseId | undefined) => string | undefined;
    readonly authentication: BotFrameworkAuthentication;
    readonly clock: Clock;
    readonly monotonic: Monotonic;
    /** How long a post may take, in milliseconds. */
    readonly postMs: number;
    readonly log: EventLog;
    /** Has a task of the schedule done soon. */
    readonly nudge: (task: 'alerts' | 'setAside' | 'waitingLines') => void;
  },
): Alerting {
  const { store, directory, authentication, clock, monotonic, log, nudge } = deps;
  const { tenantId, timeZone, alerts } = settings;
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
      nudge('alerts');
    },
  });
  const dispatcher = createAlertDispatcher({
    ...store,
    sender: createChannelSender(connectionTo, deps.tabFor),
    clock,
    monotonic,
    chance: Math.random,
    repeatMinutes: alerts.repeatMinutes,
    repeats: alerts.repeats,
    log,
    onRefused: targets.tellAdmins,
    onArrived: targets.arrived,
    onUnheard: targets.tellOfUnheard,
    onSetAside: (alerts) => setAside.noticed(alerts),
  });
  const setAside = createSetAsideNotice({
    dailyMarks: store.dailyMarks,
    clock,
    timeZone,
    tellAdmins: targets.tellOfSetAside,
    log,
    onNew: () => nudge('setAside'),
  });
  const doubts = createTamperNotice({ clock, timing: alerts.timing, tellAdmins: targets.tellOfDoubt, log });
  const dailyCount = createDailyCount({
    ...store,
    connectionTo,
    clock,
    timeZone,
    hour: alerts.dailyCountHour,
    timeLimits: settings.casework.timeLimits,
    log,
    onArrived: targets.arrived,
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
  return { targets, dispatcher, setAside, doubts, dailyCount, lines };
}
