import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { releasedEntriesPerPage } from '../../core/casework/release-seals.ts';
import { isHistoryIntact } from '../../core/model/event-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { fetchReleasedSeals } from '../../tab/case/fetch-released-seals.ts';
import { createApiClient } from '../../tab/api/api-client.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';
import { appendEntries, longCaseNote } from '../support/access/long-case.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot(() => ({ entryPoint: 'dialog', environment: { ROLE_HANDLERS: objectIds.join(',') } }));
let one: TabClient;
let two: TabClient;
const objectIds = [randomUUID(), randomUUID()];
beforeAll(() => {
  [one, two] = [bot.tab({ objectId: objectIds[0] ?? '' }), bot.tab({ objectId: objectIds[1] ?? '' })];
});

const refused = { status: 403, text: '{"code":"refused"}' };

/** A case with more entries than two pages hold. */
async function longCase(): Promise<CaseRecord['caseId']> {
  const { caseId, ...rest } = createCase({ tenantId });
  await bot.store().cases.create({ ...rest, caseId }, createAlert(caseId), [firstEvent(caseId)]);
  const at = bot.clock.now().toISOString();
  await appendEntries(
    bot.store(),
    caseId,
    Array.from({ length: 2 * releasedEntriesPerPage + 5 }, () => longCaseNote(at)),
  );
  return caseId;
}

describe('an opening', () => {
  it('comes in pages, of which the tab makes the whole history with one entry for all of them', async () => {
    const caseId = await longCase();
    const before = await bot.store().history.count(caseId, 'consulted');
    const sizes: number[] = [];
    const call = createApiClient({
      getToken: async () => bot.entra.token({ objectId: one.objectId }),
      fetch: async (...given) => {
        const answer = await fetch(...given);
        sizes.push((await answer.clone().text()).split('"sequence"').length);
        return answer;
      },
      origin: new URL(bot.endpoint()).origin,
    });
    const handed = await fetchReleasedSeals(call, caseId, (sealed) => decryptSeal(sealed, bot.identities.acu));
    if (!handed.ok) throw new Error('it was not handed out');
    const { record, events } = handed.value;
    expect(isHistoryIntact(record.caseId, record.chain, events)).toBe(true);
    expect(events).toEqual(await bot.store().history.readAll(caseId));
    // The challenge, and three pages.
    expect(sizes).toHaveLength(4);
    expect(Math.max(...sizes)).toBeLessThan(releasedEntriesPerPage + 5);
    expect(await bot.store().history.count(caseId, 'consulted')).toBe(before + 1);
  });

  it('covers no page of somebody else, of an entry that is no opening, or an hour later', async () => {
    const caseId = await longCase();
    const { record } = await one.call('case.consult', { caseId });
    const asked = { caseId, opening: record.chain.sequence, after: releasedEntriesPerPage };
    expect(await one.send('case.consultFurther', asked)).toMatchObject({ status: 200 });
    expect(await two.send('case.consultFurther', asked)).toMatchObject(refused);
    // Their own entry, but of a look at the case that hands out no seal.
    await one.call('case.view', { caseId });
    const [viewed] = await bot.store().history.entries(caseId, { kinds: ['viewed'], last: 1 });
    const ofAView = { ...asked, opening: viewed?.sequence ?? 0 };
    expect(await one.send('case.consultFurther', ofAView)).toMatchObject(refused);
    expect(await one.send('case.consultFurther', { ...asked, opening: 9_999 })).toMatchObject(refused);
    expect(await one.send('case.consultFurther', { ...asked, caseId: await longCase() })).toMatchObject(refused);
    bot.clock.forward(3_600_001);
    expect(await one.send('case.consultFurther', asked)).toMatchObject(refused);
  });

  it('hands out nothing that came after it, nor to whoever is shut out since', async () => {
    const caseId = await longCase();
    const { record } = await one.call('case.consult', { caseId });
    await appendEntries(bot.store(), caseId, [longCaseNote(bot.clock.now().toISOString())]);
    const { sequence } = record.chain;
    const last = await one.call('case.consultFurther', { caseId, opening: sequence, after: sequence - 1 });
    expect(last.events.map((event) => event.sequence)).toEqual([sequence]);
    expect(last.isMore).toBe(false);
    const found = await bot.store().cases.read(caseId);
    if (!found) throw new Error('no such case');
    const value = { ...found.value, excluded: [toPersonId(one.objectId)] };
    await bot.store().cases.change({ case: { ...found, value }, events: [] });
    expect(await one.send('case.consultFurther', { caseId, opening: sequence, after: 1 })).toMatchObject(refused);
  });
});
