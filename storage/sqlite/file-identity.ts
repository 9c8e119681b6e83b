import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, statSync, truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { parsed } from '../parsed.ts';
import { asideName, besides } from './file-in-place.ts';

/** A random id, and a number that each write counts up: no copy has both. */
interface Identity {
  readonly name: string;
  readonly writes: number;
}

const identitySchema = z.object({ name: z.string(), writes: z.int() });

/** A row of `health`, which every version has: an older one leaves it as it is. */
const newName = (): string => `file:${randomUUID()}`;
const ofFile = `name >= 'file:' AND name < 'file;'`;
const select = `SELECT name, checks AS writes FROM health WHERE ${ofFile}`;

export const countWrite = `UPDATE health SET checks = checks + 1 WHERE ${ofFile}`;

function identityOf(row: unknown): Identity | undefined {
  return row === undefined ? undefined : parsed(identitySchema, row);
}

function ensureIdentity(database: DatabaseSync): void {
  const { writes } = { ...database.prepare(`SELECT count(*) AS writes FROM health WHERE ${ofFile}`).get() };
  if (writes !== 0) return;
  database.prepare(`INSERT INTO health (name, checks) SELECT ?, 1 WHERE NOT EXISTS (${select})`).run(newName());
  database.exec('PRAGMA wal_checkpoint(PASSIVE)');
}

export function renewIdentity(database: DatabaseSync): void {
  database.exec(`DELETE FROM health WHERE ${ofFile}`);
  database.prepare('INSERT INTO health (name, checks) VALUES (?, 1)').run(newName());
}

/**
 * A process that moves its log into the file writes the first page first, with the file's future size; until it ends,
 * SQLite calls the file malformed. A connection that may write the schema accepts the actual size, and SQLite allows
 * that only if it is not defensive.
 */
const unlogged = { readOnly: true, defensive: false };
const takeSizeAsItIs = 'PRAGMA writable_schema = ON';

function openUnlogged(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, unlogged);
  database.exec(takeSizeAsItIs);
  return database;
}

function readIdentity(open: () => DatabaseSync): Identity | undefined {
  const database = open();
  try {
    return identityOf(database.prepare(select).get());
  } finally {
    database.close();
  }
}

/** While another process moves its log into the file, a row may be read half old and half new. */
const mostReads = 3;

const clockStepMs = 20;

function lookAt(path: string): { readonly size: bigint; readonly change: string | undefined } {
  const { size, mtimeNs, mtimeMs } = statSync(path, { bigint: true });
  const isJustNow = Math.abs(Date.now() - Number(mtimeMs)) < clockStepMs;
  return { size, change: isJustNow ? undefined : `${size}:${mtimeNs}` };
}

/**
 * The returned function says whether an open file is still the same, or another, or an earlier copy of it, was written
 * over it in place. A look costs a system call, and half a millisecond if the file was changed since. A file that
 * cannot be given an id is accepted as it is.
 */
export function watchFile(path: string, database: DatabaseSync): () => boolean {
  try {
    ensureIdentity(database);
  } catch {
    return () => true;
  }
  const logged = database.prepare(select);
  const ours = identityOf(logged.get());
  let seen: number | undefined;
  let longest = 0n;
  let looked: string | undefined;

  function isSameNow(): boolean {
    const found = readIdentity(() => openUnlogged(path));
    if (found === undefined) return seen === undefined;
    // The count in the file never goes back, and is never ahead of that in file and log.
    if (found.name !== ours?.name || found.writes < (seen ?? 0)) return false;
    if (found.writes > (identityOf(logged.get())?.writes ?? 0)) return false;
    seen = found.writes;
    return true;
  }

  function isSame(): boolean {
    for (let reads = 0; reads < mostReads; reads += 1) {
      try {
        const { size, change } = lookAt(path);
        if (change !== undefined && change === looked) return true;
        // It never gets shorter: Candour never lets SQLite pack a file.
        if (size >= longest && isSameNow()) {
          [looked, longest] = [change, size];
          return true;
        }
      } catch {
        // A file that is just being written over is no database for a moment.
      }
    }
    return false;
  }
  isSame();
  return isSame;
}

/**
 * Empties a log that was put aside, and leaves a copy of it in its place: the database that still has it open would,
 * when closed, move it into what was written over its file. Throws system errors.
 */
export function takeLogAway(aside: string): void {
  copyFileSync(aside, `${aside}.whole`);
  truncateSync(aside);
  renameSync(`${aside}.whole`, aside);
}

function identityIfReadable(open: () => DatabaseSync): Identity | undefined {
  try {
    return readIdentity(open);
  } catch {
    return undefined;
  }
}

/**
 * Puts aside a log that does not belong to the file beside it: SQLite would play it into the file. Throws system
 * errors.
 */
export function putForeignLogAside(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const inFile = identityIfReadable(() => openUnlogged(path));
  const withLog = identityIfReadable(() => new DatabaseSync(path, { readOnly: true }));
  if (!inFile || !withLog || (inFile.name === withLog.name && inFile.writes <= withLog.writes)) return;
  for (const end of besides) if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, asideName(`${path}${end}`));
}
