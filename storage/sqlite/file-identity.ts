import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, statSync, truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { parsed } from '../parsed.ts';
import { asideName, besides } from './file-in-place.ts';

/** The identity of a file, by which it is told from every copy of it: a random id, and a number that each write counts up. */
interface Identity {
  readonly name: string;
  readonly writes: number;
}

const identitySchema = z.object({ name: z.string(), writes: z.int() });

/** A row of `health`, which every version has: an older one leaves it as it is. */
const newName = (): string => `file:${randomUUID()}`;
const ofFile = `name >= 'file:' AND name < 'file;'`;
const select = `SELECT name, checks AS writes FROM health WHERE ${ofFile}`;

/** Counts a write, inside its transaction. */
export const countWrite = `UPDATE health SET checks = checks + 1 WHERE ${ofFile}`;

function identityOf(row: unknown): Identity | undefined {
  return row === undefined ? undefined : parsed(identitySchema, row);
}

/** Gives a file an id if it has none yet, as one that an earlier version made. Throws what SQLite throws. */
function ensureIdentity(database: DatabaseSync): void {
  const { writes } = { ...database.prepare(`SELECT count(*) AS writes FROM health WHERE ${ofFile}`).get() };
  if (writes !== 0) return;
  database.prepare(`INSERT INTO health (name, checks) SELECT ?, 1 WHERE NOT EXISTS (${select})`).run(newName());
  // What stands in the log alone tells nobody which file it is.
  database.exec('PRAGMA wal_checkpoint(PASSIVE)');
}

/** Gives a copy an id of its own, so that it is taken for no other file. */
export function renewIdentity(database: DatabaseSync): void {
  database.exec(`DELETE FROM health WHERE ${ofFile}`);
  database.prepare('INSERT INTO health (name, checks) VALUES (?, 1)').run(newName());
}

/**
 * A process that moves its log into the file writes the first page first, with the size that the file is going to have.
 * SQLite calls the file malformed until the other pages are there, and for ever if that process is killed. A connection
 * that may write the schema takes the size that the file has; SQLite lets one do so only if it is not defensive.
 */
const unlogged = { readOnly: true, defensive: false };
const takeSizeAsItIs = 'PRAGMA writable_schema = ON';

/** Reads a file past its log and past all that a connection keeps in memory, and takes no lock. */
function openUnlogged(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, unlogged);
  database.exec(takeSizeAsItIs);
  return database;
}

/** The identity of a file as a connection reads it, `undefined` if it has none. Throws what SQLite throws. */
function readIdentity(open: () => DatabaseSync): Identity | undefined {
  const database = open();
  try {
    return identityOf(database.prepare(select).get());
  } finally {
    database.close();
  }
}

/** While another process moves its log into the file, a row may be read half old and half new: how often it is read. */
const mostReads = 3;

/** A file that was changed within this time may have been changed again without another time, in milliseconds. */
const clockStepMs = 20;

/** The size of a file in bytes, and its last change; that is `undefined` if nobody can tell, or it was just now. */
function lookAt(path: string): { readonly size: bigint; readonly change: string | undefined } {
  const { size, mtimeNs, mtimeMs } = statSync(path, { bigint: true });
  const isJustNow = Math.abs(Date.now() - Number(mtimeMs)) < clockStepMs;
  return { size, change: isJustNow ? undefined : `${size}:${mtimeNs}` };
}

/**
 * Watches what is inside a file that is open, which is given an id if it has none: the function that it returns says
 * whether it is still that file, or another was written over it in place, or an earlier copy of itself. It costs a call
 * of the system, and half a millisecond if the file was changed since. A file that cannot be given an id is taken as it is.
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
    // Its id may stand in the log alone, until that is moved for the first time.
    if (found === undefined) return seen === undefined;
    // What is in the file never goes back, and is never ahead of what is in file and log.
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
        // Nothing shortens it: Candour never lets SQLite pack a file.
        if (size >= longest && isSameNow()) {
          [looked, longest] = [change, size];
          return true;
        }
      } catch {
        // A file that is just written over is no database for a moment.
      }
    }
    return false;
  }
  isSame();
  return isSame;
}

/**
 * Empties a log that was put aside, and leaves a copy of it in its place: the database that still has it open would move
 * it into what was written over its file when it is closed. Throws what the system throws.
 */
export function takeLogAway(aside: string): void {
  copyFileSync(aside, `${aside}.whole`);
  truncateSync(aside);
  renameSync(`${aside}.whole`, aside);
}

/** The same; `undefined` also if it cannot be read. */
function identityIfReadable(open: () => DatabaseSync): Identity | undefined {
  try {
    return readIdentity(open);
  } catch {
    return undefined;
  }
}

/**
 * Puts aside a log that stands beside a file that it does not belong to, before anybody opens that: SQLite would play it
 * into the file. Throws what the system throws.
 */
export function putForeignLogAside(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const inFile = identityIfReadable(() => openUnlogged(path));
  const withLog = identityIfReadable(() => new DatabaseSync(path, { readOnly: true }));
  if (!inFile || !withLog || (inFile.name === withLog.name && inFile.writes <= withLog.writes)) return;
  for (const end of besides) if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, asideName(`${path}${end}`));
}
