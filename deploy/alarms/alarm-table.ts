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
    summary: 'A server of Candour does not answer.',
  },
  CandourRestarts: {
    expr: 'changes(candour_started_seconds[1h]) > 3',
    for: '1m',
    severity: 'now',
    summary: 'A server of Candour starts again and again.',
  },
  CandourStoreAway: {
    expr: 'candour_store_ready == 0',
    for: '2m',
    severity: 'now',
    summary: 'The store takes nothing: no report can be saved.',
  },
  CandourStoreDamaged: {
    expr: `${hourlyEventsQuery('storeDamaged')} > 0`,
    for: '1m',
    severity: 'now',
    summary: 'A part of the store is damaged: some cases cannot be read.',
  },
  CandourStoreSlow: {
    expr: 'histogram_quantile(0.9, rate(candour_store_check_seconds_bucket[15m])) > 1',
    for: '15m',
    severity: 'today',
    summary: 'The store takes more than a second.',
  },
  CandourSealFails: {
    expr: 'candour_seal_ready == 0',
    for: '2m',
    severity: 'now',
    summary: 'Nothing can be sealed: no report can be saved.',
  },
  CandourAlertsOverdue: {
    expr: 'candour_alerts_overdue > 0',
    for: '5m',
    severity: 'now',
    summary: 'Alerts have been due for too long.',
  },
  CandourAlertsFail: {
    expr: 'candour_alerts_failing > 0',
    for: '15m',
    severity: 'now',
    summary: 'A channel does not take alerts.',
  },
  CandourAlertsStill: {
    expr: 'candour_task_late_seconds{task="alerts"} >= 300',
    for: '2m',
    severity: 'now',
    summary: 'A server no longer looks for alerts that are due.',
  },
  CandourAlertsSetAside: {
    expr: 'candour_alerts_set_aside > 0',
    for: '5m',
    severity: 'today',
    summary: 'Some alerts cannot be read and are not posted.',
  },
  CandourChannelLost: {
    expr: `${hourlyEventsQuery('targetLost')} > 0`,
    for: '1m',
    severity: 'now',
    summary: 'A channel of Teams takes no posts any more.',
  },
  CandourManyFail: {
    expr: `${hourlyEventsQuery('failed', 'reason')} > 4`,
    for: '1m',
    severity: 'now',
    summary: 'Many people were not answered as they asked.',
  },
  CandourKeysNotFetched: {
    expr: `${hourlyEventsQuery('activityRefused|tabRefused', 'event', 'keys')} > 4`,
    for: '1m',
    severity: 'now',
    summary: 'The keys that Microsoft signs tokens with cannot be had: nobody gets in.',
  },
  CandourTokensRefused: {
    expr: `${hourlyEventsQuery('activityRefused|tabRefused', 'event, reason', 'claims|client|service|signature')} > 4`,
    for: '1m',
    severity: 'today',
    summary: 'People are turned away: registration and settings do not fit.',
  },
  CandourFlood: {
    expr: `${hourlyEventsQuery('partnerRefused|tabRefused', 'event', 'pace')} > 4`,
    for: '1m',
    severity: 'today',
    summary: 'Somebody asks far too often.',
  },
  CandourConnectionsFull: {
    expr: 'increase(candour_events_total{event="connectionsFull"}[15m]) > 0',
    for: '1m',
    severity: 'now',
    summary: 'No more connections are taken.',
  },
  CandourRecordsDiffer: {
    expr: `${hourlyEventsQuery('listDiffers|messageNotGenuine|settingsUnreadable|targetMended')} > 0`,
    for: '1m',
    severity: 'now',
    summary: 'Somebody may have changed the database.',
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
    summary: 'Too few people hold a role that reports need.',
  },
  CandourRoleNotListed: {
    expr: `${hourlyEventsQuery('roleNotListed')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'Somebody has a role in Entra that the lists do not give them.',
  },
  CandourKeyGiven: {
    expr: `${hourlyEventsQuery('keyWrapped', 'reason')} > 0`,
    for: '1m',
    severity: 'week',
    summary: 'The key of a group was given to somebody.',
  },
  CandourClockDoubted: {
    expr: 'candour_clock_trusted == 0',
    for: '30m',
    severity: 'today',
    summary: 'The clock of a server cannot be believed.',
  },
  CandourWorkLate: {
    expr: 'candour_task_late_seconds{task!="alerts"} >= 900',
    for: '5m',
    severity: 'today',
    summary: 'Work that comes back by itself is late.',
  },
  CandourWorkFails: {
    expr: 'sum by (reason) (increase(candour_events_total{event="scheduleFailed"}[30m])) > 5',
    for: '1m',
    severity: 'today',
    summary: 'Work that comes back by itself fails.',
  },
  CandourPostsWait: {
    expr: `${hourlyEventsQuery('dailyCountFailed|lineFailed|summaryWaits|targetFailed')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'A daily count, a summary or a line did not arrive.',
  },
  CandourMessageStopped: {
    expr: `${hourlyEventsQuery('runFailed|runStopped')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'A message to everybody stopped.',
  },
  CandourNotesFail: {
    expr: `${hourlyEventsQuery('pulseFailed|reachFailed')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'Who has the app, or a pulse, could not be noted.',
  },
  CandourFilesAway: {
    expr: 'candour_files_ready == 0',
    for: '5m',
    severity: 'today',
    summary: 'The place of sealed files cannot be reached: reports come without files.',
  },
  CandourFilesLeft: {
    expr: `${hourlyEventsQuery('filesFailed|filesLeft')} > 0`,
    for: '1m',
    severity: 'today',
    summary: 'Sealed files could not be looked after.',
  },
  CandourGuidanceUnread: {
    expr: `${hourlyEventsQuery('contentFailed|contentUnreadable')} > 0`,
    for: '15m',
    severity: 'today',
    summary: 'The force’s own guidance cannot be read.',
  },
  CandourReviewsDue: {
    expr: 'sum(increase(candour_events_total{event="reviewsDue"}[25h])) > 0',
    for: '1m',
    severity: 'week',
    summary: 'Topics of the guidance are to be read again.',
  },
  CandourCertificateEnds: {
    expr: 'sum(increase(candour_events_total{event="certificateEnds"}[25h])) > 0',
    for: '1m',
    severity: 'week',
    summary: 'The certificate of the bot ends soon, or has ended.',
  },
  CandourSlow: {
    expr: 'candour_loop_delay_seconds >= 0.25',
    for: '10m',
    severity: 'today',
    summary: 'A server has more to do than it can.',
  },
  CandourMemoryHigh: {
    expr: 'candour_memory_bytes > 1.5e9',
    for: '5m',
    severity: 'today',
    summary: 'A server holds more memory than it should.',
  },
  CandourOldSecret: {
    expr: 'candour_secret_before == 1',
    for: '3d',
    severity: 'week',
    summary: 'The secret of before is still in the settings.',
  },
  CandourVersionsDiffer: {
    expr: 'count(count by (version) (candour_build_info)) > 1',
    for: '1h',
    severity: 'today',
    summary: 'Servers of different versions run side by side.',
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
