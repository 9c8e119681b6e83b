import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { translate } from '../../../words/cards/translate.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { sealedReportSchema } from '../../../core/model/sealed-report.ts';
import { nextStepInput } from '../../support/core/next-step-input.ts';
import { decryptWith, groupsThatDecrypt } from '../../support/core/open-core.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import {
  parseCardCode,
  type ReportDriver,
  createReportDriver,
  person,
  goToCode,
} from '../../support/dialogs/report-driver.ts';

let led: ReportDriver;
beforeEach(() => {
  led = createReportDriver();
});
afterEach(() => led.close());

const recordOf = async (code: ReturnType<typeof parseCardCode>) =>
  (await led.core.store.cases.read(deriveCaseId(code)))?.value;
const messagesOf = async (code: ReturnType<typeof parseCardCode>) =>
  (await led.core.store.history.readAll(deriveCaseId(code))).filter(({ kind }) => kind === 'messageFromReporter');

describe('somebody who reports', () => {
  it('comes over three cards to a receipt, and the report is saved', async () => {
    const code = await goToCode(led);
    const receipt = await led.step(code, 'next', nextStepInput('send'));
    expect(receipt.text).toContain(translate('en', 'receipt.heading'));
    expect(receipt.text).toContain(formatCaseId(deriveCaseId(parseCardCode(code))));
    expect(parseCardCode(receipt)).toBe(parseCardCode(code));
    const record = await recordOf(parseCardCode(code));
    expect(await groupsThatDecrypt(record?.sealedIdentity ?? '')).toEqual(['custodians']);
    const report = sealedReportSchema.parse(await decryptWith('acu', record?.sealedReport ?? ''));
    expect(report.answers).toEqual({ mode: 'confidential', what: 'what happened', conflict: 'no' });
    expect(led.nudges()).toBe(1);
    expect(await led.press(receipt, 'done')).toEqual({ kind: 'done', language: 'en' });
  });

  it('goes over the detail, back and forth in both languages, and sees every answer again', async () => {
    const about = await led.step(await goToCode(led), 'next', nextStepInput('detail'));
    const signs = await led.step(about, 'next', { kind: 'boundaries', who: 'somebody' });
    const welsh = await led.step(signs, 'language', { signs: 'gifts,messages' });
    expect([welsh.language, welsh.filled]).toEqual(['cy', { signs: 'gifts,messages' }]);
    const back = await led.step(welsh, 'back');
    expect(back.filled).toEqual({ kind: 'boundaries', who: 'somebody' });
    const knowledge = await led.step(await led.step(back, 'next'), 'next');
    const review = await led.step(knowledge, 'next', { known: 'saw' });
    for (const words of ['what happened', 'somebody']) expect(review.json).toContain(words);
    const receipt = await led.step(review, 'send');
    expect([receipt.language, receipt.text.includes(translate('cy', 'receipt.heading'))]).toEqual(['cy', true]);
    expect(await recordOf(parseCardCode(receipt))).toMatchObject({
      kind: 'boundaries',
      flags: ['apsp'],
      language: 'cy',
    });
  });

  it('touches no store between two steps', async () => {
    const about = await led.step(await goToCode(led), 'next', nextStepInput('detail'));
    await led.step(await led.step(about, 'back'), 'language');
    expect(led.faultyStore.asked()).toBe(0);
  });

  it('leaves words and names nowhere but on the cards where they are asked for', async () => {
    const canary = newCanary();
    const code = await goToCode(led, { what: canary });
    const receipt = await led.step(code, 'next', nextStepInput('send'));
    assertAbsent('state', code.token, [canary]);
    assertAbsent('receipt', receipt.json, [canary, person.name, person.objectId]);
    assertAbsentOnDisk(led.core.folder, [canary, person.name, person.objectId, parseCardCode(code)]);
  });

  it('who sends twice has one report and two receipts', async () => {
    const code = await goToCode(led);
    const [first, second] = await Promise.all([1, 2].map(() => led.step(code, 'next', nextStepInput('send'))));
    for (const receipt of [first, second]) expect(receipt?.text).toContain(translate('en', 'receipt.heading'));
    expect(led.nudges()).toBe(1);
  });

  it('is told what is missing, on the card where it is', async () => {
    const again = await led.step(await led.open('report'), 'next', { risk: 'yes' });
    expect(again.filled).toEqual({ risk: 'yes' });
    expect(again.text).toContain(translate('en', 'problem.heading'));
  });
});

