import { describe, expect, it } from '@jest/globals';
import { StoreError } from '../../../core/ports/store-error.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { openConnections } from '../../fuzz/open-connections.ts';
import { rawRequest } from '../../support/http/raw-request.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

let looks = 0;
let isFull = false;
let areFilesAway = false;
const bot = setUpSharedBot(() => ({
  entryPoint: 'dialog',
  environment: { HEALTH_PORT: '0', MAX_CONNECTIONS: '20' },
  wrapParts: ({ store, seal }) => ({
    store: {
      ...store,
      check: async () => {
        looks += 1;
        if (isFull) throw new Error('full');
        return await store.check();
      },
    },
    seal,
  }),
  wrapFiles: (files) => ({
    ...files,
    async check() {
      if (areFilesAway) throw new StoreError('unavailable');
      await files.check();
    },
  }),
}));

const port = () => Number(new URL(bot.endpoint()).port);
const ask = async (path: string, at = bot.healthPort() ?? 0) => (await fetch(`http://127.0.0.1:${at}${path}`)).status;

describe('whether the bot can do its work', () => {
  it('is looked at once for whoever asks within ten seconds', async () => {
    const before = looks;
    const all = await Promise.all(Array.from({ length: 100 }, () => ask('/readyz')));
    expect(new Set(all)).toEqual(new Set([200]));
    expect(looks - before).toBe(1);
    bot.clock.forward(9_000);
    await ask('/readyz');
    expect(looks - before).toBe(1);
    bot.clock.forward(1_000);
    await ask('/readyz');
    expect(looks - before).toBe(2);
  });

  it('is looked at anew ten seconds later, whatever was found before, and when the clock was set back', async () => {
    isFull = true;
    bot.clock.forward(10_000);
    const before = looks;
    expect(await Promise.all([ask('/readyz'), ask('/readyz')])).toEqual([503, 503]);
    expect(looks - before).toBe(1);
    isFull = false;
    bot.clock.forward(-60_000);
    expect(await ask('/readyz')).toBe(200);
    expect(await ask('/healthz')).toBe(200);
  });
});

describe('a place of files that cannot be reached', () => {
  it('is told beside the answer and to the log, and keeps nobody from a server that takes reports', async () => {
    const answer = async () => {
      bot.clock.forward(10_000);
      const response = await fetch(`http://127.0.0.1:${bot.healthPort() ?? 0}/readyz`);
      return [response.status, await response.json()];
    };
    expect(await answer()).toEqual([200, { status: 'ready' }]);
    areFilesAway = true;
    expect(await answer()).toEqual([200, { status: 'ready', files: 'unreachable' }]);
    expect(await answer()).toEqual([200, { status: 'ready', files: 'unreachable' }]);
    areFilesAway = false;
    expect(await answer()).toEqual([200, { status: 'ready' }]);
    const told = bot.log.filter((line) => /filesUnreachable|filesReached/u.test(line));
    expect(told.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ event: 'filesUnreachable', setting: 'FILES_FOLDER', code: 'store:unavailable' }),
      expect.objectContaining({ event: 'filesReached', setting: 'FILES_FOLDER' }),
    ]);
  });
});

describe('the health checks with an address of their own', () => {
  it('are answered there and not beside the bot, and nothing else is there', async () => {
    for (const path of ['/healthz', '/readyz']) expect([await ask(path), await ask(path, port())]).toEqual([200, 404]);
    for (const path of ['/', '/privacy', '/tab', '/api/messages']) expect(await ask(path)).toBe(404);
  });

  it('stand after a request that nobody sends', async () => {
    const bad = 'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    expect(await rawRequest(bot.healthPort() ?? 0, bad)).toMatch(/^HTTP\/1\.1 400 /u);
    expect(await ask('/healthz')).toBe(200);
  });
});

describe('more connections than the setting says', () => {
  it('are cut off, said once in the log, and keep nobody from the health checks', async () => {
    const connections = await openConnections(port(), 100, 'POST /api/messages HTTP/1.1\r\nHost: x\r\n');
    await waitFor('cut off', () => (connections.standing() <= 20 ? true : undefined));
    expect(await ask('/healthz')).toBe(200);
    expect(bot.log.filter((line) => line.includes('connectionsFull'))).toHaveLength(1);
    connections.close();
    let status: number | undefined;
    const answered = () => {
      void fetch(new URL('/privacy', bot.endpoint())).then(
        (response) => (status = response.status),
        () => undefined,
      );
      return status === 200 ? true : undefined;
    };
    expect(await waitFor('answered again', answered)).toBe(true);
  });
});

describe('a request without a token that holds', () => {
  it.each(['', 'Bearer abc.def.ghi', 'Basic dXNlcjpwYXNz'])(
    'is answered before a byte of its body has come: %j',
    async (authorization) => {
      const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\nAuthorization: ${authorization}\r\n\r\n`;
      // One with a token is waited for: it was there before, and is still unanswered then.
      const waits = head.replace(/Authorization: .*\r/u, `Authorization: ${await bot.authorization()}\r`);
      const waiting = await openConnections(port(), 1, waits);
      const answer = await rawRequest(port(), head);
      expect(waiting.standing()).toBe(1);
      waiting.close();
      expect(answer).toMatch(/^HTTP\/1\.1 401 /u);
      expect(answer).toContain('{"code":"notAuthorised"}');
    },
  );
});
