import { once } from 'node:events';
import { startLoopbackServer, type WireAnswer } from '../fakes/loopback-server.ts';
import { parseCardReference } from '../support/journeys/saved-case.ts';

type ChannelState = 'open' | 'down' | 'silent';

/** A channel that notes when the first alert of each case arrived, on the clock of `performance`. */
export interface AlertSink {
  readonly serviceUrl: string;
  readonly arrivals: ReadonlyMap<string, number>;
  /** `down` answers 503, `silent` not at all. */
  setState(weather: ChannelState): void;
  /** Settles when a post of the case has reached it, in any weather; rejects if none comes in time. */
  waitForArrivals(caseId: string, patienceMs: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startAlertSink(): Promise<AlertSink> {
  const arrivals = new Map<string, number>();
  const posts = new EventTarget();
  const touched = new Set<string>();
  let weather: ChannelState = 'open';
  let given = 0;
  const server = await startLoopbackServer(({ body }): WireAnswer => {
    given += 1;
    const caseId = parseCardReference({ text: body });
    if (caseId !== undefined) {
      if (weather === 'open' && !arrivals.has(caseId)) arrivals.set(caseId, performance.now());
      touched.add(caseId);
      posts.dispatchEvent(new Event(caseId));
    }
    if (weather === 'silent') return { kind: 'hang' };
    const accepted = { id: `19:thread${given}`, activityId: String(given) };
    return weather === 'down' ? { kind: 'answer', status: 503 } : { kind: 'answer', status: 201, body: accepted };
  });
  return {
    serviceUrl: server.url,
    arrivals,
    setState(next) {
      weather = next;
      touched.clear();
    },
    async waitForArrivals(caseId, patienceMs) {
      if (!touched.has(caseId)) await once(posts, caseId, { signal: AbortSignal.timeout(patienceMs) });
    },
    stop: () => server.stop(),
  };
}
