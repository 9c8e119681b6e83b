import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createTombstone } from '../../core/casework/erasure.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { keyGenerationId } from '../../core/model/public-keys.ts';
import { sealSubjectCard } from '../../crypto/subject-card-encryption.ts';
import { deriveCardKeys } from '../../tab/subjects/subject-card-crypto.ts';
import { compareEncryptedSubjectCards } from '../../tab/subjects/compare-encrypted-subject-cards.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { type Operation, operations } from '../../contract/operations.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import { tabRows } from '../support/access/tab-table.ts';
import { createCase, createAlert, firstEvent, today } from '../support/contracts/records.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSubjectCard, createSubject } from '../support/subjects/subject-cards.ts';
import { createSeededRandom } from '../support/subjects/generated-people.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { createSealedCard } from '../support/subjects/sealed-cards.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const handlers = [randomUUID(), randomUUID(), randomUUID()];
const bot = setUpSharedBot({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS: handlers.join(','), PERSON_GROUPS: 'yes' },
});
let unit: readonly TabClient[];
let reserve: TabClient;
let custodian: TabClient;
beforeAll(async () => {
  unit = handlers.map((objectId) => bot.tab({ objectId }));
  reserve = bot.tab({ objectId: randomUUID(), roles: ['reserve'] });
  custodian = bot.tab({ objectId: randomUUID(), roles: ['custodian'] });
  for (const tab of [...unit, reserve, custodian]) await tab.call('me', {});
});

const words = { for: 'handlers', sealed: createSealText('sealed in the page') } as const;
const why = { ...words, for: 'oversight' } as const;

/** A case with a card that nobody else's is like. */
async function carded(handledBy: 'acu' | 'reserve' = 'acu'): Promise<{ caseId: CaseId; sealed: string }> {
  const card = {
    ...createSealedCard(1, keyGeneration(bot, handledBy === 'acu' ? 'handler' : 'reserve')),
    by: toPersonId('them'),
  };
  const record = createCase({ tenantId, handledBy, subjectCard: card });
  const events = [firstEvent(record.caseId)];
  await bot.store().cases.create(record, createAlert(record.caseId, { handledBy }), events);
  return { caseId: record.caseId, sealed: card.sealed };
}

/** Everything that is asked of cases, one or many. */
const ofCases = Object.keys(operations)
  .filter((name): name is Operation => Object.hasOwn(operations, name))
  .filter((name) => /^(?:cases?|identity|oversight|subjects)\./u.test(name));

