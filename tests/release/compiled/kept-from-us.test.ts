import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isKeptFromUs } from '../../../release/compiled/kept-from-us.ts';
import { temporaryFolder } from '../../support/storage/temporary-folder.ts';

describe('a file that this account made', () => {
  it('is not kept from it, nor is its folder or a link to it', () => {
    const folder = temporaryFolder();
    const [file, link] = [join(folder, 'entry'), join(folder, 'link')];
    writeFileSync(file, '', { mode: 0o444 });
    symlinkSync(file, link);
    expect([folder, file, link].filter(isKeptFromUs)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
