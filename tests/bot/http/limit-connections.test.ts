import { once } from 'node:events';
import http from 'node:http';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { limitConnections, stallTimeoutMs } from '../../../bot/http/restify-server.ts';

const most = 5;
/** More than the buffers of both systems hold, so that a client that reads nothing stops the answer. */
const largeAnswer = Buffer.alloc(64 * 1024 * 1024);
const large = 'GET /large HTTP/1.1\r\nHost: x\r\n\r\n';
/** In pieces: Node tells of a single large write only once all of it is gone. */
const streamed = 'GET /stream HTTP/1.1\r\nHost: x\r\n\r\n';
const small = 'GET /small HTTP/1.1\r\nHost: x\r\n\r\n';

let now = 0;
let full = 0;
let server: http.Server;
let port = 0;
let sockets: Socket[] = [];
let waiting: http.ServerResponse[] = [];

beforeEach(async () => {
  [now, full, sockets, waiting] = [0, 0, [], []];
  server = http.createServer((request, response) => {
    if (request.url === '/wait') waiting.push(response);
    else if (request.url === '/stream')
      Readable.from(Array.from({ length: 64 }, () => largeAnswer.subarray(0, 1024 * 1024))).pipe(response);
    else response.end(request.url === '/large' ? largeAnswer : 'small');
  });
  limitConnections(server, { max: most, onFull: () => (full += 1), monotonic: () => now });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
});

async function opened(): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}
/** Sends a request and reads nothing. */
async function stalled(asked = large): Promise<Socket> {
  const socket = await opened();
  socket.pause();
  const begun = once(server, 'request');
  socket.write(asked);
  await begun;
  return socket;
}
async function answered(socket: Socket, request = small): Promise<string> {
  socket.write(request);
  const [chunk]: unknown[] = await once(socket, 'data');
  return String(chunk);
}
/** Reads on in each, since a paused one does not learn that it was closed. */
const firstClosed = (named: Readonly<Record<string, Socket | undefined>>): Promise<string> =>
  Promise.race(
    Object.entries(named).map(async ([name, socket]) => {
      if (socket === undefined) throw new Error(`${name} was never opened`);
      await once(socket.resume(), 'close');
      return name;
    }),
  );
const isOpen = (socket: Socket): boolean => !socket.destroyed && !socket.readableEnded;

describe('connections that are too many', () => {
  it('are made room for by the one that has moved nothing for longest, and never by one that just did', async () => {
    const first = await stalled();
    now += 100;
    for (let count = 1; count < most; count += 1) await stalled();
    // All of them moved lately: the newcomer has to go.
    const early = await opened();
    early.resume();
    await once(early, 'close');
    expect(full).toBe(1);
    now += 5_000;
    const before = once(first.resume(), 'close');
    expect(await answered(await opened())).toContain('small');
    await before;
    expect(sockets.filter(isOpen).length).toBe(most);
  });

  it('are made room for by an idle one, not by an older one that is in use', async () => {
    const busy = await opened();
    expect(await answered(busy)).toContain('small');
    now += 100;
    for (let count = 1; count < most; count += 1) await stalled();
    const [, stillest] = sockets;
    now += 60_000;
    expect(await answered(busy)).toContain('small');
    now += 5_000;
    const closed = firstClosed({ stillest, busy });
    expect(await answered(await opened())).toContain('small');
    expect(await closed).toBe('stillest');
    expect(await answered(busy)).toContain('small');
  });

  it('leave a long download alone that still moves', async () => {
    const download = await stalled(streamed);
    now += 100;
    for (let count = 1; count < most; count += 1) await stalled();
    now += 60_000;
    // It reads a part of its answer, so that more of it moves than when the request came.
    download.resume();
    await once(download, 'data');
    const read = download.bytesRead;
    while (download.bytesRead < read + 8 * 1024 * 1024) await once(download, 'data');
    download.pause();
    // A newcomer while all were still shows the server that it moved.
    const [, stillest] = sockets;
    const newcomer = await opened();
    expect(await answered(newcomer)).toContain('small');
    expect(await firstClosed({ stillest, download })).toBe('stillest');
  });

  it('let each of a thousand honest requests through while others read nothing', async () => {
    for (let count = 0; count < most; count += 1) await stalled();
    for (let count = 0; count < 1_000; count += 1) {
      now += 1_500;
      expect(await answered(await opened())).toContain('small');
    }
    expect(full).toBe(1_000);
  });

  it('cost nobody an answer that the server is still working on', async () => {
    const waits: Socket[] = [];
    for (let count = 0; count < most; count += 1) {
      const socket = await opened();
      const begun = once(server, 'request');
      socket.write('GET /wait HTTP/1.1\r\nHost: x\r\n\r\n');
      await begun;
      waits.push(socket);
    }
    now += 8_000;
    const newcomer = await opened();
    newcomer.resume();
    await once(newcomer, 'close');
    const answers = waits.map(async (socket) => String(await once(socket, 'data')));
    for (const response of waiting) response.end('waited for');
    for (const answer of await Promise.all(answers)) expect(answer).toContain('waited for');
  });
});

describe('a connection on which nothing moves', () => {
  it('has a deadline by Node itself', () => {
    expect(server.timeout).toBe(stallTimeoutMs);
  });

  it('is closed once the deadline is over, and one that reads goes on', async () => {
    server.timeout = 200;
    const still = await stalled();
    // Its own end is seen by whoever reads again.
    const [socket] = sockets.slice(-1);
    expect(socket).toBe(still);
    await new Promise<void>((resolve) => {
      const looks = setInterval(() => {
        server.getConnections((_error, count) => {
          if (count > 0) return;
          clearInterval(looks);
          resolve();
        });
      }, 20);
    });
    expect(await answered(await opened())).toContain('small');
  });
});
