import type { AlertOutbox, DueAlerts } from '../../core/ports/alerts.ts';
import {
  endUnopenedAlert,
  type AlertPost,
  type AlertRecord,
  isAlertDue,
  isOnCallDue,
  isForOnCall,
  isReserveNoticeDue,
  isAlertMuted,
  maxAlertBackoffMs,
  withOnCallDue,
  resumeUnopenedAlert,
} from '../../core/model/alert-record.ts';
import {
  type AlertTarget,
  type AlertTargets,
  escalationChannels,
  onCallChannel,
  type TargetName,
} from '../../core/model/alert-targets.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { MonotonicClock } from '../../core/model/calendar.ts';
import { createLeaseObserver } from '../runtime/lease-observer.ts';
import type { ChannelRef, ChannelRateLimiter } from './channel-rate-limiter.ts';

/** Longer than a post can take. */
const alertLeaseMs = 20_000;
export const alertLeaseEnd = (now: Date): string => new Date(now.getTime() + alertLeaseMs).toISOString();
/** If a repeat is later than this, a clock is behind. */
const maxLateMs = 60_000;

const maxDue = 500;
const maxRetried = 200;

/** If too many are due, also finds those never posted. */
export async function findDueAlerts(
  outbox: Pick<AlertOutbox, 'due'>,
  now: Date,
  latest: Date,
): Promise<DueAlerts & { readonly isCrowd: boolean }> {
  const due = await outbox.due(now, maxDue, { latest });
  if (due.alerts.length < maxDue) return { ...due, isCrowd: false };
  const { alerts } = await outbox.due(now, maxDue, { latest, waiting: true });
  const known = new Set(alerts.map(({ value }) => value.caseId));
  const others = due.alerts.filter(({ value }) => !known.has(value.caseId));
  return { ...due, alerts: [...alerts, ...others], isCrowd: true };
}

/** A channel that asked for time is left alone. */
export async function rescheduleFailedAlerts(outbox: Pick<AlertOutbox, 'due' | 'write'>, now: Date): Promise<void> {
  const { alerts } = await outbox.due(new Date(now.getTime() + maxAlertBackoffMs), maxRetried);
  const waiting = alerts.filter(
    ({ value: { attempts, lastFailure, dueAt, leasedUntil } }) =>
      attempts > 0 && lastFailure !== 'http429' && dueAt && Date.parse(dueAt) > now.getTime() && !leasedUntil,
  );
  const dueAt = now.toISOString();
  await Promise.allSettled(waiting.map((alert) => outbox.write({ ...alert, value: { ...alert.value, dueAt } })));
}

/** Compares no two servers' clocks. */
interface DueWatch {
  /** Call it once a look, when the store has answered and before `mayTake`. */
  readonly startScan: () => void;
  /** `latest` is the latest time that a right clock can have set. */
  readonly mayTake: (alert: AlertRecord, now: Date, latest: Date) => boolean;
  /** The first time is when the alert itself may be posted. */
  readonly mayCallAgain: (alert: AlertRecord, now: Date, latest: Date) => boolean;
  readonly mayNotify: (alert: AlertRecord, now: Date, latest: Date) => boolean;
}

