import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { deriveCaseCredential } from '../../core/reporting/submit-report.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { createPageSealer } from '../../tab/report/page-sealer.ts';
import { translate } from '../../words/cards/translate.ts';
import { submitRequest } from '../support/access/report-bodies.ts';
import { newReturnCode } from '../support/core/open-core.ts';
import { createCall, type CardClient, createPageClient } from '../support/journeys/page-client.ts';
import { answerCard, newReporter, sendShortReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import {
  createInvitation,
  sendPartnerRequest as sendAsPartner,
  startWithPartners,
  registerPasskey,
} from '../support/partners/partner-client.ts';

const { reserve, secondReserve } = developmentPeople;
const iopc = '0300 020 0096';
const staffed = { IOPC_CONTACT: iopc, ROLE_RESERVE: `${reserve} ${secondReserve}` };
const shortOf = [
  ['nobody', { IOPC_CONTACT: iopc, ROLE_RESERVE: '' }],
  ['one person', { IOPC_CONTACT: iopc, ROLE_RESERVE: reserve }],
] as const;
const dayMs = 24 * 60 * 60_000;

let bot: RunningBot;
afterEach(() => bot.stop());

const person = () => ({ objectId: randomUUID(), name: 'Somebody' });
const cases = async () => (await bot.store().ledger.page(undefined, 50)).length;
/** The card says that this cannot be taken, and where else to turn; it does not say that something may be saved. */
function expectLedOutside({ text }: ReturnType<CardClient['card']>, language: Language): void {
  expect(text).toContain(translate(language, 'problem.noReserve'));
  expect(text).toContain(bot.settings.contacts.crimestoppers);
  expect(text).toContain(iopc);
  for (const untrue of ['problem.notSaved', 'problem.nothingSaved'] as const)
    expect(text).not.toContain(translate(language, untrue));
}

describe.each(shortOf)('a server with %s on the list of the reserve', (_who, environment) => {
  it.each(languages)('starts, and says in %s beside the choice and after it where else to turn', async (language) => {
    bot = await startBot({ entryPoint: 'dialog', environment });
    const { teams, report } = await newReporter(bot);
    const atPage = createPageClient(bot.tab(person()), language);
    await teams.press('report');
    if (language === 'cy') await teams.press('language');
    await atPage.press('report');
    for (const door of [teams, atPage]) {
      await goToStep(door, { ...report, mode: 'notKept' }, 'account');
      const beside = door.card().text;
      expect(beside).toContain(translate(language, 'question.conflictShort'));
      expect(beside).toContain(iopc);
      for (const conflict of ['yes', 'chief', 'unsure']) {
        answerCard(door, { ...report, conflict });
        await door.press('next');
        expect(currentStep(door.card())).toBe('account');
        expectLedOutside(door.card(), language);
        expect(door.filled('what')).toBe(report.what);
        expect(door.filled('conflict')).toBe(conflict);
      }
      answerCard(door, { ...report, conflict: 'no' });
      await door.press('next');
      expect(currentStep(door.card())).toBe('limits');
    }
    expect(await cases()).toBe(0);
  });

  it('keeps nothing that a script sends for the reserve, at the staff’s door and at the partners’', async () => {
    bot = await startWithPartners({ environment });
    const { mailbox } = await deriveCaseCredential(createPageSealer(bot.settings.recipients), newReturnCode());
    const body = { ...submitRequest(bot.clock.now(), mailbox), handledBy: 'reserve' };
    const tab = bot.tab(person());
    const said = await tab.send('report.submit', body);
    expect({ status: said.status, body: JSON.parse(said.text) }).toEqual({ status: 503, body: { code: 'noReserve' } });
    const { session } = await registerPasskey(bot, (await createInvitation(bot)).token);
    const ofPartner = await sendAsPartner(bot, 'report.submit', { ...body, route: 'hub' }, session.token);
    expect(JSON.parse(ofPartner.text)).toEqual({ code: 'noReserve' });
    expect(await cases()).toBe(0);
    expect(bot.log.filter((line) => /notSaved|tabFailed|partnerFailed/u.test(line))).toEqual([]);
  });

  it('tells the admins once a day, and the log, until there are two', async () => {
    bot = await startBot({ entryPoint: 'dialog', environment });
    const told = () =>
      bot.connector.posts.filter(({ activity }) =>
        JSON.stringify(activity).includes(translate('en', 'target.shortHeading')),
      );
    await bot.run('unseenCases');
    await bot.run('unseenCases');
    expect(told()).toHaveLength(1);
    expect(told()[0]?.conversationId).toContain(channels.admins);
    expect(JSON.stringify(told())).toContain(translate('en', 'target.shortReserve'));
    expect(JSON.stringify(told())).not.toContain(translate('en', 'target.shortCustodian'));
    expect(bot.log.filter((line) => line.includes('"rolesShort"'))).not.toEqual([]);
    bot.clock.forward(dayMs);
    await bot.run('unseenCases');
    expect(told()).toHaveLength(2);
    await bot.restart({ ROLE_RESERVE: staffed.ROLE_RESERVE });
    bot.clock.forward(dayMs);
    await bot.run('unseenCases');
    expect(told()).toHaveLength(2);
  });
});

describe('somebody who began before the reserve grew short', () => {
  it.each(languages)('loses nothing of a card in flight, in %s, and is sent nowhere in doubt', async (language) => {
    bot = await startBot({ entryPoint: 'dialog', environment: staffed });
    const { teams, report } = await newReporter(bot);
    await teams.press('report');
    if (language === 'cy') await teams.press('language');
    await goToStep(teams, { ...report, mode: 'notKept', conflict: 'yes' }, 'code');
    await bot.restart({ ROLE_RESERVE: reserve });
    await teams.press('send');
    expectLedOutside(teams.card(), language);
    expect(currentStep(teams.card())).toBe('account');
    expect(teams.filled('what')).toBe(report.what);
    expect(await cases()).toBe(0);
    // It goes to the unit if they say so, and as it stands once there are two again.
    await bot.restart(staffed);
    await teams.press('next');
    await goToStep(teams, { ...report, mode: 'notKept', conflict: 'yes' }, 'review');
    await teams.press('send');
    expect((await readSavedCase(bot, teams.card())).record.handledBy).toBe('reserve');
  });

  it('is told the same by a page that was opened before', async () => {
    bot = await startBot({ entryPoint: 'dialog', environment: staffed });
    const who = person();
    const { report } = await newReporter(bot);
    // The page asks whatever server there is by then.
    const page = createPageClient(bot.tab(who), 'en', (operation, body) => createCall(bot.tab(who))(operation, body));
    await page.press('report');
    await goToStep(page, { ...report, mode: 'notKept', conflict: 'unsure' }, 'code');
    await bot.restart({ ROLE_RESERVE: '' });
    await page.press('send');
    expectLedOutside(page.card(), 'en');
    expect(page.filled('what')).toBe(report.what);
    expect(await cases()).toBe(0);
  });

  it('finds a report that was saved, and can add to it; what may concern the unit is not taken apart from one of the unit’s', async () => {
    bot = await startBot({ entryPoint: 'dialog', environment: staffed });
    const [ofReserve, ofUnit] = [await newReporter(bot), await newReporter(bot)];
    const codes: string[] = [];
    for (const [{ teams, report }, conflict] of [
      [ofReserve, 'yes'],
      [ofUnit, 'no'],
    ] as const) {
      await teams.press('report');
      await goToStep(teams, { ...report, mode: 'notKept', conflict }, 'code');
      codes.push(parseCardCode(teams.card()));
      await teams.press('send');
      await readSavedCase(bot, teams.card());
    }
    await bot.restart({ ROLE_RESERVE: reserve });
    const add = async ({ teams }: typeof ofReserve, code: string) => {
      await teams.press('done');
      await teams.press('comeBack');
      teams.fill('code', code);
      await teams.press('next');
      expect(teams.card().text).toContain('already with');
      teams.fill('addition', 'It is one of the unit.');
      teams.fill('marks', 'unit');
      await teams.press('add');
    };
    await add(ofReserve, codes[0] ?? '');
    expect(ofReserve.teams.card().text).toContain(translate('en', 'comeBack.addedHeading'));
    await add(ofUnit, codes[1] ?? '');
    expectLedOutside(ofUnit.teams.card(), 'en');
    expect(ofUnit.teams.filled('addition')).toBe('It is one of the unit.');
    expect(ofUnit.teams.filled('marks')).toBe('unit');
    expect(await cases()).toBe(2);
  });
});

describe('a server without the keys and the channel of the reserve', () => {
  it('starts, takes reports for the unit, and keeps what is added to one of the reserve’s in the person’s hands', async () => {
    bot = await startBot({ entryPoint: 'dialog', environment: staffed });
    const [ofReserve, other] = [await newReporter(bot), await newReporter(bot)];
    await ofReserve.teams.press('report');
    await goToStep(ofReserve.teams, { ...ofReserve.report, mode: 'notKept', conflict: 'yes' }, 'code');
    const code = parseCardCode(ofReserve.teams.card());
    await ofReserve.teams.press('send');
    await readSavedCase(bot, ofReserve.teams.card());
    const { acu } = bot.settings.recipients;
    const without = {
      RECIPIENTS_RESERVE: '',
      RECIPIENTS_CUSTODIANS: '',
      ALERT_TARGET_RESERVE: '',
      ROLE_CUSTODIANS: '',
    };
    await bot.restart({ RECIPIENTS_ACU: acu.join(' '), ...without, ROLE_RESERVE: '' });
    expect(bot.settings.casework.shortRoles).toEqual(['reserve', 'custodian']);
    await sendShortReport(other, { ...other.report, mode: 'notKept', conflict: 'no' });
    expect((await readSavedCase(bot, other.teams.card())).record.handledBy).toBe('acu');
    await ofReserve.teams.press('done');
    await ofReserve.teams.press('comeBack');
    ofReserve.teams.fill('code', code);
    await ofReserve.teams.press('next');
    ofReserve.teams.fill('addition', 'It happened again.');
    await ofReserve.teams.press('add');
    expectLedOutside(ofReserve.teams.card(), 'en');
    expect(ofReserve.teams.filled('addition')).toBe('It happened again.');
  });
});

describe('two on the list of the reserve', () => {
  it('take what may concern the unit, and nothing is said of ways outside beside the choice', async () => {
    bot = await startBot({ entryPoint: 'dialog', environment: staffed });
    const { teams, report } = await newReporter(bot);
    await teams.press('report');
    await goToStep(teams, { ...report, mode: 'notKept' }, 'account');
    expect(teams.card().text).not.toContain(translate('en', 'question.conflictShort'));
    const other = await newReporter(bot);
    await sendShortReport(other, { ...other.report, mode: 'notKept', conflict: 'chief' });
    expect((await readSavedCase(bot, other.teams.card())).record.handledBy).toBe('reserve');
    expect(bot.log.filter((line) => line.includes('"rolesShort"'))).toEqual([]);
  });
});
