import { z } from 'zod';
import { type PersonId, personIdSchema } from '../../concerns/terms/directory.ts';
import type { Person } from '../../conversations/conversation.ts';
import type { IncomingActivity } from './incoming-activity.ts';

const objectIdSchema = z.guid().pipe(personIdSchema);

/** `undefined` for a bot, or a person without an Entra account. */
export const objectIdOf = (activity: IncomingActivity): PersonId | undefined =>
  objectIdSchema.safeParse(activity.from.aadObjectId).data;

/** Throws if no one in Entra sent it: the door refuses those. */
export function personOf(activity: IncomingActivity, tenantId: string): Person {
  const objectId = objectIdOf(activity);
  if (objectId === undefined) throw new Error('an activity from nobody');
  return { key: `${tenantId}/${objectId}`, objectId, name: activity.from.name ?? '', tenantId };
}
