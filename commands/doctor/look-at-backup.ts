import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { found } from './findings.ts';
import { isOpenToOthers } from './look-at-files.ts';
import type { Tells } from './run-checks.ts';

interface Copy {
  readonly path: string;
  readonly writtenMs: number;
}

const hourMs = 3_600_000;
const aheadMs = hourMs / 4;
const mark = 'SQLite format 3\0';

async function copyAt(path: string): Promise<Copy | undefined> {
  const standing = await stat(path).catch(() => undefined);
  return standing?.isFile() ? { path, writtenMs: standing.mtimeMs } : undefined;
}

async function newestAt(path: string): Promise<Copy | undefined> {
  const names = await readdir(path).catch(() => undefined);
  if (names === undefined) return copyAt(path);
  const copies = names.filter((name) => !/(?:\.unfinished|-wal|-shm|-journal)$/u.test(name));
  const standing = await Promise.all(copies.map((name) => copyAt(join(path, name))));
  return standing
    .filter((copy) => copy !== undefined)
    .sort((one, other) => other.writtenMs - one.writtenMs)
    .at(0);
}

async function isStore(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(mark.length), 0, mark.length, 0);
    return bytesRead === mark.length && buffer.toString('latin1') === mark;
  } finally {
    await file.close();
  }
}

export async function lookAtBackup(
  asked: NonNullable<DoctorOptions['backup']>,
  clock: Clock,
  { tell, note }: Tells,
): Promise<void> {
  const newest = await newestAt(asked.path);
  if (newest === undefined) {
    tell(found('backup-missing'));
    return;
  }
  const ageMs = clock().getTime() - newest.writtenMs;
  note(`The newest copy is ${Math.max(0, Math.round(ageMs / hourMs))} hours old.`);
  if (ageMs > asked.hours * hourMs) tell(found('backup-old'));
  if (ageMs < -aheadMs) tell(found('backup-ahead'));
  if (isOpenToOthers(newest.path)) tell(found('backup-open-to-others'));
  if (!(await isStore(newest.path))) tell(found('backup-no-store'));
}
