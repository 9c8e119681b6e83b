import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from './storage/temporary-folder.ts';

const root = resolve(import.meta.dirname, '..');
const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Whether the project's rules refuse a file that imports something. */
function isRefused(file: string, imported: string): boolean {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `import { thing } from '${imported}';\n\nexport const other = thing;\n`);
  const { status, stdout } = spawnSync(process.execPath, [oxlint, file], { cwd: folder, encoding: 'utf8' });
  return status !== 0 && stdout.includes('no-restricted-imports');
}

describe('the arrows between the folders', () => {
  it.each([
    ['concerns', '../storage/thing.ts'],
    ['concerns', '../../bot/thing.ts'],
    ['concerns', '../cards/thing.ts'],
    ['concerns', 'botbuilder'],
    ['concerns', '@azure/cosmos'],
    ['concerns', 'node:sqlite'],
    ['cards', '../dialogs/thing.ts'],
    ['cards', '../storage/thing.ts'],
    ['cards', 'botbuilder'],
    ['dialogs', '../bot/thing.ts'],
    ['dialogs', '../storage/thing.ts'],
    ['dialogs', 'restify'],
    ['storage', '../cards/thing.ts'],
    ['storage', '../bot/thing.ts'],
    ['storage', 'botbuilder'],
    ['summary', '../storage/thing.ts'],
    ['summary', '../bot/thing.ts'],
    ['summary', 'botbuilder-dialogs'],
    ['summary', '@azure/cosmos'],
    ['manifest', '../bot/thing.ts'],
    ['manifest', 'botbuilder'],
    ['bot', 'node:sqlite'],
    ['bot', '@azure/identity'],
  ])('refuse that %s imports %s', (from, imported) => {
    expect(isRefused(`${from}/thing-there.ts`, imported)).toBe(true);
    expect(isRefused(`${from}/deeper/thing-there.ts`, imported)).toBe(true);
  });

  it.each([
    ['cards', '../concerns/thing.ts'],
    ['dialogs', '../cards/thing.ts'],
    ['dialogs', 'botbuilder-dialogs'],
    ['storage', '../concerns/thing.ts'],
    ['storage', '@azure/cosmos'],
    ['summary', '../concerns/thing.ts'],
    ['bot', '../storage/thing.ts'],
    ['bot', 'botbuilder'],
  ])('allow that %s imports %s', (from, imported) => {
    expect(isRefused(`${from}/thing-there.ts`, imported)).toBe(false);
  });

  it('are kept everywhere in the project', () => {
    const folders = ['bot', 'cards', 'concerns', 'dialogs', 'manifest', 'storage', 'summary'];
    const { status, stdout } = spawnSync(process.execPath, [oxlint, ...folders], { cwd: root, encoding: 'utf8' });
    expect({ status, found: stdout.includes('no-restricted-imports') }).toEqual({ status: 0, found: false });
  });
});
