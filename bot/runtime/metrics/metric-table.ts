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
    help: 'Always 1. The labels are the version of Candour, the version of Node and the kind of store.',
    labels: { version: 'ofThisServer', node: 'ofThisServer', store: ['sqlite', 'cosmos'] },
  },
  candour_started_seconds: {
    kind: 'gauge',
    help: 'When this server started, in seconds since 1970.',
    labels: {},
  },
  candour_events_total: {
    kind: 'counter',
    help: 'Events of the log by name and reason. The count of an event that people can cause changes at a full hour or at the end of the day.',
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
    help: '1 if the server could write to the store when it last tried, else 0. It tries once a minute.',
    labels: {},
  },
  candour_store_check_seconds: {
    kind: 'histogram',
    help: 'How long each of the server’s own checks of the store took. Requests of people are not measured.',
    labels: {},
  },
  candour_seal_ready: {
    kind: 'gauge',
    help: '1 if the server could encrypt to everyone who may open a report when it last tried, else 0.',
    labels: {},
  },
  candour_files_ready: {
    kind: 'gauge',
    help: '1 if the server could store encrypted files when it last looked, or if it takes no files, else 0.',
    labels: {},
  },
  candour_alerts_overdue: {
    kind: 'gauge',
    help: 'Alerts that have been due for five minutes or longer: 0, or at least 1, 5, 20 or 100.',
    labels: {},
  },
  candour_alerts_overdue_seconds: {
    kind: 'gauge',
    help: 'How long the oldest overdue alert has been due: 0, or at least 5 or 15 minutes, 1 or 4 hours, or a day.',
    labels: {},
  },
  candour_alerts_failing: {
    kind: 'gauge',
    help: 'Alerts whose last post failed: 0, or at least 1, 5, 20 or 100.',
    labels: {},
  },
  candour_alerts_set_aside: {
    kind: 'gauge',
    help: 'Alerts that Candour cannot read and does not post: 0, or at least 1, 5, 20 or 100.',
    labels: {},
  },
  candour_task_late_seconds: {
    kind: 'gauge',
    help: 'How late regular work is: 0, or at least 5 or 15 minutes, 1 or 4 hours, or a day.',
    labels: { task: jobNames },
  },
  candour_clock_trusted: {
    kind: 'gauge',
    help: '1 if this server’s clock can be trusted, else 0.',
    labels: {},
  },
  candour_loop_delay_seconds: {
    kind: 'gauge',
    help: 'How long the process keeps requests waiting: 0, or at least 0.05, 0.1, 0.25, 0.5, 1 or 5 seconds.',
    labels: {},
  },
  candour_memory_bytes: {
    kind: 'gauge',
    help: 'Memory that the process uses, read once an hour, in steps of 64 MiB.',
    labels: {},
  },
  candour_recipients: {
    kind: 'gauge',
    help: 'How many keys each group has in the settings.',
    labels: { group: keyGroups },
  },
  candour_recipients_signed: {
    kind: 'gauge',
    help: '1 if the settings hold the ceremony’s signature over the keys, else 0.',
    labels: {},
  },
  candour_secret_before: {
    kind: 'gauge',
    help: '1 while the previous secret is still in the settings, else 0.',
    labels: {},
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof metricTable;
