import type { Clock, Monotonic } from '../../core/model/calendar.ts';
import type { RegularPosts } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import {
  arrived,
  isWaiting,
  notArrived,
  type Regular,
  regularFrom,
  regularId,
  regularLeaseMs,
  type RegularPost,
  taken,
  unposted,
  type WaitReason,
  withWaiting,
} from '../../core/model/scheduled-post.ts';
import { FiguresError } from '../../summary/figures/week-figures.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { createObserver } from '../runtime/observer.ts';
import type { Sent } from './delivery-result.ts';

export type Made =
  | { readonly kind: 'post'; readonly send: () => Promise<Sent> }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waits'; readonly reason: WaitReason };

export interface Regularly {
  readonly regular: Regular;
  /** The oldest first. It begins with the last of them. */
  readonly due: readonly string[];
  readonly make: (period: string) => Promise<Made>;
  /** Those posted before regular posts were noted here; none if it is missing. */
  readonly postedBefore?: () => Promise<readonly string[]>;
}

type Standing = Versioned<RegularPost>;
interface Done {
  readonly standing: Standing | undefined;
  readonly waits?: WaitReason;
}

function reasonOf(error: unknown): WaitReason {
  if (error instanceof FiguresError) return 'damaged';
  if (error instanceof StoreError) return error.code === 'broken' ? 'damaged' : 'store';
  return 'unexpected';
}

/**
 * Posts each period once to each place by however many servers, late rather than never. A post that could not be noted
 * is posted again, and counted as unsure.
 */
export function createRegularPosts(deps: {
  readonly regularPosts: RegularPosts;
  readonly sources: readonly (() => Promise<readonly Regularly[]>)[];
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly log: EventLog;
}) {
  const { regularPosts, clock, log } = deps;
  /** Posts that the store could not note: while they are known here, they are not made again. */
  const unnoted = new Map<string, { readonly period: string; readonly at: Date }>();
  const leases = createObserver(deps.monotonic);
  let isHurried = false;

  const isTaken = ({ regular, taken: held }: RegularPost): boolean =>
    held !== undefined && !leases.hasStood(regularId(regular), held.until, regularLeaseMs);

  async function standingOf(regular: Regular): Promise<Standing | undefined> {
    const standing = await regularPosts.read(regular);
    return standing?.value && { value: standing.value, version: standing.version };
  }

  async function begun({ regular, due, postedBefore }: Regularly): Promise<Standing | undefined> {
    const standing = await regularPosts.read(regular);
    if (standing?.value) return { value: standing.value, version: standing.version };
    const first = regularFrom(regular, due.at(-1) ?? '');
    const posted = (await postedBefore?.()) ?? [];
    // A record that cannot be read may have had the last one posted.
    await regularPosts.write({ ...first, posted, unsure: standing ? 1 : 0 }, standing?.version);
    return standingOf(regular);
  }

  async function note(from: Standing, change: (post: RegularPost) => RegularPost): Promise<Standing | undefined> {
    let current: Standing | undefined = from;
    while (current !== undefined) {
      const written = await regularPosts.write(change(current.value), current.version);
      current = await standingOf(from.value.regular);
      if (written) return current;
    }
    return undefined;
  }

  async function noteLate(standing: Standing): Promise<Standing | undefined> {
    const id = regularId(standing.value.regular);
    const made = unnoted.get(id);
    if (made === undefined) return standing;
    const noted = await note(standing, (post) => arrived(post, made.period, made.at));
    unnoted.delete(id);
    return noted;
  }

  async function made(each: Regularly, period: string): Promise<Made> {
    try {
      return await each.make(period);
    } catch (error) {
      return { kind: 'waits', reason: reasonOf(error) };
    }
  }

  async function take(standing: Standing, period: string): Promise<Standing | undefined> {
    const value = taken(standing.value, period, clock());
    if (!(await regularPosts.write(value, standing.version))) return undefined;
    return standingOf(value.regular);
  }

  async function send(standing: Standing, period: string, post: () => Promise<Sent>): Promise<Done> {
    const held = await take(standing, period);
    if (held === undefined) return { standing: undefined };
    const { regular } = held.value;
    const sent = await post();
    const at = clock();
    if (sent.kind === 'arrived') {
      logArrived(regular);
      unnoted.set(regularId(regular), { period, at });
      const noted = await note(held, (value) => arrived(value, period, at));
      unnoted.delete(regularId(regular));
      await sent.afterwards?.();
      return { standing: noted };
    }
    logWaits(regular, sent.code);
    const { reason, afterMs } = sent;
    return { standing: await note(held, (value) => notArrived(value, { period, reason, afterMs }, at)), waits: reason };
  }

  function logArrived(regular: Regular): void {
    if (regular.what === 'dailyCount') log({ event: 'dailyCountPosted', target: regular.of });
    else log({ event: 'summarySent', what: regular.what, audience: regular.audience });
  }

  function logWaits(regular: Regular, code: string): void {
    if (regular.what === 'dailyCount') log({ event: 'dailyCountFailed', target: regular.of, code });
    else log({ event: 'summaryWaits', what: regular.what, audience: regular.audience, code });
  }

  async function noteWaiting(standing: Standing, waiting: RegularPost['waiting']): Promise<void> {
    const next = withWaiting(standing.value, waiting);
    if (next !== undefined) await regularPosts.write(next, standing.version);
  }

  async function postOne(each: Regularly, period: string, standing: Standing): Promise<Done> {
    const ready = await made(each, period);
    if (ready.kind === 'waits') {
      const isKnown = standing.value.waiting.some((one) => one.period === period && one.reason === ready.reason);
      if (!isKnown) logWaits(each.regular, ready.reason);
      return { standing, waits: ready.reason };
    }
    if (ready.kind === 'post') return send(standing, period, ready.send);
    return { standing: await note(standing, (post) => arrived(post, period, undefined)) };
  }

  async function tend(each: Regularly, hurried: boolean): Promise<void> {
    if (each.due.length === 0) return;
    const first = await begun(each);
    const found = first && (await noteLate(first));
    if (found === undefined || isTaken(found.value)) return;
    if (isWaiting(found.value, clock()) && !hurried) return;
    let standing: Standing = found;
    const waiting: { readonly period: string; readonly reason: WaitReason }[] = [];
    for (const period of unposted(standing.value, each.due)) {
      if (standing.value.stopped === true) return;
      const done: Done = await postOne(each, period, standing);
      if (done.standing === undefined) return;
      ({ standing } = done);
      if (done.waits !== undefined) waiting.push({ period, reason: done.waits });
      // A damaged period keeps none after it waiting; any other reason would keep them as well.
      if (done.waits !== undefined && done.waits !== 'damaged') break;
    }
    await noteWaiting(standing, waiting);
  }

  return {
    hurry: (): void => {
      isHurried = true;
    },
    /** Throws StoreError, when every place had its turn. */
    postDue: async (): Promise<void> => {
      const hurried = isHurried;
      isHurried = false;
      const sources = await Promise.allSettled(deps.sources.map((source) => source()));
      const each = sources.flatMap((source) => (source.status === 'fulfilled' ? source.value : []));
      const tended = await Promise.allSettled(each.map((one) => tend(one, hurried)));
      const failed = [...sources, ...tended].find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
