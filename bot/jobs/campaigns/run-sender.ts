import type { DeliveryParts, DeliveryRuns, LaneKeeper, ReachStore } from '../../../core/ports/campaign-store.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import {
  countsOf,
  type DeliveryCounts,
  type DeliveryPart,
  type DeliveryRun,
  endedIfDone,
  keptDays,
  newRun,
  resumedRun,
  type Run,
  stoppedRun,
  tallyOf,
  withdrawalOf,
  withoutTheLost,
} from '../../../core/model/delivery.ts';
import { addDays, type Day, type Monotonic } from '../../../core/model/calendar.ts';
import { type EventLog, thrownName, troubleCode } from '../../runtime/event-log.ts';
import { createObserver } from '../../runtime/observer.ts';
import type { ChannelConnection } from '../../teams/channel-connection.ts';
import type { MessageOf } from './item-messages.ts';
import { createPacedLanes, partsALane, type Timing } from './send-rate.ts';
import { createPlanner } from './plan-run.ts';
import { createPartWriter, createSendPart, createSendToPerson, type Messages } from './send-batch.ts';

/**
 * Sends one message to everyone who has the app, or to those who joined between two days, and takes it back: at most
 * once a person and run, by however many servers, and within Teams' rate for an app in a tenant. Every method throws
 * StoreError.
 */
export interface CampaignSender {
  /** `exists` if a run has its id. Sends nothing yet: `tend` does. */
  startRun(run: Run): Promise<'started' | 'exists'>;
  /** Every server calls it every second or so; it answers at once. */
  tend(): Promise<void>;
  pause(runId: string): Promise<boolean>;
  resume(runId: string): Promise<boolean>;
  /** For good. False if there is no such run that can be cancelled. */
  cancel(runId: string): Promise<boolean>;
  /**
   * Cancels a run, and begins one, named `withdrawalOf`, that makes each of its messages neutral. `gone`: the messages
   * are no longer kept; `none`: no such run, or a withdrawal.
   */
  withdraw(runId: string): Promise<'started' | 'exists' | 'gone' | 'none'>;
  counts(runId: string): Promise<DeliveryCounts | undefined>;
  /** Erases the people of runs that ended long enough ago. Call it only while the clock may be believed. */
  tidy(today: Day): Promise<void>;
  /** Settles when all that was being sent is noted. */
  stop(): Promise<void>;
}

export interface SenderDeps {
  readonly runs: DeliveryRuns;
  readonly parts: DeliveryParts;
  readonly lanes: LaneKeeper;
  readonly reach: Pick<ReachStore, 'page' | 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'say' | 'update'>;
  readonly messageOf: MessageOf;
  readonly log: EventLog;
  readonly today: () => Day;
  readonly monotonic: Monotonic;
  readonly wait: (ms: number) => Promise<void>;
  readonly newMark: () => string;
  readonly timing: Timing;
}

/** The servers take different ones of them. */
const offered = 20;

const goesOn = ({ state }: DeliveryRun): boolean => state === 'running';
const inTurn = (one: DeliveryRun, other: DeliveryRun): number =>
  one.kind === other.kind ? (one.id < other.id ? -1 : 1) : one.kind === 'withdraw' ? -1 : 1;

