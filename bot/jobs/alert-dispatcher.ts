import type { AlertMessage, AlertOutbox, AlertSender, AlertPostOutcome } from '../../core/ports/alerts.ts';
import {
  recordOnCallAttempt,
  recordCombinedAlertPost,
  recordAlertFailure,
  recordReserveNoticeAttempt,
  recordAlertPost,
  postponeMutedAlert,
  recordAlertPostUpdate,
  type AlertPost,
  type AlertRecord,
  isAlertMuted,
  isRepeatLimitReached,
  latestDueAt,
  alertRetryBackoffMs,
  withOnCallLease,
  withReserveNoticeLease,
} from '../../core/model/alert-record.ts';
import { type AlertTarget, isAlertChannel, type TargetName } from '../../core/model/alert-targets.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { Clock, MonotonicClock } from '../../core/model/calendar.ts';
import type { EventLog } from '../runtime/event-log.ts';
import {
  rescheduleFailedAlerts,
  createDueWatch,
  selectDueAlerts,
  lastPostsByChannel,
  alertLeaseEnd,
  findDueAlerts,
  type OpeningDependencies,
  type NamedTarget,
  type PlanDependencies,
  type PlannedPost,
  planPosts,
  completeOpenedAlerts,
} from './alert-planning.ts';
import { createRetryAfterSender } from './channel-rate-limiter.ts';

const notifyIntervalMs = 3_600_000;

const noChannelWaitMs = 30_000;

/** How long a post that the store does not take note of is remembered, in milliseconds. */
const maxUnrecordedMs = 24 * 3_600_000;

interface DispatcherDependencies extends PlanDependencies, Omit<OpeningDependencies, 'note'> {
  readonly outbox: AlertOutbox;
  readonly sender: AlertSender;
  readonly clock: Clock;
  readonly monotonic: MonotonicClock;
  /** Between 0 and 1, for the spread of waits. */
  readonly random: () => number;
  readonly repeatMinutes: number;
  readonly log: EventLog;
  readonly onRefused: (target: TargetName) => Promise<void>;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
  /** Called until it resolves to true. */
  readonly onUnacknowledged: () => Promise<boolean>;
  readonly runNow: () => void;
  /** More can be posted as soon as a channel's rate limit lets it. */
  readonly onBacklog: () => void;
  readonly onUnreadable: (alerts: number) => void;
}

export interface AlertDispatcher {
  /** Handles all due alerts; returns how many it took up. Throws StoreError. */
  readonly dispatchDue: () => Promise<number>;
  readonly dispatchSoon: () => void;
  /** The next look tries failed ones at once. */
  readonly retryNow: () => void;
}

