import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { eraseCase } from '../support/journeys/erase-case.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const sealed = createSealText('sealed in the page');
const out = randomUUID();

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { MESSAGES_TO_REPORTERS: 'yes' } });
let handler: TabClient;
beforeAll(() => {
  handler = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
});

describe('words for a case that was erased meanwhile', () => {
  const words = { for: 'handlers', sealed } as const;
  it.each([
    ['a note', 'case.note', { words }],
    ['a message', 'case.messageReporter', { id: newRequestId(), number: 1, sealed, confirmed: true }],
  ] as const)('are refused by their reason and left out of it: %s', async (_, operation, rest) => {
    const { caseId, ...record } = createCase({ tenantId, status: 'acknowledged', excluded: [toPersonId(out)] });
    await bot.store().cases.create({ ...record, caseId }, createAlert(caseId), [firstEvent(caseId)]);
    await eraseCase(bot, caseId);
    const before = await bot.store().history.readAll(caseId);
    const body = { caseId, request: newRequestId(), ...rest };
    expect(await handler.send(operation, body)).toMatchObject({
      status: 409,
      text: JSON.stringify({ code: 'notAllowed', why: 'erased' }),
    });
    // Whoever may not have the case is not told that there was one.
    const refusals = [
      { objectId: out, roles: ['handler'] },
      { objectId: randomUUID(), roles: [] },
      { objectId: randomUUID(), roles: ['custodian'] },
    ].map((who) => bot.tab(who).send(operation, body));
    for (const { status, text } of await Promise.all(refusals))
      expect([status, text]).toEqual([403, '{"code":"refused"}']);
    expect(await bot.store().history.readAll(caseId)).toEqual(before);
  });
});
