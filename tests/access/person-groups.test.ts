import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../core/model/case-id.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import { createAlert, createCase, firstEvent } from '../support/contracts/records.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import type { RunningBot } from '../support/journeys/running-bot.ts';
import type { Operation } from '../../contract/operations.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { createSealedCard } from '../support/subjects/sealed-cards.ts';
import { createSeededRandom } from '../support/subjects/generated-people.ts';

const people = [randomUUID(), randomUUID(), randomUUID()];
const environment = { ROLE_HANDLERS: people.join(',') };
const on = setUpSharedBot({ entryPoint: 'dialog', environment: { ...environment, PERSON_GROUPS: 'yes' } });
const off = setUpSharedBot({ entryPoint: 'dialog', environment });
const words = { for: 'handlers', sealed: createSealText('sealed in the page') } as const;
const why = { ...words, for: 'oversight' } as const;

interface Carded {
  readonly caseId: CaseId;
  readonly of: string;
}
async function carded(bot: RunningBot): Promise<Carded> {
  const card = { ...createSealedCard(1, keyGeneration(bot, 'handler')), by: toPersonId('them') };
  const record = createCase({ tenantId, subjectCard: card });
  await bot.store().cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  return { caseId: record.caseId, of: digestOfSeal(card.sealed) };
}
const unitOf = async (bot: RunningBot): Promise<readonly TabClient[]> => {
  const unit = people.map((objectId) => bot.tab({ objectId }));
  for (const tab of unit) {
    bot.clock.forward(2_000);
    await tab.call('me', {});
  }
  return unit;
};
const pairOf = (one: Carded, other: Carded) => ({
  caseId: one.caseId,
  other: other.caseId,
  request: newRequestId(),
  mine: { of: one.of, position: 0 },
  theirs: { of: other.of, position: 0 },
});
const pick = <T>(list: readonly T[], chance: () => number): T => {
  const found = list[Math.floor(chance() * list.length)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

describe('reports that may be about one person', () => {
  it('are told in no answer to somebody who is shut out of one, whoever does what in whatever order', async () => {
    const chance = createSeededRandom(33);
    const unit = await unitOf(on);
    const cases = await Promise.all(Array.from({ length: 5 }, () => carded(on)));
    const [first] = unit;
    for (const { caseId } of cases) await first?.call('case.consult', { caseId });
    for (const [place, one] of cases.entries()) {
      const next = cases[place + 1];
      on.clock.forward(5_000);
      if (next) await first?.call('case.confirmSamePerson', pairOf(one, next));
    }
    let shown = 0;
    let hidden = 0;
    const revisionOf = async (caseId: CaseId) => (await on.store().cases.read(caseId))?.value.revision ?? 0;
    for (let step = 0; step < 300; step += 1) {
      on.clock.forward(2_000);
      const [tab, one, other] = [pick(unit, chance), pick(cases, chance), pick(cases, chance)];
      const { caseId } = one;
      const change = { caseId, request: newRequestId(), revision: await revisionOf(caseId) };
      const person = pick(people, chance);
      const of = (await on.store().cases.read(caseId))?.value.cardWithdrawal?.of ?? one.of;
      const entry = { caseId, request: newRequestId(), person, words: why };
      const [name, body] = pick<readonly [Operation, object]>(
        [
          ['case.consult', { caseId }],
          ['case.consult', { caseId }],
          ['case.confirmSamePerson', pairOf(one, other)],
          ['case.askParting', { ...change, other: other.caseId, words }],
          ['case.part', { ...change, other: other.caseId, of }],
          ['case.refuseCardWithdrawal', { ...change, of }],
          ['case.personGroup', { caseId }],
          ['case.personGroup', { caseId }],
          ['case.personGroup', { caseId }],
          ['case.view', { caseId }],
          ['case.excludePerson', entry],
          ['case.readmitPerson', entry],
          ['case.readmitPerson', entry],
        ],
        chance,
      );
      const { text } = await tab.send(name, body);
      for (const its of cases) {
        // Who asks may have named it themselves.
        if (JSON.stringify(body).includes(its.caseId)) continue;
        const record = (await on.store().cases.read(its.caseId))?.value;
        if (text.includes(its.caseId)) shown += 1;
        if (record?.excluded.includes(toPersonId(tab.objectId)) !== true) continue;
        hidden += 1;
        expect(text).not.toContain(its.caseId);
        expect(text).not.toContain(JSON.stringify(record.subjectCard?.sealed));
      }
    }
    expect(shown).toBeGreaterThan(10);
    expect(hidden).toBeGreaterThan(50);
  });

  it('wait for a second person in the list of everybody else, as a card that is to be withdrawn does', async () => {
    const [one, two] = await unitOf(on);
    if (one === undefined || two === undefined) throw new Error('there are no handlers');
    const [mine, theirs] = [await carded(on), await carded(on)];
    const { caseId } = mine;
    for (const its of [mine, theirs]) await one.call('case.consult', { caseId: its.caseId });
    await one.call('case.confirmSamePerson', pairOf(mine, theirs));
    const { case: shown } = await one.call('case.askParting', {
      caseId,
      other: theirs.caseId,
      words,
      request: newRequestId(),
      revision: (await on.store().cases.read(caseId))?.value.revision ?? 0,
    });
    const waits = async (tab: TabClient) =>
      (await tab.call('cases.list', { filter: { attention: 'second' } })).rows.some(
        ({ figures }) => figures.caseId === caseId,
      );
    on.clock.forward(5_000);
    expect([await waits(one), await waits(two)]).toEqual([false, true]);
    expect(shown.record.samePerson).toEqual([theirs.caseId]);
    const places = { mine: { of: mine.of, position: 0 }, theirs: { of: theirs.of, position: 0 } };
    expect(shown.record.confirmed).toMatchObject([{ other: theirs.caseId, ...places }]);
  });

  it('leave a case to be opened if the history of another of its group cannot be read', async () => {
    const [one] = await unitOf(on);
    if (one === undefined) throw new Error('there is no handler');
    const [mine, theirs] = [await carded(on), await carded(on)];
    for (const { caseId } of [mine, theirs]) await one.call('case.consult', { caseId });
    await one.call('case.confirmSamePerson', pairOf(mine, theirs));
    const database = new DatabaseSync(join(on.folder, 'candour.db'));
    database.prepare(`UPDATE events SET record = json_remove(record, '$.at') WHERE case_id = ?`).run(theirs.caseId);
    database.close();
    on.clock.forward(5_000);
    const { record } = await one.call('case.view', { caseId: mine.caseId });
    expect([record.samePerson, record.confirmed]).toEqual([[theirs.caseId], []]);
    await one.call('case.consult', { caseId: mine.caseId });
  });

  it('take no junk in place of a card’s digest, a place on it, or sealed words', async () => {
    const [one] = await unitOf(on);
    if (one === undefined) throw new Error('there is no handler');
    const [mine, theirs] = [await carded(on), await carded(on)];
    const asked = pairOf(mine, theirs);
    for (const person of [
      { of: 'Jones', position: 0 },
      { of: mine.of, position: 5 },
      { of: mine.of, position: -1 },
      { of: mine.of, position: 0.5 },
      { of: mine.of, position: 0, name: 'Jones' },
      {},
    ]) {
      on.clock.forward(2_000);
      expect((await one.send('case.confirmSamePerson', { ...asked, mine: person })).status).toBe(400);
    }
    const clear = { caseId: mine.caseId, other: theirs.caseId, request: newRequestId(), revision: 0 };
    const bare = { ...clear, words: { for: 'handlers', sealed: btoa('It is not him') } };
    expect((await one.send('case.askParting', bare)).status).toBe(400);
    expect((await on.store().history.readAll(mine.caseId)).map(({ kind }) => kind)).not.toContain('samePerson');
  });

  it('are neither offered nor answered while the force has not switched them on', async () => {
    const [one] = await unitOf(off);
    if (one === undefined) throw new Error('there is no handler');
    const [mine, theirs] = [await carded(off), await carded(off)];
    for (const { caseId } of [mine, theirs]) await one.call('case.consult', { caseId });
    off.clock.forward(60_000);
    expect(await one.call('me', {})).not.toHaveProperty('personGroups');
    const { caseId } = mine;
    const change = { caseId, other: theirs.caseId, request: newRequestId(), revision: 0 };
    const refused = { status: 403, text: '{"code":"refused"}' };
    expect(await one.send('case.confirmSamePerson', pairOf(mine, theirs))).toMatchObject(refused);
    expect(await one.send('case.personGroup', { caseId })).toMatchObject(refused);
    expect(await one.send('case.askParting', { ...change, words })).toMatchObject(refused);
    expect(await one.send('case.part', { ...change, of: mine.of })).toMatchObject(refused);
    expect((await one.call('case.view', { caseId })).record).not.toHaveProperty('samePerson');
  });
});
