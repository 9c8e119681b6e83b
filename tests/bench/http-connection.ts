import { connect } from 'node:net';

interface Answer {
  readonly status: number;
  readonly body: Buffer;
  /** From the request to the end of its answer, in milliseconds. */
  readonly tookMs: number;
}

/**
 * Posts over connections that are kept: as many as there are posts at a time. It takes from the cores that the server
 * needs, so it does no more than a post asks for: one write, one read, and the frame of the answer.
 */
export interface HttpConnection {
  /** Rejects if no whole answer came, or more than one. */
  post(body: string, more?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
}

/** A connection that ended before anything of an answer came: the request may be sent again on another. */
class ConnectionClosedError extends Error {
  override readonly name = 'ConnectionClosedError';
}

interface ParsedResponse {
  readonly status: number;
  readonly body: Buffer;
  /** The server takes no other request on this connection. */
  readonly closes: boolean;
}

const endOfHead = '\r\n\r\n';
const statusIn = /^HTTP\/1\.1 (\d{3})[ \r]/u;
const lengths = /\r\ncontent-length: *(\d+) *(?=\r\n)/giu;
const isChunked = /\r\ntransfer-encoding:/iu;
const isClosing = /\r\nconnection: *close *\r\n/iu;

/**
 * The one answer in these bytes; `undefined` if they are only the beginning of it. Its body is a copy. Throws if it is no
 * answer of HTTP/1.1, if it does not say its length once, which the servers measured here always do, and if more follows.
 */
export function parseHttpResponse(bytes: Buffer): ParsedResponse | undefined {
  const headEnd = bytes.indexOf(endOfHead);
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd + 2);
  const [, status] = statusIn.exec(head) ?? [];
  if (status === undefined) throw new Error('an answer without a status');
  const [length, second] = [...head.matchAll(lengths)].map(([, digits]) => Number(digits));
  if (length === undefined || second !== undefined || isChunked.test(head)) {
    throw new Error('an answer without one length');
  }
  const start = headEnd + endOfHead.length;
  if (bytes.length < start + length) return undefined;
  if (bytes.length > start + length) throw new Error('more than one answer');
  return { status: Number(status), body: Buffer.from(bytes.subarray(start)), closes: isClosing.test(head) };
}

/** More than any card: an answer mostly comes whole, and is read without another copy. */
const room = 64 * 1_024;

interface PendingRequest {
  readonly resolve: (answer: ParsedResponse) => void;
  readonly reject: (error: Error) => void;
}

/** A connection that is kept, for one request at a time. */
function openConnection(host: string, port: number) {
  let isOpen = true;
  let held: Buffer | undefined;
  let asking: PendingRequest | undefined;
  let unasked: Error | undefined;

  /** Tells the one who waits, or the next who asks: an answer too many is not to be overlooked. */
  function fail(error: Error): void {
    isOpen = false;
    socket.destroy();
    if (asking === undefined) unasked ??= error;
    else asking.reject(error);
    asking = undefined;
  }
  function ended(cause?: Error): void {
    isOpen = false;
    if (asking === undefined) return;
    fail(held === undefined ? new ConnectionClosedError('closed before an answer', { cause }) : new Error('cut off'));
  }
  function take(bytes: Buffer): void {
    if (asking === undefined) return fail(new Error('an answer that nobody asked for'));
    const all = held === undefined ? bytes : Buffer.concat([held, bytes]);
    try {
      const answer = parseHttpResponse(all);
      // The next piece is written over this one.
      if (answer === undefined) held = held === undefined ? Buffer.from(all) : all;
      else settle(answer, asking);
    } catch (error) {
      fail(error instanceof Error ? error : new Error('no answer', { cause: error }));
    }
  }
  function settle(answer: ParsedResponse, { resolve }: PendingRequest): void {
    [held, asking] = [undefined, undefined];
    if (answer.closes) {
      isOpen = false;
      socket.end();
    }
    resolve(answer);
  }

  // One buffer for all that comes on this connection: a stream would make another for each piece.
  const buffer = Buffer.allocUnsafeSlow(room);
  const onread = {
    buffer,
    callback: (length: number): boolean => {
      take(buffer.subarray(0, length));
      return true;
    },
  };
  const socket = connect({ host, port, noDelay: true, onread });
  socket.on('error', ended);
  for (const end of ['close', 'end'] as const) socket.once(end, () => ended());
  socket.resume();

  return {
    ask: (request: string): Promise<ParsedResponse> =>
      new Promise((resolve, reject) => {
        if (unasked) return reject(unasked);
        if (!isOpen) return reject(new ConnectionClosedError('closed'));
        asking = { resolve, reject };
        socket.write(request);
      }),
    isOpen: () => isOpen || unasked !== undefined,
    close: () => socket.destroy(),
  };
}

/** Opens a wire to the address that everything is posted to. */
export function openHttpConnection(endpoint: string): HttpConnection {
  const { hostname, port, host, pathname } = new URL(endpoint);
  const begin = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
  type Connection = ReturnType<typeof openConnection>;
  const all = new Set<Connection>();
  const idle: Connection[] = [];

  function opened(): Connection {
    const connection = openConnection(hostname, Number(port));
    all.add(connection);
    return connection;
  }
  function kept(): Connection | undefined {
    for (let connection = idle.pop(); connection !== undefined; connection = idle.pop()) {
      if (connection.isOpen()) return connection;
      all.delete(connection);
    }
    return undefined;
  }
  async function ask(connection: Connection, request: string): Promise<ParsedResponse> {
    const answer = await connection.ask(request);
    idle.push(connection);
    return answer;
  }
  /** On a busy machine a server closes a connection that waited as the next request is under way: it is sent once more, on a new one, as clients do. */
  async function askOnKept(connection: Connection, request: string): Promise<ParsedResponse> {
    try {
      return await ask(connection, request);
    } catch (error) {
      if (error instanceof ConnectionClosedError) return await ask(opened(), request);
      throw error;
    }
  }

  return {
    async post(body, more = {}) {
      const began = performance.now();
      let head = begin;
      for (const [name, value] of Object.entries(more)) head += `${name}: ${value}\r\n`;
      const request = `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      const connection = kept();
      const answer = await (connection ? askOnKept(connection, request) : ask(opened(), request));
      return { status: answer.status, body: answer.body, tookMs: performance.now() - began };
    },
    close() {
      for (const connection of all) connection.close();
    },
  };
}
