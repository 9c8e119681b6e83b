import { report, type Told, type Way } from './one-report.ts';
import { openWire, type Wire } from './wire.ts';

/** What came of many reports. */
export interface Reported {
  readonly told: readonly Told[];
  /** From the first request to the last answer, in seconds. */
  readonly seconds: number;
  /** Answers a second. */
  readonly stepsPerSecond: number;
  readonly reportsPerSecond: number;
}

async function measured(work: (tell: (told: Told) => void) => Promise<void>): Promise<Reported> {
  const told: Told[] = [];
  const began = performance.now();
  await work((one) => told.push(one));
  const seconds = (performance.now() - began) / 1_000;
  const steps = told.reduce((sum, { tookMs }) => sum + tookMs.length, 0);
  const whole = told.filter(({ refused }) => !refused).length;
  return { told, seconds, stepsPerSecond: steps / seconds, reportsPerSecond: whole / seconds };
}

/** So many people report at a time, one report after the other, while `more` says so. */
export async function reportWhile(
  endpoint: string,
  people: number,
  way: Way,
  more: (begun: number, elapsedMs: number) => boolean,
): Promise<Reported> {
  const wire = openWire(endpoint);
  const result = await measured(async (tell) => {
    const began = performance.now();
    let begun = 0;
    const one = async (_: unknown, at: number): Promise<void> => {
      for (let opensConnection = true; more(begun, performance.now() - began); opensConnection = false) {
        begun += 1;
        tell({ ...(await report(wire, way, at)), opensConnection });
      }
    };
    await Promise.all(Array.from({ length: people }, one));
  });
  wire.close();
  return result;
}

const due = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** People begin to report at even distances over a time, however long each has to wait. */
export async function reportInABurst(
  endpoint: string,
  way: Way,
  { reports, overMs }: { readonly reports: number; readonly overMs: number },
): Promise<Reported> {
  const wire: Wire = openWire(endpoint);
  const result = await measured(async (tell) => {
    const began = performance.now();
    const one = async (_: unknown, at: number): Promise<void> => {
      await due(began + (at * overMs) / reports - performance.now());
      tell(await report(wire, way, at));
    };
    await Promise.all(Array.from({ length: reports }, one));
  });
  wire.close();
  return result;
}
