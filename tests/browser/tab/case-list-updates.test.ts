import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import type { CaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../../support/journeys/tab-client.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabOptions, TabPage } from '../../support/browser/tab/tab-page.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();
let colleague: TabClient;
beforeAll(async () => {
  colleague = unit.bot.tab(unitPeople.second);
  // Whoever has come to the tab with a role is known from then on.
  await colleague.call('me', {});
  await unit.bot.tab(unitPeople.handler).call('me', {});
});

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const sealed = createSealText('sealed in the page');
const entry = (caseId: CaseId) => ({ caseId, request: newRequestId() });

async function newCase(): Promise<{ readonly caseId: CaseId; readonly canary: string }> {
  const { teams, report, canary } = await newReporter(unit.bot);
  await sendShortReport({ teams }, report);
  return { caseId: (await readSavedCase(unit.bot, teams.card())).record.caseId, canary };
}

const kindsIn = async (caseId: CaseId) => (await unit.bot.store().history.readAll(caseId)).map(({ kind }) => kind);
/** How often a page asked whether anything changed. */
const askedBy = (tab: TabPage): number => tab.traffic.filter(({ url }) => url.endsWith('/cases.changes')).length;
const asksAgain = (tab: TabPage, before: number): Promise<true> =>
  waitFor('the page asks what has changed', () => askedBy(tab) > before || undefined);

async function sitsAt(caseId: CaseId, options: Omit<TabOptions, 'as'> = {}) {
  const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, hasClock: true, ...options });
  const at = createCaseDriver(tab, options.locale === localeByLanguage.cy ? 'cy' : 'en');
  await tab.see(at.words('case.workHeading'));
  const bar = tab.tab.getByRole('region', { name: at.words('shell.changedLabel') });
  return { tab, at, bar };
}

