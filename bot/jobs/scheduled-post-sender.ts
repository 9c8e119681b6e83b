import type { Clock, MonotonicClock } from '../../core/model/calendar.ts';
import type { ScheduledPostStore } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import {
  recordPeriodPosted,
  isBackingOff,
  recordPeriodFailed,
  type ScheduledPostSpec,
  newScheduledPost,
  scheduledPostId,
  scheduledPostLeaseMs,
  type ScheduledPost,
  leasePeriod,
  unpostedPeriods,
  type PostWaitReason,
  withWaitingPeriods,
} from '../../core/model/scheduled-post.ts';
import { FiguresError } from '../../summary/figures/week-figures.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { createLeaseObserver } from '../runtime/lease-observer.ts';
import type { TeamsPostResult } from './post-to-teams.ts';

export type PreparedPost =
  | { readonly kind: 'post'; readonly send: () => Promise<TeamsPostResult> }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waits'; readonly reason: PostWaitReason };

export interface PostSchedule {
  readonly regular: ScheduledPostSpec;
  /** Oldest first; the first post is the last of them. */
  readonly due: readonly string[];
  readonly make: (period: string) => Promise<PreparedPost>;
  /** Posted before they were noted here. */
  readonly readLegacyPosted?: () => Promise<readonly string[]>;
}

type VersionedPost = Versioned<ScheduledPost>;
interface PostResult {
  readonly current: VersionedPost | undefined;
  readonly waits?: PostWaitReason;
}

function waitReason(error: unknown): PostWaitReason {
  if (error instanceof FiguresError) return 'damaged';
  if (error instanceof StoreError) return error.code === 'broken' ? 'damaged' : 'store';
  return 'unexpected';
}

/**
 * Posts each period once to each place by however many servers, late rather than never. A post that could not be noted
 * is posted again, and counted as unsure.
 */
