import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { translate } from '../../words/cards/translate.ts';
import { ensureDevelopmentKeys } from '../../development/development-keys.ts';
import { fillWeeks } from '../../development/example-reports.ts';
import { decryptReportWithIdentities } from '../../cli/open-report.ts';
import { type DevelopmentServer, startDevelopment } from '../../development/start-development.ts';
import { parseCaseId } from '../../core/model/case-id.ts';
import { languages } from '../../core/model/language.ts';
import type { QuestionId } from '../../core/model/questions.ts';
import { getLastClosedWeek } from '../../summary/figures/count-closed-weeks.ts';
import { periodTitle } from '../../summary/figures/period-text.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { readIdentityFile } from '../../crypto/node/identity-file.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { createCaseDriver } from '../support/browser/tab/case-driver.ts';
import { openInTeamsHost } from '../support/browser/tab/teams-host-page.ts';
import { openPlayground, type PlaygroundPage } from '../support/browser/playground.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { getQuestionLabel, getOptionLabel } from '../support/journeys/card-labels.ts';

const pictures = 'test-results';
let browser: Browser;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await launchChromium();
});

afterAll(() => browser.close());

describe.each(languages)('a member of staff at the Playground, in %s', (language) => {
  let folder: string;
  let development: DevelopmentServer;
  let person: PlaygroundPage;
  let printed: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'candour-journey-'));
    printed = [];
    const settings = { SQLITE_PATH: join(folder, 'candour.db'), PORT: '0', PLAYGROUND_PORT: '0' };
    development = await startDevelopment((line) => printed.push(line), settings);
    person = await openPlayground(browser, development.playgroundUrl, { width: 1280, height: 1400 });
  });

  afterEach(async () => {
    await person.close();
    await development.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const picture = (name: string) => person.screenshot(join(pictures, `playground-${language}-${name}.png`));
  const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);
  const choose = (id: QuestionId, option: string) =>
    person.choose(getQuestionLabel(language, id), getOptionLabel(language, id, option));
  const fill = (id: QuestionId, text: string) => person.fill(getQuestionLabel(language, id), text);
  const next = () => person.press(words('common.continue'));

  it('reports, is alerted of as the unit, acknowledges, asks at the tab, comes back, answers, and pulls a week, a table of it and four weeks', async () => {
    const canary = newCanary();
    await person.openPersonalChat();
    await person.waitForText(translate('en', 'common.report'));
    if (language === 'cy') await person.press(translate('cy', 'common.thisLanguage'));
    await picture('1-welcome');

    await person.press(words('common.report'));
    await fill('what', `An officer keeps visiting. ${canary}`);
    await choose('risk', 'yes');
    await choose('conflict', 'no');
    await picture('2-account');
    await next();
    await choose('mode', 'confidential');
    await picture('3-limits');
    await next();
    const code = await person
      .lastCard()
      .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u)
      .innerText();
    await picture('4-code');
    await person.press(words('report.thenDetail'));
    await choose('kind', 'boundaries');
    await choose('towards', 'public');
    await fill('who', 'PC Example');
    await picture('5-about');
    await next();
    await choose('signs', 'contact');
    await next();
    await choose('known', 'saw');
    await next();
    await person.waitForText(words('review.heading'));
    await picture('6-review');
    await person.press(words('review.send'));
    await person.waitForText(words('receipt.heading'));
    await picture('7-receipt');
    const reference = await person
      .lastCard()
      .getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u)
      .innerText();

    await person.press(words('common.done'));
    await person.waitForText(words('welcome.everyone'));

    await person.openAlertsChannel();
    await person.waitForText(reference);
    await picture('8-alert');
    const alert = await person.lastCard().innerText();
    assertAbsent('alert', alert, [canary, 'Example']);
    // The channel was set to English.
    await person.press(translate('en', 'alert.acknowledge'));
    await person.waitForText(/Acknowledged on/u);
    await picture('9-acknowledged');

    const store = openSqliteStore(development.settings.store.path, 'development');
    const caseId = parseCaseId(reference);
    if (caseId === undefined) throw new Error('the receipt shows no reference');
    const record = (await store.cases.read(caseId))?.value;
    if (record === undefined) throw new Error('the receipt was shown and nothing is saved');
    const { identities } = await readIdentityFile(development.identityFiles.acu);
    const opened = await decryptReportWithIdentities(record, await store.history.readAll(caseId), identities);
    expect(opened.report.answers.what).toContain(canary);
    expect(opened.identity).toBeUndefined();
    expect(record).toMatchObject({ status: 'acknowledged', urgency: 'urgent', language, flags: ['apsp'] });

    const handler = await openInTeamsHost(browser, development.tabUrl, 'handler', language);
    const at = createCaseDriver(handler, language);
    await handler.press(at.words('shell.cases'));
    await handler.tab.locator(`[data-case="${caseId}"]`).waitFor();
    await handler.picture(`playground-${language}-1-list`);
    await at.openFromList(caseId);
    await at.unlock(development.identityFiles.acu);
    await at.openReport();
    await handler.see(new RegExp(canary, 'u'));
    await handler.picture(`playground-${language}-2-open`);
    const question = `Which days were these? ${newCanary()}`;
    await at.message(question);

    await person.openPersonalChat();
    await person.press(words('common.comeBack'));
    await person.fill(words('common.required', { label: words('comeBack.code') }), code);
    await next();
    await person.waitForText(reference);
    expect(await person.lastCard().innerText()).toContain(words('comeBack.statusAcknowledged'));
    expect(await person.lastCard().innerText()).toContain(question);
    const answer = `Fridays, mostly. ${newCanary()}`;
    await person.fill(words('comeBack.followUp'), answer);
    await picture('10-come-back');
    await person.press(words('comeBack.add'));
    await person.waitForText(words('comeBack.addedHeading'));
    await handler.press(at.words('case.refresh'));
    await handler.press(at.words('case.openAgain'));
    await (await handler.see(answer)).scrollIntoViewIfNeeded();
    await handler.picture(`playground-${language}-3-answered`);
    await handler.close();

    const { recipients } = await ensureDevelopmentKeys(join(folder, 'keys'));
    await fillWeeks({
      store,
      seal: createAgeSealer(recipients),
      clock: () => new Date(),
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      timeZone: development.settings.timeZone,
      development: development.settings.development,
    });
    await person.say(language === 'cy' ? 'crynodeb wythnosol' : 'weekly summary');
    await person.waitForText(words('week.restricted'));
    await picture('11-week');
    await person.press(words('week.byKind'));
    await person.waitForText(words('week.counted'));
    await picture('12-by-kind');
    await person.press(words('week.back'));
    await person.press(words('week.another'));
    const which = words('common.required', { label: words('week.which') });
    const last = getLastClosedWeek(new Date(), development.settings.timeZone);
    const four = periodTitle({ kind: 'rolling', weeks: 4, upTo: last }, language);
    await person.choose(which, four);
    await picture('13-period');
    await person.press(words('week.show'));
    await person.waitForText(four);
    await picture('14-four-weeks');
    const address = await person.follow(words('week.file'));
    expect(address).toBe(`${development.tabUrl}?page=${encodeURIComponent(`files:4-to-${last}`)}`);
    await store.close();
    const reader = await openInTeamsHost(browser, address, 'handler', language);
    await reader.see(four);
    await reader.picture(`playground-${language}-4-summaries`);
    await reader.close();

    const marks = [canary, question, answer, code, code.replaceAll('-', '')];
    assertAbsent('log', printed.join(''), marks);
    assertAbsentOnDisk(folder, marks);
    expect(person.errors()).toEqual([]);
  });
});
