import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { auditCommand } from '../../cli/audit.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import type { Store } from '../../core/ports/store.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { appendEvent, emptyChain } from '../../core/model/event-record.ts';
import { type StoredFile, fileLocation } from '../../core/model/sealed-file.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { partLength, partBytes, partCount } from '../../core/model/file-limits.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { createFolderFileStore } from '../../storage/blobs/folder-file-store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { createCase, createAlert, now, today } from '../support/contracts/records.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { nodeArguments } from '../support/npm-script.ts';

const handler = toPersonId('a-handler');

let folder: string;
let store: Store;
let files: FileStore;
beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'kept.db'));
  files = createFolderFileStore(join(folder, 'kept.db.files'), () => new Date());
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const aFile = (its: Partial<StoredFile> = {}): StoredFile => ({
  id: randomBytes(16).toString('hex'),
  bytes: 2 * partBytes,
  ...its,
});

/** A case that came with one file, and with those beside it, to which a handler added another, with all parts of each. */
async function withFiles(...beside: readonly StoredFile[]): Promise<{
  readonly record: CaseRecord;
  readonly sent: StoredFile;
  readonly added: StoredFile;
}> {
  const [sent, added] = [aFile(), aFile({ bytes: 65_536, addedBy: handler })];
  const came = [sent, ...beside];
  const received = appendEvent(createCase({ chain: emptyChain, files: came }), {
    kind: 'received',
    by: 'system',
    at: today,
    files: came,
  });
  await store.cases.create(received.record, createAlert(received.record.caseId), [received.event]);
  const standing = await store.cases.read(received.record.caseId);
  if (standing === undefined) throw new Error('the case is gone');
  const { record, event } = appendEvent(
    { ...standing.value, files: [...came, added] },
    {
      kind: 'filesAdded',
      by: { objectId: handler },
      at: now.toISOString(),
      files: [{ id: added.id, bytes: added.bytes }],
      note: { for: 'handlers', sealed: 'bm90ZQ==' },
    },
  );
  await store.cases.change({ case: { ...standing, value: record }, events: [event] });
  for (const file of [...came, added])
    for (let part = 0; part < partCount(file.bytes); part += 1)
      await files.putPart(fileLocation(record, file), part, randomBytes(partLength(file.bytes, part)));
  return { record, sent, added };
}

async function audit(kept: FileStore | undefined = files) {
  const lines: string[] = [];
  const deps = {
    ...store,
    clock: () => now,
    timeZone: 'Europe/London',
    printLine: (line: string) => void lines.push(line),
  };
  const code = await auditCommand({ ...deps, files: kept }, ['verify']);
  return { code, lines };
}
const folderOf = (record: CaseRecord, file: StoredFile): string => {
  const { caseId, holder, id } = fileLocation(record, file);
  return join(folder, 'kept.db.files', caseId, holder, id);
};
const line = ({ caseId }: CaseRecord, { id }: StoredFile, why: string) =>
  `Case ${formatCaseId(caseId)}, file ${id}: ${why}.`;