export function createAlertDispatcher(deps: DispatcherDependencies): AlertDispatcher {
  /** Posts that the store could not note, so as not to make them again. */
  const unrecorded = new Map<CaseId, UnrecordedPost>();
  const dueWatch = createDueWatch(deps.monotonic, deps.repeatMinutes);
  const sender = createRetryAfterSender(deps.sender, deps.budget);
  let unacknowledgedNotifiedAt = Number.NEGATIVE_INFINITY;
  let isRetryRequested = false;

  /** If the record changed meanwhile, the outcome goes on the newer one: a post is never forgotten. */
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
    outcome: AlertPostOutcome & { code: string },
  ): Promise<void> {
    deps.log({ event: 'alertFailed', target: name, code: outcome.code, attempts: leased.value.attempts + 1 });
    // A channel that asked for time is left alone; an urgent alert may go to another.
    const retryAfterMs = outcome.kind === 'retry' && leased.value.urgency !== 'urgent' ? outcome.afterMs : undefined;
    return note(leased, (alert) => {
      if (alert.handledBy !== leased.value.handledBy) return alert;
      // An addition leaves at its own time, which does not say when someone typed.
      if (leased.value.state === 'acknowledged' && alert.state !== 'acknowledged')
        return recordAlertPostUpdate(alert, deps.openMinutes);
      const wait =
        outcome.code === 'noTarget'
          ? noChannelWaitMs
          : alertRetryBackoffMs(alert.urgency, alert.attempts + 1, deps.random(), retryAfterMs);
      return recordAlertFailure(alert, outcome.code, new Date(deps.clock().getTime() + wait));
    });
  }

  async function notifyUnacknowledged(): Promise<boolean> {
    if (deps.monotonic() - unacknowledgedNotifiedAt < notifyIntervalMs) return true;
    const isNotified = await deps.onUnacknowledged();
    if (isNotified) unacknowledgedNotifiedAt = deps.monotonic();
    return isNotified;
  }

  async function suspendRepeats(leased: Versioned<AlertRecord>, now: Date): Promise<boolean> {
    const isNotified = leased.value.adminsTold === true || (await notifyUnacknowledged());
    const isLeft = isAlertMuted(leased.value, now, deps.maxRepeats);
    if (isLeft) await note(leased, (alert) => postponeMutedAlert(alert, now, isNotified));
    return isLeft;
  }

  async function post(leased: Versioned<AlertRecord>, { name, target }: NamedTarget, now: Date): Promise<void> {
    if (isRepeatLimitReached(leased.value, deps.maxRepeats) && (await suspendRepeats(leased, now))) return undefined;
    if (target === undefined) return noteFailure(leased, name, { kind: 'refused', code: 'noTarget' });
    // Also if the target is lost: a refused post is worth it.
    const outcome = await sender.post(target, alertMessage(leased.value));
    if (outcome.kind !== 'posted') return handleFailedPost({ name, target }, leased, outcome);
    deps.log({ event: 'alertPosted', target: name, attempts: leased.value.attempts + 1 });
    const newPost = { ...outcome.post, postedAt: deps.clock().toISOString() };
    const { handledBy, urgency, posts } = leased.value;
    const arrivedAtMs = deps.monotonic();
    const unrecordedPost: UnrecordedPost = {
      post: newPost,
      arrivedAtMs,
      handledBy,
      urgency,
      previousPosts: posts.length,
    };
    unrecorded.set(leased.value.caseId, unrecordedPost);
    await record(leased, unrecordedPost);
    if (target.lost) await deps.onArrived(target);
    return undefined;
  }

  async function handleFailedPost(
    { name, target }: NamedTarget,
    leased: Versioned<AlertRecord>,
    outcome: AlertPostOutcome & { readonly code: string },
  ): Promise<void> {
    await noteFailure(leased, name, outcome);
    const isNew = outcome.kind === 'refused' && leased.value.lastFailure !== outcome.code;
    if (isNew && target?.lost === false) await deps.onRefused(name);
  }

  async function record(current: Versioned<AlertRecord>, unrecordedPost: UnrecordedPost): Promise<void> {
    await note(current, (alert) => withPost(alert, unrecordedPost, deps.repeatMinutes));
    unrecorded.delete(current.value.caseId);
  }

  /** The lease still stops others from posting it again. */
  async function recordLate(caseId: CaseId, unrecordedPost: UnrecordedPost): Promise<void> {
    const current = await deps.outbox.read(caseId);
    if (current === undefined || isRecorded(current.value, unrecordedPost)) unrecorded.delete(caseId);
    else await record(current, unrecordedPost);
  }

  /** The case of an alert that went to others, or that is urgent since, is still to be told. */
  function isPostUnrecorded(alert: AlertRecord): boolean {
    const unrecordedPost = unrecorded.get(alert.caseId);
    if (unrecordedPost === undefined || alert.state === 'acknowledged' || alert.handledBy !== unrecordedPost.handledBy)
      return false;
    if (alert.urgency !== 'urgent' || isRepeatLimitReached(alert, deps.maxRepeats)) return true;
    return (
      unrecordedPost.urgency === 'urgent' && deps.monotonic() - unrecordedPost.arrivedAtMs < deps.repeatMinutes * 60_000
    );
  }

  function forgetOldPosts(): void {
    const oldest = deps.monotonic() - maxUnrecordedMs;
    for (const [caseId, { arrivedAtMs }] of unrecorded) if (arrivedAtMs <= oldest) unrecorded.delete(caseId);
  }

  async function update(leased: Versioned<AlertRecord>): Promise<void> {
    // Someone excluded from the case reads the channel: a changed post would reveal it.
    if (leased.value.withoutReference === true)
      return note(leased, (alert) => recordAlertPostUpdate(alert, deps.openMinutes));
    const targets = await deps.targets.all();
    for (const { channelId, post: posted } of lastPostsByChannel(leased.value)) {
      const target = targets.find(({ name, conversationId }) => isAlertChannel(name) && conversationId === channelId);
      const outcome = await sender.update(posted, target?.language ?? 'en', alertMessage(leased.value));
      if (outcome.kind === 'retry') return noteFailure(leased, target?.name ?? leased.value.handledBy, outcome);
    }
    return note(leased, (alert) => recordAlertPostUpdate(alert, deps.openMinutes));
  }

  /** Says that one person did something to a case alone, and not which case. */
  async function notifyReserve(lease: Versioned<AlertRecord>, now: Date): Promise<void> {
    const attempts = (lease.value.notice?.attempts ?? 0) + 1;
    const target = await deps.targets.read('reserve');
    const outcome: AlertPostOutcome = target
      ? await sender.post(target, { urgency: 'standard', oversight: true })
      : { kind: 'refused', code: 'noTarget' };
    const noted = (again?: Date) => note(lease, (alert) => recordReserveNoticeAttempt(alert, lease.value, now, again));
    if (outcome.kind === 'posted') {
      deps.log({ event: 'alertPosted', target: 'reserve', attempts });
      await noted();
      if (target?.lost) await deps.onArrived(target);
      return;
    }
    deps.log({ event: 'alertFailed', target: 'reserve', code: outcome.code, attempts });
    const retryAfterMs = outcome.kind === 'retry' ? outcome.afterMs : undefined;
    const wait = target ? alertRetryBackoffMs('standard', attempts, deps.random(), retryAfterMs) : noChannelWaitMs;
    await noted(new Date(now.getTime() + wait));
    if (outcome.kind === 'refused' && attempts === 1 && target && !target.lost) await deps.onRefused('reserve');
  }

  async function processAlert(
    { alert: found, isDue, notifiesReserve, callsOnCall, onCall, place }: PlannedPost,
    now: Date,
  ): Promise<boolean> {
    const until = alertLeaseEnd(now);
    const withNotice = notifiesReserve ? withReserveNoticeLease(found.value, until) : found.value;
    const alert = { ...found, value: callsOnCall ? withOnCallLease(withNotice, until) : withNotice };
    const { dueAt } = alert.value;
    const isAhead = dueAt !== undefined && Date.parse(dueAt) > latestDueAt(now, deps.repeatMinutes).getTime();
    const value = { ...alert.value, ...(isAhead && { dueAt: now.toISOString() }), leasedUntil: until };
    const leased = await deps.outbox.write({ ...alert, value });
    if (leased === undefined) return false;
    const handled = await Promise.allSettled([
      notifiesReserve && notifyReserve(leased, now),
      callsOnCall && notifyOnCall({ ...deps, sender }, leased, onCall, now, note),
      isDue && (leased.value.state === 'acknowledged' ? update(leased) : post(leased, place, now)),
    ]);
    const failed = handled.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return true;
  }

  const mayTake: typeof dueWatch.mayTake = (alert, now, latest) =>
    dueWatch.mayTake(alert, now, latest) && !isPostUnrecorded(alert);

  const createCombinedDependencies = (now: Date) => ({
    ...deps,
    sender,
    note,
    lease: (alert: Versioned<AlertRecord>) =>
      deps.outbox.write({ ...alert, value: { ...alert.value, leasedUntil: alertLeaseEnd(now) } }),
    onFailed: handleFailedPost,
    async onArrived({ name, target }: NamedTarget) {
      deps.log({ event: 'alertPosted', target: name, attempts: 1 });
      if (target?.lost) await deps.onArrived(target);
    },
  });

  return {
    retryNow() {
      isRetryRequested = true;
    },
    dispatchSoon: deps.runNow,
    async dispatchDue() {
      const late = await Promise.allSettled(
        [...unrecorded].map(([caseId, unrecordedPost]) => recordLate(caseId, unrecordedPost)),
      );
      forgetOldPosts();
      const now = deps.clock();
      if (isRetryRequested) {
        isRetryRequested = false;
        await rescheduleFailedAlerts(deps.outbox, now);
      }
      const latest = latestDueAt(now, deps.repeatMinutes);
      const { alerts, unreadable, isCrowd } = await findDueAlerts(deps.outbox, now, latest);
      dueWatch.startScan();
      deps.onUnreadable(unreadable);
      const { left, results } = await completeOpenedAlerts(
        { ...deps, note },
        selectDueAlerts({ ...dueWatch, mayTake }, alerts, now, latest),
        now,
      );
      const plan = await planPosts(deps, left, now, isCrowd);
      // In parallel: a hanging channel delays no other alert.
      const taken = await Promise.allSettled([
        ...plan.alone.map(async (planned) => ((await processAlert(planned, now)) ? 1 : 0)),
        ...plan.together.map(({ place, alerts: several, calls }) =>
          postCombined(
            calls
              ? createOnCallDependencies({ ...deps, ...createCombinedDependencies(now) }, now)
              : createCombinedDependencies(now),
            place,
            several,
          ),
        ),
      ]);
      if (plan.hasMore) deps.onBacklog();
      const failed = [...late, ...results, ...taken].find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      return taken.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0);
    },
  };
}

