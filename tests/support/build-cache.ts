import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cacheFolder = join(root, 'node_modules/.cache/candour-builds');
/** A build of the page has some 8 MB. */
const maxCached = 16;

/** The digest of the contents of all files that these globs find below the root of the project. */
export function digestSources(globs: readonly string[]): string {
  const digest = createHash('sha256');
  for (const file of globSync(globs, { cwd: root }).toSorted()) {
    const path = join(root, file);
    if (!statSync(path).isFile()) continue;
    const content = readFileSync(path);
    digest.update(`${file}\n${content.length}\n`).update(content);
  }
  return digest.digest('hex');
}

function removeOldest(folder: string): void {
  const byAge = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, usedAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((one, other) => other.usedAt - one.usedAt);
  for (const { path } of byAge.slice(maxCached)) rmSync(path, { recursive: true, force: true });
}

/** Copies what is kept under a key to a place. `false` if nothing is, or if another process removes it meanwhile. */
function copyCached(kept: string, to: string): boolean {
  if (!existsSync(kept)) return false;
  try {
    cpSync(kept, to, { recursive: true });
    utimesSync(kept, new Date(), new Date());
    return true;
  } catch {
    rmSync(to, { recursive: true, force: true });
    return false;
  }
}

/**
 * Makes a folder by `build`, or copies what was built under the same key before, by this process or another. The key has
 * to name all that decides what is built. A build that throws is not kept.
 */
export async function buildOnce(
  key: readonly string[],
  to: string,
  build: (to: string) => Promise<unknown>,
  folder: string = cacheFolder,
): Promise<void> {
  const kept = join(folder, createHash('sha256').update(JSON.stringify(key)).digest('hex'));
  if (copyCached(kept, to)) return;
  await build(to);
  mkdirSync(folder, { recursive: true });
  const unfinished = `${kept}.${process.pid}`;
  cpSync(to, unfinished, { recursive: true });
  try {
    // Renamed when it is whole: another process copies all of it or nothing.
    renameSync(unfinished, kept);
  } catch {
    // Another process was faster.
    rmSync(unfinished, { recursive: true, force: true });
  }
  removeOldest(folder);
}
