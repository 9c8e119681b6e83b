import { addDays, addWeeks, type Day, daysBetween, firstDayOfWeek, type Week, toWeek } from './calendar.ts';
import {
  type Campaign,
  type ChannelPost,
  sortBySchedule,
  isItemApproved,
  findPlannedItem,
  type PendingRunAction,
  type PlannedItem,
  withPlannedItem,
} from './campaign.ts';
import { isInQuietHours, type LocalDateTime } from './quiet-hours.ts';

interface JoinDateRange {
  readonly from: Day;
  readonly to: Day;
}

export function joinDateRange({ joiners, startsOn }: Campaign, week: Week | undefined): JoinDateRange | undefined {
  if (joiners === 'whereItIs') return undefined;
  // Far before any installation; later joiners have their own runs.
  if (week === undefined) return { from: addDays(startsOn, -36_525), to: addDays(startsOn, -1) };
  const monday = firstDayOfWeek(week);
  return { from: monday < startsOn ? startsOn : monday, to: addDays(monday, 6) };
}

/** The same for the same item and people, so that no one gets anything twice. */
export const deliveryRunId = ({ id }: Pick<Campaign, 'id'>, item: string, week?: Week): string =>
  week === undefined ? `${id}.${item}` : `${id}.${item}.${week}`;

export function startedJoinerWeeks(
  { startsOn }: Pick<Campaign, 'startsOn'>,
  { joiners }: PlannedItem,
): readonly Week[] {
  const weeks: Week[] = [];
  if (joiners === undefined) return weeks;
  for (let week = toWeek(startsOn); week <= joiners.to; week = addWeeks(week, 1)) weeks.push(week);
  return weeks;
}

export const pendingRunActions = (
  items: readonly PlannedItem[],
  what: PendingRunAction['what'],
): readonly PendingRunAction[] =>
  items
    .filter(({ audience }) => audience.kind === 'everybody')
    .flatMap(({ item, state, joiners }) => [
      ...(state === 'sending' ? [{ what, item: item.id }] : []),
      ...(joiners?.running ?? []).map((week) => ({ what, item: item.id, week })),
    ]);

export const withPendingRunActions = (campaign: Campaign, owed: readonly PendingRunAction[]): Campaign => ({
  ...campaign,
  owed: [...campaign.owed, ...owed],
});

export interface ItemRun {
  readonly item: string;
  readonly week?: Week;
}

export const activeRuns = ({ items }: Campaign): readonly ItemRun[] =>
  pendingRunActions(items, 'start').map(({ what: _what, ...run }) => run);

function completeRun(campaign: Campaign, { item: id, week }: ItemRun): Campaign {
  return campaign.items
    .filter(({ item }) => item.id === id)
    .reduce((updated, planned) => {
      if (week === undefined)
        return planned.state === 'sending' ? withPlannedItem(updated, { ...planned, state: 'sent' }) : updated;
      const { joiners } = planned;
      if (joiners === undefined) return updated;
      return withPlannedItem(updated, {
        ...planned,
        joiners: { ...joiners, running: joiners.running.filter((one) => one !== week) },
      });
    }, campaign);
}

export function completeRuns(campaign: Campaign, runs: readonly ItemRun[]): Campaign {
  const after = runs.reduce(completeRun, campaign);
  const isDone = after.items.every(({ state }) => state !== 'planned' && state !== 'sending');
  return after.state === 'running' && after.joiners === 'whereItIs' && isDone ? { ...after, state: 'ended' } : after;
}

const isStarted = ({ state }: PlannedItem): boolean => state === 'sending' || state === 'sent';

function dueItems(campaign: Campaign, { day, time }: LocalDateTime): readonly PlannedItem[] {
  const due = sortBySchedule(campaign.items).filter(
    (planned) =>
      planned.state === 'planned' &&
      (planned.on < day || (planned.on === day && planned.at <= time)) &&
      isItemApproved(campaign, planned),
  );
  const begun = campaign.items.filter(({ startedOn }) => startedOn === day);
  const [first] = due;
  if (first === undefined) return [];
  if (first.on < day) return begun.length === 0 ? [first] : [];
  return begun.some(({ on }) => on < day) ? [] : due;
}

