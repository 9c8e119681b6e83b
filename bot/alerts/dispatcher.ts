import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import {
  afterFailure,
  afterQuietLook,
  afterUpdate,
  isAlertDue,
  isNoticeDue,
  isQuiet,
  isUnheard,
  latestDue,
  longestWaitMs,
  withNoticeHeld,
  waitAfterFailure,
} from '../../concerns/records/alert-schedule.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import type { AlertSender, PostOutcome } from '../../concerns/ports/alert-sender.ts';
import type { AlertOutbox, Plausible } from '../../concerns/ports/alert-outbox.ts';
import {
  type AlertTarget,
  type AlertTargets,
  channelsInTurn,
  isOfAlerts,
  type TargetName,
} from '../../concerns/records/alert-targets.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import type { EventLog } from '../running/event-log.ts';
import { isRecorded, messageOf, type Unrecorded, withPost } from './made-posts.ts';
import { tellReserve } from './tell-reserve.ts';

/** How long one instance holds an alert while it posts, in milliseconds: longer than a post can take. */
const leaseMs = 20_000;
/** How far the clocks of two servers may be apart, in milliseconds. */
const apartMs = 5 * 60_000;
const atOnce = 20;
const hurriedAtOnce = 200;
/** After so many failures an urgent alert tries the second target in turn with the first. */
const failuresBeforeSecond = 2;

/** How soon an alert without a channel looks again whether one was set, in milliseconds. That costs nobody anything. */
const noChannelWaitMs = 30_000;

export interface DispatcherDependencies {
  readonly outbox: AlertOutbox;
  readonly targets: AlertTargets;
  readonly sender: AlertSender;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  /** Between 0 and 1, for the spread of waits. */
  readonly chance: () => number;
  readonly repeatMinutes: number;
  /** After so many repeats that nobody acknowledged, an urgent alert comes once a day. */
  readonly repeats: number;
  readonly log: EventLog;
  /** Told when a channel refuses an alert outright: the admins have to know. */
  readonly onRefused: (target: TargetName) => Promise<void>;
  /** Told where a post arrived in a channel that was lost. */
  readonly onArrived: (target: AlertTarget) => Promise<void>;
  /** Told where nobody acknowledges an alert, until the admins were told: whether they were. */
  readonly onUnheard: () => Promise<boolean>;
  /** Told at each look how many alerts cannot be read. */
  readonly onSetAside: (alerts: number) => void;
}

/** Posts the alerts that are due, each by one instance at a time, and notes how it went. */
export interface AlertDispatcher {
  /** Handles everything that is due now; returns how many alerts it took up. Throws StoreError. */
  readonly dispatchDue: () => Promise<number>;
  /** A channel may take now what it did not: the next look tries what failed, however long it was to wait. */
  readonly hurry: () => void;
}

