import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unreadableName, manifestName, serialiseManifest, recordFiles } from '../../../cli/transfer/export-folder.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { runExport, createSqliteEnd, runImport } from '../../support/transfer/export-folder.ts';
import { fillEveryKind } from '../../support/transfer/filled-store.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

// Whoever moves a store looks at what the commands say, and may send it on to ask for help.

let folder: string;
let canary: string;
const at = (name: string): string => join(folder, name);
const placeAt = (name: string) =>
  createSqliteEnd(
    at(name),
    createFolderFileStore(`${at(name)}.files`, () => new Date()),
  );
beforeEach(async () => {
  folder = createTemporaryFolder();
  canary = newCanary();
  const store = openSqliteStore(at('kept.db'));
  await fillEveryKind(store);
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Damages a row of every table that has records, so that words of somebody stand in it in clear. */
function damage(): number {
  const database = new DatabaseSync(at('kept.db'));
  try {
    const tables = database
      .prepare(`SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
        WHERE m.type = 'table' AND c.name = 'record' ORDER BY m.name`)
      .all()
      .map(({ name }) => String(name));
    let damaged = 0;
    for (const table of tables) {
      try {
        const { changes } = database
          .prepare(`UPDATE ${table} SET record = ? WHERE record = (SELECT min(record) FROM ${table})`)
          .run(`{"what":"${canary}`);
        damaged += Number(changes);
      } catch {
        // Some may not be changed: the file says so itself.
      }
    }
    return damaged;
  } finally {
    database.close();
  }
}

describe('what is said while a store is moved', () => {
  it('quotes nothing of a row that cannot be read, which goes into the file of such rows alone', async () => {
    const damaged = damage();
    expect(damaged).toBeGreaterThan(8);
    const { code, said } = await runExport(placeAt('kept.db'), at('out'));
    expect(code).toBe(3);
    expect(said.filter((line) => line.startsWith('Put aside: ')).length).toBeGreaterThan(8);
    assertAbsent('what was said', said.join('\n'), [canary]);
    for (const name of readdirSync(at('out')).filter((one) => one.endsWith('json') && one !== unreadableName))
      assertAbsent(name, readFileSync(join(at('out'), name), 'utf8'), [canary]);
    expect(readFileSync(join(at('out'), unreadableName), 'utf8')).toContain(canary);
    const taken = await runImport(placeAt('other.db'), at('out')).then(
      ({ said: lines }) => lines.join('\n'),
      (error: unknown) => String(error),
    );
    assertAbsent('what was said of taking it in', taken, [canary]);
  });

  it('quotes nothing of a line that was put into the folder, wherever and however it is wrong', async () => {
    await runExport(placeAt('kept.db'), at('out'));
    const names = recordFiles.map(({ name }) => name);
    for (const name of names) {
      const path = join(at('out'), name);
      const [before, manifest] = [readFileSync(path, 'utf8'), readFileSync(join(at('out'), manifestName), 'utf8')];
      const [first = '{}'] = before.split('\n');
      for (const line of [
        canary,
        `{"${canary}":1}`,
        first.replace(/^\{/u, `{"${canary}":"${canary}",`),
        first.replace(/":"[^"]*"/u, `":"${canary}"`),
      ]) {
        const text = `${line}\n`;
        writeFileSync(path, text);
        const described: { files: { name: string; lines: number; bytes: number; sha256: string }[] } =
          JSON.parse(manifest);
        const sha256 = createHash('sha256').update(text).digest('hex');
        const agreed = described.files.map((one) =>
          one.name === name ? { name, lines: 1, bytes: Buffer.byteLength(text), sha256 } : one,
        );
        writeFileSync(join(at('out'), manifestName), serialiseManifest(agreed));
        const said = await runImport(placeAt('other.db'), at('out'), true).then(
          ({ said: lines }) => lines.join('\n'),
          (error: unknown) => String(error),
        );
        assertAbsent(`what was said of ${name}`, said, [canary]);
      }
      writeFileSync(path, before);
      writeFileSync(join(at('out'), manifestName), manifest);
    }
  });
});
