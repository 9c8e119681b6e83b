import { createServer as createRestify, type Request, type Response, type Server } from 'restify';
import { z } from 'zod';
import type { TurnContext } from 'botbuilder';
import type { CandourAdapter } from './adapter.ts';
import { type EventLog, thrownName, troubleCode } from './event-log.ts';
import { type IncomingActivity, parseActivity, tenantOf } from './incoming-activity.ts';
import { infoPage, infoPages } from './info-pages.ts';
import { type Body, readBody } from './read-body.ts';
import type { Contacts } from '../cards/contacts.ts';

/** Teams allows about 100 KB in a message; carried state and inputs stay far below this. In bytes. */
const largestBody = 512 * 1024;
/** A body that takes longer than this to arrive is not Teams'. In milliseconds. */
const slowestRequestMs = 10_000;

/** Beside the answer of `/readyz`: some alerts cannot be read. Missing where all is well. */
export interface ReadinessNotes {
  readonly alerts?: 'setAside';
}

export interface ServerDependencies {
  readonly adapter: CandourAdapter;
  readonly tenantId: string;
  readonly contacts: Contacts;
  readonly log: EventLog;
  /** One turn of the bot. */
  readonly turn: (context: TurnContext, activity: IncomingActivity) => Promise<void>;
  /** Settles while the server can do its work; rejects when it cannot. */
  readonly ready: () => Promise<void>;
  /** What somebody should look at although the server does its work, in terms from a closed list. */
  readonly notes?: () => ReadinessNotes;
  /** What else is answered: the tab, its API, and in development the page that stands in for Teams. */
  readonly also?: readonly ((server: Server) => void)[];
  /** How long a body may take to arrive, in milliseconds: by default longer than Teams ever needs. */
  readonly bodyPatienceMs?: number;
}

const neutral = (code: string) => ({ code });
const refusals = {
  tooLarge: { status: 413, reason: 'size' },
  tooSlow: { status: 408, reason: 'slow' },
  encoded: { status: 415, reason: 'shape' },
  cut: { status: 400, reason: 'cut' },
} as const satisfies Readonly<Record<Exclude<Body['kind'], 'text'>, unknown>>;
const headersSchema = z.object({ authorization: z.string().default('') });

/** The HTTP server: the bot's door, two health checks, the pages that the app package links to, and the tab. Not listening yet. */
export function createServer(deps: ServerDependencies): Server {
  const server = createRestify({ name: 'candour', ignoreTrailingSlash: true });
  server.server.requestTimeout = slowestRequestMs;
  server.server.headersTimeout = slowestRequestMs / 2;
  // restify listens for another protocol being asked for, and does nothing: Node then leaves the connection to it, never
  // answered and never cut, and a stop waits for it. Without a listener it is a request like any other.
  server.server.removeAllListeners('upgrade');

  // A malformed Host header or address ends restify 12 with an uncaught exception (#2011).
  server.first((request: Request, response: Response) => {
    try {
      request.getUrl();
      return true;
    } catch {
      deps.log({ event: 'activityRefused', reason: 'url' });
      // restify's own writeHead returns nothing.
      response.writeHead(400);
      response.end();
      return false;
    }
  });

  // restify's own error bodies repeat parts of what was sent.
  server.on('restifyError', (_request, _response, error, next) => {
    error.toJSON = () => neutral(error.statusCode === 413 ? 'tooLarge' : 'notAnswered');
    error.toString = () => 'notAnswered';
    next();
  });

  server.pre((_request, response, next) => {
    response.header('Cache-Control', 'no-store');
    response.header('X-Content-Type-Options', 'nosniff');
    response.header('Referrer-Policy', 'no-referrer');
    response.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    response.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    next();
  });

  const limits = { bytes: largestBody, patienceMs: deps.bodyPatienceMs ?? slowestRequestMs };

  server.post('/api/messages', async (request, response) => {
    const body = await readBody(request, limits);
    if (body.kind !== 'text') {
      const { status, reason } = refusals[body.kind];
      deps.log({ event: 'activityRefused', reason });
      // What is left of the body would stand before the next request.
      response.header('Connection', 'close');
      response.send(status, neutral(body.kind));
      return;
    }
    const activity = parseActivity(body.text);
    if (activity === undefined) {
      deps.log({ event: 'activityRefused', reason: 'shape' });
      response.send(400, neutral('notAnActivity'));
      return;
    }
    const { authorization } = headersSchema.parse(request.headers);
    let foreign = false;
    const turn = async (context: TurnContext) => {
      foreign = tenantOf(activity) !== deps.tenantId;
      if (!foreign) await deps.turn(context, activity);
    };
    const answered = await deps.adapter.answer(authorization, activity, turn).catch((error: unknown) => {
      deps.log({ event: 'answerFailed', code: troubleCode(error), thrown: thrownName(error) });
      throw error;
    });
    if (answered.kind === 'noToken') {
      deps.log({ event: 'activityRefused', reason: 'token' });
      response.send(401, neutral('notAuthorised'));
      return;
    }
    if (foreign) {
      deps.log({ event: 'activityRefused', reason: 'tenant' });
      response.send(403, neutral('notOurTenant'));
      return;
    }
    response.send(answered.invoke?.status ?? 200, answered.invoke?.body ?? undefined);
  });

  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });

  server.get('/readyz', async (_request, response) => {
    const ready = await deps.ready().then(
      () => true,
      () => false,
    );
    response.send(ready ? 200 : 503, ready ? { status: 'ready', ...deps.notes?.() } : { status: 'notReady' });
  });

  for (const page of infoPages) {
    server.get(page === 'home' ? '/' : `/${page}`, async (_request, response) => {
      response.sendRaw(200, infoPage(page, deps.contacts), { 'Content-Type': 'text/html; charset=utf-8' });
    });
  }
  for (const serve of deps.also ?? []) serve(server);
  return server;
}
