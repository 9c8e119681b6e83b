import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { loadCommandSettings } from '../../../bot/config/command-settings.ts';
import { createRoleDirectory } from '../../../bot/config/role-settings.ts';
import { createDevelopmentRoleDirectory } from '../../../development/development-role-directory.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { toPersonId, personIdSchema, roles } from '../../../core/model/roles.ts';

const none = z
  .record(z.enum(roles), z.array(personIdSchema))
  .parse(Object.fromEntries(roles.map((role) => [role, []])));

describe('the directory', () => {
  it('knows the roles of a person by their object id, whatever its case', async () => {
    const directory = createRoleDirectory({
      ...none,
      handler: [toPersonId('AbC')],
      summaryAcu: [toPersonId('abc'), toPersonId('other')],
    });
    expect([...(await directory.getRoles(toPersonId('aBc')))].sort()).toEqual(['handler', 'summaryAcu']);
    expect([...(await directory.getRoles(toPersonId('OTHER')))]).toEqual(['summaryAcu']);
  });

  it('gives nobody else a role', async () => {
    const directory = createRoleDirectory({ ...none, admin: [toPersonId('admin')] });
    for (const id of ['', 'nobody', 'constructor', '__proto__', 'admin ']) {
      expect([...(await directory.getRoles(toPersonId(id)))]).toEqual([]);
    }
  });
});

describe('the roles of development', () => {
  it('are all held in the chat by the one who sits at the Playground', async () => {
    const held = await createDevelopmentRoleDirectory(none).getRoles(developmentPeople.staff);
    expect([...held].sort()).toEqual([...roles].sort());
  });

  it('are held by none of its people in production, even where the ids are the same', async () => {
    const settings = loadCommandSettings({ STORE: 'sqlite', SQLITE_PATH: '/nowhere/candour.db' });
    expect(Object.values(settings.roles).flat()).toEqual([]);
  });
});
