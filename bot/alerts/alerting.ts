import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { AlertTargets } from '../../concerns/records/alert-targets.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
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
import type { EventLog } from '../running/event-log.ts';

/** All that posts into channels by itself. */
export interface Alerting {
  readonly targets: AlertChannels;
  readonly dispatcher: AlertDispatcher;
  readonly setAside: SetAsideNotice;
  readonly doubts: TamperNotice;
  readonly dailyCount: DailyCount;
}

/** Puts together what posts into channels: alerts, the daily counts and what admins are told. Nothing is posted yet. */
export function createAlerting(
  settings: ServerSettings,
  deps: {
    readonly store: Store;
    /** The channels, with each change noted in the history of the settings. */
    readonly targets: AlertTargets;
    readonly directory: Directory;
    readonly authentication: BotFrameworkAuthentication;
    readonly clock: Clock;
    readonly monotonic: Monotonic;
    /** How long a post may take, in milliseconds. */
    readonly postMs: number;
    readonly log: EventLog;
    /** Has a task of the schedule done soon. */
    readonly nudge: (task: 'alerts' | 'setAside') => void;
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
    sender: createChannelSender(connectionTo),
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
  return { targets, dispatcher, setAside, doubts, dailyCount };
}
