import { z } from 'zod';
import { sha256 } from './digests.ts';
import { addMonths, type Day } from './calendar.ts';
import { type Language, languages } from './language.ts';
import { daySchema } from './base-schemas.ts';

/**
 * It holds no name, no Entra id, no time finer than a day, and no act of a person except their choice about these
 * messages.
 */
export const subscriberSchema = z.object({
  id: z.string().min(1),
  conversationId: z.string().min(1),
  /** An address of Teams' connector. The sender checks that it is one of Teams'. */
  serviceUrl: z.string().min(1),
  language: z.enum(languages),
  since: daySchema,
  optedOut: z.literal(true).optional(),
  pausedUntil: daySchema.optional(),
  welcomeOwed: z.literal(true).optional(),
});
export type Subscriber = z.infer<typeof subscriberSchema>;

/** In base64url: the order of rows tells nothing that someone did. */
export const subscriberId = (conversationId: string): string => sha256(`candour/1/reach ${conversationId}`);

export interface Installation {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly language: Language;
}

export const newSubscriber = ({ conversationId, serviceUrl, language }: Installation, since: Day): Subscriber => ({
  id: subscriberId(conversationId),
  conversationId,
  serviceUrl,
  language,
  since,
});

export function withPendingWelcome(subscriber: Subscriber, isPending: boolean): Subscriber {
  const { welcomeOwed: _owed, ...rest } = subscriber;
  return isPending ? { ...rest, welcomeOwed: true } : rest;
}

export const subscriptionPreferences = ['receive', 'pause', 'none'] as const;
export type SubscriptionPreference = (typeof subscriptionPreferences)[number];

const pauseMonths = 3;

export function effectiveSubscriptionPreference(
  { optedOut, pausedUntil }: Subscriber,
  today: Day,
): SubscriptionPreference {
  if (optedOut) return 'none';
  return pausedUntil !== undefined && today < pausedUntil ? 'pause' : 'receive';
}

export function withSubscriptionPreference(
  subscriber: Subscriber,
  preference: SubscriptionPreference,
  today: Day,
): Subscriber {
  const { optedOut: _out, pausedUntil: _until, ...rest } = subscriber;
  switch (preference) {
    case 'receive':
      return rest;
    case 'pause':
      return { ...rest, pausedUntil: addMonths(today, pauseMonths) };
    case 'none':
      return { ...rest, optedOut: true };
    default:
      return preference satisfies never;
  }
}