export function createDueWatch(monotonic: MonotonicClock, repeatMinutes: number): DueWatch {
  const leases = createLeaseObserver(monotonic);
  const repeats = createLeaseObserver(monotonic);
  /** Alerts set for an impossible time: another server may set it again and again. */
  const takenEarly = new Map<CaseId, number>();
  const cameDue = new Map<string, string>();
  let scannedAt = Number.NEGATIVE_INFINITY;
  let sinceLastScanMs = Number.POSITIVE_INFINITY;

  /** A lease that another server renews or ends in time is a new one, or gone. */
  const isLeased = (name: string, until: string | undefined): boolean =>
    until !== undefined && !leases.isStale(name, until, alertLeaseMs);

  function mayTakeEarly(caseId: CaseId): boolean {
    const lately = monotonic() - maxAlertBackoffMs;
    for (const [known, at] of takenEarly) if (at <= lately) takenEarly.delete(known);
    if (takenEarly.has(caseId)) return false;
    takenEarly.set(caseId, monotonic());
    return true;
  }

  /**
   * A server whose clock is hours ahead finds each repeat due right after the first post: one that was not due a moment
   * ago cannot have been due for long.
   */
  function mayRepeat(name: string, dueAt: string, version: string, now: Date): boolean {
    const overdueMs = now.getTime() - Date.parse(dueAt);
    if (overdueMs >= 0 && (overdueMs <= sinceLastScanMs + maxLateMs || cameDue.get(name) === dueAt)) {
      cameDue.set(name, dueAt);
      return true;
    }
    return repeats.isStale(name, version, repeatMinutes * 60_000);
  }

  return {
    startScan() {
      sinceLastScanMs = monotonic() - scannedAt;
      scannedAt = monotonic();
    },
    mayTake(alert, now, latest) {
      const { caseId, dueAt, leasedUntil, state, posts, repeats: count = 0 } = alert;
      if (dueAt === undefined || isLeased(caseId, leasedUntil)) return false;
      const isAhead = Date.parse(dueAt) > latest.getTime();
      if (!isAhead && !isAlertDue(alert, now)) return false;
      if (state === 'posted') return mayRepeat(caseId, dueAt, `${posts.length} ${count}`, now);
      return !isAhead || mayTakeEarly(caseId);
    },
    mayCallAgain(alert, now, latest) {
      const { caseId, leasedUntil, onCall, onCallPosts } = alert;
      if (onCall === undefined || !isOnCallDue(alert, now, latest) || isLeased(caseId, leasedUntil)) return false;
      const name = `call ${caseId}`;
      if (onCall.held) return !isLeased(name, onCall.dueAt);
      return onCall.attempts > 0 || mayRepeat(name, onCall.dueAt, onCallPosts?.at(-1)?.postedAt ?? '', now);
    },
    mayNotify: (alert, now, latest) =>
      isReserveNoticeDue(alert, now, latest) &&
      !isLeased(alert.caseId, alert.leasedUntil) &&
      !isLeased(`notice ${alert.caseId}`, alert.notice?.held && alert.notice.dueAt),
  };
}

export const selectDueAlerts = (watch: DueWatch, alerts: DueAlerts['alerts'], now: Date, latest: Date) =>
  alerts
    .map((alert) => {
      const isDue = watch.mayTake(alert.value, now, latest);
      const calls = watch.mayCallAgain(alert.value, now, latest);
      return { alert, isDue, callsOnCall: calls, notifiesReserve: watch.mayNotify(alert.value, now, latest) };
    })
    .filter(({ isDue, notifiesReserve, callsOnCall }) => isDue || notifiesReserve || callsOnCall);

export interface NamedTarget {
  readonly name: TargetName;
  readonly target: AlertTarget | undefined;
}

interface ChannelDependencies {
  readonly targets: AlertTargets;
  readonly budget: ChannelRateLimiter;
  /** Outside these hours someone on call is notified as well. */
  readonly isStaffed: (now: Date) => boolean;
}

interface DueEntry {
  readonly alert: Versioned<AlertRecord>;
  readonly isDue: boolean;
  readonly notifiesReserve: boolean;
  readonly callsOnCall: boolean;
}
export type PlannedPost = DueEntry & { readonly place: NamedTarget; readonly onCall?: AlertTarget | undefined };

export interface OpeningDependencies extends ChannelDependencies {
  /** In minutes, for an acknowledged urgent alert whose case no one has opened. */
  readonly openMinutes: number;
  /** True also if no one has to open it any more. Throws StoreError. */
  readonly isOpened: (caseId: CaseId) => Promise<boolean>;
  readonly note: (found: Versioned<AlertRecord>, change: (alert: AlertRecord) => AlertRecord) => Promise<void>;
}

/**
 * Ends acknowledged alerts whose cases were opened since. Others come again in time, as do those with an unreadable
 * case. The case of an alert that cannot be posted is not read. Never rejects.
 */
