import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import { afterNotice, waitAfterFailure } from '../../concerns/records/alert-schedule.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import type { PostOutcome } from '../../concerns/ports/alert-sender.ts';
import type { DispatcherDependencies } from './dispatcher.ts';

/** How soon a notice without a channel looks again whether one was set, in milliseconds. That costs nobody anything. */
const noChannelWaitMs = 30_000;

export type TellReserveDependencies = Pick<
  DispatcherDependencies,
  'targets' | 'sender' | 'chance' | 'log' | 'onRefused' | 'onArrived'
>;

/**
 * Tells the reserve that one person did something to a case alone, and not which case, until the post arrives. `note`
 * writes what came of it on the alert as it stands then. Throws StoreError.
 */
export async function tellReserve(
  deps: TellReserveDependencies,
  tried: Versioned<AlertRecord>,
  now: Date,
  note: (leased: Versioned<AlertRecord>, change: (alert: AlertRecord) => AlertRecord) => Promise<void>,
): Promise<void> {
  const attempts = (tried.value.notice?.attempts ?? 0) + 1;
  const target = await deps.targets.read('reserve');
  // Also where the target is lost: it is worth a post that is refused.
  const outcome: PostOutcome = target
    ? await deps.sender.post(target, { urgency: 'standard', oversight: true })
    : { kind: 'refused', code: 'noTarget' };
  const noted = (again?: Date) => note(tried, (alert) => afterNotice(alert, tried.value, now, again));
  if (outcome.kind === 'posted') {
    deps.log({ event: 'alertPosted', target: 'reserve', attempts });
    await noted();
    if (target?.lost) await deps.onArrived(target);
    return;
  }
  deps.log({ event: 'alertFailed', target: 'reserve', code: outcome.code, attempts });
  const asked = outcome.kind === 'retry' ? outcome.afterMs : undefined;
  const wait = target ? waitAfterFailure('standard', attempts, deps.chance(), asked) : noChannelWaitMs;
  await noted(new Date(now.getTime() + wait));
  if (outcome.kind === 'refused' && attempts === 1 && target && !target.lost) await deps.onRefused('reserve');
}
