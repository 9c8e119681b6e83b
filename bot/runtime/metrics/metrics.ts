import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import type { AlertOutbox } from '../../../core/ports/alerts.ts';
import type { Seal, SealedTo } from '../../../core/ports/seal.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { AlertRecord } from '../../../core/model/alert-record.ts';
import type { Clock, Monotonic } from '../../../core/model/calendar.ts';
import { keyGroups } from '../../../core/model/recipients.ts';
import { withinDeadline } from '../../../dialogs/answer-deadline.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import type { EventLog } from '../event-log.ts';
import type { Task, TaskName } from '../scheduler.ts';
import type { ServerSettings } from '../../config/server-settings.ts';
import { createEventCounts } from './event-metrics.ts';
import { type MetricName, metricTable } from './metric-table.ts';

/** Lower bounds, so that one more of few is never seen. */
const countBands = [0, 1, 5, 20, 100] as const;
/** In seconds. */
const waitBands = [0, 300, 900, 3_600, 14_400, 86_400] as const;
/** In seconds. A single step is far below the first. */
const delayBands = [0, 0.05, 0.1, 0.25, 0.5, 1, 5] as const;

/** The first for a value below all. Bands rise. */
const bandOf = (bands: readonly number[], value: number): number =>
  bands.findLast((band) => value >= band) ?? bands[0] ?? 0;

/** Measures nothing outside `metricTable`. */
interface Metrics {
  readonly noticed: EventLog;
  /** The same parts, with their log counted and their outbox watched. */
  readonly around: <Parts extends { readonly log: EventLog; readonly store: Store }>(parts: Parts) => Parts;
  /** Adds the server's check of itself, once a minute. */
  readonly watched: (tasks: readonly Task[], known: KnownOfServer) => readonly Task[];
  readonly text: () => Promise<string>;
}

interface KnownOfServer {
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
  let tasks: ReturnType<typeof watchTasks> | undefined;
  let known: KnownOfServer | undefined;
  let check: ReturnType<typeof createSelfCheck> | undefined;

  const found = (value: (found: Found) => number | undefined): Readings => {
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

interface Found {
  readonly isStoreReady: boolean;
  readonly isSealReady: boolean;
  readonly areFilesReady: boolean;
  /** In bands; `undefined` if the store did not say. */
  readonly failingAlerts: number | undefined;
}

const patienceMs = 8_000;
const tried = 'tried';

/** Looks by the clock, so that it says nothing of who asks. A look never rejects and ends within some seconds. */
function createSelfCheck(deps: {
  readonly checkStore: () => Promise<unknown>;
  readonly outbox: Pick<AlertOutbox, 'health'>;
  readonly areFilesReady: () => Promise<boolean>;
  readonly seal: Pick<Seal, 'seal' | 'fingerprints'>;
  readonly monotonic: Monotonic;
  readonly onStore: (seconds: number) => void;
}) {
  let found: Found | undefined;
  const succeeds = (work: () => Promise<unknown>): Promise<boolean> =>
    withinDeadline(
      patienceMs,
      async () => {
        await work();
        return true;
      },
      () => false,
    );

  /** The reserve and the custodians may have no key while too few people hold their role. */
  const sealedTo = (): readonly SealedTo[] => [
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
      patienceMs,
      async () => {
        const both = await Promise.all([deps.outbox.health('acu'), deps.outbox.health('reserve')]);
        return bandOf(
          countBands,
          both.reduce((sum, { failing }) => sum + failing, 0),
        );
      },
      () => undefined,
    );

  return {
    async look() {
      found = {
        isStoreReady: await isStoreReady(),
        isSealReady: await succeeds(() => Promise.all(sealedTo().map((to) => deps.seal.seal(tried, to)))),
        areFilesReady: await deps.areFilesReady(),
        failingAlerts: await failingAlerts(),
      };
    },
    found: () => found,
  };
}

const everyMs = 20;
const stepBytes = 64 * 2 ** 20;
const hourMs = 3_600_000;

/** Readings of the process, so coarse that no single step shows in them. */
function createProcessReadings(clock: Clock) {
  const delays = monitorEventLoopDelay({ resolution: everyMs });
  let delaySeconds = 0;
  let memoryBytes = 0;
  let readIn: number | undefined;
  return {
    look() {
      // The first call begins; it enables nothing twice.
      if (!delays.enable()) delaySeconds = bandOf(delayBands, (delays.percentile(99) / 1e6 - everyMs) / 1_000);
      delays.reset();
      const hour = Math.floor(clock().getTime() / hourMs);
      if (hour === readIn) return;
      readIn = hour;
      memoryBytes = Math.ceil(process.memoryUsage.rss() / stepBytes) * stepBytes;
    },
    /** The 99th percentile of the minute before the last look, in bands. */
    delaySeconds: () => delaySeconds,
    /** In steps of 64 MiB, as it was in the first look of the hour. */
    memoryBytes: () => memoryBytes,
    end: () => void delays.disable(),
  };
}

/** A task that ran sooner than it had to is not shown: a new report hurries some of them. */
export function watchTasks(tasks: readonly Task[], monotonic: Monotonic) {
  const begun = monotonic();
  const doneAt = new Map<string, number>();
  return {
    tasks: tasks.map((task) => ({
      ...task,
      async run() {
        await task.run();
        doneAt.set(task.name, monotonic());
      },
    })),
    /** In bands; 0 if it comes as often as it should. */
    lateness: () =>
      tasks.map(({ name, everyMs }) => {
        const lateMs = monotonic() - (doneAt.get(name) ?? begun) - everyMs;
        return { task: name, seconds: bandOf(waitBands, lateMs / 1_000) };
      }),
  };
}

const [, overdueSeconds] = waitBands;
const firstDue = ({ dueAt, notice }: AlertRecord): number =>
  Math.min(...[dueAt, notice?.dueAt].map((at) => (at === undefined ? Infinity : Date.parse(at))));

/** Asks nothing of the store. An alert that has just come due is not overdue, so that a new one moves nothing. */
function watchOutbox(outbox: AlertOutbox, clock: Clock) {
  let overdue = { alerts: 0, seconds: 0 };
  const watched: AlertOutbox = {
    ...outbox,
    async due(now, limit, question) {
      const found = await outbox.due(now, limit, question);
      const waits = found.alerts
        .map(({ value }) => (clock().getTime() - firstDue(value)) / 1_000)
        .filter((seconds) => seconds >= overdueSeconds);
      overdue = { alerts: bandOf(countBands, waits.length), seconds: bandOf(waitBands, Math.max(0, ...waits)) };
      return found;
    },
  };
  return {
    outbox: watched,
    /** In bands. */
    overdue: () => overdue,
  };
}
