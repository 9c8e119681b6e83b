import { addDays, addWeeks, type Day, daysBetween, mondayOf, type Week, weekOf } from '../terms/calendar.ts';
import { type Campaign, inPlanOrder, type PlannedItem, withItem } from './campaign.ts';
import { isApproved } from './campaign-approval.ts';
import { owedForRuns, withOwed } from './campaign-runs.ts';
import { isQuiet, type LocalMoment } from './quiet-hours.ts';

/** Whether an item went out, or begins to, and may be given to those who join later. */
const isOut = ({ state }: PlannedItem): boolean => state === 'sending' || state === 'sent';

/**
 * The items that begin to go out at a moment: those whose time has come today; or the oldest of those that are late, where
 * nothing else began today. So what was held up by a pause, by quiet hours or by an approval comes one a day.
 */
function dueItems(campaign: Campaign, { day, time }: LocalMoment): readonly PlannedItem[] {
  const due = inPlanOrder(campaign.items).filter(
    (planned) =>
      planned.state === 'planned' &&
      (planned.on < day || (planned.on === day && planned.at <= time)) &&
      isApproved(campaign, planned),
  );
  const begun = campaign.items.filter(({ startedOn }) => startedOn === day);
  const [first] = due;
  if (first === undefined) return [];
  if (first.on < day) return begun.length === 0 ? [first] : [];
  return begun.some(({ on }) => on < day) ? [] : due;
}

function withMainRuns(campaign: Campaign, moment: LocalMoment): Campaign {
  return dueItems(campaign, moment).reduce((so, planned) => {
    const begun = withItem(so, { ...planned, state: 'sending', startedOn: moment.day });
    return planned.audience.kind === 'channels' ? begun : withOwed(begun, [{ what: 'start', item: planned.item.id }]);
  }, campaign);
}

/** The day on which an item is due for those who joined in a week: as far from the Monday after as it is in the plan. */
const dueForJoiners = ({ startsOn }: Campaign, { on }: PlannedItem, week: Week): Day =>
  addDays(mondayOf(addWeeks(week, 1)), daysBetween(mondayOf(weekOf(startsOn)), on));

/** The last week whose joiners got an item before a day. */
function toldBefore({ joiners }: PlannedItem, day: Day): Week | undefined {
  return joiners?.on === day ? joiners.before : joiners?.to;
}

/** The next week whose joiners get an item at a moment, `undefined` where none is due or one before it is to come first. */
function dueWeek(
  campaign: Campaign,
  planned: PlannedItem,
  earlier: readonly PlannedItem[],
  { day, time }: LocalMoment,
): Week | undefined {
  const week = planned.joiners ? addWeeks(planned.joiners.to, 1) : weekOf(campaign.startsOn);
  const due = dueForJoiners(campaign, planned, week);
  if (due > day || (due === day && planned.at > time)) return undefined;
  // Nobody gets two on a day, and what is late keeps its order.
  const isFree = earlier.every((one) => (toldBefore(one, day) ?? '') >= week);
  return isFree ? week : undefined;
}

function withJoinersRuns(campaign: Campaign, moment: LocalMoment): Campaign {
  const ids = inPlanOrder(campaign.items)
    .filter((planned) => isOut(planned) && planned.audience.kind === 'everybody' && isApproved(campaign, planned))
    .map(({ item }) => item.id);
  let so = campaign;
  for (const [place, id] of ids.entries()) {
    const standing = (one: string) => so.items.filter(({ item }) => item.id === one);
    const earlier = ids.slice(0, place).flatMap(standing);
    for (const planned of standing(id)) {
      let current = planned;
      let week = dueWeek(so, current, earlier, moment);
      while (week !== undefined) {
        const before = toldBefore(current, moment.day);
        current = {
          ...current,
          joiners: {
            to: week,
            on: moment.day,
            ...(before !== undefined && { before }),
            running: [...(current.joiners?.running ?? []), week],
          },
        };
        so = withOwed(withItem(so, current), [{ what: 'start', item: id, week }]);
        week = dueWeek(so, current, earlier, moment);
      }
    }
  }
  return so;
}

/** The campaign whose runs wait for the end of the quiet hours that began. */
function heldBack(campaign: Campaign): Campaign {
  const owed = owedForRuns(campaign.items, 'pause');
  return campaign.held || owed.length === 0 ? campaign : withOwed({ ...campaign, held: true }, owed);
}

function letGo(campaign: Campaign): Campaign {
  if (!campaign.held) return campaign;
  const { held: _over, ...rest } = campaign;
  return withOwed(rest, owedForRuns(campaign.items, 'goOn'));
}

/**
 * The campaign with all that begins to go out at a moment, itself where nothing does: late rather than never, and never
 * in quiet hours. What begins is owed to the sender, so that it is begun once, by however many servers.
 */
export function withDue(campaign: Campaign, moment: LocalMoment): Campaign {
  if (campaign.state !== 'running') return campaign;
  if (isQuiet(moment, campaign.quiet)) return heldBack(campaign);
  const begun = withMainRuns(letGo(campaign), moment);
  return campaign.joiners === 'fromBeginning' ? withJoinersRuns(begun, moment) : begun;
}
