import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDevelopmentKeys } from '../../development/development-keys.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { readIdentityFile } from '../../crypto/node/identity-file.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'candour-development-')), 'keys');
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

describe('the keys of development', () => {
  it('open what is sealed to them, and are for their owner alone', async () => {
    const keys = await ensureDevelopmentKeys(folder);
    const sealed = await createAgeSealer(keys.recipients).seal('words', 'reserve');
    for (const group of ['reserve', 'recovery'] as const) {
      expect(await decryptSeal(sealed, (await readIdentityFile(keys.identityFiles[group])).identities)).toBe('words');
      expect((await stat(keys.identityFiles[group])).mode & 0o777).toBe(0o600);
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('stay the same at the next start, and only a missing one is made', async () => {
    const first = await ensureDevelopmentKeys(folder);
    expect(await ensureDevelopmentKeys(folder)).toEqual(first);
    await rm(first.identityFiles.custodians);
    const next = await ensureDevelopmentKeys(folder);
    expect(next.recipients.acu).toEqual(first.recipients.acu);
    expect(next.recipients.custodians).not.toEqual(first.recipients.custodians);
  });

  it('are refused, and left, where a file is no identity', async () => {
    const { identityFiles } = await ensureDevelopmentKeys(folder);
    await writeFile(identityFiles.acu, 'something else\n');
    await expect(ensureDevelopmentKeys(folder)).rejects.toMatchObject({ code: 'malformedIdentity' });
  });
});
