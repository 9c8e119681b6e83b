import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** A request as it came over the wire. `path` keeps its query string. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What the server does with a request: answers it, cuts the connection, or says nothing until the client gives up. */
export type WireAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      /** In the place of a body: sent as it is. */
      readonly text?: string;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

export interface LoopbackServer {
  readonly url: string;
  readonly port: number;
  /** Cuts every connection, also those that hang, and closes the port. Stopping twice is harmless. */
  stop(): Promise<void>;
}

async function readRequest(request: http.IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function sendAnswer(answer: WireAnswer, request: http.IncomingMessage, response: http.ServerResponse): void {
  if (answer.kind === 'hang') return;
  if (answer.kind === 'reset') {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.text ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body)));
}

/**
 * Starts a server on a free port of 127.0.0.1, with TLS where a certificate is given. The whole body is read before
 * `answer` is asked. An `answer` that throws becomes status 500 with the error's message, so that a test shows it.
 */
export async function startLoopbackServer(
  answer: (request: ReceivedRequest) => WireAnswer | Promise<WireAnswer>,
  tls?: { readonly key: string; readonly cert: string },
): Promise<LoopbackServer> {
  const listener = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    readRequest(request)
      .then(answer)
      .catch((error: unknown): WireAnswer => {
        const message = error instanceof Error ? error.message : 'the stand-in failed';
        return { kind: 'answer', status: 500, body: { code: 'InternalServerError', message } };
      })
      .then((given) => sendAnswer(given, request, response))
      .catch(() => request.socket.destroy());
  };
  const server = tls ? https.createServer({ ...tls }, listener) : http.createServer(listener);
  // As Microsoft's do. After Node's own five seconds, a connection is closed while a busy machine begins a request on it.
  server.keepAliveTimeout = 240_000;
  // `closeAllConnections` leaves out a connection whose TLS was cut off, and `close` would wait four minutes for it.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port');
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${address.port}`,
    port: address.port,
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
