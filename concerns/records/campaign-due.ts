import { addDays, addWeeks, type Day, daysBetween, mondayOf, type Week, weekOf } from '../terms/calendar.ts';
import { type Campaign, inPlanOrder, isApproved, type PlannedItem, withItem } from './campaign.ts';
import { owedForRuns, withOwed } from './campaign-runs.ts';
import { isQuiet, type LocalMoment } from './quiet-hours.ts';

const isOut = ({ state }: PlannedItem): boolean => state === 'sending' || state === 'sent';

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

const dueForJoiners = ({ startsOn }: Campaign, { on }: PlannedItem, week: Week): Day =>
  addDays(mondayOf(addWeeks(week, 1)), daysBetween(mondayOf(weekOf(startsOn)), on));

function toldBefore({ joiners }: PlannedItem, day: Day): Week | undefined {
  return joiners?.on === day ? joiners.before : joiners?.to;
}

/** The next week whose joiners get an item now; `undefined` if none is due or an earlier item must come first. */
function dueWeek(
  campaign: Campaign,
  planned: PlannedItem,
  earlier: readonly PlannedItem[],
  { day, time }: LocalMoment,
): Week | undefined {
  const week = planned.joiners ? addWeeks(planned.joiners.to, 1) : weekOf(campaign.startsOn);
  const due = dueForJoiners(campaign, planned, week);
  if (due > day || (due === day && planned.at > time)) return undefined;
  // No one gets two on a day, and late items keep their order.
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
 * Begins all that is due, never in quiet hours. The sender is owed it in the same write, so that many servers begin it
 * once.
 */
export function withDue(campaign: Campaign, moment: LocalMoment): Campaign {
  if (campaign.state !== 'running') return campaign;
  if (isQuiet(moment, campaign.quiet)) return heldBack(campaign);
  const begun = withMainRuns(letGo(campaign), moment);
  return campaign.joiners === 'fromBeginning' ? withJoinersRuns(begun, moment) : begun;
}
