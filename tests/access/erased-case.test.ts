import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, anAlert, firstEvent } from '../support/contracts/records.ts';
import { eraseByTwo } from '../support/journeys/erase-by-two.ts';
import { tenantId } from '../support/journeys/settings-of-a-bot.ts';
import { newRequest, type TabClient } from '../support/journeys/tab-client.ts';
import { aSeal } from '../support/seals/a-seal.ts';
import { personId } from '../../core/model/directory.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const sealed = aSeal('sealed in the page');
const out = randomUUID();

const bot = setUpSharedBot({ door: 'dialog', environment: { MESSAGES_TO_REPORTERS: 'yes' } });
let handler: TabClient;
beforeAll(() => {
  handler = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
});

describe('words for a case that was erased meanwhile', () => {
  const words = { for: 'handlers', sealed } as const;
  it.each([
    ['a note', 'case.note', { words }],
    ['a message', 'case.messageReporter', { id: newRequest(), number: 1, sealed, confirmed: true }],
  ] as const)('are refused by their reason and left out of it: %s', async (_, operation, rest) => {
    const { caseId, ...record } = aCase({ tenantId, status: 'acknowledged', excluded: [personId(out)] });
    await bot.store().cases.create({ ...record, caseId }, anAlert(caseId), [firstEvent(caseId)]);
    await eraseByTwo(bot, caseId);
    const before = await bot.store().history.of(caseId);
    const body = { caseId, request: newRequest(), ...rest };
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
    expect(await bot.store().history.of(caseId)).toEqual(before);
  });
});
