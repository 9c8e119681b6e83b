import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { deriveCaseCredential } from '../../core/reporting/submit-report.ts';
import { languages } from '../../core/model/language.ts';
import { createPageSealer } from '../../tab/report/page-sealer.ts';
import { translate } from '../../words/cards/translate.ts';
import { pageSeal, submitRequest } from '../support/access/report-bodies.ts';
import { newReturnCode } from '../support/core/open-core.ts';
import { answerCard, newReporter, sendFullReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { readSavedCase } from '../support/journeys/saved-case.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({
  entryPoint: 'dialog',
  environment: { ROLE_CUSTODIANS: '', IOPC_CONTACT: '0300 020 0096' },
});

describe('a server on whose lists there is no custodian', () => {
  it.each(languages)(
    'starts, and says in %s that it takes no confidential report and where else to turn',
    async (language) => {
      const { teams, report } = await newReporter(bot);
      await teams.press('report');
      if (language === 'cy') await teams.press('language');
      await goToStep(teams, report, 'limits');
      answerCard(teams, { ...report, mode: 'confidential' });
      expect(teams.card().text).toContain(translate(language, 'question.modeShort'));
      const at = currentStep(teams.card());
      await teams.press('next');
      expect(currentStep(teams.card())).toBe(at);
      const { text } = teams.card();
      expect(text).toContain(translate(language, 'problem.noCustodian'));
      expect(text).toContain(bot.settings.contacts.crimestoppers);
      expect(text).toContain('0300 020 0096');
      expect(teams.card().inputs.find(({ id }) => id === 'mode')?.value).toBe('confidential');
      // The other ways are open.
      await goToStep(teams, { ...report, mode: 'notKept' }, 'code');
    },
  );

  it('takes a report in any other way', async () => {
    const { teams, report } = await newReporter(bot);
    await sendFullReport({ teams }, { ...report, mode: 'notKept' });
    expect((await readSavedCase(bot, teams.card())).record.mode).toBe('notKept');
  });

  it('keeps nothing of a confidential report that a script sends', async () => {
    const { mailbox } = await deriveCaseCredential(createPageSealer(bot.settings.recipients), newReturnCode());
    const before = (await bot.store().ledger.page(undefined, 50)).length;
    const body = { ...submitRequest(bot.clock.now(), mailbox), mode: 'confidential', sealedIdentity: pageSeal };
    const { status, text } = await bot.tab({ objectId: randomUUID(), name: 'Somebody' }).send('report.submit', body);
    expect({ status, body: JSON.parse(text) }).toEqual({ status: 503, body: { code: 'noCustodian' } });
    expect(await bot.store().ledger.page(undefined, 50)).toHaveLength(before);
  });

  it('tells the page for reporting the same', async () => {
    const tab = bot.tab({ objectId: '44444444-4444-4444-8444-444444444444', name: 'Somebody' });
    expect(await tab.call('report.begin', {})).toMatchObject({ shortRoles: ['custodian'] });
  });
});
