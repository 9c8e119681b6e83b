import type { Versioned } from '../../concerns/records/case-record.ts';
import { afterCall, type AlertRecord, waitAfterFailure, withCallHeld } from '../../concerns/records/alert-record.ts';
import type { AlertSender, PostOutcome } from '../../concerns/ports/alerts.ts';
import type { AlertTarget, TargetName } from '../../concerns/records/alert-targets.ts';
import type { Clock } from '../../concerns/terms/calendar.ts';
import type { EventLog } from '../running/event-log.ts';
import { leaseEnd } from './due-watch.ts';
import { messageOf } from './made-posts.ts';
import type { PostTogetherDependencies } from './post-together.ts';

interface TellOnCallDependencies {
  readonly sender: Pick<AlertSender, 'post'>;
  readonly clock: Clock;
  readonly chance: () => number;
  readonly repeatMinutes: number;
  readonly log: EventLog;
  readonly onRefused: (target: TargetName) => Promise<void>;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
}

type Note = PostTogetherDependencies['note'];

const nextCall = ({ clock, repeatMinutes }: Pick<TellOnCallDependencies, 'clock' | 'repeatMinutes'>): string =>
  new Date(clock().getTime() + repeatMinutes * 60_000).toISOString();

/**
 * Beside the channel of those who handle the case, again and again until someone acknowledges it. Without a target it
 * is not tried again. Throws StoreError.
 */
export async function tellOnCall(
  deps: TellOnCallDependencies,
  tried: Versioned<AlertRecord>,
  target: AlertTarget | undefined,
  now: Date,
  note: Note,
): Promise<void> {
  if (target === undefined) return note(tried, (alert) => afterCall(alert, tried.value, now, {}));
  const { name } = target;
  const attempts = (tried.value.onCall?.attempts ?? 0) + 1;
  const outcome = await deps.sender.post(target, messageOf(tried.value));
  if (outcome.kind === 'posted') {
    deps.log({ event: 'alertPosted', target: name, attempts });
    const post = { ...outcome.post, postedAt: deps.clock().toISOString() };
    const next = { dueAt: nextCall(deps), attempts: 0 };
    await note(tried, (alert) => afterCall(alert, tried.value, now, { post, next }));
    if (target.lost) await deps.onArrived(target);
    return undefined;
  }
  return noteFailure(deps, { tried, target, outcome, now, note });
}

async function noteFailure(
  deps: Omit<TellOnCallDependencies, 'onArrived'>,
  failed: {
    readonly tried: Versioned<AlertRecord>;
    readonly target: AlertTarget;
    readonly outcome: PostOutcome & { readonly code: string };
    readonly now: Date;
    readonly note: Note;
  },
): Promise<void> {
  const { tried, target, outcome, now, note } = failed;
  const attempts = (tried.value.onCall?.attempts ?? 0) + 1;
  deps.log({ event: 'alertFailed', target: target.name, code: outcome.code, attempts });
  const asked = outcome.kind === 'retry' ? outcome.afterMs : undefined;
  const wait = waitAfterFailure('urgent', attempts, deps.chance(), asked);
  const next = { dueAt: new Date(deps.clock().getTime() + wait).toISOString(), attempts };
  await note(tried, (alert) => afterCall(alert, tried.value, now, { next }));
  if (outcome.kind === 'refused' && attempts === 1 && !target.lost) await deps.onRefused(target.name);
}

/** The outcome is noted by the time of calls alone. */
export function togetherOnCall(
  deps: PostTogetherDependencies & Omit<TellOnCallDependencies, 'onArrived'>,
  now: Date,
): PostTogetherDependencies {
  const note: Note = (leased, change) =>
    deps.note(leased, (alert) => {
      // Other posts that are due need not wait for this lease.
      const { leasedUntil: _lease, ...rest } = change(alert);
      return rest;
    });
  return {
    ...deps,
    lease: (alert) => deps.lease({ ...alert, value: withCallHeld(alert.value, leaseEnd(now)) }),
    note(leased) {
      const next = { dueAt: nextCall(deps), attempts: 0 };
      return note(leased, (alert) => afterCall(alert, leased.value, now, { next }));
    },
    async onFailed({ target }, tried, outcome) {
      if (target) await noteFailure(deps, { tried, target, outcome, now, note });
    },
  };
}
