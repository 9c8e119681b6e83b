import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { closeServer, createRestifyServer, getPort, listen } from '../../../bot/http/restify-server.ts';
import { importedPath } from '../../support/imported-file.ts';
import { rawRequest } from '../../support/http/raw-request.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';

const root = join(import.meta.dirname, '../../..');

/** A server of a process of its own, whose handler gives back a value, as restify takes for a mistake that it writes down. */
const program = (canary: string): string => `
import { ${createRestifyServer.name} as create } from ${JSON.stringify(importedPath(() => import('../../../bot/http/restify-server.ts'), import.meta.url))};
const server = create({ log: () => undefined, maxConnections: 10 });
server.get('/:name', async (_request, response) => {
  response.sendRaw(200, 'words', {});
  return response;
});
await new Promise((resolve) => server.server.listen(0, '127.0.0.1', resolve));
const { port } = server.server.address();
const answer = await fetch('http://127.0.0.1:' + port + '/${canary}', { headers: { 'user-agent': '${canary}' } });
process.exitCode = (await answer.text()) === 'words' ? 0 : 1;
server.server.closeAllConnections();
server.server.close();
`;

describe('the server beneath all others', () => {
  it('writes nothing of who asks for what past our own log', () => {
    const canary = newCanary();
    const args = ['--no-warnings', '--input-type=module-typescript', '--eval', program(canary)];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('ends without a wait for connections that have asked nothing, and finishes what was asked', async () => {
    const server = createRestifyServer({ log: () => undefined, maxConnections: 10 });
    const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<void>();
    const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
    server.get('/', async (_request, response) => {
      asked();
      await mayAnswer;
      response.sendRaw(200, 'words', {});
    });
    await listen(server, 0, '127.0.0.1', ['HOST', 'PORT']);
    const port = getPort(server);
    const silent = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    for (const socket of silent) await once(socket, 'connect');
    silent[1]?.write('GET / HT');
    const answer = rawRequest(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await isAsked;
    const closed = closeServer(server);
    await Promise.all(silent.map((socket) => once(socket.on('error', () => undefined).resume(), 'close')));
    letAnswer();
    // A proxy sends nothing more on this connection.
    expect(await answer).toMatch(/^HTTP\/1\.1 200 [^]*\r\nConnection: close\r\n[^]*words/u);
    await closed;
  });
});
