import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();
// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));
const identityFile = () => join(unit.bot.folder, 'keys/acu.identity');

async function newCase(): Promise<CaseId> {
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, report);
  return (await readSavedCase(unit.bot, teams.card())).record.caseId;
}

async function opened(tab: TabPage, at: ReturnType<typeof createCaseDriver>, caseId: CaseId): Promise<void> {
  await tab.tab.locator(`[data-case="${caseId}"]`).waitFor();
  await at.openFromList(caseId);
  await tab.see(at.words('case.workHeading'));
  if ((await tab.button(at.words('keys.lock')).count()) === 0) await at.unlock(identityFile());
  await at.openReport();
}

async function titled(tab: TabPage, at: ReturnType<typeof createCaseDriver>, title: string, subject: string) {
  const panel = await tab.panel(at.words('titles.heading'));
  await tab.fill(at.required('titles.title'), title, panel);
  await tab.fill(at.optional('titles.subject'), subject, panel);
  await at.send(panel, 'titles.save', 'titles.saved');
  await tab.see([title, subject].filter((part) => part !== '').join(' · '));
}

describe.each(languages)('the working title of a case, in %s', (language) => {
  it('is proposed when the report is opened, and shown to those with an open key, in the list and the search', async () => {
    const caseId = await newCase();
    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await opened(tab, at, caseId);
    await tab.see(at.words('titles.proposal'));
    const panel = await tab.panel(at.words('titles.heading'));
    const proposed = await panel.getByLabel(at.required('titles.title')).inputValue();
    expect(proposed.length).toBeGreaterThan(3);
    expect(proposed.length).toBeLessThanOrEqual(80);
    // A proposal is saved by nobody but the person: leaving asks nothing, and leaves nothing.
    expect((await unit.bot.store().cases.read(caseId))?.value.caseTitle).toBeUndefined();
    expect(await tab.violations()).toEqual([]);

    const [first, second, subject] = [newCanary(), newCanary(), newCanary()];
    await titled(tab, at, `First ${first}`, subject);
    await titled(tab, at, `Second ${second}`, subject);
    await tab.press(at.words('case.back'));
    const row = tab.tab.getByRole('row').filter({ has: tab.tab.locator(`[data-case="${caseId}"]`) });
    await row.getByText(`Second ${second}`).waitFor();
    expect(await row.innerText()).toContain(subject);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-titles-list`);

    // Found in this page, in whatever case, and asked of no server.
    await tab.fill(at.words('list.find'), subject.toUpperCase());
    await tab.press(at.words('list.findButton'));
    await tab.see(at.words('list.shown', { count: 1 }));
    await tab.press(at.words('list.back'));
    // A name or collar number that no title has is asked of no server either, though a reference could begin with it.
    const asked = tab.traffic.length;
    for (const name of ['REES', '1234', 'Anne-Marie', 'Lee-Ann', 'Jane Davey', 'PC 1234']) {
      await tab.fill(at.words('list.find'), name);
      await tab.press(at.words('list.findButton'));
      await tab.see(at.words('list.noneFoundHere'));
      await tab.press(at.words('list.back'));
    }
    expect(tab.traffic.slice(asked).filter(({ url }) => url.includes('cases.find'))).toEqual([]);
    // From Today the list shows what is chosen there, whatever was looked for before.
    await tab.fill(at.words('list.find'), 'PC 1234');
    await tab.press(at.words('list.findButton'));
    await tab.see(at.words('list.noneFoundHere'));
    await tab.press(at.words('today.heading'));
    await tab.see(at.words('today.intro'));
    unit.bot.clock.forward(60_000);
    await tab.press(at.words('list.unassigned'));
    await row.getByText(`Second ${second}`).waitFor();
    expect(await tab.tab.getByLabel(at.words('list.find')).inputValue()).toBe('');

    // A colleague reads it with their key, and the earlier one in the history.
    const colleague = await unit.open(unitPeople.second, { locale: localeByLanguage[language] });
    const theirs = createCaseDriver(colleague, language);
    await colleague.tab.locator(`[data-case="${caseId}"]`).waitFor();
    expect(await colleague.tab.content()).not.toContain(second);
    await opened(colleague, theirs, caseId);
    await colleague.see(`Second ${second} · ${subject}`);
    await colleague.see(new RegExp(`First ${first}`, 'u'));

    // Locked, nothing of it is left.
    await tab.press(at.words('keys.lock'));
    await row.getByText(`Second ${second}`).waitFor({ state: 'detached' });
    expect(await tab.tab.content()).not.toContain(subject);

    // Shut out meanwhile, they get it no more.
    await unit.bot.tab(unitPeople.handler).call('case.excludePerson', {
      caseId,
      request: newRequestId(),
      person: unitPeople.second.objectId,
      words: { for: 'oversight', sealed: createSealText('why') },
    });
    const refused = await unit.bot.tab(unitPeople.second).call('cases.titles', { cases: [caseId] });
    expect(refused.titles).toEqual([]);
    await colleague.press(theirs.words('case.refresh'));
    await colleague.see(theirs.words('case.refusedText'));
    await colleague.press(theirs.words('case.back'));
    await colleague.see(theirs.words('list.heading'));
    await colleague.settle();
    expect(await colleague.tab.content()).not.toContain(second);

    const marks = [first, second, subject];
    for (const page of [tab, colleague]) {
      for (const { url, method, body, answer } of page.traffic) {
        assertAbsent(`the request ${method}`, `${url} ${body}`, marks);
        assertAbsent('an answer', answer, marks);
      }
      assertAbsent('what the browser keeps', await readBrowserStorage(page), marks);
      assertAbsent('the console', page.console.join('\n'), marks);
      // The case that they may see no more.
      expect(unexpectedErrors(page).filter((error) => !error.includes('403'))).toEqual([]);
      await page.close();
    }
    assertAbsent('the log', unit.bot.log.join(''), marks);
    assertAbsentOnDisk(unit.bot.folder, marks);
  });
});

describe('a title that several people write at once', () => {
  const third = { objectId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', name: 'Handler Three', roles: ['handler'] };

  it('is of whoever was first; the others are told, lose nothing typed, and see each other’s last one', async () => {
    const caseId = await newCase();
    const hands = [];
    for (const who of [unitPeople.handler, unitPeople.second, third]) {
      unit.bot.clock.forward(60_000);
      const tab = await unit.open(who);
      const at = createCaseDriver(tab, 'en');
      await opened(tab, at, caseId);
      hands.push({ tab, at, panel: await tab.panel(at.words('titles.heading')) });
    }
    const [one, two, three] = hands;
    if (!one || !two || !three) throw new Error('there are three');
    await two.tab.fill(two.at.required('titles.title'), 'Typed by the second', two.panel);
    await three.tab.fill(three.at.required('titles.title'), 'Typed by the third', three.panel);
    await titled(one.tab, one.at, 'Saved by the first', '');

    for (const [{ tab, at, panel }, typed] of [
      [two, 'Typed by the second'],
      [three, 'Typed by the third'],
    ] as const) {
      unit.bot.clock.forward(60_000);
      await tab.press(at.words('titles.save'), panel);
      await tab.see(at.words('case.movedHeading'));
      expect(await tab.violations()).toEqual([]);
      expect(await panel.getByLabel(at.required('titles.title')).inputValue()).toBe(typed);
      await at.send(panel, 'titles.save', 'titles.saved');
    }
    const { caseTitle } = (await unit.bot.store().cases.read(caseId))?.value ?? {};
    expect(caseTitle).toMatchObject({ version: 3, by: third.objectId });
    // Each one is in the history, so none hides another.
    const kinds = (await unit.bot.store().history.readAll(caseId)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'titled')).toHaveLength(3);
    unit.bot.clock.forward(60_000);
    await one.tab.press(one.at.words('case.refresh'));
    await one.tab.see(/^Typed by the third/u);
    await one.tab.press(one.at.words('case.back'));
    await one.tab.tab
      .getByRole('row')
      .filter({ has: one.tab.tab.locator(`[data-case="${caseId}"]`) })
      .getByText('Typed by the third')
      .waitFor();
    for (const { tab } of hands) {
      // Refused because another was first.
      expect(unexpectedErrors(tab).filter((error) => !error.includes('409'))).toEqual([]);
      await tab.close();
    }
  });
});

describe('a title that a server forges', () => {
  it('is refused and said where it is swapped, put back or taken away', async () => {
    const [one, two] = [await newCase(), await newCase()];
    const tab = await unit.open(unitPeople.handler);
    const at = createCaseDriver(tab, 'en');
    await opened(tab, at, one);
    await titled(tab, at, 'Gifts in Newport', '');
    const store = unit.bot.store();
    const standing = (await store.cases.read(one))?.value.caseTitle;
    await titled(tab, at, 'Gifts in Cardiff', '');
    await tab.press(at.words('case.back'));
    const cell = (caseId: CaseId, text: string) =>
      tab.tab
        .getByRole('row')
        .filter({ has: tab.tab.locator(`[data-case="${caseId}"]`) })
        .getByText(text);
    await cell(one, 'Gifts in Cardiff').waitFor();
    const forge = async (caseId: CaseId, caseTitle: typeof standing): Promise<void> => {
      const found = await store.cases.read(caseId);
      if (!found) throw new Error('no case');
      await store.cases.change({ case: { ...found, value: { ...found.value, caseTitle } }, events: [] });
    };
    const newest = (await store.cases.read(one))?.value.caseTitle;
    for (const [caseId, caseTitle] of [
      [two, newest],
      [one, standing],
      [one, undefined],
    ] as const) {
      unit.bot.clock.forward(60_000);
      await forge(caseId, caseTitle);
      await tab.press(at.words('list.refresh'));
      await cell(caseId, at.words('list.titleDamaged')).waitFor();
      if (caseId === one) {
        await forge(one, newest);
        await tab.press(at.words('list.refresh'));
        await cell(one, 'Gifts in Cardiff').waitFor();
      }
    }
    // Someone who never saw the newer one is told by the history.
    await forge(one, standing);
    const colleague = await unit.open(unitPeople.second);
    const theirs = createCaseDriver(colleague, 'en');
    await opened(colleague, theirs, one);
    await colleague.see(theirs.words('titles.damaged'));
    await colleague.close();
    await tab.close();
  });
});
