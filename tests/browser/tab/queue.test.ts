import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type CaseId, formatCaseId, parseCaseId } from '../../../core/model/case-id.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const waiting = 30;
const mostMovesPerCase = 3;
// What is left of one would wait in the list of the next.
const units = { keyboard: setUpUnit(), mouse: setUpUnit(), passing: setUpUnit(), together: setUpUnit() };
type Unit = typeof units.passing;

async function newCase(unit: Unit): Promise<CaseId> {
  unit.bot.clock.forward(60_000);
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, report);
  return (await readSavedCase(unit.bot, teams.card())).record.caseId;
}
beforeAll(async () => {
  await units.passing.bot.tab(unitPeople.second).call('me', {});
});

const standing = async (unit: Unit, caseId: CaseId) => (await unit.bot.store().cases.read(caseId))?.value;
const shownCase = async (tab: TabPage): Promise<CaseId> => {
  const heading = await tab.tab.locator('h1').innerText();
  const caseId = parseCaseId(/[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]+/u.exec(heading)?.[0] ?? '');
  if (caseId === undefined) throw new Error('the heading names no case');
  return caseId;
};

/** Counts what moves between cases and their parts; what decides is not counted. */
function mover(tab: TabPage, how: 'mouse' | 'keyboard') {
  let moves = 0;
  return {
    count: () => moves,
    async move(key: string): Promise<void> {
      moves += 1;
      if (how === 'keyboard') return tab.page.keyboard.press(key);
      await tab.tab.locator(`button[data-key="${key}"], [data-key="${key}"] button[type=submit]`).first().click();
    },
    async write(target: Locator, text: string): Promise<void> {
      await (how === 'mouse' ? target.click() : target.focus());
      await tab.page.keyboard.type(text);
    },
    async decide(target: Locator): Promise<void> {
      if (how === 'mouse') return target.click();
      await target.focus();
      await tab.page.keyboard.press((await target.getAttribute('type')) === 'radio' ? 'Space' : 'Enter');
    },
  };
}

