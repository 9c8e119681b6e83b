import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { draftRetentionDays, findDraft } from '../../core/reporting/drafts.ts';
import { deriveCaseId, deriveDraftId } from '../../core/model/return-code-keys.ts';
import { formatReturnCode, parseReturnCode, type ReturnCode } from '../../core/model/return-code.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import { createFaultyStore, type FaultyStore } from '../support/dialogs/faulty-store.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { codeForms, wordsOfCode } from '../support/journeys/code-forms.ts';
import { createPageClient, type PageClient } from '../support/journeys/page-client.ts';
import { buttonName, type ParsedCard } from '../support/journeys/parsed-card.ts';
import { currentStep, goToStep, newReporter, readEveryPage, type Reporter } from '../support/journeys/reporter.ts';
import { startBot } from '../support/journeys/running-bot.ts';
import {
  decryptSavedReport,
  parseCardCode,
  parseCardReference,
  readSavedCase,
} from '../support/journeys/saved-case.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { waitFor } from '../support/journeys/wait-for.ts';

const dayMs = 86_400_000;
const teamsAppId = 'a1b2c3d4-1111-4222-8333-444455556666';
const pageUrl = `https://teams.microsoft.com/l/entity/${teamsAppId}/report`;
const withPage = { TEAMS_APP_ID: teamsAppId };

let faulty: FaultyStore | undefined;
const bot = setUpSharedBot({
  entryPoint: 'dialog',
  environment: withPage,
  wrapParts(parts) {
    faulty = createFaultyStore(parts.store);
    return { ...parts, store: faulty.store };
  },
});

const localeOf = { en: 'en-GB', cy: 'cy-GB' } as const;
const moves = (card: ParsedCard): readonly string[] => card.buttons.map(buttonName);
const urls = (card: ParsedCard): readonly string[] => card.buttons.flatMap(({ url }) => url ?? []);
const says = (card: ParsedCard, language: Language, key: Parameters<typeof translate>[1]): void =>
  expect(card.text).toContain(translate(language, key));

async function readCode(card: ParsedCard): Promise<ReturnCode> {
  const code = parseReturnCode(parseCardCode(card));
  if (code === undefined) throw new Error('the card shows no code');
  return code;
}
const storedDraft = (code: ReturnCode) => bot.store().drafts.read(deriveDraftId(code), bot.clock.now());
const draftOf = (code: ReturnCode) =>
  findDraft(
    {
      intake: { readDraft: async () => (await storedDraft(code))?.sealed, saveDraft: async () => undefined },
      clock: bot.clock.now,
      random: (bytes) => new Uint8Array(bytes),
      timeZone: 'Europe/London',
    },
    code,
  );

/** Every draft that the bot has, as it is stored. */
function draftRows(): readonly object[] {
  const database = new DatabaseSync(join(bot.folder, 'candour.db'), { readOnly: true });
  try {
    return database.prepare('SELECT * FROM drafts').all();
  } finally {
    database.close();
  }
}
const isDraftStored = async (code: ReturnCode) => (await storedDraft(code)) !== undefined;
const waitForNoDraft = (code: ReturnCode) =>
  waitFor('the draft is removed', async () => ((await isDraftStored(code)) ? undefined : true));

async function atStep(
  step: 'code' | 'review',
  language: Language = 'en',
  mode: 'notKept' | 'named' = 'notKept',
): Promise<Reporter & { readonly code: ReturnCode }> {
  const reporter = await newReporter(bot, newPerson(localeOf[language]));
  const it = { ...reporter, report: { ...reporter.report, mode } };
  await it.teams.press('report');
  await goToStep(it.teams, it.report, 'code');
  const code = await readCode(it.teams.card());
  await goToStep(it.teams, it.report, step);
  return { ...it, code };
}

async function comeBackOnPage(
  { teams }: Pick<Reporter, 'teams'>,
  entered: string,
  language: Language = 'en',
): Promise<PageClient> {
  const { objectId, name } = teams.person;
  const page = createPageClient(bot.tab({ objectId, name }), language);
  await page.press('comeBack');
  page.fill('code', entered);
  await page.press('next');
  return page;
}

function expectUntraced({ canary, teams }: Reporter, code: ReturnCode): void {
  const marks = [canary, ...codeForms(formatReturnCode(code))];
  assertAbsent('the log', bot.log.join(''), marks);
  assertAbsent('what was posted', JSON.stringify(bot.connector.requests), marks);
  assertAbsentOnDisk(bot.folder, marks);
  const rows = JSON.stringify(draftRows());
  assertAbsent('the drafts', rows, [teams.person.objectId, teams.person.name, ...marks]);
}

