import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockFile, isLocked } from '../../../storage/sqlite/file-lock.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = createTemporaryFolder();
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is held alone', () => {
  it('is held by one, until that one lets go of it', () => {
    const first = lockFile(path);
    expect(isLocked(path)).toBe(true);
    expect(lockFile(path)).toBeUndefined();
    first?.release();
    first?.release();
    expect(isLocked(path)).toBe(false);
    const next = lockFile(path);
    expect(next).toBeDefined();
    next?.release();
  });

  it('is not made by whoever only asks, and has nothing beside it', () => {
    expect(isLocked(path)).toBe(false);
    expect(existsSync(path)).toBe(false);
    const held = lockFile(path);
    expect(readdirSync(folder)).toEqual(['lock']);
    held?.release();
  });

  it('is refused, and left, where it is something else or cannot be made', () => {
    writeFileSync(path, 'words of somebody '.repeat(100));
    expect(() => lockFile(path)).toThrow(expect.objectContaining({ code: 'broken' }));
    expect(() => lockFile(join(path, 'lock'))).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });
});
