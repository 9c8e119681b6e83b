import { setTimeout } from 'node:timers/promises';
import type { ReportResult, ReportScript } from './report-script.ts';
import { openHttpConnection, type HttpConnection } from './http-connection.ts';

/** What came of many reports. */
export interface LoadResult {
  readonly told: readonly ReportResult[];
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly steps: number;
}

async function measureLoad(
  endpoint: string,
  work: (wire: HttpConnection, tell: (told: ReportResult) => void) => Promise<unknown>,
): Promise<LoadResult> {
  const told: ReportResult[] = [];
  const wire = openHttpConnection(endpoint);
  const began = performance.now();
  await work(wire, (one) => told.push(one));
  const seconds = (performance.now() - began) / 1_000;
  wire.close();
  return { told, seconds, steps: told.reduce((sum, { tookMs }) => sum + tookMs.length, 0) };
}

/** So many people report at a time, one report after the other, while `more` says so. */
export const runReportLoad = (
  endpoint: string,
  people: number,
  way: ReportScript,
  more: (begun: number, elapsedMs: number) => boolean,
): Promise<LoadResult> =>
  measureLoad(endpoint, async (wire, tell) => {
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
export const runReportBurst = (
  endpoint: string,
  way: ReportScript,
  { reports, overMs }: { readonly reports: number; readonly overMs: number },
): Promise<LoadResult> =>
  measureLoad(endpoint, async (wire, tell) => {
    const began = performance.now();
    const one = async (_: unknown, at: number): Promise<void> => {
      await setTimeout(Math.max(0, began + (at * overMs) / reports - performance.now()));
      tell(await way(wire, at));
    };
    await Promise.all(Array.from({ length: reports }, one));
  });