describe.each(languages)('someone in the bot who has a photo, in %s', (language) => {
  it.each(['code', 'review'] as const)(
    'is led to the page from the card of the %s, and types nothing twice',
    async (at) => {
      const it = await atStep(at, language);
      const { teams, report, code } = it;
      expect(moves(teams.card())).toContain('later');
      await teams.press('file');
      says(teams.card(), language, 'receipt.fileHeading');
      says(teams.card(), language, 'receipt.fileWay');
      expect(await readCode(teams.card())).toBe(code);
      expect(teams.card().text).toContain(wordsOfCode(code, language));
      expect(urls(teams.card())).toEqual([pageUrl]);
      expect(await bot.store().cases.readAccess(deriveCaseId(code))).toBeUndefined();
      expectUntraced(it, code);

      const page = await comeBackOnPage(it, wordsOfCode(code, language), language);
      says(page.card(), language, 'comeBack.draftHeading');
      await page.press('resume');
      expect(currentStep(page.card())).toBe('review');
      await readEveryPage(page);
      await page.press('send');
      const saved = await readSavedCase(bot, page.card());
      const opened = await decryptSavedReport(bot, saved);
      const given = at === 'review' ? report : { mode: 'notKept', what: report.what, risk: 'no', conflict: 'no' };
      expect(opened.report.answers).toEqual(given);
      expect(saved.record.sealedIdentity).toBeUndefined();
      await waitForNoDraft(code);
      expectUntraced(it, code);
    },
  );

  it('is not asked for it before there is a code', async () => {
    const { teams, report } = await newReporter(bot, newPerson(localeOf[language]));
    await teams.press('report');
    expect(moves(teams.card())).not.toContain('file');
    await teams.press('more');
    says(teams.card(), language, 'report.filesOnPage');
    await teams.press('back');
    await goToStep(teams, report, 'limits');
    expect(moves(teams.card())).not.toContain('file');
  });

  it('is told in one sentence that it was not saved, with everything still there', async () => {
    const { teams, report, code } = await atStep('review', language);
    faulty?.set('refuse', 'save');
    try {
      await teams.press('file');
    } finally {
      faulty?.set('none');
    }
    expect(currentStep(teams.card())).toBe('review');
    says(teams.card(), language, 'problem.draftNotSaved');
    expect(teams.card().text).toContain(report.who);
    await teams.press('file');
    expect((await draftOf(code))?.state.answers).toEqual(report);
  });
});

