import { createServer, request as httpRequest, type ClientRequest } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type RequestBody, readRequestBody } from '../../../bot/http/restify-server.ts';

let read: Promise<RequestBody>;
let server: ReturnType<typeof createServer>;
beforeEach(async () => {
  const { promise, resolve } = Promise.withResolvers<RequestBody>();
  read = promise;
  server = createServer((request, response) => {
    const body = readRequestBody(request, { bytes: 10, patienceMs: 50 });
    resolve(body);
    void body.finally(() => response.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function sending(headers: Readonly<Record<string, string>> = {}): ClientRequest {
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const sent = httpRequest({ host: '127.0.0.1', port, method: 'POST', headers });
  // The other side may cut it off: what was read is what is looked at.
  sent.on('error', () => {});
  sent.flushHeaders();
  return sent;
}

describe('a body', () => {
  it('is read whole, in pieces and letters of more than one byte', async () => {
    const sent = sending();
    const [first, second] = [Buffer.from('ŵy').subarray(0, 1), Buffer.from('ŵy').subarray(1)];
    sent.write(first);
    sent.end(second);
    expect(await read).toEqual({ kind: 'text', text: 'ŵy' });
  });

  it('may be empty, and may be as large as allowed', async () => {
    sending().end('0123456789');
    expect(await read).toEqual({ kind: 'text', text: '0123456789' });
  });

  it('that is larger is not kept', async () => {
    sending().end('0123456789a');
    expect(await read).toEqual({ kind: 'tooLarge' });
  });

  it('that does not come is given up', async () => {
    sending().write('01');
    expect(await read).toEqual({ kind: 'tooSlow' });
  });

  it('that is cut off is no body', async () => {
    const sent = sending();
    sent.write('01');
    server.once('request', () => sent.destroy());
    expect(await read).toMatchObject({ kind: expect.stringMatching(/cut|tooSlow/u) });
  });

  it('that was cut off before it is read is no body either', async () => {
    const late = Promise.withResolvers<RequestBody>();
    server.removeAllListeners('request').once('request', (request) => {
      request.once('close', () => late.resolve(readRequestBody(request, { bytes: 10, patienceMs: 60_000 })));
      sent.destroy();
    });
    const sent = sending();
    sent.write('01');
    expect(await late.promise).toEqual({ kind: 'cut' });
  });

  it('that is compressed is not unpacked', async () => {
    sending({ 'content-encoding': 'gzip' }).end('x');
    expect(await read).toEqual({ kind: 'encoded' });
  });
});
