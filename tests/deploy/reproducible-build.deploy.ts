import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { createArchive, readArtefact, buildArtefact } from '../support/deploy/built-artefact.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

it('the artefact is the same to the byte, whoever builds it in which folder, time zone, language and environment', async () => {
  const above = createTemporaryFolder();
  const elsewhere = join(above, 'rhywle arall', 'lle mae’n ddwfn');
  // What stands in a folder above, or is set for something else, is no part of it.
  mkdirSync(elsewhere, { recursive: true });
  writeFileSync(join(above, 'postcss.config.cjs'), 'throw new Error("no part of it");');
  writeFileSync(join(elsewhere, '.env'), 'NODE_ENV=development\nVITE_A=b\n');
  const plain = readArtefact(
    await buildArtefact(join(createTemporaryFolder(), 'candour'), { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' }),
  );
  const other = readArtefact(
    await buildArtefact(elsewhere, {
      TZ: 'Pacific/Kiritimati',
      LANG: 'cy_GB.UTF-8',
      NODE_ENV: 'development',
      VITE_MARK: 'of-this-machine',
      SOURCE_DATE_EPOCH: '1',
    }),
  );
  expect([...other.keys()]).toEqual([...plain.keys()]);
  expect([...plain].filter(([name, bytes]) => !other.get(name)?.equals(bytes)).map(([name]) => name)).toEqual([]);
  expect(createArchive(plain).length).toBeGreaterThan(1_000_000);
});
