import type {
  DeliveryBatchStore,
  DeliveryRunStore,
  SendQuotaStore,
  SubscriberStore,
} from '../../../core/ports/campaign-stores.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import {
  deliveryCounts,
  type DeliveryCounts,
  type DeliveryBatch,
  type DeliveryRun,
  endRunIfDone,
  deliveryRetentionDays,
  newDeliveryRun,
  resumeRun,
  type RunSpec,
  autoPauseRun,
  batchTally,
  withdrawalRunId,
  withUnknownOutcomes,
} from '../../../core/model/delivery.ts';
import { addDays, type Day, type MonotonicClock } from '../../../core/model/calendar.ts';
import { type EventLog, errorClassName, errorCode } from '../../runtime/event-log.ts';
import { createLeaseObserver } from '../../runtime/lease-observer.ts';
import type { ChannelConnection } from '../../teams/channel-connection.ts';
import type { RunMessageFactory } from './item-messages.ts';
import { createLeasedSendRateLimiter, batchesPerShare, type SendTiming } from './send-rate.ts';
import { createRunPlanner } from './run-planner.ts';
import { createBatchWriter, createBatchSender, createPersonSender, type RunMessages } from './batch-sender.ts';

/**
 * Sends one message to everyone who has the app, or to those who joined between two days, and withdraws it: at most
 * once a person and run, by however many servers, and within Teams' rate for an app in a tenant. Every method throws
 * StoreError.
 */
export interface CampaignSender {
  /** `exists` if a run has its id. Sends nothing yet: `tick` does. */
  startRun(run: RunSpec): Promise<'started' | 'exists'>;
  /** Called every second or so; answers at once. */
  tick(): Promise<void>;
  pause(runId: string): Promise<boolean>;
  resume(runId: string): Promise<boolean>;
  /** False if there is no such run that can be cancelled. */
  cancel(runId: string): Promise<boolean>;
  /**
   * Cancels a run, and begins one, named `withdrawalRunId`, that makes its messages neutral. `gone`: the messages are
   * erased; `none`: no such run, or a withdrawal.
   */
  withdraw(runId: string): Promise<'started' | 'exists' | 'gone' | 'none'>;
  counts(runId: string): Promise<DeliveryCounts | undefined>;
  /** Erases the people of old runs. Call it only if the clock can be trusted. */
  removeExpired(today: Day): Promise<void>;
  /** Settles when everything in progress is noted. */
  stop(): Promise<void>;
}

export interface CampaignSenderDependencies {
  readonly runs: DeliveryRunStore;
  readonly batches: DeliveryBatchStore;
  readonly sendQuota: SendQuotaStore;
  readonly subscribers: Pick<SubscriberStore, 'page' | 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'sendToChat' | 'update'>;
  readonly createMessages: RunMessageFactory;
  readonly log: EventLog;
  readonly today: () => Day;
  readonly monotonic: MonotonicClock;
  readonly wait: (ms: number) => Promise<void>;
  readonly createId: () => string;
  readonly timing: SendTiming;
}

/** Servers choose different ones of them. */
const maxCandidates = 20;

const isRunning = ({ state }: DeliveryRun): boolean => state === 'running';
const compareRuns = (one: DeliveryRun, other: DeliveryRun): number =>
  one.kind === other.kind ? (one.id < other.id ? -1 : 1) : one.kind === 'withdraw' ? -1 : 1;

