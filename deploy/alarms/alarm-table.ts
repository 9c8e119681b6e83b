type Severity = 'now' | 'today' | 'week';

/** The runbook has a section under its name. */
interface Alarm {
  readonly expr: string;
  /** How long the condition must hold. */
  readonly for: string;
  readonly severity: Severity;
  readonly summary: string;
}

/** Over an hour: a value moved at a full hour must not be missed. */
const hourlyEventsQuery = (events: string, by = 'event', reasons?: string): string =>
  `sum by (${by}) (increase(candour_events_total{event=~"${events}"${
    reasons === undefined ? '' : `,reason=~"${reasons}"`
  }}[65m]))`;

/** By name, as in docs/guides/runbook.md. */
export const alarmTable = {
  CandourDown: {
    expr: 'up{job="candour"} == 0 or absent(up{job="candour"})',
    for: '2m',
    severity: 'now',
    summary: 'A Candour server does not answer.',
  },
  CandourRestarts: {
    expr: 'changes(candour_started_seconds[1h]) > 3',
    for: '1m',
    severity: 'now',
    summary: 'A Candour server keeps restarting.',
  },
  CandourStoreAway: {
    expr: 'candour_store_ready == 0',
    for: '2m',
    severity: 'now',
    summary: 'The server cannot write to the store, so no report can be saved.',
  },
  CandourStoreDamaged: {
    expr: `${hourlyEventsQuery('storeDamaged')} > 0`,
    for: '1m',
    severity: 'now',
    summary: 'Part of the store is damaged, and some cases cannot be read.',
  },
  CandourStoreSlow: {
    expr: 'histogram_quantile(0.9, rate(candour_store_check_seconds_bucket[15m])) > 1',
    for: '15m',
    severity: 'today',
    summary: 'The store is slow: one check in ten takes longer than a second.',
  },
  CandourSealFails: {
    expr: 'candour_seal_ready == 0',
    for: '2m',
    severity: 'now',
    summary: 'The server cannot encrypt reports, so no report can be saved.',
  },
  CandourAlertsOverdue: {
    expr: 'candour_alerts_overdue > 0',
    for: '5m',
    severity: 'now',
    summary: 'Alerts have been due for five minutes or longer, and no server has posted them.',
  },
  CandourAlertsFail: {
    expr: 'candour_alerts_failing > 0',
    for: '15m',
    severity: 'now',
    summary: 'Candour cannot post alerts to a channel.',
  },
  CandourAlertsStill: {
    expr: 'candour_task_late_seconds{task="alerts"} >= 300',
    for: '2m',
    severity: 'now',
    summary: 'A server has stopped checking for alerts that are due.',
  },
  CandourAlertsSetAside: {
    expr: 'candour_alerts_set_aside > 0',
    for: '5m',
    severity: 'today',
    summary: 'Candour cannot read some alerts, so it does not post them.',
  },
  CandourChannelLost: {
    expr: `${hourlyEventsQuery('targetLost')} > 0`,
    for: '1m',
    severity: 'now',
    summary: 'Candour can no longer post to a channel in Teams.',
  },
  CandourManyFail: {
    expr: `${hourlyEventsQuery('failed', 'reason')} > 4`,
    for: '1m',
    severity: 'now',
    summary: 'Many requests from people failed.',
  },
  CandourKeysNotFetched: {
    expr: `${hourlyEventsQuery('activityRefused|tabRefused', 'event', 'keys')} > 4`,
    for: '1m',
    severity: 'now',
    summary: 'The server cannot fetch the keys that Microsoft signs tokens with, so it lets nobody in.',
  },
  CandourTokensRefused: {
    expr: `${hourlyEventsQuery('activityRefused|tabRefused', 'event, reason', 'claims|client|service|signature')} > 4`,
    for: '1m',
    severity: 'today',
    summary: 'Candour keeps refusing people: the registration and the settings do not match.',
  },
  CandourFlood: {
    expr: `${hourlyEventsQuery('partnerRefused|tabRefused', 'event', 'pace')} > 4`,
    for: '1m',
    severity: 'today',
    summary: 'Someone sends far too many requests.',
  },
  CandourConnectionsFull: {
    expr: 'increase(candour_events_total{event="connectionsFull"}[15m]) > 0',
    for: '1m',
    severity: 'now',
    summary: 'The server has as many connections open as it allows.',
  },
  CandourRecordsDiffer: {
    expr: `${hourlyEventsQuery('listDiffers|messageNotGenuine|settingsUnreadable|targetMended')} > 0`,
    for: '1m',
    severity: 'now',
    summary: 'Someone may have changed the database.',
  },
  CandourCasesUnseen: {
    expr: `${hourlyEventsQuery('casesUnseen')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'There is a case that nobody on the lists may see.',
  },
  CandourRolesShort: {
    expr: `${hourlyEventsQuery('rolesShort')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'Too few people hold a role, so Candour does not take some reports.',
  },
  CandourRoleNotListed: {
    expr: `${hourlyEventsQuery('roleNotListed')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'Someone has a role in Entra that the lists in the settings do not give them.',
  },
  CandourKeyGiven: {
    expr: `${hourlyEventsQuery('keyWrapped', 'reason')} > 0`,
    for: '1m',
    severity: 'week',
    summary: 'Someone was given the key of a group.',
  },
  CandourClockDoubted: {
    expr: 'candour_clock_trusted == 0',
    for: '30m',
    severity: 'today',
    summary: 'The clock of a server cannot be trusted.',
  },
  CandourWorkLate: {
    expr: 'candour_task_late_seconds{task!="alerts"} >= 900',
    for: '5m',
    severity: 'today',
    summary: 'Regular work is late.',
  },
  CandourWorkFails: {
    expr: 'sum by (reason) (increase(candour_events_total{event="scheduleFailed"}[30m])) > 5',
    for: '1m',
    severity: 'today',
    summary: 'Regular work keeps failing.',
  },
  CandourPostsWait: {
    expr: `${hourlyEventsQuery('dailyCountFailed|lineFailed|summaryWaits|targetFailed')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'A daily count, a weekly summary, a notice or a test post did not arrive.',
  },
  CandourMessageStopped: {
    expr: `${hourlyEventsQuery('runFailed|runStopped')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'Candour has stopped sending a message to everyone.',
  },
  CandourNotesFail: {
    expr: `${hourlyEventsQuery('pulseFailed|reachFailed')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'Candour could not record who has the app, or answers to a survey.',
  },
  CandourFilesAway: {
    expr: 'candour_files_ready == 0',
    for: '5m',
    severity: 'today',
    summary: 'The server cannot reach the storage for encrypted files, so reports come without files.',
  },
  CandourFilesLeft: {
    expr: `${hourlyEventsQuery('filesFailed|filesLeft')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'Candour could not check or remove some encrypted files.',
  },
  CandourGuidanceUnread: {
    expr: `${hourlyEventsQuery('contentFailed|contentUnreadable')} > 0`,
    for: '15m',
    severity: 'today',
    summary: 'Candour cannot read the force’s own guidance.',
  },
  CandourReviewsDue: {
    expr: 'sum(increase(candour_events_total{event="reviewsDue"}[25h])) > 0',
    for: '1m',
    severity: 'week',
    summary: 'Some guidance topics are due for review.',
  },
  CandourCertificateEnds: {
    expr: 'sum(increase(candour_events_total{event="certificateEnds"}[25h])) > 0',
    for: '1m',
    severity: 'week',
    summary: 'The bot’s certificate expires soon, has expired or cannot be used.',
  },
  CandourSlow: {
    expr: 'candour_loop_delay_seconds >= 0.25',
    for: '10m',
    severity: 'today',
    summary: 'A server has too much to do and keeps everyone waiting.',
  },
  CandourMemoryHigh: {
    expr: 'candour_memory_bytes > 1.5e9',
    for: '5m',
    severity: 'today',
    summary: 'A server uses more memory than it should.',
  },
  CandourOldSecret: {
    expr: 'candour_secret_before == 1',
    for: '3d',
    severity: 'week',
    summary: 'The previous secret, CARRIED_STATE_SECRET_BEFORE, is still in the settings.',
  },
  CandourVersionsDiffer: {
    expr: 'count(count by (version) (candour_build_info)) > 1',
    for: '1h',
    severity: 'today',
    summary: 'Servers are running different versions of Candour.',
  },
} as const satisfies Readonly<Record<string, Alarm>>;

export type AlarmName = keyof typeof alarmTable;

const quoteYaml = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const formatRule = ([name, alarm]: readonly [string, Alarm]): string => `      - alert: ${name}
        expr: ${quoteYaml(alarm.expr)}
        for: ${alarm.for}
        labels:
          severity: ${alarm.severity}
        annotations:
          summary: ${quoteYaml(alarm.summary)}
          runbook: ${quoteYaml(`docs/guides/runbook.md#${name.toLowerCase()}`)}
`;

export const renderAlarmRules = (): string =>
  `# Written by "npm run deploy -- write" in the sources, from deploy/alarms/alarm-table.ts: change it there.
groups:
  - name: candour
    rules:
${Object.entries(alarmTable).map(formatRule).join('')}`;