describe('a card that was used before', () => {
  /** The report is sent, then an older card of it is filled in anew and sent. */
  async function changed(other: Readonly<Record<string, string>> = {}) {
    const account = await led.open('report');
    const send = async (typed: Readonly<Record<string, string>>) => {
      const known = await led.step(account, 'next', { conflict: 'no', ...typed });
      return led.step(await led.step(known, 'next', { mode: 'notKept' }), 'next', nextStepInput('send'));
    };
    const receipt = await send({ what: 'first words' });
    return { code: parseCardCode(receipt), differs: await send({ what: 'other words', ...other }) };
  }

  it('offers to add what is different, and adds it once', async () => {
    const { code, differs } = await changed();
    expect(differs.text).toContain(translate('en', 'receipt.differsHeading'));
    expect(await messagesOf(code)).toHaveLength(0);
    const receipt = await led.step(differs, 'add');
    expect(receipt.text).toContain(translate('en', 'receipt.added'));
    await led.step(differs, 'add');
    const messages = await messagesOf(code);
    expect(messages).toHaveLength(1);
    expect(await decryptWith('acu', messages[0]?.message?.sealed ?? '')).toMatchObject({
      text: expect.stringContaining('other words'),
    });
  });

  it('makes the case urgent where somebody is at risk by now, and says so', async () => {
    const { code, differs } = await changed({ risk: 'yes' });
    expect((await led.step(differs, 'add')).text).toContain(translate('en', 'receipt.urgent'));
    expect(await recordOf(code)).toMatchObject({ urgency: 'urgent' });
  });

  it('becomes a report of its own where it may concern the unit, which never reads it', async () => {
    const { code, differs } = await changed({ conflict: 'unsure' });
    expect(differs.text).toContain(translate('en', 'report.apartHeading'));
    expect(parseCardCode(differs)).not.toBe(code);
    const receipt = await led.step(differs, 'next', nextStepInput('send'));
    expect(parseCardCode(receipt)).toBe(parseCardCode(differs));
    const apart = await recordOf(parseCardCode(differs));
    expect([...(await groupsThatDecrypt(apart?.sealedReport ?? ''))].toSorted()).toEqual(['recovery', 'reserve']);
    expect(await messagesOf(code)).toHaveLength(0);
    expect(await recordOf(code)).toMatchObject({ handledBy: 'acu', chain: { sequence: 1 } });
  });

  it('leaves the first as it was where that is wished', async () => {
    const { code, differs } = await changed();
    const left = await led.step(differs, 'leave');
    expect(left.text).toContain(translate('en', 'option.modeNotKept'));
    expect(left.text).toContain(translate('en', 'receipt.firstHeading'));
    expect(left.text).not.toContain(translate('en', 'receipt.thanks'));
    expect(await messagesOf(code)).toHaveLength(0);
    const report = sealedReportSchema.parse(await decryptWith('acu', (await recordOf(code))?.sealedReport ?? ''));
    expect(report.answers.what).toBe('first words');
  });
});

describe("a code whose reference is another report's", () => {
  it('is replaced by a new one, shown before anything is sent, and the other report stands', async () => {
    const code = await goToCode(led);
    const other = createCase({ caseId: deriveCaseId(parseCardCode(code)) });
    await led.core.store.cases.create(other, createAlert(other.caseId), [firstEvent(other.caseId)]);
    const anew = await led.step(code, 'next', nextStepInput('send'));
    expect(anew.text).toContain(translate('en', 'report.takenHeading'));
    expect(parseCardCode(anew)).not.toBe(parseCardCode(code));
    expect(led.nudges()).toBe(0);
    const receipt = await led.step(anew, 'next', nextStepInput('send'));
    expect(parseCardCode(receipt)).toBe(parseCardCode(anew));
    expect(await recordOf(parseCardCode(code))).toEqual(other);
    expect(await recordOf(parseCardCode(anew))).toMatchObject({ status: 'received' });
  });
});

describe('a card that cannot be used', () => {
  it("is another person's, or its words were changed", async () => {
    const code = await goToCode(led);
    expect(await led.press(code, 'next', nextStepInput('send'), { ...person, key: 'another' })).toEqual({
      kind: 'refused',
      code: 'foreign',
    });
    expect(await led.press({ ...code, token: `${code.token.slice(0, -1)}*` }, 'next')).toEqual({
      kind: 'refused',
      code: 'foreign',
    });
    expect(led.faultyStore.asked()).toBe(0);
  });

  it('is of another version of Candour', async () => {
    const card = await led.open('report');
    for (const dialogStack of [
      [],
      [{ id: 'report', state: {} }],
      [{ id: 'report', state: { flow: { at: 'a card that is no more' } } }],
      [{ id: 'comeBack', state: { flow: { at: 'a card that is no more' } } }],
    ]) {
      const token = await led.sealedState.seal({ dialogStack }, person.key);
      expect(await led.press({ ...card, token }, 'next')).toEqual({ kind: 'refused', code: 'stale' });
    }
  });
});
