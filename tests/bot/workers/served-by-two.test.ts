import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { metricTable } from '../../../bot/metrics/metric-table.ts';
import { eventually } from '../../support/journeys/eventually.ts';
import { samplesIn, valueOf } from '../../support/metrics/scrape.ts';
import { forceEnvironment } from '../../support/settings/force-environment.ts';
import { temporaryFolder } from '../../support/storage/temporary-folder.ts';
import { type ServedBy, servedBy } from '../../support/workers/served-by.ts';

// Three processes take some seconds to start, on a busy machine more: what one start can show stands in one test.

let folder: string;
let server: ServedBy | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  server?.child.kill('SIGKILL');
  await server?.ended;
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** A port that is free now. */
async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return String(typeof address === 'object' ? address?.port : 0);
}
const settings = () => ({ ...forceEnvironment(`${folder}/candour.db`), WORKERS: '2' });
function serve(more: Readonly<Record<string, string>> = {}): ServedBy {
  server = servedBy(folder, { ...settings(), ...more });
  return server;
}
const knock = async (port: number) =>
  (await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers: { connection: 'close' } })).status;
/** Ends a process by its number, where it lives. */
function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
/** Looks until it is so, at the pace of the one who is asked. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  let seen = false;
  let looking = false;
  await eventually(what, () => {
    if (!looking && !seen) {
      looking = true;
      void isSo()
        .then((so) => (seen = so))
        .finally(() => (looking = false));
    }
    return seen || undefined;
  });
}

describe('a server of two processes', () => {
  it('is one: by one port, one address for its health, one log, and an end', async () => {
    const health = await freePort();
    const one = serve({ HEALTH_PORT: health, METRICS: 'yes', MAX_CONNECTIONS: '40' });
    const port = await one.started;
    const ask = async (path: string, at: string | number = health) => await fetch(`http://127.0.0.1:${at}${path}`);
    const asJson = async (path: string): Promise<unknown> => await (await ask(path)).json();
    const numbers = async () => await (await ask('/metrics')).text();
    expect(one.workers()).toHaveLength(2);
    expect(await asJson('/readyz')).toEqual({ status: 'ready' });
    expect(await asJson('/healthz')).toEqual({ status: 'alive' });
    for (const path of ['/readyz', '/healthz', '/metrics']) expect((await ask(path, port)).status).toBe(404);

    await until('each has tried itself', async () => (await numbers()).includes('candour_store_ready 1'));
    const samples = samplesIn(await numbers());
    const names = new Set(samples.map(({ name }) => name.replace(/_(?:bucket|count|sum)$/u, '')));
    expect([...names].sort()).toEqual(Object.keys(metricTable).sort());
    expect(new Set(samples.map(({ name, labels }) => JSON.stringify([name, labels]))).size).toBe(samples.length);

    // Connections beyond the bound are cut off, and not handed on from one that is full to the other for ever.
    const sockets: Socket[] = [];
    for (let at = 0; at < 60; at += 1) sockets.push(connect(port, '127.0.0.1').on('error', () => undefined));
    const closed = () => sockets.filter((socket) => socket.closed).length;
    await eventually('what is beyond the bound is cut off', () => closed() >= 20 || undefined);
    for (const socket of sockets) socket.destroy();
    await until('somebody else is answered', async () => (await knock(port).catch(() => 0)) === 401);

    const [killed = 0] = one.workers();
    // It hangs: it takes one connection at most, and the other process all others.
    process.kill(killed, 'SIGSTOP');
    let answered = 0;
    const knocks = [1, 2, 3, 4].map(async () => {
      const status = await knock(port);
      answered += 1;
      return status;
    });
    const came = Promise.allSettled(knocks);
    await eventually('three are answered', () => answered >= 3 || undefined);
    expect(await asJson('/healthz')).toEqual({ status: 'notAlive' });
    process.kill(killed, 'SIGKILL');
    // Whoever came to it is cut off, and waits for nobody.
    const statuses = (await came).map((one) => (one.status === 'fulfilled' ? one.value : 'cut off'));
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
    expect(statuses).toContain('cut off');
    await eventually('its end is noticed', () => one.said().includes('workerEnded') || undefined);
    expect(await asJson('/readyz')).toEqual({ status: 'ready', workers: 'fewer' });
    expect(await asJson('/healthz')).toEqual({ status: 'alive' });
    for (let times = 0; times < 4; times += 1) expect(await knock(port)).toBe(401);
    await eventually('another is there', () => one.said().includes('workerStarted') || undefined);
    expect(await asJson('/readyz')).toEqual({ status: 'ready' });
    expect(one.workers()).toHaveLength(2);
    expect(one.workers()).not.toContain(killed);
    const after = await numbers();
    expect(valueOf(after, 'candour_events_total', { event: 'workerEnded' })).toBe(1);
    expect(valueOf(after, 'candour_events_total', { event: 'started' })).toBe(1);

    one.child.kill('SIGTERM');
    expect(await one.ended).toBe(0);
    const ofServer = one.log().filter(({ event }) => event !== 'activityRefused' && event !== 'connectionsFull');
    expect(ofServer.map(({ at: _at, ...said }) => said)).toEqual([
      { event: 'started', port, environment: 'production', store: 'sqlite', workers: 2 },
      { event: 'workerEnded', by: 'SIGKILL', pauseSeconds: 1 },
      { event: 'workerStarted' },
      { event: 'stopping' },
      { event: 'stopped' },
    ]);
    expect(one.complained()).toBe('');
  });

  it('says once why it cannot start, and ends by the kind of that', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const at = String(typeof address === 'object' ? address?.port : 0);
    for (const [wrong, named, code] of [
      [{ ALERT_SERVICE_URL: 'value-that-must-not-be-said' }, 'ALERT_SERVICE_URL', 78],
      [{ SQLITE_PATH: '/dev/null/candour.db' }, 'SQLITE_PATH', 69],
      [{ PORT: at }, 'PORT', 1],
    ] as const) {
      const one = serve(wrong);
      expect(await one.ended).toBe(code);
      expect(one.complained().match(/Candour cannot start\./gu)).toHaveLength(1);
      expect(one.complained()).toContain(named);
      expect(one.said() + one.complained()).not.toContain('value-that-must-not-be-said');
      expect(one.said()).toBe('');
    }
    taken.close();
  });

  it('leaves no process behind where its first one is killed', async () => {
    const one = serve();
    await one.started;
    const others = one.workers();
    one.child.kill('SIGKILL');
    // What they print is closed once the last of them is gone.
    let code: number | null | undefined;
    void one.ended.then((ended) => (code = ended));
    try {
      await eventually('all of them have ended', () => (code === undefined ? undefined : true));
    } finally {
      // One that goes on would keep this test waiting for ever, and nobody else would end it.
      if (code === undefined) others.forEach(endAtOnce);
    }
    expect(code).toBe(null);
    expect(one.log().map(({ event }) => event)).toEqual(['started']);
  });
});
