import { z } from 'zod';

export const laneCount = 5;

/** A server whose stamp stays the same for too long, timed by the observer, is dead. No two clocks are compared. */
export const sendingLanesSchema = z.object({
  servers: z
    .array(z.object({ id: z.string().min(1), stamp: z.string(), lanes: z.int().min(0).max(laneCount) }))
    .readonly(),
  pause: z.object({ id: z.string(), ms: z.number().min(0) }).optional(),
});
export type SendingLanes = z.infer<typeof sendingLanesSchema>;
export type Pause = NonNullable<SendingLanes['pause']>;

export const noLanes: SendingLanes = { servers: [] };

export const lanesOf = ({ servers }: SendingLanes, id: string): number =>
  servers.find((server) => server.id === id)?.lanes ?? 0;

const shareOf = (place: number, servers: number): number =>
  Math.floor(laneCount / servers) + (place < laneCount % servers ? 1 : 0);

/** The server takes its share of the free lanes and gives back its surplus; the total never exceeds `laneCount`. */
export function withServer(
  standing: SendingLanes,
  { id, stamp, isDead }: { readonly id: string; readonly stamp: string; readonly isDead: (id: string) => boolean },
): SendingLanes {
  const others = standing.servers.filter((server) => server.id !== id && !isDead(server.id));
  const inOrder = [...others.map((server) => server.id), id].sort();
  const free = Math.max(0, laneCount - others.reduce((sum, { lanes }) => sum + lanes, 0));
  const lanes = Math.min(shareOf(inOrder.indexOf(id), inOrder.length), free);
  return { ...standing, servers: [...others, { id, stamp, lanes }] };
}

export const withoutServer = (standing: SendingLanes, id: string): SendingLanes => ({
  ...standing,
  servers: standing.servers.filter((server) => server.id !== id),
});