export function createCampaignSender(deps: SenderDeps): CampaignSender {
  const { runs, parts, reach, log, today, monotonic, timing } = deps;
  const wait = (ms: number) => deps.wait(ms * (0.75 + Math.random() / 2));
  const { pace, lanes } = createPacedLanes({ ...deps, keeper: deps.lanes });
  const observer = createObserver(monotonic);
  const known = new Map<string, Versioned<DeliveryRun>>();
  const messages = new Map<string, Messages>();
  const atWork = new Map<string, Promise<void>>();
  const startedHere = new Set<string>();
  const inHand = new Set<string>();
  const settledAt = new Map<string, number>();
  let sending = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  let isListed = false;

  const rest = (tries: number) => wait(timing.breathMs * 2 ** Math.min(tries, 5));
  const isAbandoned = (runId: string, number: number, version: string): boolean =>
    observer.hasStood(`${runId} ${number}`, version, timing.partLapseMs);
  const maySend = (): boolean => !isStopped && lanes.count() > 0;
  const ended = ({ kind, planned: { people }, tally: { sent, notKnown } }: DeliveryRun) =>
    log({ event: 'runOver', kind, people, sent, notKnown });
  const writer = createPartWriter({ runs, parts, today, ended, rest });
  const plan = createPlanner({ runs, parts, reach, writer, today, isAbandoned });
  const sendToPerson = createSendToPerson({ ...deps, pace, pauseAll: (ms) => lanes.share(ms) });
  const sendPart = createSendPart({ parts, reach, writer, pace, sendToPerson, maySend, wait, timing });

  function start(name: string, work: () => Promise<void>): void {
    if (atWork.has(name)) return;
    const going = work()
      .catch((error: unknown) => log({ event: 'runFailed', code: troubleCode(error), thrown: thrownName(error) }))
      .finally(() => atWork.delete(name));
    atWork.set(name, going);
  }

  async function look(): Promise<void> {
    if (monotonic() - lookedAt >= timing.idleMs) {
      const all = await runs.all();
      lookedAt = monotonic();
      known.clear();
      for (const run of all) known.set(run.value.id, run);
      return;
    }
    for (const [id, { value }] of known) {
      if (!goesOn(value) && value.state !== 'paused') continue;
      const run = await runs.read(id);
      if (run) known.set(id, run);
      if (run && !goesOn(run.value)) messages.delete(id);
    }
  }

  function changed(run: DeliveryRun): void {
    known.set(run.id, { value: run, version: known.get(run.id)?.version ?? '' });
  }

  async function messagesOf(run: DeliveryRun): Promise<Messages | undefined> {
    const made = messages.get(run.id);
    if (made) return made;
    const [en, cy] = [await deps.messageOf(run, 'en'), await deps.messageOf(run, 'cy')];
    if (en === undefined || cy === undefined) return undefined;
    messages.set(run.id, { en, cy });
    return { en, cy };
  }

  async function workOn(run: DeliveryRun, number: number, its: Messages, isNobodys: boolean): Promise<void> {
    const name = `${run.id} ${number}`;
    if (inHand.has(name)) return;
    inHand.add(name);
    try {
      const now = () => known.get(run.id)?.value;
      await sendPart({ number, run: now, messages: its, isAbandoned: isNobodys });
    } finally {
      inHand.delete(name);
    }
  }

  async function work(run: DeliveryRun, its: Messages): Promise<void> {
    sending += 1;
    try {
      while (maySend() && sending <= lanes.count() * partsALane) {
        const planned = (await parts.find(run.id, 'planned', offered)).filter(
          ({ number }) => !inHand.has(`${run.id} ${number}`),
        );
        const one = planned[Math.floor(Math.random() * planned.length)];
        const now = known.get(run.id)?.value;
        if (one === undefined || now === undefined || !goesOn(now)) return;
        await workOn(run, one.number, its, false);
      }
    } finally {
      sending -= 1;
    }
  }

  /**
   * Pauses a run whose message reaches no one. One of many servers does, since it writes over the version that it
   * counted by.
   */
  async function stopRun(id: string): Promise<DeliveryRun | undefined> {
    const standing = await runs.read(id);
    if (standing === undefined || standing.value.tally.sent > 0) return undefined;
    const next = stoppedRun(standing.value, await openParts(parts, id));
    if (next?.stopped === undefined || !(await runs.write(next, standing.version))) return undefined;
    log({ event: 'runStopped', why: next.stopped });
    return next;
  }

  /** Takes up the parts of servers that ended, and ends a run that has no part left. */
  async function settle(run: DeliveryRun, version: string, its: Messages | undefined): Promise<void> {
    if (goesOn(run) && run.tally.sent === 0) {
      const stopped = await stopRun(run.id);
      if (stopped) return changed(stopped);
    }
    const begun = await parts.find(run.id, 'begun', mostBegun);
    for (const one of begun) {
      if (!isAbandoned(run.id, one.number, one.version)) continue;
      if (its) start(`part ${run.id} ${one.number}`, () => workOn(run, one.number, its, true));
    }
    if (begun.length > 0 || !goesOn(run) || !run.planned.isWhole) return;
    if (!observer.hasStood(`run ${run.id}`, version, timing.partLapseMs)) return;
    if ((await parts.find(run.id, 'planned', 1)).length > 0) return;
    await runs.write(endedIfDone(withoutTheLost(run), today()), version);
  }

  async function tendRun({ value: run, version }: Versioned<DeliveryRun>): Promise<void> {
    const its = goesOn(run) ? await messagesOf(run) : { en: undefined, cy: undefined };
    const settleMs = goesOn(run) ? timing.lanesRenewMs : timing.idleMs;
    if (monotonic() - (settledAt.get(run.id) ?? Number.NEGATIVE_INFINITY) >= settleMs) {
      settledAt.set(run.id, monotonic());
      start(`settle ${run.id}`, () => settle(run, version, its));
    }
    if (!goesOn(run) || its === undefined) return;
    const cutAt = JSON.stringify(run.planned);
    const isMine = startedHere.has(run.id) || observer.hasStood(`plan ${run.id}`, cutAt, timing.lanesRenewMs);
    if (!run.planned.isWhole && isMine) start(`plan ${run.id}`, () => plan(run.id, () => !isStopped));
    const room = lanes.count() * partsALane - sending;
    const planned = room > 0 ? await parts.find(run.id, 'planned', room) : [];
    for (let worker = 0; worker < planned.length + sending; worker += 1) {
      if (sending < lanes.count() * partsALane) start(`work ${run.id} ${worker}`, () => work(run, its));
    }
  }

  async function leaveLanes(): Promise<void> {
    if (!isListed) return;
    await lanes.giveBack();
    isListed = false;
  }

  const acts = createRunActs(deps, (run) => {
    if (!known.has(run.id)) startedHere.add(run.id);
    changed(run);
  });

  return {
    ...acts,

    tend: async () => {
      if (isStopped) return;
      await look();
      const all = [...known.values()].toSorted((one, other) => inTurn(one.value, other.value));
      const isSending = all.some(({ value }) => goesOn(value));
      if (isSending) {
        isListed = true;
        await lanes.look();
      } else await leaveLanes();
      // One run after the other has the lanes; settling the others costs next to nothing.
      for (const run of all) {
        if (run.value.state === 'over') continue;
        try {
          await tendRun(run);
        } catch (error) {
          log({ event: 'runFailed', code: troubleCode(error), thrown: thrownName(error) });
        }
      }
    },

    stop: async () => {
      isStopped = true;
      pace.stop();
      await Promise.all(atWork.values());
      await leaveLanes();
    },
  };
}

