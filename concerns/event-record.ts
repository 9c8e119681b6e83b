import { createHash } from 'node:crypto';
import { z } from 'zod';
import { caseIdSchema } from './case-record.ts';

/** Who did something: the system, the person who reported, or somebody with a role, by their Entra object id. */
const actorSchema = z.union([z.literal('system'), z.literal('reporter'), z.object({ objectId: z.string() })]);

/** One entry of a case's append-only history. Each holds the hash of the one before. */
export const eventRecordSchema = z.object({
  caseId: caseIdSchema,
  /** From 1, without gaps. */
  sequence: z.int().min(1),
  kind: z.enum(['received', 'acknowledged', 'consulted', 'messageFromReporter', 'messageToReporter']),
  by: actorSchema,
  /** An instant, or only a day where it is the reporter's act. */
  at: z.string(),
  /** A message, sealed to those who handle the case or to the mailbox of the one who reported it. */
  message: z.object({ id: z.string(), number: z.int().min(1), sealed: z.string() }).optional(),
  previous: z.string(),
  hash: z.string(),
});
export type EventRecord = z.infer<typeof eventRecordSchema>;
export type Actor = z.infer<typeof actorSchema>;
export type NewEvent = Pick<EventRecord, 'kind' | 'by' | 'at' | 'message'>;

const by = (actor: Actor): string => (typeof actor === 'string' ? actor : `person:${actor.objectId}`);

/** The hash of an entry: over everything in it and the hash of the one before, in a fixed order. */
export const hashOfEvent = (event: Omit<EventRecord, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        'candour/1/event',
        event.caseId,
        event.sequence,
        event.kind,
        by(event.by),
        event.at,
        event.message ? [event.message.id, event.message.number, event.message.sealed] : [],
        event.previous,
      ]),
    )
    .digest('base64url');

/** The entry that follows a chain's head. */
export function nextEvent(
  caseId: EventRecord['caseId'],
  head: { readonly sequence: number; readonly hash: string },
  event: NewEvent,
): EventRecord {
  const entry = { ...event, caseId, sequence: head.sequence + 1, previous: head.hash };
  return { ...entry, hash: hashOfEvent(entry) };
}

/** The head of a history that has no entry yet. */
export const emptyChain = { sequence: 0, hash: '' } as const;
