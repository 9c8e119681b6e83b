import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import { isQuiet } from '../../concerns/records/alert-schedule.ts';
import { type AlertTarget, type AlertTargets, onCallChannel } from '../../concerns/records/alert-targets.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { isForOnCall, withCallDue } from '../../concerns/records/on-call-schedule.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { budgetOfLook, type BudgetOfLook, type Channel } from './look-budget.ts';
import { lastPosts } from './made-posts.ts';
import { type Place, placeOf, readOnce } from './places.ts';
import type { TargetBudget } from './target-budget.ts';

/** So many alerts are posted or changed in one look, side by side. */
const atOnce = 20;

/** An alert to be taken up: what of it is due, and where it is posted. */
export interface TakenUp {
  readonly alert: Versioned<AlertRecord>;
  readonly isDue: boolean;
  /** The reserve is to be told of something. */
  readonly tells: boolean;
  /** Somebody on call is to be told again. */
  readonly calls: boolean;
}
/** The channel of somebody on call is missing if there is none, or nobody need be told any more. */
export type Planned = TakenUp & { readonly place: Place; readonly onCall?: AlertTarget | undefined };

/** Alerts that one post tells of. */
interface Crowd {
  readonly place: Place;
  readonly alerts: readonly Versioned<AlertRecord>[];
  /** The channel is that of somebody on call. */
  readonly calls: boolean;
}

export interface PlannedPosts {
  /** Those that are posted or changed by themselves. */
  readonly alone: readonly Planned[];
  /** Those that one post tells of, for each channel. */
  readonly together: readonly Crowd[];
  /** More can be posted as soon as the pace of a channel lets it. */
  readonly hasMore: boolean;
}

export interface PlanDependencies {
  readonly targets: AlertTargets;
  readonly budget: TargetBudget;
  /** Whether those who handle reports look at them at an instant: outside these hours somebody on call is told. */
  readonly isStaffed: (now: Date) => boolean;
  /** Where an alert stands in line: 0 for somebody's first reports, more for their later ones. */
  readonly rankOf: (caseId: CaseId) => Promise<number>;
  /** After so many repeats an urgent alert that nobody acknowledged comes once a day. */
  readonly repeats: number;
}

/** First posts of somebody's first reports come before all else, urgent ones before others; then what was posted before. */
function stageOf({ state, urgency }: AlertRecord, rank: number): number {
  if (state === 'acknowledged') return 5;
  if (state === 'posted') return rank === 0 ? 2 : 4;
  if (rank === 0) return urgency === 'urgent' ? 0 : 1;
  return 3;
}