export function createAlertDispatcher(deps: DispatcherDependencies): AlertDispatcher {
  /** Posts that the store would not take note of. While they are known here, they are not made again. */
  const unrecorded = new Map<CaseId, Unrecorded>();
  /** When alerts were taken up that are set for a time that cannot be: another server may set it again and again. */
  const takenEarly = new Map<CaseId, number>();

  const plausibleBy = (now: Date): Plausible => ({
    due: latestDue(now, deps.repeatMinutes),
    lease: new Date(now.getTime() + leaseMs + apartMs),
  });

  /** Whether an alert is to be taken up: one that some clock set too far ahead is, and no more often than others wait. */
  function isToBeTaken(alert: AlertRecord, now: Date): boolean {
    const { caseId, dueAt } = alert;
    if (dueAt === undefined || isAlertDue(alert, now) || isNoticeDue(alert, now, plausibleBy(now).due)) return true;
    const lately = deps.monotonic() - longestWaitMs;
    for (const [known, at] of takenEarly) if (at <= lately) takenEarly.delete(known);
    if (takenEarly.has(caseId)) return false;
    takenEarly.set(caseId, deps.monotonic());
    return true;
  }

  let isHurried = false;

  /** Makes what failed due now, but where a channel asked for time. */
  async function bringForward(now: Date): Promise<void> {
    const { alerts } = await deps.outbox.due(new Date(now.getTime() + longestWaitMs), hurriedAtOnce);
    const waiting = alerts.filter(
      ({ value: { attempts, lastFailure, dueAt, leasedUntil } }) =>
        attempts > 0 && lastFailure !== 'http429' && dueAt && Date.parse(dueAt) > now.getTime() && !leasedUntil,
    );
    const dueAt = now.toISOString();
    await Promise.allSettled(waiting.map((alert) => deps.outbox.write({ ...alert, value: { ...alert.value, dueAt } })));
  }

  /** The reserve's alerts go to the reserve and nowhere else; an urgent one that repeats takes its channels in turn. */
  async function targetOf(alert: AlertRecord): Promise<{ name: TargetName; target: AlertTarget | undefined }> {
    const names = alert.urgency === 'urgent' ? channelsInTurn(alert.handledBy) : [];
    const set = (await Promise.all(names.map((name) => deps.targets.read(name)))).filter((one) => one !== undefined);
    const turn = alert.state === 'posted' ? alert.attempts + 1 : Math.max(0, alert.attempts - failuresBeforeSecond + 1);
    const inTurn = set[(turn % (set.length + 1)) - 1];
    return inTurn
      ? { name: inTurn.name, target: inTurn }
      : { name: alert.handledBy, target: await deps.targets.read(alert.handledBy) };
  }

  /** Writes what came of it. Where the record moved on meanwhile, the outcome is put on the newer one: a post is never forgotten. */
  async function note(leased: Versioned<AlertRecord>, change: (alert: AlertRecord) => AlertRecord): Promise<void> {
    let current: Versioned<AlertRecord> | undefined = leased;
    while (current !== undefined) {
      if (await deps.outbox.write({ ...current, value: change(current.value) })) return;
      current = await deps.outbox.read(leased.value.caseId);
    }
  }

  function noteFailure(
    leased: Versioned<AlertRecord>,
    name: TargetName,
    outcome: PostOutcome & { code: string },
  ): Promise<void> {
    deps.log({ event: 'alertFailed', target: name, code: outcome.code, attempts: leased.value.attempts + 1 });
    const asked = outcome.kind === 'retry' ? outcome.afterMs : undefined;
    return note(leased, (alert) => {
      if (alert.handledBy !== leased.value.handledBy) return alert;
      // What was added meanwhile leaves at its own time, which does not say when somebody typed.
      if (leased.value.state === 'acknowledged' && alert.state !== 'acknowledged') return afterUpdate(alert);
      const wait =
        outcome.code === 'noTarget'
          ? noChannelWaitMs
          : waitAfterFailure(alert.urgency, alert.attempts + 1, deps.chance(), asked);
      return afterFailure(alert, outcome.code, new Date(deps.clock().getTime() + wait));
    });
  }

  /** Sees to an alert that nobody heeds, and whether it is left for now. */
  async function leave(leased: Versioned<AlertRecord>, now: Date): Promise<boolean> {
    const isTold = leased.value.adminsTold === true || (await deps.onUnheard());
    const isLeft = isQuiet(leased.value, now, deps.repeats);
    if (isLeft) await note(leased, (alert) => afterQuietLook(alert, now, isTold));
    return isLeft;
  }

  async function post(leased: Versioned<AlertRecord>, now: Date): Promise<void> {
    if (isUnheard(leased.value, deps.repeats) && (await leave(leased, now))) return undefined;
    const { name, target } = await targetOf(leased.value);
    if (target === undefined) return noteFailure(leased, name, { kind: 'refused', code: 'noTarget' });
    // Also where the target is lost: an alert is worth a post that is refused.
    const outcome = await deps.sender.post(target, messageOf(leased.value));
    if (outcome.kind !== 'posted') {
      await noteFailure(leased, name, outcome);
      if (outcome.kind === 'refused' && leased.value.lastFailure !== outcome.code && !target.lost) {
        await deps.onRefused(name);
      }
      return undefined;
    }
    deps.log({ event: 'alertPosted', target: name, attempts: leased.value.attempts + 1 });
    const arrived = { ...outcome.post, postedAt: deps.clock().toISOString() };
    const { handledBy, urgency, posts } = leased.value;
    const made: Unrecorded = { arrived, for: handledBy, urgency, after: posts.length };
    unrecorded.set(leased.value.caseId, made);
    await record(leased, made);
    if (target.lost) await deps.onArrived(target);
    return undefined;
  }

  async function record(current: Versioned<AlertRecord>, made: Unrecorded): Promise<void> {
    await note(current, (alert) => withPost(alert, made, deps.repeatMinutes));
    unrecorded.delete(current.value.caseId);
  }

  /** Notes what an earlier look could not, while the lease still keeps others from posting it again. */
  async function recordLate(caseId: CaseId, made: Unrecorded): Promise<void> {
    const current = await deps.outbox.read(caseId);
    if (current === undefined || isRecorded(current.value, made)) unrecorded.delete(caseId);
    else await record(current, made);
  }

  /** Shows on every post of an acknowledged alert that somebody has the case. */
  async function update(leased: Versioned<AlertRecord>): Promise<void> {
    // Whoever is shut out of the case reads the channel as well: a post that changes would tell them of it.
    if (leased.value.withoutReference === true) return note(leased, afterUpdate);
    const targets = await deps.targets.all();
    for (const posted of leased.value.posts) {
      const [channelId] = posted.conversationId.split(';messageid=');
      const target = targets.find(({ name, conversationId }) => isOfAlerts(name) && conversationId === channelId);
      const outcome = await deps.sender.update(posted, target?.language ?? 'en', messageOf(leased.value));
      // A refusal means that the post or its channel is gone: nobody can be shown anything there.
      if (outcome.kind === 'retry') return noteFailure(leased, target?.name ?? leased.value.handledBy, outcome);
    }
    return note(leased, afterUpdate);
  }

  /** Takes one alert for this instance and handles it; false where another instance has it. */
  async function take(found: Versioned<AlertRecord>, now: Date): Promise<boolean> {
    const leasedUntil = new Date(now.getTime() + leaseMs).toISOString();
    const latest = plausibleBy(now).due;
    const tells = isNoticeDue(found.value, now, latest);
    const alert = tells ? { ...found, value: withNoticeHeld(found.value, leasedUntil) } : found;
    const { dueAt } = alert.value;
    const isAhead = dueAt !== undefined && Date.parse(dueAt) > latest.getTime();
    const value = { ...alert.value, ...(isAhead && { dueAt: now.toISOString() }), leasedUntil };
    const leased = await deps.outbox.write({ ...alert, value });
    if (leased === undefined) return false;
    // Side by side: neither waits for the other's channel.
    const handled = await Promise.allSettled([
      tells && tellReserve(deps, leased, now, note),
      isAlertDue(value, now) && (leased.value.state === 'acknowledged' ? update(leased) : post(leased, now)),
    ]);
    const failed = handled.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return true;
  }

  return {
    hurry() {
      isHurried = true;
    },
    async dispatchDue() {
      const late = await Promise.allSettled([...unrecorded].map(([caseId, made]) => recordLate(caseId, made)));
      const now = deps.clock();
      if (isHurried) {
        isHurried = false;
        await bringForward(now);
      }
      const { alerts, unreadable } = await deps.outbox.due(now, atOnce, plausibleBy(now));
      deps.onSetAside(unreadable);
      // Side by side, so that one channel that hangs keeps no other alert waiting.
      const taken = await Promise.allSettled(
        alerts.filter(({ value }) => isToBeTaken(value, now)).map((alert) => take(alert, now)),
      );
      const failed = [...late, ...taken].find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      return taken.filter((result) => result.status === 'fulfilled' && result.value).length;
    },
  };
}
