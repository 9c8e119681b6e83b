import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { backUpSqlite, restoreSqlite } from '../../../storage/sqlite/backup.ts';
import { migrations } from '../../../storage/sqlite/migrations.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { setUpFolder } from '../../support/storage/set-up-store.ts';

const inFolder = setUpFolder();
const path = (): string => inFolder('candour.db');

const altered = expect.objectContaining({ code: 'altered' });

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

const changes: readonly (readonly [string, string])[] = [
  ['a trigger', 'CREATE TRIGGER planted AFTER INSERT ON cases BEGIN DELETE FROM alerts; END'],
  ['a view', 'CREATE VIEW planted AS SELECT record FROM cases'],
  ['an index', 'CREATE INDEX planted ON events (kind)'],
  ['a unique index', 'CREATE UNIQUE INDEX planted ON listed (received_on)'],
  ['a table', 'CREATE TABLE planted (text TEXT)'],
  ['a column', `ALTER TABLE alerts ADD COLUMN planted TEXT DEFAULT ''`],
  ['a trigger fewer', 'DROP TRIGGER issues_stay'],
  ['an index fewer', 'DROP INDEX alerts_due'],
  [
    'another trigger by the name of one of ours',
    'DROP TRIGGER issues_stay; CREATE TRIGGER issues_stay BEFORE DELETE ON issues BEGIN SELECT 1; END',
  ],
  [
    'a table that refuses what ours takes',
    'ALTER TABLE alerts ADD COLUMN planted INTEGER DEFAULT 1 CHECK (planted = 0)',
  ],
];

describe('a file whose schema somebody changed', () => {
  it.each(changes)('by %s is not opened, backed up or restored, and stays as it is', async (_, sql) => {
    await openSqliteStore(path()).close();
    change(path(), sql);
    const before = readFileSync(path());
    expect(() => openSqliteStore(path())).toThrow(altered);
    await expect(backUpSqlite(path(), inFolder('copy.db'))).rejects.toEqual(altered);
    expect(() => restoreSqlite(path(), inFolder('other.db'), inFolder('aside.db'))).toThrow(altered);
    expect(readFileSync(path())).toEqual(before);
  });

  it.each(changes)('by %s under a running server is not ready', async (_, sql) => {
    const store = openSqliteStore(path());
    await store.check();
    change(path(), sql);
    await expect(store.check()).rejects.toEqual(altered);
    await store.close();
  });

  it('is refused in every layout of before, and opened in each as Candour made it', async () => {
    for (let layout = 2; layout <= migrations.length; layout += 1) {
      const made = inFolder(`${layout}.db`);
      const steps = migrations.slice(0, layout).join(';\n');
      change(made, `${steps};\nPRAGMA user_version = ${layout}`);
      await backUpSqlite(made, `${made}.copy`);
      change(made, 'CREATE TRIGGER planted AFTER INSERT ON listed BEGIN DELETE FROM alerts; END');
      expect(() => openSqliteStore(made)).toThrow(altered);
      const copied = openSqliteStore(`${made}.copy`);
      await copied.check();
      await copied.close();
    }
  });
});

describe('a file of a newer layout that lets this version use it', () => {
  const newer = migrations.length + 1;
  const asNewer = `UPDATE versions SET record = json_set(record, '$.layout', ${newer}); PRAGMA user_version = ${newer};`;

  it('may have more tables, columns and indexes, also under a running server', async () => {
    const running = openSqliteStore(path());
    await running.recordWriterVersion();
    change(
      path(),
      `${asNewer} CREATE TABLE later (text TEXT UNIQUE); CREATE UNIQUE INDEX later_text ON later (text);
        ALTER TABLE listed ADD COLUMN later TEXT; CREATE INDEX listed_later ON listed (later)`,
    );
    await running.check();
    await running.close();
    const store = openSqliteStore(path());
    await store.check();
    await store.close();
  });

  it('has no trigger, view or unique index that could change what this one writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'CREATE TRIGGER planted AFTER INSERT ON cases BEGIN DELETE FROM alerts; END',
          'CREATE VIEW planted AS SELECT record FROM cases',
          'CREATE UNIQUE INDEX planted ON listed (received_on)',
          'DROP TRIGGER issues_stay',
        ),
        fc.uuid(),
        async (sql, name) => {
          const made = inFolder(`${name}.db`);
          const store = openSqliteStore(made);
          change(made, `${asNewer} ${sql}`);
          await expect(store.check()).rejects.toEqual(altered);
          await store.close();
          expect(() => openSqliteStore(made)).toThrow(altered);
        },
      ),
      { numRuns: 12 },
    );
  });
});
