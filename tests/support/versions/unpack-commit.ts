import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import packageJson from '../../../package.json' with { type: 'json' };

const repository = resolve(import.meta.dirname, '../../..');

function archiveOf(commit: string): Buffer {
  try {
    return execFileSync('git', ['archive', commit], {
      cwd: repository,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (cause) {
    throw new Error(
      `Commit ${commit} is not here: these tests need the whole history of the project. Run "git fetch --unshallow", or clone it again without --depth.`,
      { cause },
    );
  }
}

/** What of today's tree no server needs, or is put in its place. */
const left = ['.git', 'dist', 'docs', 'node_modules', 'test-results', 'tests'];

/** Gives a folder of code today's packages, and an empty page in the place of one that is built: no test here looks at it. */
function madeReady(folder: string): void {
  symlinkSync(realpathSync(join(repository, 'node_modules')), join(folder, 'node_modules'));
  for (const page of ['dist/tab', 'dist/partners']) {
    mkdirSync(join(folder, page, 'assets'), { recursive: true });
    writeFileSync(join(folder, page, 'index.html'), '<!doctype html><title>Candour</title>');
  }
}

/**
 * Puts the code of an earlier commit into an empty folder, ready to be started. Throws where the history has not got
 * that commit, and says what to do.
 */
export function unpackCommit(commit: string, folder: string): void {
  execFileSync('tar', ['-x', '-C', folder], { input: archiveOf(commit) });
  // It would not start with other versions than its own package.json names.
  const path = join(folder, 'package.json');
  const { dependencies, devDependencies } = packageJson;
  const older = z.looseObject({}).parse(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(path, JSON.stringify({ ...older, dependencies, devDependencies }));
  madeReady(folder);
}

/** Puts the code as it stands today into an empty folder, ready to be started. */
export function copyWorkingTree(folder: string): void {
  for (const name of readdirSync(repository).filter((one) => !left.includes(one))) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  madeReady(folder);
}
