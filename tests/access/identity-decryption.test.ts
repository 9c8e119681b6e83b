import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../core/model/case-id.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { languages } from '../../core/model/language.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { translate } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import type { TeamsClient } from '../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const words = { for: 'custodians', sealed: createSealText('a reason') } as const;
const notAllowed = (why: string) => ({ code: 'notAllowed', why });

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { ALERT_TIMING: 'atOnce' } });
let handler: TabClient;
let reserve: TabClient;
let custodian: TabClient;
beforeAll(async () => {
  handler = bot.tab({ objectId: developmentPeople.handler, name: 'A handler' });
  reserve = bot.tab({ objectId: developmentPeople.reserve, name: 'One of the reserve' });
  custodian = bot.tab({ objectId: developmentPeople.custodian, name: 'A custodian' });
  for (const tab of [handler, reserve, custodian]) await tab.call('me', {});
});

interface Reported {
  readonly teams: TeamsClient;
  readonly code: string;
  readonly caseId: CaseId;
}

async function reported(conflict: 'no' | 'yes'): Promise<Reported> {
  bot.clock.forward(60_000);
  const { teams, report } = await newReporter(bot);
  await sendFullReport({ teams }, { ...report, conflict, mode: 'confidential' });
  const { record } = await readSavedCase(bot, teams.card());
  return { teams, code: parseCardCode(teams.card()), caseId: record.caseId };
}
const entry = (caseId: CaseId) => ({ caseId, request: newRequestId(), words });
async function comeBack({ teams, code }: Reported): Promise<string> {
  await teams.press('done');
  await teams.press('comeBack');
  teams.fill('code', code);
  await teams.press('next');
  return teams.card().text;
}
/** Has an identity opened for a request, withheld from the reporter or not; the reason of the request comes back. */
async function openedForRequest(caseId: CaseId, by: TabClient, more: { readonly withheld?: true } = {}): Promise<void> {
  await by.call('case.askIdentity', { ...entry(caseId), ...more });
  const { request } = await custodian.call('identity.consider', { caseId, request: newRequestId() });
  await custodian.call('identity.open', { ...entry(caseId), of: request.reason });
}
const day = () => bot.clock.now().toISOString().slice(0, 10);
const openingsIn = async (caseId: CaseId) =>
  (await bot.store().history.readAll(caseId)).filter(({ kind }) => kind === 'identityOpened');
const postsOfReserve = () =>
  bot.connector.posts.filter(({ activity }) => JSON.stringify(activity).includes(translate('en', 'alert.oversight')))
    .length;

