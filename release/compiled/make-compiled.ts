import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { constants, enableCompileCache, flushCompileCache, getCompileCacheDir } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The outcome of compiling: how many parts of the code, and their size in bytes. */
export interface Compiled {
  readonly parts: number;
  readonly bytes: number;
}

/** Code cannot be compiled for later: its message says why, and holds no value. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
}

/** Node names the folder after itself, the processor and the account that runs it, which is not the one that will. */
function folderOf(made: string, account: number): string {
  const ours = `-${process.getuid?.()}`;
  if (!basename(made).endsWith(ours)) throw new CompileError('This Node keeps compiled code in another way.');
  return join(dirname(made), `${basename(made).slice(0, -ours.length)}-${account}`);
}

/**
 * Compiles what `load` loads, for an account, into a folder that only this one may write to. What stood there is
 * replaced. Throws CompileError where Node cannot, and the error of the file system.
 */
export async function makeCompiled(folder: string, account: number, load: () => Promise<unknown>): Promise<Compiled> {
  if (process.getuid === undefined) throw new CompileError('This system has no accounts as Linux has them.');
  if (process.getuid() === account) {
    throw new CompileError(
      'The account that a server runs as must not be the one that compiles: it could change what it runs.',
    );
  }
  const working = `${folder}.${process.pid}`;
  mkdirSync(working, { mode: 0o755 });
  try {
    const { status } = enableCompileCache(working);
    if (status !== constants.compileCacheStatus.ENABLED) {
      throw new CompileError(
        'Node keeps no compiled code now: NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE must not be set.',
      );
    }
    await load();
    flushCompileCache();
    const made = getCompileCacheDir() ?? '';
    const place = folderOf(made, account);
    renameSync(made, place);
    for (const one of [working, place]) chmodSync(one, 0o755);
    const parts = readdirSync(place).map((name) => join(place, name));
    for (const part of parts) chmodSync(part, 0o644);
    if (parts.length === 0) throw new CompileError('Node kept nothing of what it compiled.');
    rmSync(folder, { recursive: true, force: true });
    renameSync(working, folder);
    const compiled = parts.map((part) => join(folder, basename(place), basename(part)));
    return { parts: parts.length, bytes: compiled.reduce((all, part) => all + statSync(part).size, 0) };
  } finally {
    rmSync(working, { recursive: true, force: true });
  }
}
