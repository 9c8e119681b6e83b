import type { Server } from 'restify';

/** Beside the answer of `/readyz`. Missing where all is well. */
export interface ReadinessNotes {
  /** Some alerts cannot be read. */
  readonly alerts?: 'setAside';
  /** This server's clock moved, or disagrees with the store. */
  readonly clock?: 'doubted';
  /** The certificate that the bot shows Entra ends within six weeks, has ended, or cannot be used. */
  readonly certificate?: 'ends';
  /** No sealed file can be kept or opened: reports without files are taken. */
  readonly files?: 'unreachable';
}

/** For how long one look at the store is everybody's answer, in milliseconds. */
const sharedMs = 10_000;

/**
 * Whether work can be done, looked at once for whoever asks within ten seconds: a look writes into the store, and
 * anybody may ask. Never rejects.
 */
function sharedReadiness(ready: () => Promise<void>, now: () => number): () => Promise<boolean> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  return () => {
    const since = now() - (last?.at ?? Number.NEGATIVE_INFINITY);
    // A look that lies ahead is from before the clock was set back.
    if (last !== undefined && since >= 0 && since < sharedMs) return last.answer;
    const answer = ready().then(
      () => true,
      () => false,
    );
    last = { at: now(), answer };
    return answer;
  };
}

/** Adds `/healthz`, which says that the process answers, and `/readyz`, which says whether it can do its work. */
export function serveHealth(
  server: Server,
  deps: {
    /** Settles while the server can do its work; rejects when it cannot. */
    readonly ready: () => Promise<void>;
    /** Notes of what somebody should look at although the server does its work. */
    readonly notes?: () => ReadinessNotes;
    /** Milliseconds since 1970. */
    readonly now: () => number;
  },
): void {
  const isReady = sharedReadiness(deps.ready, deps.now);
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request, response) => {
    const ready = await isReady();
    response.send(ready ? 200 : 503, ready ? { status: 'ready', ...deps.notes?.() } : { status: 'notReady' });
  });
}
