import { createServer as createRestify, type Request, type Response, type Server } from 'restify';
import type { EventLog } from '../running/event-log.ts';
import { boundConnections } from './bound-connections.ts';

/** A body that takes longer than this to arrive is not Teams'. In milliseconds. */
export const slowestRequestMs = 10_000;
/**
 * How long a connection that nobody asks anything on stays open, in milliseconds. Longer than a proxy in front keeps its
 * own, most of them for 60 seconds: else a step may come on a connection that is just being closed, and gets no answer.
 */
const idleConnectionMs = 75_000;
/** How often it is said that connections are full, in milliseconds. */
const fullSaidEveryMs = 60_000;

/** An answer that says a code and nothing of what was asked. */
export const neutral = (code: string) => ({ code });

/**
 * A server that answers nothing yet: with limits in time and in open connections, headers that forbid what they can,
 * and errors that repeat nothing of what was sent.
 */
export function createBareServer(deps: {
  readonly log: EventLog;
  /** How many connections may be open; see `boundConnections` for what is closed if there are more. */
  readonly maxConnections: number;
}): Server {
  const server = createRestify({ name: 'candour', ignoreTrailingSlash: true });
  // restify's own log goes past ours to the standard output, and holds whole requests: who asked, and for what.
  Object.assign(server.log, { level: 'silent' });
  server.server.requestTimeout = slowestRequestMs;
  server.server.headersTimeout = slowestRequestMs / 2;
  server.server.keepAliveTimeout = idleConnectionMs;
  let saidAt = Number.NEGATIVE_INFINITY;
  const onFull = (): void => {
    if (performance.now() - saidAt < fullSaidEveryMs) return;
    saidAt = performance.now();
    deps.log({ event: 'connectionsFull' });
  };
  boundConnections(server.server, { most: deps.maxConnections, onFull });
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
  return server;
}
