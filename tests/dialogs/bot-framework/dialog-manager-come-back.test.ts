import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { closeCase, triageCase } from '../../../core/casework/case-lifecycle.ts';
import { closingAnswerWords } from '../../../words/closing-messages.ts';
import { translate } from '../../../words/cards/translate.ts';
import { type ReturnCode, formatReturnCode } from '../../../core/model/return-code.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { deriveCaseId, deriveDraftId } from '../../../core/model/return-code-keys.ts';
import { maxStateTokenLength } from '../../../dialogs/bot-framework/sealed-state.ts';
import { createAskedChange, createCasework, one, words } from '../../support/core/casework.ts';
import { nextStepInput } from '../../support/core/next-step-input.ts';
import { newReturnCode, decryptWith, random } from '../../support/core/open-core.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { writeToReporter } from '../../support/core/write-to-reporter.ts';
import type { StoreFault } from '../../support/dialogs/faulty-store.ts';
import {
  parseCardCode,
  type ReportDriver,
  createReportDriver,
  type ViewedCard,
  goToCode,
} from '../../support/dialogs/report-driver.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';

let led: ReportDriver;
beforeEach(() => {
  led = createReportDriver();
});
afterEach(() => led.close());

const sent = async (): Promise<ReturnCode> =>
  parseCardCode(await led.step(await goToCode(led), 'next', nextStepInput('send')));
const kept = async (what: string): Promise<ReturnCode> =>
  parseCardCode(await led.step(await goToCode(led, { what }), 'next', nextStepInput('later')));
const enter = async (code: ReturnCode, language: 'en' | 'cy' = 'en'): Promise<ViewedCard> =>
  led.step(await led.open('comeBack', language), 'next', { code: formatReturnCode(code).toLowerCase() });
const messagesOf = async (code: ReturnCode) =>
  (await led.core.store.history.readAll(deriveCaseId(code))).filter(({ kind }) => kind === 'messageFromReporter');
const draftOf = (code: ReturnCode) => led.core.store.drafts.read(deriveDraftId(code), led.core.deps.clock());

