import type { Person } from '../dialogs/turn.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** Who an activity is from, as its checked token's channel says. */
export function personOf(activity: IncomingActivity, tenantId: string): Person {
  const objectId = activity.from.aadObjectId?.toLowerCase() ?? activity.from.id;
  return { key: `${tenantId}/${objectId}`, objectId, name: activity.from.name ?? '', tenantId };
}
