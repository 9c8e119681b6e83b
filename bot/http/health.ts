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
  /** The store was put back from a copy: messages to many and regular posts wait until somebody lets them go on. */
  readonly restored?: 'paused';
  /** Some of what was saved cannot be read, since its place in the file is damaged: reports are saved. */
  readonly store?: 'damaged';
}

/** Whether a server can do its work, with notes beside it where it can. */
export type Readiness = ({ readonly status: 'ready' } & ReadinessNotes) | { readonly status: 'notReady' };

/** Only what watches over the server asks at an address of the health checks: so many connections may stand open there. */
export const mostHealthConnections = 200;
/** For how long one look at the store is everybody's answer, in milliseconds. */
const sharedMs = 10_000;

/**
 * Whether work can be done, looked at once for whoever asks within ten seconds: a look writes into the store, and
 * anybody may ask. Never rejects.
 */
export function createReadiness(deps: {
  /** Settles while the server can do its work; rejects when it cannot. */
  readonly ready: () => Promise<void>;
  /** Notes of what somebody should look at although the server does its work. */
  readonly notes: () => ReadinessNotes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): () => Promise<Readiness> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  function isReady(): Promise<boolean> {
    const since = deps.now() - (last?.at ?? Number.NEGATIVE_INFINITY);
    // A look that lies ahead is from before the clock was set back.
    if (last !== undefined && since >= 0 && since < sharedMs) return last.answer;
    const answer = deps.ready().then(
      () => true,
      () => false,
    );
    last = { at: deps.now(), answer };
    return answer;
  }
  return async () => ((await isReady()) ? { status: 'ready', ...deps.notes() } : { status: 'notReady' });
}

/** Adds `/healthz`, which says that the process answers, and `/readyz`, which says whether it can do its work. */
export function serveHealth(server: Server, readiness: () => Promise<Readiness>): void {
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request, response) => {
    const answer = await readiness();
    response.send(answer.status === 'ready' ? 200 : 503, answer);
  });
}
