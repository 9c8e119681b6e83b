import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { appendEvent, emptyChain } from '../../../core/model/event-record.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCase, createAlert, today } from '../../support/contracts/records.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { tenantId } from '../../support/journeys/bot-settings.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

/** A hand that counts what it does: each click, each choice from a list that unfolds as the two that it is, each key. */
interface Hand {
  readonly how: 'mouse' | 'keyboard';
  readonly count: () => number;
  press(target: Locator): Promise<void>;
  choose(target: Locator, value: string): Promise<void>;
}

const unit = setUpUnit();
const third = { objectId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', name: 'Handler Three', roles: ['handler'] };
const leaver = toPersonId('99999999-9999-4999-8999-999999999999');
beforeAll(async () => {
  // Somebody who came while they were on the list, and is not on it any more.
  await unit.bot.store().people.add({ objectId: leaver, name: 'Leaver One', roles: ['handler'], envelopes: [] });
  for (const colleague of [unitPeople.second, third]) await unit.bot.tab(colleague).call('me', {});
});
// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

function handOf(tab: TabPage, how: Hand['how']): Hand {
  let done = 0;
  return {
    how,
    count: () => done,
    async press(target) {
      done += 1;
      if (how === 'mouse') return target.click();
      // Moving there by Tab is looked at elsewhere: what counts here is what is pressed.
      await target.focus();
      await tab.page.keyboard.press((await target.getAttribute('type')) === null ? 'Enter' : 'Space');
    },
    async choose(target, value) {
      done += 2;
      await target.focus();
      if (how === 'mouse') return void (await target.selectOption(value));
      // A list that has the focus goes to what is typed.
      await tab.page.keyboard.type((await target.locator(`option[value="${value}"]`).textContent()) ?? '');
    },
  };
}
const printed = (task: string, hand: Hand, most: number): void => {
  process.stdout.write(`  ${task}, by ${hand.how}: ${hand.count()} of ${most}\n`);
  expect(hand.count()).toBeLessThanOrEqual(most);
};

async function aReport(): Promise<CaseRecord> {
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, report);
  return (await readSavedCase(unit.bot, teams.card())).record;
}
async function withLeaver(): Promise<void> {
  const sent = createCase({
    tenantId,
    chain: emptyChain,
    assignee: leaver,
    status: 'acknowledged',
    receivedOn: addDays(today, -3),
  });
  const { record, event } = appendEvent(sent, { kind: 'received', by: 'system', at: sent.receivedOn });
  await unit.bot
    .store()
    .cases.create(record, createAlert(record.caseId, { state: 'acknowledged', dueAt: undefined }), [event]);
}
const standing = async ({ caseId }: CaseRecord) => (await unit.bot.store().cases.read(caseId))?.value;

describe.each(['mouse', 'keyboard'] as const)('the clicks of everyday tasks, by %s', (how) => {
  it('are one to acknowledge, one to open, eight at most to triage and three to answer', async () => {
    const record = await aReport();
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${record.caseId}` });
    const at = createCaseDriver(tab, 'en');
    const acknowledging = handOf(tab, how);
    await acknowledging.press(tab.button(at.words('case.acknowledge')));
    await tab.see(at.words('event.acknowledged', { who: 'Handler One (you)' }));
    printed('acknowledge', acknowledging, 1);

    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    const opening = handOf(tab, how);
    await opening.press(tab.button(at.words('case.open')));
    await tab.see(at.words('case.sealedTo'));
    printed('open', opening, 1);

    const panel = await tab.panel(at.words('work.triageHeading'));
    const radio = (name: string) => panel.getByRole('radio', { name, exact: true });
    const triaging = handOf(tab, how);
    await triaging.choose(panel.getByLabel(at.required('work.category'), { exact: true }), 'sexualMisconduct');
    await triaging.press(tab.button(at.words('work.proposalUse'), panel));
    await triaging.press(radio(at.words('status.handlingP')));
    await triaging.press(radio(at.words('status.regimeLawEnforcement')));
    await triaging.press(tab.button(at.words('work.triageSend'), panel));
    await tab.see(at.words('work.triageSaved'));
    expect(await standing(record)).toMatchObject({ status: 'triaged', nationalCategory: 'sexualMisconduct' });
    printed('triage', triaging, 8);

    const talk = await tab.panel(at.words('talk.heading'));
    const answering = handOf(tab, how);
    await answering.press(tab.button(at.words('talk.replyReceived'), talk));
    await answering.press(talk.getByRole('checkbox', { name: at.words('talk.confirm') }));
    await answering.press(tab.button(at.words('talk.send'), talk));
    await tab.see(at.words('talk.sent'));
    printed('answer with a reply of the list', answering, 3);
    await tab.close();
  });

  it('are six at most to hand over 28 cases of somebody who leaves', async () => {
    for (let made = 0; made < 28; made += 1) await withLeaver();
    const tab = await unit.open(unitPeople.handler);
    const at = createCaseDriver(tab, 'en');
    await tab.see(at.words('list.heading'));
    const hand = handOf(tab, how);
    await hand.press(tab.button(at.words('list.handOver')));
    const list = (label: string) => tab.tab.getByLabel(label, { exact: true });
    await list(at.words('bulk.from')).waitFor();
    await hand.choose(list(at.words('bulk.from')), leaver);
    await hand.choose(list(at.words('bulk.to')), unitPeople.handler.objectId);
    await hand.press(tab.button(at.words('bulk.give', { count: 28 })));
    await tab.see(at.words('bulk.done', { count: 28 }));
    printed('hand over 28 cases', hand, 6);
    expect(await tab.violations()).toEqual([]);
    const left = await unit.bot
      .store()
      .list.count({ handledBy: 'acu', viewer: 'everybody', status: 'open', assignedTo: { objectId: leaver } }, 100);
    expect(left).toBe(0);
    await tab.close();
  });
});

describe('several cases that are ticked', () => {
  it('are acknowledged and given together, and what could not be done is said case by case', async () => {
    const [one, two] = [await aReport(), await aReport()];
    const tab = await unit.open(unitPeople.handler);
    const at = createCaseDriver(tab, 'en');
    await tab.tab.locator(`[data-case="${one.caseId}"]`).waitFor();
    await tab.press(at.words('list.several'));
    for (const { caseId } of [one, two]) {
      const reference = `${caseId.slice(0, 3)}-${caseId.slice(3, 6)}-${caseId.slice(6)}`;
      await tab.check(at.words('list.tick', { reference }));
    }
    await tab.see(at.words('bulk.ticked', { count: 2 }));
    expect(await tab.violations()).toEqual([]);
    await tab.press(at.words('bulk.acknowledge'));
    await tab.see(at.words('bulk.acknowledged', { count: 2 }));
    await tab.settle();
    // A colleague takes one of them while the page still shows it with nobody.
    const colleague = unit.bot.tab(third);
    const taken = await standing(two);
    await colleague.call('case.assign', {
      caseId: two.caseId,
      revision: taken?.revision ?? 0,
      request: 'a'.repeat(32),
      to: colleague.objectId,
    });
    // For oneself a case is taken on its page, once it is open.
    await tab.choose(at.words('bulk.to'), 'Handler Two');
    await tab.press(at.words('bulk.give', { count: 2 }));
    await tab.see(at.words('bulk.done', { count: 1 }));
    await tab.see('someone else was given it in the meantime');
    expect(await standing(one)).toMatchObject({ status: 'acknowledged', assignee: unitPeople.second.objectId });
    expect(await standing(two)).toMatchObject({ assignee: third.objectId });
    await tab.close();
  });
});
