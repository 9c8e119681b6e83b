import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import type { AlertOutbox } from '../../../core/ports/alerts.ts';
import type { TextSealer, RecipientGroup } from '../../../core/ports/seal.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { AlertRecord } from '../../../core/model/alert-record.ts';
import type { Clock, MonotonicClock } from '../../../core/model/calendar.ts';
import { keyGroups } from '../../../core/model/public-keys.ts';
import { withinDeadline } from '../../../dialogs/answer-deadline.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import type { EventLog } from '../event-log.ts';
import type { Job, JobName } from '../scheduler.ts';
import type { ServerSettings } from '../../config/server-settings.ts';
import { createEventCounters } from './event-metrics.ts';
import { type MetricName, metricTable } from './metric-table.ts';

/** Lower bounds, so that one more among few does not show. */
const countBuckets = [0, 1, 5, 20, 100] as const;
/** In seconds. */
const waitBuckets = [0, 300, 900, 3_600, 14_400, 86_400] as const;
/** In seconds. A single step is far below the first bound. */
const loopDelayBuckets = [0, 0.05, 0.1, 0.25, 0.5, 1, 5] as const;

const bucketFloor = (bands: readonly number[], value: number): number =>
  bands.findLast((band) => value >= band) ?? bands[0] ?? 0;

interface Metrics {
  readonly recordEvent: EventLog;
  readonly instrumentServices: <Parts extends { readonly log: EventLog; readonly store: Store }>(
    services: Parts,
  ) => Parts;
  readonly instrumentTasks: (tasks: readonly Job[], known: ServerState) => readonly Job[];
  readonly text: () => Promise<string>;
}

interface ServerState {
  /** Never rejects. */
  readonly areFilesReady: () => Promise<boolean>;
  readonly isClockTrusted: () => boolean;
  readonly alertsSetAside: () => number;
}

type Readings = readonly (readonly [value: number, labels?: Readonly<Record<string, string>>])[];
type ObservableName = Exclude<MetricName, 'candour_store_check_seconds'>;

const minuteMs = 60_000;
/** In seconds. A person waits for eight at most. */
const storeCheckBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 8];
const asNumber = (isSo: boolean): number => (isSo ? 1 : 0);

/** The SDK wants a class for numbers that are read on request and sent nowhere. */
class PullMetricReader extends MetricReader {
  protected override async onForceFlush(): Promise<void> {}
  protected override async onShutdown(): Promise<void> {}
}

