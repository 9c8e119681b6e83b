import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Language, languages } from '../../../core/model/language.ts';
import { readOnlyOperations } from '../../../contract/read-only-operations.ts';
import type { ReportCall } from '../../../tab/ui/post-json.ts';
import { translate } from '../../../words/cards/translate.ts';
import { createCall, createPageClient } from '../../support/journeys/page-client.ts';
import { goToStep, newReporter } from '../../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../../support/journeys/saved-case.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

type Line = 'works' | 'is cut' | 'loses answers' | 'asks to wait' | 'knows no one';
const bot = setUpSharedBot({ entryPoint: 'dialog' });

/** Somebody at the page, over a line that can be set. */
function atPage(language: Language) {
  const line: { is: Line; readonly asked: string[] } = { is: 'works', asked: [] };
  const tab = bot.tab({ objectId: randomUUID(), name: 'Somebody at a page' });
  const arrives = createCall(tab);
  const call: ReportCall = async (name, body) => {
    bot.clock.forward(5_000);
    line.asked.push(name);
    const isRead = readOnlyOperations.includes(name);
    if (line.is === 'asks to wait') return { ok: false, refusal: { code: 'tooOften' } };
    if (line.is === 'knows no one') return { ok: false, refusal: { code: 'notSignedIn' } };
    if (line.is === 'is cut') return { ok: false, refusal: { code: isRead ? 'unavailable' : 'unconfirmed' } };
    const answer = await arrives(name, body);
    return line.is === 'loses answers' && !isRead ? { ok: false, refusal: { code: 'unconfirmed' } } : answer;
  };
  return { line, page: createPageClient(tab, language, call) };
}
const unsaved = ['problem.notSaved', 'problem.nothingSaved', 'problem.draftNotSaved'] as const;

describe.each(languages)('a page that could not send, in %s,', (language) => {
  const said = (text: string) => unsaved.filter((key) => text.includes(translate(language, key)));

  it('says that nothing was sent while no write ever left it, and sends it once the line works', async () => {
    const { line, page } = atPage(language);
    const { report } = await newReporter(bot);
    await page.press('report');
    await goToStep(page, report, 'review');
    line.is = 'is cut';
    for (const press of ['send', 'later', 'send']) {
      await page.press(press);
      expect(said(page.card().text)).toEqual([press === 'later' ? 'problem.draftNotSaved' : 'problem.nothingSaved']);
      expect(page.refusal()).toBeUndefined();
    }
    expect(line.asked).not.toContain('report.submit');
    expect(line.asked).not.toContain('report.keep');
    line.is = 'works';
    await page.press('send');
    await readSavedCase(bot, page.card());
  });

  it('never says so of a report whose answer was lost, and finds it by pressing again', async () => {
    const { line, page } = atPage(language);
    const { report } = await newReporter(bot);
    await page.press('report');
    await goToStep(page, report, 'review');
    line.is = 'loses answers';
    await page.press('send');
    expect(said(page.card().text)).toEqual(['problem.notSaved']);
    line.is = 'is cut';
    await page.press('send');
    expect(said(page.card().text)).toEqual(['problem.notSaved']);
    line.is = 'works';
    await page.press('send');
    expect((await readSavedCase(bot, page.card())).events).toHaveLength(1);
  });

  it('never says so of a draft that was opened again, which another page may have sent', async () => {
    const { line, page } = atPage(language);
    const { report } = await newReporter(bot);
    await page.press('report');
    await goToStep(page, report, 'code');
    const code = parseCardCode(page.card());
    await page.press('later');
    await page.press('done');
    await page.press('comeBack');
    page.fill('code', code);
    await page.press('next');
    await page.press('resume');
    await goToStep(page, report, 'review');
    line.is = 'is cut';
    await page.press('send');
    expect(said(page.card().text)).toEqual(['problem.notSaved']);
  });

  it.each([
    ['asks to wait', 'tooOften'],
    ['knows no one', 'notSignedIn'],
  ] as const)('gives one reason, and no second sentence, if the server %s', async (is, code) => {
    const { line, page } = atPage(language);
    const { report } = await newReporter(bot);
    await page.press('report');
    await goToStep(page, report, 'review');
    line.is = is;
    await page.press('send');
    expect({ said: said(page.card().text), refusal: page.refusal() }).toEqual({ said: [], refusal: code });
    line.is = 'works';
    await page.press('send');
    await readSavedCase(bot, page.card());
  });

  it('says the same of what is added', async () => {
    const { line, page } = atPage(language);
    const { report } = await newReporter(bot);
    await page.press('report');
    await goToStep(page, report, 'review');
    await page.press('send');
    const code = parseCardCode(page.card());
    await page.press('done');
    await page.press('comeBack');
    page.fill('code', code);
    await page.press('next');
    const add = async (on: Line): Promise<readonly string[]> => {
      line.is = on;
      page.fill('addition', 'It went on today.');
      await page.press('add');
      return said(page.card().text);
    };
    expect(await add('is cut')).toEqual(['problem.nothingSaved']);
    expect(page.filled('addition')).toBe('It went on today.');
    expect(await add('loses answers')).toEqual(['problem.notSaved']);
    expect(await add('is cut')).toEqual(['problem.notSaved']);
    expect(await add('works')).toEqual([]);
    expect(page.card().text).toContain(translate(language, 'comeBack.addedHeading'));
  });
});
