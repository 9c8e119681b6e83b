import { keyGroups } from '../../../core/model/public-keys.ts';
import { jobNames } from '../scheduler.ts';
import { eventCountRules, reasonValues } from './event-metrics.ts';

export interface Metric {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** Every value of each label. `ofThisServer`: one value, fixed while the server runs. */
  readonly labels: Readonly<Record<string, readonly string[] | 'ofThisServer'>>;
}

const countRules = Object.entries(eventCountRules).filter(([, { when }]) => when !== 'never');
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

export const metricTable = {
  candour_build_info: {
    kind: 'gauge',
    help: 'Always 1: the version of Candour and of Node, and the kind of store.',
    labels: { version: 'ofThisServer', node: 'ofThisServer', store: ['sqlite', 'cosmos'] },
  },
  candour_started_seconds: {
    kind: 'gauge',
    help: 'When this server started, in seconds since 1970.',
    labels: {},
  },
  candour_events_total: {
    kind: 'counter',
    help: 'Events of the log by their name and reason. What people can move is told at a full hour, or once the day is over.',
    labels: {
      event: unique(
        countRules.map(([event, counting]) => ('as' in counting && counting.as !== undefined ? counting.as : event)),
      ),
      reason: unique(
        countRules.flatMap(([, counting]) => reasonValues('reason' in counting ? counting.reason : undefined)),
      ),
    },
  },
  candour_store_ready: {
    kind: 'gauge',
    help: '1 where the store took a record when the server last tried, else 0. It tries once a minute.',
    labels: {},
  },
  candour_store_check_seconds: {
    kind: 'histogram',
    help: 'How long the store took each time the server tried it. Nobody’s own request is measured.',
    labels: {},
  },
  candour_seal_ready: {
    kind: 'gauge',
    help: '1 where something could be sealed to everybody who may open a report when the server last tried, else 0.',
    labels: {},
  },
  candour_files_ready: {
    kind: 'gauge',
    help: '1 where sealed files could be kept when the server last looked, or none are taken, else 0.',
    labels: {},
  },
  candour_alerts_overdue: {
    kind: 'gauge',
    help: 'Alerts that have been due for five minutes or longer: 0, or at least 1, 5, 20 or 100.',
    labels: {},
  },
  candour_alerts_overdue_seconds: {
    kind: 'gauge',
    help: 'How long the first of them has been due: 0, or at least 5 or 15 minutes, 1 or 4 hours, a day.',
    labels: {},
  },
  candour_alerts_failing: {
    kind: 'gauge',
    help: 'Alerts whose last post failed: 0, or at least 1, 5, 20 or 100.',
    labels: {},
  },
  candour_alerts_set_aside: {
    kind: 'gauge',
    help: 'Alerts that cannot be read and are not posted: 0, or at least 1, 5, 20 or 100.',
    labels: {},
  },
  candour_task_late_seconds: {
    kind: 'gauge',
    help: 'How late work is that comes back by itself: 0, or at least 5 or 15 minutes, 1 or 4 hours, a day.',
    labels: { task: jobNames },
  },
  candour_clock_trusted: {
    kind: 'gauge',
    help: '1 where this server’s clock can be believed, else 0.',
    labels: {},
  },
  candour_loop_delay_seconds: {
    kind: 'gauge',
    help: 'How long the process keeps others waiting: 0, or at least 0.05, 0.1, 0.25, 0.5, 1 or 5 seconds.',
    labels: {},
  },
  candour_memory_bytes: {
    kind: 'gauge',
    help: 'Memory that is held, read once an hour, in steps of 64 MiB.',
    labels: {},
  },
  candour_recipients: {
    kind: 'gauge',
    help: 'How many keys each group has in the settings.',
    labels: { group: keyGroups },
  },
  candour_recipients_signed: {
    kind: 'gauge',
    help: '1 where the settings hold the ceremony’s signature over the keys, else 0.',
    labels: {},
  },
  candour_secret_before: {
    kind: 'gauge',
    help: '1 while the secret of before is still in the settings, else 0.',
    labels: {},
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof metricTable;