describe('a draft that the bot saved to go on with on the page', () => {
  it('says who reported only by the answer that was given, as a draft does that is finished later', async () => {
    const it = await atStep('code', 'en', 'named');
    await it.teams.press('file');
    const draft = await draftOf(it.code);
    expect(draft?.state).toMatchObject({ at: 'review', addsFile: true, answers: { mode: 'named' } });
    for (const mark of [it.teams.person.objectId, it.teams.person.name])
      expect(JSON.stringify(draft)).not.toContain(mark);
    const page = await comeBackOnPage(it, parseCardCode(it.teams.card()));
    await page.press('resume');
    await page.press('send');
    const opened = await decryptSavedReport(bot, await readSavedCase(bot, page.card()));
    expect(opened.identity).toMatchObject({ objectId: it.teams.person.objectId.toLowerCase() });
  });

  it('is one however often the button is pressed, delivered again, or pressed on the older card', async () => {
    const { teams, code } = await atStep('code');
    const card = teams.keep();
    const before = draftRows().length;
    await teams.press('file');
    await teams.redeliver('sameId');
    await teams.redeliver('newId');
    teams.holdUp(card);
    await teams.press('file');
    expect(draftRows()).toHaveLength(before + 1);
    says(teams.card(), 'en', 'receipt.fileHeading');
    expect((await draftOf(code))?.state.addsFile).toBe(true);
  });

  it('is gone once an older card of the bot has sent the report, and sends nothing twice', async () => {
    const it = await atStep('code');
    const { teams, code } = it;
    const before = teams.keep();
    await teams.press('file');
    const entered = parseCardCode(teams.card());
    const page = await comeBackOnPage(it, entered);
    teams.holdUp(before);
    await teams.press('send');
    const saved = await readSavedCase(bot, teams.card());
    await waitForNoDraft(code);
    // The page had the draft in front.
    await page.press('resume');
    expect(parseCardReference(page.card())).toBe(saved.record.caseId);
    says(page.card(), 'en', 'comeBack.caseHeading');
    expect((await readSavedCase(bot, teams.card())).events).toHaveLength(1);
  });

  it('does not come to life again from an older card after the page has sent it', async () => {
    const it = await atStep('review');
    const { teams, code, report } = it;
    const before = teams.keep();
    await teams.press('file');
    const page = await comeBackOnPage(it, parseCardCode(teams.card()));
    await page.press('resume');
    await readEveryPage(page);
    await page.press('send');
    const saved = await readSavedCase(bot, page.card());
    for (const verb of ['file', 'later'] as const) {
      teams.holdUp(before);
      await teams.press(verb);
      says(teams.card(), 'en', 'problem.alreadySent');
      expect(currentStep(teams.card())).toBe('review');
      expect(teams.card().text).toContain(report.who);
      expect(await isDraftStored(code)).toBe(false);
    }
    await teams.press('send');
    expect(parseCardReference(teams.card())).toBe(saved.record.caseId);
    expect((await bot.store().history.readAll(saved.record.caseId)).map(({ kind }) => kind)).toEqual(['received']);
  });

  it('goes on in the bot as well, and whichever door sends it first makes the one case', async () => {
    const it = await atStep('code');
    const { teams, code } = it;
    await teams.press('file');
    const entered = parseCardCode(teams.card());
    const page = await comeBackOnPage(it, entered);
    await page.press('resume');
    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', entered);
    await teams.press('next');
    await teams.press('resume');
    expect(currentStep(teams.card())).toBe('review');
    await Promise.all([page.press('send'), teams.press('send')]);
    const saved = await readSavedCase(bot, teams.card());
    expect(parseCardReference(page.card())).toBe(saved.record.caseId);
    expect(saved.events).toHaveLength(1);
    await waitForNoDraft(code);
  });

  it('says that it has ended, where its last day is over, and leads back to nothing', async () => {
    const it = await atStep('code');
    await it.teams.press('file');
    const entered = parseCardCode(it.teams.card());
    const page = await comeBackOnPage(it, entered);
    bot.clock.forward((draftRetentionDays + 1) * dayMs);
    await page.press('resume');
    says(page.card(), 'en', 'problem.notFound');
    expect(page.filled('code')).not.toBe('');
  });

  it('cannot be opened by a colleague with another code, or from the link', async () => {
    const it = await atStep('code');
    await it.teams.press('file');
    const [link] = urls(it.teams.card());
    expect(link).toBe(pageUrl);
    const other = await atStep('code');
    const page = await comeBackOnPage(other, parseCardCode(other.teams.card()));
    says(page.card(), 'en', 'problem.notFound');
    expect(page.card().text).not.toContain(it.canary);
  });

  it('keeps the words of someone who is over their budget of drafts', async () => {
    const { teams, report } = await atStep('review');
    const before = teams.keep();
    for (let press = 0; press < 1_000; press += 1) {
      teams.holdUp(before);
      await teams.press('file');
      if (teams.card().text.includes(translate('en', 'problem.overBudget'))) break;
    }
    says(teams.card(), 'en', 'problem.overBudget');
    expect(teams.card().text).toContain(report.who);
  });
});

describe('where the page cannot be linked or takes no file', () => {
  it.each([
    ['no app is named', { environment: {} }],
    ['files are off', { environment: { ...withPage, FILES: 'no' } }],
  ])('nobody is led to it: %s', async (_name, { environment }) => {
    const plain = await startBot({ entryPoint: 'dialog', environment });
    try {
      const { teams, report } = await newReporter(plain);
      await teams.press('report');
      await teams.press('more');
      says(teams.card(), 'en', 'report.noFiles');
      await teams.press('back');
      await goToStep(teams, report, 'code');
      expect(moves(teams.card())).not.toContain('file');
      await goToStep(teams, report, 'review');
      expect(moves(teams.card())).not.toContain('file');
      await teams.press('later');
      expect(urls(teams.card()).filter((url) => !url.startsWith('tel:'))).toEqual([]);
    } finally {
      await plain.stop();
    }
  });

  it('a card that still offers it keeps the report for later', async () => {
    const changed = await startBot({ entryPoint: 'dialog', environment: withPage });
    try {
      const { teams, report } = await newReporter(changed);
      await teams.press('report');
      await goToStep(teams, report, 'code');
      await changed.restart({ FILES: 'no' });
      await teams.press('file');
      says(teams.card(), 'en', 'receipt.keptHeading');
      expect(urls(teams.card()).filter((url) => !url.startsWith('tel:'))).toEqual([]);
    } finally {
      await changed.stop();
    }
  });
});