describe.each([
  ['of the unit', 'no'],
  ['of the reserve', 'yes'],
] as const)('a confidential identity in a case %s, if the force has set nothing', (_, conflict) => {
  it('is handed to no custodian who was not asked, whatever they write', async () => {
    const { caseId } = await reported(conflict);
    expect(await custodian.refusal('identity.open', entry(caseId))).toEqual(notAllowed('needsRequest'));
    for (const because of ['', 'other', 'lifeAtRisk ']) {
      expect((await custodian.send('identity.open', { ...entry(caseId), because })).status).toBe(400);
    }
    await custodian.call('identity.ask', entry(caseId));
    const { request } = await custodian.call('identity.consider', { caseId, request: newRequestId() });
    const own = { ...entry(caseId), of: request.reason };
    expect(await custodian.refusal('identity.open', own)).toEqual(notAllowed('needsCustodian'));
    expect(
      await custodian.refusal('identity.share', { ...entry(caseId), words: { ...words, for: 'handlers' } }),
    ).toEqual(notAllowed('state'));
    expect(await openingsIn(caseId)).toEqual([]);
  });

  it('opens for a life at risk by one custodian, and the reserve is told at once', async () => {
    const { caseId } = await reported(conflict);
    const before = postsOfReserve();
    await custodian.call('identity.open', { ...entry(caseId), because: 'lifeAtRisk' });
    await waitFor('the reserve is told', () => postsOfReserve() > before || undefined);
    const [opening] = await openingsIn(caseId);
    expect(opening?.detail).toEqual({ because: 'lifeAtRisk', told: true });
    if (conflict === 'no') {
      const { entries } = await reserve.call('oversight.overseeCase', { caseId });
      expect(entries).toEqual([expect.objectContaining({ kind: 'identityOpened', detail: { because: 'lifeAtRisk' } })]);
    } else {
      const { events } = await reserve.call('case.view', { caseId });
      expect(events.findLast(({ kind }) => kind === 'identityOpened')).toMatchObject({
        detail: { because: 'lifeAtRisk', told: true },
      });
    }
    // What was opened for a life can be shared without waiting for a request.
    await custodian.call('identity.share', { ...entry(caseId), words: { ...words, for: 'handlers' } });
  });

  it('has the reserve and the one whom the case is with told of each opening for a request', async () => {
    const { caseId } = await reported(conflict);
    const unit = conflict === 'no' ? handler : reserve;
    const { record } = await unit.call('case.view', { caseId });
    await unit.call('case.assign', {
      caseId,
      request: newRequestId(),
      revision: record.revision,
      to: toPersonId(unit.objectId),
    });
    const before = postsOfReserve();
    const sentBefore = bot.log.filter((line) => line.includes('"lineSent"')).length;
    await openedForRequest(caseId, unit);
    await waitFor('the reserve is told', () => postsOfReserve() > before || undefined);
    await bot.run('waitingLines');
    const lines = bot.log.filter((line) => line.includes('"lineSent"')).length;
    expect(lines).toBeGreaterThan(sentBefore);
  });

  it.each(languages)(
    'is told in %s to the person who reported, with the day, when they come back',
    async (language) => {
      const mine = await reported(conflict);
      const told = (on: string) => translate(language, 'comeBack.identityOpened', { day: formatDay(language, on) });
      await openedForRequest(mine.caseId, conflict === 'no' ? handler : reserve);
      let text = await comeBack(mine);
      if (language === 'cy') {
        await mine.teams.press('language');
        text = mine.teams.card().text;
      }
      expect(text).toContain(told(day()));
    },
  );

  it('is kept from the person who reported only if the one who asked decided so and another opened it', async () => {
    const mine = await reported(conflict);
    const { caseId } = mine;
    const unit = conflict === 'no' ? handler : reserve;
    // A custodian who acts alone cannot withhold it.
    const alone = { ...entry(caseId), because: 'lifeAtRisk', withheld: true };
    expect((await custodian.send('identity.open', alone)).status).toBe(400);
    await openedForRequest(caseId, unit, { withheld: true });
    const history = await bot.store().history.readAll(caseId);
    expect(history.find(({ kind }) => kind === 'identityAsked')).toMatchObject({
      by: { objectId: unit.objectId },
      detail: { withheld: true },
    });
    expect((await openingsIn(caseId))[0]?.detail).toMatchObject({ withheld: true, told: true });
    const seen =
      conflict === 'no'
        ? (await reserve.call('oversight.overseeCase', { caseId })).entries
        : (await reserve.call('case.view', { caseId })).events;
    expect(seen.find(({ kind }) => kind === 'identityOpened')).toMatchObject({ detail: { withheld: true } });
    const beginning = translate('en', 'comeBack.identityOpened', { day: '' }).slice(0, 40);
    expect(await comeBack(mine)).not.toContain(beginning);
    // Another opening that nobody withheld is told, with its own day.
    await custodian.call('identity.open', { ...entry(caseId), because: 'lifeAtRisk' });
    expect(await comeBack(mine)).toContain(beginning);
  });
});

describe('a force that allows no exception', () => {
  it('has no identity opened without a request, not even for a life at risk', async () => {
    const { caseId } = await reported('no');
    await bot.restart({ IDENTITY_WITHOUT_REQUEST: 'no' });
    const forLife = { ...entry(caseId), because: 'lifeAtRisk' } as const;
    expect(await custodian.refusal('identity.open', forLife)).toEqual(notAllowed('needsRequest'));
    expect(await openingsIn(caseId)).toEqual([]);
  });
});
