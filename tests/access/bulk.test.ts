import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { appendEvent, emptyChain } from '../../core/model/event-record.ts';
import { verifyCase } from '../../core/casework/integrity-verification.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { createCase, createAlert } from '../support/contracts/records.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const [leaverId, headId, newId, reserveId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
/** Someone who handles cases, and is not about to leave. */
const colleagueId = randomUUID();

const bot = setUpSharedBot(() => ({
  entryPoint: 'dialog',
  environment: {
    ROLE_HANDLERS: [headId, newId, colleagueId].join(','),
    ROLE_RESERVE: `${reserveId} ${randomUUID()}`,
  },
  wrapParts: ({ store, seal }) => ({
    seal,
    store: {
      ...store,
      cases: {
        ...store.cases,
        change: async (change) => {
          if (change.case.value.caseId === fails) throw new StoreError('unavailable');
          return store.cases.change(change);
        },
      },
    },
  }),
}));
let head: TabClient;
let fails: string | undefined;
beforeAll(async () => {
  head = bot.tab({ objectId: headId, name: 'The head of unit' });
  for (const tab of [head, bot.tab({ objectId: colleagueId, name: 'A colleague' })]) await tab.call('me', {});
  // Someone who came while they were on the list, and is not on it any more.
  await bot.store().people.add({ objectId: toPersonId(leaverId), name: 'A leaver', roles: ['handler'], envelopes: [] });
});
beforeEach(() => {
  fails = undefined;
  bot.clock.forward(20_000);
});

/** A case as its first entry left it. */
async function saved(standing: Partial<CaseRecord> = {}): Promise<CaseRecord> {
  const sent = createCase({ tenantId, chain: emptyChain, assignee: toPersonId(leaverId), ...standing });
  const { record, event } = appendEvent(sent, { kind: 'received', by: 'system', at: sent.receivedOn });
  await bot.store().cases.create(record, createAlert(record.caseId, { handledBy: record.handledBy }), [event]);
  return record;
}
const saveMany = async (count: number, standing: Partial<CaseRecord> = {}) => {
  const all: CaseRecord[] = [];
  for (let made = 0; made < count; made += 1) all.push(await saved(standing));
  return all;
};
const given = ({ caseId }: Pick<CaseRecord, 'caseId'>, from: string = leaverId) => ({
  caseId,
  from,
  request: newRequestId(),
});
const historyOf = ({ caseId }: CaseRecord) => bot.store().history.readAll(caseId);
const standing = async ({ caseId }: CaseRecord) => (await bot.store().cases.read(caseId))?.value;
const outcomesOf = ({ outcomes }: { readonly outcomes: readonly { readonly outcome: string }[] }) =>
  outcomes.map(({ outcome }) => outcome);

describe('handing over a leaver’s cases', () => {
  it('gives each with an entry of its own, once, also where all of it is sent twice', async () => {
    const records = await saveMany(28);
    const asked = records.map((record) => given(record));
    for (let again = 0; again < 2; again += 1) {
      bot.clock.forward(20_000);
      for (let from = 0; from < asked.length; from += 10) {
        const cases = asked.slice(from, from + 10);
        const answer = await head.call('bulk.give', { cases, to: newId });
        expect(outcomesOf(answer)).toEqual(cases.map(() => (again === 0 ? 'done' : 'wasDone')));
      }
    }
    for (const record of records) {
      const now = await standing(record);
      const events = await historyOf(record);
      expect(now).toMatchObject({ assignee: newId });
      expect(events.map(({ kind }) => kind)).toEqual(['received', 'assigned']);
      expect(events[1]).toMatchObject({ by: { objectId: headId }, detail: { person: newId } });
      expect(now && verifyCase(now, events)).toBe('whole');
    }
    expect(new Set((await Promise.all(records.map(historyOf))).map(([, entry]) => entry?.request)).size).toBe(28);
  });

  it('takes no case from a colleague who still handles such cases, for a third person or for oneself', async () => {
    const record = await saved({ assignee: toPersonId(colleagueId) });
    for (const to of [newId, headId]) {
      bot.clock.forward(5_000);
      const answer = await head.call('bulk.give', { cases: [given(record, colleagueId)], to });
      expect(outcomesOf(answer)).toEqual(['reasonNeeded']);
    }
    expect(await historyOf(record)).toHaveLength(1);
    const own = await bot
      .tab({ objectId: colleagueId, name: 'A colleague' })
      .call('bulk.give', { cases: [given(record, colleagueId)], to: newId });
    expect(outcomesOf(own)).toEqual(['done']);
  });

  it('says of each what became of it, and a case that is not theirs looks like one that is not there', async () => {
    const open = await saved();
    const notTheirs = [
      await saved({ handledBy: 'reserve' }),
      await saved({ excluded: [toPersonId(headId)] }),
      await saved({ tenantId: 'another' }),
      createCase(),
    ];
    const took = await saved({ assignee: toPersonId(headId) });
    const shutOut = await saved({ excluded: [toPersonId(newId)] });
    const all = [open, ...notTheirs, took, shutOut];
    const answer = await head.call('bulk.give', { cases: all.map((record) => given(record)), to: newId });
    expect(answer.outcomes).toEqual([
      { caseId: open.caseId, outcome: 'done' },
      ...notTheirs.map(({ caseId }) => ({ caseId, outcome: 'refused' })),
      { caseId: took.caseId, outcome: 'moved' },
      { caseId: shutOut.caseId, outcome: 'notTo' },
    ]);
    for (const record of [...notTheirs.slice(0, 3), took, shutOut]) expect(await historyOf(record)).toHaveLength(1);
    expect(await standing(took)).toMatchObject({ assignee: headId });
  });

  it('goes on where the store did not answer for one: nothing is said to be done that is not', async () => {
    const records = await saveMany(4);
    const asked = { cases: records.map((record) => given(record)), to: newId };
    fails = records[2]?.caseId;
    expect(outcomesOf(await head.call('bulk.give', asked))).toEqual(['done', 'done', 'unsure', 'unsure']);
    fails = undefined;
    bot.clock.forward(20_000);
    expect(outcomesOf(await head.call('bulk.give', asked))).toEqual(['wasDone', 'wasDone', 'done', 'done']);
    for (const record of records) expect(await historyOf(record)).toHaveLength(2);
  });

  it('goes to nobody who does not handle such cases', async () => {
    const record = await saved();
    for (const to of [reserveId, randomUUID()]) {
      bot.clock.forward(5_000);
      expect(outcomesOf(await head.call('bulk.give', { cases: [given(record)], to }))).toEqual(['notTo']);
    }
    expect(await historyOf(record)).toHaveLength(1);
  });

  it('takes no more at once than fit, nor the same name for another case of somebody else', async () => {
    const records = await saveMany(11);
    const cases = records.map((record) => given(record));
    expect(await head.send('bulk.give', { cases, to: newId })).toMatchObject({ status: 400 });
    expect(await head.send('bulk.give', { cases: [], to: newId })).toMatchObject({ status: 400 });
    expect(await head.send('bulk.acknowledge', { cases: records.map(({ caseId }) => caseId) })).toMatchObject({
      status: 400,
    });
    for (const record of records) expect(await historyOf(record)).toHaveLength(1);
  });
});

describe('acknowledging several cases', () => {
  it('notes each once, and refuses those that are not theirs as those that are not there', async () => {
    const [one, two] = [await saved(), await saved()];
    const others = [
      await saved({ handledBy: 'reserve' }),
      await saved({ excluded: [toPersonId(headId)] }),
      createCase(),
    ];
    const cases = [one, ...others, two].map(({ caseId }) => caseId);
    const before = bot.log.length;
    const refused = others.map(() => 'refused');
    expect(outcomesOf(await head.call('bulk.acknowledge', { cases }))).toEqual(['done', ...refused, 'done']);
    bot.clock.forward(5_000);
    expect(outcomesOf(await head.call('bulk.acknowledge', { cases }))).toEqual(['wasDone', ...refused, 'wasDone']);
    for (const record of [one, two]) {
      expect(await standing(record)).toMatchObject({ status: 'acknowledged' });
      expect(await historyOf(record)).toHaveLength(2);
    }
    const refusals = bot.log.slice(before).filter((line) => line.includes('"operation":"bulk.acknowledge"'));
    expect(refusals.length).toBe(6);
    for (const { caseId } of [...others, one]) expect(refusals.join('')).not.toContain(caseId);
  });
});

describe('who has how many open cases', () => {
  it('is counted without the cases that somebody is shut out of', async () => {
    const before = await head.call('bulk.people', {});
    const openOf = ({ people }: typeof before, id: string) => people.find(({ objectId }) => objectId === id)?.open ?? 0;
    await saveMany(3);
    await saved({ excluded: [toPersonId(headId)] });
    await saved({ status: 'closed' });
    bot.clock.forward(5_000);
    const after = await head.call('bulk.people', {});
    expect(openOf(after, leaverId) - openOf(before, leaverId)).toBe(3);
    // Who has left is there as long as they have cases, and can be given none.
    expect(after.people.find(({ objectId }) => objectId === leaverId)).toMatchObject({
      name: 'A leaver',
      mayHave: false,
    });
    expect(after.people.find(({ objectId }) => objectId === colleagueId)).toMatchObject({
      name: 'A colleague',
      mayHave: true,
    });
    expect(after.people.map(({ objectId }) => objectId)).not.toContain(reserveId);
    expect(await head.send('bulk.people', { handledBy: 'reserve' })).toMatchObject({ status: 403 });
  });

  it('finds the open cases of one person, and none that the one who asks may not see', async () => {
    const hidden = await saved({ excluded: [toPersonId(headId)] });
    const { caseIds } = await head.call('bulk.casesWith', { person: leaverId });
    const { people } = await head.call('bulk.people', {});
    expect(caseIds).not.toContain(hidden.caseId);
    expect(caseIds).toHaveLength(people.find(({ objectId }) => objectId === leaverId)?.open ?? 0);
  });
});
