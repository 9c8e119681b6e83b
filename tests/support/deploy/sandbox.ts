import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';

/** The account that owns nothing; where the tests have no right to become another, a program runs as they do. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const alone = ['--clear-groups', '--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'];

/** A disk that is read-only but for one folder, also for what everybody may write to. It becomes the program itself. */
const onReadOnlyDisk = 'mount --bind "$0" "$0" && mount -o remount,bind,ro / && cd "$PWD" && exec "$@"';

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
function expectTools(): void {
  const missing = ['setpriv', 'unshare'].filter((tool) => spawnSync(tool, ['--version']).error);
  if (missing.length > 0) throw new Error(`these tests need ${missing.join(' and ')}, of the package util-linux`);
}

/** Makes the folders. Throws if the machine cannot take rights away from a program. */
export function createSandbox(): Confined {
  expectTools();
  const folder = createTemporaryFolder();
  chmodSync(folder, 0o755);
  const [installed, empty, data] = [join(folder, 'installed'), join(folder, 'empty'), join(folder, 'data')];
  for (const one of [installed, empty, data]) mkdirSync(one, { mode: 0o755 });
  if (isRoot) chownSync(data, nobody, nobody);
  const account = isRoot ? ['setpriv', '--reuid', String(nobody), '--regid', String(nobody), ...alone] : [];
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
      const mounts = [...(isRoot ? [] : ['--map-root-user']), '--mount'];
      const command = ['sh', '-c', onReadOnlyDisk, data, ...account, process.execPath, ...args];
      return spawn('unshare', [...mounts, ...command], {
        cwd: begunIn,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  };
}
