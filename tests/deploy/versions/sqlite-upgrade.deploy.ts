import { execFile } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { verifyStoredCase } from '../../support/storage/newer-server.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { copyWorkingTree, unpackCommit } from '../../support/versions/unpack-commit.ts';
import { type SharedStore, createSharedStore } from '../../support/versions/shared-store.ts';
import { startServedProcess, type ServerProcess, startProcess } from '../../support/versions/server-process.ts';
import {
  beginReport,
  comeBack,
  decryptAtStore,
  type SentReport,
  sendReport,
  type StepReporter,
  goToStep,
} from '../../support/versions/report-steps.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';

const commit = '7765cd8';
const roots = { older: createTemporaryFolder(), newer: createTemporaryFolder() };
let scene: SharedStore;
let server: ServerProcess;
let before: SentReport;
let since: SentReport;
/** What is in flight while one ends and the other starts. */
let begunThen: StepReporter;
let begunNow: StepReporter;

const bot = () => scene.reach(() => server);
const file = () => join(scene.folder, 'candour.db');
const backup = () => join(scene.folder, 'backup.db');

async function verdicts(...reports: readonly SentReport[]) {
  const store = scene.open();
  const found = await Promise.all(
    reports.map(async ({ caseId }) => [
      await verifyStoredCase(store, caseId),
      await decryptAtStore(store, scene, caseId),
    ]),
  );
  await store.close();
  return found;
}
const whole = ({ walker }: SentReport, ...added: readonly string[]) => [
  'whole',
  { answers: Object.fromEntries(walker.given), added, unverifiedCount: 0 },
];

beforeAll(async () => {
  unpackCommit(commit, roots.older);
  copyWorkingTree(roots.newer);
  scene = await createSharedStore('sqlite');
  server = await startServedProcess(roots.older, scene.environment);
  before = await sendReport(await beginReport(bot()));
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
    begunThen = await beginReport(bot());
    await goToStep(begunThen, 'knowledge');
    await scene.tab(server, developmentPeople.handler).call('case.acknowledge', {
      caseId: before.caseId,
      request: newRequestId(),
    });
  });

  it('after a backup and the update, a card of the older one is sent with all that was typed', async () => {
    const env = { PATH: process.env['PATH'], ...scene.environment };
    const asked = ['--no-warnings', 'bot/commands/run/backup.ts', '--to', backup()];
    await promisify(execFile)(process.execPath, asked, { cwd: roots.older, env });
    expect(await server.end()).toBe(0);
    server = await startServedProcess(roots.newer, scene.environment);
    since = await sendReport(begunThen);
    await comeBack(before);
    before.walker.teams.fill('addition', 'Added after the update.');
    await before.walker.teams.press('add');
    begunNow = await beginReport(bot());
    await goToStep(begunNow, 'knowledge');
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
    server = await startServedProcess(roots.older, scene.environment);
    const tab = scene.tab(server, developmentPeople.handler);
    expect((await tab.send('case.read', { caseId: before.caseId })).status).toBe(200);
    expect((await tab.send('case.read', { caseId: since.caseId })).status).toBe(403);
    const gone = await sendReport(begunNow);
    expect(await server.end()).toBe(0);
    // Forward again on that file: nothing of either is lost in it.
    server = await startServedProcess(roots.newer, scene.environment);
    expect(await verdicts(before, gone)).toEqual([whole(before), whole(gone)]);
  });

  it('what the newer one had saved since stands in the file that was put aside', async () => {
    expect(await server.end()).toBe(0);
    copyFileSync(join(scene.folder, 'newer.db'), file());
    for (const end of ['-wal', '-shm']) rmSync(`${file()}${end}`, { force: true });
    server = await startServedProcess(roots.newer, scene.environment);
    expect(await verdicts(before, since)).toEqual([whole(before, 'Added after the update.'), whole(since)]);
  });
});
