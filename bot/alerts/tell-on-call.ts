import type { Versioned } from '../../concerns/records/case-record.ts';
import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import { waitAfterFailure } from '../../concerns/records/alert-schedule.ts';
import { afterCall } from '../../concerns/records/on-call-schedule.ts';
import type { AlertTarget } from '../../concerns/records/alert-targets.ts';
import type { DispatcherDependencies } from './dispatcher.ts';
import { messageOf } from './made-posts.ts';

type TellOnCallDependencies = Pick<
  DispatcherDependencies,
  'sender' | 'clock' | 'chance' | 'repeatMinutes' | 'log' | 'onRefused' | 'onArrived'
>;

/**
 * Tells somebody on call of an urgent alert, beside the channel of those who handle the case, and has it come again until
 * somebody acknowledges it. Without a target it is not tried again. `note` writes what came of it on the alert as it
 * is then. Throws StoreError.
 */
export async function tellOnCall(
  deps: TellOnCallDependencies,
  tried: Versioned<AlertRecord>,
  target: AlertTarget | undefined,
  now: Date,
  note: (leased: Versioned<AlertRecord>, change: (alert: AlertRecord) => AlertRecord) => Promise<void>,
): Promise<void> {
  if (target === undefined) return note(tried, (alert) => afterCall(alert, tried.value, now, {}));
  const { name } = target;
  const attempts = (tried.value.onCall?.attempts ?? 0) + 1;
  // Also where the target is lost: it is worth a post that is refused.
  const outcome = await deps.sender.post(target, messageOf(tried.value));
  const nextIn = (ms: number): string => new Date(deps.clock().getTime() + ms).toISOString();
  if (outcome.kind === 'posted') {
    deps.log({ event: 'alertPosted', target: name, attempts });
    const post = { ...outcome.post, postedAt: deps.clock().toISOString() };
    const next = { dueAt: nextIn(deps.repeatMinutes * 60_000), attempts: 0 };
    await note(tried, (alert) => afterCall(alert, tried.value, now, { post, next }));
    if (target.lost) await deps.onArrived(target);
    return undefined;
  }
  deps.log({ event: 'alertFailed', target: name, code: outcome.code, attempts });
  const asked = outcome.kind === 'retry' ? outcome.afterMs : undefined;
  const next = { dueAt: nextIn(waitAfterFailure('urgent', attempts, deps.chance(), asked)), attempts };
  await note(tried, (alert) => afterCall(alert, tried.value, now, { next }));
  if (outcome.kind === 'refused' && attempts === 1 && !target.lost) await deps.onRefused(name);
  return undefined;
}
