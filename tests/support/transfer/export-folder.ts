import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exportAll } from '../../../cli/export-all.ts';
import { importAll } from '../../../cli/import-all.ts';
import type { FileStore } from '../../../core/ports/file-store.ts';
import { backUpSqlite } from '../../../storage/sqlite/backup.ts';
import { sqliteMovable } from '../../../storage/sqlite/transfer.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import type { Movable } from '../../../storage/transfer/record-kinds.ts';

/** Longer than any pause of a machine that others keep busy. */
const patienceMs = 60_000;

/** A place that leaves and takes in: how it is opened for each. */
export interface MovingPlace {
  readonly leave: (folder: string) => Promise<Movable>;
  readonly takeIn: () => Movable;
  readonly files?: FileStore;
}

/** The store in a file, as the commands open it. */
export const sqlitePlace = (path: string, files?: FileStore): MovingPlace => ({
  leave: async (folder) => {
    await backUpSqlite(path, join(folder, 'store.db'));
    return sqliteMovable(openSqliteFile(join(folder, 'store.db'), patienceMs));
  },
  takeIn: () => sqliteMovable(openSqliteFile(path, patienceMs)),
  ...(files && { files }),
});

export interface Said {
  readonly code: number;
  readonly said: readonly string[];
}

/** Has everything leave, and gives what was said with the exit code. */
export async function leave({ leave: open, files }: MovingPlace, to: string): Promise<Said> {
  const said: string[] = [];
  const code = await exportAll({ open, files, say: (line) => said.push(line) }, to);
  return { code, said };
}

/** Takes a folder in, and gives what was said with the exit code. */
export async function takeIn({ takeIn: open, files }: MovingPlace, from: string, beside = false): Promise<Said> {
  const said: string[] = [];
  const code = await importAll({ open, files, say: (line) => said.push(line) }, { from, beside });
  return { code, said };
}

/** Every file of a folder by its path: with its content where that is text, with a digest of it else. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => {
      const bytes = readFileSync(join(folder, name));
      const isText = /\.(?:nd)?json$/u.test(name);
      return [name, isText ? bytes.toString('utf8') : createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}