function startMainRuns(campaign: Campaign, moment: LocalDateTime): Campaign {
  return dueItems(campaign, moment).reduce((updated, planned) => {
    const begun = withPlannedItem(updated, { ...planned, state: 'sending', startedOn: moment.day });
    return planned.audience.kind === 'channels'
      ? begun
      : withPendingRunActions(begun, [{ what: 'start', item: planned.item.id }]);
  }, campaign);
}

const joinerDueDay = ({ startsOn }: Campaign, { on }: PlannedItem, week: Week): Day =>
  addDays(firstDayOfWeek(addWeeks(week, 1)), daysBetween(firstDayOfWeek(toWeek(startsOn)), on));

function previousJoinerWeek({ joiners }: PlannedItem, day: Day): Week | undefined {
  return joiners?.on === day ? joiners.before : joiners?.to;
}

/** `undefined` if none is due or an earlier item must come first. */
function dueJoinerWeek(
  campaign: Campaign,
  planned: PlannedItem,
  earlier: readonly PlannedItem[],
  { day, time }: LocalDateTime,
): Week | undefined {
  const week = planned.joiners ? addWeeks(planned.joiners.to, 1) : toWeek(campaign.startsOn);
  const due = joinerDueDay(campaign, planned, week);
  if (due > day || (due === day && planned.at > time)) return undefined;
  // No one gets two on a day, and late items keep their order.
  const isFree = earlier.every((one) => (previousJoinerWeek(one, day) ?? '') >= week);
  return isFree ? week : undefined;
}

function startJoinerRuns(campaign: Campaign, moment: LocalDateTime): Campaign {
  const ids = sortBySchedule(campaign.items)
    .filter(
      (planned) => isStarted(planned) && planned.audience.kind === 'everybody' && isItemApproved(campaign, planned),
    )
    .map(({ item }) => item.id);
  let updated = campaign;
  for (const [place, id] of ids.entries()) {
    const currentItems = (one: string) => updated.items.filter(({ item }) => item.id === one);
    const earlier = ids.slice(0, place).flatMap(currentItems);
    for (const planned of currentItems(id)) {
      let current = planned;
      let week = dueJoinerWeek(updated, current, earlier, moment);
      while (week !== undefined) {
        const before = previousJoinerWeek(current, moment.day);
        current = {
          ...current,
          joiners: {
            to: week,
            on: moment.day,
            ...(before !== undefined && { before }),
            running: [...(current.joiners?.running ?? []), week],
          },
        };
        updated = withPendingRunActions(withPlannedItem(updated, current), [{ what: 'start', item: id, week }]);
        week = dueJoinerWeek(updated, current, earlier, moment);
      }
    }
  }
  return updated;
}

function pauseForQuietHours(campaign: Campaign): Campaign {
  const owed = pendingRunActions(campaign.items, 'pause');
  return campaign.held || owed.length === 0 ? campaign : withPendingRunActions({ ...campaign, held: true }, owed);
}

function resumeAfterQuietHours(campaign: Campaign): Campaign {
  if (!campaign.held) return campaign;
  const { held: _over, ...rest } = campaign;
  return withPendingRunActions(rest, pendingRunActions(campaign.items, 'goOn'));
}

/** Runs never begin in quiet hours. The same write queues them for the sender, so that many servers begin each once. */
export function advanceCampaign(campaign: Campaign, moment: LocalDateTime): Campaign {
  if (campaign.state !== 'running') return campaign;
  if (isInQuietHours(moment, campaign.quiet)) return pauseForQuietHours(campaign);
  const begun = startMainRuns(resumeAfterQuietHours(campaign), moment);
  return campaign.joiners === 'fromBeginning' ? startJoinerRuns(begun, moment) : begun;
}

