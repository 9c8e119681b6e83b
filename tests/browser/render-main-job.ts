import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { translate } from '../../words/cards/translate.ts';
import { ensureDevelopmentKeys } from '../../development/development-keys.ts';
import { fillWeeks } from '../../development/example-reports.ts';
import { startDevelopment } from '../../development/start-development.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { parseCaseId, formatCaseId } from '../../core/model/case-id.ts';
import { getQuestionLabel, getOptionLabel } from '../support/journeys/card-labels.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { createPalettePngEncoder } from '../support/browser/palette-png.ts';
import { openPlayground } from '../support/browser/playground.ts';
import { createCaseDriver } from '../support/browser/tab/case-driver.ts';
import { openInTeamsHost } from '../support/browser/tab/teams-host-page.ts';

// Goes through the main job as two people do, with made-up words, and draws it into docs/pictures: npm run pictures.

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const folder = await mkdtemp(join(tmpdir(), 'candour-pictures-'));
const development = await startDevelopment(() => undefined, {
  SQLITE_PATH: join(folder, 'candour.db'),
  PORT: '0',
  PLAYGROUND_PORT: '0',
});
const browser = await launchChromium();
try {
  const smaller = await createPalettePngEncoder(browser, 48);
  const draw = async (name: string, what: Page | Locator): Promise<void> =>
    writeFile(join(pictures, `${name}.png`), await smaller(await what.screenshot({ animations: 'disabled' })));
  const en = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate('en', key, values);

  // Higher than any card drawn here: a picture of a higher one resizes the window, and the Playground drops what is typed.
  const person = await openPlayground(browser, development.playgroundUrl, { width: 1280, height: 1600 });
  const choose = (id: Parameters<typeof getQuestionLabel>[1], option: string) =>
    person.choose(getQuestionLabel('en', id), getOptionLabel('en', id, option));
  const next = () => person.press(en('common.continue'));
  await person.openPersonalChat();
  await person.waitForText(en('common.report'));
  await person.press(en('common.report'));
  await person.fill(
    getQuestionLabel('en', 'what'),
    'A sergeant keeps visiting somebody whose case is closed, late and alone. He says it is a welfare check. It is on no list.',
  );
  await choose('risk', 'no');
  await choose('conflict', 'no');
  await next();
  await choose('mode', 'confidential');
  await next();
  const code = await person
    .lastCard()
    .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u)
    .innerText();
  await person.press(en('report.thenDetail'));
  await choose('kind', 'boundaries');
  await choose('towards', 'public');
  await next();
  await choose('signs', 'contact');
  await next();
  await choose('known', 'saw');
  await next();
  await person.press(en('review.send'));
  await person.waitForText(en('receipt.heading'));
  await draw('playground-receipt', person.lastCard());
  const reference = await person
    .lastCard()
    .getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u)
    .innerText();
  const caseId = parseCaseId(reference);
  if (caseId === undefined) throw new Error('the receipt shows no reference');
  await person.press(en('common.done'));
  await person.openAlertsChannel();
  await person.waitForText(reference);
  await draw('playground-alert', person.lastCard());

  const handler = await openInTeamsHost(browser, development.tabUrl, 'handler');
  const at = createCaseDriver(handler, 'en');
  const frame = handler.page.locator('#frame');
  await handler.press(at.words('shell.cases'));
  await handler.tab.locator(`[data-case="${caseId}"]`).waitFor();
  await at.openFromList(caseId);
  await at.acknowledge();
  await at.unlock(development.identityFiles.acu);
  await at.openReport();
  await at.triage();
  await handler.page.setViewportSize({ width: 1280, height: 1350 });
  await handler.tab.evaluate(() => window.scrollTo(0, 0));
  await handler.settle();
  await draw('tab-case', frame);
  await at.message('Thank you. Which evenings did you see it? Please do not go and look.');

  await person.openPersonalChat();
  await person.press(en('common.comeBack'));
  await person.fill(en('common.required', { label: en('comeBack.code') }), code);
  await next();
  await person.waitForText(formatCaseId(caseId));
  await person.fill(en('comeBack.followUp'), 'The last three Fridays, after ten.');
  await draw('playground-come-back', person.lastCard());
  await person.press(en('comeBack.add'));
  await person.waitForText(en('comeBack.addedHeading'));

  await handler.press(at.words('case.refresh'));
  await handler.press(at.words('case.openAgain'));
  await handler.see('The last three Fridays, after ten.');
  await handler.changeTheme('dark');
  const talk = await handler.panel(at.words('talk.heading'));
  await talk.scrollIntoViewIfNeeded();
  await handler.settle();
  await draw('tab-messages-dark', talk);

  const store = openSqliteStore(development.settings.store.path, 'development');
  const { recipients } = await ensureDevelopmentKeys(join(folder, 'keys'));
  const { timeZone } = development.settings;
  const seal = createAgeSealer(recipients);
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  await fillWeeks({ store, seal, clock: () => new Date(), random, timeZone, development: true });
  await store.close();
  await person.openPersonalChat();
  await person.say('weekly summary');
  await person.waitForText(en('week.restricted'));
  await draw('playground-summary', person.lastCard());
} finally {
  await browser.close();
  await development.stop();
  await rm(folder, { recursive: true, force: true });
}