export function createScheduledPostSender(deps: {
  readonly scheduledPosts: ScheduledPostStore;
  readonly sources: readonly (() => Promise<readonly PostSchedule[]>)[];
  readonly clock: Clock;
  readonly monotonic: MonotonicClock;
  readonly log: EventLog;
}) {
  const { scheduledPosts, clock, log } = deps;
  /** Posts that the store could not note, so as not to make them again. */
  const unrecorded = new Map<string, { readonly period: string; readonly at: Date }>();
  const leases = createLeaseObserver(deps.monotonic);
  let isRetryRequested = false;

  const isTaken = ({ regular, taken: lease }: ScheduledPost): boolean =>
    lease !== undefined && !leases.isStale(scheduledPostId(regular), lease.until, scheduledPostLeaseMs);

  async function readCurrent(regular: ScheduledPostSpec): Promise<VersionedPost | undefined> {
    const stored = await scheduledPosts.read(regular);
    return stored?.value && { value: stored.value, version: stored.version };
  }

  async function ensureStarted({ regular, due, readLegacyPosted }: PostSchedule): Promise<VersionedPost | undefined> {
    const stored = await scheduledPosts.read(regular);
    if (stored?.value) return { value: stored.value, version: stored.version };
    const first = newScheduledPost(regular, due.at(-1) ?? '');
    const posted = (await readLegacyPosted?.()) ?? [];
    // An unreadable record may have had the last one posted.
    await scheduledPosts.write({ ...first, posted, unsure: stored ? 1 : 0 }, stored?.version);
    return readCurrent(regular);
  }

  async function note(
    from: VersionedPost,
    change: (post: ScheduledPost) => ScheduledPost,
  ): Promise<VersionedPost | undefined> {
    let current: VersionedPost | undefined = from;
    while (current !== undefined) {
      const written = await scheduledPosts.write(change(current.value), current.version);
      current = await readCurrent(from.value.regular);
      if (written) return current;
    }
    return undefined;
  }

  async function noteLate(current: VersionedPost): Promise<VersionedPost | undefined> {
    const id = scheduledPostId(current.value.regular);
    const unrecordedPost = unrecorded.get(id);
    if (unrecordedPost === undefined) return current;
    const noted = await note(current, (post) => recordPeriodPosted(post, unrecordedPost.period, unrecordedPost.at));
    unrecorded.delete(id);
    return noted;
  }

  async function preparePost(each: PostSchedule, period: string): Promise<PreparedPost> {
    try {
      return await each.make(period);
    } catch (error) {
      return { kind: 'waits', reason: waitReason(error) };
    }
  }

  async function acquireLease(current: VersionedPost, period: string): Promise<VersionedPost | undefined> {
    const value = leasePeriod(current.value, period, clock());
    if (!(await scheduledPosts.write(value, current.version))) return undefined;
    return readCurrent(value.regular);
  }

  async function send(
    current: VersionedPost,
    period: string,
    post: () => Promise<TeamsPostResult>,
  ): Promise<PostResult> {
    const lease = await acquireLease(current, period);
    if (lease === undefined) return { current: undefined };
    const { regular } = lease.value;
    const sent = await post();
    const at = clock();
    if (sent.kind === 'arrived') {
      logArrived(regular);
      unrecorded.set(scheduledPostId(regular), { period, at });
      const noted = await note(lease, (value) => recordPeriodPosted(value, period, at));
      unrecorded.delete(scheduledPostId(regular));
      await sent.onRecorded?.();
      return { current: noted };
    }
    logWaiting(regular, sent.code);
    const { reason, afterMs } = sent;
    return {
      current: await note(lease, (value) => recordPeriodFailed(value, { period, reason, afterMs }, at)),
      waits: reason,
    };
  }

  function logArrived(regular: ScheduledPostSpec): void {
    if (regular.what === 'dailyCount') log({ event: 'dailyCountPosted', target: regular.of });
    else log({ event: 'summarySent', what: regular.what, audience: regular.audience });
  }

  function logWaiting(regular: ScheduledPostSpec, code: string): void {
    if (regular.what === 'dailyCount') log({ event: 'dailyCountFailed', target: regular.of, code });
    else log({ event: 'summaryWaits', what: regular.what, audience: regular.audience, code });
  }

  async function noteWaiting(current: VersionedPost, waiting: ScheduledPost['waiting']): Promise<void> {
    const next = withWaitingPeriods(current.value, waiting);
    if (next !== undefined) await scheduledPosts.write(next, current.version);
  }

  async function postOne(each: PostSchedule, period: string, current: VersionedPost): Promise<PostResult> {
    const ready = await preparePost(each, period);
    if (ready.kind === 'waits') {
      const isKnown = current.value.waiting.some((one) => one.period === period && one.reason === ready.reason);
      if (!isKnown) logWaiting(each.regular, ready.reason);
      return { current, waits: ready.reason };
    }
    if (ready.kind === 'post') return send(current, period, ready.send);
    return { current: await note(current, (post) => recordPeriodPosted(post, period, undefined)) };
  }

  async function postSchedule(each: PostSchedule, retries: boolean): Promise<void> {
    if (each.due.length === 0) return;
    const first = await ensureStarted(each);
    const found = first && (await noteLate(first));
    if (found === undefined || isTaken(found.value)) return;
    if (isBackingOff(found.value, clock()) && !retries) return;
    let current: VersionedPost = found;
    const waiting: { readonly period: string; readonly reason: PostWaitReason }[] = [];
    for (const period of unpostedPeriods(current.value, each.due)) {
      if (current.value.stopped === true) return;
      const done: PostResult = await postOne(each, period, current);
      if (done.current === undefined) return;
      ({ current } = done);
      if (done.waits !== undefined) waiting.push({ period, reason: done.waits });
      // Only a damaged period delays none after it.
      if (done.waits !== undefined && done.waits !== 'damaged') break;
    }
    await noteWaiting(current, waiting);
  }

  return {
    retryNow: (): void => {
      isRetryRequested = true;
    },
    /** Throws StoreError, after every place had its turn. */
    postDue: async (): Promise<void> => {
      const retries = isRetryRequested;
      isRetryRequested = false;
      const sources = await Promise.allSettled(deps.sources.map((source) => source()));
      const each = sources.flatMap((source) => (source.status === 'fulfilled' ? source.value : []));
      const tended = await Promise.allSettled(each.map((one) => postSchedule(one, retries)));
      const failed = [...sources, ...tended].find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
