import { z } from 'zod';
import { sha256 } from './digests.ts';
import { addMonths, type Day } from './calendar.ts';
import { type Language, languages } from './language.ts';
import { daySchema } from './case-terms.ts';

/**
 * It holds no name, no Entra id and no time finer than a day, and nothing that someone does with Candour except their
 * choice about these messages.
 */
export const reachRowSchema = z.object({
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
export type ReachRow = z.infer<typeof reachRowSchema>;

/** In base64url: rows do not sort by anything that someone did. */
export const reachIdOf = (conversationId: string): string => sha256(`candour/1/reach ${conversationId}`);

export interface Installed {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly language: Language;
}

export const newReachRow = ({ conversationId, serviceUrl, language }: Installed, since: Day): ReachRow => ({
  id: reachIdOf(conversationId),
  conversationId,
  serviceUrl,
  language,
  since,
});

export function withWelcomeOwed(row: ReachRow, isOwed: boolean): ReachRow {
  const { welcomeOwed: _owed, ...rest } = row;
  return isOwed ? { ...rest, welcomeOwed: true } : rest;
}

export const reachChoices = ['receive', 'pause', 'none'] as const;
export type ReachChoice = (typeof reachChoices)[number];

const pauseMonths = 3;

export function choiceOn({ optedOut, pausedUntil }: ReachRow, today: Day): ReachChoice {
  if (optedOut) return 'none';
  return pausedUntil !== undefined && today < pausedUntil ? 'pause' : 'receive';
}

export function withChoice(row: ReachRow, choice: ReachChoice, today: Day): ReachRow {
  const { optedOut: _out, pausedUntil: _until, ...rest } = row;
  switch (choice) {
    case 'receive':
      return rest;
    case 'pause':
      return { ...rest, pausedUntil: addMonths(today, pauseMonths) };
    case 'none':
      return { ...rest, optedOut: true };
    default:
      return choice satisfies never;
  }
}
