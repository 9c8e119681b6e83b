import type { AlertMessage, AlertOutbox, AlertSender, PostOutcome } from '../../core/ports/alerts.ts';
import {
  afterCall,
  afterCombinedPost,
  afterFailure,
  afterNotice,
  afterPost,
  afterQuietLook,
  afterUpdate,
  type AlertPost,
  type AlertRecord,
  isQuiet,
  isUnheard,
  latestDue,
  waitAfterFailure,
  withCallHeld,
  withNoticeHeld,
} from '../../core/model/alert-record.ts';
import { type AlertTarget, isOfAlerts, type TargetName } from '../../core/model/alert-targets.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import type { CaseId } from '../../core/model/codes.ts';
import type { Clock, Monotonic } from '../../core/model/calendar.ts';
import type { EventLog } from '../runtime/event-log.ts';
import {
  bringForward,
  createDueWatch,
  dueOf,
  lastPosts,
  leaseEnd,
  lookForDue,
  type OpeningDependencies,
  type Place,
  type PlanDependencies,
  type Planned,
  planPosts,
  withoutOpened,
} from './alert-planning.ts';
import { heedfulSender } from './channel-budget.ts';

const toldLatelyMs = 3_600_000;

const noChannelWaitMs = 30_000;

interface DispatcherDependencies extends PlanDependencies, Omit<OpeningDependencies, 'note'> {
  readonly outbox: AlertOutbox;
  readonly sender: AlertSender;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  /** Between 0 and 1, for the spread of waits. */
  readonly chance: () => number;
  readonly repeatMinutes: number;
  readonly log: EventLog;
  readonly onRefused: (target: TargetName) => Promise<void>;
  /** A post arrived in a channel that was lost. */
  readonly onArrived: (target: AlertTarget) => Promise<void>;
  /** Called until it resolves to true: the admins were told. */
  readonly onUnheard: () => Promise<boolean>;
  readonly nudge: () => void;
  /** More can be posted as soon as the pace of a channel lets it. */
  readonly onMore: () => void;
  readonly onSetAside: (alerts: number) => void;
}

export interface AlertDispatcher {
  /** Handles everything that is due; returns how many alerts it took up. Throws StoreError. */
  readonly dispatchDue: () => Promise<number>;
  readonly dispatchSoon: () => void;
  /** Has the next look try what failed, however long it was to wait. */
  readonly hurry: () => void;
}

