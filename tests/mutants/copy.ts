import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';

const left = ['node_modules', '.git', 'dist', 'test-results', '.data', 'development-keys'];
const pages = ['dist/tab', 'dist/partners'];
/** Node rounds the times of what it copies only where it is asked about each file: all are asked about, so none changes places. */
const copied = (from: string, to: string, isLeft = (_path: string): boolean => false): void =>
  cpSync(from, to, { recursive: true, preserveTimestamps: true, filter: (path) => !isLeft(path) });

/** A copy of the project, for bugs to be planted in. */
export interface Copy {
  readonly folder: string;
  /** Puts a bug in, and gives what takes it out again, with the page that may have been built of it. Missing where it fits no more. */
  plant(mutant: Mutant): (() => void) | undefined;
  remove(): void;
}

/** Copies the project at `root` into a new folder, with its built pages: they are built once for all bugs that need no other. */
export function copyOf(root: string): Copy {
  const whole = mkdtempSync(join(tmpdir(), 'candour-mutants-'));
  const folder = join(whole, 'project');
  const kept = join(whole, 'pages');
  copied(root, folder, (path) => left.some((name) => path === join(root, name)));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const bring = (from: string, to: string): void => {
    for (const page of pages) {
      rmSync(join(to, page), { recursive: true, force: true });
      if (existsSync(join(from, page))) copied(join(from, page), join(to, page));
    }
  };
  bring(root, folder);
  return {
    folder,
    plant({ file, find, put }) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      const { atime, mtimeMs } = statSync(path);
      if (before.split(find).length !== 2) return undefined;
      bring(folder, kept);
      writeFileSync(
        path,
        before.replace(find, () => put),
      );
      return () => {
        writeFileSync(path, before);
        // By its time the file says whether the page is older than it: rounded up it might be.
        utimesSync(path, atime, new Date(Math.floor(mtimeMs)));
        bring(kept, folder);
      };
    },
    remove: () => rmSync(whole, { recursive: true, force: true }),
  };
}
