import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deriveMessageKey } from '../../core/model/return-code-keys.ts';
import type { DetrimentMonths } from '../../core/model/base-schemas.ts';
import { toDay } from '../../core/model/calendar.ts';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { type Language, languages } from '../../core/model/language.ts';
import type { ClosingAnswer } from '../../core/model/case-terms.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { sealMessage } from '../../tab/crypto/seal-message.ts';
import { closingAnswerWords, detrimentQuestion } from '../../words/closing-messages.ts';
import { translate } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { assertNoLeak } from '../support/journeys/assert-no-leak.ts';
import { type CardClient, createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, type Reporter, goToStep } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, decryptSavedReport, readSavedCase, type SavedCase } from '../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';

const environment = { ALERT_TIMING: 'atOnce', MESSAGES_TO_REPORTERS: 'yes' };
const triage = () => ({
  category: 'other' as const,
  grading: { source: '2', assessment: 'C', handling: 'P' } as const,
  flags: [],
  regime: 'general' as const,
});
const dayMs = 86_400_000;
const reason = { for: 'handlers', sealed: createSealText('a reason') } as const;

describe.each([
  ['dialog', 'in Teams'],
  ['chat', 'in Teams'],
  ['dialog', 'on the page'],
] as const)('once their case is closed, beside the %s door, whoever reported %s', (entryPoint, where) => {
  let bot: RunningBot;
  let handler: TabClient;
  beforeAll(async () => {
    bot = await startBot({ entryPoint, environment });
    handler = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  });
  afterAll(() => bot.stop());
  const today = () => toDay(bot.clock.now(), 'Europe/London');

  interface Reported extends Reporter {
    readonly hand: CardClient;
    readonly code: string;
    readonly caseId: CaseId;
  }
  /** Somebody who has sent a report in a language, in a mode. */
  async function reported(language: Language, mode: 'named' | 'confidential' | 'notKept'): Promise<Reported> {
    const reporter = await newReporter(bot, newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
    const page = () => createPageClient(bot.tab({ objectId: randomUUID(), name: 'A reporter' }), language);
    const hand = where === 'in Teams' ? reporter.teams : page();
    await hand.press('report');
    await goToStep(hand, { ...reporter.report, mode }, 'code');
    await hand.press('send');
    const { record } = await readSavedCase(bot, hand.card());
    return { ...reporter, hand, code: parseCardCode(hand.card()), caseId: record.caseId };
  }
  const standing = (caseId: CaseId): Promise<SavedCase> => readSavedCase(bot, { text: formatCaseId(caseId) });
  const change = async (caseId: CaseId) => ({
    caseId,
    revision: (await standing(caseId)).record.revision,
    request: newRequestId(),
  });

  async function close(caseId: CaseId, answer: ClosingAnswer): Promise<void> {
    await handler.call('case.acknowledge', { caseId, request: newRequestId() });
    await handler.call('case.triage', { ...(await change(caseId)), ...triage() });
    await handler.call('case.decideReferral', { ...(await change(caseId)), decision: 'referred', words: reason });
    await handler.call('case.consult', { caseId });
    const closing = { outcome: 'misconduct', answer, words: reason } as const;
    await handler.call('case.close', { ...(await change(caseId)), ...closing });
  }
  /** The question, sealed as a handler's page does. */
  async function question({ code, caseId }: Reported, language: Language, months: DetrimentMonths) {
    const parsed = parseReturnCode(code);
    if (parsed === undefined) throw new Error('not a code');
    const { record, events } = await standing(caseId);
    const id = newRequestId();
    const number = events.filter(({ kind }) => kind === 'messageToReporter').length + 1;
    const { sealed } = await sealMessage({
      caseId,
      number,
      id,
      text: detrimentQuestion[language],
      today: today(),
      messageKey: Buffer.from(deriveMessageKey(parsed)).toString('base64url'),
      mailboxRecipient: record.mailboxRecipient,
      groupRecipients: bot.identities.acu.map(recipientFromIdentitySync),
    });
    return { ...(await change(caseId)), months, id, number, sealed };
  }
  async function comeBack({ hand, code }: Reported): Promise<string> {
    await hand.press('done');
    await hand.press('comeBack');
    hand.fill('code', code);
    await hand.press('next');
    return hand.card().text;
  }
  function expectKept(reporter: Reported): void {
    assertNoLeak(bot, reporter);
    assertAbsentOnDisk(bot.folder, [reporter.canary]);
    assertAbsent('log', bot.log.join(''), [reporter.canary]);
    assertAbsent('requests to the connector', JSON.stringify(bot.connector.requests), [reporter.canary]);
  }

  it.each(languages)('reads in %s the answer that waits under the code, and no outcome', async (language) => {
    const it = await reported(language, 'notKept');
    await close(it.caseId, 'acted');
    const text = await comeBack(it);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        translate(language, 'comeBack.answeredHeading'),
        translate(language, 'comeBack.answered'),
        closingAnswerWords.acted[language],
        translate(language, 'comeBack.statusClosed'),
      ]),
    );
    // Of a report with nothing kept nobody is asked anything.
    expect((await standing(it.caseId)).record).not.toHaveProperty('detrimentCheck');
    await it.hand.press('language');
    const other = language === 'en' ? 'cy' : 'en';
    expect(it.hand.card().text).toContain(closingAnswerWords.acted[other]);
    expectKept(it);
  });

  it.each(languages)('is asked in %s whether they were treated worse, and says no or yes', async (language) => {
    const it = await reported(language, 'confidential');
    await close(it.caseId, 'withheld');
    const { dueOn = '' } = (await standing(it.caseId)).record.detrimentCheck ?? {};
    expect(await comeBack(it)).toContain(
      translate(language, 'comeBack.nextWorse', { day: formatDay(language, dueOn) }),
    );
    expect(await handler.refusal('case.askDetriment', await question(it, language, 1))).toMatchObject({ why: 'state' });

    bot.clock.forward(31 * dayMs);
    const { rows } = await handler.call('cases.list', { filter: { attention: 'dueSoon' } });
    const { rows: late } = await handler.call('cases.list', { filter: { attention: 'overdue' } });
    expect([...rows, ...late].map(({ figures }) => figures.caseId)).toContain(it.caseId);
    const asking = await question(it, language, 1);
    await handler.call('case.askDetriment', asking);
    // Another's request of the same name asks nothing, nor does the same one for another thing.
    const { events } = await standing(it.caseId);
    const second = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
    expect(await second.refusal('case.askDetriment', asking)).toMatchObject({
      code: 'moved',
    });
    const words = { for: 'handlers', sealed: createSealText('why') } as const;
    const left = { caseId: it.caseId, request: asking.request, revision: asking.revision, months: 1, words } as const;
    expect(await handler.refusal('case.leaveDetriment', left)).toMatchObject({ code: 'moved' });
    expect(await handler.call('case.askDetriment', asking)).toMatchObject({ isNew: false });
    expect((await standing(it.caseId)).events).toHaveLength(events.length);

    const asked = await comeBack(it);
    expect(asked.split('\n').slice(0, 3)).toEqual([
      translate(language, 'comeBack.askedHeading'),
      translate(language, 'comeBack.theyWrote', { day: formatDay(language, today()) }),
      detrimentQuestion[language],
    ]);
    expect(asked).toContain(translate(language, 'comeBack.canAnswerClosed'));
    await it.hand.press('notWorse');
    expect(it.hand.card().text).toContain(translate(language, 'comeBack.addedHeading'));
    const no = await standing(it.caseId);
    expect(no.record).toMatchObject({ status: 'closed', answer: 'withheld', detrimentCheck: { months: 3 } });
    expect((await decryptSavedReport(bot, no)).followUps.map(({ text }) => text)).toEqual([
      translate(language, 'comeBack.notWorseText'),
    ]);

    bot.clock.forward(62 * dayMs);
    await handler.call('case.askDetriment', await question(it, language, 3));
    await comeBack(it);
    it.hand.fill('marks', 'worse');
    it.hand.fill('addition', `I was moved. ${it.canary}`);
    // With something typed, no is not said over it.
    await it.hand.press('notWorse');
    expect(it.hand.filled('addition')).toBe(`I was moved. ${it.canary}`);
    expect((await standing(it.caseId)).record.status).toBe('closed');
    await it.hand.press('add');
    expect(it.hand.card().text).toContain(translate(language, 'comeBack.addedWorse'));
    const yes = await standing(it.caseId);
    expect(yes.record.status).toBe('reopened');
    expect(yes.record).not.toHaveProperty('answer');
    expect((await decryptSavedReport(bot, yes)).followUps.at(-1)?.text).toBe(
      `${translate(language, 'comeBack.markWorse')}.\n\nI was moved. ${it.canary}`,
    );
    expectKept(it);
  });

  it.each(languages)(
    'can say in %s at any time that they were treated worse, and to others than the unit',
    async (language) => {
      const it = await reported(language, 'named');
      await comeBack(it);
      it.hand.fill('marks', 'worse');
      await it.hand.press('add');
      const open = await standing(it.caseId);
      expect(open.record.status).toBe('received');
      expect((await decryptSavedReport(bot, open)).followUps.at(-1)?.text).toBe(
        `${translate(language, 'comeBack.markWorse')}.`,
      );
      await comeBack(it);
      it.hand.fill('marks', 'worse,unit');
      await it.hand.press('add');
      expect(it.hand.card().text).toContain(translate(language, 'comeBack.apartHeading'));
      const apart = await readSavedCase(bot, it.hand.card());
      expect(apart.record.handledBy).toBe('reserve');
      expect((await decryptSavedReport(bot, apart)).report.answers.what).toContain(
        translate(language, 'comeBack.markWorse'),
      );
      expect((await standing(it.caseId)).events).toHaveLength(open.events.length);
      expectKept(it);
    },
  );
});