/** Reads no environment variables, and sends nothing by itself. */
export function createMetrics(
  settings: Pick<ServerSettings, 'recipients' | 'signedList' | 'secretBefore' | 'store'>,
  deps: {
    readonly store: Pick<Store, 'check' | 'outbox'>;
    readonly seal: Pick<TextSealer, 'seal' | 'fingerprints'>;
    readonly clock: Clock;
    readonly monotonic: MonotonicClock;
  },
): Metrics {
  const { clock, monotonic } = deps;
  const counts = createEventCounters(clock);
  const readings = createProcessMetrics(clock);
  const watch = watchOutbox(deps.store.outbox, clock);
  const reader = new PullMetricReader();
  const meter = new MeterProvider({ readers: [reader] }).getMeter('candour');
  const storeCheckDuration = meter.createHistogram('candour_store_check_seconds', {
    description: metricTable.candour_store_check_seconds.help,
    advice: { explicitBucketBoundaries: storeCheckBuckets },
  });
  const startedSeconds = Math.floor(clock().getTime() / 1_000);
  let tasks: ReturnType<typeof watchJobs> | undefined;
  let serverState: ServerState | undefined;
  let selfCheck: ReturnType<typeof createSelfCheck> | undefined;

  const selfCheckReading = (value: (result: SelfCheckResult) => number | undefined): Readings => {
    const last = selfCheck?.found();
    const reading = last && value(last);
    return reading === undefined ? [] : [[reading]];
  };
  const readingsByName: Readonly<Record<ObservableName, () => Readings>> = {
    candour_build_info: () => [
      [1, { version: packageJson.version, node: process.version, store: settings.store.kind }],
    ],
    candour_started_seconds: () => [[startedSeconds]],
    candour_events_total: () =>
      counts.totals().map(({ event, reason, count }) => [count, { event, ...(reason !== '' && { reason }) }]),
    candour_store_ready: () => selfCheckReading(({ isStoreReady }) => asNumber(isStoreReady)),
    candour_seal_ready: () => selfCheckReading(({ isSealReady }) => asNumber(isSealReady)),
    candour_files_ready: () => selfCheckReading(({ areFilesReady }) => asNumber(areFilesReady)),
    candour_alerts_overdue: () => [[watch.overdue().alerts]],
    candour_alerts_overdue_seconds: () => [[watch.overdue().seconds]],
    candour_alerts_failing: () => selfCheckReading(({ failingAlerts }) => failingAlerts),
    candour_alerts_set_aside: () => (serverState ? [[bucketFloor(countBuckets, serverState.alertsSetAside())]] : []),
    candour_task_late_seconds: () => (tasks?.lateness() ?? []).map(({ task, seconds }) => [seconds, { task }]),
    candour_clock_trusted: () => (serverState ? [[asNumber(serverState.isClockTrusted())]] : []),
    candour_loop_delay_seconds: () => [[readings.delaySeconds()]],
    candour_memory_bytes: () => [[readings.memoryBytes()]],
    candour_recipients: () => keyGroups.map((group) => [settings.recipients[group].length, { group }]),
    candour_recipients_signed: () => [[asNumber(settings.signedList !== undefined)]],
    candour_secret_before: () => [[asNumber(settings.secretBefore !== undefined)]],
  };
  for (const [name, getReadings] of Object.entries(readingsByName)) {
    const { kind, help: description } = new Map<string, { kind: string; help: string }>(
      Object.entries(metricTable),
    ).get(name) ?? { kind: 'gauge', help: '' };
    const instrument =
      kind === 'counter'
        ? meter.createObservableCounter(name, { description })
        : meter.createObservableGauge(name, { description });
    instrument.addCallback((result) => {
      for (const [value, labels] of getReadings()) result.observe(value, labels ?? {});
    });
  }
  const serializer = new PrometheusSerializer('', false, undefined, true, true);

  return {
    recordEvent: counts.noticed,
    instrumentServices(services) {
      const log: EventLog = (event) => {
        counts.noticed(event);
        services.log(event);
      };
      return { ...services, log, store: { ...services.store, outbox: watch.outbox } };
    },
    instrumentTasks(given, ofServer) {
      serverState = ofServer;
      const { areFilesReady } = ofServer;
      const self = createSelfCheck({
        checkStore: deps.store.check,
        outbox: deps.store.outbox,
        areFilesReady,
        seal: deps.seal,
        monotonic,
        onStore: (seconds) => storeCheckDuration.record(seconds),
      });
      selfCheck = self;
      const name: JobName = 'selfCheck';
      const selfCheckJob: Job = {
        name,
        intervalMs: minuteMs,
        async run() {
          readings.look();
          await self.look();
        },
        async onStop() {
          readings.end();
        },
      };
      tasks = watchJobs([...given, selfCheckJob], monotonic);
      return tasks.tasks;
    },
    async text() {
      const { resourceMetrics } = await reader.collect();
      return serializer.serialize(resourceMetrics);
    },
  };
}

interface SelfCheckResult {
  readonly isStoreReady: boolean;
  readonly isSealReady: boolean;
  readonly areFilesReady: boolean;
  /** In bands; `undefined` without an answer. */
  readonly failingAlerts: number | undefined;
}

const timeoutMs = 8_000;
const probeText = 'tried';

