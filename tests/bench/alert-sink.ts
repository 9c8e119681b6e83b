import { referenceOn } from '../support/journeys/saved-case.ts';
import { startLoopbackServer, type WireAnswer } from '../fakes/loopback-server.ts';

type Weather = 'open' | 'down' | 'silent';

/** A channel that notes when the first alert of each case arrived, on the clock of `performance`. */
export interface AlertSink {
  readonly serviceUrl: string;
  readonly arrivals: ReadonlyMap<string, number>;
  /** `down` answers 503, `silent` not at all. */
  be(weather: Weather): void;
  /** Settles when a post of the case has reached it, in whatever weather; rejects when none comes in time. */
  reached(caseId: string, patienceMs: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startAlertSink(): Promise<AlertSink> {
  const arrivals = new Map<string, number>();
  const touched = new Set<string>();
  const waiting = new Map<string, () => void>();
  let weather: Weather = 'open';
  let given = 0;
  const answers: Readonly<Record<Weather, () => WireAnswer>> = {
    open: () => ({ kind: 'answer', status: 201, body: { id: `19:thread${given}`, activityId: String(given) } }),
    down: () => ({ kind: 'answer', status: 503 }),
    silent: () => ({ kind: 'hang' }),
  };
  const server = await startLoopbackServer(({ body }) => {
    given += 1;
    const caseId = referenceOn({ text: body });
    if (caseId !== undefined) {
      if (weather === 'open' && !arrivals.has(caseId)) arrivals.set(caseId, performance.now());
      touched.add(caseId);
      waiting.get(caseId)?.();
    }
    return answers[weather]();
  });
  return {
    serviceUrl: server.url,
    arrivals,
    be(next) {
      weather = next;
      touched.clear();
    },
    async reached(caseId, patienceMs) {
      if (touched.has(caseId)) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve, reject) => {
        waiting.set(caseId, resolve);
        timer = setTimeout(() => reject(new Error('no alert came')), patienceMs);
      }).finally(() => clearTimeout(timer));
    },
    stop: () => server.stop(),
  };
}
