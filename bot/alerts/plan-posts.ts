import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import { isQuiet } from '../../concerns/records/alert-schedule.ts';
import {
  type AlertTarget,
  type AlertTargets,
  channelsInTurn,
  isOfAlerts,
  onCallChannel,
  type TargetName,
} from '../../concerns/records/alert-targets.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { TargetBudget } from './target-budget.ts';

/** So many alerts are posted or changed in one look, side by side. */
const atOnce = 20;
/** After so many failures an urgent alert tries the second target in turn with the first. */
const failuresBeforeSecond = 2;

/** Where an alert goes; the target is missing if none is set. */
export interface Place {
  readonly name: TargetName;
  readonly target: AlertTarget | undefined;
}

/** An alert to be taken up: what of it is due, and where it is posted. */
export interface TakenUp {
  readonly alert: Versioned<AlertRecord>;
  readonly isDue: boolean;
  /** The reserve is to be told of something. */
  readonly tells: boolean;
  /** Somebody on call is to be told. */
  readonly calls: boolean;
}
/** The channel of somebody on call is missing if there is none, or nobody need be told any more. */
export type Planned = TakenUp & { readonly place: Place; readonly onCall?: AlertTarget | undefined };

export interface PlannedPosts {
  /** Those that are posted or changed by themselves. */
  readonly alone: readonly Planned[];
  /** Those that one post tells of, for each channel. */
  readonly together: readonly { readonly place: Place; readonly alerts: readonly Versioned<AlertRecord>[] }[];
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

/** The alerts in the order in which they are posted, each with its rank. */
async function inOrder(rankOf: PlanDependencies['rankOf'], due: readonly TakenUp[]) {
  const ranked = await Promise.all(
    due.map(async (one) => {
      const rank = one.isDue ? await rankOf(one.alert.value.caseId) : 0;
      return { ...one, rank, stage: stageOf(one.alert.value, rank) };
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

/** The reserve's alerts go to the reserve and nowhere else; an urgent one that repeats takes its channels in turn. */
async function placeOf(read: AlertTargets['read'], alert: AlertRecord): Promise<Place> {
  const names = alert.urgency === 'urgent' ? channelsInTurn(alert.handledBy) : [];
  const set = (await Promise.all(names.map(read))).filter((one) => one !== undefined);
  const turn = alert.state === 'posted' ? alert.attempts + 1 : Math.max(0, alert.attempts - failuresBeforeSecond + 1);
  const inTurn = set[(turn % (set.length + 1)) - 1];
  return inTurn
    ? { name: inTurn.name, target: inTurn }
    : { name: alert.handledBy, target: await read(alert.handledBy) };
}

/** Remembers what was asked of each channel during one look: what is used up stays so until the next. */
function budgetOfLook(budget: TargetBudget) {
  const held = new Map<string, Promise<boolean>>();
  const usedUp = new Set<string>();
  const spare = new Set<string>();
  const take = async (name: string, ask: () => Promise<boolean>): Promise<boolean> => {
    if (usedUp.has(name)) return false;
    const isTaken = await ask();
    if (!isTaken) usedUp.add(name);
    return isTaken;
  };
  const isHeld = (target: AlertTarget): Promise<boolean> => {
    const known = held.get(target.conversationId) ?? budget.isHeld(target);
    held.set(target.conversationId, known);
    return known;
  };
  const turn = async (target: AlertTarget): Promise<boolean> =>
    !(await isHeld(target)) &&
    (spare.delete(target.conversationId) ||
      (await take(`turn ${target.conversationId}`, () => budget.takeTurn(target))));
  return {
    isHeld,
    turn,
    /** A turn that nothing was posted by is there for what is posted next. */
    giveBack: (target: AlertTarget) => void spare.add(target.conversationId),
    post: (target: AlertTarget, isFirst: boolean) =>
      take(`post ${isFirst} ${target.conversationId}`, () => budget.takePost(target, isFirst)),
  };
}
type BudgetOfLook = ReturnType<typeof budgetOfLook>;

/** Says what is posted now, what one post tells of, and what waits: no channel is sent more than it takes. */
export async function planPosts(
  deps: PlanDependencies,
  due: readonly TakenUp[],
  now: Date,
  isCrowd: boolean,
): Promise<PlannedPosts> {
  const budget = budgetOfLook(deps.budget);
  const known = new Map<TargetName, Promise<AlertTarget | undefined>>();
  const read = (name: TargetName): Promise<AlertTarget | undefined> => {
    const target = known.get(name) ?? deps.targets.read(name);
    known.set(name, target);
    return target;
  };
  const alone: Planned[] = [];
  const crowds = new Map<TargetName, { place: Place; alerts: Versioned<AlertRecord>[]; isPressing: boolean }>();
  let hasMore = false;

  for (const one of await inOrder(deps.rankOf, due)) {
    if (alone.length >= atOnce) {
      hasMore = true;
      break;
    }
    const { value } = one.alert;
    const reserve = one.tells ? await read('reserve') : undefined;
    const tells = one.tells && (reserve === undefined || (await budget.turn(reserve)));
    const place = one.isDue ? await placeOf(read, value) : { name: value.handledBy, target: undefined };
    const isFirst = value.state === 'waiting' && one.rank === 0;
    const onCall = one.calls && !deps.isStaffed(now) ? await read(onCallChannel(value.handledBy)) : undefined;
    // Without a channel a time for it is all that may have to go.
    const calls =
      one.calls &&
      (onCall === undefined
        ? value.onCall !== undefined
        : (await budget.turn(onCall)) && (await budget.post(onCall, isFirst)));
    const fits = one.isDue ? await fit(budget, value, place, { deps, isFirst, now }) : 'notNow';
    // Somebody on call is told of it now: the others are told of it with the next look.
    if (fits === 'together' && !calls) {
      const crowd = crowds.get(place.name) ?? { place, alerts: [], isPressing: false };
      crowd.alerts.push(one.alert);
      crowds.set(place.name, { ...crowd, isPressing: crowd.isPressing || isFirst });
    }
    hasMore ||= fits === 'paced';
    if (tells || calls || fits === 'alone')
      alone.push({ ...one, tells, calls, onCall, isDue: fits === 'alone', place });
  }
  const together = [];
  for (const { place, alerts, isPressing } of crowds.values()) {
    const { target } = place;
    if (target === undefined || !(await budget.turn(target))) continue;
    if (await deps.budget.takeCombined(target, isPressing || isCrowd)) together.push({ place, alerts });
  }
  return { alone, together, hasMore };
}

/** Whether an alert is taken up by itself, told of with others, or waits: for the pace of its channel, or for longer. */
async function fit(
  budget: BudgetOfLook,
  alert: AlertRecord,
  { target }: Place,
  { deps, isFirst, now }: { readonly deps: PlanDependencies; readonly isFirst: boolean; readonly now: Date },
): Promise<'alone' | 'together' | 'paced' | 'notNow'> {
  if (alert.state === 'acknowledged') return fitChange(budget, alert, deps.targets);
  // Nothing is posted of it now, but when it is looked at again.
  if (target === undefined || isQuiet(alert, now, deps.repeats)) return 'alone';
  if (await budget.isHeld(target)) return 'notNow';
  if (!(await budget.turn(target))) return 'paced';
  // Somebody may be shut out of its case: a count would tell them more than the post that names nothing.
  if (alert.withoutReference === true || (await budget.post(target, isFirst))) return 'alone';
  budget.giveBack(target);
  return 'together';
}

/** A change of posts takes a turn in each channel where they are. */
async function fitChange(
  budget: BudgetOfLook,
  alert: AlertRecord,
  targets: AlertTargets,
): Promise<'alone' | 'paced' | 'notNow'> {
  if (alert.withoutReference === true) return 'alone';
  const channels = new Set(
    [...alert.posts, ...(alert.onCallPosts ?? [])].map(({ conversationId }) => conversationId.split(';messageid=')[0]),
  );
  for (const target of await targets.all()) {
    if (!isOfAlerts(target.name) || !channels.has(target.conversationId)) continue;
    if (await budget.isHeld(target)) return 'notNow';
    if (!(await budget.turn(target))) return 'paced';
  }
  return 'alone';
}
