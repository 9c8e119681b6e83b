import { createHash, randomBytes } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { auditCommand } from '../../../cli/audit.ts';
import { serialiseManifest, recordFiles } from '../../../cli/transfer/export-folder.ts';
import type { FileStore } from '../../../core/ports/file-store.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { fileLocation } from '../../../core/model/sealed-file.ts';
import { nextSettingEntry } from '../../../core/model/setting-entry.ts';
import { toWeek } from '../../../core/model/calendar.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { partBytes } from '../../../core/model/file-limits.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { now, today } from '../../support/contracts/records.ts';
import {
  readFolder,
  runExport,
  type TransferEnd,
  createSqliteEnd,
  runImport,
} from '../../support/transfer/export-folder.ts';
import { fillEveryKind, readThroughPorts, createWorkedCase } from '../../support/transfer/filled-store.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let store: Store;
let files: FileStore;
let here: TransferEnd;
beforeEach(() => {
  folder = createTemporaryFolder();
  const path = join(folder, 'kept.db');
  store = openSqliteStore(path);
  files = createFolderFileStore(`${path}.files`, () => new Date());
  here = createSqliteEnd(path, files);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const placeAt = (name: string): TransferEnd =>
  createSqliteEnd(
    at(name),
    createFolderFileStore(`${at(name)}.files`, () => new Date()),
  );

/** Checks all histories of a store, with its files. */
async function audit(name: string): Promise<{ readonly code: number; readonly said: string }> {
  const opened = openSqliteStore(at(name));
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const place = createFolderFileStore(`${at(name)}.files`, () => new Date());
  try {
    const code = await auditCommand({ ...opened, files: place, clock: () => now, timeZone: 'UTC', printLine: say }, [
      'verify',
    ]);
    return { code, said: said.join('\n') };
  } finally {
    await opened.close();
  }
}

/** A case with a sealed file of two parts. */
async function caseWithFile(): Promise<CaseRecord> {
  const file = { id: randomBytes(16).toString('hex'), bytes: 2 * partBytes };
  const record = await createWorkedCase(store, { files: [file] });
  const place = fileLocation(record, file);
  for (const part of [0, 1]) await files.putPart(place, part, randomBytes(partBytes));
  return record;
}

/** Writes a file of a folder anew, with a manifest that agrees: as somebody does who knows the format. */
function forge(from: string, name: string, how: (lines: readonly string[]) => readonly string[]): void {
  const path = join(from, name);
  const text = how(readFileSync(path, 'utf8').split('\n').slice(0, -1))
    .map((line) => `${line}\n`)
    .join('');
  writeFileSync(path, text);
  const manifest: { files: { name: string; lines: number; bytes: number; sha256: string }[] } = JSON.parse(
    readFileSync(join(from, 'manifest.json'), 'utf8'),
  );
  const described = manifest.files.map((one) =>
    one.name === name
      ? {
          name,
          lines: text.split('\n').length - 1,
          bytes: Buffer.byteLength(text),
          sha256: createHash('sha256').update(text).digest('hex'),
        }
      : one,
  );
  writeFileSync(join(from, 'manifest.json'), serialiseManifest(described));
}

/** The tables of a store with their rows, but for what is written anew. */
function rowsAt(name: string): string {
  const database = new DatabaseSync(at(name));
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all();
    return JSON.stringify(
      tables.map((table) => [table, database.prepare(`SELECT * FROM ${String(table['name'])}`).all()]),
    );
  } finally {
    database.close();
  }
}

const refused = async (from: string, sentence: RegExp): Promise<void> => {
  await expect(runImport(placeAt('other.db'), from)).rejects.toThrow(sentence);
  expect(readdirSync(folder).filter((name) => name.startsWith('other.db'))).toEqual([]);
};

describe('everything that a force holds', () => {
  it('leaves as files of lines and is taken in by another Candour, where every case verifies and is shown as before', async () => {
    const cases = [...(await fillEveryKind(store)), await caseWithFile()];
    expect(await runExport(here, at('out'))).toMatchObject({ code: 0 });
    for (const { name } of recordFiles)
      expect([name, readFileSync(join(at('out'), name), 'utf8') === '']).toEqual([name, false]);
    const taken = await runImport(placeAt('other.db'), at('out'));
    expect(taken).toMatchObject({ code: 0 });
    expect(taken.said).toContain('cases.ndjson: 4');
    const before = await audit('kept.db');
    expect(before.said).not.toMatch(/^(?:Case|Settings)/mu);
    expect(before.said).toContain('Checked: 4 cases with 16 entries.');
    expect(await audit('other.db')).toEqual(before);
    const other = openSqliteStore(at('other.db'));
    expect(await readThroughPorts(other, cases)).toBe(await readThroughPorts(store, cases));
    await other.close();
  });

  it('leaves again as the same bytes from where it was taken in', async () => {
    await fillEveryKind(store);
    await caseWithFile();
    await runExport(here, at('out'));
    await runImport(placeAt('other.db'), at('out'));
    await runExport(placeAt('other.db'), at('again'));
    expect(readFolder(at('again'))).toEqual(readFolder(at('out')));
  });

  it('leaves as a folder for its owner alone, with nothing beside what it names', async () => {
    await fillEveryKind(store);
    await caseWithFile();
    await runExport(here, at('out'));
    const names = readdirSync(at('out'), { recursive: true, encoding: 'utf8' });
    for (const name of ['', ...names]) {
      const its = lstatSync(join(at('out'), name));
      expect([name, its.mode & 0o777]).toEqual([name, its.isDirectory() ? 0o700 : 0o600]);
    }
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(names.filter((name) => name.includes('store'))).toEqual([]);
  });

  it('goes into no folder that is there, and leaves that as it is', async () => {
    mkdirSync(at('out'));
    await expect(runExport(here, at('out'))).rejects.toThrow(/exists already/u);
    expect(readdirSync(at('out'))).toEqual([]);
  });

  it('leaves while a server goes on, as of one moment', async () => {
    const cases = await fillEveryKind(store);
    const opened: TransferEnd = {
      ...here,
      openForExport: async (work) => {
        const movable = await here.openForExport(work);
        await createWorkedCase(store);
        return movable;
      },
    };
    await runExport(opened, at('out'));
    expect(readFileSync(join(at('out'), 'cases.ndjson'), 'utf8').split('\n')).toHaveLength(cases.length + 1);
    await runImport(placeAt('other.db'), at('out'));
    expect((await audit('other.db')).said).not.toMatch(/^(?:Case|Settings)/mu);
  });
});

describe('a row that cannot be read', () => {
  it('is named and put aside, and stops no other', async () => {
    const [first] = await fillEveryKind(store);
    const caseId = String(first?.caseId);
    const database = new DatabaseSync(at('kept.db'));
    database.prepare(`UPDATE cases SET record = '{"half' WHERE case_id = ?`).run(caseId);
    database.prepare(`UPDATE alerts SET record = '{"shape":99,"oldestWriter":99}' WHERE case_id = ?`).run(caseId);
    database.prepare(`UPDATE people SET record = replace(record, 'somebody', 'another')`).run();
    const trigger = database.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'campaign_events_stand'`).get();
    database.exec('DROP TRIGGER campaign_events_stand');
    database.prepare(`UPDATE campaign_events SET record = 'none' WHERE sequence = 2`).run();
    // A file that lacks a trigger of its layout is not copied at all.
    database.exec(String(trigger?.['sql']));
    database.close();
    const { code, said } = await runExport(here, at('out'));
    expect(code).toBe(3);
    expect(said.filter((line) => line.startsWith('Put aside'))).toEqual([
      `Put aside: alert ${caseId} was written by a newer version.`,
      `Put aside: case ${caseId} cannot be read.`,
      'Put aside: person somebody cannot be read.',
      'Put aside: campaignEvent fedcba9876543210 2 cannot be read.',
    ]);
    expect(readFileSync(join(at('out'), 'aside.ndjson'), 'utf8').split('\n')[1]).toBe(
      JSON.stringify({ id: [caseId], kind: 'case', raw: '{"half', why: 'damaged' }),
    );
    const taken = await runImport(placeAt('other.db'), at('out'));
    expect(taken.code).toBe(3);
    expect(taken.said).toEqual(
      expect.arrayContaining([
        'cases.ndjson: 2',
        'Not imported: 4 that the export could not read. They are in aside.ndjson.',
      ]),
    );
  });

  it('nor does a sealed file of which a part cannot be', async () => {
    const record = await caseWithFile();
    const [file] = record.files ?? [];
    if (file === undefined) throw new Error('no file');
    const { caseId, holder, id } = fileLocation(record, file);
    const path = join(at('kept.db.files'), caseId, holder, id, '1');
    rmSync(path);
    mkdirSync(path);
    const unread: FileStore = {
      ...files,
      listParts: async () => [0, 1].map((part) => ({ id, part, bytes: 1, writtenAt: now })),
    };
    const { code, said } = await runExport({ ...here, files: unread }, at('out'));
    expect([code, said.filter((line) => line.startsWith('Put aside'))]).toEqual([
      3,
      [`Put aside: file ${caseId} ${holder} ${id} 1 cannot be read.`],
    ]);
    expect(readFolder(at('out'))['files.ndjson']?.split('\n')).toHaveLength(2);
  });
});

describe('a folder that is not whole', () => {
  beforeEach(async () => {
    await fillEveryKind(store);
    await caseWithFile();
    await runExport(here, at('out'));
  });

  it('is refused before anything is written, wherever a byte of it was changed, cut off or taken away', async () => {
    const names = readdirSync(at('out'), { recursive: true, encoding: 'utf8' })
      .filter((name) => lstatSync(join(at('out'), name)).size > 0 && lstatSync(join(at('out'), name)).isFile())
      .toSorted();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom('changed', 'cut', 'gone', 'longer'),
        fc.nat(),
        async (name, how, where) => {
          const path = join(at('out'), name);
          const bytes = readFileSync(path);
          const changed = Buffer.from(bytes);
          const place = where % bytes.length;
          changed[place] = (changed[place] ?? 0) ^ 1;
          if (how === 'gone') rmSync(path);
          else if (how === 'cut') writeFileSync(path, bytes.subarray(0, place));
          else writeFileSync(path, how === 'longer' ? Buffer.concat([bytes, Buffer.from('{}\n')]) : changed);
          try {
            await refused(at('out'), /./u);
          } finally {
            writeFileSync(path, bytes, { mode: 0o600 });
          }
        },
      ),
      { numRuns: 40, examples: names.map((name) => [name, 'changed', 7]) },
    );
    expect(await runImport(placeAt('other.db'), at('out'))).toMatchObject({ code: 0 });
  });

  it('is refused with its fault in a sentence that quotes nothing of it, also where whoever made it knew the format', async () => {
    const faults: readonly (readonly [string, (lines: readonly string[]) => readonly string[], RegExp])[] = [
      [
        'cases.ndjson',
        ([one = '', ...more]) => ['{"half', ...more, one],
        /^Line 1 of cases\.ndjson is not a readable record/u,
      ],
      ['cases.ndjson', ([one = '', ...more]) => [...more, one], /^Line \d of cases\.ndjson is out of order/u],
      ['issues.ndjson', ([one = '', ...more]) => [one, one, ...more], /^Line 2 of issues\.ndjson .*is there twice/u],
      ['people.ndjson', () => ['{"shape":2}'], /^Line 1 of people\.ndjson was written by a newer version/u],
      ['people.ndjson', () => ['\u0000'], /^Line 1 of people\.ndjson is not a readable record/u],
      [
        'files.ndjson',
        ([one = '']) => [one.replace(/"holder":"[^"]*"/u, '"holder":"../../../../etc"')],
        /^Line 1 of files\.ndjson does not name a part/u,
      ],
      ['files.ndjson', ([one = '']) => [one.replace('"part":0', '"part":7')], /^files\/.* is missing/u],
    ];
    for (const [name, how, sentence] of faults) {
      rmSync(at('forged'), { recursive: true, force: true });
      await runExport(here, at('forged'));
      forge(at('forged'), name, how);
      await refused(at('forged'), sentence);
    }
  });

  it('is refused where a file or a folder of it is a link, or something lies in it that is not of it', async () => {
    const secret = at('secret');
    for (const name of ['people.ndjson', 'manifest.json', 'files.ndjson']) {
      renameSync(join(at('out'), name), secret);
      symlinkSync(secret, join(at('out'), name));
      await refused(at('out'), /is not a plain file/u);
      rmSync(join(at('out'), name));
      renameSync(secret, join(at('out'), name));
    }
    renameSync(join(at('out'), 'files'), secret);
    symlinkSync(secret, join(at('out'), 'files'));
    await refused(at('out'), /is behind a link/u);
    rmSync(join(at('out'), 'files'));
    renameSync(secret, join(at('out'), 'files'));
    symlinkSync(at('out'), at('linked'));
    await refused(at('linked'), /is not a folder/u);
    writeFileSync(join(at('out'), 'more.ndjson'), '');
    await refused(at('out'), /something that export-all did not put there: "more\.ndjson"/u);
    rmSync(join(at('out'), 'more.ndjson'));
    await refused(at('nowhere'), /does not exist/u);
  });

  it('is refused where it is of another version of the format, or no such folder at all', async () => {
    const path = join(at('out'), 'manifest.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"version": 1', '"version": 2'));
    await refused(at('out'), /version 2 of the format/u);
    writeFileSync(path, '{}');
    await refused(at('out'), /does not belong to a folder/u);
    writeFileSync(path, text.replace('"people.ndjson"', '"../people.ndjson"'));
    await refused(at('out'), /does not name the files that it should/u);
  });
});

describe('a store that takes a folder in', () => {
  beforeEach(async () => {
    await fillEveryKind(store);
    await caseWithFile();
    await runExport(here, at('out'));
  });

  it('holds nothing else, or is told that it may: nothing was written then', async () => {
    const other = openSqliteStore(at('other.db'));
    await createWorkedCase(other);
    await other.close();
    const before = rowsAt('other.db');
    await expect(runImport(placeAt('other.db'), at('out'))).rejects.toThrow(/is not empty.*--beside/u);
    expect(rowsAt('other.db')).toBe(before);
  });

  it('goes on where a run was killed, at whichever write, and has nothing twice', async () => {
    await runImport(placeAt('whole.db'), at('out'));
    await runExport(placeAt('whole.db'), at('expected'));
    for (const writes of [0, 1, 2, 5, 11, 19]) {
      const name = `stopped-${writes}.db`;
      const place = placeAt(name);
      let left = writes;
      const stopping: TransferEnd = {
        ...place,
        openForImport: () => {
          const movable = place.openForImport();
          const add: typeof movable.add = async (kind, records) => {
            if (left === 0) throw new Error('killed');
            left -= 1;
            await movable.add(kind, records);
          };
          return { ...movable, add };
        },
      };
      await expect(runImport(stopping, at('out'))).rejects.toThrow('killed');
      expect(await runImport(place, at('out'))).toMatchObject({ code: 0 });
      expect(await runImport(place, at('out'))).toMatchObject({ code: 0 });
      await runExport(place, at(`out-${writes}`));
      expect(readFolder(at(`out-${writes}`))).toEqual(readFolder(at('expected')));
    }
  });

  it('keeps what stands where forces merge, names each that stands otherwise, and takes in the rest', async () => {
    const other = openSqliteStore(at('other.db'));
    const own = await createWorkedCase(other);
    const roles = { handler: [toPersonId('another-handler')] };
    await other.settings.add(nextSettingEntry([], { kind: 'rolesRead', by: 'system', detail: { roles } }, now));
    await other.weeks.freeze({ week: toWeek(today), handledBy: 'acu', figures: '{}' });
    await other.close();
    await runExport(placeAt('other.db'), at('before'));
    const { code, said } = await runImport(placeAt('other.db'), at('out'), true);
    expect(code).toBe(3);
    expect(said).toContain('cases.ndjson: 4');
    expect(said.filter((line) => line.startsWith('Differs in the store'))).toEqual([
      'Differs in the store: setting 1. The store’s stays as it is.',
      `Differs in the store: week acu ${toWeek(today)}. The store’s stays as it is.`,
    ]);
    // What they belong to stays out with them: entries, channels and later counts.
    expect(said.at(-1)).toMatch(/^Left out: 6, /u);
    const { said: audited } = await audit('other.db');
    expect(audited).toContain('Checked: 5 cases');
    expect(audited).not.toMatch(/^(?:Case|Settings)/mu);
    await runExport(placeAt('other.db'), at('after'));
    const [before, after] = [readFolder(at('before')), readFolder(at('after'))];
    for (const { name } of recordFiles) {
      const kept = (before[name] ?? '').split('\n').filter((line) => !(after[name] ?? '').split('\n').includes(line));
      expect([name, kept]).toEqual([name, []]);
    }
    expect(after['cases.ndjson']).toContain(own.caseId);
  });

  it('has a case of one reference as it was, with its own history and files alone', async () => {
    const other = placeAt('other.db');
    await runImport(other, at('out'));
    const database = new DatabaseSync(at('other.db'));
    const [row] = database.prepare('SELECT case_id AS id FROM cases ORDER BY case_id').all();
    const id = String(row?.['id']);
    database
      .prepare(`UPDATE cases SET record = replace(record, 'sealedReport":"', 'sealedReport":"AA') WHERE case_id = ?`)
      .run(id);
    database.prepare(`DELETE FROM events WHERE case_id = ? AND sequence > 2`).run(id);
    database.close();
    const before = rowsAt('other.db');
    const { code, said } = await runImport(other, at('out'), true);
    expect([code, said.filter((line) => line.startsWith('Differs in the store'))]).toEqual([
      3,
      [`Differs in the store: case ${id}. The store’s stays as it is.`],
    ]);
    expect(rowsAt('other.db')).toBe(before);
  });

  it('takes no files where none are kept: nothing was written then', async () => {
    await expect(runImport(createSqliteEnd(at('other.db')), at('out'))).rejects.toThrow(
      /the settings say that Candour takes none/u,
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('other.db'))).toEqual([]);
  });
});

describe('what the disk says', () => {
  it('is said, and no folder is left that could be taken for whole', async () => {
    await fillEveryKind(store);
    const failing: TransferEnd = {
      ...here,
      openForExport: async (work) => {
        const movable = await here.openForExport(work);
        return {
          ...movable,
          async *rows(kind) {
            yield* movable.rows(kind);
            if (kind === 'week') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
          },
        };
      },
    };
    await expect(runExport(failing, at('out'))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
  });
});