export async function completeOpenedAlerts(
  deps: OpeningDependencies,
  due: readonly DueEntry[],
  now: Date,
): Promise<{ readonly left: readonly DueEntry[]; readonly results: readonly PromiseSettledResult<unknown>[] }> {
  const again = due.map((one): DueEntry => {
    const value = resumeUnopenedAlert(one.alert.value, now, deps.openMinutes);
    return { ...one, alert: { ...one.alert, value } };
  });
  const awaitsOpening = ({ isDue, alert: { value } }: DueEntry): boolean =>
    isDue && value.state === 'posted' && value.unopenedSince !== undefined;
  const isHeld = createHeldCheck(deps, now);
  const read = await Promise.allSettled(
    again.map(async (one): Promise<'left' | 'held' | 'opened'> => {
      if (!awaitsOpening(one)) return 'left';
      if (await isHeld(one.alert.value)) return 'held';
      return (await deps.isOpened(one.alert.value.caseId)) ? 'opened' : 'left';
    }),
  );
  const openingState = (index: number) => {
    const result = read[index];
    return result?.status === 'fulfilled' ? result.value : 'left';
  };
  const opened = due.filter((_one, index) => openingState(index) === 'opened');
  const noted = await Promise.allSettled(opened.map(({ alert }) => deps.note(alert, endUnopenedAlert)));
  const left = again.flatMap((one, index): readonly DueEntry[] => {
    const state = openingState(index);
    if (state === 'left') return [one];
    return state === 'held' && (one.notifiesReserve || one.callsOnCall) ? [{ ...one, isDue: false }] : [];
  });
  return { left, results: [...read, ...noted] };
}

const maxPosts = 20;

interface CombinedPost {
  readonly place: NamedTarget;
  readonly alerts: readonly Versioned<AlertRecord>[];
  readonly calls: boolean;
}

export interface PlanDependencies extends ChannelDependencies {
  /** 0 for someone's first reports, more for their later ones. */
  readonly alertRank: (caseId: CaseId) => Promise<number>;
  /** After so many unacknowledged repeats, an urgent alert comes once a day. */
  readonly maxRepeats: number;
}

function alertPriority({ state, urgency }: AlertRecord, rank: number): number {
  if (state === 'acknowledged') return 5;
  if (state === 'posted') return rank === 0 ? 2 : 4;
  if (rank === 0) return urgency === 'urgent' ? 0 : 1;
  return 3;
}

async function sortByPriority(rankOf: PlanDependencies['alertRank'], due: readonly DueEntry[]) {
  const ranked = await Promise.all(
    due.map(async (one) => {
      const { value } = one.alert;
      const calls = one.callsOnCall || (one.isDue && value.onCall === undefined && isForOnCall(value));
      const rank = one.isDue || calls ? await rankOf(value.caseId) : 0;
      return { ...one, callsOnCall: calls, rank, stage: alertPriority(value, rank) };
    }),
  );
  const urgentFirst = (one: AlertRecord): number => (one.urgency === 'urgent' ? 0 : 1);
  return ranked.toSorted(
    (one, other) =>
      one.stage - other.stage ||
      urgentFirst(one.alert.value) - urgentFirst(other.alert.value) ||
      one.rank - other.rank ||
      Date.parse(one.alert.value.dueAt ?? '') - Date.parse(other.alert.value.dueAt ?? ''),
  );
}