/** In milliseconds: longer than any post takes. */
const leaseMs = 60_000;
const maxBackoffMs = 60 * 60_000;
const clockSkewMs = 5 * 60_000;

function isInNearFuture(until: string | undefined, now: Date, maxMs: number): boolean {
  const left = Date.parse(until ?? '') - now.getTime();
  return left > 0 && left <= maxMs + clockSkewMs;
}

const withPost = (planned: PlannedItem, post: ChannelPost): PlannedItem => ({
  ...planned,
  posts: [...(planned.posts ?? []).filter(({ channel }) => channel !== post.channel), post],
});

const findPost = ({ posts = [] }: PlannedItem, channel: string): ChannelPost | undefined =>
  posts.find((post) => post.channel === channel);

const unpostedChannels = (planned: PlannedItem): readonly string[] =>
  planned.audience.kind === 'channels'
    ? planned.audience.ids.filter((id) => ['waiting', 'taken', undefined].includes(findPost(planned, id)?.state))
    : [];

export function nextChannelToPost(planned: PlannedItem, now: Date): string | undefined {
  if (planned.state !== 'sending') return undefined;
  return unpostedChannels(planned).find((id) => {
    const post = findPost(planned, id);
    return post === undefined || (post.state === 'waiting' && !isInNearFuture(post.until, now, maxBackoffMs));
  });
}

/** Written before the post, so that a crash does not repeat it. */
export const withChannelLease = (planned: PlannedItem, channel: string, now: Date): PlannedItem =>
  withPost(planned, { channel, state: 'taken', until: new Date(now.getTime() + leaseMs).toISOString() });

export type ChannelPostOutcome =
  | { readonly kind: 'posted'; readonly message: NonNullable<ChannelPost['message']> }
  | { readonly kind: 'busy'; readonly afterMs: number }
  | { readonly kind: 'failed' | 'notKnown' };

/** A post with an unknown outcome is not repeated. */
export function recordChannelPostOutcome(
  planned: PlannedItem,
  channel: string,
  outcome: ChannelPostOutcome,
  now: Date,
): PlannedItem {
  if (outcome.kind === 'posted') return withPost(planned, { channel, state: 'posted', message: outcome.message });
  if (outcome.kind !== 'busy') return withPost(planned, { channel, state: outcome.kind });
  return withPost(planned, {
    channel,
    state: 'waiting',
    until: new Date(now.getTime() + Math.min(outcome.afterMs, maxBackoffMs)).toISOString(),
  });
}

/** The posts' outcome is unknown. `isLeaseExpired`: whether a lease stayed the same for so many milliseconds. */
export function abandonExpiredPosts(
  planned: PlannedItem,
  isLeaseExpired: (channel: string, mark: string, ms: number) => boolean,
): PlannedItem {
  const left = (planned.posts ?? []).filter(
    ({ state, channel, until = '' }) => state === 'taken' && isLeaseExpired(channel, until, leaseMs),
  );
  return left.reduce((updated, { channel }) => withPost(updated, { channel, state: 'notKnown' }), planned);
}

export const isFullyPosted = (planned: PlannedItem): boolean =>
  planned.audience.kind === 'channels' && unpostedChannels(planned).length === 0;

export const postsToWithdraw = ({
  items,
}: Campaign): readonly { readonly item: string; readonly post: ChannelPost }[] =>
  items
    .filter(({ state }) => state === 'withdrawn')
    .flatMap(({ item, posts = [] }) =>
      posts.filter(({ state }) => state === 'posted').map((post) => ({ item: item.id, post })),
    );

export function recordPostWithdrawal(
  campaign: Campaign,
  id: string,
  channel: string,
  state: 'withdrawn' | 'stays',
): Campaign {
  const planned = findPlannedItem(campaign, id);
  const post = planned && findPost(planned, channel);
  return planned && post ? withPlannedItem(campaign, withPost(planned, { ...post, state })) : campaign;
}
