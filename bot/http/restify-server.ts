import { createServer as createRestify, type Request, type Response, type Server } from 'restify';
import type { EventLog } from '../runtime/event-log.ts';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ListenAddressError } from '../config/settings-errors.ts';

export const requestTimeoutMs = 10_000;
/** A part of a file is larger than any other body: a line that sends 300 kbit/s is fast enough. */
export const partTimeoutMs = 30_000;
/** Longer than the 60 seconds of most proxies: else a step on a closing connection gets no answer. */
export const idleConnectionMs = 75_000;
const fullLogIntervalMs = 60_000;

/** Limits time and connections; errors repeat nothing from a request. */
export function createRestifyServer(deps: { readonly log: EventLog; readonly maxConnections: number }): Server {
  const server = createRestify({ name: 'candour', ignoreTrailingSlash: true });
  // restify's own log writes whole requests to the standard output.
  Object.assign(server.log, { level: 'silent' });
  // Other bodies are given up after `requestTimeoutMs`.
  server.server.requestTimeout = partTimeoutMs + requestTimeoutMs;
  server.server.headersTimeout = requestTimeoutMs / 2;
  server.server.keepAliveTimeout = idleConnectionMs;
  let loggedAt = Number.NEGATIVE_INFINITY;
  const onFull = (): void => {
    if (performance.now() - loggedAt < fullLogIntervalMs) return;
    loggedAt = performance.now();
    deps.log({ event: 'connectionsFull' });
  };
  limitConnections(server.server, { max: deps.maxConnections, onFull });
  // restify ignores upgrades: Node would leave such a connection open, and a stop would wait for it.
  server.server.removeAllListeners('upgrade');

  // A malformed Host header or address crashes restify 12 (#2011).
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
    error.toJSON = () => ({ code: error.statusCode === 413 ? 'tooLarge' : 'notAnswered' });
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

/** While an answer or a request is owed. */
export const stallTimeoutMs = 30_000;
const recentActivityMs = 1_000;

interface Connection {
  transferredBytes: number;
  lastActiveAt: number;
  /** Until its head is written, the server itself is the slow one. */
  response?: ServerResponse;
}

const openConnections = new WeakMap<HttpServer, ReadonlyMap<Socket, Connection>>();

/**
 * Bounds a server's open connections. The stillest makes room for a new one; if all moved lately, the new one is closed
 * and `onFull` called. A client that never reads its answer is closed after `stallTimeoutMs`. No address is read or
 * stored.
 */
export function limitConnections(
  server: HttpServer,
  deps: { readonly max: number; readonly onFull: () => void; readonly monotonic?: () => number },
): void {
  const monotonic = deps.monotonic ?? (() => performance.now());
  const connections = new Map<Socket, Connection>();
  openConnections.set(server, connections);
  // For stalled answers; Node times idle connections apart.
  server.timeout = stallTimeoutMs;

  const getTransferredBytes = (socket: Socket): number =>
    socket.bytesRead + socket.bytesWritten - socket.writableLength;

  function findIdleSocket(): Socket | undefined {
    const now = monotonic();
    let found: Socket | undefined;
    let foundAt = now - recentActivityMs;
    for (const [socket, connection] of connections) {
      const transferredBytes = getTransferredBytes(socket);
      if (transferredBytes !== connection.transferredBytes) {
        connection.transferredBytes = transferredBytes;
        connection.lastActiveAt = now;
      }
      const isStiller = found === undefined ? connection.lastActiveAt <= foundAt : connection.lastActiveAt < foundAt;
      if (connection.response?.headersSent === false || !isStiller) continue;
      found = socket;
      foundAt = connection.lastActiveAt;
    }
    return found;
  }

  server.on('connection', (socket: Socket) => {
    if (connections.size >= deps.max) {
      const still = findIdleSocket();
      deps.onFull();
      if (still === undefined) {
        socket.destroy();
        return;
      }
      connections.delete(still);
      still.destroy();
    }
    connections.set(socket, { transferredBytes: 0, lastActiveAt: monotonic() });
    socket.once('close', () => connections.delete(socket));
  });

  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const connection = connections.get(socket);
    if (!connection) return;
    connection.transferredBytes = getTransferredBytes(socket);
    connection.lastActiveAt = monotonic();
    connection.response = response;
  });
}

interface UnreadBody {
  readonly kind: 'tooLarge' | 'tooSlow' | 'encoded' | 'cut';
}
export type RequestBody = { readonly kind: 'text'; readonly text: string } | UnreadBody;

interface BodyLimits {
  readonly bytes: number;
  readonly patienceMs: number;
}

/** Reads a body as UTF-8, as `readRequestBytes` reads its bytes. */
export async function readRequestBody(request: IncomingMessage, limits: BodyLimits): Promise<RequestBody> {
  const body = await readRequestBytes(request, limits);
  return body.kind === 'bytes' ? { kind: 'text', text: body.bytes.toString('utf8') } : body;
}

/**
 * Reads a body up to a size in bytes and a time in milliseconds. restify's reader crashes on a broken compressed body
 * and measures it packed; Teams compresses nothing, so compressed bodies are refused. With `isLengthNeeded` a body that
 * does not say its length is refused before it is read. Never rejects.
 */
export function readRequestBytes(
  request: IncomingMessage,
  limits: BodyLimits & { readonly isLengthNeeded?: true },
): Promise<{ readonly kind: 'bytes'; readonly bytes: Buffer } | UnreadBody> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    request.resume();
    return Promise.resolve({ kind: 'encoded' });
  }
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (limits.isLengthNeeded && !(length <= limits.bytes)) {
    request.resume();
    return Promise.resolve({ kind: 'tooLarge' });
  }
  // Cut off while the token was checked, it emits nothing any more.
  if (request.destroyed) return Promise.resolve({ kind: 'cut' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const timer = setTimeout(() => end({ kind: 'tooSlow' }), limits.patienceMs);
    const end = (body: UnreadBody | { readonly kind: 'bytes'; readonly bytes: Buffer }): void => {
      clearTimeout(timer);
      request.removeListener('data', onData);
      resolve(body);
    };
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > limits.bytes) end({ kind: 'tooLarge' });
      else chunks.push(chunk);
    };
    request.on('data', onData);
    request.once('end', () => end({ kind: 'bytes', bytes: Buffer.concat(chunks) }));
    request.once('close', () => end({ kind: 'cut' }));
    request.once('error', () => end({ kind: 'cut' }));
  });
}

const shutdownTimeoutMs = 10_000;

/** Rejects with ListenAddressError, which names `settingNames`. */
export async function listen(
  server: Server,
  port: number,
  host: string,
  settingNames: readonly [host: string, port: string],
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // Without a listener an error ends the process.
    server.once('error', (error: unknown) => reject(new ListenAddressError(error, port, settingNames)));
    server.server.listen(port, host, () => resolve());
  });
}

/** Waits for running requests, up to `shutdownTimeoutMs`. */
export async function closeServer({ server }: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const [socket, { response }] of openConnections.get(server) ?? []) {
    // Node takes a connection that has asked nothing yet for a busy one: a proxy in front keeps some in hand.
    if (response === undefined) socket.destroy();
    else if (!response.headersSent) response.shouldKeepAlive = false;
  }
  // Else a proxy would send the next request on the same connection, which would never be idle.
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  // A kept-alive connection is idle only after its answer.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const forceClose = setTimeout(() => server.closeAllConnections(), shutdownTimeoutMs);
  await done;
  clearInterval(idle);
  clearTimeout(forceClose);
}

export function getPort({ server }: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