/** Decides which alerts get a post alone and which share one. No channel gets more than it takes. */
export async function planPosts(
  deps: PlanDependencies,
  due: readonly DueEntry[],
  now: Date,
  isCrowd: boolean,
): Promise<{
  readonly alone: readonly PlannedPost[];
  readonly together: readonly CombinedPost[];
  readonly hasMore: boolean;
}> {
  const budget = createCachedBudget(deps.budget);
  const read = cacheTargets(deps);
  const alone: PlannedPost[] = [];
  const combinedByName = new Map<
    string,
    { -readonly [Key in keyof CombinedPost]: CombinedPost[Key] } & { isPressing: boolean }
  >();
  const addToCombined = (
    place: NamedTarget,
    alert: Versioned<AlertRecord>,
    calls: boolean,
    isPressing: boolean,
  ): void => {
    const crowd = combinedByName.get(place.name) ?? { place, alerts: [], calls, isPressing: false };
    combinedByName.set(place.name, {
      ...crowd,
      alerts: [...crowd.alerts, alert],
      isPressing: crowd.isPressing || isPressing,
    });
  };
  let hasMore = false;

  async function plan(one: Awaited<ReturnType<typeof sortByPriority>>[number]): Promise<void> {
    const { value } = one.alert;
    const reserve = one.notifiesReserve ? await read('reserve') : undefined;
    const tells = one.notifiesReserve && (reserve === undefined || (await budget.turn(reserve)));
    const place = one.isDue
      ? await chooseTarget(read, value, budget.isHeld)
      : { name: value.handledBy, target: undefined };
    const isFirst = value.state === 'waiting' && value.urgency === 'urgent' && one.rank === 0;
    const onCallName = onCallChannel(value.handledBy);
    const onCall = one.callsOnCall && !deps.isStaffed(now) ? await read(onCallName) : undefined;
    const isFirstCall = one.rank === 0 && (value.state === 'waiting' || value.onCallPosts === undefined);
    const called = onCall && (await choosePostDelivery(budget, value, onCall, isFirstCall));
    const calls = one.callsOnCall && (onCall === undefined ? value.onCall !== undefined : called === 'alone');
    // If someone on call cannot be notified now, that stays due whether or not the alert itself is posted.
    const alert = onCall && !calls ? { ...one.alert, value: withOnCallDue(value, now) } : one.alert;
    const fits = one.isDue ? await chooseDelivery(budget, value, place, { deps, isFirst, now }) : 'notNow';
    hasMore ||= fits === 'paced' || called === 'paced';
    // Someone on call is notified now: the others with the next look.
    if (fits === 'together' && !calls) addToCombined(place, alert, false, isFirst);
    if (tells || calls || fits === 'alone') {
      alone.push({ ...one, alert, notifiesReserve: tells, callsOnCall: calls, onCall, isDue: fits === 'alone', place });
    } else if (called === 'together') addToCombined({ name: onCallName, target: onCall }, one.alert, true, isFirstCall);
  }
  async function planEach(ordered: readonly Parameters<typeof plan>[0][]): Promise<void> {
    for (const one of ordered) {
      if (alone.length >= maxPosts) {
        hasMore = true;
        return;
      }
      await plan(one);
    }
  }
  const ordered = await sortByPriority(deps.alertRank, due);
  const isChange = ({ alert }: DueEntry): boolean => alert.value.state === 'acknowledged';
  await planEach(ordered.filter((one) => !isChange(one)));
  const together: CombinedPost[] = [];
  const combinedIds = new Set<CaseId>();
  // Those on call come last: the next look tries the alerts that the others get now.
  for (const crowd of [...combinedByName.values()].toSorted((one, other) => Number(one.calls) - Number(other.calls))) {
    const { target } = crowd.place;
    const alerts = crowd.alerts.filter(({ value }) => !combinedIds.has(value.caseId));
    if (target === undefined || alerts.length === 0 || !(await budget.turn(target))) continue;
    if (await deps.budget.takeCombined(target, crowd.isPressing || isCrowd)) {
      together.push({ ...crowd, alerts });
      for (const { value } of alerts) combinedIds.add(value.caseId);
    } else budget.giveBack(target);
  }
  await planEach(ordered.filter(isChange));
  return { alone, together, hasMore };
}

async function chooseDelivery(
  budget: CachedBudget,
  alert: AlertRecord,
  { target }: NamedTarget,
  { deps, isFirst, now }: { readonly deps: PlanDependencies; readonly isFirst: boolean; readonly now: Date },
): Promise<'alone' | 'together' | 'paced' | 'notNow'> {
  if (alert.state === 'acknowledged') return chooseUpdateDelivery(budget, alert);
  if (target === undefined || isAlertMuted(alert, now, deps.maxRepeats)) return 'alone';
  return choosePostDelivery(budget, alert, target, isFirst);
}

async function choosePostDelivery(
  budget: CachedBudget,
  alert: AlertRecord,
  target: AlertTarget,
  isFirst: boolean,
): Promise<'alone' | 'together' | 'paced' | 'notNow'> {
  if (await budget.isHeld(target)) return 'notNow';
  if (!(await budget.turn(target))) return 'paced';
  // Someone may be excluded from its case: a count would reveal more than the post that names nothing.
  if (alert.withoutReference === true || (await budget.post(target, isFirst))) return 'alone';
  budget.giveBack(target);
  return 'together';
}