export function createAlertDispatcher(deps: DispatcherDependencies): AlertDispatcher {
  /** Posts that the store could not note: while they are known here, they are not made again. */
  const unrecorded = new Map<CaseId, Unrecorded>();
  const watch = createDueWatch(deps.monotonic, deps.repeatMinutes);
  const sender = heedfulSender(deps.sender, deps.budget);
  let unheardToldAt = Number.NEGATIVE_INFINITY;
  let isHurried = false;

  /** If the record moved on meanwhile, the outcome goes on the newer one: a post is never forgotten. */
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
    // A channel that asked for time is left alone; an urgent alert may go to another meanwhile.
    const asked = outcome.kind === 'retry' && leased.value.urgency !== 'urgent' ? outcome.afterMs : undefined;
    return note(leased, (alert) => {
      if (alert.handledBy !== leased.value.handledBy) return alert;
      // An addition leaves at its own time, which does not say when someone typed.
      if (leased.value.state === 'acknowledged' && alert.state !== 'acknowledged')
        return afterUpdate(alert, deps.openMinutes);
      const wait =
        outcome.code === 'noTarget'
          ? noChannelWaitMs
          : waitAfterFailure(alert.urgency, alert.attempts + 1, deps.chance(), asked);
      return afterFailure(alert, outcome.code, new Date(deps.clock().getTime() + wait));
    });
  }

  async function tellOfUnheard(): Promise<boolean> {
    if (deps.monotonic() - unheardToldAt < toldLatelyMs) return true;
    const isTold = await deps.onUnheard();
    if (isTold) unheardToldAt = deps.monotonic();
    return isTold;
  }

  async function leave(leased: Versioned<AlertRecord>, now: Date): Promise<boolean> {
    const isTold = leased.value.adminsTold === true || (await tellOfUnheard());
    const isLeft = isQuiet(leased.value, now, deps.repeats);
    if (isLeft) await note(leased, (alert) => afterQuietLook(alert, now, isTold));
    return isLeft;
  }

  async function post(leased: Versioned<AlertRecord>, { name, target }: Place, now: Date): Promise<void> {
    if (isUnheard(leased.value, deps.repeats) && (await leave(leased, now))) return undefined;
    if (target === undefined) return noteFailure(leased, name, { kind: 'refused', code: 'noTarget' });
    // Also if the target is lost: an alert is worth a post that is refused.
    const outcome = await sender.post(target, messageOf(leased.value));
    if (outcome.kind !== 'posted') return notPosted({ name, target }, leased, outcome);
    deps.log({ event: 'alertPosted', target: name, attempts: leased.value.attempts + 1 });
    const arrived = { ...outcome.post, postedAt: deps.clock().toISOString() };
    const { handledBy, urgency, posts } = leased.value;
    const made: Unrecorded = { arrived, for: handledBy, urgency, after: posts.length };
    unrecorded.set(leased.value.caseId, made);
    await record(leased, made);
    if (target.lost) await deps.onArrived(target);
    return undefined;
  }

  async function notPosted(
    { name, target }: Place,
    leased: Versioned<AlertRecord>,
    outcome: PostOutcome & { readonly code: string },
  ): Promise<void> {
    await noteFailure(leased, name, outcome);
    const isNew = outcome.kind === 'refused' && leased.value.lastFailure !== outcome.code;
    if (isNew && target?.lost === false) await deps.onRefused(name);
  }

  async function record(current: Versioned<AlertRecord>, made: Unrecorded): Promise<void> {
    await note(current, (alert) => withPost(alert, made, deps.repeatMinutes));
    unrecorded.delete(current.value.caseId);
  }

  /** The lease still keeps others from posting it again. */
  async function recordLate(caseId: CaseId, made: Unrecorded): Promise<void> {
    const current = await deps.outbox.read(caseId);
    if (current === undefined || isRecorded(current.value, made)) unrecorded.delete(caseId);
    else await record(current, made);
  }

  async function update(leased: Versioned<AlertRecord>): Promise<void> {
    // Someone who is shut out of the case reads the channel: a post that changes would tell them of it.
    if (leased.value.withoutReference === true) return note(leased, (alert) => afterUpdate(alert, deps.openMinutes));
    const targets = await deps.targets.all();
    for (const { channelId, post: posted } of lastPosts(leased.value)) {
      const target = targets.find(({ name, conversationId }) => isOfAlerts(name) && conversationId === channelId);
      const outcome = await sender.update(posted, target?.language ?? 'en', messageOf(leased.value));
      if (outcome.kind === 'retry') return noteFailure(leased, target?.name ?? leased.value.handledBy, outcome);
    }
    return note(leased, (alert) => afterUpdate(alert, deps.openMinutes));
  }

  /** Says that one person did something to a case alone, and not which case. */
  async function tellReserve(tried: Versioned<AlertRecord>, now: Date): Promise<void> {
    const attempts = (tried.value.notice?.attempts ?? 0) + 1;
    const target = await deps.targets.read('reserve');
    const outcome: PostOutcome = target
      ? await sender.post(target, { urgency: 'standard', oversight: true })
      : { kind: 'refused', code: 'noTarget' };
    const noted = (again?: Date) => note(tried, (alert) => afterNotice(alert, tried.value, now, again));
    if (outcome.kind === 'posted') {
      deps.log({ event: 'alertPosted', target: 'reserve', attempts });
      await noted();
      if (target?.lost) await deps.onArrived(target);
      return;
    }
    deps.log({ event: 'alertFailed', target: 'reserve', code: outcome.code, attempts });
    const asked = outcome.kind === 'retry' ? outcome.afterMs : undefined;
    const wait = target ? waitAfterFailure('standard', attempts, deps.chance(), asked) : noChannelWaitMs;
    await noted(new Date(now.getTime() + wait));
    if (outcome.kind === 'refused' && attempts === 1 && target && !target.lost) await deps.onRefused('reserve');
  }

  async function take({ alert: found, isDue, tells, calls, onCall, place }: Planned, now: Date): Promise<boolean> {
    const until = leaseEnd(now);
    const toTell = tells ? withNoticeHeld(found.value, until) : found.value;
    const alert = { ...found, value: calls ? withCallHeld(toTell, until) : toTell };
    const { dueAt } = alert.value;
    const isAhead = dueAt !== undefined && Date.parse(dueAt) > latestDue(now, deps.repeatMinutes).getTime();
    const value = { ...alert.value, ...(isAhead && { dueAt: now.toISOString() }), leasedUntil: until };
    const leased = await deps.outbox.write({ ...alert, value });
    if (leased === undefined) return false;
    const handled = await Promise.allSettled([
      tells && tellReserve(leased, now),
      calls && tellOnCall({ ...deps, sender }, leased, onCall, now, note),
      isDue && (leased.value.state === 'acknowledged' ? update(leased) : post(leased, place, now)),
    ]);
    const failed = handled.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return true;
  }

  const together = (now: Date) => ({
    ...deps,
    sender,
    note,
    lease: (alert: Versioned<AlertRecord>) =>
      deps.outbox.write({ ...alert, value: { ...alert.value, leasedUntil: leaseEnd(now) } }),
    onFailed: notPosted,
    async onArrived({ name, target }: Place) {
      deps.log({ event: 'alertPosted', target: name, attempts: 1 });
      if (target?.lost) await deps.onArrived(target);
    },
  });

  return {
    hurry() {
      isHurried = true;
    },
    dispatchSoon: deps.nudge,
    async dispatchDue() {
      const late = await Promise.allSettled([...unrecorded].map(([caseId, made]) => recordLate(caseId, made)));
      const now = deps.clock();
      if (isHurried) {
        isHurried = false;
        await bringForward(deps.outbox, now);
      }
      const latest = latestDue(now, deps.repeatMinutes);
      const { alerts, unreadable, isCrowd } = await lookForDue(deps.outbox, now, latest);
      watch.look();
      deps.onSetAside(unreadable);
      const { left, results } = await withoutOpened({ ...deps, note }, dueOf(watch, alerts, now, latest), now);
      const plan = await planPosts(deps, left, now, isCrowd);
      // Side by side, so that one channel that hangs keeps no other alert waiting.
      const taken = await Promise.allSettled([
        ...plan.alone.map(async (planned) => ((await take(planned, now)) ? 1 : 0)),
        ...plan.together.map(({ place, alerts: several, calls }) =>
          postTogether(calls ? togetherOnCall({ ...deps, ...together(now) }, now) : together(now), place, several),
        ),
      ]);
      if (plan.hasMore) deps.onMore();
      const failed = [...late, ...results, ...taken].find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      return taken.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0);
    },
  };
}

