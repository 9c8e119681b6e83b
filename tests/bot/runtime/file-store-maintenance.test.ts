import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogEvent } from '../../../bot/runtime/event-log.ts';
import { createFileCleanup } from '../../../bot/runtime/file-store-maintenance.ts';
import { orphanAgeMs } from '../../../core/intake/file-uploads.ts';
import type { FileLocation, FileStore } from '../../../core/ports/file-store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { Store } from '../../../core/ports/store.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let store: Store;
let files: FileStore;
let isAway: boolean;
let now: number;
let logged: LogEvent[];
let nudges: number;
beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  now = Date.parse('2026-11-27T10:00:00Z');
  [isAway, logged, nudges] = [false, [], 0];
  const kept = createFolderFileStore(join(folder, 'files'), () => new Date(now));
  files = {
    ...kept,
    async remove(of, before) {
      if (isAway) throw new StoreError('unavailable');
      await kept.remove(of, before);
    },
  };
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const keeping = () =>
  createFileCleanup({
    ...store,
    files,
    clock: () => new Date(now),
    monotonic: () => now,
    timeZone: 'Europe/London',
    onErased: () => void (nudges += 1),
    log: (event) => logged.push(event),
  });
async function aFile(): Promise<FileLocation> {
  const place = { caseId: deriveCaseId(newReturnCode()), holder: 'a'.repeat(16), id: 'b'.repeat(32) };
  await files.putPart(place, 0, randomBytes(10));
  return place;
}
const stands = async (place: FileLocation) => (await files.readPart(place, 0)) !== undefined;

describe('the keeping of files', () => {
  it('removes those of an erased case soon, says where it cannot, and tries again', async () => {
    const [erased, other] = [await aFile(), await aFile()];
    const its = keeping();
    its.enqueueErased(erased.caseId);
    expect(nudges).toBe(1);
    isAway = true;
    await its.removeErased();
    expect(logged).toEqual([{ event: 'filesFailed', code: 'store:unavailable' }]);
    expect(await stands(erased)).toBe(true);
    isAway = false;
    await its.removeErased();
    expect([await stands(erased), await stands(other)]).toEqual([false, true]);
  });

  it('sweeps once a day by however many servers, and says how much it had to leave', async () => {
    const orphan = await aFile();
    now += orphanAgeMs + 1;
    isAway = true;
    await Promise.all([keeping().sweepDue(), keeping().sweepDue()]);
    expect(logged).toEqual([{ event: 'filesLeft', files: 1 }]);
    isAway = false;
    await keeping().sweepDue();
    expect(await stands(orphan)).toBe(true);
    now += 24 * 3_600_000;
    await keeping().sweepDue();
    expect(await stands(orphan)).toBe(false);
  });

  it('has nothing to do where no files are taken', async () => {
    const its = createFileCleanup({
      ...store,
      files: undefined,
      clock: () => new Date(now),
      monotonic: () => now,
      timeZone: 'Europe/London',
      onErased: () => void (nudges += 1),
      log: (event) => logged.push(event),
    });
    its.enqueueErased(deriveCaseId(newReturnCode()));
    await its.removeErased();
    await its.sweepDue();
    expect([nudges, logged]).toEqual([0, []]);
  });
});
