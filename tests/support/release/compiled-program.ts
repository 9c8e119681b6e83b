import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeCompiled } from '../../../release/compiled/make-compiled.ts';
import { useCompiled } from '../../../release/compiled/use-compiled.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { importedFile } from '../imported-file.ts';

/** The account that owns nothing, and whether this one may become it. */
export const nobody = 65_534;
export const isRoot = process.getuid?.() === 0;

const using = importedFile(() => import('../../../release/compiled/use-compiled.ts'), import.meta.url);
const making = importedFile(() => import('../../../release/compiled/make-compiled.ts'), import.meta.url);
const startText = `import { ${useCompiled.name} as use } from './${basename(using)}';
use(process.argv[2]);
const { said } = await import('./part.mjs');
console.log(said);
`;
const makeText = `import { ${makeCompiled.name} as make } from './${basename(making)}';
const [, , folder, account] = process.argv;
console.log(JSON.stringify(await make(folder, Number(account), () => import('./part.mjs'))));
`;
const said = 'as reviewed';
/** As long as the other: Node compares lengths. */
const planted = 'was planted';

/** Gives a path to nobody, with all below it; it is ours already, where this account may not. */
export function giveAll(path: string): void {
  if (isRoot) execFileSync('chown', ['-R', `${nobody}:${nobody}`, path]);
}

/** A program of two files in a folder, which takes compiled code from beside it as the artefact does. */
export interface CompiledProgram {
  /** Where it stands, its code, and what was compiled. */
  readonly folder: string;
  readonly code: string;
  readonly compiled: string;
  /** Compiles it for an account. Answers with what went wrong, or nothing. */
  readonly make: (account?: number) => string;
  /** Starts it: what it says, and whether Node took what was compiled. By nobody, where this account may become that one. */
  readonly start: (as?: 'nobody' | 'us') => { readonly said: string; readonly isCompiled: boolean };
  /** The one entry that was made. Throws where there is none. */
  readonly entry: () => string;
  /** Puts another program into the entry, so that Node finds nothing wrong with it, and gives all of it to nobody. */
  readonly plant: () => void;
}

const partOf = (says: string): string => `export const said = (() => '${says}')();\n`;
/** The two words of an entry that say which code it is of: where they stand in it. */
const [codeHash, wordBytes] = [12, 4];

/** Writes the program. Nothing of it is compiled yet. */
export function writeProgram(): CompiledProgram {
  const folder = join(temporaryFolder(), 'installed');
  const [code, compiled] = [join(folder, 'server'), join(folder, 'compiled')];
  mkdirSync(code, { recursive: true });
  chmodSync(resolve(folder, '..'), 0o755);
  cpSync(dirname(using), code, { recursive: true });
  for (const [name, text] of Object.entries({ 'start.mjs': startText, 'make.mjs': makeText, 'part.mjs': partOf(said) }))
    writeFileSync(join(code, name), text);

  const node = (program: string, args: readonly string[], account = {}) =>
    spawnSync(process.execPath, ['--no-warnings', join(code, program), ...args], {
      encoding: 'utf8',
      env: { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
      ...account,
    });
  const entry = (): string => {
    const [inside = ''] = readdirSync(compiled);
    const [name] = readdirSync(join(compiled, inside));
    if (name === undefined) throw new Error('nothing was compiled');
    return join(compiled, inside, name);
  };
  const make = (account = nobody): string => {
    const { status, stderr } = node('make.mjs', [compiled, String(account)]);
    return status === 0 ? '' : stderr;
  };

  return {
    folder,
    code,
    compiled,
    entry,
    make,
    start(as = 'nobody') {
      const account = as === 'nobody' && isRoot ? { uid: nobody, gid: nobody } : {};
      const { stdout, stderr } = node('start.mjs', [compiled], account);
      return { said: stdout.trim(), isCompiled: stderr.includes('was accepted') };
    },
    plant() {
      const right = readFileSync(entry());
      writeFileSync(join(code, 'part.mjs'), partOf(planted));
      make();
      writeFileSync(join(code, 'part.mjs'), partOf(said));
      const wrong = readFileSync(entry());
      right.copy(wrong, codeHash, codeHash, codeHash + wordBytes);
      writeFileSync(entry(), wrong);
      giveAll(compiled);
    },
  };
}
