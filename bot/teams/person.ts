import { z } from 'zod';
import { type PersonId, personIdSchema } from '../../concerns/terms/person-id.ts';
import type { Person } from '../../conversations/conversation.ts';
import type { IncomingActivity } from './incoming-activity.ts';

const objectIdSchema = z.guid().pipe(personIdSchema);

/**
 * The Entra object id of whoever an activity is from. `undefined` where it is from nobody in Entra: another bot, or
 * somebody whose only name is one that a channel gave them.
 */
export const objectIdOf = (activity: IncomingActivity): PersonId | undefined =>
  objectIdSchema.safeParse(activity.from.aadObjectId).data;

/** Who an activity is from, as its checked token's channel says. Throws where it is nobody: the door lets none in. */
export function personOf(activity: IncomingActivity, tenantId: string): Person {
  const objectId = objectIdOf(activity);
  if (objectId === undefined) throw new Error('an activity from nobody');
  return { key: `${tenantId}/${objectId}`, objectId, name: activity.from.name ?? '', tenantId };
}