describe('where a force lets nobody write to those who report', () => {
  it('nobody is to be asked whether they were treated worse, and the answer waits all the same', async () => {
    const bot = await startBot({ entryPoint: 'dialog', environment: { ALERT_TIMING: 'atOnce' } });
    const handler = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
    const { teams, report } = await newReporter(bot);
    await teams.press('report');
    await goToStep(teams, { ...report, mode: 'named' }, 'code');
    await teams.press('send');
    const { caseId } = (await readSavedCase(bot, teams.card())).record;
    const code = parseCardCode(teams.card());
    const { case: seen } = await handler.call('case.acknowledge', { caseId, request: newRequestId() });
    const { revision } = seen.record;
    const { case: graded } = await handler.call('case.triage', {
      caseId,
      request: newRequestId(),
      revision,
      ...triage(),
    });
    const { case: decided } = await handler.call('case.decideReferral', {
      caseId,
      request: newRequestId(),
      revision: graded.record.revision,
      decision: 'referred',
      words: reason,
    });
    await handler.call('case.consult', { caseId });
    // A page from before there were answers sends none, and may send no reason: it is told to look at what it sends.
    const old = {
      caseId,
      request: newRequestId(),
      revision: decided.record.revision,
      outcome: 'noFurtherAction',
    } as const;
    expect(await handler.send('case.close', old)).toMatchObject({ status: 400, text: '{"code":"odd"}' });
    const { case: closed } = await handler.call('case.close', { ...old, words: reason });
    expect(closed.record).toMatchObject({ status: 'closed', answer: 'withheld' });
    expect(closed.record).not.toHaveProperty('detrimentCheck');
    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    expect(teams.card().text).toContain(closingAnswerWords.withheld.en);
    await bot.stop();
  });
});