const mostTries = 20;

type Acts = Pick<CampaignSender, 'startRun' | 'pause' | 'resume' | 'cancel' | 'withdraw' | 'counts' | 'tidy'>;

function createRunActs(
  { runs, parts, today, log }: Pick<SenderDeps, 'runs' | 'parts' | 'today' | 'log'>,
  changed: (run: DeliveryRun) => void,
): Acts {
  async function begin(run: DeliveryRun): Promise<'started' | 'exists'> {
    if (!(await runs.write(run, undefined))) return 'exists';
    log({ event: 'runStarted', kind: run.kind });
    changed(run);
    return 'started';
  }

  async function setState(
    id: string,
    from: readonly DeliveryRun['state'][],
    to: DeliveryRun['state'],
  ): Promise<boolean> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const standing = await runs.read(id);
      if (standing === undefined) return false;
      if (standing.value.state === to) return true;
      if (!from.includes(standing.value.state)) return false;
      const next =
        to === 'running'
          ? resumedRun(standing.value)
          : { ...standing.value, state: to, ...(to === 'cancelled' && { endedOn: today() }) };
      if (await runs.write(next, standing.version)) {
        changed(next);
        return true;
      }
    }
    return false;
  }

  async function erase(id: string): Promise<void> {
    await runs.erase(id);
    const standing = await runs.read(id);
    if (standing) await runs.write({ ...standing.value, erased: true }, standing.version);
  }

  return {
    startRun: (run) => begin(newRun(run)),
    pause: (id) => setState(id, ['running'], 'paused'),
    resume: (id) => setState(id, ['paused'], 'running'),
    cancel: (id) => setState(id, ['running', 'paused'], 'cancelled'),

    withdraw: async (id) => {
      const source = await runs.read(id);
      if (source === undefined || source.value.kind === 'withdraw') return 'none';
      if (source.value.erased) return 'gone';
      await setState(id, ['running', 'paused'], 'cancelled');
      return begin(newRun({ id: withdrawalOf(id), kind: 'withdraw' }, id));
    },

    counts: async (id) => {
      const run = await runs.read(id);
      if (run === undefined) return undefined;
      const open = run.value.erased ? [] : await openParts(parts, id);
      return countsOf(run.value, open.map(tallyOf));
    },

    tidy: async (day) => {
      for (const { value: run } of await runs.all()) {
        const { id, kind, of, state, endedOn } = run;
        const isOver = endedOn !== undefined && (state === 'over' || state === 'cancelled');
        if (!isOver) continue;
        const isWithdrawn = kind === 'withdraw' && state === 'over';
        if (!isWithdrawn && day <= addDays(endedOn, keptDays)) continue;
        if (isWithdrawn && of !== undefined) await erase(of);
        await erase(id);
      }
    },
  };
}

const mostBegun = 200;

async function openParts(parts: DeliveryParts, runId: string): Promise<readonly DeliveryPart[]> {
  const begun = await parts.find(runId, 'begun', mostBegun);
  const open = await Promise.all(begun.map(({ number }) => parts.read(runId, number)));
  return open.flatMap((part) => (part?.value?.stage === 'begun' ? [part.value] : []));
}