export function createCampaignSender(deps: CampaignSenderDependencies): CampaignSender {
  const { runs, batches, subscribers, log, today, monotonic, timing } = deps;
  const wait = (ms: number) => deps.wait(ms * (0.75 + Math.random() / 2));
  const { pace: sendRate, lanes: quotaLease } = createLeasedSendRateLimiter({ ...deps, keeper: deps.sendQuota });
  const observer = createLeaseObserver(monotonic);
  const runsById = new Map<string, Versioned<DeliveryRun>>();
  const messages = new Map<string, RunMessages>();
  const tasksInProgress = new Map<string, Promise<void>>();
  const startedLocally = new Set<string>();
  const batchesInProgress = new Set<string>();
  const settledAt = new Map<string, number>();
  let activeWorkers = 0;
  let listedAt = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  let hasLease = false;

  const backOff = (tries: number) => wait(timing.pollMs * 2 ** Math.min(tries, 5));
  const isAbandoned = (runId: string, number: number, version: string): boolean =>
    observer.isStale(`${runId} ${number}`, version, timing.batchExpiryMs);
  const maySend = (): boolean => !isStopped && quotaLease.count() > 0;
  const onRunEnded = ({ kind, planned: { people }, tally: { sent, notKnown } }: DeliveryRun) =>
    log({ event: 'runOver', kind, people, sent, notKnown });
  const writer = createBatchWriter({ runs, parts: batches, today, ended: onRunEnded, rest: backOff });
  const planRun = createRunPlanner({ runs, parts: batches, reach: subscribers, writer, today, isAbandoned });
  const sendToPerson = createPersonSender({ ...deps, pace: sendRate, pauseAll: (ms) => quotaLease.sharePause(ms) });
  const sendBatch = createBatchSender({
    parts: batches,
    reach: subscribers,
    writer,
    pace: sendRate,
    sendToPerson,
    maySend,
    wait,
    timing,
  });

  function start(name: string, work: () => Promise<void>): void {
    if (tasksInProgress.has(name)) return;
    const going = work()
      .catch((error: unknown) => log({ event: 'runFailed', code: errorCode(error), thrown: errorClassName(error) }))
      .finally(() => tasksInProgress.delete(name));
    tasksInProgress.set(name, going);
  }

  async function refreshRuns(): Promise<void> {
    if (monotonic() - listedAt >= timing.idleMs) {
      const all = await runs.all();
      listedAt = monotonic();
      runsById.clear();
      for (const run of all) runsById.set(run.value.id, run);
      return;
    }
    for (const [id, { value }] of runsById) {
      if (!isRunning(value) && value.state !== 'paused') continue;
      const run = await runs.read(id);
      if (run) runsById.set(id, run);
      if (run && !isRunning(run.value)) messages.delete(id);
    }
  }

  function cacheRun(run: DeliveryRun): void {
    runsById.set(run.id, { value: run, version: runsById.get(run.id)?.version ?? '' });
  }

  async function loadMessages(run: DeliveryRun): Promise<RunMessages | undefined> {
    const cached = messages.get(run.id);
    if (cached) return cached;
    const [en, cy] = [await deps.createMessages(run, 'en'), await deps.createMessages(run, 'cy')];
    if (en === undefined || cy === undefined) return undefined;
    messages.set(run.id, { en, cy });
    return { en, cy };
  }

  async function processBatch(
    run: DeliveryRun,
    number: number,
    runMessages: RunMessages,
    isNobodys: boolean,
  ): Promise<void> {
    const name = `${run.id} ${number}`;
    if (batchesInProgress.has(name)) return;
    batchesInProgress.add(name);
    try {
      const now = () => runsById.get(run.id)?.value;
      await sendBatch({ number, run: now, messages: runMessages, isAbandoned: isNobodys });
    } finally {
      batchesInProgress.delete(name);
    }
  }

  async function runWorker(run: DeliveryRun, runMessages: RunMessages): Promise<void> {
    activeWorkers += 1;
    try {
      while (maySend() && activeWorkers <= quotaLease.count() * batchesPerShare) {
        const planned = (await batches.find(run.id, 'planned', maxCandidates)).filter(
          ({ number }) => !batchesInProgress.has(`${run.id} ${number}`),
        );
        const one = planned[Math.floor(Math.random() * planned.length)];
        const now = runsById.get(run.id)?.value;
        if (one === undefined || now === undefined || !isRunning(now)) return;
        await processBatch(run, one.number, runMessages, false);
      }
    } finally {
      activeWorkers -= 1;
    }
  }

  /** Only one server does, since it writes over the version that it counted by. */
  async function stopRun(id: string): Promise<DeliveryRun | undefined> {
    const current = await runs.read(id);
    if (current === undefined || current.value.tally.sent > 0) return undefined;
    const next = autoPauseRun(current.value, await readOpenBatches(batches, id));
    if (next?.stopped === undefined || !(await runs.write(next, current.version))) return undefined;
    log({ event: 'runStopped', why: next.stopped });
    return next;
  }

  async function settleRun(run: DeliveryRun, version: string, runMessages: RunMessages | undefined): Promise<void> {
    if (isRunning(run) && run.tally.sent === 0) {
      const stopped = await stopRun(run.id);
      if (stopped) return cacheRun(stopped);
    }
    const begun = await batches.find(run.id, 'begun', maxOpenBatches);
    for (const one of begun) {
      if (!isAbandoned(run.id, one.number, one.version)) continue;
      if (runMessages) start(`part ${run.id} ${one.number}`, () => processBatch(run, one.number, runMessages, true));
    }
    if (begun.length > 0 || !isRunning(run) || !run.planned.isWhole) return;
    if (!observer.isStale(`run ${run.id}`, version, timing.batchExpiryMs)) return;
    if ((await batches.find(run.id, 'planned', 1)).length > 0) return;
    await runs.write(endRunIfDone(withUnknownOutcomes(run), today()), version);
  }

  async function processRun({ value: run, version }: Versioned<DeliveryRun>): Promise<void> {
    const runMessages = isRunning(run) ? await loadMessages(run) : { en: undefined, cy: undefined };
    const settleMs = isRunning(run) ? timing.leaseRenewMs : timing.idleMs;
    if (monotonic() - (settledAt.get(run.id) ?? Number.NEGATIVE_INFINITY) >= settleMs) {
      settledAt.set(run.id, monotonic());
      start(`settle ${run.id}`, () => settleRun(run, version, runMessages));
    }
    if (!isRunning(run) || runMessages === undefined) return;
    const cutAt = JSON.stringify(run.planned);
    const isMine = startedLocally.has(run.id) || observer.isStale(`plan ${run.id}`, cutAt, timing.leaseRenewMs);
    if (!run.planned.isWhole && isMine) start(`plan ${run.id}`, () => planRun(run.id, () => !isStopped));
    const room = quotaLease.count() * batchesPerShare - activeWorkers;
    const planned = room > 0 ? await batches.find(run.id, 'planned', room) : [];
    for (let worker = 0; worker < planned.length + activeWorkers; worker += 1) {
      if (activeWorkers < quotaLease.count() * batchesPerShare)
        start(`work ${run.id} ${worker}`, () => runWorker(run, runMessages));
    }
  }

  async function releaseLease(): Promise<void> {
    if (!hasLease) return;
    await quotaLease.giveBack();
    hasLease = false;
  }

  const actions = createRunActions(deps, (run) => {
    if (!runsById.has(run.id)) startedLocally.add(run.id);
    cacheRun(run);
  });

  return {
    ...actions,

    tick: async () => {
      if (isStopped) return;
      await refreshRuns();
      const all = [...runsById.values()].toSorted((one, other) => compareRuns(one.value, other.value));
      const isSending = all.some(({ value }) => isRunning(value));
      if (isSending) {
        hasLease = true;
        await quotaLease.look();
      } else await releaseLease();
      // One run after the other has the quota; settling the others costs next to nothing.
      for (const run of all) {
        if (run.value.state === 'over') continue;
        try {
          await processRun(run);
        } catch (error) {
          log({ event: 'runFailed', code: errorCode(error), thrown: errorClassName(error) });
        }
      }
    },

    stop: async () => {
      isStopped = true;
      sendRate.stop();
      await Promise.all(tasksInProgress.values());
      await releaseLease();
    },
  };
}

