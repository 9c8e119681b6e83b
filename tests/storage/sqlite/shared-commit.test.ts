import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { StoreError } from '../../../core/ports/store-error.ts';
import { createSqliteCaseStore } from '../../../storage/sqlite/cases.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let path: string;
let file: ReturnType<typeof openSqliteFile>;

beforeEach(() => {
  folder = createTemporaryFolder();
  path = join(folder, 'candour.db');
  // No time passes, so that what is asked for together stays together, however slow the machine is.
  file = openSqliteFile(path, 50, 'production', () => 0);
});
afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How many commits stand in the log: the last frame of each says how long the file is then. */
function commits(): number {
  const log = readFileSync(`${path}-wal`);
  const frame = 24 + log.readUInt32BE(8);
  let count = 0;
  for (let at = 32; at < log.length; at += frame) if (log.readUInt32BE(at + 4) > 0) count += 1;
  return count;
}

const create = (record: ReturnType<typeof createCase>) =>
  createSqliteCaseStore(file).create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
const stands = async ({ caseId }: ReturnType<typeof createCase>) =>
  (await createSqliteCaseStore(file).read(caseId)) !== undefined;
const saveDraft = (id: string): void =>
  void file.write('INSERT INTO drafts (id, expires_ms, sealed) VALUES (?, 1, ?)', id, 'sealed');
const drafts = () => file.rows('SELECT id FROM drafts ORDER BY id');

describe('reports of one turn', () => {
  it('share one commit, each told by itself what came of it', async () => {
    const [first, second] = [createCase(), createCase()];
    await create(first);
    const before = commits();
    expect(await Promise.all([create(second), create(first), create(createCase())])).toEqual([
      'created',
      'exists',
      'created',
    ]);
    expect(commits()).toBe(before + 1);
  });

  it('are each saved though one of them fails in the middle of its writing, of which nothing is left', async () => {
    const fails = () => {
      saveDraft('b');
      throw new StoreError('tooNew');
    };
    const asked = [
      file.transaction(() => saveDraft('a')),
      file.transaction(fails),
      file.transaction(() => saveDraft('c')),
    ];
    const codes = await Promise.all(asked.map((one) => one.catch(({ code }: StoreError) => code)));
    expect(codes).toEqual([undefined, 'tooNew', undefined]);
    expect(drafts()).toEqual([{ id: 'a' }, { id: 'c' }]);
  });

  it('are each saved though one finds the file full, for which SQLite undoes all of them', async () => {
    const records = [createCase(), createCase({ sealedReport: 'x'.repeat(400_000) }), createCase()];
    await create(createCase());
    const { pages } = z.object({ pages: z.int() }).parse(file.row('SELECT page_count AS pages FROM pragma_page_count'));
    file.row(`PRAGMA max_page_count = ${pages + 20}`);
    const answers = await Promise.all(records.map((one) => create(one).catch(({ code }: StoreError) => code)));
    expect(answers).toEqual(['created', 'full', 'created']);
    expect(await Promise.all(records.map(stands))).toEqual([true, false, true]);
  });

  it('are all unknown where their file moves meanwhile', async () => {
    const moves = () => {
      renameSync(path, `${path}.aside`);
      saveDraft('b');
    };
    const asked = [file.transaction(() => saveDraft('a')), file.transaction(moves)];
    const codes = await Promise.all(asked.map((one) => one.catch(({ code }: StoreError) => code)));
    expect(codes).toEqual(['unknown', 'unknown']);
  });
});

const script = join(import.meta.dirname, '../../support/storage/full-file-process.ts');
const onSmallDisk = 'mount -t tmpfs -o size=4m tmpfs "$0" && head -c 500000 /dev/zero >"$0/ballast" && exec "$@"';
const isLent = spawnSync('unshare', ['-rm', 'true']).status === 0;
/** Ways in which a file may grow no more, where the system lends what they need, and what those who shared a turn hear. */
const ends = [
  ['the log cannot grow', 'unknown', ['sh', '-c', 'ulimit -f 4000 && exec "$@"']],
  ...(isLent ? ([['the disk is really full', 'full', ['unshare', '-rm', 'sh', '-c', onSmallDisk]]] as const) : []),
] as const;

describe('reports of one turn that come to the end of the disk', () => {
  it.each(ends)(
    'because %s are all refused, and none is called saved that does not stand',
    (_why, code, [by, ...args]) => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      const asked = [...args, disk, process.execPath, '--no-warnings', script, disk];
      const said: unknown = JSON.parse(execFileSync(by, asked, { encoding: 'utf8' }));
      const lastTurn = Array.from({ length: 6 }, () => code);
      // A log that the system itself cuts off is not mended by room on the disk; one report may fit where six did not.
      const again = code === 'full' ? 'created' : expect.stringMatching(/^(?:unknown|created)$/u);
      expect(said).toEqual({ lastTurn, isSo: true, saved: true, again });
    },
  );
});