describe.each(languages)('a case that a colleague changes while somebody writes at it, in %s', (language) => {
  it('is noticed by the page, which moves nothing, takes no focus and shows it when asked', async () => {
    const { caseId } = await newCase();
    const { tab, at, bar } = await sitsAt(caseId, { locale: localeByLanguage[language] });
    const typed = newCanary();
    const notes = await tab.panel(at.words('work.notesHeading'));
    const field = notes.locator('textarea');
    await field.fill(typed);
    await tab.check(at.words('work.notesForSelf'), notes);
    await field.focus();
    await tab.page.keyboard.press('Home');
    // Parts that come later move those below them.
    await tab.settle();
    const before = { box: await field.boundingBox(), kinds: await kindsIn(caseId), asked: askedBy(tab) };

    await tab.passes(2);
    await asksAgain(tab, before.asked);
    expect(await bar.count()).toBe(0);
    await colleague.call('case.acknowledge', entry(caseId));
    const kinds = await kindsIn(caseId);
    // Once: what is said to a screen reader is gone again soon.
    const heard = tab.tab.getByRole('status').filter({ hasText: at.words('case.changed') });
    await Promise.all([heard.waitFor({ state: 'attached' }), tab.passes(2)]);
    await bar.getByText(at.words('case.changed')).waitFor();
    // That it was asked stands nowhere.
    expect(await kindsIn(caseId)).toEqual(kinds);
    expect(kinds).toHaveLength(before.kinds.length + 1);
    expect(await field.boundingBox()).toEqual(before.box);
    expect(await field.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-changed-case`);

    // It stays as it is, however long it is left, and is not said again.
    await tab.passes(2);
    await tab.passes(2);
    expect(await bar.count()).toBe(1);
    await tab.page.keyboard.type('More. ');
    expect(await field.inputValue()).toBe(`More. ${typed}`);
    await tab.press(at.words('shell.changedShow'), bar);
    await tab.see(at.words('status.acknowledged'));
    await bar.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe(`More. ${typed}`);
    expect(await notes.getByRole('radio', { name: at.words('work.notesForSelf') }).isChecked()).toBe(true);
    await tab.tab.locator('h1:focus').waitFor();
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('an open page of a case', () => {
  it('says nothing where a colleague only looked at it, and nothing of what its own person did', async () => {
    const { caseId } = await newCase();
    const { tab, at, bar } = await sitsAt(caseId);
    await colleague.call('case.view', { caseId });
    await tab.passes(2);
    await asksAgain(tab, 0);
    expect(await bar.count()).toBe(0);
    await at.acknowledge();
    const once = askedBy(tab);
    await tab.passes(2);
    await asksAgain(tab, once);
    expect(await bar.count()).toBe(0);
    await tab.close();
  });

  it('asks nothing while nobody sees it, and once when somebody does again', async () => {
    const { caseId } = await newCase();
    const { tab, at, bar } = await sitsAt(caseId);
    await tab.hide(true);
    // On a slow machine it asked before that.
    const before = askedBy(tab);
    await colleague.call('case.acknowledge', entry(caseId));
    for (let times = 0; times < 5; times += 1) await tab.passes(20);
    expect(askedBy(tab)).toBe(before);
    await tab.hide(false);
    await bar.getByText(at.words('case.changed')).waitFor();
    await tab.close();
  });

  it('is empty once its person was shut out, without a press, and says no more than where there is no such case', async () => {
    const { caseId, canary } = await newCase();
    const { tab, at } = await sitsAt(caseId);
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await tab.see(new RegExp(canary, 'u'));
    const words = { for: 'oversight', sealed } as const;
    await colleague.call('case.excludePerson', { ...entry(caseId), person: unitPeople.handler.objectId, words });
    await tab.passes(2);
    await tab.see(at.words('case.refusedText'));
    expect(await tab.tab.content()).not.toContain(canary);
    const last = tab.traffic.findLast(({ url }) => url.endsWith('/cases.changes'));
    expect(last?.answer).toBe('{"case":"gone"}');
    await tab.close();
  });

  it('is calm where the server is away or refuses, and goes on later', async () => {
    const { caseId } = await newCase();
    const { tab, at, bar } = await sitsAt(caseId);
    const answers: readonly ((route: Route) => Promise<void>)[] = [
      (route) => route.abort('connectionreset'),
      (route) => route.fulfill({ status: 400, body: '{"code":"odd"}' }),
      (route) => route.fulfill({ status: 401, body: 'Who is it?' }),
    ];
    for (const answer of answers) {
      await tab.page.context().route('**/api/tab/cases.changes', answer);
      await tab.passes(20);
      await tab.page.context().unroute('**/api/tab/cases.changes');
      expect(await bar.count()).toBe(0);
      expect(await tab.tab.getByRole('alert').filter({ visible: true }).count()).toBe(0);
    }
    await colleague.call('case.acknowledge', entry(caseId));
    await tab.passes(20);
    await bar.getByText(at.words('case.changed')).waitFor();

    // What was offered does not come: that is said, and it can be asked for again.
    await tab.page.context().route('**/api/tab/case.view', (route) => route.abort('connectionreset'));
    await tab.press(at.words('shell.changedShow'), bar);
    await bar.getByText(at.words('shell.changedFailed')).waitFor();
    await tab.page.context().unroute('**/api/tab/case.view');
    await tab.press(at.words('shell.changedShow'), bar);
    await tab.see(at.words('status.acknowledged'));
    await bar.waitFor({ state: 'detached' });
    await tab.close();
  });

  it('says no more that something is saved once a colleague has changed it again', async () => {
    const { caseId } = await newCase();
    const { tab, at, bar } = await sitsAt(caseId);
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await at.acknowledge();
    await at.triage();
    const saved = tab.tab.getByRole('status').filter({ hasText: at.words('work.triageSaved'), visible: true });
    expect(await saved.count()).toBeGreaterThan(0);
    const { record } = await colleague.call('case.view', { caseId });
    await colleague.call('case.move', { ...entry(caseId), revision: record.revision, to: 'inProgress' });
    await tab.passes(2);
    await tab.press(at.words('shell.changedShow'), bar);
    await bar.waitFor({ state: 'detached' });
    const triage = await tab.panel(at.words('work.triageHeading'));
    expect(await triage.getByText(at.words('work.triageSaved')).count()).toBe(0);
    await tab.close();
  });
});

describe('the list of cases', () => {
  it('offers what has come since, and is only changed by whoever asks for it', async () => {
    const { caseId } = await newCase();
    const tab = await unit.open(unitPeople.handler, { hasClock: true });
    const { words } = createCaseDriver(tab, 'en');
    const bar = tab.tab.getByRole('region', { name: words('shell.changedLabel') });
    const row = (id: CaseId) => tab.tab.locator(`[data-case="${id}"]`);
    await row(caseId).waitFor();
    await tab.fill(words('list.find'), 'half a ref');
    await tab.passes(2);
    expect(await bar.count()).toBe(0);
    const added = await newCase();
    await tab.passes(2);
    await bar.getByText(words('list.changed')).waitFor();
    expect(await row(added.caseId).count()).toBe(0);
    expect(await tab.violations()).toEqual([]);
    await tab.press(words('shell.changedShow'), bar);
    await row(added.caseId).waitFor();
    await bar.waitFor({ state: 'detached' });
    expect(await tab.tab.getByLabel(words('list.find')).inputValue()).toBe('half a ref');

    // What a row says is part of it, and a case that somebody is shut out of is not.
    const hidden = await newCase();
    await tab.passes(2);
    await tab.press(words('shell.changedShow'), bar);
    await row(hidden.caseId).waitFor();
    await colleague.call('case.acknowledge', entry(caseId));
    await tab.passes(2);
    await tab.press(words('shell.changedShow'), bar);
    await bar.waitFor({ state: 'detached' });
    await colleague.call('case.excludePerson', {
      ...entry(hidden.caseId),
      person: unitPeople.handler.objectId,
      words: { for: 'oversight', sealed },
    });
    await tab.passes(2);
    await tab.press(words('shell.changedShow'), bar);
    await row(hidden.caseId).waitFor({ state: 'detached' });
    await colleague.call('case.acknowledge', entry(hidden.caseId));
    await tab.passes(2);
    expect(await bar.count()).toBe(0);
    await tab.close();
  });
});
