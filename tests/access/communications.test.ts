import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import { createRoleDirectory, parseRoles } from '../../bot/config/role-settings.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { mutuallyExclusiveRoles } from '../../core/model/roles.ts';
import { type Operation, operations as definitions } from '../../contract/operations.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import { tabRows } from '../support/access/tab-table.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { MESSAGES_TO_REPORTERS: 'yes' } });

const operations = Object.keys(definitions).filter((name): name is Operation => Object.hasOwn(definitions, name));
/** What everybody in the force may, and what this role is for. Whatever is added to the API is none of theirs. */
const theirs = operations.filter(
  (name) => tabRows[name].may === 'everybody' || name.startsWith('content.') || name.startsWith('campaigns.'),
);

describe('somebody who writes guidance and nothing else', () => {
  it('is refused every operation on cases, identities, figures and keys, and leaves nothing in a case', async () => {
    const record = createCase({ tenantId, excluded: [] });
    const first = firstEvent(record.caseId);
    await bot.store().cases.create(record, createAlert(record.caseId, { handledBy: 'acu' }), [first]);
    const refused: Operation[] = [];
    for (const name of operations.filter((one) => !theirs.includes(one))) {
      bot.clock.forward(1_000);
      const tab = bot.tab({ objectId: developmentPeople.writer });
      const body = tabRows[name].body({
        caseId: record.caseId,
        other: record.caseId,
        revision: record.revision,
        today: bot.clock.now(),
        objectId: tab.objectId,
        role: 'communications',
        recipient: recipientFromIdentitySync(identityFromSeed(randomBytes(32))),
        generation: keyGeneration(bot, undefined),
      });
      expect({ name, ...(await tab.send(name, body)) }).toMatchObject({
        name,
        status: 403,
        text: '{"code":"refused"}',
      });
      refused.push(name);
    }
    for (const area of ['cases.', 'case.', 'bulk.', 'subjects.', 'identity.', 'oversight.', 'summaries.', 'keys.']) {
      expect(refused.filter((name) => name.startsWith(area))).toEqual(
        operations.filter((name) => name.startsWith(area)),
      );
    }
    expect(await bot.store().history.readAll(record.caseId)).toEqual([first]);
  });

  it('is told of figures by one operation alone, in the lines that everybody is to read', async () => {
    expect(theirs.filter((name) => /figure|summar|count|week/iu.test(name))).toEqual(['campaigns.figures']);
    bot.clock.forward(1_000);
    const told = await bot.tab({ objectId: developmentPeople.writer }).call('campaigns.figures', {});
    if (told.kind !== 'told') throw new Error(told.kind);
    expect(Object.keys(told).toSorted()).toEqual(['asAt', 'kind', 'lines', 'notes', 'quarter']);
    expect(told.lines.map(({ id }) => id)).toEqual(['received.all']);
  });

  it('is told of no case to handle and no figures to read', async () => {
    bot.clock.forward(1_000);
    const me = await bot.tab({ objectId: developmentPeople.writer }).call('me', {});
    expect(me).toMatchObject({
      roles: ['communications'],
      handles: [],
      summaries: [],
      exports: false,
      messages: false,
    });
  });

  it('holds another role beside it where a force is small, and gets what that one gives', async () => {
    expect(mutuallyExclusiveRoles.flat()).not.toContain('communications');
    const tab = bot.tab({ objectId: developmentPeople.handler, roles: ['communications'] });
    bot.clock.forward(1_000);
    expect(await tab.call('me', {})).toMatchObject({ handles: ['acu'] });
    expect((await tab.send('cases.list', { filter: {} })).status).toBe(200);
  });
});

describe('the list of those who write guidance', () => {
  it('is a setting of its own, and may be empty', async () => {
    const lists = parseRoles({
      ROLE_HANDLERS: [],
      ROLE_CUSTODIANS: [],
      ROLE_RESERVE: [],
      ROLE_SUPERVISORS: [],
      ROLE_SUMMARY_ACU: [],
      ROLE_SUMMARY_WIDER: [],
      ROLE_COMMUNICATIONS: [developmentPeople.writer],
      ROLE_ADMINS: [],
    });
    expect([...(await createRoleDirectory(lists).getRoles(developmentPeople.writer))]).toEqual(['communications']);
  });
});