/** Runs by the clock, so that it reveals nothing about requests. Never rejects, and ends within seconds. */
function createSelfCheck(deps: {
  readonly checkStore: () => Promise<unknown>;
  readonly outbox: Pick<AlertOutbox, 'health'>;
  readonly areFilesReady: () => Promise<boolean>;
  readonly seal: Pick<TextSealer, 'seal' | 'fingerprints'>;
  readonly monotonic: MonotonicClock;
  readonly onStore: (seconds: number) => void;
}) {
  let lastResult: SelfCheckResult | undefined;
  const succeeds = (work: () => Promise<unknown>): Promise<boolean> =>
    withinDeadline(
      timeoutMs,
      async () => {
        await work();
        return true;
      },
      () => false,
    );

  /** The reserve and the custodians may lack a key while too few people hold their role. */
  const probeGroups = (): readonly RecipientGroup[] => [
    'acu',
    ...(['reserve', 'custodians'] as const).filter((to) => deps.seal.fingerprints(to).length > 0),
  ];

  async function isStoreReady(): Promise<boolean> {
    const begun = deps.monotonic();
    const isReady = await succeeds(deps.checkStore);
    deps.onStore((deps.monotonic() - begun) / 1_000);
    return isReady;
  }

  const failingAlerts = (): Promise<number | undefined> =>
    withinDeadline<number | undefined>(
      timeoutMs,
      async () => {
        const both = await Promise.all([deps.outbox.health('acu'), deps.outbox.health('reserve')]);
        return bucketFloor(
          countBuckets,
          both.reduce((sum, { failing }) => sum + failing, 0),
        );
      },
      () => undefined,
    );

  return {
    async look() {
      lastResult = {
        isStoreReady: await isStoreReady(),
        isSealReady: await succeeds(() => Promise.all(probeGroups().map((to) => deps.seal.seal(probeText, to)))),
        areFilesReady: await deps.areFilesReady(),
        failingAlerts: await failingAlerts(),
      };
    },
    found: () => lastResult,
  };
}

const delayResolutionMs = 20;
const memoryStepBytes = 64 * 2 ** 20;
const hourMs = 3_600_000;

/** So coarse that no single step shows. */
function createProcessMetrics(clock: Clock) {
  const delays = monitorEventLoopDelay({ resolution: delayResolutionMs });
  let delaySeconds = 0;
  let memoryBytes = 0;
  let sampledHour: number | undefined;
  return {
    look() {
      if (!delays.enable())
        delaySeconds = bucketFloor(loopDelayBuckets, (delays.percentile(99) / 1e6 - delayResolutionMs) / 1_000);
      delays.reset();
      const hour = Math.floor(clock().getTime() / hourMs);
      if (hour === sampledHour) return;
      sampledHour = hour;
      memoryBytes = Math.ceil(process.memoryUsage.rss() / memoryStepBytes) * memoryStepBytes;
    },
    /** The 99th percentile of the last full minute, in bands. */
    delaySeconds: () => delaySeconds,
    /** In steps of 64 MiB, from the first look of the hour. */
    memoryBytes: () => memoryBytes,
    end: () => void delays.disable(),
  };
}

/** Hides tasks that ran early: a new report hurries some. */
export function watchJobs(jobs: readonly Job[], monotonic: MonotonicClock) {
  const begun = monotonic();
  const doneAt = new Map<string, number>();
  return {
    tasks: jobs.map((task) => ({
      ...task,
      async run() {
        await task.run();
        doneAt.set(task.name, monotonic());
      },
    })),
    /** In bands; 0 if it runs as often as it should. */
    lateness: () =>
      jobs.map(({ name, intervalMs: everyMs }) => {
        const lateMs = monotonic() - (doneAt.get(name) ?? begun) - everyMs;
        return { task: name, seconds: bucketFloor(waitBuckets, lateMs / 1_000) };
      }),
  };
}

const [, overdueSeconds] = waitBuckets;
const earliestDue = ({ dueAt, notice }: AlertRecord): number =>
  Math.min(...[dueAt, notice?.dueAt].map((at) => (at === undefined ? Infinity : Date.parse(at))));

/** Reads nothing from the store. An alert that has just come due is not overdue: a new one moves nothing. */
function watchOutbox(outbox: AlertOutbox, clock: Clock) {
  let overdue = { alerts: 0, seconds: 0 };
  const watched: AlertOutbox = {
    ...outbox,
    async due(now, limit, question) {
      const found = await outbox.due(now, limit, question);
      const waits = found.alerts
        .map(({ value }) => (clock().getTime() - earliestDue(value)) / 1_000)
        .filter((seconds) => seconds >= overdueSeconds);
      overdue = {
        alerts: bucketFloor(countBuckets, waits.length),
        seconds: bucketFloor(waitBuckets, Math.max(0, ...waits)),
      };
      return found;
    },
  };
  return {
    outbox: watched,
    /** In bands. */
    overdue: () => overdue,
  };
}
