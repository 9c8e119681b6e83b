import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { buildArtefact } from '../support/deploy/built-artefact.ts';
import { serveArtefact, type ServedArtefact } from '../support/deploy/served-artefact.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { parseCardCode, parseCardReference } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { createTabClient } from '../support/journeys/tab-client.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { formatCaseId } from '../../core/model/case-id.ts';

const megabyte = 1_000_000;
let served: ServedArtefact;
let archive: string;
beforeAll(async () => {
  const made = await buildArtefact(join(createTemporaryFolder(), 'candour'), {});
  const name = readdirSync(made).find((one) => one.endsWith('.tar.gz'));
  archive = join(made, name ?? '');
  served = await serveArtefact(archive);
});
afterAll(() => served?.stop());

const get = (path: string): Promise<Response> => fetch(new URL(path, served.endpoint()));
const tabOf = (objectId: string) => {
  const { endpoint, microsoft } = served;
  return createTabClient({ endpoint, entra: microsoft.entra }, { objectId, name: 'Somebody' });
};

describe('the artefact, unpacked into an empty folder by somebody else', () => {
  it('is under 160 MB, and has no library that would have to be fetched', () => {
    const kilobytes = Number(execFileSync('du', ['-sk', served.place.installed], { encoding: 'utf8' }).split('\t')[0]);
    expect(kilobytes * 1_024).toBeLessThan(160 * megabyte);
    const root = join(served.place.installed, readdirSync(served.place.installed)[0] ?? '');
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: root });
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({ dependencies: {} });
  });

  it('is served by an account with no rights, which may write to its data alone', () => {
    if (process.getuid?.() === 0) {
      const status = readFileSync(`/proc/${served.pid}/status`, 'utf8');
      expect(/^Uid:\s+(\d+)/mu.exec(status)?.[1]).toBe('65534');
      expect(/^CapEff:\s+(\w+)/mu.exec(status)?.[1]).toMatch(/^0+$/u);
      expect(/^CapBnd:\s+(\w+)/mu.exec(status)?.[1]).toMatch(/^0+$/u);
      expect(/^NoNewPrivs:\s+(\d)/mu.exec(status)?.[1]).toBe('1');
    }
    expect(readdirSync(served.place.empty)).toEqual([]);
    expect(served.readyMs).toBeGreaterThan(0);
  });

  it.each(['dialog', 'page'] as const)('takes a report by the %s with tokens as Microsoft makes them', async (door) => {
    const reporter = await newReporter(served);
    const teams = door === 'page' ? createPageClient(tabOf(reporter.teams.person.objectId), 'en') : reporter.teams;
    // What is urgent is told at once, and the rest at the next full hour.
    await sendFullReport({ teams }, { ...reporter.report, risk: 'yes' });
    expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
    const reference = parseCardReference(teams.card());
    if (reference === undefined) throw new Error('no reference');
    const written = formatCaseId(reference);
    const alert = await waitFor('an alert', () =>
      served.connector.posts.find(({ activity }) => JSON.stringify(activity).includes(written)),
    );
    expect(alert.conversationId).toContain(channels.acu);

    const handler = developmentPeople.handler;
    const seen = await tabOf(handler).call('case.view', { caseId: reference });
    expect(JSON.stringify(seen)).not.toContain(reporter.canary);
    // Where the keys are the server cannot read: whoever opens a report sits at another machine.
    const key = join(served.keys, 'acu.identity');
    const opened = await served.runElsewhere(['open-report', written, '--identity', key, '--as', handler]);
    expect([opened.code, opened.complained]).toEqual([0, '']);
    expect(opened.said).toContain(reporter.canary);

    const code = parseCardCode(teams.card());
    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    expect(teams.card().text).toContain(written);
    assertAbsent('what it printed', served.printed(), [reporter.canary]);
    assertAbsentOnDisk(served.place.data, [reporter.canary]);
  });

  it('turns away who has no token, and one that nobody made', async () => {
    const { issuer } = served.microsoft;
    for (const authorization of ['', `Bearer ${await issuer.forgedToken('otherKey')}`]) {
      const answer = await fetch(served.endpoint(), {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(answer.status).toBe(401);
    }
  });

  it.each([
    ['/tab/', 'text/html'],
    ['/partners/', 'text/html'],
    ['/guidance/cy', 'text/html'],
    ['/privacy', 'text/html'],
  ])('hands out %s', async (path, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
  });

  it('hands out each file that the pages name, and a sheet of the guidance with its font', async () => {
    for (const page of ['/tab/', '/partners/']) {
      const named = [...(await (await get(page)).text()).matchAll(/\/(?:tab|partners)\/assets\/[^"'| ]+/gu)];
      expect(named.length).toBeGreaterThan(2);
      for (const [path] of named) expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
    const page = await (await get('/guidance/en')).text();
    const [topic] = /\/guidance\/en\/[a-z-]+/u.exec(page) ?? [];
    const sheet = /\/guidance\/[^"]+\.pdf/u.exec(await (await get(topic ?? '')).text())?.[0];
    const pdf = Buffer.from(await (await get(sheet ?? '')).arrayBuffer());
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.includes('DejaVu')).toBe(true);
  });
});

describe('a command of the artefact, beside its server', () => {
  it.each([
    ['health', [], 0, 'ready\n'],
    ['audit', ['verify'], 0, 'intact'],
    ['audit', ['anchor'], 0, ''],
    ['summary', ['--for', 'acu', '--format', 'pdf'], 0, '%PDF'],
    ['summary', ['--for', 'acu', '--format', 'xlsx'], 0, 'PK'],
    ['return', ['--schema'], 0, '{'],
    ['inspection', ['--schema'], 0, '{'],
    ['campaign', ['pulses'], 0, ''],
    ['rotate', [], 0, 'CARRIED_STATE_SECRET: set.'],
    ['rotate', ['check', 'CARRIED_STATE_SECRET'], 0, 'under the current secret: 1'],
    ['keys', ['help'], 0, 'node candour.mjs keys make'],
    ['verify-export', [], 2, 'node candour.mjs verify-export'],
    ['restore', [], 2, 'node candour.mjs restore'],
    ['export-all', [], 2, 'node candour.mjs export-all'],
    ['import-all', [], 2, 'node candour.mjs import-all'],
    ['drill', ['--oldest', 'a day'], 2, 'node candour.mjs drill'],
    ['nothing-of-it', [], 2, ''],
  ])('%s %j ends with %d', async (name, args, code, said) => {
    const ended = await served.run([name, ...args]);
    expect({ ...ended, said: ended.said.includes(said) }).toEqual({ code, said: true, complained: ended.complained });
    expect(ended.complained).not.toMatch(/Warning|ERR_|\n\s+at /u);
  });

  it('makes a copy of the store, a pack of a campaign, a list of the page and the Teams package in the data', async () => {
    const { data } = served.place;
    const ofTeams = { TEAMS_APP_ID: '0b0b6a5c-4d2e-4d0e-9a39-0a6f6b0f3c11', DEVELOPER_NAME: 'A force' };
    const made = [
      await served.run(['package'], ofTeams),
      await served.run(['backup', '--to', join(data, 'copy.db')]),
      await served.run(['campaign', 'pack', '--address', 'https://candour.example', '--out', join(data, 'pack')]),
      await served.run(['page', 'manifest', '--to', join(data, 'page.json')]),
    ];
    expect(made.map(({ code, complained }) => [code, /ERR_|Warning/u.test(complained)])).toEqual(
      made.map(() => [0, false]),
    );
    expect(readdirSync(data)).toEqual(expect.arrayContaining(['copy.db', 'dist', 'pack', 'page.json']));
    expect(readdirSync(join(data, 'pack'), { recursive: true }).length).toBeGreaterThan(10);
  });
});

describe('the server of the artefact, when it is told to end', () => {
  it('ends well, and has written nothing beside its data', async () => {
    expect(await served.end()).toBe(0);
    expect(served.printed()).not.toMatch(/Warning|ERR_/u);
    const root = join(served.place.installed, readdirSync(served.place.installed)[0] ?? '');
    const listed = readFileSync(join(root, 'SHA256SUMS'), 'utf8').trim().split('\n').length;
    const there = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(there).toHaveLength(listed + 1);
    expect(readdirSync(served.place.empty)).toEqual([]);
  });
});