describe('cases that one works through', () => {
  it.each(['keyboard', 'mouse'] as const)('take three moves a case at most, by %s', async (how) => {
    const unit = units[how];
    const made: CaseId[] = [];
    for (let place = 0; place < waiting; place += 1) made.push(await newCase(unit));
    const tab = await unit.open(unitPeople.handler, { made: 'today' });
    const at = createCaseDriver(tab, 'en');
    const row = tab.tab.locator('[data-waits="unacknowledged"]');
    await row.getByRole('button', { name: at.words('queue.start') }).click();
    await tab.see(at.words('queue.place', { place: 1, count: waiting }));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    const hand = mover(tab, how);
    for (let place = 1; place <= waiting; place += 1) {
      // The server's clock stands still, and by it nobody could ask again after a while.
      unit.bot.clock.forward(20_000);
      await tab.see(at.words('queue.place', { place, count: waiting }));
      await tab.see(at.words('case.workHeading'));
      const caseId = await shownCase(tab);
      const heading = at.words('case.heading', { reference: formatCaseId(caseId) });
      await tab.see(heading);
      // Seen, before it can be taken.
      expect(await tab.button(at.words('work.claim')).count()).toBe(0);
      await hand.decide(tab.button(at.words('case.acknowledge')));
      await tab.see(at.words('nextStep.read'));
      await hand.move('o');
      await tab.see(at.words('case.sealedTo'));
      // Made safe first.
      await tab.see(at.words('nextStep.safety'));
      await hand.move('s');
      const safety = tab.tab.locator('[data-step="safety"]');
      await safety.locator('input:focus').waitFor();
      await hand.decide(safety.getByRole('radio', { name: at.words('safety.dangerNone'), exact: true }));
      await hand.write(safety.getByLabel(at.required('safety.done')), 'Looked at, and nobody is in danger');
      await hand.decide(tab.button(at.words('safety.send'), safety));
      // The page goes on by itself to whether they take it, and from there to triage, and answers neither.
      await tab.see(at.words('nextStep.take'));
      await tab.tab.locator('[data-step="take"] h3:focus').waitFor();
      expect(await tab.button(at.words('work.claim')).count()).toBe(0);
      await hand.decide(tab.button(at.words('nextStep.knowNobody')));
      await hand.decide(tab.button(at.words('work.claim')));
      await tab.see(at.words('nextStep.triage'));
      await tab.tab.locator('[data-step="triage"] select:focus').first().waitFor();
      const panel = await tab.panel(at.words('work.triageHeading'));
      const category = panel.getByLabel(at.required('work.category'), { exact: true });
      await category.waitFor();
      // Nothing is chosen beforehand.
      expect(await category.inputValue()).toBe('');
      await category.selectOption('sexualMisconduct');
      await hand.decide(tab.button(at.words('work.proposalUse'), panel));
      await hand.decide(panel.getByRole('radio', { name: at.words('status.handlingP'), exact: true }));
      await hand.decide(panel.getByRole('radio', { name: at.words('status.regimeLawEnforcement'), exact: true }));
      await hand.decide(tab.button(at.words('work.triageSend'), panel));
      await tab.see(at.words('work.triageSaved'));
      expect(await standing(unit, caseId)).toMatchObject({ status: 'triaged', assignee: unitPeople.handler.objectId });
      await hand.move('n');
    }
    await tab.see(at.words('list.heading'));
    process.stdout.write(
      `  ${waiting} cases seen, opened, made safe, taken and triaged, by ${how}: ${hand.count()} moves, ${(hand.count() / waiting).toFixed(1)} a case\n`,
    );
    expect(hand.count()).toBeLessThanOrEqual(mostMovesPerCase * waiting);
    for (const caseId of made) expect(await standing(unit, caseId)).toMatchObject({ status: 'triaged' });
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('pass over what a colleague took or somebody may see no more, come back to what was left, and end at the list', async () => {
    const unit = units.passing;
    const made = new Set<CaseId>();
    for (let count = 0; count < 4; count += 1) made.add(await newCase(unit));
    const tab = await unit.open(unitPeople.handler);
    const at = createCaseDriver(tab, 'en');
    await tab.press(new RegExp(`^${at.words('list.unassigned')}`, 'u'));
    await tab.see(at.words('list.shown', { count: 4 }));
    await tab.press(at.words('queue.start'));
    await tab.see(at.words('queue.place', { place: 1, count: 4 }));
    const first = await shownCase(tab);
    expect(await tab.violations()).toEqual([]);
    await tab.picture('en-queue');
    await tab.press(at.words('queue.later'));
    await tab.tab
      .locator('h1')
      .filter({ hasNotText: formatCaseId(first) })
      .waitFor();
    await tab.see(at.words('case.workHeading'));
    const second = await shownCase(tab);
    const others = [...made].filter((one) => one !== first && one !== second);
    const [gone, taken] = others;
    if (gone === undefined || taken === undefined) throw new Error('there are four');
    const colleague = unit.bot.tab(unitPeople.second);
    await colleague.call('case.excludePerson', {
      caseId: gone,
      request: newRequestId(),
      person: unitPeople.handler.objectId,
      words: { for: 'oversight', sealed: createSealText('why') },
    });
    await colleague.call('case.assign', {
      caseId: taken,
      request: newRequestId(),
      revision: (await standing(unit, taken))?.revision ?? 0,
      to: colleague.objectId,
    });
    await tab.press(at.words('queue.next'));
    await tab.see(at.words('queue.passedTaken', { reference: formatCaseId(taken) }));
    await tab.see(at.words('queue.passedGone', { reference: formatCaseId(gone) }));
    expect(await shownCase(tab)).toBe(first);
    await tab.see(at.words('queue.place', { place: 2, count: 2 }));
    expect(await tab.violations()).toEqual([]);
    await tab.press(at.words('case.back'));
    await tab.see(at.words('list.heading'));
    await tab.tab.locator(`[data-case="${first}"]:focus`).waitFor();
    await at.openFromList(first);
    await tab.see(at.words('case.workHeading'));
    expect(await tab.tab.getByRole('region', { name: at.words('queue.label') }).count()).toBe(0);
    // The case that they may see no more.
    expect(unexpectedErrors(tab).filter((error) => !error.includes('403'))).toEqual([]);
    await tab.close();
  });

  it('are shared by two who work through the same ones: nobody takes what the other has, and all are taken once', async () => {
    const unit = units.together;
    const made: CaseId[] = [];
    for (let count = 0; count < 3; count += 1) made.push(await newCase(unit));
    const hands = [];
    for (const who of [unitPeople.handler, unitPeople.second]) {
      unit.bot.clock.forward(60_000);
      const tab = await unit.open(who);
      const at = createCaseDriver(tab, 'en');
      await tab.press(new RegExp(`^${at.words('list.unassigned')}`, 'u'));
      await tab.see(at.words('list.shown', { count: 3 }));
      await tab.press(at.words('queue.start'));
      await tab.see(at.words('queue.place', { place: 1, count: 3 }));
      await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
      await at.openReport();
      hands.push({ tab, at, objectId: who.objectId });
    }
    const [one, two] = hands;
    if (!one || !two) throw new Error('there are two');
    const first = await shownCase(one.tab);
    expect(await shownCase(two.tab)).toBe(first);
    await one.tab.press(one.at.words('nextStep.knowNobody'));
    await one.tab.button(one.at.words('work.claim')).waitFor();
    expect(one.tab.traffic.filter(({ url }) => url.includes('case.assign'))).toEqual([]);
    // Opened again, it is asked about again.
    await one.tab.press(one.at.words('keys.lock'));
    await one.at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await one.at.openReport();
    await one.tab.button(one.at.words('nextStep.knowNobody')).waitFor();
    expect(await one.tab.button(one.at.words('work.claim')).count()).toBe(0);
    await one.at.take();
    // Whoever is at it too is told, and takes it from nobody unasked.
    await two.tab.press(two.at.words('nextStep.knowNobody'));
    await two.tab.press(two.at.words('work.claim'));
    await two.tab.see(two.at.words('case.movedHeading'));
    expect((await standing(unit, first))?.assignee).toBe(one.objectId);
    await one.tab.press(one.at.words('queue.next'));
    await one.tab.see(one.at.words('queue.place', { place: 2, count: 3 }));
    await one.tab.see(one.at.words('case.workHeading'));
    const middle = await shownCase(one.tab);
    expect(middle).not.toBe(first);
    await one.at.openReport();
    await one.at.take();
    unit.bot.clock.forward(60_000);
    await two.tab.press(two.at.words('queue.next'));
    await two.tab.see(two.at.words('queue.passedTaken', { reference: formatCaseId(middle) }));
    const last = await shownCase(two.tab);
    expect(new Set([first, middle, last])).toEqual(new Set(made));
    await two.at.openReport();
    await two.at.take();
    expect((await standing(unit, last))?.assignee).toBe(two.objectId);
    for (const { tab } of hands) await tab.close();
  });
});
