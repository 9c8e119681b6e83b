import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CompiledProgram, giveAll, isRoot, nobody, writeProgram } from '../../support/release/compiled-program.ts';

const right = 'as reviewed';

function compiledProgram(): CompiledProgram {
  const program = writeProgram();
  expect(program.make()).toBe('');
  return program;
}

describe('compiled code', () => {
  it('is taken by an account that can change nothing of it, and by no other', () => {
    const program = compiledProgram();
    // Whoever owns it can change it: so it is where this account may not become another.
    expect(program.start()).toEqual({ said: right, isCompiled: isRoot });
    expect(program.start('us')).toEqual({ said: right, isCompiled: false });
    for (const path of [program.compiled, dirname(program.entry()), program.entry()])
      expect([path, statSync(path).mode & 0o022]).toEqual([path, 0]);
  });

  it('is not run where an account put another program into it, which Node finds nothing wrong with', () => {
    const program = compiledProgram();
    program.plant();
    expect(program.start()).toEqual({ said: right, isCompiled: false });
  });

  it.each<[string, (program: CompiledProgram) => unknown]>([
    ['an entry belongs to the account', ({ entry }) => giveAll(entry())],
    [
      'an entry belongs to the account, which may write to it again whenever it likes',
      ({ entry }) => {
        chmodSync(entry(), 0o444);
        giveAll(entry());
      },
    ],
    ['everybody may write to an entry', ({ entry }) => chmodSync(entry(), 0o646)],
    ['a group may write to an entry', ({ entry }) => chmodSync(entry(), 0o664)],
    ['everybody may write to the folder of the entries', ({ entry }) => chmodSync(dirname(entry()), 0o757)],
    ['everybody may write to the folder above it', ({ compiled }) => chmodSync(compiled, 0o757)],
    ['everybody may write to the folder of the code', ({ folder }) => chmodSync(folder, 0o757)],
    [
      'an entry of the account stands beside the others',
      ({ entry }) => {
        writeFileSync(join(dirname(entry()), 'another'), '');
        giveAll(join(dirname(entry()), 'another'));
      },
    ],
    [
      'an entry is a link',
      ({ entry, folder }) => {
        const place = entry();
        renameSync(place, join(folder, 'elsewhere'));
        symlinkSync(join(folder, 'elsewhere'), place);
      },
    ],
    [
      'the folder is a link into one of the account',
      ({ compiled, folder }) => {
        const elsewhere = join(dirname(folder), 'elsewhere');
        cpSync(compiled, elsewhere, { recursive: true });
        giveAll(elsewhere);
        rmSync(compiled, { recursive: true });
        symlinkSync(elsewhere, compiled);
      },
    ],
    ['it was made for another account', ({ make }) => make(nobody - 1)],
    ['the folder is empty', ({ entry }) => rmSync(dirname(entry()), { recursive: true })],
    ['there is none', ({ compiled }) => rmSync(compiled, { recursive: true })],
    [
      'a file stands in its place',
      ({ compiled }) => {
        rmSync(compiled, { recursive: true });
        writeFileSync(compiled, '');
      },
    ],
    ['an entry is cut off', ({ entry }) => writeFileSync(entry(), 'short')],
  ])('is left aside where %s, and the program starts as without it', (_what, change) => {
    const program = compiledProgram();
    change(program);
    expect(program.start()).toEqual({ said: right, isCompiled: false });
  });

  it('is left aside where the code is another than it was made of', () => {
    const program = compiledProgram();
    writeFileSync(join(program.code, 'part.mjs'), "export const said = 'a newer one';\n");
    expect(program.start()).toEqual({ said: 'a newer one', isCompiled: false });
  });
});

describe('compiling', () => {
  it('replaces what was compiled before, and leaves nothing else there', () => {
    const program = compiledProgram();
    mkdirSync(join(program.compiled, 'of-an-older-node'));
    expect(program.make()).toBe('');
    expect(program.start()).toEqual({ said: right, isCompiled: isRoot });
    expect(statSync(join(program.compiled, 'of-an-older-node'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('is refused to the account that is to be served by it, and nothing is left behind', () => {
    const program = writeProgram();
    expect(program.make(process.getuid?.())).toContain('must not be the one that compiles');
    expect(statSync(program.compiled, { throwIfNoEntry: false })).toBeUndefined();
  });
});
