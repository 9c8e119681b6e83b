import { readdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { isKeptFromUs } from './kept-from-us.ts';

/**
 * Has Node take compiled code from a folder, where it stands there and this account can change nothing of it: neither
 * an entry, nor the folders that they stand in, nor the one that holds the code itself. Node looks whether an entry is of
 * this Node, this kind of processor and this code, and not who wrote it. Anything else leaves Node to compile the code
 * as it does without; nothing is said, and nothing is thrown.
 */
export function useCompiled(folder: string): void {
  try {
    const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const all = [dirname(folder), folder, ...inside.map((name) => join(folder, name))];
    if (inside.length > 0 && all.every(isKeptFromUs)) enableCompileCache(folder);
  } catch {
    // It is not there, or this account may not read it.
  }
}
