import { setTimeout } from 'node:timers/promises';
import type { Told, Way } from './way.ts';
import { openWire, type Wire } from './wire.ts';

/** What came of many reports. */
export interface Reported {
  readonly told: readonly Told[];
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly steps: number;
}

async function measured(
  endpoint: string,
  work: (wire: Wire, tell: (told: Told) => void) => Promise<unknown>,
): Promise<Reported> {
  const told: Told[] = [];
  const wire = openWire(endpoint);
  const began = performance.now();
  await work(wire, (one) => told.push(one));
  const seconds = (performance.now() - began) / 1_000;
  wire.close();
  return { told, seconds, steps: told.reduce((sum, { tookMs }) => sum + tookMs.length, 0) };
}

/** So many people report at a time, one report after the other, while `more` says so. */
export const reportWhile = (
  endpoint: string,
  people: number,
  way: Way,
  more: (begun: number, elapsedMs: number) => boolean,
): Promise<Reported> =>
  measured(endpoint, async (wire, tell) => {
    const began = performance.now();
    let begun = 0;
    const one = async (_: unknown, at: number): Promise<void> => {
      for (let opensConnection = true; more(begun, performance.now() - began); opensConnection = false) {
        begun += 1;
        tell({ ...(await way(wire, at)), opensConnection });
      }
    };
    await Promise.all(Array.from({ length: people }, one));
  });

/** People begin to report at even distances over a time, however long each has to wait. */
export const reportInABurst = (
  endpoint: string,
  way: Way,
  { reports, overMs }: { readonly reports: number; readonly overMs: number },
): Promise<Reported> =>
  measured(endpoint, async (wire, tell) => {
    const began = performance.now();
    const one = async (_: unknown, at: number): Promise<void> => {
      await setTimeout(Math.max(0, began + (at * overMs) / reports - performance.now()));
      tell(await way(wire, at));
    };
    await Promise.all(Array.from({ length: reports }, one));
  });
