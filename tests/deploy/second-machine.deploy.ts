import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatCaseId } from '../../core/model/case-id.ts';
import { partBytes } from '../../core/model/file-limits.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { createSubmission, newReturnCode } from '../support/core/open-core.ts';
import { buildArtefact } from '../support/deploy/built-artefact.ts';
import { serveArtefact, type ServedArtefact } from '../support/deploy/served-artefact.ts';
import { createFilePageWithCall } from '../support/files/file-page-driver.ts';
import { createCall } from '../support/journeys/page-client.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { parseCardCode, parseCardReference } from '../support/journeys/saved-case.ts';
import { createTabClient } from '../support/journeys/tab-client.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

let archive: string;
let first: ServedArtefact;
let second: ServedArtefact | undefined;

beforeAll(async () => {
  const made = await buildArtefact(join(createTemporaryFolder(), 'candour'), {});
  archive = join(made, readdirSync(made).find((one) => one.endsWith('.tar.gz')) ?? '');
  first = await serveArtefact(archive);
});
afterAll(async () => {
  await second?.stop();
  await first?.stop();
});

const tabAt = (server: ServedArtefact, objectId: string) =>
  createTabClient({ endpoint: server.endpoint, entra: server.microsoft.entra }, { objectId, name: 'Somebody' });
const well = async (server: Pick<ServedArtefact, 'run'>, ...args: readonly string[]): Promise<string> => {
  const { code, said, complained } = await server.run(args);
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  return said;
};

describe('a machine that has the archive, the settings and a backup, and nothing else of the first', () => {
  it('opens each report with its file, goes on with return codes, and sends nothing by itself until it is told to', async () => {
    const reporter = await newReporter(first);
    await sendFullReport(reporter, { ...reporter.report, risk: 'yes' });
    const reference = parseCardReference(reporter.teams.card());
    if (reference === undefined) throw new Error('no reference');
    const code = parseCardCode(reporter.teams.card());
    const person = { objectId: randomUUID(), name: 'Somebody' };
    const page = createFilePageWithCall(first, person, createCall(tabAt(first, person.objectId)));
    const fileCode = newReturnCode();
    const file = await page.make(fileCode, randomBytes(2 * partBytes));
    expect(
      await submitReport({ ...page, ...page.holding(file) }, createSubmission({ code: fileCode, person })),
    ).toMatchObject({
      kind: 'saved',
    });
    const anchored = await well(first, 'audit', 'anchor');
    await well(first, 'backup', '--to', join(first.place.data, 'copy.db'));
    expect(await first.end()).toBe(0);

    second = await serveArtefact(archive, {
      from: first,
      async prepare(machine) {
        for (const name of ['copy.db', 'copy.db.files']) machine.place.bring(join(first.place.data, name));
        const restored = await well(machine, 'restore', '--from', 'copy.db');
        expect(restored).toContain('The copy is in place.');
        expect(restored).toContain('The files are in place.');
      },
    });
    const { place, endpoint } = second;
    expect(place.data).not.toBe(first.place.data);
    expect(existsSync(join(first.place.data, 'candour.db'))).toBe(true);
    expect(await well(second, 'audit', 'verify')).toContain('intact');
    const rootOf = (text: string) => / root (\S+)/u.exec(text)?.[1];
    expect(rootOf(await well(second, 'audit', 'anchor'))).toBe(rootOf(anchored));
    const health = await fetch(new URL('/readyz', endpoint()));
    expect(await health.json()).toMatchObject({ status: 'ready', restored: 'paused' });
    expect(await well(second, 'restore', '--go-on')).toContain('resume within ten seconds');

    const key = join(second.keys, 'acu.identity');
    const written = formatCaseId(reference);
    const opened = await second.runElsewhere([
      'open-report',
      written,
      '--identity',
      key,
      '--as',
      developmentPeople.handler,
    ]);
    expect([opened.code, opened.complained]).toEqual([0, '']);
    expect(opened.said).toContain(reporter.canary);

    const again = await newReporter(second);
    await again.teams.press('comeBack');
    again.teams.fill('code', code);
    await again.teams.press('next');
    expect(again.teams.card().text).toContain(written);

    await sendFullReport(await newReporter(second), { ...reporter.report, risk: 'yes' });
    expect(await well(second, 'audit', 'verify')).toContain('intact');
  });
});
