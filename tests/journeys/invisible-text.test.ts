import { beforeEach, describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { invisibleCharacters } from '../support/core/invisible-characters.ts';
import { newReporter, sendShortReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import type { TeamsClient } from '../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });
beforeEach(() => bot.clock.forward(60_000));

const unseen = invisibleCharacters.filter((one) => !/[\r\n\u2028]/u.test(one)).join('');
const missing = (label: 'question.what' | 'comeBack.followUp') =>
  translate('en', 'problem.missing', { label: translate('en', label) });

describe('words in which nothing is to be seen', () => {
  it('are no account: whoever reports is asked for one, as for an empty field', async () => {
    const { teams, report } = await newReporter(bot);
    await teams.press('report');
    await goToStep(teams, report, 'account');
    for (const what of [unseen, '\u3164', '\u2800\u2800', '\u200b\n\u202e\u2066', ' \n ']) {
      await teams.pressWith('next', { what, risk: 'no', conflict: 'no' });
      expect([currentStep(teams.card()), teams.card().text.includes(missing('question.what'))]).toEqual([
        'account',
        true,
      ]);
    }
  });

  it('are no answer where none is needed, and are not kept for one', async () => {
    const { teams, report } = await newReporter(bot);
    await teams.press('report');
    await goToStep(teams, { ...report, who: unseen, where: '\u3164' }, 'review');
    await teams.press('send');
    const { answers } = (await decryptSavedReport(bot, await readSavedCase(bot, teams.card()))).report;
    expect(answers).not.toHaveProperty('who');
    expect(answers).not.toHaveProperty('where');
    expect(answers.when).toBe(report.when);
  });

  it('are no follow-up, and no code', async () => {
    const { teams, report } = await newReporter(bot);
    await sendShortReport({ teams }, report);
    const code = parseCardCode(teams.card());
    await comeBack(teams, unseen);
    expect(teams.card().text).toContain(
      translate('en', 'problem.missing', { label: translate('en', 'comeBack.code') }),
    );
    teams.fill('code', code);
    await teams.press('next');
    await teams.pressWith('add', { addition: unseen });
    expect(teams.card().text).toContain(missing('comeBack.followUp'));
  });
});

/** From a receipt to what stands under a code. */
async function comeBack(teams: TeamsClient, typed: string): Promise<void> {
  await teams.press('done');
  await teams.press('comeBack');
  teams.fill('code', typed);
  await teams.press('next');
}

describe('a code that comes with what stood around it', () => {
  it('leads to the report', async () => {
    const { teams, report } = await newReporter(bot);
    await sendShortReport({ teams }, report);
    const code = parseCardCode(teams.card());
    const spelt = [
      `code: ${code}`,
      `Code:${code.replaceAll('-', ' ')}`,
      `Cod: ${code.toLowerCase()}`,
      `Cod dychwelyd ${code}.`,
      `“${code}”`,
      `'${code}'`,
      `\u200b${code.replaceAll('-', '\u200b-\u2060')}\ufeff`,
      `Return code: \u2066${code}\u2069`,
    ];
    for (const typed of spelt) {
      bot.clock.forward(60_000);
      await comeBack(teams, typed);
      expect([typed, teams.card().inputs.map(({ id }) => id)]).toEqual([typed, ['addition', 'marks']]);
    }
  });

  it('leads nowhere where more than one code could be meant, or a symbol is missing', async () => {
    const { teams, report } = await newReporter(bot);
    await sendShortReport({ teams }, report);
    const code = parseCardCode(teams.card());
    for (const typed of [`0 ${code}`, `${code} ${code}`, `code: ${code.slice(0, -1)}`, 'code: ']) {
      bot.clock.forward(60_000);
      await comeBack(teams, typed);
      expect([typed, teams.card().inputs.map(({ id }) => id)]).toEqual([typed, ['code']]);
    }
  });
});
