import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createNextPublication, parsePublicationHistory } from '../../summary/disclosure-control/publication-record.ts';
import { backUpSqlite } from '../../storage/sqlite/backup.ts';
import { type AuditedStore, openAuditedStore } from '../support/cli/audited-store.ts';
import { parseTestDay } from '../support/summary/figures.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/operator.md'), 'utf8');
const triggers = `
  CREATE TRIGGER issues_stand BEFORE UPDATE ON issues BEGIN SELECT RAISE(ABORT, 'issued'); END;
  CREATE TRIGGER issues_stay BEFORE DELETE ON issues BEGIN SELECT RAISE(ABORT, 'issued'); END;`;

let store: AuditedStore;
beforeEach(async () => {
  store = await openAuditedStore(1);
  await issue(3);
});
afterEach(() => store.stop());

async function issue(count: number): Promise<void> {
  const { publications } = store.store;
  for (let made = 0; made < count; made += 1) {
    const said = { period: '2026-W47', issuedOn: parseTestDay('2026-11-24'), told: [] };
    await publications.add(createNextPublication(parsePublicationHistory(await publications.all()), said));
  }
}
/** Changes issues as somebody does who can write to the file, whatever the file says about that. */
const change = (sql: string): void =>
  store.tamper((database) => database.exec(`DROP TRIGGER issues_stand; DROP TRIGGER issues_stay; ${sql}; ${triggers}`));
async function copied(): Promise<string> {
  const path = join(store.folder, 'copy.db');
  await backUpSqlite(join(store.folder, 'candour.db'), path);
  return path;
}
/** Runs on the store what the guide tells operators to run, with a backup in the place of the one that it names. */
function putBackFrom(path: string): void {
  const [, sql = ''] = /```sql\n(ATTACH[^`]+)```/u.exec(guide) ?? [];
  expect(sql).toContain("'backup.db'");
  store.tamper((database) => database.exec(sql.replace("'backup.db'", `'${path}'`)));
}

describe('the audit of what was issued to wider readers', () => {
  it('counts issues that are whole', async () => {
    const { code, printed } = await store.audit('verify');
    expect(printed).toContain('Checked: 3 publications of figures to wider readers.');
    expect(code).toBe(0);
  });

  it.each([
    ['changed', `UPDATE issues SET record = replace(record, '2026-W47', '2026-W46') WHERE number = 2`, 2],
    ['damaged', `UPDATE issues SET record = '{' WHERE number = 1`, 1],
    ['of a version to come', `UPDATE issues SET record = replace(record, '"v":1', '"v":2') WHERE number = 3`, 3],
    ['removed', 'DELETE FROM issues WHERE number = 2', 3],
  ])('says where it begins that one is %s, and nothing of what it told', async (_how, sql, number) => {
    change(sql);
    const { code, printed } = await store.audit('verify');
    expect(code).toBe(3);
    expect(printed).toContain(`Published figures, number ${number}: this entry cannot be read`);
    expect(printed).toContain('Not intact: 1.');
    expect(printed).not.toMatch(/2026-W4/u);
  });

  it.each([
    ['changed', `UPDATE issues SET record = '{'`],
    ['removed', 'DELETE FROM issues WHERE number = 2'],
  ])('is content once what was %s was put back as the guide says, and issues stand as before', async (_how, sql) => {
    const path = await copied();
    change(sql);
    putBackFrom(path);
    expect((await store.audit('verify')).code).toBe(0);
    for (const refused of ['UPDATE issues SET record = record', 'DELETE FROM issues']) {
      expect(() => store.tamper((database) => database.exec(refused))).toThrow('issued');
    }
  });

  it('is not where an issue came after the backup, which stays lost', async () => {
    const path = await copied();
    await issue(2);
    change('DELETE FROM issues WHERE number = 4');
    putBackFrom(path);
    expect((await store.audit('verify')).printed).toContain('Published figures, number 5:');
  });
});
