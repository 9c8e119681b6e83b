import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOrganisationIdDeriver } from '../../../bot/api/invitation-operations.ts';
import {
  type InvitePartnersDependencies,
  addOrganisation,
  renameOrganisation,
} from '../../../core/partners/invitations.ts';
import type { Store } from '../../../core/ports/store.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { now } from '../../support/contracts/records.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const secret = 'a secret of more than thirty-two characters';
const admins = ['one', 'other', 'third'].map((name) => toPersonId(`admin-${name}`));

/** A server on a store, which goes on from reading the list once `all` have read it. */
function server({ partners, settings }: Store, all?: () => Promise<void>): InvitePartnersDependencies {
  return {
    partners: {
      ...partners,
      organisations: async () => {
        const found = await partners.organisations();
        await all?.();
        return found;
      },
    },
    settings,
    clock: () => now,
    onUnreadable: () => undefined,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    deriveId: createOrganisationIdDeriver(secret),
    timeZone: 'Europe/London',
  };
}

/** What settles for all once so many have come, and at once for whoever comes later. */
function together(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come >= count) resolve();
    return promise;
  };
}

describe.each(['sqlite', 'cosmos'] as const)('an organisation that is named, with %s', (kind) => {
  let folder: string;
  let cosmos: StrictCosmos | undefined;
  let stores: readonly Store[];
  beforeEach(async () => {
    folder = createTemporaryFolder();
    cosmos = kind === 'cosmos' ? await startStrictCosmos({ tls: true }) : undefined;
    const database = cosmos && (await createDatabase(cosmos));
    stores = admins.map(() => database?.open() ?? openSqliteStore(join(folder, 'candour.db')));
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await cosmos?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is there once, though several read the list before any of them wrote', async () => {
    const all = together(stores.length);
    const names = ['Gwasanaeth Cyfle', ' gwasanaeth  CYFLE ', 'GWASANAETH CYFLE'];
    const asked = await Promise.all(
      stores.map((store, at) => {
        const by = admins[at] ?? toPersonId('nobody');
        return addOrganisation(server(store, all), by, { name: names[at] ?? '', type: 'charity' });
      }),
    );
    expect(asked.filter((outcome) => 'organisation' in outcome)).toHaveLength(1);
    expect(asked.filter((outcome) => 'why' in outcome)).toEqual([{ why: 'taken' }, { why: 'taken' }]);
    expect(await stores[0]?.partners.organisations()).toHaveLength(1);
  });

  it('leaves its earlier name to others, however often that happens', async () => {
    const [store] = stores;
    if (store === undefined) throw new Error('there is no store');
    const deps = server(store);
    const by = toPersonId('admin-one');
    const ids = new Set<string>();
    for (const later of ['First', 'Second', 'Third']) {
      const named = await addOrganisation(deps, by, { name: 'Cyfle', type: 'health' });
      if ('why' in named) throw new Error(named.why);
      const { id } = named.organisation;
      ids.add(id);
      expect(id).toMatch(/^[0-9a-f]{32}$/u);
      expect(await renameOrganisation(deps, by, { organisation: id, was: 'Cyfle', name: later })).toHaveProperty(
        'organisation',
      );
    }
    expect(ids.size).toBe(3);
  });

  it('is the same however a device writes its accents', async () => {
    const [store] = stores;
    if (store === undefined) throw new Error('there is no store');
    const [by, name] = [toPersonId('admin-one'), 'Tŷ Gŵyl'];
    expect(await addOrganisation(server(store), by, { name, type: 'health' })).toHaveProperty('organisation');
    for (const alike of [name.normalize('NFD'), name.normalize('NFC').toUpperCase()])
      expect(await addOrganisation(server(store), by, { name: alike, type: 'health' })).toEqual({ why: 'taken' });
  });

  it('has an id that says nothing of its name to whoever has not the secret', () => {
    expect(createOrganisationIdDeriver(secret)('cyfle 1')).toBe(createOrganisationIdDeriver(secret)('cyfle 1'));
    expect(createOrganisationIdDeriver(`${secret}.`)('cyfle 1')).not.toBe(
      createOrganisationIdDeriver(secret)('cyfle 1'),
    );
  });
});
