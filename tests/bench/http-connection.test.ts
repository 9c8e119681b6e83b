import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createReportScript } from './report-script.ts';
import { parseHttpResponse, openHttpConnection, type HttpConnection } from './http-connection.ts';

/** What a server does with the request that came, the how many-th of all and of its connection. */
type Doing = (socket: Socket, asked: { readonly text: string; readonly at: number; readonly onLine: number }) => void;

let server: Server;
let wire: HttpConnection;
let connections = 0;
let requests = 0;
afterEach(() => {
  wire.close();
  server.close();
});

/** The first whole request, which says its length; `undefined` where it is not here yet. */
function firstIn(text: string): string | undefined {
  const [head = '', body] = text.split('\r\n\r\n', 2);
  const length = Number(/content-length: (\d+)/u.exec(head)?.[1]);
  return body !== undefined && body.length >= length ? text.slice(0, head.length + 4 + length) : undefined;
}

async function answering(doing: Doing): Promise<string> {
  [connections, requests] = [0, 0];
  server = createServer((socket) => {
    connections += 1;
    let onLine = 0;
    let text = '';
    socket.on('error', () => undefined);
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece;
      for (let asked = firstIn(text); asked !== undefined; asked = firstIn(text)) {
        text = text.slice(asked.length);
        requests += 1;
        onLine += 1;
        doing(socket, { text: asked, at: requests, onLine });
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const endpoint = `http://127.0.0.1:${address.port}/api/messages`;
  wire = openHttpConnection(endpoint);
  return endpoint;
}
const whole = (body: string, more = ''): string =>
  `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;
const posted = async (): Promise<string> => (await wire.post('{}')).body.toString();

it('posts what it is given, with its length in bytes, one after the other on one connection', async () => {
  await answering((socket, { text, onLine }) => socket.write(whole(`${onLine} ${text.split('\r\n\r\n')[1]}`)));
  const { status, body } = await wire.post('{"a":"b"}', { authorization: 'Bearer t' });
  expect([status, body.toString()]).toEqual([200, '1 {"a":"b"}']);
  expect(await posted()).toBe('2 {}');
  expect(connections).toBe(1);
});

it('says what came with it, and the length of what is longer in bytes', async () => {
  await answering((socket, { text }) => socket.write(whole(text.split('\r\n\r\n')[0] ?? '')));
  const { body } = await wire.post('"é"', { authorization: 'Bearer t' });
  expect(body.toString().split('\r\n')).toEqual([
    'POST /api/messages HTTP/1.1',
    expect.stringMatching(/^host: 127\.0\.0\.1:\d+$/u),
    'content-type: application/json',
    'authorization: Bearer t',
    'content-length: 4',
  ]);
});

it('has a connection for each of those who ask at a time', async () => {
  const held: Socket[] = [];
  await answering((socket) => {
    held.push(socket);
    if (held.length === 3) for (const [at, one] of held.entries()) one.write(whole(`${at}`));
  });
  expect((await Promise.all([posted(), posted(), posted()])).toSorted()).toEqual(['0', '1', '2']);
  expect(connections).toBe(3);
});

it('takes an answer that comes byte by byte, and one that is longer than what is read at once', async () => {
  const long = 'é'.repeat(70_000);
  await answering((socket, { at }) => {
    const bytes = Buffer.from(whole(at > 1 ? long : 'café'));
    if (at > 1) return void socket.write(bytes);
    let sent = 0;
    const next = (): void => {
      if (sent < bytes.length) socket.write(bytes.subarray(sent, (sent += 1)), next);
    };
    next();
  });
  expect(await posted()).toBe('café');
  expect(await posted()).toBe(long);
});

it('asks once more where a kept connection was closed as it asked, and on a new one', async () => {
  await answering((socket, { at, onLine }) => {
    if (onLine === 2) socket.destroy();
    else socket.write(whole(String(at)));
  });
  expect(await posted()).toBe('1');
  expect(await posted()).toBe('3');
  expect(connections).toBe(2);
});

it('asks on a new connection after an answer that was the last of its own', async () => {
  await answering((socket, { at }) => socket.end(whole(String(at), 'connection: close\r\n')));
  expect([await posted(), await posted()]).toEqual(['1', '2']);
  expect(connections).toBe(2);
});

it('does not ask again where a new connection gives no answer, or where one broke off', async () => {
  await answering((socket, { at }) => (at === 1 ? socket.destroy() : socket.end(whole('half').slice(0, -1))));
  await expect(posted()).rejects.toThrow('closed before an answer');
  await expect(posted()).rejects.toThrow('cut off');
  expect(requests).toBe(2);
});

it('finds an answer too many, in the same piece and in one that comes later', async () => {
  let kept: Socket | undefined;
  await answering((socket, { at }) => {
    kept = socket;
    socket.write(at === 2 ? whole('one') : `${whole('one')}${whole('two')}`);
  });
  await expect(posted()).rejects.toThrow('more than one answer');
  await posted();
  kept?.write(whole('two'));
  // It comes before the next request or while that is under way, which is answered twice as well.
  const goOn = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await posted();
  };
  await expect(goOn()).rejects.toThrow(/more than one answer|nobody asked/u);
});

it.each([
  ['another status', 'HTTP/1.1 500 No\r\ncontent-length: 11\r\n\r\n"id":"mode"'],
  ['another card', whole('{"state":"a.b","id":"mode"}')],
  ['nothing of a card', whole('{}')],
])('a report that is answered with %s ends there, and is refused', async (_, answer) => {
  await answering((socket) => socket.write(answer));
  const { refused, tookMs, caseId } = await createReportScript()(wire, 0);
  expect([refused, tookMs.length, caseId]).toEqual([true, 1, undefined]);
});

it('goes on with the state that a card carries, and is refused without a reference at the end', async () => {
  const states: (string | undefined)[] = [];
  const shows = ['what', 'mode', 'detail', 'kind', 'signs', 'known', 'send'];
  await answering((socket, { text, at }) => {
    states.push(/"state":"([^"]*)"/u.exec(text)?.[1]);
    socket.write(whole(`{"state":"a.${at}","id":"${shows[at - 1]}","more":{"state":"a.${at}"}}`));
  });
  const { refused, tookMs } = await createReportScript()(wire, 0);
  expect([refused, tookMs.length]).toEqual([true, 8]);
  expect(states).toEqual([undefined, 'a.1', 'a.2', 'a.3', 'a.4', 'a.5', 'a.6', 'a.7']);
});

const answered = (head: string, body: string): Buffer => Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n${body}`);

it('an answer is whole with its last byte and never before it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
      const bytes = Buffer.concat([answered(`Content-Length: ${body.length}`, ''), body]);
      for (let end = 0; end < bytes.length; end += 1) expect(parseHttpResponse(bytes.subarray(0, end))).toBeUndefined();
      expect(parseHttpResponse(bytes)).toEqual({ status: 200, body: Buffer.from(body), closes: false });
    }),
  );
});

it.each([
  ['is no HTTP', Buffer.from('SMTP ready\r\n\r\n')],
  ['is another HTTP', Buffer.from('HTTP/2 200\r\ncontent-length: 0\r\n\r\n')],
  ['says nothing of its length', answered('content-type: text/plain', 'ok')],
  ['says two lengths', answered('content-length: 2\r\ncontent-length: 3', 'ok')],
  ['comes in chunks', answered('content-length: 2\r\ntransfer-encoding: chunked', '2\r\nok\r\n0\r\n\r\n')],
  ['has another behind it', answered('content-length: 2', 'okHTTP/1.1 200 OK\r\n')],
])('what %s is no answer', (_, bytes) => expect(() => parseHttpResponse(bytes)).toThrow());
