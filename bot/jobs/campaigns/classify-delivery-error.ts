import type { DeliveryOutcome } from '../../../core/model/delivery.ts';
import { ChannelError } from '../../teams/channel-connection.ts';

export interface ChannelFeedback {
  /** Milliseconds, if it asked for time. */
  readonly pauseMs?: number;
  /** If that goes on, the channel is asked more rarely. */
  readonly isFailing: boolean;
}

export interface DeliveryAttempt {
  readonly outcome: DeliveryOutcome;
  readonly feedback: ChannelFeedback;
}

/** For a channel that asks for time and does not say how much. */
const defaultPauseMs = 2_000;

const healthyFeedback = { isFailing: false } as const;
const busyAttempt = (afterMs: number | undefined): DeliveryAttempt => ({
  outcome: { kind: 'again', reason: 'busy' },
  feedback: { isFailing: false, ...(afterMs !== undefined && { pauseMs: afterMs }) },
});

/** `undefined` if the message may have been taken. */
function classifyUndelivered({ code, status, retryAfterMs }: ChannelError): DeliveryAttempt | undefined {
  // Nothing left this server, or the channel does not know us.
  if (code === 'unsent' || status === 401) {
    return { outcome: { kind: 'again', reason: 'unreachable' }, feedback: { isFailing: true } };
  }
  if (status === 429) return busyAttempt(retryAfterMs ?? defaultPauseMs);
  if (status === 412) return busyAttempt(retryAfterMs);
  // Without a time, something between us and the channel may have answered, and the message may be there.
  if (status === 503 && retryAfterMs !== undefined) return busyAttempt(retryAfterMs);
  if (status === 403 || status === 404) return { outcome: { kind: 'gone' }, feedback: healthyFeedback };
  if (status !== undefined && status >= 400 && status < 500 && status !== 408) {
    return { outcome: { kind: 'failed', reason: 'refused' }, feedback: healthyFeedback };
  }
  return undefined;
}

/**
 * Microsoft says to repeat 502 and 504 as well; but after these, a 500, a time-out or a cut connection the message may
 * be there, and no one may get it twice.
 */
export function classifySendError(error: unknown): DeliveryAttempt {
  const failure = error instanceof ChannelError ? error : new ChannelError('unexpected');
  return classifyUndelivered(failure) ?? { outcome: { kind: 'notKnown' }, feedback: { isFailing: true } };
}

/** Replacing a message twice is harmless. */
export function classifyWithdrawError(error: unknown): DeliveryAttempt {
  const failure = error instanceof ChannelError ? error : new ChannelError('unexpected');
  return (
    classifyUndelivered(failure) ?? { outcome: { kind: 'again', reason: 'unreachable' }, feedback: { isFailing: true } }
  );
}
