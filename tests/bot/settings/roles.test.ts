import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../../bot/settings/config.ts';
import { createDirectory, roleLists } from '../../../bot/settings/roles.ts';
import { chatDirectory } from '../../../development/chat-directory.ts';
import { developmentPeople } from '../../../development/people.ts';
import { roles } from '../../../concerns/terms/directory.ts';
import { personId } from '../../../concerns/terms/person-id.ts';

const none = { handler: [], custodian: [], reserve: [], summaryAcu: [], summaryWider: [], admin: [] };

describe('the directory', () => {
  it('knows the roles of a person by their object id, whatever its case', async () => {
    const directory = createDirectory({
      ...none,
      handler: [personId('AbC')],
      summaryAcu: [personId('abc'), personId('other')],
    });
    expect([...(await directory.rolesOf(personId('aBc')))].sort()).toEqual(['handler', 'summaryAcu']);
    expect([...(await directory.rolesOf(personId('OTHER')))]).toEqual(['summaryAcu']);
  });

  it('gives nobody else a role', async () => {
    const directory = createDirectory({ ...none, admin: [personId('admin')] });
    for (const id of ['', 'nobody', 'constructor', '__proto__', 'admin ']) {
      expect([...(await directory.rolesOf(personId(id)))]).toEqual([]);
    }
  });
});

describe('the roles of development', () => {
  it('are all held in the chat by the one who sits at the Playground', async () => {
    const config = loadConfig({ CANDOUR_ENVIRONMENT: 'development' });
    const held = await chatDirectory(config).rolesOf(developmentPeople.staff);
    expect([...held].sort()).toEqual([...roles].sort());
  });

  it('are held by none of its people in production, even where the ids are the same', async () => {
    const lists = roleLists(loadConfig({ STORE: 'sqlite' }, 'command'));
    expect(Object.values(lists).flat()).toEqual([]);
  });
});
