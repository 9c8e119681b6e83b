import type { Server } from 'restify';

/** The notes that a server that is ready may add to its answer, each with its only value. */
const readinessNotes = {
  alerts: 'setAside',
  /** This server's clock moved, or disagrees with the store. */
  clock: 'doubted',
  certificate: 'ends',
  /** Reports are taken without files. */
  files: 'unreachable',
  /** After a restore, automatic sending waits until someone resumes it. */
  restored: 'paused',
  /** Some records cannot be read; reports are saved. */
  store: 'damaged',
} as const;
export type ReadinessNote = keyof typeof readinessNotes;
type ReadinessNotes = { readonly [Note in ReadinessNote]?: (typeof readinessNotes)[Note] };

export type Readiness = ({ readonly status: 'ready' } & ReadinessNotes) | { readonly status: 'notReady' };

/** The notes of an answer of `/readyz`, in a fixed order. A value that is not ours counts as well. */
export const findReadinessNotes = (answer: Readonly<Record<string, unknown>>): readonly ReadinessNote[] =>
  (['alerts', 'clock', 'certificate', 'files', 'restored', 'store'] as const satisfies readonly ReadinessNote[]).filter(
    (note) => answer[note] !== undefined,
  );

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