async function chooseUpdateDelivery(budget: CachedBudget, alert: AlertRecord): Promise<'alone' | 'paced' | 'notNow'> {
  if (alert.withoutReference === true) return 'alone';
  const taken: ChannelRef[] = [];
  for (const { channelId } of lastPostsByChannel(alert)) {
    const channel = { conversationId: channelId };
    const isHeld = await budget.isHeld(channel);
    if (isHeld || !(await budget.turn(channel))) {
      taken.forEach(budget.giveBack);
      return isHeld ? 'notNow' : 'paced';
    }
    taken.push(channel);
  }
  return 'alone';
}

export function lastPostsByChannel({ posts, onCallPosts = [] }: AlertRecord) {
  const last = new Map<string, AlertPost>();
  for (const post of [...posts, ...onCallPosts]) last.set(post.conversationId.split(';messageid=')[0] ?? '', post);
  return [...last].map(([channelId, post]) => ({ channelId, post }));
}

const failuresBeforeEscalation = 2;

/** The reserve's alerts go to the reserve alone; an urgent repeat takes channels in turn and skips one on hold. */
async function chooseTarget(
  read: AlertTargets['read'],
  alert: AlertRecord,
  isHeld: ChannelRateLimiter['isHeld'],
): Promise<NamedTarget> {
  const names = alert.urgency === 'urgent' ? escalationChannels(alert.handledBy) : [];
  const set = (await Promise.all(names.map(read))).filter((one) => one !== undefined);
  const first: NamedTarget = { name: alert.handledBy, target: await read(alert.handledBy) };
  const places: readonly NamedTarget[] = [first, ...set.map((target) => ({ name: target.name, target }))];
  const { attempts, repeats = 0 } = alert;
  const turn = alert.state === 'posted' ? repeats + 1 + attempts : Math.max(0, attempts - failuresBeforeEscalation + 1);
  const from = turn % places.length;
  const inTurn = [...places.slice(from), ...places.slice(0, from)];
  for (const place of inTurn) if (place.target === undefined || !(await isHeld(place.target))) return place;
  return inTurn[0] ?? first;
}

function cacheTargets({ targets }: Pick<ChannelDependencies, 'targets'>): AlertTargets['read'] {
  const known = new Map<TargetName, Promise<AlertTarget | undefined>>();
  return (name) => {
    const target = known.get(name) ?? targets.read(name);
    known.set(name, target);
    return target;
  };
}

/** Whether all channels of a due alert are on hold. Rejects with StoreError. */
function createHeldCheck(deps: ChannelDependencies, now: Date): (alert: AlertRecord) => Promise<boolean> {
  const { isHeld } = createCachedBudget(deps.budget);
  const read = cacheTargets(deps);
  return async (alert) => {
    const { target } = await chooseTarget(read, alert, isHeld);
    if (target === undefined || !(await isHeld(target))) return false;
    if (deps.isStaffed(now) || !isForOnCall(alert)) return true;
    const onCall = await read(onCallChannel(alert.handledBy));
    return onCall === undefined || isHeld(onCall);
  };
}

function createCachedBudget(budget: ChannelRateLimiter) {
  const heldChannels = new Map<string, Promise<boolean>>();
  const usedUp = new Set<string>();
  const spare = new Set<string>();
  const take = async (name: string, ask: () => Promise<boolean>): Promise<boolean> => {
    if (usedUp.has(name)) return false;
    const isTaken = await ask();
    if (!isTaken) usedUp.add(name);
    return isTaken;
  };
  const isHeld: ChannelRateLimiter['isHeld'] = (target) => {
    const known = heldChannels.get(target.conversationId) ?? budget.isHeld(target);
    heldChannels.set(target.conversationId, known);
    return known;
  };
  const takeToken: ChannelRateLimiter['takeToken'] = async (target) =>
    !(await isHeld(target)) &&
    (spare.delete(target.conversationId) ||
      (await take(`turn ${target.conversationId}`, () => budget.takeToken(target))));
  return {
    isHeld,
    turn: takeToken,
    giveBack: (target: ChannelRef) => void spare.add(target.conversationId),
    post: (target: ChannelRef, isFirst: boolean) =>
      take(`post ${isFirst} ${target.conversationId}`, () => budget.takePost(target, isFirst)),
  };
}
type CachedBudget = ReturnType<typeof createCachedBudget>;
