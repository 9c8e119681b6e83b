import { createServer as createRestify, type Request, type Response, type Server } from 'restify';
import type { EventLog } from '../running/event-log.ts';
import { boundConnections } from './bound-connections.ts';

/** In milliseconds; Teams is faster. */
export const slowestRequestMs = 10_000;
/**
 * In milliseconds, and longer than the 60 seconds of most proxies: else a step may come on a closing connection, and
 * gets no answer.
 */
const idleConnectionMs = 75_000;
const fullSaidEveryMs = 60_000;

/** Repeats nothing of the request. */
export const neutral = (code: string) => ({ code });

/** A server without routes: limits in time and connections, strict headers, errors that repeat nothing of a request. */
export function createBareServer(deps: { readonly log: EventLog; readonly maxConnections: number }): Server {
  const server = createRestify({ name: 'candour', ignoreTrailingSlash: true });
  // restify's own log writes whole requests to the standard output: who asked, and for what.
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
  // restify listens for upgrades and ignores them: Node would leave such a connection open, never answered, and a stop
  // would wait for it.
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

  // restify's own error bodies repeat parts of the request.
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
