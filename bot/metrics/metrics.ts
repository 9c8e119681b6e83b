import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import packageJson from '../../package.json' with { type: 'json' };
import type { Seal } from '../../concerns/ports/seal.ts';
import type { Store } from '../../concerns/ports/store.ts';
import type { Clock, Monotonic } from '../../concerns/terms/calendar.ts';
import { keyGroups } from '../../concerns/terms/recipients.ts';
import type { EventLog } from '../running/event-log.ts';
import type { Task } from '../running/schedule.ts';
import type { TaskName } from '../running/task-names.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import { bandOf, countBands } from './bands.ts';
import { createEventCounts } from './event-counts.ts';
import { type MetricName, metricTable } from './metric-table.ts';
import { createProcessReadings } from './process-readings.ts';
import { createSelfCheck, type SelfCheck } from './self-check.ts';
import { watchOutbox } from './watched-outbox.ts';
import { type WatchedTasks, watchTasks } from './watched-tasks.ts';

/** Measures nothing outside `metricTable`. */
export interface Metrics {
  readonly noticed: EventLog;
  /** The same parts, with their log counted and their outbox watched. */
  readonly around: <Parts extends { readonly log: EventLog; readonly store: Store }>(parts: Parts) => Parts;
  /** Adds the server's check of itself, once a minute. */
  readonly watched: (tasks: readonly Task[], known: KnownOfServer) => readonly Task[];
  /** In the text format of Prometheus. */
  readonly text: () => Promise<string>;
}

export interface KnownOfServer {
  /** Never rejects. */
  readonly areFilesReady: () => Promise<boolean>;
  readonly isClockTrusted: () => boolean;
  readonly alertsSetAside: () => number;
}

type Readings = readonly (readonly [value: number, labels?: Readonly<Record<string, string>>])[];
type ReadName = Exclude<MetricName, 'candour_store_check_seconds'>;

const minuteMs = 60_000;
/** In seconds. A person is kept waiting for eight at most. */
const storeSteps = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 8];
const asNumber = (isSo: boolean): number => (isSo ? 1 : 0);

/** The SDK asks for a class if numbers are read on request, and sent nowhere. */
class AskedReader extends MetricReader {
  protected override async onForceFlush(): Promise<void> {}
  protected override async onShutdown(): Promise<void> {}
}

/** Reads nothing from the environment, and sends nothing by itself. */
export function createMetrics(
  settings: Pick<ServerSettings, 'recipients' | 'signedList' | 'secretBefore' | 'store'>,
  deps: {
    readonly store: Pick<Store, 'check' | 'outbox'>;
    readonly seal: Pick<Seal, 'seal' | 'fingerprints'>;
    readonly clock: Clock;
    readonly monotonic: Monotonic;
  },
): Metrics {
  const { clock, monotonic } = deps;
  const counts = createEventCounts(clock);
  const readings = createProcessReadings(clock);
  const watch = watchOutbox(deps.store.outbox, clock);
  const reader = new AskedReader();
  const meter = new MeterProvider({ readers: [reader] }).getMeter('candour');
  const storeTook = meter.createHistogram('candour_store_check_seconds', {
    description: metricTable.candour_store_check_seconds.help,
    advice: { explicitBucketBoundaries: storeSteps },
  });
  const startedSeconds = Math.floor(clock().getTime() / 1_000);
  let tasks: WatchedTasks | undefined;
  let known: KnownOfServer | undefined;
  let check: SelfCheck | undefined;

  const found = (value: (found: NonNullable<ReturnType<SelfCheck['found']>>) => number | undefined): Readings => {
    const last = check?.found();
    const read = last && value(last);
    return read === undefined ? [] : [[read]];
  };
  const read: Readonly<Record<ReadName, () => Readings>> = {
    candour_build_info: () => [
      [1, { version: packageJson.version, node: process.version, store: settings.store.kind }],
    ],
    candour_started_seconds: () => [[startedSeconds]],
    candour_events_total: () =>
      counts.totals().map(({ event, reason, count }) => [count, { event, ...(reason !== '' && { reason }) }]),
    candour_store_ready: () => found(({ isStoreReady }) => asNumber(isStoreReady)),
    candour_seal_ready: () => found(({ isSealReady }) => asNumber(isSealReady)),
    candour_files_ready: () => found(({ areFilesReady }) => asNumber(areFilesReady)),
    candour_alerts_overdue: () => [[watch.overdue().alerts]],
    candour_alerts_overdue_seconds: () => [[watch.overdue().seconds]],
    candour_alerts_failing: () => found(({ failingAlerts }) => failingAlerts),
    candour_alerts_set_aside: () => (known ? [[bandOf(countBands, known.alertsSetAside())]] : []),
    candour_task_late_seconds: () => (tasks?.lateness() ?? []).map(({ task, seconds }) => [seconds, { task }]),
    candour_clock_trusted: () => (known ? [[asNumber(known.isClockTrusted())]] : []),
    candour_loop_delay_seconds: () => [[readings.delaySeconds()]],
    candour_memory_bytes: () => [[readings.memoryBytes()]],
    candour_recipients: () => keyGroups.map((group) => [settings.recipients[group].length, { group }]),
    candour_recipients_signed: () => [[asNumber(settings.signedList !== undefined)]],
    candour_secret_before: () => [[asNumber(settings.secretBefore !== undefined)]],
  };
  for (const [name, readNow] of Object.entries(read)) {
    const { kind, help: description } = new Map<string, { kind: string; help: string }>(
      Object.entries(metricTable),
    ).get(name) ?? { kind: 'gauge', help: '' };
    const instrument =
      kind === 'counter'
        ? meter.createObservableCounter(name, { description })
        : meter.createObservableGauge(name, { description });
    instrument.addCallback((result) => {
      for (const [value, labels] of readNow()) result.observe(value, labels ?? {});
    });
  }
  const serializer = new PrometheusSerializer('', false, undefined, true, true);

  return {
    noticed: counts.noticed,
    around(parts) {
      const log: EventLog = (event) => {
        counts.noticed(event);
        parts.log(event);
      };
      return { ...parts, log, store: { ...parts.store, outbox: watch.outbox } };
    },
    watched(given, ofServer) {
      known = ofServer;
      const { areFilesReady } = ofServer;
      const self = createSelfCheck({
        checkStore: deps.store.check,
        outbox: deps.store.outbox,
        areFilesReady,
        seal: deps.seal,
        monotonic,
        onStore: (seconds) => storeTook.record(seconds),
      });
      check = self;
      const name: TaskName = 'selfCheck';
      const own: Task = {
        name,
        everyMs: minuteMs,
        async run() {
          readings.look();
          await self.look();
        },
        async atEnd() {
          readings.end();
        },
      };
      tasks = watchTasks([...given, own], monotonic);
      return tasks.tasks;
    },
    async text() {
      const { resourceMetrics } = await reader.collect();
      return serializer.serialize(resourceMetrics);
    },
  };
}