describe('somebody who comes back to a report', () => {
  it('sees how it stands, adds to it once, and may add again', async () => {
    const code = await sent();
    const before = led.nudges();
    const found = await enter(code);
    expect(found.text).toContain(formatCaseId(deriveCaseId(code)));
    expect(found.text).toContain(translate('en', 'comeBack.statusReceived'));
    const added = await led.step(found, 'add', { addition: '  more words  ' });
    expect(added.text).toContain(translate('en', 'comeBack.addedHeading'));
    await led.step(found, 'add', { addition: '  more words  ' });
    expect(await messagesOf(code)).toHaveLength(1);
    const again = await led.step(added, 'another');
    expect(again.filled).toEqual({});
    expect(again.text).toContain(translate('en', 'comeBack.followUps', { count: 1 }));
    await led.step(again, 'add', { addition: 'more words' });
    const messages = await messagesOf(code);
    expect(messages).toHaveLength(2);
    expect(await decryptWith('acu', messages[0]?.message?.sealed ?? '')).toMatchObject({
      text: 'more words',
      number: 1,
    });
    expect(led.nudges()).toBeGreaterThan(before);
  });

  it.each(['en', 'cy'] as const)(
    'says that somebody is at risk now, which makes the case urgent, in %s',
    async (language) => {
      const code = await sent();
      const before = led.nudges();
      const found = await enter(code, language);
      const added = await led.step(found, 'add', { addition: 'more words', marks: 'risk' });
      expect(added.text).toContain(translate(language, 'comeBack.addedHeading'));
      expect(added.text).toContain(translate(language, 'common.dangerHeading', { emergency: '999' }));
      expect(added.text).toContain(translate(language, 'receipt.urgent'));
      const [message] = await messagesOf(code);
      const text = `${translate(language, 'comeBack.markRisk')}.\n\nmore words`;
      expect(await decryptWith('acu', message?.message?.sealed ?? '')).toMatchObject({ text });
      const now = led.core.deps.clock().toISOString();
      const alert = (await led.core.store.outbox.read(deriveCaseId(code)))?.value;
      expect(alert).toMatchObject({ urgency: 'urgent', state: 'waiting', dueAt: now, handledBy: 'acu' });
      expect((await led.core.store.cases.read(deriveCaseId(code)))?.value.urgency).toBe('urgent');
      expect(led.nudges()).toBeGreaterThan(before);
      // Sent again it is the same, and what comes after is a follow-up like any other.
      await led.step(found, 'add', { addition: 'more words', marks: 'risk' });
      const after = await led.step(await led.step(added, 'another'), 'add', { addition: 'and more' });
      expect(after.text).not.toContain(translate(language, 'receipt.urgent'));
      expect(await messagesOf(code)).toHaveLength(2);
    },
  );

  it.each(['en', 'cy'] as const)(
    'is asked whether they were treated worse, and says no once, in %s',
    async (language) => {
      const code = await sent();
      const caseId = deriveCaseId(code);
      await acknowledgeCase(led.core.deps, caseId, one);
      const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
      const triage = { category: 'other', grading, flags: [], regime: 'general' } as const;
      await triageCase(createCasework(led.core), one, { ...(await createAskedChange(led.core, caseId)), ...triage });
      await releaseSeals(led.core.deps, caseId, one);
      const closing = { outcome: 'noFurtherAction', answer: 'kept', words: words() } as const;
      await closeCase(createCasework(led.core), one, { ...(await createAskedChange(led.core, caseId)), ...closing });
      const before = await enter(code, language);
      expect(before.text).toContain(closingAnswerWords.kept[language]);
      expect(before.json).not.toContain('"notWorse"');
      await writeToReporter({ store: led.core.store, now: led.core.deps.clock() }, code, 'Were you?', { months: 1 });

      const found = await enter(code, language);
      const inTheOther = await led.step(found, 'language');
      const said = await led.step(found, 'notWorse');
      expect(said.text).toContain(translate(language, 'comeBack.addedHeading'));
      // Pressed again, also in the other language, it is the same answer.
      await led.step(found, 'notWorse');
      await led.step(inTheOther, 'notWorse');
      const [message, ...more] = await messagesOf(code);
      expect(more).toEqual([]);
      const text = translate(language, 'comeBack.notWorseText');
      expect(await decryptWith('acu', message?.message?.sealed ?? '')).toMatchObject({ text });
      const status = async () => (await led.core.store.cases.read(caseId))?.value.status;
      expect(await status()).toBe('closed');
      // It was answered, so it is not asked any more.
      const answered = await led.step(said, 'another');
      expect(answered.json).not.toContain('"notWorse"');

      const yes = await led.step(found, 'add', { marks: 'worse' });
      expect(yes.text).toContain(translate(language, 'comeBack.addedWorse'));
      expect(await status()).toBe('reopened');
      expect((await enter(code, language)).text).not.toContain(closingAnswerWords.kept[language]);
    },
  );

  it('is not offered to answer a question that could not be shown to be genuine', async () => {
    const code = await sent();
    const surroundings = { store: led.core.store, now: led.core.deps.clock() };
    await writeToReporter(surroundings, code, 'Were you?', { months: 1, inside: { number: 7 } });
    const found = await enter(code);
    expect(found.text).toContain(translate('en', 'comeBack.doubtful'));
    expect(found.json).not.toContain('"notWorse"');
  });

  it('cannot answer what nobody asked', async () => {
    const found = await enter(await sent());
    const odd = await led.step(found, 'notWorse', { addition: 'half a word' });
    expect(odd.text).toContain(translate('en', 'problem.heading'));
    expect(odd.filled).toEqual({ addition: 'half a word' });
  });

  it('says that somebody is at risk without a word more', async () => {
    const code = await sent();
    const added = await led.step(await enter(code), 'add', { marks: 'risk' });
    expect(added.text).toContain(translate('en', 'comeBack.addedHeading'));
    const [message] = await messagesOf(code);
    expect(await decryptWith('acu', message?.message?.sealed ?? '')).toMatchObject({ text: 'Someone is at risk now.' });
  });

  it.each(['en', 'cy'] as const)('says what may concern the unit to the reserve alone, in %s', async (language) => {
    const canary = newCanary();
    const code = await sent();
    const caseOf = async (whose: ReturnCode) => [
      await led.core.store.cases.read(deriveCaseId(whose)),
      await led.core.store.history.readAll(deriveCaseId(whose)),
      await led.core.store.outbox.read(deriveCaseId(whose)),
    ];
    const before = await caseOf(code);
    const found = await enter(code, language);
    const apart = await led.step(found, 'add', { addition: canary, marks: 'unit' });
    expect(apart.text).toContain(translate(language, 'comeBack.apartHeading'));
    expect(apart.text).not.toContain(canary);
    const own = parseCardCode(apart);
    expect(apart.text).toContain(formatCaseId(deriveCaseId(own)));
    expect(await caseOf(code)).toEqual(before);

    const record = (await led.core.store.cases.read(deriveCaseId(own)))?.value;
    expect(record).toMatchObject({ handledBy: 'reserve', mode: 'notKept', language });
    const what = `${translate(language, 'comeBack.apartText', { reference: formatCaseId(deriveCaseId(code)) })}\n\n${canary}`;
    expect(await decryptWith('reserve', record?.sealedReport ?? '')).toMatchObject({ answers: { what } });

    // However often it is sent and in whichever order, it is one report, and the card shows its code.
    expect(parseCardCode(await led.step(found, 'add', { addition: canary, marks: 'unit' }))).toBe(own);
    expect((await led.step(apart, 'language')).text).toContain(formatReturnCode(own));
    expect((await led.step(apart, 'another')).text).toContain(formatCaseId(deriveCaseId(code)));
    expect((await enter(own)).text).toContain(translate('en', 'comeBack.statusReceived'));
    assertAbsentOnDisk(led.core.folder, [canary, code, own]);
    assertAbsent('state', apart.token, [code, own]);
  });

  it('adds what may concern the unit to a report that is outside it already', async () => {
    const code = parseCardCode(await led.step(await goToCode(led, { conflict: 'yes' }), 'next', nextStepInput('send')));
    const added = await led.step(await enter(code), 'add', { addition: 'more words', marks: 'unit' });
    expect(added.text).toContain(translate('en', 'comeBack.addedHeading'));
    const [message] = await messagesOf(code);
    expect(await decryptWith('reserve', message?.message?.sealed ?? '')).toMatchObject({
      text: `${translate('en', 'comeBack.markUnit')}.\n\nmore words`,
    });
  });

  it('leaves no word of a follow-up on the cards behind it, in the state or on the disk', async () => {
    const canary = newCanary();
    const code = await sent();
    const found = await enter(code);
    const added = await led.step(found, 'add', { addition: canary });
    assertAbsent('card', added.json, [canary]);
    assertAbsentOnDisk(led.core.folder, [canary, code]);
    assertAbsent('state', found.token, [code]);
  });

  it('switches language and keeps what was typed', async () => {
    const welsh = await led.step(await enter(await sent()), 'language', { addition: 'half a word' });
    expect([welsh.language, welsh.filled]).toEqual(['cy', { addition: 'half a word' }]);
    expect(await led.press(welsh, 'done', { addition: '' })).toEqual({ kind: 'done', language: 'cy' });
  });

  it('is asked before they leave words that are not sent, and may send them, go on writing or leave', async () => {
    const code = await sent();
    const found = await enter(code, 'cy');
    const addition = newCanary();
    const asked = await led.step(found, 'done', { addition });
    expect(asked.text).toContain(translate('cy', 'comeBack.unsent'));
    expect([asked.filled, asked.moves]).toEqual([{ addition }, ['add', 'write', 'leave', 'language']]);
    assertAbsent('state', JSON.stringify(await led.sealedState.open(asked.token, 'person')), [addition]);
    const writing = await led.step(asked, 'write');
    expect([writing.filled, writing.moves]).toEqual([{ addition }, found.moves]);
    expect(await led.press(asked, 'leave')).toEqual({ kind: 'done', language: 'cy' });
    expect(await messagesOf(code)).toHaveLength(0);
    const long = await led.step(asked, 'add', { addition: 'x'.repeat(8_001) });
    expect(long.moves).toEqual(found.moves);
    expect((await led.step(asked, 'add')).text).toContain(translate('cy', 'comeBack.addedHeading'));
    await led.step(writing, 'add');
    expect(await messagesOf(code)).toHaveLength(1);
  });

  it('is told what is wrong with a code, and that nothing is saved under another', async () => {
    const odd = await led.step(await led.open('comeBack'), 'next', { code: 'no code' });
    expect(odd.text).toContain(translate('en', 'problem.oddCode'));
    expect(odd.filled).toEqual({ code: 'no code' });
    const nothing = await enter(newReturnCode());
    expect(nothing.text).toContain(translate('en', 'problem.notFound'));
    expect(nothing.moves).toContain('next');
  });

  it('keeps a follow-up that is more than its card can carry on the card', async () => {
    const found = await enter(await sent());
    const addition = Buffer.from(random(9_000)).toString('base64').slice(0, 12_000);
    const full = await led.step(found, 'add', { addition });
    expect(full.filled).toEqual({ addition });
    expect(full.token.length).toBeLessThanOrEqual(maxStateTokenLength);
    expect((await led.step(full, 'add', { addition: 'short' })).text).toContain(
      translate('en', 'comeBack.addedHeading'),
    );
  });
});

