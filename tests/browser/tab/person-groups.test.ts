import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { type CaseDriver, createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import type { TokenSubject } from '../../fakes/entra.ts';

const unit = setUpUnit({ PERSON_GROUPS: 'yes' });

interface Seat {
  readonly tab: TabPage;
  readonly at: CaseDriver;
}

async function newCase(): Promise<CaseId> {
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, report);
  return (await readSavedCase(unit.bot, teams.card())).record.caseId;
}

async function sitsAt(
  caseId: CaseId,
  as: TokenSubject = unitPeople.handler,
  language: 'en' | 'cy' = 'en',
  width = 1280,
): Promise<Seat> {
  // A person's turns come back: this is more than one does at once.
  unit.bot.clock.forward(60_000);
  const tab = await unit.open(as, { subPage: `case:${caseId}`, locale: localeByLanguage[language], width });
  const at = createCaseDriver(tab, language);
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  await at.openReport();
  return { tab, at };
}

async function writeCard({ tab, at }: Seat, surname: string) {
  const panel = await tab.panel(at.words('subjects.heading'));
  await tab.fill(at.words('subjects.numbers'), '7788', panel);
  await tab.fill(at.words('subjects.surname'), surname, panel);
  await at.send(panel, 'subjects.send', 'subjects.saved');
  return panel;
}

/** Reads the other report and says that both cards name one person. */
async function confirm({ tab, at }: Seat, other: CaseId): Promise<void> {
  const reference = formatCaseId(other);
  await tab.press(at.words('subjects.openOther', { reference }));
  await tab.press(at.words('group.confirm', { reference }));
  await tab.see(at.words('group.confirmSaved'));
}

async function inEachTheme(tab: TabPage, name: string): Promise<void> {
  for (const theme of ['dark', 'contrast', 'default'] as const) {
    await tab.changeTheme(theme);
    expect({ name, theme, violations: await tab.violations() }).toEqual({ name, theme, violations: [] });
    await tab.picture(theme === 'default' ? name : `${name}-${theme}`, 'whole');
  }
}

const kindsIn = async (caseId: CaseId) => (await unit.bot.store().history.readAll(caseId)).map(({ kind }) => kind);

describe('reports that may be about one person, at the tab', () => {
  it('are confirmed by one, shown together to another, and parted by two', async () => {
    const canary = newCanary();
    const [first, second, third] = [await newCase(), await newCase(), await newCase()];
    const one = await sitsAt(first);
    await writeCard(one, canary);
    await one.tab.close();

    const two = await sitsAt(second);
    await writeCard(two, canary);
    await two.tab.see(two.at.words('subjects.foundHeading', { count: 1 }));
    await two.tab.press(two.at.words('subjects.openOther', { reference: formatCaseId(first) }));
    await two.tab.button(two.at.words('group.confirm', { reference: formatCaseId(first) })).waitFor();
    await inEachTheme(two.tab, 'en-group-confirming');
    await two.tab.press(two.at.words('group.confirm', { reference: formatCaseId(first) }));
    await two.tab.see(two.at.words('group.confirmSaved'));
    await two.tab.see(two.at.words('subjects.foundHeading', { count: 0 }));
    await two.tab.close();

    const three = await sitsAt(third);
    await writeCard(three, canary);
    await three.tab.see(three.at.words('subjects.foundHeading', { count: 2 }));
    await confirm(three, second);
    await three.tab.see(three.at.words('subjects.foundHeading', { count: 1 }));
    const panel = await three.tab.panel(three.at.words('subjects.heading'));
    unit.bot.clock.forward(60_000);
    await three.tab.press(three.at.words('group.show'));
    await three.tab.see(three.at.words('group.reports', { count: 3 }));
    await inEachTheme(three.tab, 'en-group');
    await three.tab.press(three.at.words('group.partAsk'), panel);
    await three.tab.see(three.at.words('group.wrongNeeded'));
    await three.tab.choose(three.at.required('group.wrong'), formatCaseId(second), panel);
    await panel
      .getByRole('region', { name: three.at.words('group.heading') })
      .getByLabel(three.at.required('work.reason'))
      .fill(`${canary} is another sergeant`);
    await three.tab.press(three.at.words('group.partAsk'), panel);
    await three.tab.see(three.at.words('group.partOwn'));
    // It stays confirmed, and the focus is where the page says what was done.
    expect(await three.tab.tab.evaluate(() => document.activeElement?.textContent)).toBe(
      three.at.words('group.heading'),
    );
    expect(await kindsIn(third)).toEqual(expect.arrayContaining(['samePerson', 'grouped', 'doubted']));
    await three.tab.close();

    const other = await sitsAt(third, unitPeople.second, 'cy', 320);
    const theirs = await other.tab.panel(other.at.words('subjects.heading'));
    await other.tab.see(`${canary} is another sergeant`);
    await other.tab.see(other.at.words('closing.readText', { who: 'Handler One' }));
    await other.tab.press(other.at.words('group.show'), theirs);
    await other.tab.see(other.at.words('group.reports', { count: 3 }));
    await inEachTheme(other.tab, 'cy-group-parting');
    await other.tab.press(other.at.words('group.part', { reference: formatCaseId(second) }), theirs);
    await other.tab.see(other.at.words('group.parted'));
    await other.tab.press(other.at.words('subjects.compare'), theirs);
    await other.tab.see(other.at.words('subjects.foundHeading', { count: 2 }));
    expect(await kindsIn(second)).toEqual(expect.arrayContaining(['samePerson', 'parted']));
    for (const { tab } of [one, two, three, other]) {
      expect(unexpectedErrors(tab)).toEqual([]);
      const wire = tab.traffic.map(({ url, body, answer }) => `${url} ${body} ${answer}`).join('\n');
      assertAbsent('what went over the wire', wire, [canary]);
      assertAbsent('the console', tab.console.join('\n'), [canary]);
    }
    assertAbsent('the log', unit.bot.log.join('\n'), [canary]);
    assertAbsentOnDisk(unit.bot.folder, [canary]);
    await other.tab.close();
  });

  it('are told to somebody who is shut out of one as if it were not there', async () => {
    const canary = newCanary();
    const [first, second, third] = [await newCase(), await newCase(), await newCase()];
    for (const [place, caseId] of [first, second, third].entries()) {
      const seat = await sitsAt(caseId);
      await writeCard(seat, canary);
      const before = [first, second, third][place - 1];
      if (before) await confirm(seat, before);
      await seat.tab.close();
    }
    const seat = await sitsAt(first, unitPeople.second);
    await seat.tab.panel(seat.at.words('subjects.heading'));
    await seat.tab.press(seat.at.words('group.show'));
    await seat.tab.see(seat.at.words('group.reports', { count: 3 }));
    await seat.tab.close();
    await unit.bot.tab({ objectId: unitPeople.handler.objectId }).call('case.excludePerson', {
      caseId: third,
      request: newRequestId(),
      person: unitPeople.second.objectId,
      words: { for: 'oversight', sealed: createSealText('it may be about them') },
    });
    const after = await sitsAt(first, unitPeople.second, 'cy', 320);
    await after.tab.panel(after.at.words('subjects.heading'));
    await after.tab.press(after.at.words('group.show'));
    await after.tab.see(after.at.words('group.reports', { count: 2 }));
    expect(await after.tab.tab.content()).not.toContain(formatCaseId(third));
    assertAbsent('what went over the wire', after.tab.traffic.map(({ answer }) => answer).join('\n'), [third]);
    await after.tab.close();
  });
});