/** Names no case if someone is excluded from it. */
const alertMessage = (alert: AlertRecord): AlertMessage =>
  alert.withoutReference === true
    ? { urgency: alert.urgency }
    : {
        caseId: alert.caseId,
        urgency: alert.urgency,
        receivedOn: alert.receivedOn,
        ...(alert.kind && { kind: alert.kind }),
        reason: alert.reason,
        repeated: alert.state === 'posted',
        // Posted again after it was acknowledged: it can be acknowledged once more.
        ...(alert.state === 'posted' && alert.unopenedSince
          ? { unopened: true as const }
          : alert.acknowledgedOn && { acknowledgedOn: alert.acknowledgedOn }),
      };

interface UnrecordedPost {
  readonly post: AlertPost;
  /** By the monotonic clock. */
  readonly arrivedAtMs: number;
  readonly handledBy: AlertRecord['handledBy'];
  readonly urgency: AlertRecord['urgency'];
  readonly previousPosts: number;
}

const isRecorded = (alert: AlertRecord, { post: newPost }: UnrecordedPost): boolean =>
  alert.posts.some((post) => post.activityId === newPost.activityId && post.conversationId === newPost.conversationId);

/** If others came first, the post only joins them: this one is not due now. */
function withPost(alert: AlertRecord, unrecordedPost: UnrecordedPost, repeatMinutes: number | undefined): AlertRecord {
  const { post: newPost, previousPosts } = unrecordedPost;
  // The case went to others, who know nothing of it yet.
  if (isRecorded(alert, unrecordedPost) || alert.handledBy !== unrecordedPost.handledBy) return alert;
  if (alert.state === 'acknowledged') return { ...alert, posts: [...alert.posts, newPost], dueAt: newPost.postedAt };
  if (alert.posts.length > previousPosts) return { ...alert, posts: [...alert.posts, newPost] };
  if (alert.urgency === 'urgent' && unrecordedPost.urgency !== 'urgent') {
    // Someone is at risk since, which the post does not say: the alert is still due.
    const { leasedUntil: _lease, ...due } = alert;
    return { ...due, posts: [...alert.posts, newPost] };
  }
  return recordAlertPost(alert, newPost, repeatMinutes);
}