describe('somebody to whom something was written', () => {
  const write = (code: ReturnCode, text: string, forgery?: Parameters<typeof writeToReporter>[3]) => {
    const { store, deps } = led.core;
    return writeToReporter({ store, now: deps.clock() }, code, text, forgery);
  };

  it('reads it, answers it, and sees that they wrote but not what', async () => {
    const code = await sent();
    const question = newCanary();
    await write(code, question);
    const found = await enter(code);
    expect(found.text).toContain(question);
    const answer = newCanary();
    const added = await led.step(found, 'add', { addition: answer });
    const again = await led.step(added, 'another');
    expect(again.text).toContain(translate('en', 'comeBack.youWrote', { day: '25 November 2026' }));
    assertAbsent('card', again.json, [answer]);
    expect(led.doubts()).toBe(0);
  });

  it('finds it on every card of the case, and carries none of it', async () => {
    const code = await sent();
    const words = newCanary();
    await write(code, words.repeat(200));
    const found = await enter(code);
    const welsh = await led.step(found, 'language', { addition: 'half a word' });
    expect([welsh.text.includes(words), welsh.filled]).toEqual([true, { addition: 'half a word' }]);
    const problem = await led.step(welsh, 'nothing');
    expect(problem.text).toContain(words);
    for (const card of [found, welsh, problem]) expect(card.token.length).toBeLessThan(1_200);
    const opened = await led.sealedState.open(problem.token, 'person');
    assertAbsent('state', JSON.stringify(opened), [words, 'half a word']);
  });

  it('may say that there is nothing to add, which is saved once', async () => {
    const code = await sent();
    await write(code, 'a question');
    const found = await enter(code);
    await led.step(found, 'nothing');
    expect((await led.step(found, 'nothing')).text).toContain(translate('en', 'comeBack.addedHeading'));
    const messages = await messagesOf(code);
    expect(messages).toHaveLength(1);
    expect(await decryptWith('acu', messages[0]?.message?.sealed ?? '')).toMatchObject({ text: '', number: 1 });
  });

  it('is never told that words are saved because nothing was to be added before, nor the other way round', async () => {
    const code = await sent();
    await write(code, 'a question');
    const found = await enter(code);
    await led.step(found, 'nothing');
    await led.step(found, 'add', { addition: 'words after all' });
    await led.step(found, 'add', { addition: 'other words' });
    await led.step(found, 'add', { addition: 'words after all' });
    const texts = await Promise.all(
      (await messagesOf(code)).map(async ({ message }) => decryptWith('acu', message?.sealed ?? '')),
    );
    expect(texts).toMatchObject([{ text: '' }, { text: 'words after all' }, { text: 'other words' }]);
  });

  it('is not shown what is not genuine, and each look at it raises the alarm', async () => {
    const code = await sent();
    const lie = newCanary();
    await write(code, lie, { inside: { tag: 'made up' } });
    const found = await enter(code);
    expect(found.text).toContain(translate('en', 'comeBack.doubtful'));
    assertAbsent('card', found.json, [lie]);
    expect(led.doubts()).toBe(1);
    await led.step(found, 'language');
    expect(led.doubts()).toBe(1);
    await enter(code);
    expect(led.doubts()).toBe(2);
  });

  it('turns the pages of a long thread', async () => {
    const code = await sent();
    const marks = [newCanary(), newCanary(), newCanary()];
    for (const mark of marks) await write(code, `${mark} ${'words of a long message '.repeat(300)}`);
    const newest = await enter(code);
    expect(newest.text).toContain(marks[2]);
    const earlier = await led.step(newest, 'earlier', { addition: 'half' });
    expect([earlier.text.includes(marks[1] ?? ''), earlier.filled]).toEqual([true, { addition: 'half' }]);
    const first = await led.step(earlier, 'earlier');
    expect(first.text).toContain(marks[0]);
    expect(first.moves).not.toContain('earlier');
    expect((await led.step(first, 'later')).text).toContain(marks[1]);
  });

  it('keeps what was typed while the messages cannot be read, and finds them when they look again', async () => {
    const code = await sent();
    const words = newCanary();
    await write(code, words);
    const found = await enter(code);
    led.faultyStore.set('hang');
    const without = await led.step(found, 'language', { addition: 'half a word' });
    led.faultyStore.set('none');
    expect(without.text).toContain(translate('cy', 'comeBack.notHere'));
    expect(without.filled).toEqual({ addition: 'half a word' });
    const again = await led.step(without, 'again');
    expect([again.text.includes(words), again.filled]).toEqual([true, { addition: 'half a word' }]);
  });
});