/** Names no case if someone is shut out of it. */
const messageOf = (alert: AlertRecord): AlertMessage =>
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

/** For whom it was, how urgent it said the case is, and how many posts the alert had before. */
interface Unrecorded {
  readonly arrived: AlertPost;
  readonly for: AlertRecord['handledBy'];
  readonly urgency: AlertRecord['urgency'];
  readonly after: number;
}

const isRecorded = (alert: AlertRecord, { arrived }: Unrecorded): boolean =>
  alert.posts.some((post) => post.activityId === arrived.activityId && post.conversationId === arrived.conversationId);

/** If others came first, the post only joins them: this one is not due now. */
function withPost(alert: AlertRecord, made: Unrecorded, repeatMinutes: number | undefined): AlertRecord {
  const { arrived, after } = made;
  // The case went to others, who have been told nothing yet.
  if (isRecorded(alert, made) || alert.handledBy !== made.for) return alert;
  if (alert.state === 'acknowledged') return { ...alert, posts: [...alert.posts, arrived], dueAt: arrived.postedAt };
  if (alert.posts.length > after) return { ...alert, posts: [...alert.posts, arrived] };
  if (alert.urgency === 'urgent' && made.urgency !== 'urgent') {
    // Someone is at risk since, which the post does not say: the alert is still due.
    const { leasedUntil: _lease, ...due } = alert;
    return { ...due, posts: [...alert.posts, arrived] };
  }
  return afterPost(alert, arrived, repeatMinutes);
}

type TellOnCallDependencies = Pick<
  DispatcherDependencies,
  'sender' | 'clock' | 'chance' | 'repeatMinutes' | 'log' | 'onRefused' | 'onArrived'
>;

type Note = PostTogetherDependencies['note'];

const nextCall = ({ clock, repeatMinutes }: Pick<TellOnCallDependencies, 'clock' | 'repeatMinutes'>): string =>
  new Date(clock().getTime() + repeatMinutes * 60_000).toISOString();

/**
 * Beside the channel of those who handle the case, again and again until someone acknowledges it. Without a target it
 * is not tried again. Throws StoreError.
 */
async function tellOnCall(
  deps: TellOnCallDependencies,
  tried: Versioned<AlertRecord>,
  target: AlertTarget | undefined,
  now: Date,
  note: Note,
): Promise<void> {
  if (target === undefined) return note(tried, (alert) => afterCall(alert, tried.value, now, {}));
  const { name } = target;
  const attempts = (tried.value.onCall?.attempts ?? 0) + 1;
  const outcome = await deps.sender.post(target, messageOf(tried.value));
  if (outcome.kind === 'posted') {
    deps.log({ event: 'alertPosted', target: name, attempts });
    const post = { ...outcome.post, postedAt: deps.clock().toISOString() };
    const next = { dueAt: nextCall(deps), attempts: 0 };
    await note(tried, (alert) => afterCall(alert, tried.value, now, { post, next }));
    if (target.lost) await deps.onArrived(target);
    return undefined;
  }
  return noteFailedCall(deps, { tried, target, outcome, now, note });
}

