import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevelopmentKeys, ensureDevelopmentKeys } from '../../../development/development-keys.ts';
import type { FillDependencies } from '../../../development/example-reports.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';

export interface ExampleStore {
  readonly deps: FillDependencies;
  readonly keys: DevelopmentKeys;
  readonly close: () => Promise<void>;
}

/** An empty development store with its keys, in a folder of its own, in the week 2026-W48. */
export async function openExampleStore(): Promise<ExampleStore> {
  const folder = await mkdtemp(join(tmpdir(), 'candour-weeks-'));
  const keys = await ensureDevelopmentKeys(join(folder, 'keys'));
  const store = openSqliteStore(join(folder, 'candour.db'));
  return {
    keys,
    deps: {
      store,
      seal: createAgeSealer(keys.recipients),
      clock: () => new Date('2026-11-25T10:15:00Z'),
      random: randomBytes,
      timeZone: 'Europe/London',
      development: true,
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
