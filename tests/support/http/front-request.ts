import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import net from 'node:net';
import { connect, type TLSSocket } from 'node:tls';

/** What stands in front of a server, as somebody elsewhere reaches it. */
interface Front {
  readonly port: number;
  readonly authority: string;
}

interface FrontRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** How many bytes of the body are sent a second; all at once without it. */
  readonly bytesASecond?: number;
}

interface FrontAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An address of this machine that nothing else has, so that it is found wherever somebody writes it down. */
export const addressOfClient = '127.99.77.55';

const beatMs = 200;

/** Asks over TLS, by the name `localhost`. Rejects if the connection ends without an answer. */
export async function askFront(front: Front, path: string, asked: FrontRequest = {}): Promise<FrontAnswer> {
  const { method = 'GET', headers = {}, body, bytesASecond } = asked;
  const bytes = Buffer.from(body ?? '');
  const sent = request({
    host: '127.0.0.1',
    servername: 'localhost',
    port: front.port,
    ca: front.authority,
    localAddress: addressOfClient,
    agent: false,
    method,
    path,
    headers: { host: 'localhost', ...(body !== undefined && { 'content-length': String(bytes.length) }), ...headers },
  });
  const answered = once(sent, 'response');
  if (bytesASecond === undefined) sent.end(bytes);
  else sendSlowly(sent, bytes, (bytesASecond * beatMs) / 1_000);
  const [response] = await answered;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

function sendSlowly(to: NodeJS.WritableStream, bytes: Buffer, aBeat: number): void {
  let at = 0;
  const timer = setInterval(() => {
    to.write(bytes.subarray(at, at + aBeat));
    at += aBeat;
    if (at < bytes.length) return;
    clearInterval(timer);
    to.end();
  }, beatMs);
  to.once('close', () => clearInterval(timer));
}

/** A connection with TLS that says no more than it is told to. Rejects if the other side refuses the name. */
export async function connectToFront(front: Front, servername = 'localhost'): Promise<TLSSocket> {
  const beneath = net.connect({ host: '127.0.0.1', port: front.port, localAddress: addressOfClient });
  const socket = connect({ socket: beneath, ca: front.authority, servername });
  await once(socket, 'secureConnect');
  return socket;
}

/** Settles once a connection is closed, however that came. */
export function untilClosed(socket: net.Socket): Promise<void> {
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });
}

/** All that a connection says until it is closed. */
export async function readUntilClosed(socket: TLSSocket): Promise<string> {
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
  await untilClosed(socket);
  return said;
}

/** Writes one byte a second for as long as the connection is open. */
export function drip(socket: TLSSocket, byte: string): void {
  socket.on('error', () => undefined);
  const timer = setInterval(() => socket.write(byte), 1_000);
  socket.once('close', () => clearInterval(timer));
}
