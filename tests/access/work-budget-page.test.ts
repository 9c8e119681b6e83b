import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { OverBudgetError } from '../../core/ports/work-budget.ts';
import { addFollowUp } from '../../core/reporting/follow-up.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { languages } from '../../core/model/language.ts';
import { formatReturnCode } from '../../core/model/return-code.ts';
import { translate } from '../../words/cards/translate.ts';
import { createSubmission, newReturnCode } from '../support/core/open-core.ts';
import { createFilePage } from '../support/files/file-page-driver.ts';
import { type PageClient, createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendShortReport, goToStep } from '../support/journeys/reporter.ts';
import { readSavedCase } from '../support/journeys/saved-case.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const hourMs = 3_600_000;
const bot = setUpSharedBot({ entryPoint: 'dialog' });

/** Somebody at the page, who takes their time. */
function atPage() {
  const person = { objectId: randomUUID(), name: 'Somebody at a page' };
  return {
    person,
    files: createFilePage(bot, person),
    page: (language: 'en' | 'cy') => createPageClient(bot.tab(person), language),
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
  const first = translate(language, 'problem.callFirst', { emergency, crimestoppers });
  expect(text).toContain(first);
  expect(text.indexOf(first)).toBeLessThan(text.indexOf(translate(language, 'problem.overBudget')));
  for (const untrue of ['problem.notSaved', 'problem.nothingSaved', 'problem.tooOften'] as const)
    expect(text).not.toContain(translate(language, untrue));
}

describe.each(languages)('somebody at the page who handed in too much, in %s,', (language) => {
  it('keeps the words of a report, has no receipt, and sends it an hour later', async () => {
    const { person, files, page } = atPage();
    for (let time = 0; time < 15; time += 1)
      await submitReport(files, createSubmission({ code: newReturnCode(), person }));
    const client = page(language);
    const { report } = await newReporter(bot);
    await client.press('report');
    await goToStep(client, report, 'review');
    await client.press('send');
    expectCallFirst(client, language);
    expect(client.card().text).not.toContain(translate(language, 'receipt.heading'));
    bot.clock.forward(hourMs);
    await client.press('send');
    await readSavedCase(bot, client.card());
  });

  it('keeps what they add, by however many codes, and adds it an hour later', async () => {
    const { person, files, page } = atPage();
    const codes = [newReturnCode(), newReturnCode()];
    for (const code of codes) await submitReport(files, createSubmission({ code, person }));
    const added = [];
    for (let time = 0; time < 32; time += 1) {
      const id = time.toString(16).padStart(32, '0');
      added.push(
        await outcome(addFollowUp(files, { code: codes[time % 2] ?? newReturnCode(), id, text: `more ${time}` })),
      );
    }
    expect(added).toEqual([...Array.from({ length: 30 }, () => 'kept'), 'over', 'over']);
    // The last that was kept is found, however often it is sent.
    const last = { code: codes[1] ?? newReturnCode(), id: (29).toString(16).padStart(32, '0'), text: 'more 29' };
    expect(await addFollowUp(files, last)).toEqual({ kind: 'saved', isNew: false });
    const client = page(language);
    await client.press('comeBack');
    client.fill('code', formatReturnCode(codes[0] ?? newReturnCode()));
    await client.press('next');
    client.fill('addition', 'It happened again.');
    await client.press('add');
    expectCallFirst(client, language);
    expect(client.filled('addition')).toBe('It happened again.');
    bot.clock.forward(hourMs);
    await client.press('add');
    expect(client.card().text).toContain(translate(language, 'comeBack.addedHeading'));
  });

  it('keeps what they wrote where a draft is not kept', async () => {
    const { page } = atPage();
    const client = page(language);
    const { report } = await newReporter(bot);
    const later = async () => {
      await client.press('report');
      await goToStep(client, report, 'code');
      await client.press('later');
    };
    for (let time = 0; time < 30; time += 1) {
      bot.clock.forward(5_000);
      await later();
      await client.press('done');
    }
    await later();
    expectCallFirst(client, language);
    await client.press('send');
    await readSavedCase(bot, client.card());
  });
});

describe('the files of one person', () => {
  it('are sixty an hour by however many codes, parts that are sent twice cost nothing, and what stands is never refused', async () => {
    const { person, files } = atPage();
    const claimed = await Promise.all(
      Array.from({ length: 13 }, async () => {
        const code = newReturnCode();
        const made = [];
        for (let file = 0; file < 5; file += 1) made.push(await files.make(code, randomBytes(1_000)));
        return { code, claim: await files.claim(code), made };
      }),
    );
    const put = (at: number, file: number) => {
      const { claim, made } = claimed[at] ?? {};
      const one = made?.[file];
      if (claim === undefined || one === undefined) throw new Error('no such file');
      return outcome(files.intake.files.sendPart(claim, one.kept, 0, one.part(0)));
    };
    for (let at = 0; at < 12; at += 1)
      for (let file = 0; file < 5; file += 1) {
        expect(await put(at, file)).toBe('kept');
        expect(await put(at, file)).toBe('kept');
      }
    expect(await put(12, 0)).toBe('over');
    expect(await put(0, 0)).toBe('kept');
    // What is there already goes with a report.
    const { code, made } = claimed[0] ?? { code: newReturnCode(), made: [] };
    const sent = await submitReport({ ...files, ...files.holding(...made) }, createSubmission({ code, person }));
    expect(sent).toMatchObject({ kind: 'saved', isNew: true });
    expect(
      await outcome(
        submitReport({ ...files, ...files.holding() }, createSubmission({ code: newReturnCode(), person })),
      ),
    ).toBe('kept');
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, reporter.report);
  });
});
