import { addDays, addWeeks, type Day, mondayOf, type Week, weekOf } from '../terms/calendar.ts';
import { type Campaign, type Owed, type PlannedItem, withItem } from './campaign.ts';

/** Those who got the app between two days, both of them included. */
export interface JoinedBetween {
  readonly from: Day;
  readonly to: Day;
}

/** Those whom a run is for, by the day on which they got the app; everybody where it is missing. */
export function joinedFor({ joiners, startsOn }: Campaign, week: Week | undefined): JoinedBetween | undefined {
  if (joiners === 'whereItIs') return undefined;
  // No app was installed long before; those who joined since the start have runs of their own.
  if (week === undefined) return { from: addDays(startsOn, -36_525), to: addDays(startsOn, -1) };
  const monday = mondayOf(week);
  return { from: monday < startsOn ? startsOn : monday, to: addDays(monday, 6) };
}

/** The id of a run. The same for the same item and people, however often it is begun: by it nobody gets anything twice. */
export const runIdOf = ({ id }: Pick<Campaign, 'id'>, item: string, week?: Week): string =>
  week === undefined ? `${id}.${item}` : `${id}.${item}.${week}`;

/** The weeks whose joiners an item was begun for, the first first. */
export function weeksBegun({ startsOn }: Pick<Campaign, 'startsOn'>, { joiners }: PlannedItem): readonly Week[] {
  const weeks: Week[] = [];
  if (joiners === undefined) return weeks;
  for (let week = weekOf(startsOn); week <= joiners.to; week = addWeeks(week, 1)) weeks.push(week);
  return weeks;
}

/** The same thing owed for each run of items that has not ended. */
export const owedForRuns = (items: readonly PlannedItem[], what: Owed['what']): readonly Owed[] =>
  items
    .filter(({ audience }) => audience.kind === 'everybody')
    .flatMap(({ item, state, joiners }) => [
      ...(state === 'sending' ? [{ what, item: item.id }] : []),
      ...(joiners?.running ?? []).map((week) => ({ what, item: item.id, week })),
    ]);

/** The campaign that owes more to the sender. */
export const withOwed = (campaign: Campaign, owed: readonly Owed[]): Campaign => ({
  ...campaign,
  owed: [...campaign.owed, ...owed],
});

/** A run of an item: everybody's, or that of those who joined in a week. */
export interface ItemRun {
  readonly item: string;
  readonly week?: Week;
}

/** The runs that have not ended, as far as the campaign knows. */
export const openRuns = ({ items }: Campaign): readonly ItemRun[] =>
  owedForRuns(items, 'start').map(({ what: _what, ...run }) => run);

/** The campaign after a run ended. */
function afterRun(campaign: Campaign, { item: id, week }: ItemRun): Campaign {
  return campaign.items
    .filter(({ item }) => item.id === id)
    .reduce((so, planned) => {
      if (week === undefined) return planned.state === 'sending' ? withItem(so, { ...planned, state: 'sent' }) : so;
      const { joiners } = planned;
      if (joiners === undefined) return so;
      return withItem(so, {
        ...planned,
        joiners: { ...joiners, running: joiners.running.filter((one) => one !== week) },
      });
    }, campaign);
}

/**
 * The campaign after runs ended. One that gives nothing to those who join later is over with its last item; one that does
 * goes on until somebody ends it.
 */
export function afterRuns(campaign: Campaign, runs: readonly ItemRun[]): Campaign {
  const after = runs.reduce(afterRun, campaign);
  const isDone = after.items.every(({ state }) => state !== 'planned' && state !== 'sending');
  return after.state === 'running' && after.joiners === 'whereItIs' && isDone ? { ...after, state: 'ended' } : after;
}
