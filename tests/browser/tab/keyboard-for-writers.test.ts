import { beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import { loadBuiltInPlan } from '../../../guidance/node/built-in-texts.ts';
import { translate, type WordKey, type WordValues } from '../../../words/tab/translate.ts';
import { focusedElement, pressKeys, tabTo } from '../../support/browser/tab/keyboard.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { createGiftsTopic } from '../../support/journeys/gifts-topic.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const words = (key: WordKey, values?: WordValues) => translate('en', key, values);
const type = (tab: TabPage, text: string) => tab.page.keyboard.insertText(text);
/** Goes to a button and presses it. */
async function pressed(tab: TabPage, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(tab, name);
  await pressKeys(tab, key);
}
/** What has the focus once the page rests. */
async function restsOn(tab: TabPage): Promise<string> {
  await tab.settle();
  const { name, isSeen } = await focusedElement(tab);
  // A heading of a page shows no ring: nobody can do anything to it.
  const isHeading = name === words('shell.writing') || name === words('shell.campaigns');
  expect({ name, isSeen: isSeen || isHeading }).toEqual({ name, isSeen: true });
  return name;
}

const topic = createGiftsTopic();
const [item] = loadBuiltInPlan().filter(({ scene }) => scene !== undefined);
if (!item) throw new Error('no plan');
/** The heading of an item, which says how it stands. */
const headed = (state: WordKey) => new RegExp(`^${item.title.en}.*${words(state)}`, 'u');

describe('the page "Write guidance" by keyboard alone', () => {
  it('leads a topic from its first words to readers and back, and nowhere into a trap', async () => {
    const tab = await unit.open(unitPeople.writer);
    await tab.see(words('shell.writing'));
    await pressed(tab, words('shell.writing'));
    await tab.see(words('writing.topics'));
    await tabTo(tab, words('writing.id'));
    await type(tab, 'Gifts!');
    await pressed(tab, words('writing.add'));
    // What is wrong has the focus.
    expect(await restsOn(tab)).toBe(words('writing.id'));
    await pressKeys(tab, 'ControlOrMeta+a');
    await type(tab, topic.id);
    await pressKeys(tab, 'Enter');
    await tab.see(words('writing.preview'));
    expect(await restsOn(tab)).toBe(words('shell.writing'));
    for (const side of ['en', 'cy'] as const) {
      const named = { language: words(side === 'en' ? 'writing.inEnglish' : 'writing.inWelsh') };
      await tabTo(tab, words('writing.title', named));
      await type(tab, topic.title[side]);
      await tabTo(tab, words('writing.text', named));
      await type(tab, topic.text[side]);
    }
    await pressed(tab, words('writing.save'));
    await tab.see(words('writing.saved'));
    expect(await restsOn(tab)).toBe(words('writing.save'));
    // Too early: the problems take the focus, and lead to their fields.
    await pressed(tab, words('writing.submit'));
    await tab.see(words('case.problemsHeading', { count: 4 }));
    expect(await restsOn(tab)).toContain(words('case.problemsHeading', { count: 4 }));
    for (const side of ['en', 'cy'] as const) {
      const problem = { language: words(side === 'en' ? 'writing.inEnglish' : 'writing.inWelshFirst') };
      // They stand above all fields.
      await tabTo(tab, words('problem.noOwner', problem), side === 'cy');
      await pressKeys(tab, 'Enter');
      const named = { language: words(side === 'en' ? 'writing.inEnglish' : 'writing.inWelsh') };
      expect(await restsOn(tab)).toBe(words('writing.owner', named));
      await type(tab, topic.owner[side]);
    }
    await tabTo(tab, words('writing.review'));
    await tab.tab.getByLabel(words('writing.review')).fill(topic.reviewBy);
    await pressed(tab, words('writing.save'));
    // “Saved” was said of the save before too: the button comes back once nothing is unsaved.
    await tab.button(words('writing.submit')).waitFor();
    await pressed(tab, words('writing.submit'));
    await tab.see(words('writing.submittedNow'));
    // The button is gone, and what has become of the topic is in focus.
    expect(await restsOn(tab)).toBe(words('writing.submitted'));

    // The ways of looking at it: its tabs by arrows, its choices by arrows, and past all of them and back.
    await tab.tab.locator('[data-preview="card"] [role="heading"]').first().waitFor();
    await tabTo(tab, words('writing.asCard'));
    await pressKeys(tab, 'ArrowRight', 'Enter');
    await tab.tab.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await tabTo(tab, words('writing.print'));
    await pressed(tab, words('writing.compareEntry', { number: 1 }));
    await tabTo(tab, words('writing.asPage'), true);
    await tabTo(tab, words('writing.back'), true);
    await pressKeys(tab, 'Enter');
    await tab.see(words('writing.topics'));
    expect(await restsOn(tab)).toBe(words('writing.open', { title: topic.title.en }));
    await tab.close();

    const second = await unit.open(unitPeople.secondWriter);
    await second.see(words('shell.writing'));
    await pressed(second, words('shell.writing'));
    await second.see(words('writing.topics'));
    await pressed(second, words('writing.open', { title: topic.title.en }));
    await second.see(words('writing.preview'));
    expect(await restsOn(second)).toBe(words('shell.writing'));
    await pressed(second, words('writing.approve'));
    await second.see(words('writing.approvedNow'));
    expect(await restsOn(second)).toBe(words('writing.approved'));
    await pressed(second, words('writing.withdraw'));
    expect(await restsOn(second)).toBe(words('writing.reason'));
    await type(second, 'The register has moved.');
    await pressed(second, words('writing.withdraw'));
    await second.see(words('writing.withdrawnNow'));
    expect(await restsOn(second)).toBe(words('writing.withdrawn'));
    expect([...unexpectedErrors(tab), ...unexpectedErrors(second)]).toEqual([]);
    await second.close();
  });
});

describe('the page "Campaigns" by keyboard alone', () => {
  it('leads a plan from its draft to its end, and the focus stays where something was done', async () => {
    const today = toDay(unit.bot.clock.now(), 'Europe/London');
    const tab = await unit.open(unitPeople.writer);
    await tab.see(words('shell.campaigns'));
    await pressed(tab, words('shell.campaigns'));
    // The list comes after the heading and the introduction.
    await tab.button(words('campaigns.newHeading')).waitFor();
    await pressed(tab, words('campaigns.newHeading'), 'Space');
    await pressed(tab, words('campaigns.make'));
    await pressed(tab, words('campaigns.needName'));
    expect(await restsOn(tab)).toBe(words('campaigns.name'));
    await type(tab, 'By keys');
    await tab.tab.getByLabel(words('campaigns.startsOn')).fill(addDays(today, 7));
    await pressed(tab, words('campaigns.make'));
    await tab.see(words('campaigns.plan'));
    expect(await restsOn(tab)).toBe(words('shell.campaigns'));

    // The rules stay open and typed where they were saved.
    await pressed(tab, new RegExp(`^${words('campaigns.rulesHeading')}`, 'u'));
    await tabTo(tab, words('campaigns.weekends'));
    await pressKeys(tab, 'Space');
    const rules = await tab.panel(words('campaigns.rulesHeading'));
    await pressed(tab, words('campaigns.save'));
    await tab.see(words('campaigns.saved'));
    expect(await restsOn(tab)).toBe(words('campaigns.save'));
    expect(await rules.getByRole('checkbox').isChecked()).toBe(false);

    // An item: changed, and with the focus on what opened it; moved, and still on the button; of another week, and open.
    await pressed(tab, headed('campaignItem.waits'));
    await pressed(tab, words('campaignItem.edit'));
    const panel = await tab.panel(item.title.en);
    await tabTo(tab, `${words('campaignItem.title')} (${words('campaignItem.english')})`);
    await tab.fill(words('campaignItem.day'), addDays(today, 60), panel);
    await tabTo(tab, words('campaignItem.time'));
    await pressed(tab, words('campaigns.save'));
    await panel.getByRole('form').waitFor({ state: 'detached' });
    expect(await restsOn(tab)).toBe(words('campaignItem.edit'));
    for (const way of ['campaignItem.earlier', 'campaignItem.later'] as const) {
      await tabTo(tab, words(way));
      await pressKeys(tab, 'Enter');
      await tab.see(words('campaignItem.reordered'));
      expect(await restsOn(tab)).toBe(words(way));
    }
    await pressed(tab, words('campaignItem.takeOut'));
    await tab.see(words('campaignItem.takeOutQuestion'));
    expect(await tab.violations()).toEqual([]);
    await pressKeys(tab, 'Escape');
    await tab.settle();
    expect(await restsOn(tab)).toBe(words('campaignItem.takeOut'));
    await pressed(tab, words('campaignItem.preview'));
    await panel.locator('figure').first().waitFor();
    expect(await restsOn(tab)).toBe(words('campaignItem.preview'));

    // A new item, begun and left again.
    await pressed(tab, words('campaignItem.add'));
    expect(await restsOn(tab)).toBe(`${words('campaignItem.title')} (${words('campaignItem.english')})`);
    await pressed(tab, words('campaignItem.close'));
    expect(await restsOn(tab)).toBe(words('campaignItem.add'));

    await tabTo(tab, words('campaigns.back'), true);
    await pressKeys(tab, 'Enter');
    await tab.see(words('campaigns.newHeading'));
    expect(await restsOn(tab)).toMatch(/^By keys:/u);
    await tab.close();
  });

  it('approves, starts, and ends it, and the focus is on what has come of it', async () => {
    const tab = await unit.open(unitPeople.secondWriter);
    await tab.see(words('shell.campaigns'));
    await pressed(tab, words('shell.campaigns'));
    await tab.button(/^By keys:/u).waitFor();
    await pressed(tab, /^By keys:/u);
    await tab.see(words('campaigns.plan'));
    await pressed(tab, headed('campaignItem.waits'));
    await pressed(tab, words('campaignItem.approve'));
    await tab.see(words('campaignItem.isApproved'));
    expect(await restsOn(tab)).toMatch(headed('campaignItem.approved'));
    await tabTo(tab, words('campaigns.start'), true);
    await pressKeys(tab, 'Enter');
    await tab.tab.getByRole('alertdialog').waitFor();
    await tab.settle();
    await pressKeys(tab, 'Enter');
    await tab.see(words('campaigns.started'));
    expect(await restsOn(tab)).toBe('By keys');
    await pressed(tab, words('campaigns.pause'));
    await tab.see(words('campaigns.pausedNow'));
    await restsOn(tab);
    await pressed(tab, words('campaigns.cancel'));
    await tab.see(words('campaigns.cancelQuestion'));
    await tab.settle();
    await pressKeys(tab, 'Enter');
    await tab.see(words('campaigns.isCancelled'));
    expect(await restsOn(tab)).toBe('By keys');
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
