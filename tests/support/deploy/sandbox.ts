import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';

/** The account that owns nothing; where the tests have no right to become another, a program runs as they do. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const alone = ['--clear-groups', '--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'];

/** Folders of one installation, and programs of it by an account that may write into one of them alone. */
export interface Confined {
  /** Where the artefact is unpacked by somebody else. */
  readonly installed: string;
  /** Empty, and begun in. */
  readonly empty: string;
  /** The one folder that may be written to. */
  readonly data: string;
  /** Copies a file or a folder into the one that may be written to, and gives it to the account. */
  bring(from: string): void;
  /** Begins Node with these arguments and nothing of this process's environment, in the empty folder or another. */
  start(args: readonly string[], environment: Readonly<Record<string, string>>, begunIn?: string): ChildProcess;
}

/** Whether this machine can take rights away from a program: asked before, since an error later would say little. */
function expectSetpriv(): void {
  const { error } = spawnSync('setpriv', ['--version']);
  if (error) throw new Error('these tests run as root and need setpriv, of the package util-linux, to give that up');
}

/** Makes the folders. Throws where root has no way to be somebody else. */
export function createSandbox(): Confined {
  if (isRoot) expectSetpriv();
  const folder = createTemporaryFolder();
  chmodSync(folder, 0o755);
  const [installed, empty, data] = [join(folder, 'installed'), join(folder, 'empty'), join(folder, 'data')];
  for (const one of [installed, empty, data]) mkdirSync(one, { mode: 0o755 });
  if (isRoot) chownSync(data, nobody, nobody);
  // Not root, the account owns them: it may not write there all the same.
  const [program, before] = isRoot
    ? ['setpriv', ['--reuid', String(nobody), '--regid', String(nobody), ...alone, process.execPath]]
    : [process.execPath, []];
  return {
    installed,
    empty,
    data,
    bring(from) {
      const to = join(data, basename(from));
      cpSync(from, to, { recursive: true });
      if (isRoot) execFileSync('chown', ['-R', `${nobody}:${nobody}`, to]);
    },
    start(args, environment, begunIn = empty) {
      for (const one of [installed, empty]) chmodSync(one, 0o555);
      // Node's own permissions stand for a disk that is read-only but for the data, also for what everybody may write to.
      const permitted = [
        '--permission',
        '--allow-fs-read=*',
        `--allow-fs-write=${data}`,
        '--allow-child-process',
        '--disable-warning=PERM0002',
      ];
      return spawn(program, [...before, ...permitted, ...args], {
        cwd: begunIn,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  };
}
