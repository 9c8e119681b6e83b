import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createReportPage, type ReportPage } from '../../../bot/doors/report-page.ts';
import { drawPage } from '../../../cards/draw-page.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { say } from '../../../words/cards/say.ts';
import { caseIdOf } from '../../../concerns/records/code-keys.ts';
import { showReturnCode } from '../../../concerns/terms/return-code.ts';
import type { ShownCard } from '../../../contract/answers.ts';
import { choosing } from '../../support/concerns/choosing.ts';
import { writeToReporter } from '../../support/concerns/write-to-reporter.ts';
import { codeOn, type Led, leadPerson, person } from '../../support/dialogs/led-person.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { buttonName, type ShownCard as Drawn, shownCard } from '../../support/journeys/shown-card.ts';
import { topicsNow } from '../../support/guidance/built-in.ts';

let led: Led;
let page: ReportPage;
beforeEach(() => {
  led = leadPerson();
  page = createReportPage({ guide: led.guide, contacts: contactsSchema.parse({}), topicsNow });
});
afterEach(() => led.close());

function drawn(shown: ShownCard): Drawn {
  if (shown.kind !== 'card') throw new Error('no card came');
  return shownCard(shown.card);
}
const dataOf = (card: Drawn, name: string): unknown => card.buttons.find((button) => buttonName(button) === name)?.data;
/** Presses a button as the page does: what the button carries, with what stands in the inputs. */
const press = (card: Drawn, name: string, inputs: Readonly<Record<string, string>> = {}, by = person) =>
  page.move(by, 'en', { ...Object(dataOf(card, name)), ...inputs });
const step = async (card: Drawn, name: string, inputs?: Readonly<Record<string, string>>): Promise<Drawn> =>
  drawn(await press(card, name, inputs));

async function sent(language: 'en' | 'cy' = 'en'): Promise<Drawn> {
  const limits = drawn(await page.open(person, 'report', language));
  const account = await step(limits, 'next', { mode: 'notKept' });
  const code = await step(account, 'next', { what: 'what happened', conflict: 'no' });
  return step(code, 'next', choosing('send'));
}

describe('the page for reporting', () => {
  it.each(['en', 'cy'] as const)('saves a report, comes back to it, reads and answers, in %s', async (language) => {
    const receipt = await sent(language);
    expect([receipt.language, receipt.text.includes(say(language, 'receipt.heading'))]).toEqual([language, true]);
    const code = codeOn(receipt);
    expect(await press(receipt, 'done')).toEqual({ kind: 'done' });
    const question = newCanary();
    const { store, deps } = led.core;
    await writeToReporter({ store, now: deps.clock() }, code, question);
    const enter = drawn(await page.open(person, 'comeBack', language));
    const found = await step(enter, 'next', { code: showReturnCode(code) });
    expect(found.text).toContain(question);
    expect((await step(found, 'nothing')).text).toContain(say(language, 'comeBack.addedHeading'));
    expect(await store.history.of(caseIdOf(code))).toHaveLength(3);
  });

  it('goes on with a card of another door, and a card of its own goes on there', async () => {
    const limits = await led.open('report');
    const account = await step(limits, 'next', { mode: 'named' });
    const by = { verb: 'next', inputs: { what: 'what happened', conflict: 'no' } };
    const token = /"state":"([^"]+)"/u.exec(account.json)?.[1] ?? '';
    expect(token).not.toBe('');
    const seen = await led.press({ ...limits, token, filled: {} }, by.verb, by.inputs);
    expect(seen.kind === 'page' && shownCard(drawPage(seen.page)).text).toContain(say('en', 'report.codeHeading'));
  });

  it('is a card of somebody else to everybody else', async () => {
    const limits = drawn(await page.open(person, 'report', 'en'));
    const other = { ...person, key: 'another' };
    expect(drawn(await press(limits, 'next', {}, other)).text).toContain(say('en', 'notice.foreign'));
  });

  it('shows guidance, and leads back to the start', async () => {
    const guidance = { candour: { verb: 'show', card: 'guidance', topic: 'what', language: 'cy' } };
    expect(drawn(await page.move(person, 'en', guidance)).language).toBe('cy');
    const start = { candour: { verb: 'show', card: 'welcome', language: 'en' } };
    expect(await page.move(person, 'en', start)).toEqual({ kind: 'done' });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['words', 'words'],
    ['no verb', { candour: {} }],
    ['the weekly summary', { candour: { verb: 'open', flow: 'week', language: 'en' } }],
    ['a week', { candour: { verb: 'week', language: 'en' }, week: 'last4' }],
    ['an acknowledgement', { candour: { verb: 'acknowledge', caseId: '000-000-0000', language: 'en' } }],
    ['guidance on no topic', { candour: { verb: 'show', card: 'guidance', language: 'en' } }],
  ])('answers %s with a calm card and does nothing', async (_, data) => {
    expect(drawn(await page.move(person, 'cy', data)).text).toContain(say('cy', 'notice.odd'));
  });

  it('keeps what was typed while the store does not answer', async () => {
    const limits = drawn(await page.open(person, 'report', 'en'));
    const account = await step(limits, 'next', { mode: 'notKept' });
    const code = await step(account, 'next', { what: 'what happened', conflict: 'no' });
    led.trouble.set('refuse');
    const failed = await step(code, 'next', choosing('send'));
    led.trouble.set('none');
    expect(failed.text).toContain(say('en', 'problem.notSaved'));
    expect((await step(failed, 'next', choosing('send'))).text).toContain(say('en', 'receipt.heading'));
  });
});