const pick = <T>(list: readonly T[], chance: () => number): T => {
  const found = list[Math.floor(chance() * list.length)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

describe('the cards of whom reports are about', () => {
  it('stay handed out when a colleague writes junk over them, until their case is erased, with a count of the cases', async () => {
    const { caseId, sealed } = await carded();
    const read = async () => (await bot.store().cases.read(caseId))?.value;
    const junk = createSealedCard(2, keyGeneration(bot, 'handler'));
    const [, colleague] = unit;
    const keep = async (card: typeof junk, replaces: string) => ({
      caseId,
      request: newRequestId(),
      revision: (await read())?.revision ?? 0,
      card,
      replaces,
    });
    await colleague?.call('case.keepSubjects', await keep(junk, digestOfSeal(sealed)));
    const handed = async () => {
      const { cards, former, cases } = (await unit[0]?.call('subjects.cards', {})) ?? { cards: [], former: [] };
      const seals = [...cards, ...(former ?? [])].filter((one) => one.caseId === caseId).map(({ card }) => card.sealed);
      return { seals, cases };
    };
    expect((await handed()).seals).toEqual([junk.sealed, sealed]);
    const { cases } = await handed();
    await bot
      .store()
      .cases.create(
        ...((record) => [record, createAlert(record.caseId), [firstEvent(record.caseId)]] as const)(
          createCase({ tenantId }),
        ),
      );
    expect((await handed()).cases).toBe((cases ?? 0) + 1);
    // An old version is refused, and takes nothing away.
    const again = await colleague?.send('case.keepSubjects', await keep(junk, digestOfSeal(sealed)));
    expect(again?.status).toBe(409);
    await bot.store().cases.change({
      case: {
        value: createTombstone((await read()) ?? createCase(), today),
        version: (await bot.store().cases.read(caseId))?.version ?? '',
      },
      events: [],
    });
    expect((await handed()).seals).toEqual([]);
    expect(JSON.stringify(await read())).not.toContain(sealed);
  });

  it('are in no answer to somebody who is shut out of the case, whoever does what in whatever order', async () => {
    const chance = createSeededRandom(11);
    const cases = await Promise.all([...Array.from({ length: 7 }, () => carded()), carded('reserve')]);
    const everybody = [...unit, reserve, custodian];
    const entry = (caseId: CaseId) => ({ caseId, request: newRequestId() });
    let shutOut = 0;
    const tried = new Set<Operation>();
    for (let step = 0; step < 400; step += 1) {
      bot.clock.forward(2_000);
      const [tab, { caseId }, { caseId: other }] = [pick(everybody, chance), pick(cases, chance), pick(cases, chance)];
      const person = pick(handlers, chance);
      const standing = await bot.store().cases.read(caseId);
      const any = pick(ofCases, chance);
      const body = tabRows[any].body({
        caseId,
        other,
        revision: standing?.value.revision ?? 0,
        today: bot.clock.now(),
        objectId: tab.objectId,
        role: undefined,
        recipient: '',
        generation: keyGeneration(bot, tab === reserve ? 'reserve' : 'handler'),
      });
      const asked = pick<readonly [Operation, object]>(
        [
          [any, body],
          [any, body],
          [any, body],
          [any, body],
          ['subjects.cards', {}],
          ['subjects.cards', { after: other }],
          ['subjects.cards', { handledBy: 'acu' }],
          ['cases.list', { filter: {} }],
          ['cases.find', { text: caseId }],
          ['case.view', { caseId }],
          ['case.consult', { caseId }],
          ['case.link', { ...entry(caseId), other }],
          ['case.notSame', { ...entry(caseId), other, revised: false, words }],
          ['case.excludePerson', { ...entry(caseId), person, words: why }],
          ['case.declareConflict', entry(caseId)],
          ['case.readmitPerson', { ...entry(caseId), person, words: why }],
        ],
        chance,
      );
      const { text } = await tab.send(asked[0], asked[1]);
      tried.add(asked[0]);
      for (const one of cases) {
        const record = (await bot.store().cases.read(one.caseId))?.value;
        if (record === undefined) throw new Error('the case is gone');
        const handles = record.handledBy === 'reserve' ? tab === reserve : unit.includes(tab);
        if (handles && !record.excluded.includes(toPersonId(tab.objectId))) continue;
        if (handles) shutOut += 1;
        // The card of now, which somebody may have kept meanwhile, and the one of before.
        const held = [one.sealed, record.subjectCard?.sealed].filter((card) => card && text.includes(card));
        expect({ asked: asked[0], held }).toEqual({ asked: asked[0], held: [] });
      }
    }
    expect(tried.size).toBeGreaterThan(ofCases.length / 2);
    expect(shutOut).toBeGreaterThan(50);
  });

  it('go to those who handle such cases alone, each with their own', async () => {
    const [ours, theirs] = [await carded(), await carded('reserve')];
    bot.clock.forward(60_000);
    const [one] = unit;
    if (one === undefined) throw new Error('there is no handler');
    const mine = (await one.call('subjects.cards', {})).cards.map(({ caseId }) => caseId);
    expect([mine.includes(ours.caseId), mine.includes(theirs.caseId)]).toEqual([true, false]);
    const reserved = await reserve.call('subjects.cards', {});
    expect(reserved).toMatchObject({ handledBy: 'reserve', tenantId });
    expect(reserved.cards.map(({ caseId }) => caseId)).not.toContain(ours.caseId);
    expect(await one.refusal('subjects.cards', { handledBy: 'reserve' })).toEqual({ code: 'refused' });
    expect(await custodian.refusal('subjects.cards', {})).toEqual({ code: 'refused' });
  });

  it('are made, kept, handed out and compared without a name of theirs anywhere but in the page', async () => {
    const canary = newCanary();
    const [one, two] = unit;
    if (one === undefined || two === undefined) throw new Error('there are no handlers');
    const [identity = ''] = bot.identities.acu;
    const held = { group: 'acu', identity, recipient: recipientFromIdentitySync(identity) } as const;
    const keys = await deriveCardKeys([held], { tenantId, group: 'acu' });
    const generation = keyGenerationId(held.recipient);
    const key = keys.get(generation);
    if (key === undefined) throw new Error('the key is not there');
    const about = { numbers: ['4321'], surname: canary, forenames: canary };
    const kept: CaseId[] = [];
    for (const tab of [one, two]) {
      bot.clock.forward(60_000);
      const record = createCase({ tenantId });
      const { caseId } = record;
      await bot.store().cases.create(record, createAlert(caseId), [firstEvent(caseId)]);
      const place = { tenantId, caseId, version: 1, by: toPersonId(tab.objectId), generation };
      const sealed = await sealSubjectCard(key, createSubjectCard(about), place);
      const card = { sealed, version: 1, generation };
      const keep = { caseId, revision: 0, request: newRequestId(), card };
      expect(await tab.call('case.keepSubjects', keep)).toMatchObject({
        isNew: true,
        case: { record: { subjectCard: { version: 1, digest: digestOfSeal(sealed), by: tab.objectId } } },
      });
      kept.push(caseId);
    }
    const [mine, other] = kept;
    const { cards } = await one.call('subjects.cards', {});
    const compared = await compareEncryptedSubjectCards({
      former: [],
      mine: { caseId: mine ?? '', subjects: [createSubject(about)], version: 1 },
      cards,
      tenantId,
      keys,
      newestSeenVersions: new Map(),
    });
    expect(compared.found.map(({ match }) => match)).toMatchObject([{ caseId: other, strength: 'strong' }]);
    for (const tab of unit) assertAbsent('an answer', tab.answers.join('\n'), [canary]);
    assertAbsent('the log', bot.log.join('\n'), [canary]);
    assertAbsentOnDisk(bot.folder, [canary]);
  });

  it('are refused where they are not the next version, or under an earlier key', async () => {
    const [one] = unit;
    const { caseId } = await carded();
    if (one === undefined) throw new Error('there is no handler');
    bot.clock.forward(60_000);
    const ask = (card: ReturnType<typeof createSealedCard>) => ({ caseId, revision: 0, request: newRequestId(), card });
    const generation = keyGeneration(bot, 'handler');
    expect(await one.refusal('case.keepSubjects', ask(createSealedCard(1, generation)))).toEqual({
      code: 'notAllowed',
      why: 'olderCard',
    });
    expect(await one.refusal('case.keepSubjects', ask(createSealedCard(2, 'ffffffffffffffff')))).toEqual({
      code: 'notAllowed',
      why: 'olderKey',
    });
    const short = { ...createSealedCard(2, generation), sealed: 'c2hvcnQ=' };
    expect(await one.refusal('case.keepSubjects', ask(short))).toEqual({ code: 'odd' });
  });
});