type OnCallDependencies = Pick<
  DispatcherDependencies,
  'sender' | 'clock' | 'random' | 'repeatMinutes' | 'log' | 'onRefused' | 'onArrived'
>;

type Note = CombinedPostDependencies['note'];

const nextOnCallTime = ({ clock, repeatMinutes }: Pick<OnCallDependencies, 'clock' | 'repeatMinutes'>): string =>
  new Date(clock().getTime() + repeatMinutes * 60_000).toISOString();

/**
 * Posts beside the handlers' channel until someone acknowledges it. Without a target it is not tried again. Throws
 * StoreError.
 */
async function notifyOnCall(
  deps: OnCallDependencies,
  lease: Versioned<AlertRecord>,
  target: AlertTarget | undefined,
  now: Date,
  note: Note,
): Promise<void> {
  if (target === undefined) return note(lease, (alert) => recordOnCallAttempt(alert, lease.value, now, {}));
  const { name } = target;
  const attempts = (lease.value.onCall?.attempts ?? 0) + 1;
  const outcome = await deps.sender.post(target, alertMessage(lease.value));
  if (outcome.kind === 'posted') {
    deps.log({ event: 'alertPosted', target: name, attempts });
    const post = { ...outcome.post, postedAt: deps.clock().toISOString() };
    const next = { dueAt: nextOnCallTime(deps), attempts: 0 };
    await note(lease, (alert) => recordOnCallAttempt(alert, lease.value, now, { post, next }));
    if (target.lost) await deps.onArrived(target);
    return undefined;
  }
  return noteOnCallFailure(deps, { tried: lease, target, outcome, now, note });
}

async function noteOnCallFailure(
  deps: Omit<OnCallDependencies, 'onArrived'>,
  failed: {
    readonly tried: Versioned<AlertRecord>;
    readonly target: AlertTarget;
    readonly outcome: AlertPostOutcome & { readonly code: string };
    readonly now: Date;
    readonly note: Note;
  },
): Promise<void> {
  const { tried: lease, target, outcome, now, note } = failed;
  const attempts = (lease.value.onCall?.attempts ?? 0) + 1;
  deps.log({ event: 'alertFailed', target: target.name, code: outcome.code, attempts });
  const retryAfterMs = outcome.kind === 'retry' ? outcome.afterMs : undefined;
  const wait = alertRetryBackoffMs('urgent', attempts, deps.random(), retryAfterMs);
  const next = { dueAt: new Date(deps.clock().getTime() + wait).toISOString(), attempts };
  await note(lease, (alert) => recordOnCallAttempt(alert, lease.value, now, { next }));
  if (outcome.kind === 'refused' && attempts === 1 && !target.lost) await deps.onRefused(target.name);
}

