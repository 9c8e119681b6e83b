import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { auditCommand } from '../../cli/audit.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { maxOpeningsPerDay } from '../../core/model/max-openings.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { translate } from '../../words/cards/translate.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { saveCase } from '../support/journeys/save-case.ts';

const handlers = Array.from({ length: 12 }, () => randomUUID());
const reserveId = randomUUID();
const bot = setUpSharedBot(() => ({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS: handlers.join(','), ROLE_RESERVE: `${reserveId},${randomUUID()}` },
}));
let reserve: TabClient;
beforeAll(() => {
  reserve = bot.tab({ objectId: reserveId });
});

let used = 0;
/** A handler of whom nothing is counted yet. */
function freshHandler(): TabClient {
  const objectId = handlers[used] ?? '';
  used += 1;
  return bot.tab({ objectId, name: `Handler ${used}` });
}
const saved = async (differences: Partial<CaseRecord> = {}): Promise<CaseId> =>
  (await saveCase(bot, differences, { alert: { state: 'posted', dueAt: undefined } })).caseId;
const cases = (count: number, differences: Partial<CaseRecord> = {}) =>
  Promise.all(Array.from({ length: count }, () => saved(differences)));
async function open(tab: TabClient, caseIds: readonly CaseId[]): Promise<void> {
  for (const caseId of caseIds) {
    bot.clock.forward(1_000);
    await tab.call('case.consult', { caseId });
  }
}
const told = async () => (await reserve.call('oversight.list', {})).rows.map(({ caseId }) => caseId);
const toldOf = async (caseIds: readonly CaseId[]) => (await told()).filter((one) => caseIds.includes(one));

describe('someone who opens report after report', () => {
  it('has the reserve told once they opened as many that are not with them, and not before', async () => {
    const handler = freshHandler();
    const mine = await cases(5);
    const head = freshHandler();
    for (const caseId of mine) {
      bot.clock.forward(1_000);
      await head.call('bulk.give', { cases: [{ caseId, request: newRequestId() }], to: handler.objectId });
    }
    const others = await cases(maxOpeningsPerDay);
    // The cases that they were given are not counted, and no report is counted twice.
    await open(handler, [...mine, ...others.slice(1), ...others.slice(1)]);
    expect(await toldOf(others)).toEqual([]);
    const posts = () =>
      bot.connector.posts.filter(
        ({ conversationId, activity }) =>
          conversationId.split(';')[0] === channels.reserve &&
          JSON.stringify(activity).includes(translate('en', 'alert.oversight')),
      );
    const before = posts().length;
    await open(handler, others.slice(0, 1));
    expect(await toldOf(others)).toEqual(others.slice(0, 1));
    const [post] = await waitFor('the reserve is told', () => posts().slice(before)[0] && posts().slice(before));
    for (const telling of [...others, handler.objectId]) expect(JSON.stringify(post)).not.toContain(telling);
    const [caseId = others[0]] = others;
    const overseen = await reserve.call('oversight.overseeCase', { caseId: caseId ?? '' });
    expect(overseen.entries).toMatchObject([
      { kind: 'consulted', by: { objectId: toPersonId(handler.objectId) }, detail: { told: true } },
    ]);
  });

  it('is told of as well if they took all of them first, one by one or several at once', async () => {
    const handler = freshHandler();
    const taken = await cases(maxOpeningsPerDay);
    for (const [place, caseId] of taken.entries()) {
      bot.clock.forward(10_000);
      if (place % 2 === 0) {
        await handler.call('bulk.give', { cases: [{ caseId, request: newRequestId() }], to: handler.objectId });
      } else {
        const revision = (await bot.store().cases.read(caseId))?.value.revision ?? 0;
        await handler.call('case.assign', { caseId, request: newRequestId(), revision, to: handler.objectId });
      }
    }
    await open(handler, taken.slice(1));
    expect(await toldOf(taken)).toEqual([]);
    await open(handler, taken.slice(0, 1));
    expect(await toldOf(taken)).toEqual(taken.slice(0, 1));
  });

  it('is counted by all at once, and told of once for each so many', async () => {
    const handler = freshHandler();
    const others = await cases(2 * maxOpeningsPerDay + 3);
    for (let from = 0; from < others.length; from += 10) {
      bot.clock.forward(60_000);
      await Promise.all(others.slice(from, from + 10).map((caseId) => handler.call('case.consult', { caseId })));
    }
    expect(await toldOf(others)).toHaveLength(2);
  });

  it('counts for a day and no longer', async () => {
    const handler = freshHandler();
    const others = await cases(2 * maxOpeningsPerDay - 2);
    await open(handler, others.slice(0, maxOpeningsPerDay - 1));
    bot.clock.forward(86_400_000);
    await open(handler, others.slice(maxOpeningsPerDay - 1));
    expect(await toldOf(others)).toEqual([]);
  });

  it('is found by the audit, by person and day', async () => {
    const handler = freshHandler();
    const mine = await cases(3, { assignee: undefined });
    // To take a case is not to be given it.
    await handler.call('bulk.give', {
      cases: mine.slice(2).map((caseId) => ({ caseId, request: newRequestId() })),
      to: handler.objectId,
    });
    await open(handler, [...mine, ...mine.slice(0, 1)]);
    const lines: string[] = [];
    const deps = {
      ...bot.store(),
      clock: bot.clock.now,
      timeZone: 'Europe/London',
      printLine: (line: string) => void lines.push(line),
    };
    expect(await auditCommand(deps, ['by-person'])).toBe(0);
    const its = lines.filter((line) => line.startsWith(toPersonId(handler.objectId)));
    expect(its.join(' ')).toMatch(/: opened 4 times, 3 reports, 3 of them not assigned to this person\./u);
    for (const caseId of mine) expect(lines.join(' ')).not.toContain(caseId);
    expect(await auditCommand(deps, ['by-person', '--heads', 'x'])).toBe(2);
  });
});

describe('what a reporter added', () => {
  const isNew = async (tab: TabClient, caseId: CaseId): Promise<boolean | undefined> =>
    (await tab.call('cases.list', { filter: { attention: 'unread' }, order: 'newest' })).rows.some(
      ({ figures }) => figures.caseId === caseId,
    );
  const revision = async (caseId: CaseId) => (await bot.store().cases.read(caseId))?.value.revision ?? 0;
  const asked = async (caseId: CaseId) => ({ caseId, request: newRequestId(), revision: await revision(caseId) });

  it.each([
    ['a message', { unreadMessages: 1, toAcknowledge: true }],
    ['a message of before that was noted', { status: 'reopened' }],
  ] as const)('is new for all, whoever opened it, until it is answered or taken: %s', async (_what, differences) => {
    const [one, two] = [freshHandler(), freshHandler()];
    const caseId = await saved(differences);
    await open(one, [caseId]);
    expect([await isNew(one, caseId), await isNew(two, caseId)]).toEqual([true, true]);
    // To be given a case is not to have seen it; opening one's own is.
    await one.call('case.assign', { ...(await asked(caseId)), to: toPersonId(two.objectId) });
    expect(await isNew(two, caseId)).toBe(true);
    await open(one, [caseId]);
    expect(await isNew(two, caseId)).toBe(true);
    await open(two, [caseId]);
    expect([await isNew(one, caseId), await isNew(two, caseId)]).toEqual([false, false]);
  });

  it('is no longer new once somebody takes the case', async () => {
    const one = freshHandler();
    const caseId = await saved({ unreadMessages: 2 });
    await one.call('case.assign', { ...(await asked(caseId)), to: toPersonId(one.objectId) });
    expect(await isNew(one, caseId)).toBe(false);
  });
});
