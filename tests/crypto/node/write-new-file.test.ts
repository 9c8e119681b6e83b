import { describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNewFile } from '../../../crypto/node/write-new-file.ts';

describe('a new file', () => {
  it('is for its owner alone, and what stands is never overwritten', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'candour-file-'));
    try {
      const path = join(folder, 'key');
      await writeNewFile(path, 'first');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      await expect(writeNewFile(path, 'second')).rejects.toMatchObject({ code: 'EEXIST' });
      expect(await readFile(path, 'utf8')).toBe('first');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
