import type { Server } from 'restify';

interface ReadinessNotes {
  readonly alerts?: 'setAside';
  /** This server's clock moved, or disagrees with the store. */
  readonly clock?: 'doubted';
  readonly certificate?: 'ends';
  /** Reports are taken without files. */
  readonly files?: 'unreachable';
  /** After a restore, automatic sending waits until someone resumes it. */
  readonly restored?: 'paused';
  /** Some records cannot be read; reports are saved. */
  readonly store?: 'damaged';
}

export type Readiness = ({ readonly status: 'ready' } & ReadinessNotes) | { readonly status: 'notReady' };

export const maxHealthConnections = 200;
const cacheMs = 10_000;

/** One check serves everyone for ten seconds: it writes into the store, and anyone may ask. Never rejects. */
export function createCachedReadiness(deps: {
  readonly ready: () => Promise<void>;
  readonly notes: () => ReadinessNotes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): () => Promise<Readiness> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  function isReady(): Promise<boolean> {
    const since = deps.now() - (last?.at ?? Number.NEGATIVE_INFINITY);
    // A negative age means that the clock was set back.
    if (last !== undefined && since >= 0 && since < cacheMs) return last.answer;
    const answer = deps.ready().then(
      () => true,
      () => false,
    );
    last = { at: deps.now(), answer };
    return answer;
  }
  return async () => ((await isReady()) ? { status: 'ready', ...deps.notes() } : { status: 'notReady' });
}

export function serveHealth(server: Server, readiness: () => Promise<Readiness>): void {
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request, response) => {
    const answer = await readiness();
    response.send(answer.status === 'ready' ? 200 : 503, answer);
  });
}
