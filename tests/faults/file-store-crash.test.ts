import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { orphanAgeMs, sweepFiles } from '../../core/intake/file-uploads.ts';
import { caseIdSchema } from '../../core/model/case-record.ts';
import { mailboxHolderId } from '../../core/model/sealed-file.ts';
import { partLength, partCount } from '../../core/model/file-limits.ts';
import { createFolderFileStore } from '../../storage/blobs/folder-file-store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const lineSchema = z.object({
  caseId: caseIdSchema,
  mailbox: z.string(),
  id: z.string(),
  bytes: z.int(),
  did: z.enum(['parts', 'saved']),
});
type Line = z.infer<typeof lineSchema>;

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a process that keeps reports with files until it has said so much, and kills it there. */
async function killedAfter(lines: number): Promise<readonly Line[]> {
  const script = join(import.meta.dirname, '../support/files/keeping-process.ts');
  const child = spawn(process.execPath, ['--no-warnings', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const said: Line[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    said.push(lineSchema.parse(JSON.parse(text)));
    if (said.length === lines) child.kill('SIGKILL');
  }
  await ended;
  return said;
}

describe('a server that is killed while it keeps files', () => {
  it('names no file that is not whole, has every one that it said was saved, and leaves the rest to the sweep', async () => {
    const said = [...(await killedAfter(5)), ...(await killedAfter(6))];
    const store = openSqliteStore(join(folder, 'candour.db'));
    const files = createFolderFileStore(join(folder, 'files'), () => new Date());
    try {
      const claims = new Map(said.map((line) => [line.caseId, line]));
      let named = 0;
      for (const { caseId, mailbox } of claims.values()) {
        const record = (await store.cases.read(caseId))?.value;
        for (const file of record?.files ?? []) {
          const place = { caseId, holder: mailboxHolderId(mailbox), id: file.id };
          for (let part = 0; part < partCount(file.bytes); part += 1)
            expect((await files.readPart(place, part))?.length).toBe(partLength(file.bytes, part));
          named += 1;
        }
      }
      expect(named).toBeGreaterThanOrEqual(said.filter(({ did }) => did === 'saved').length);
      for (const line of said.filter(({ did }) => did === 'saved'))
        expect((await store.cases.read(line.caseId))?.value.files).toEqual([{ id: line.id, bytes: line.bytes }]);

      const later = () => new Date(Date.now() + orphanAgeMs + 3_600_000);
      expect(await sweepFiles({ files, cases: store.cases, clock: later })).toMatchObject({ failed: 0 });
      const left = (await files.list()).files.map(({ caseId, id }) => `${caseId}/${id}`);
      const wanted = await Promise.all(
        [...claims.keys()].map(async (caseId) =>
          ((await store.cases.read(caseId))?.value.files ?? []).map(({ id }) => `${caseId}/${id}`),
        ),
      );
      expect(left.toSorted()).toEqual(wanted.flat().toSorted());
    } finally {
      await store.close();
    }
  });
});
