import { type AlertRecord, isForOnCall, isQuiet, withCallDue } from '../../concerns/records/alert-record.ts';
import { type AlertTarget, type AlertTargets, onCallChannel } from '../../concerns/records/alert-targets.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import { budgetOfLook, type BudgetOfLook, type Channel } from './look-budget.ts';
import { lastPosts } from './made-posts.ts';
import { type Place, placeOf, readOnce } from './places.ts';
import type { TargetBudget } from './target-budget.ts';

const atOnce = 20;

export interface TakenUp {
  readonly alert: Versioned<AlertRecord>;
  readonly isDue: boolean;
  readonly tells: boolean;
  readonly calls: boolean;
}
export type Planned = TakenUp & { readonly place: Place; readonly onCall?: AlertTarget | undefined };

interface Crowd {
  readonly place: Place;
  readonly alerts: readonly Versioned<AlertRecord>[];
  readonly calls: boolean;
}

export interface PlannedPosts {
  readonly alone: readonly Planned[];
  readonly together: readonly Crowd[];
  readonly hasMore: boolean;
}

export interface PlanDependencies {
  readonly targets: AlertTargets;
  readonly budget: TargetBudget;
  readonly isStaffed: (now: Date) => boolean;
  /** 0 for someone's first reports, more for their later ones. */
  readonly rankOf: (caseId: CaseId) => Promise<number>;
  readonly repeats: number;
}

/** First posts of someone's first reports come first, urgent ones before others. */
function stageOf({ state, urgency }: AlertRecord, rank: number): number {
  if (state === 'acknowledged') return 5;
  if (state === 'posted') return rank === 0 ? 2 : 4;
  if (rank === 0) return urgency === 'urgent' ? 0 : 1;
  return 3;
}

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

/** No channel is sent more than it takes. */
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
    const calls = one.calls && (onCall === undefined ? value.onCall !== undefined : called === 'alone');
    // Someone on call cannot be told now: that stays due whether or not the alert itself is posted.
    const alert = onCall && !calls ? { ...one.alert, value: withCallDue(value, now) } : one.alert;
    const fits = one.isDue ? await fit(budget, value, place, { deps, isFirst, now }) : 'notNow';
    hasMore ||= fits === 'paced' || called === 'paced';
    // Someone on call is told now: the others are told with the next look.
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
  // On call last: those posted to the others now are told to them in the next look.
  for (const crowd of [...crowds.values()].toSorted((one, other) => Number(one.calls) - Number(other.calls))) {
    const { target } = crowd.place;
    const alerts = crowd.alerts.filter(({ value }) => !told.has(value.caseId));
    if (target === undefined || alerts.length === 0 || !(await budget.turn(target))) continue;
    if (await deps.budget.takeCombined(target, crowd.isPressing || isCrowd)) {
      together.push({ ...crowd, alerts });
      for (const { value } of alerts) told.add(value.caseId);
    } else budget.giveBack(target);
  }
  await planEach(ordered.filter(isChange));
  return { alone, together, hasMore };
}

async function fit(
  budget: BudgetOfLook,
  alert: AlertRecord,
  { target }: Place,
  { deps, isFirst, now }: { readonly deps: PlanDependencies; readonly isFirst: boolean; readonly now: Date },
): Promise<'alone' | 'together' | 'paced' | 'notNow'> {
  if (alert.state === 'acknowledged') return fitChange(budget, alert);
  if (target === undefined || isQuiet(alert, now, deps.repeats)) return 'alone';
  return fitPost(budget, alert, target, isFirst);
}

async function fitPost(
  budget: BudgetOfLook,
  alert: AlertRecord,
  target: AlertTarget,
  isFirst: boolean,
): Promise<'alone' | 'together' | 'paced' | 'notNow'> {
  if (await budget.isHeld(target)) return 'notNow';
  if (!(await budget.turn(target))) return 'paced';
  // Someone may be shut out of its case: a count would tell them more than the post that names nothing.
  if (alert.withoutReference === true || (await budget.post(target, isFirst))) return 'alone';
  budget.giveBack(target);
  return 'together';
}

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