/** The alerts in the order in which they are posted, each with its rank. Somebody on call is told of each that is due. */
async function inOrder(rankOf: PlanDependencies['rankOf'], due: readonly TakenUp[]) {
  const ranked = await Promise.all(
    due.map(async (one) => {
      const { value } = one.alert;
      const calls = one.calls || (one.isDue && value.onCall === undefined && isForOnCall(value));
      const rank = one.isDue || calls ? await rankOf(value.caseId) : 0;
      return { ...one, calls, rank, stage: stageOf(value, rank) };
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

/** Says what is posted now, what one post tells of, and what waits: no channel is sent more than it takes. */
export async function planPosts(
  deps: PlanDependencies,
  due: readonly TakenUp[],
  now: Date,
  isCrowd: boolean,
): Promise<PlannedPosts> {
  const budget = budgetOfLook(deps.budget);
  const read = readOnce(deps);
  const alone: Planned[] = [];
  const crowds = new Map<string, { -readonly [Key in keyof Crowd]: Crowd[Key] } & { isPressing: boolean }>();
  const join = (place: Place, alert: Versioned<AlertRecord>, calls: boolean, isPressing: boolean): void => {
    const crowd = crowds.get(place.name) ?? { place, alerts: [], calls, isPressing: false };
    crowds.set(place.name, {
      ...crowd,
      alerts: [...crowd.alerts, alert],
      isPressing: crowd.isPressing || isPressing,
    });
  };
  let hasMore = false;

  async function plan(one: Awaited<ReturnType<typeof inOrder>>[number]): Promise<void> {
    const { value } = one.alert;
    const reserve = one.tells ? await read('reserve') : undefined;
    const tells = one.tells && (reserve === undefined || (await budget.turn(reserve)));
    const place = one.isDue ? await placeOf(read, value, budget.isHeld) : { name: value.handledBy, target: undefined };
    const isFirst = value.state === 'waiting' && value.urgency === 'urgent' && one.rank === 0;
    const onCallName = onCallChannel(value.handledBy);
    const onCall = one.calls && !deps.isStaffed(now) ? await read(onCallName) : undefined;
    const isFirstCall = one.rank === 0 && (value.state === 'waiting' || value.onCallPosts === undefined);
    const called = onCall && (await fitPost(budget, value, onCall, isFirstCall));
    // Without a channel a time for it is all that may have to go.
    const calls = one.calls && (onCall === undefined ? value.onCall !== undefined : called === 'alone');
    // Somebody on call cannot be told now: that stays due, whatever becomes of the alert itself.
    const alert = onCall && !calls ? { ...one.alert, value: withCallDue(value, now) } : one.alert;
    const fits = one.isDue ? await fit(budget, value, place, { deps, isFirst, now }) : 'notNow';
    hasMore ||= fits === 'paced' || called === 'paced';
    // Somebody on call is told of it now: the others are told of it with the next look.
    if (fits === 'together' && !calls) join(place, alert, false, isFirst);
    if (tells || calls || fits === 'alone') {
      alone.push({ ...one, alert, tells, calls, onCall, isDue: fits === 'alone', place });
    } else if (called === 'together') join({ name: onCallName, target: onCall }, one.alert, true, isFirstCall);
  }
  async function planEach(ordered: readonly Parameters<typeof plan>[0][]): Promise<void> {
    for (const one of ordered) {
      if (alone.length >= atOnce) {
        hasMore = true;
        return;
      }
      await plan(one);
    }
  }
  const ordered = await inOrder(deps.rankOf, due);
  const isChange = ({ alert }: TakenUp): boolean => alert.value.state === 'acknowledged';
  await planEach(ordered.filter((one) => !isChange(one)));
  const together: Crowd[] = [];
  const told = new Set<CaseId>();
  // Somebody on call last: what is posted to the others in this look, they are told of in the next.
  for (const crowd of [...crowds.values()].toSorted((one, other) => Number(one.calls) - Number(other.calls))) {
    const { target } = crowd.place;
    const alerts = crowd.alerts.filter(({ value }) => !told.has(value.caseId));
    if (target === undefined || alerts.length === 0 || !(await budget.turn(target))) continue;
    if (await deps.budget.takeCombined(target, crowd.isPressing || isCrowd)) {
      together.push({ ...crowd, alerts });
      for (const { value } of alerts) told.add(value.caseId);
    } else budget.giveBack(target);
  }
  // Changes last: they keep no post waiting.
  await planEach(ordered.filter(isChange));
  return { alone, together, hasMore };
}

/** Whether an alert is taken up by itself, told of with others, or waits: for the pace of its channel, or for longer. */
async function fit(
  budget: BudgetOfLook,
  alert: AlertRecord,
  { target }: Place,
  { deps, isFirst, now }: { readonly deps: PlanDependencies; readonly isFirst: boolean; readonly now: Date },
): Promise<'alone' | 'together' | 'paced' | 'notNow'> {
  if (alert.state === 'acknowledged') return fitChange(budget, alert);
  // Nothing is posted of it now, but when it is looked at again.
  if (target === undefined || isQuiet(alert, now, deps.repeats)) return 'alone';
  return fitPost(budget, alert, target, isFirst);
}

/** Whether a channel is told of an alert by a post of its own, by one for several, or later. */
async function fitPost(
  budget: BudgetOfLook,
  alert: AlertRecord,
  target: AlertTarget,
  isFirst: boolean,
): Promise<'alone' | 'together' | 'paced' | 'notNow'> {
  if (await budget.isHeld(target)) return 'notNow';
  if (!(await budget.turn(target))) return 'paced';
  // Somebody may be shut out of its case: a count would tell them more than the post that names nothing.
  if (alert.withoutReference === true || (await budget.post(target, isFirst))) return 'alone';
  budget.giveBack(target);
  return 'together';
}

/** A change of posts takes a turn in each channel where they are. */
async function fitChange(budget: BudgetOfLook, alert: AlertRecord): Promise<'alone' | 'paced' | 'notNow'> {
  if (alert.withoutReference === true) return 'alone';
  const taken: Channel[] = [];
  for (const { channelId } of lastPosts(alert)) {
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
