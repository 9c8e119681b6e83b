import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';

setFlagsFromString('--expose-gc');
const collect = z
  .function({ input: [], output: z.void() })
  .implement(z.custom<() => void>().parse(runInNewContext('gc')));

/** What is held after a collection, in bytes. */
export function heldNow(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** How steeply values rise with their places: the slope of the straight line that fits best. */
export function slopeOf(points: readonly (readonly [at: number, value: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [meanAt, meanValue] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const over = points.reduce((sum, [at, value]) => sum + (at - meanAt) * (value - meanValue), 0);
  return over / points.reduce((sum, [at]) => sum + (at - meanAt) ** 2, 0);
}