async function noteFailedCall(
  deps: Omit<TellOnCallDependencies, 'onArrived'>,
  failed: {
    readonly tried: Versioned<AlertRecord>;
    readonly target: AlertTarget;
    readonly outcome: PostOutcome & { readonly code: string };
    readonly now: Date;
    readonly note: Note;
  },
): Promise<void> {
  const { tried, target, outcome, now, note } = failed;
  const attempts = (tried.value.onCall?.attempts ?? 0) + 1;
  deps.log({ event: 'alertFailed', target: target.name, code: outcome.code, attempts });
  const asked = outcome.kind === 'retry' ? outcome.afterMs : undefined;
  const wait = waitAfterFailure('urgent', attempts, deps.chance(), asked);
  const next = { dueAt: new Date(deps.clock().getTime() + wait).toISOString(), attempts };
  await note(tried, (alert) => afterCall(alert, tried.value, now, { next }));
  if (outcome.kind === 'refused' && attempts === 1 && !target.lost) await deps.onRefused(target.name);
}

function togetherOnCall(
  deps: PostTogetherDependencies & Omit<TellOnCallDependencies, 'onArrived'>,
  now: Date,
): PostTogetherDependencies {
  const note: Note = (leased, change) =>
    deps.note(leased, (alert) => {
      // Other posts that are due need not wait for this lease.
      const { leasedUntil: _lease, ...rest } = change(alert);
      return rest;
    });
  return {
    ...deps,
    lease: (alert) => deps.lease({ ...alert, value: withCallHeld(alert.value, leaseEnd(now)) }),
    note(leased) {
      const next = { dueAt: nextCall(deps), attempts: 0 };
      return note(leased, (alert) => afterCall(alert, leased.value, now, { next }));
    },
    async onFailed({ target }, tried, outcome) {
      if (target) await noteFailedCall(deps, { tried, target, outcome, now, note });
    },
  };
}

const atOnce = 20;

type Standing = Versioned<AlertRecord>;

interface PostTogetherDependencies extends Pick<DispatcherDependencies, 'sender' | 'clock' | 'repeatMinutes'> {
  /** `undefined` if another server has it. */
  readonly lease: (alert: Standing) => Promise<Standing | undefined>;
  readonly note: (leased: Standing, change: (alert: AlertRecord) => AlertRecord) => Promise<void>;
  /** The post may not have arrived: noted on one alert of all. */
  readonly onFailed: (place: Place, first: Standing, outcome: PostOutcome & { readonly code: string }) => Promise<void>;
  readonly onArrived: (place: Place) => Promise<void>;
}

/** Unless someone has it by now, it went to others, or someone is at risk since. */
function withTold(alert: AlertRecord, told: AlertRecord, at: string, repeatMinutes: number): AlertRecord {
  if (alert.state === 'acknowledged' || alert.handledBy !== told.handledBy) return alert;
  if (alert.urgency === 'urgent' && told.urgency !== 'urgent') {
    const { leasedUntil: _lease, ...due } = alert;
    return due;
  }
  return afterCombinedPost(alert, at, repeatMinutes);
}

async function inBatches<T>(
  all: readonly Standing[],
  work: (one: Standing) => Promise<T>,
): Promise<readonly PromiseSettledResult<T>[]> {
  const done: PromiseSettledResult<T>[] = [];
  for (let begun = 0; begun < all.length; begun += atOnce) {
    done.push(...(await Promise.allSettled(all.slice(begun, begun + atOnce).map(work))));
  }
  return done;
}

/**
 * Tells how many alerts there are in one post, and no reference. They count as told only if it surely arrived;
 * otherwise their leases run out and they are told again. Returns how many were taken up. Throws StoreError, at the
 * end.
 */
async function postTogether(
  deps: PostTogetherDependencies,
  place: Place,
  alerts: readonly Standing[],
): Promise<number> {
  const leases = await inBatches(alerts, deps.lease);
  const leased = leases.flatMap((lease) => (lease.status === 'fulfilled' && lease.value ? [lease.value] : []));
  const results: PromiseSettledResult<unknown>[] = [...leases, ...(await postLeased(deps, place, leased))];
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return leased.length;
}

async function postLeased(
  deps: PostTogetherDependencies,
  place: Place,
  leased: readonly Standing[],
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
  const noted = await inBatches(leased, (alert) =>
    deps.note(alert, (current) => withTold(current, alert.value, at, deps.repeatMinutes)),
  );
  await deps.onArrived(place);
  return noted;
}
