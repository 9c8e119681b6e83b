import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { OverBudgetError } from '../../core/ports/work-budget.ts';
import { addFollowUp } from '../../core/reporting/follow-up.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { languages } from '../../core/model/language.ts';
import { showReturnCode } from '../../core/model/codes.ts';
import { say } from '../../words/cards/translate.ts';
import { aSubmission, freshCode } from '../support/core/open-core.ts';
import { filePage } from '../support/files/at-page.ts';
import { type PageClient, pageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendShort, walkTo } from '../support/journeys/reporter.ts';
import { savedCase } from '../support/journeys/saved-case.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const hourMs = 3_600_000;
const bot = setUpSharedBot({ door: 'dialog' });

/** Somebody at the page, who takes their time. */
function atPage() {
  const person = { objectId: randomUUID(), name: 'Somebody at a page' };
  return {
    person,
    files: filePage(bot, person),
    page: (language: 'en' | 'cy') => pageClient(bot.tab(person), language),
  };
}
const outcome = async (work: Promise<unknown>): Promise<'kept' | 'over'> => {
  try {
    await work;
    return 'kept';
  } catch (error) {
    if (error instanceof OverBudgetError) return 'over';
    throw error;
  }
};
function expectCallFirst(page: PageClient, language: 'en' | 'cy'): void {
  const { text } = page.card();
  const { emergency, crimestoppers } = bot.settings.contacts;
  const first = say(language, 'problem.callFirst', { emergency, crimestoppers });
  expect(text).toContain(first);
  expect(text.indexOf(first)).toBeLessThan(text.indexOf(say(language, 'problem.overBudget')));
  for (const untrue of ['problem.notSaved', 'problem.nothingSaved', 'problem.tooOften'] as const)
    expect(text).not.toContain(say(language, untrue));
}

describe.each(languages)('somebody at the page who handed in too much, in %s,', (language) => {
  it('keeps the words of a report, has no receipt, and sends it an hour later', async () => {
    const { person, files, page } = atPage();
    for (let time = 0; time < 15; time += 1) await submitReport(files, aSubmission({ code: freshCode(), person }));
    const client = page(language);
    const { report } = await newReporter(bot);
    await client.press('report');
    await walkTo(client, report, 'review');
    await client.press('send');
    expectCallFirst(client, language);
    expect(client.card().text).not.toContain(say(language, 'receipt.heading'));
    bot.clock.forward(hourMs);
    await client.press('send');
    await savedCase(bot, client.card());
  });

  it('keeps what they add, by however many codes, and adds it an hour later', async () => {
    const { person, files, page } = atPage();
    const codes = [freshCode(), freshCode()];
    for (const code of codes) await submitReport(files, aSubmission({ code, person }));
    const added = [];
    for (let time = 0; time < 32; time += 1) {
      const id = time.toString(16).padStart(32, '0');
      added.push(await outcome(addFollowUp(files, { code: codes[time % 2] ?? freshCode(), id, text: `more ${time}` })));
    }
    expect(added).toEqual([...Array.from({ length: 30 }, () => 'kept'), 'over', 'over']);
    // The last that was kept is found, however often it is sent.
    const last = { code: codes[1] ?? freshCode(), id: (29).toString(16).padStart(32, '0'), text: 'more 29' };
    expect(await addFollowUp(files, last)).toEqual({ kind: 'saved', isNew: false });
    const client = page(language);
    await client.press('comeBack');
    client.fill('code', showReturnCode(codes[0] ?? freshCode()));
    await client.press('next');
    client.fill('addition', 'It happened again.');
    await client.press('add');
    expectCallFirst(client, language);
    expect(client.filled('addition')).toBe('It happened again.');
    bot.clock.forward(hourMs);
    await client.press('add');
    expect(client.card().text).toContain(say(language, 'comeBack.addedHeading'));
  });

  it('keeps what they wrote where a draft is not kept', async () => {
    const { page } = atPage();
    const client = page(language);
    const { report } = await newReporter(bot);
    const later = async () => {
      await client.press('report');
      await walkTo(client, report, 'code');
      client.fill('then', 'later');
      await client.press('next');
    };
    for (let time = 0; time < 30; time += 1) {
      bot.clock.forward(5_000);
      await later();
      await client.press('done');
    }
    await later();
    expectCallFirst(client, language);
    client.fill('then', 'send');
    await client.press('next');
    await savedCase(bot, client.card());
  });
});

describe('the files of one person', () => {
  it('are sixty an hour by however many codes, parts that are sent twice cost nothing, and what stands is never refused', async () => {
    const { person, files } = atPage();
    const claimed = await Promise.all(
      Array.from({ length: 13 }, async () => {
        const code = freshCode();
        const made = [];
        for (let file = 0; file < 5; file += 1) made.push(await files.make(code, randomBytes(1_000)));
        return { code, claim: await files.claim(code), made };
      }),
    );
    const put = (at: number, file: number) => {
      const { claim, made } = claimed[at] ?? {};
      const one = made?.[file];
      if (claim === undefined || one === undefined) throw new Error('no such file');
      return outcome(files.desk.files.part(claim, one.kept, 0, one.part(0)));
    };
    for (let at = 0; at < 12; at += 1)
      for (let file = 0; file < 5; file += 1) {
        expect(await put(at, file)).toBe('kept');
        expect(await put(at, file)).toBe('kept');
      }
    expect(await put(12, 0)).toBe('over');
    expect(await put(0, 0)).toBe('kept');
    // What is there already goes with a report.
    const { code, made } = claimed[0] ?? { code: freshCode(), made: [] };
    const sent = await submitReport({ ...files, ...files.holding(...made) }, aSubmission({ code, person }));
    expect(sent).toMatchObject({ kind: 'saved', isNew: true });
    expect(
      await outcome(submitReport({ ...files, ...files.holding() }, aSubmission({ code: freshCode(), person }))),
    ).toBe('kept');
    const reporter = await newReporter(bot);
    await sendShort(reporter, reporter.report);
  });
});