describe('somebody who comes back to a draft', () => {
  it('goes on where it was left, in the language of now, and the report replaces the draft', async () => {
    const code = await kept('words of a draft');
    const found = await enter(code, 'cy');
    expect(found.text).toContain(translate('cy', 'comeBack.draftHeading'));
    const resumed = await led.step(found, 'resume');
    expect(resumed.language).toBe('cy');
    expect(parseCardCode(resumed)).toBe(code);
    expect((await led.step(await led.step(resumed, 'back'), 'back')).filled).toMatchObject({
      what: 'words of a draft',
    });
    const receipt = await led.step(resumed, 'next', nextStepInput('send'));
    expect(receipt.text).toContain(translate('cy', 'receipt.heading'));
    // The receipt does not wait for that.
    await waitFor('the draft is gone', async () => ((await draftOf(code)) === undefined ? true : undefined));
    expect((await enter(code)).text).toContain(translate('en', 'comeBack.statusReceived'));
  });

  it('keeps it again under the same code', async () => {
    const code = await kept('first words');
    const back = async (card: ViewedCard) => led.step(await led.step(card, 'back'), 'back');
    const account = await back(await led.step(await enter(code), 'resume'));
    const known = await led.step(account, 'next', { what: 'later words' });
    const again = await led.step(await led.step(known, 'next'), 'next', nextStepInput('later'));
    expect(parseCardCode(again)).toBe(code);
    const resumed = await led.step(await enter(code), 'resume');
    expect((await back(resumed)).filled['what']).toBe('later words');
  });

  it('throws it away, and finds it no more', async () => {
    const code = await kept('words');
    const found = await enter(code);
    const asked = await led.step(found, 'discard');
    expect(asked.text).toContain(translate('en', 'comeBack.askDiscard', { day: '2 December 2026' }));
    expect(await draftOf(code)).toBeDefined();
    expect((await led.step(asked, 'keep')).moves).toEqual(found.moves);
    expect((await led.step(asked, 'delete')).text).toContain(translate('en', 'comeBack.discardedHeading'));
    expect(await draftOf(code)).toBeUndefined();
    expect((await led.step(found, 'resume')).text).toContain(translate('en', 'problem.notFound'));
  });
});

