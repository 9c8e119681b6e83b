import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import packageJson from '../../package.json' with { type: 'json' };
import { decryptAge } from '../../crypto/decrypt-age.ts';
import { contentInMemory } from '../../core/model/file-content.ts';
import { digestOfFile, fileSizeBounds, maxPartBytes } from '../../core/model/file-limits.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { createPendingFiles, type PendingFiles } from '../../tab/files/pending-files.ts';
import { fetchFileSealedTo } from '../../tab/file-viewer/fetch-file-content.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { createSubmission, newReturnCode } from '../support/core/open-core.ts';
import { createFilePageWithCall } from '../support/files/file-page-driver.ts';
import { waitUntilReady } from '../support/files/wait-until-ready.ts';
import { createCall } from '../support/journeys/page-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { nodeArguments } from '../support/npm-script.ts';
import { readFolder } from '../support/transfer/export-folder.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const handler = randomUUID();
const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { ROLE_HANDLERS: handler } });
const person = { objectId: randomUUID(), name: 'Somebody' };

let folder: string;
beforeAll(() => {
  folder = createTemporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file that is chosen, as a page holds its clean copy. */
async function hold(type: 'video/mp4' | 'audio/wav', content: Uint8Array<ArrayBuffer>): Promise<PendingFiles> {
  const held = createPendingFiles({
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    wait: async () => undefined,
  });
  held.setSizes(bot.settings.fileSizes);
  const copy = { type, content: contentInMemory(content), preview: undefined, pages: [], metadata: [] };
  held.add(new Blob(['x']), {
    createName: () => 'Recording 1',
    clean: async () => ({ kind: 'copy', copy: { ...copy, sourceType: type } }),
  });
  await waitUntilReady(held);
  return held;
}

async function report(held: PendingFiles) {
  const call = createCall(bot.tab(person));
  const page = createFilePageWithCall(bot, person, (name, body) => {
    bot.clock.forward(1_000);
    return call(name, body);
  });
  const getRecipients = () => [...bot.settings.recipients.acu, ...bot.settings.recipients.recovery];
  held.setDestination({ transport: page.intake.files, getRecipients });
  const code = newReturnCode();
  const outcome = await submitReport({ ...page, files: held }, createSubmission({ code, person }));
  expect(outcome).toMatchObject({ kind: 'saved', isNew: true });
  const { caseId } = await page.claim(code);
  const [stored] = (await bot.store().cases.read(caseId))?.value.files ?? [];
  const [file] = held.list();
  if (stored === undefined || file === undefined) throw new Error('no file');
  return { caseId, stored, file };
}

/** A command in a process of its own, on a store of the test's folder. Prints its time and the most memory that it had. */
function run(
  name: 'backup' | 'restore' | 'drill' | 'audit' | 'export-all' | 'import-all',
  path: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const memory = join(folder, 'memory');
  // Not by `resourceUsage`, which begins at what this process had.
  const note = `data:text/javascript,import{readFileSync as r,writeFileSync as w}from"node:fs";process.on("exit",()=>w(${JSON.stringify(memory)},r("/proc/self/status")))`;
  const env = { ...childEnvironment, STORE: 'sqlite', SQLITE_PATH: path, TMPDIR: folder };
  const asked = ['--no-warnings', `--import=${note}`, ...nodeArguments(packageJson.scripts[name]), ...args];
  const begun = performance.now();
  return new Promise((settle) => {
    execFile(process.execPath, asked, { cwd: folder, env }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
      const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(memory, 'utf8')) ?? [];
      const mebibytes = Math.round(Number(kibibytes) / 1_024);
      process.stdout.write(`  ${name}: ${seconds} s, ${mebibytes} MiB\n`);
      settle({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

/** In bytes. */
const largest = fileSizeBounds.video.max * 1_000_000;

describe('the largest file of a report', () => {
  it('is sent, backed up, restored, moved, audited and exported, whole', async () => {
    const content = new Uint8Array(randomBytes(largest));
    const begun = performance.now();
    const { caseId, stored, file } = await report(await hold('video/mp4', content));
    process.stdout.write(`  sealed and sent: ${((performance.now() - begun) / 1_000).toFixed(1)} s\n`);
    expect(stored.bytes).toBe(96 * maxPartBytes);

    const live = join(bot.folder, 'candour.db');
    expect(await run('backup', live, '--to', join(folder, 'copy.db'))).toMatchObject({ code: 0 });
    const restored = join(folder, 'restored.db');
    expect(await run('restore', restored, '--from', join(folder, 'copy.db'))).toMatchObject({ code: 0 });
    const whole = expect.stringContaining('All of them are intact.');
    expect(await run('audit', restored, 'verify')).toEqual({ code: 0, said: whole });
    expect(await run('drill', restored)).toEqual({ code: 0, said: whole });
    expect(await run('export-all', restored, '--to', join(folder, 'out'))).toMatchObject({ code: 0 });
    const moved = join(folder, 'moved.db');
    expect(await run('import-all', moved, '--from', join(folder, 'out'))).toEqual({ code: 0, said: whole });
    expect(readFolder(`${moved}.files`)).toEqual(readFolder(join(folder, 'copy.db.files')));

    const identity = await generateHybridIdentity();
    const taken = await fetchFileSealedTo({ file, stored }, await identityToRecipient(identity), {
      call: createCall(bot.tab({ objectId: handler })),
      identities: bot.identities.acu,
      caseId,
      onPart: () => bot.clock.forward(500),
      signal: new AbortController().signal,
    });
    if (!taken.ok) throw new Error(taken.why);
    const left = await decryptAge(taken.content, { identities: [identity] });
    expect(digestOfFile(left)).toBe(digestOfFile(content));
  });

  it('is 25 MB, and one byte more is refused before anything is sent, by page and server', async () => {
    const { file } = await report(await hold('audio/wav', new Uint8Array(25_000_000)));
    expect(file.bytes).toBe(25_000_000);
    const larger = await hold('audio/wav', new Uint8Array(25_000_001));
    expect(larger.view().files).toMatchObject([{ at: 'refused', why: 'overLimit', megabytes: 25 }]);
    expect(larger.list()).toEqual([]);
  });
});
