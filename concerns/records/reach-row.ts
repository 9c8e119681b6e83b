import { createHash } from 'node:crypto';
import { z } from 'zod';
import { addMonths, type Day } from '../terms/calendar.ts';
import { type Language, languages } from '../terms/language.ts';
import { daySchema } from './case-terms.ts';

/**
 * Somebody who has the app in a chat of their own, and so can be written to. It is made when the app is installed and
 * says the same of everybody: no name, no id of Entra's, no time finer than a day. Nothing that somebody does with
 * Candour is written here but what they choose about these messages themselves.
 */
export const reachRowSchema = z.object({
  /** The digest of the conversation's id. */
  id: z.string().min(1),
  conversationId: z.string().min(1),
  /** The address of Teams' connector for this conversation. Whoever sends there looks whether it is one of Teams'. */
  serviceUrl: z.string().min(1),
  language: z.enum(languages),
  /** The day on which the app was installed. */
  since: daySchema,
  /** Whether this person wants no messages. */
  optedOut: z.literal(true).optional(),
  /** The day from which this person wants messages again. */
  pausedUntil: daySchema.optional(),
  /** Whether Teams did not take the first card when the app was installed, so that it is still to come. */
  welcomeOwed: z.literal(true).optional(),
});
export type ReachRow = z.infer<typeof reachRowSchema>;

/** The digest by which the row of a conversation is found, in base64url: it sorts as nothing that anybody did. */
export const reachIdOf = (conversationId: string): string =>
  createHash('sha256').update(`candour/1/reach ${conversationId}`).digest('base64url');

/** The parts of a row that its installation says. */
export interface Installed {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly language: Language;
}

/** The row of somebody who has the app since a day: it receives messages. */
export const newReachRow = ({ conversationId, serviceUrl, language }: Installed, since: Day): ReachRow => ({
  id: reachIdOf(conversationId),
  conversationId,
  serviceUrl,
  language,
  since,
});

/** The row with a first card that is still to come, or without. */
export function withWelcomeOwed(row: ReachRow, isOwed: boolean): ReachRow {
  const { welcomeOwed: _owed, ...rest } = row;
  return isOwed ? { ...rest, welcomeOwed: true } : rest;
}

/** The choices that somebody has about messages: all of them, none for three months, or none. */
export const reachChoices = ['receive', 'pause', 'none'] as const;
export type ReachChoice = (typeof reachChoices)[number];

/** How long a pause is, in months. */
const pauseMonths = 3;

/** The choice that holds on a day: a pause is over by itself. */
export function choiceOn({ optedOut, pausedUntil }: ReachRow, today: Day): ReachChoice {
  if (optedOut) return 'none';
  return pausedUntil !== undefined && today < pausedUntil ? 'pause' : 'receive';
}

/** The row after a choice of its person. A pause begins anew each time that it is chosen. */
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