describe('npm run audit -- verify', () => {
  it('looks for every file that a case names, of reporters and of handlers, and says that all are there', async () => {
    await withFiles();
    await withFiles();
    const { code, lines } = await audit();
    expect([code, lines]).toEqual([
      0,
      [
        'Checked: 2 cases with 4 entries.',
        'Checked: 4 files that the cases name, by their parts and lengths.',
        'All of them are intact.',
      ],
    ]);
  });

  it('names each file that is not there, or not all of it, and goes on to the others', async () => {
    const [gone, torn, short, odd, whole] = [
      await withFiles(),
      await withFiles(),
      await withFiles(),
      await withFiles(aFile()),
      await withFiles(),
    ];
    rmSync(folderOf(gone.record, gone.sent), { recursive: true });
    rmSync(folderOf(gone.record, gone.added), { recursive: true });
    rmSync(join(folderOf(torn.record, torn.sent), '1'));
    truncateSync(join(folderOf(short.record, short.added), '0'), 65_000);
    // Somebody put a file where the folder of one was: the one beside it, of the same person, is whole.
    const place = folderOf(odd.record, odd.sent);
    rmSync(place, { recursive: true });
    writeFileSync(place, 'a file in the place of a folder');
    const { code, lines } = await audit();
    expect(code).toBe(3);
    expect(lines.filter((one) => one.startsWith('Case ')).toSorted()).toEqual(
      [
        line(gone.record, gone.sent, 'it is not in the place for encrypted files'),
        line(gone.record, gone.added, 'it is not in the place for encrypted files'),
        line(torn.record, torn.sent, 'a part of it is not in the place for encrypted files'),
        line(short.record, short.added, 'a part of it has the wrong length'),
        line(odd.record, odd.sent, 'it cannot be read'),
      ].toSorted(),
    );
    expect(lines.join('\n')).not.toContain(formatCaseId(whole.record.caseId));
    expect(lines.at(-1)).toBe('Not intact: 4. Tell the person who is responsible for the data.');
  });

  it('finds a file that an entry names and the case does no more', async () => {
    const { record, sent } = await withFiles();
    rmSync(folderOf(record, sent), { recursive: true });
    const lines: string[] = [];
    const ledger = {
      ...store.ledger,
      page: async (...asked: Parameters<Store['ledger']['page']>) =>
        (await store.ledger.page(...asked)).map((one) => ({ ...one, files: [] })),
    };
    const deps = { ...store, ledger, files, clock: () => now, timeZone: 'Europe/London' };
    expect(await auditCommand({ ...deps, printLine: (one) => void lines.push(one) }, ['verify'])).toBe(3);
    expect(lines).toContain(line(record, sent, 'it is not in the place for encrypted files'));
  });

  it('asks for no files of a case from which everything was erased', async () => {
    const { record, sent, added } = await withFiles();
    const standing = await store.cases.read(record.caseId);
    if (standing === undefined) throw new Error('the case is gone');
    const { files: _none, ...erased } = standing.value;
    const after = appendEvent(
      { ...erased, erasedOn: today },
      { kind: 'erased', by: { objectId: handler }, at: now.toISOString() },
    );
    await store.cases.change({ case: { ...standing, value: after.record }, events: [after.event] });
    for (const file of [sent, added]) rmSync(folderOf(record, file), { recursive: true });
    expect((await audit()).lines.join('\n')).not.toContain(', file ');
  });

  it('says in one line that the place of files is away, or that none is kept, and checks everything else', async () => {
    await withFiles();
    await withFiles();
    rmSync(join(folder, 'kept.db.files'), { recursive: true });
    writeFileSync(join(folder, 'kept.db.files'), 'no folder');
    const away = await audit();
    expect(away.code).toBe(3);
    expect(away.lines).toContain('Checked: 2 cases with 4 entries.');
    expect(away.lines).toContain(
      'Not checked: 4 files that the cases name. The place for encrypted files cannot be reached.',
    );
    expect(away.lines.some((one) => one.startsWith('Case '))).toBe(false);
    const lines: string[] = [];
    const deps = {
      ...store,
      clock: () => now,
      timeZone: 'Europe/London',
      printLine: (one: string) => void lines.push(one),
    };
    expect(await auditCommand(deps, ['verify'])).toBe(0);
    expect(lines).toContain('Not checked: 4 files that the cases name. The settings say that Candour takes no files.');
  });

  it('says nothing of files where no case has any', async () => {
    const { record, event } = appendEvent(createCase({ chain: emptyChain }), {
      kind: 'received',
      by: 'system',
      at: today,
    });
    await store.cases.create(record, createAlert(record.caseId), [event]);
    expect((await audit()).lines).toEqual(['Checked: 1 cases with 1 entries.', 'All of them are intact.']);
  });
});

describe('the commands of a store with files', () => {
  const run = (
    name: 'audit' | 'backup' | 'restore',
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ) =>
    new Promise<{ readonly code: number; readonly said: string }>((settle) => {
      const env = { ...childEnvironment, STORE: 'sqlite', SQLITE_PATH: 'kept.db', ...more };
      const asked = ['--no-warnings', ...nodeArguments(packageJson.scripts[name]), ...args];
      execFile(process.execPath, asked, { cwd: folder, env }, (error, stdout, stderr) =>
        settle({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      );
    });

  it('copy files with the store, say what is missing after, and put both back', async () => {
    const { record, sent } = await withFiles();
    await store.close();
    expect(await run('backup', ['--to', 'copy.db'])).toEqual({
      code: 0,
      said: 'The copy is complete.\nThe files: copy.db.files\n',
    });
    rmSync(folderOf(record, sent), { recursive: true });
    const found = await run('audit', ['verify']);
    expect(found.code).toBe(3);
    expect(found.said).toContain(line(record, sent, 'it is not in the place for encrypted files'));
    const back = await run('restore', ['--from', 'copy.db']);
    expect(back.code).toBe(0);
    expect(back.said).toMatch(
      /^The copy is in place\.\nThe store before it: \S+\nThe files are in place\.\nThe files before them: \S+\n/u,
    );
    expect(await run('audit', ['verify'])).toMatchObject({ code: 0 });
    expect(readdirSync(folderOf(record, sent))).toEqual(['0', '1']);
  });

  it('say that there are no files yet, none beside a copy, a name that is taken, and an account that is not copied', async () => {
    await store.close();
    expect((await run('backup', ['--to', 'bare.db'])).said).toContain('There are no files yet.\n');
    expect((await run('restore', ['--from', 'bare.db'])).said).toContain(
      'There are no files beside the copy. Those in kept.db.files stay. A file that no case names is removed after two days.\n',
    );
    mkdirSync(join(folder, 'kept.db.files'));
    mkdirSync(join(folder, 'taken.db.files'));
    const taken = await run('backup', ['--to', 'taken.db']);
    expect(taken.code).toBe(1);
    expect(taken.said).toContain('The copy taken.db.files exists already');
    const account = { FILES_ACCOUNT: 'https://force.blob.core.windows.net' };
    const apart = await run('backup', ['--to', 'apart.db'], account);
    expect(apart).toEqual({
      code: 0,
      said: 'The copy is complete.\nFiles are in a storage account, so this copy does not have them.\n',
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('apart'))).toEqual(['apart.db']);
  });
});
