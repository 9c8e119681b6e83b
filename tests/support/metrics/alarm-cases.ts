import type { AlarmName } from '../../../deploy/alarms/alarm-table.ts';

/** Series as promtool writes them, by their names, and the moment at which an alarm is looked at. */
interface Seen {
  readonly series: Readonly<Record<string, string>>;
  readonly at: string;
}

/** What raises an alarm, with the labels that it then has, and what must not. */
export interface AlarmCase {
  readonly loud: Seen & { readonly labels: Readonly<Record<string, string>> };
  readonly quiet: Seen;
}

const server = 'instance="a",job="candour"';
const ofServer = { instance: 'a', job: 'candour' } as const;
const of = (name: string, more = ''): string => `${name}{${more === '' ? '' : `${more},`}${server}}`;
const events = (labels: string): string => of('candour_events_total', labels);

/** A reading that stands at one value for a day, beside one that is as it should be. */
const reading = (name: string, loud: string, quiet: string, at: string, more: readonly [string, string][] = []) => {
  const labels = more.map(([label, value]) => `${label}="${value}"`).join(',');
  return {
    loud: { series: { [of(name, labels)]: `${loud}x1440` }, at, labels: { ...ofServer, ...Object.fromEntries(more) } },
    quiet: { series: { [of(name, labels)]: `${quiet}x1440` }, at },
  };
};

/** A count that is told at a full hour, after which the alarm is looked at; and one that stands still, or is too small. */
const counted = (
  labels: string,
  told: number,
  shown: Readonly<Record<string, string>>,
  tooFew = 0,
  at = '70m',
): AlarmCase => ({
  loud: { series: { [events(labels)]: `0x59 ${told}x30` }, at, labels: shown },
  quiet: { series: { [events(labels)]: `${tooFew === 0 ? 7 : 0}x59 ${tooFew === 0 ? 7 : tooFew}x30` }, at },
});

/** Each alarm, tried. The compiler asks for a new one. */
export const alarmCases: Readonly<Record<AlarmName, AlarmCase>> = {
  CandourDown: reading('up', '0', '1', '10m'),
  CandourRestarts: {
    loud: { series: { [of('candour_started_seconds')]: '0+60x30' }, at: '20m', labels: ofServer },
    quiet: { series: { [of('candour_started_seconds')]: '0x10 700x10 1300x10' }, at: '30m' },
  },
  CandourStoreAway: reading('candour_store_ready', '0', '1', '10m'),
  CandourStoreDamaged: counted('event="storeDamaged"', 1, { event: 'storeDamaged' }),
  CandourStoreSlow: {
    loud: {
      series: {
        [of('candour_store_check_seconds_bucket', 'le="1"')]: '0x60',
        [of('candour_store_check_seconds_bucket', 'le="2.5"')]: '0+1x60',
        [of('candour_store_check_seconds_bucket', 'le="+Inf"')]: '0+1x60',
      },
      at: '45m',
      labels: ofServer,
    },
    quiet: {
      series: {
        [of('candour_store_check_seconds_bucket', 'le="1"')]: '0+1x60',
        [of('candour_store_check_seconds_bucket', 'le="2.5"')]: '0+1x60',
        [of('candour_store_check_seconds_bucket', 'le="+Inf"')]: '0+1x60',
      },
      at: '45m',
    },
  },
  CandourSealFails: reading('candour_seal_ready', '0', '1', '10m'),
  CandourAlertsOverdue: reading('candour_alerts_overdue', '1', '0', '10m'),
  CandourAlertsFail: reading('candour_alerts_failing', '1', '0', '30m'),
  CandourAlertsStill: reading('candour_task_late_seconds', '300', '0', '10m', [['task', 'alerts']]),
  CandourAlertsSetAside: reading('candour_alerts_set_aside', '1', '0', '10m'),
  CandourChannelLost: counted('event="targetLost"', 1, { event: 'targetLost' }),
  CandourManyFail: counted('event="failed",reason="late"', 5, { reason: 'late' }, 3),
  CandourKeysNotFetched: counted('event="tabRefused",reason="keys"', 9, { event: 'tabRefused' }, 3),
  CandourTokensRefused: counted(
    'event="activityRefused",reason="service"',
    9,
    { event: 'activityRefused', reason: 'service' },
    3,
  ),
  CandourFlood: counted('event="partnerRefused",reason="pace"', 9, { event: 'partnerRefused' }, 3),
  CandourConnectionsFull: counted('event="connectionsFull"', 1, { event: 'connectionsFull', ...ofServer }, 0, '65m'),
  CandourRecordsDiffer: counted('event="listDiffers"', 1, { event: 'listDiffers' }),
  CandourCasesUnseen: counted('event="casesUnseen"', 1, { event: 'casesUnseen' }),
  CandourRolesShort: counted('event="rolesShort"', 1, { event: 'rolesShort' }),
  CandourRoleNotListed: counted('event="roleNotListed"', 1, { event: 'roleNotListed' }),
  CandourKeyGiven: counted('event="keyWrapped",reason="acu"', 1, { reason: 'acu' }),
  CandourClockDoubted: reading('candour_clock_trusted', '0', '1', '40m'),
  CandourWorkLate: reading('candour_task_late_seconds', '900', '300', '30m', [['task', 'dayKeys']]),
  CandourWorkFails: counted('event="scheduleFailed",reason="guidance"', 9, { reason: 'guidance' }, 2),
  CandourPostsWait: counted('event="summaryWaits",reason="noTarget"', 1, { event: 'summaryWaits' }),
  CandourMessageStopped: counted('event="runStopped",reason="gone"', 1, { event: 'runStopped' }),
  CandourNotesFail: counted('event="reachFailed",reason="late"', 1, { event: 'reachFailed' }),
  CandourFilesAway: reading('candour_files_ready', '0', '1', '10m'),
  CandourFilesLeft: counted('event="filesLeft"', 1, { event: 'filesLeft' }),
  CandourGuidanceUnread: counted('event="contentUnreadable"', 1, { event: 'contentUnreadable' }, 0, '85m'),
  CandourReviewsDue: counted('event="reviewsDue"', 1, {}),
  CandourCertificateEnds: counted('event="certificateEnds"', 1, {}),
  CandourSlow: reading('candour_loop_delay_seconds', '0.25', '0.1', '20m'),
  CandourMemoryHigh: reading('candour_memory_bytes', '1610612736', '469762048', '10m'),
  CandourOldSecret: {
    loud: { series: { [of('candour_secret_before')]: '1x75' }, at: '73h', labels: ofServer },
    quiet: { series: { [of('candour_secret_before')]: '1x40 0x35' }, at: '73h' },
  },
  CandourVersionsDiffer: {
    loud: {
      series: {
        'candour_build_info{instance="a",version="1"}': '1x120',
        'candour_build_info{instance="b",version="2"}': '1x120',
      },
      at: '90m',
      labels: {},
    },
    quiet: {
      series: {
        'candour_build_info{instance="a",version="2"}': '1x120',
        'candour_build_info{instance="b",version="2"}': '1x120',
      },
      at: '90m',
    },
  },
};
