import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import { recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { backUpSqlite, restoreSqlite } from '../../../storage/sqlite/backup.ts';
import { openSqliteStore, createSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { createCase, createAlert, firstEvent, newCaseId } from '../../support/contracts/records.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let path: string;
let copy: string;

beforeEach(() => {
  folder = createTemporaryFolder();
  path = join(folder, 'candour.db');
  copy = join(folder, 'copy.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function save(store: ReturnType<typeof openSqliteStore>, sealedReport = 'c2VhbGVk'): Promise<CaseId> {
  const caseId = newCaseId();
  await store.cases.create(createCase({ caseId, sealedReport }), createAlert(caseId), [firstEvent(caseId)]);
  return caseId;
}

describe('a backup of the embedded store', () => {
  it('made while the store is in use, opens a case with the same key', async () => {
    const seed = new Uint8Array(32).fill(7);
    const seal = createAgeSealer({ acu: [recipientFromSeed(seed)], recovery: [], reserve: [], custodians: [] });
    const store = openSqliteStore(path);
    const caseId = await save(store, await seal.seal('what was reported', 'acu'));
    const more = Promise.all(Array.from({ length: 50 }, () => save(store)));
    await backUpSqlite(path, copy);
    await more;
    await store.close();
    expect(statSync(copy).mode & 0o777).toBe(0o600);

    const kept = openSqliteStore(copy);
    const record = (await kept.cases.read(caseId))?.value;
    expect(await decryptSeal(record?.sealedReport ?? '', [identityFromSeed(seed)])).toBe('what was reported');
    await kept.close();
  });

  it('is made a part at a time of what stood when it began, while others go on writing', async () => {
    const store = openSqliteStore(path);
    const large = { id: 'a-draft', sealed: 'c2Vh'.repeat(6_000_000), expiresAt: new Date('2999-01-01') };
    await store.drafts.save(large);
    const before = await save(store);
    const other = new DatabaseSync(path);
    const shares: number[] = [];
    await backUpSqlite(path, copy, 'production', (share) => {
      shares.push(share);
      if (shares.length > 10) return;
      other.prepare('INSERT OR REPLACE INTO health (name, checks) VALUES (?, 1)').run(`meanwhile-${shares.length}`);
    });
    other.close();
    await store.close();
    // Begun anew after each of these writes it would be at its beginning again and again.
    expect(shares.length).toBeGreaterThanOrEqual(3);
    expect(shares).toEqual(shares.toSorted((one, another) => one - another));
    expect(shares.at(-1)).toBe(1);

    const kept = openSqliteStore(copy);
    expect(await kept.cases.read(before)).toBeDefined();
    expect((await kept.drafts.read(large.id, new Date()))?.sealed).toBe(large.sealed);
    await kept.close();
    const copied = new DatabaseSync(copy, { readOnly: true });
    expect(copied.prepare('SELECT count(*) AS rows FROM health WHERE name LIKE ?').get('meanwhile-%')?.['rows']).toBe(
      0,
    );
    copied.close();
  });

  it('leaves to no server what was logged meanwhile: not to look through at each write, nor to move at the next', async () => {
    const file = openSqliteFile(path, 2_000);
    const store = createSqliteStore(file);
    await store.drafts.save({ id: 'a-draft', sealed: 'c2Vh'.repeat(1_000_000), expiresAt: new Date('2999-01-01') });
    // The log is empty, as after an erasure.
    await file.erase();
    const other = new DatabaseSync(path);
    other.exec('PRAGMA wal_autocheckpoint = 0');
    const logged = (how: 'NOOP' | 'PASSIVE') => other.prepare(`PRAGMA wal_checkpoint(${how})`).get();
    const meanwhile: unknown[] = [];
    await backUpSqlite(path, copy, 'production', (share) => {
      if (share === 1) return;
      other.prepare('INSERT INTO health (name, checks) VALUES (?, 1)').run(`meanwhile-${share}`);
      meanwhile.push(logged('PASSIVE')?.['checkpointed']);
    });
    const { log, checkpointed } = { ...logged('NOOP') };
    other.close();
    await store.close();
    // What was logged before the moment can be moved, so that it is not put in order again and again.
    expect(meanwhile.length).toBeGreaterThan(1);
    expect(new Set(meanwhile)).toEqual(new Set([1]));
    expect(log).toBe(meanwhile.length + 1);
    expect(checkpointed).toBe(log);
  });

  it('never overwrites, and leaves nothing unfinished', async () => {
    const store = openSqliteStore(path);
    await save(store);
    writeFileSync(copy, 'something else');
    await expect(backUpSqlite(path, copy)).rejects.toMatchObject({ code: 'readOnly' });
    expect(readFileSync(copy, 'utf8')).toBe('something else');
    expect(existsSync(`${copy}.unfinished`)).toBe(false);
    await store.close();
  });

  it('is not made of a file that is not there', async () => {
    await expect(backUpSqlite(join(folder, 'none.db'), copy)).rejects.toMatchObject({ code: 'unavailable' });
    expect(existsSync(copy)).toBe(false);
  });
});

describe('a restore of the embedded store', () => {
  const aside = () => `${path}.before`;

  it('brings back what the copy holds and puts the store before it aside', async () => {
    const store = openSqliteStore(path);
    const before = await save(store);
    await backUpSqlite(path, copy);
    const after = await save(store);
    await store.close();

    expect(restoreSqlite(copy, path, aside())).toBe(aside());
    const restored = openSqliteStore(path);
    expect(await restored.cases.read(before)).toBeDefined();
    expect(await restored.cases.read(after)).toBeUndefined();
    await restored.close();
    const put = openSqliteStore(aside());
    expect(await put.cases.read(after)).toBeDefined();
    await put.close();
  });

  it('is refused while a server has the store open, which goes on as before', async () => {
    const store = openSqliteStore(path);
    const caseId = await save(store);
    await backUpSqlite(path, copy);
    expect(() => restoreSqlite(copy, path, aside())).toThrow(expect.objectContaining({ code: 'busy' }));
    expect(await store.cases.read(caseId)).toBeDefined();
    await save(store);
    await store.close();
  });

  it('takes no file that is not a whole store of Candour', async () => {
    const store = openSqliteStore(path);
    const caseId = await save(store);
    await backUpSqlite(path, copy);
    await store.close();
    const bytes = readFileSync(copy);
    writeFileSync(copy, bytes.subarray(0, Math.floor(bytes.length / 2)));
    expect(() => restoreSqlite(copy, path, aside())).toThrow(expect.objectContaining({ code: 'broken' }));
    writeFileSync(copy, 'no database at all, but longer than a header would be'.repeat(20));
    expect(() => restoreSqlite(copy, path, aside())).toThrow(expect.objectContaining({ code: 'broken' }));
    const kept = openSqliteStore(path);
    expect(await kept.cases.read(caseId)).toBeDefined();
    await kept.close();
  });
});
