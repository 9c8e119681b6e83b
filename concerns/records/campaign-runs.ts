import { addDays, addWeeks, type Day, mondayOf, type Week, weekOf } from '../terms/calendar.ts';
import { type Campaign, type Owed, type PlannedItem, withItem } from './campaign.ts';

export interface JoinedBetween {
  readonly from: Day;
  readonly to: Day;
}

export function joinedFor({ joiners, startsOn }: Campaign, week: Week | undefined): JoinedBetween | undefined {
  if (joiners === 'whereItIs') return undefined;
  // Far before any installation; those who joined since the start have their own runs.
  if (week === undefined) return { from: addDays(startsOn, -36_525), to: addDays(startsOn, -1) };
  const monday = mondayOf(week);
  return { from: monday < startsOn ? startsOn : monday, to: addDays(monday, 6) };
}

/** The same for the same item and people, so that no one gets anything twice. */
export const runIdOf = ({ id }: Pick<Campaign, 'id'>, item: string, week?: Week): string =>
  week === undefined ? `${id}.${item}` : `${id}.${item}.${week}`;

export function weeksBegun({ startsOn }: Pick<Campaign, 'startsOn'>, { joiners }: PlannedItem): readonly Week[] {
  const weeks: Week[] = [];
  if (joiners === undefined) return weeks;
  for (let week = weekOf(startsOn); week <= joiners.to; week = addWeeks(week, 1)) weeks.push(week);
  return weeks;
}

export const owedForRuns = (items: readonly PlannedItem[], what: Owed['what']): readonly Owed[] =>
  items
    .filter(({ audience }) => audience.kind === 'everybody')
    .flatMap(({ item, state, joiners }) => [
      ...(state === 'sending' ? [{ what, item: item.id }] : []),
      ...(joiners?.running ?? []).map((week) => ({ what, item: item.id, week })),
    ]);

export const withOwed = (campaign: Campaign, owed: readonly Owed[]): Campaign => ({
  ...campaign,
  owed: [...campaign.owed, ...owed],
});

export interface ItemRun {
  readonly item: string;
  readonly week?: Week;
}

export const openRuns = ({ items }: Campaign): readonly ItemRun[] =>
  owedForRuns(items, 'start').map(({ what: _what, ...run }) => run);

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

/** A campaign without items for later joiners ends with its last item. */
export function afterRuns(campaign: Campaign, runs: readonly ItemRun[]): Campaign {
  const after = runs.reduce(afterRun, campaign);
  const isDone = after.items.every(({ state }) => state !== 'planned' && state !== 'sending');
  return after.state === 'running' && after.joiners === 'whereItIs' && isDone ? { ...after, state: 'ended' } : after;
}
