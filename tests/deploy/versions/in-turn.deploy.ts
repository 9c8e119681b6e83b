import { execFile } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../../development/people.ts';
import { verdictOn } from '../../support/storage/later-server.ts';
import { temporaryFolder } from '../../support/storage/temporary-folder.ts';
import { copyToday, unpackCommit } from '../../support/versions/commit-in-history.ts';
import { type OneStore, oneStore } from '../../support/versions/one-store.ts';
import { served, type ServerProcess, startProcess } from '../../support/versions/server-process.ts';
import { begun, comeBack, openedAt, type Sent, sent, type Walker, walkOn } from '../../support/versions/walked.ts';
import { newRequest } from '../../support/journeys/tab-client.ts';

const commit = '7765cd8';
const roots = { older: temporaryFolder(), newer: temporaryFolder() };
let scene: OneStore;
let server: ServerProcess;
let before: Sent;
let since: Sent;
/** What is in flight while one ends and the other starts. */
let begunThen: Walker;
let begunNow: Walker;

const bot = () => scene.reach(() => server);
const file = () => join(scene.folder, 'candour.db');
const backup = () => join(scene.folder, 'backup.db');

async function verdicts(...reports: readonly Sent[]) {
  const store = scene.open();
  const found = await Promise.all(
    reports.map(async ({ caseId }) => [await verdictOn(store, caseId), await openedAt(store, scene, caseId)]),
  );
  await store.close();
  return found;
}
const whole = ({ walker }: Sent, ...added: readonly string[]) => [
  'whole',
  { answers: Object.fromEntries(walker.given), added, doubtful: 0 },
];

beforeAll(async () => {
  unpackCommit(commit, roots.older);
  copyToday(roots.newer);
  scene = await oneStore('sqlite');
  server = await served(roots.older, scene.environment);
  before = await sent(await begun(bot()));
});
afterAll(async () => {
  await server.end();
  await scene.stop();
  for (const root of Object.values(roots)) rmSync(root, { recursive: true });
});

describe(`a server of ${commit} and one of today, in turn on one SQLite file`, () => {
  it('today’s does not start beside the older one, says why, and the older one goes on', async () => {
    const refused = await startProcess(roots.newer, scene.environment);
    expect(refused).toEqual({ code: 69, complained: expect.stringContaining('is in use by another process') });
    begunThen = await begun(bot());
    await walkOn(begunThen, 'knowledge');
    await scene.tab(server, developmentPeople.handler).call('case.acknowledge', {
      caseId: before.caseId,
      request: newRequest(),
    });
  });

  it('after a backup and the update, a card of the older one is sent with all that was typed', async () => {
    const env = { PATH: process.env['PATH'], ...scene.environment };
    const asked = ['--no-warnings', 'bot/commands/run/backup.ts', '--to', backup()];
    await promisify(execFile)(process.execPath, asked, { cwd: roots.older, env });
    expect(await server.end()).toBe(0);
    server = await served(roots.newer, scene.environment);
    since = await sent(begunThen);
    await comeBack(before);
    before.walker.teams.fill('addition', 'Added after the update.');
    await before.walker.teams.press('add');
    begunNow = await begun(bot());
    await walkOn(begunNow, 'knowledge');
    expect(await verdicts(before, since)).toEqual([whole(before, 'Added after the update.'), whole(since)]);
  });

  it('the older one refuses the file then, and changes nothing in it', async () => {
    expect(await server.end()).toBe(0);
    const refused = await startProcess(roots.older, scene.environment);
    expect(refused).toEqual({ code: 1, complained: expect.stringContaining('Candour cannot start. store: broken') });
    expect(await verdicts(before, since)).toEqual([whole(before, 'Added after the update.'), whole(since)]);
  });

  it('rolled back by the backup it goes on, without what came since, and takes a card of the newer one', async () => {
    copyFileSync(file(), join(scene.folder, 'newer.db'));
    for (const end of ['', '-wal', '-shm']) rmSync(`${file()}${end}`, { force: true });
    copyFileSync(backup(), file());
    server = await served(roots.older, scene.environment);
    const tab = scene.tab(server, developmentPeople.handler);
    expect((await tab.send('case.read', { caseId: before.caseId })).status).toBe(200);
    expect((await tab.send('case.read', { caseId: since.caseId })).status).toBe(403);
    const gone = await sent(begunNow);
    expect(await server.end()).toBe(0);
    // Forward again on that file: nothing of either is lost in it.
    server = await served(roots.newer, scene.environment);
    expect(await verdicts(before, gone)).toEqual([whole(before), whole(gone)]);
  });

  it('what the newer one had saved since stands in the file that was put aside', async () => {
    expect(await server.end()).toBe(0);
    copyFileSync(join(scene.folder, 'newer.db'), file());
    for (const end of ['-wal', '-shm']) rmSync(`${file()}${end}`, { force: true });
    server = await served(roots.newer, scene.environment);
    expect(await verdicts(before, since)).toEqual([whole(before, 'Added after the update.'), whole(since)]);
  });
});
