import { z } from 'zod';

/** Into how many shares the rate of all servers is cut. */
export const laneCount = 5;

/**
 * Which servers send, with how many lanes each. A server that is alive writes a new stamp every few seconds: whoever
 * sees the same one for too long by a watch of their own knows that it is dead, and no two clocks are compared.
 */
export const sendingLanesSchema = z.object({
  servers: z
    .array(z.object({ id: z.string().min(1), stamp: z.string(), lanes: z.int().min(0).max(laneCount) }))
    .readonly(),
  /** The channel asked for time: each server waits so long from when it first sees this. */
  pause: z.object({ id: z.string(), ms: z.number().min(0) }).optional(),
});
export type SendingLanes = z.infer<typeof sendingLanesSchema>;
export type Pause = NonNullable<SendingLanes['pause']>;

/** Nobody sends. */
export const noLanes: SendingLanes = { servers: [] };

/** How many lanes a server has. */
export const lanesOf = ({ servers }: SendingLanes, id: string): number =>
  servers.find((server) => server.id === id)?.lanes ?? 0;

/** How many of the lanes are due to each of so many servers: they differ by one at most. */
const shareOf = (place: number, servers: number): number =>
  Math.floor(laneCount / servers) + (place < laneCount % servers ? 1 : 0);

/**
 * The lanes with a server among those who send, the dead left out. It takes its share of what is free, and gives back
 * what is above it. All together never have more lanes than there are.
 */
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

/** The lanes without a server. */
export const withoutServer = (standing: SendingLanes, id: string): SendingLanes => ({
  ...standing,
  servers: standing.servers.filter((server) => server.id !== id),
});