/** The card after a move under trouble, and the one after the same move once the trouble is over. */
async function troubled(
  trouble: StoreFault,
  card: ViewedCard,
  verb: string,
  typed: Readonly<Record<string, string>> = {},
) {
  led.faultyStore.set(trouble);
  const failed = await led.step(card, verb, typed);
  led.faultyStore.set('none');
  expect(led.troubles).toHaveLength(1);
  expect(failed.filled).toMatchObject(typed);
  expect(failed.moves.filter((move) => move !== 'again')).toEqual(card.moves);
  return { failed, mended: await led.step(failed, verb) };
}

describe.each(['refuse', 'hang'] as const)('while the store does this to every look-up: %s', (trouble) => {
  it('a look-up is said to be unanswered, and the code stays', async () => {
    const code = formatReturnCode(await sent());
    const { failed, mended } = await troubled(trouble, await led.open('comeBack'), 'next', { code });
    expect(failed.text).toContain(translate('en', 'notice.unavailable'));
    expect(mended.text).toContain(translate('en', 'comeBack.statusReceived'));
  });

  it('a draft is there afterwards, to be taken up or thrown away', async () => {
    const found = await enter(await kept('words'));
    const { failed, mended } = await troubled(trouble, found, 'resume');
    expect(failed.text).toContain(translate('en', 'notice.unavailable'));
    expect(mended.moves).toContain('detail');
  });
});

describe.each(['refuse', 'lose', 'hang'] as const)('while the store does this to every write: %s', (trouble) => {
  it('a follow-up is not called saved, and is saved once afterwards', async () => {
    const code = await sent();
    const { failed, mended } = await troubled(trouble, await enter(code), 'add', { addition: 'more words' });
    expect(failed.text).toContain(translate('en', 'problem.notSaved'));
    expect(mended.text).toContain(translate('en', 'comeBack.addedHeading'));
    expect(await messagesOf(code)).toHaveLength(1);
  });

  it('a draft that was to be thrown away is thrown away afterwards', async () => {
    const code = await kept('words');
    const { failed, mended } = await troubled(trouble, await led.step(await enter(code), 'discard'), 'delete');
    expect(failed.text).toContain(translate('en', 'notice.unavailable'));
    expect(mended.text).toContain(translate('en', 'comeBack.discardedHeading'));
    expect(await draftOf(code)).toBeUndefined();
  });
});
