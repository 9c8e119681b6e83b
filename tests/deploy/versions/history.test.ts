import { readdirSync, rmSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { unpackCommit } from '../../support/versions/unpack-commit.ts';

it('a clone without the commit of an earlier version says what to do, and nothing is unpacked', () => {
  const folder = createTemporaryFolder();
  expect(() => unpackCommit('0000000000', folder)).toThrow('Run "git fetch --unshallow"');
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