const maxTries = 20;

type RunActions = Pick<
  CampaignSender,
  'startRun' | 'pause' | 'resume' | 'cancel' | 'withdraw' | 'counts' | 'removeExpired'
>;

function createRunActions(
  { runs, batches, today, log }: Pick<CampaignSenderDependencies, 'runs' | 'batches' | 'today' | 'log'>,
  onChanged: (run: DeliveryRun) => void,
): RunActions {
  async function createRun(run: DeliveryRun): Promise<'started' | 'exists'> {
    if (!(await runs.write(run, undefined))) return 'exists';
    log({ event: 'runStarted', kind: run.kind });
    onChanged(run);
    return 'started';
  }

  async function setState(
    id: string,
    from: readonly DeliveryRun['state'][],
    to: DeliveryRun['state'],
  ): Promise<boolean> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const current = await runs.read(id);
      if (current === undefined) return false;
      if (current.value.state === to) return true;
      if (!from.includes(current.value.state)) return false;
      const next =
        to === 'running'
          ? resumeRun(current.value)
          : { ...current.value, state: to, ...(to === 'cancelled' && { endedOn: today() }) };
      if (await runs.write(next, current.version)) {
        onChanged(next);
        return true;
      }
    }
    return false;
  }

  async function erase(id: string): Promise<void> {
    await runs.erase(id);
    const current = await runs.read(id);
    if (current) await runs.write({ ...current.value, erased: true }, current.version);
  }

  return {
    startRun: (run) => createRun(newDeliveryRun(run)),
    pause: (id) => setState(id, ['running'], 'paused'),
    resume: (id) => setState(id, ['paused'], 'running'),
    cancel: (id) => setState(id, ['running', 'paused'], 'cancelled'),

    withdraw: async (id) => {
      const source = await runs.read(id);
      if (source === undefined || source.value.kind === 'withdraw') return 'none';
      if (source.value.erased) return 'gone';
      await setState(id, ['running', 'paused'], 'cancelled');
      return createRun(newDeliveryRun({ id: withdrawalRunId(id), kind: 'withdraw' }, id));
    },

    counts: async (id) => {
      const run = await runs.read(id);
      if (run === undefined) return undefined;
      const open = run.value.erased ? [] : await readOpenBatches(batches, id);
      return deliveryCounts(run.value, open.map(batchTally));
    },

    removeExpired: async (day) => {
      for (const { value: run } of await runs.all()) {
        const { id, kind, of, state, endedOn } = run;
        const isOver = endedOn !== undefined && (state === 'over' || state === 'cancelled');
        if (!isOver) continue;
        const isWithdrawn = kind === 'withdraw' && state === 'over';
        if (!isWithdrawn && day <= addDays(endedOn, deliveryRetentionDays)) continue;
        if (isWithdrawn && of !== undefined) await erase(of);
        await erase(id);
      }
    },
  };
}

const maxOpenBatches = 200;

async function readOpenBatches(batches: DeliveryBatchStore, runId: string): Promise<readonly DeliveryBatch[]> {
  const openBatches = await batches.find(runId, 'begun', maxOpenBatches);
  const open = await Promise.all(openBatches.map(({ number }) => batches.read(runId, number)));
  return open.flatMap((batch) => (batch?.value?.stage === 'begun' ? [batch.value] : []));
}
