import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { say } from '../../../words/cards/translate.ts';
import { showCaseId } from '../../../core/model/codes.ts';
import { caseIdOf } from '../../../core/model/return-code-keys.ts';
import { sealedReportSchema } from '../../../core/model/sealed-report.ts';
import { choosing } from '../../support/core/choosing.ts';
import { openedBy, whoOpens } from '../../support/core/open-core.ts';
import { aCase, anAlert, firstEvent } from '../../support/contracts/records.ts';
import { expectNowhereIn, expectNowhereOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { codeOn, type Led, leadPerson, person, toCode } from '../../support/dialogs/led-person.ts';

let led: Led;
beforeEach(() => {
  led = leadPerson();
});
afterEach(() => led.close());

const recordOf = async (code: ReturnType<typeof codeOn>) => (await led.core.store.cases.read(caseIdOf(code)))?.value;
const messagesOf = async (code: ReturnType<typeof codeOn>) =>
  (await led.core.store.history.of(caseIdOf(code))).filter(({ kind }) => kind === 'messageFromReporter');

describe('somebody who reports', () => {
  it('comes over three cards to a receipt, and the report is saved', async () => {
    const code = await toCode(led);
    const receipt = await led.step(code, 'next', choosing('send'));
    expect(receipt.text).toContain(say('en', 'receipt.heading'));
    expect(receipt.text).toContain(showCaseId(caseIdOf(codeOn(code))));
    expect(codeOn(receipt)).toBe(codeOn(code));
    const record = await recordOf(codeOn(code));
    expect(await whoOpens(record?.sealedIdentity ?? '')).toEqual(['custodians']);
    const report = sealedReportSchema.parse(await openedBy('acu', record?.sealedReport ?? ''));
    expect(report.answers).toEqual({ mode: 'confidential', what: 'what happened', conflict: 'no' });
    expect(led.nudges()).toBe(1);
    expect(await led.press(receipt, 'done')).toEqual({ kind: 'done', language: 'en' });
  });

  it('goes over the detail, back and forth in both languages, and sees every answer again', async () => {
    const about = await led.step(await toCode(led), 'next', choosing('detail'));
    const signs = await led.step(about, 'next', { kind: 'boundaries', who: 'somebody' });
    const welsh = await led.step(signs, 'language', { signs: 'gifts,messages' });
    expect([welsh.language, welsh.filled]).toEqual(['cy', { signs: 'gifts,messages' }]);
    const back = await led.step(welsh, 'back');
    expect(back.filled).toEqual({ kind: 'boundaries', who: 'somebody' });
    const knowledge = await led.step(await led.step(back, 'next'), 'next');
    const review = await led.step(knowledge, 'next', { known: 'saw' });
    for (const words of ['what happened', 'somebody']) expect(review.json).toContain(words);
    const receipt = await led.step(review, 'send');
    expect([receipt.language, receipt.text.includes(say('cy', 'receipt.heading'))]).toEqual(['cy', true]);
    expect(await recordOf(codeOn(receipt))).toMatchObject({ kind: 'boundaries', flags: ['apsp'], language: 'cy' });
  });

  it('touches no store between two steps', async () => {
    const about = await led.step(await toCode(led), 'next', choosing('detail'));
    await led.step(await led.step(about, 'back'), 'language');
    expect(led.trouble.asked()).toBe(0);
  });

  it('leaves words and names nowhere but on the cards where they are asked for', async () => {
    const canary = newCanary();
    const code = await toCode(led, { what: canary });
    const receipt = await led.step(code, 'next', choosing('send'));
    expectNowhereIn('state', code.token, [canary]);
    expectNowhereIn('receipt', receipt.json, [canary, person.name, person.objectId]);
    expectNowhereOnDisk(led.core.folder, [canary, person.name, person.objectId, codeOn(code)]);
  });

  it('who sends twice has one report and two receipts', async () => {
    const code = await toCode(led);
    const [first, second] = await Promise.all([1, 2].map(() => led.step(code, 'next', choosing('send'))));
    for (const receipt of [first, second]) expect(receipt?.text).toContain(say('en', 'receipt.heading'));
    expect(led.nudges()).toBe(1);
  });

  it('is told what is missing, on the card where it is', async () => {
    const account = await led.step(await led.open('report'), 'next', { mode: 'named' });
    const again = await led.step(account, 'next', { risk: 'yes' });
    expect(again.filled).toEqual({ risk: 'yes' });
    expect(again.text).toContain(say('en', 'problem.heading'));
  });
});

describe('a card that was used before', () => {
  /** The report is sent, then an older card of it is filled in anew and sent. */
  async function changed(other: Readonly<Record<string, string>> = {}) {
    const account = await led.step(await led.open('report'), 'next', { mode: 'notKept' });
    const send = async (typed: Readonly<Record<string, string>>) =>
      led.step(await led.step(account, 'next', { conflict: 'no', ...typed }), 'next', choosing('send'));
    const receipt = await send({ what: 'first words' });
    return { code: codeOn(receipt), differs: await send({ what: 'other words', ...other }) };
  }

  it('offers to add what is different, and adds it once', async () => {
    const { code, differs } = await changed();
    expect(differs.text).toContain(say('en', 'receipt.differsHeading'));
    expect(await messagesOf(code)).toHaveLength(0);
    const receipt = await led.step(differs, 'add');
    expect(receipt.text).toContain(say('en', 'receipt.added'));
    await led.step(differs, 'add');
    const messages = await messagesOf(code);
    expect(messages).toHaveLength(1);
    expect(await openedBy('acu', messages[0]?.message?.sealed ?? '')).toMatchObject({
      text: expect.stringContaining('other words'),
    });
  });

  it('makes the case urgent where somebody is at risk by now, and says so', async () => {
    const { code, differs } = await changed({ risk: 'yes' });
    expect((await led.step(differs, 'add')).text).toContain(say('en', 'receipt.urgent'));
    expect(await recordOf(code)).toMatchObject({ urgency: 'urgent' });
  });

  it('becomes a report of its own where it may concern the unit, which never reads it', async () => {
    const { code, differs } = await changed({ conflict: 'unsure' });
    expect(differs.text).toContain(say('en', 'report.apartHeading'));
    expect(codeOn(differs)).not.toBe(code);
    const receipt = await led.step(differs, 'next', choosing('send'));
    expect(codeOn(receipt)).toBe(codeOn(differs));
    const apart = await recordOf(codeOn(differs));
    expect([...(await whoOpens(apart?.sealedReport ?? ''))].toSorted()).toEqual(['recovery', 'reserve']);
    expect(await messagesOf(code)).toHaveLength(0);
    expect(await recordOf(code)).toMatchObject({ handledBy: 'acu', chain: { sequence: 1 } });
  });

  it('leaves the first as it was where that is wished', async () => {
    const { code, differs } = await changed();
    const left = await led.step(differs, 'leave');
    expect(left.text).toContain(say('en', 'option.modeNotKept'));
    expect(left.text).toContain(say('en', 'receipt.firstHeading'));
    expect(left.text).not.toContain(say('en', 'receipt.thanks'));
    expect(await messagesOf(code)).toHaveLength(0);
    const report = sealedReportSchema.parse(await openedBy('acu', (await recordOf(code))?.sealedReport ?? ''));
    expect(report.answers.what).toBe('first words');
  });
});

describe("a code whose reference is another report's", () => {
  it('is replaced by a new one, shown before anything is sent, and the other report stands', async () => {
    const code = await toCode(led);
    const other = aCase({ caseId: caseIdOf(codeOn(code)) });
    await led.core.store.cases.create(other, anAlert(other.caseId), [firstEvent(other.caseId)]);
    const anew = await led.step(code, 'next', choosing('send'));
    expect(anew.text).toContain(say('en', 'report.takenHeading'));
    expect(codeOn(anew)).not.toBe(codeOn(code));
    expect(led.nudges()).toBe(0);
    const receipt = await led.step(anew, 'next', choosing('send'));
    expect(codeOn(receipt)).toBe(codeOn(anew));
    expect(await recordOf(codeOn(code))).toEqual(other);
    expect(await recordOf(codeOn(anew))).toMatchObject({ status: 'received' });
  });
});

describe('a card that cannot be used', () => {
  it("is another person's, or its words were changed", async () => {
    const code = await toCode(led);
    expect(await led.press(code, 'next', choosing('send'), { ...person, key: 'another' })).toEqual({
      kind: 'refused',
      code: 'foreign',
    });
    expect(await led.press({ ...code, token: `${code.token.slice(0, -1)}*` }, 'next')).toEqual({
      kind: 'refused',
      code: 'foreign',
    });
    expect(led.trouble.asked()).toBe(0);
  });

  it('is of another version of Candour', async () => {
    const card = await led.open('report');
    for (const dialogStack of [
      [],
      [{ id: 'report', state: {} }],
      [{ id: 'report', state: { flow: { at: 'a card that is no more' } } }],
      [{ id: 'comeBack', state: { flow: { at: 'a card that is no more' } } }],
    ]) {
      const token = await led.carried.seal({ dialogStack }, person.key);
      expect(await led.press({ ...card, token }, 'next')).toEqual({ kind: 'refused', code: 'stale' });
    }
  });
});