function createOnCallDependencies(
  deps: CombinedPostDependencies & Omit<OnCallDependencies, 'onArrived'>,
  now: Date,
): CombinedPostDependencies {
  const note: Note = (leased, change) =>
    deps.note(leased, (alert) => {
      // Other due posts need not wait for this lease.
      const { leasedUntil: _lease, ...rest } = change(alert);
      return rest;
    });
  return {
    ...deps,
    lease: (alert) => deps.lease({ ...alert, value: withOnCallLease(alert.value, alertLeaseEnd(now)) }),
    note(leased) {
      const next = { dueAt: nextOnCallTime(deps), attempts: 0 };
      return note(leased, (alert) => recordOnCallAttempt(alert, leased.value, now, { next }));
    },
    async onFailed({ target }, tried, outcome) {
      if (target) await noteOnCallFailure(deps, { tried, target, outcome, now, note });
    },
  };
}

const maxConcurrent = 20;

type VersionedAlert = Versioned<AlertRecord>;

interface CombinedPostDependencies extends Pick<DispatcherDependencies, 'sender' | 'clock' | 'repeatMinutes'> {
  /** `undefined` if another server has it. */
  readonly lease: (alert: VersionedAlert) => Promise<VersionedAlert | undefined>;
  readonly note: (leased: VersionedAlert, change: (alert: AlertRecord) => AlertRecord) => Promise<void>;
  /** The post may not have arrived: noted on one alert for all. */
  readonly onFailed: (
    place: NamedTarget,
    first: VersionedAlert,
    outcome: AlertPostOutcome & { readonly code: string },
  ) => Promise<void>;
  readonly onArrived: (place: NamedTarget) => Promise<void>;
}

/** Unless someone has it by now, it went to others, or someone is at risk since. */
function withCombinedPost(alert: AlertRecord, leased: AlertRecord, at: string, repeatMinutes: number): AlertRecord {
  if (alert.state === 'acknowledged' || alert.handledBy !== leased.handledBy) return alert;
  if (alert.urgency === 'urgent' && leased.urgency !== 'urgent') {
    const { leasedUntil: _lease, ...due } = alert;
    return due;
  }
  return recordCombinedAlertPost(alert, at, repeatMinutes);
}

async function runInBatches<T>(
  all: readonly VersionedAlert[],
  work: (one: VersionedAlert) => Promise<T>,
): Promise<readonly PromiseSettledResult<T>[]> {
  const done: PromiseSettledResult<T>[] = [];
  for (let begun = 0; begun < all.length; begun += maxConcurrent) {
    done.push(...(await Promise.allSettled(all.slice(begun, begun + maxConcurrent).map(work))));
  }
  return done;
}

/**
 * Posts how many alerts there are, without references. If it may not have arrived, their leases run out and they are
 * posted again. Returns how many were taken up. Throws StoreError, at the end.
 */
async function postCombined(
  deps: CombinedPostDependencies,
  place: NamedTarget,
  alerts: readonly VersionedAlert[],
): Promise<number> {
  const leases = await runInBatches(alerts, deps.lease);
  const leased = leases.flatMap((lease) => (lease.status === 'fulfilled' && lease.value ? [lease.value] : []));
  const results: PromiseSettledResult<unknown>[] = [...leases, ...(await postLeased(deps, place, leased))];
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return leased.length;
}

async function postLeased(
  deps: CombinedPostDependencies,
  place: NamedTarget,
  leased: readonly VersionedAlert[],
): Promise<readonly PromiseSettledResult<void>[]> {
  const [first] = leased;
  if (place.target === undefined || first === undefined) return [];
  const outcome = await deps.sender.post(place.target, {
    together: {
      fresh: leased.filter(({ value }) => value.state === 'waiting').length,
      again: leased.filter(({ value }) => value.state === 'posted').length,
      urgent: leased.filter(({ value }) => value.urgency === 'urgent').length,
    },
  });
  if (outcome.kind !== 'posted') {
    await deps.onFailed(place, first, outcome);
    return [];
  }
  const at = deps.clock().toISOString();
  const noted = await runInBatches(leased, (alert) =>
    deps.note(alert, (current) => withCombinedPost(current, alert.value, at, deps.repeatMinutes)),
  );
  await deps.onArrived(place);
  return noted;
}
