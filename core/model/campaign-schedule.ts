import { addDays, addWeeks, type Day, daysBetween, mondayOf, type Week, weekOf } from './calendar.ts';
import {
  type Campaign,
  type ChannelPost,
  inPlanOrder,
  isApproved,
  itemOf,
  type Owed,
  type PlannedItem,
  withItem,
} from './campaign.ts';
import { isQuiet, type LocalMoment } from './quiet-hours.ts';

interface JoinedBetween {
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

/** In milliseconds: longer than any post takes. */
const leaseMs = 60_000;
const longestWaitMs = 60 * 60_000;
const apartMs = 5 * 60_000;

function isAhead(until: string | undefined, now: Date, most: number): boolean {
  const left = Date.parse(until ?? '') - now.getTime();
  return left > 0 && left <= most + apartMs;
}

const withPost = (planned: PlannedItem, post: ChannelPost): PlannedItem => ({
  ...planned,
  posts: [...(planned.posts ?? []).filter(({ channel }) => channel !== post.channel), post],
});

const postIn = ({ posts = [] }: PlannedItem, channel: string): ChannelPost | undefined =>
  posts.find((post) => post.channel === channel);

const unposted = (planned: PlannedItem): readonly string[] =>
  planned.audience.kind === 'channels'
    ? planned.audience.ids.filter((id) => ['waiting', 'taken', undefined].includes(postIn(planned, id)?.state))
    : [];

export function nextChannel(planned: PlannedItem, now: Date): string | undefined {
  if (planned.state !== 'sending') return undefined;
  return unposted(planned).find((id) => {
    const post = postIn(planned, id);
    return post === undefined || (post.state === 'waiting' && !isAhead(post.until, now, longestWaitMs));
  });
}

/** Written before the post, so that a crash does not repeat it. */
export const withChannelTaken = (planned: PlannedItem, channel: string, now: Date): PlannedItem =>
  withPost(planned, { channel, state: 'taken', until: new Date(now.getTime() + leaseMs).toISOString() });

export type PostOutcome =
  | { readonly kind: 'posted'; readonly message: NonNullable<ChannelPost['message']> }
  | { readonly kind: 'busy'; readonly afterMs: number }
  | { readonly kind: 'failed' | 'notKnown' };

/** A message whose outcome is unknown is not posted again. */
export function withPosted(planned: PlannedItem, channel: string, outcome: PostOutcome, now: Date): PlannedItem {
  if (outcome.kind === 'posted') return withPost(planned, { channel, state: 'posted', message: outcome.message });
  if (outcome.kind !== 'busy') return withPost(planned, { channel, state: outcome.kind });
  return withPost(planned, {
    channel,
    state: 'waiting',
    until: new Date(now.getTime() + Math.min(outcome.afterMs, longestWaitMs)).toISOString(),
  });
}

/**
 * Gives up posts of a server that has died: whether they arrived is not known. `hasStood`: whether the mark of a
 * channel's post stayed the same for so many milliseconds.
 */
export function withLeftPosts(
  planned: PlannedItem,
  hasStood: (channel: string, mark: string, ms: number) => boolean,
): PlannedItem {
  const left = (planned.posts ?? []).filter(
    ({ state, channel, until = '' }) => state === 'taken' && hasStood(channel, until, leaseMs),
  );
  return left.reduce((so, { channel }) => withPost(so, { channel, state: 'notKnown' }), planned);
}

export const isPosted = (planned: PlannedItem): boolean =>
  planned.audience.kind === 'channels' && unposted(planned).length === 0;

export const toWithdraw = ({ items }: Campaign): readonly { readonly item: string; readonly post: ChannelPost }[] =>
  items
    .filter(({ state }) => state === 'withdrawn')
    .flatMap(({ item, posts = [] }) =>
      posts.filter(({ state }) => state === 'posted').map((post) => ({ item: item.id, post })),
    );

export function withWithdrawn(campaign: Campaign, id: string, channel: string, state: 'withdrawn' | 'stays'): Campaign {
  const planned = itemOf(campaign, id);
  const post = planned && postIn(planned, channel);
  return planned && post ? withItem(campaign, withPost(planned, { ...post, state })) : campaign;
}
