import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { say } from '../../cards/words/say.ts';
import { showCaseId } from '../../concerns/case-id.ts';
import { caseIdOf, draftIdOf } from '../../concerns/code-keys.ts';
import { longestToken } from '../../dialogs/carried-state.ts';
import { showReturnCode, type ReturnCode } from '../../concerns/return-code.ts';
import { choosing } from '../concerns/choosing.ts';
import { freshCode, openedBy, random } from '../concerns/open-core.ts';
import { expectNowhereIn, expectNowhereOnDisk, newCanary } from '../journeys/canary.ts';
import type { Trouble } from './troubled-store.ts';
import { codeOn, type Led, leadPerson, type Seen, toCode } from './led-person.ts';

let led: Led;
beforeEach(() => {
  led = leadPerson();
});
afterEach(() => led.close());

const sent = async (): Promise<ReturnCode> => codeOn(await led.step(await toCode(led), 'next', choosing('send')));
const kept = async (what: string): Promise<ReturnCode> =>
  codeOn(await led.step(await toCode(led, { what }), 'next', choosing('later')));
const enter = async (code: ReturnCode, language: 'en' | 'cy' = 'en'): Promise<Seen> =>
  led.step(await led.open('comeBack', language), 'next', { code: showReturnCode(code).toLowerCase() });
const messagesOf = async (code: ReturnCode) =>
  (await led.core.store.history.of(caseIdOf(code))).filter(({ kind }) => kind === 'messageFromReporter');
const draftOf = (code: ReturnCode) => led.core.store.drafts.read(draftIdOf(code), led.core.deps.clock());

describe('somebody who comes back to a report', () => {
  it('sees how it stands, adds to it once, and may add again', async () => {
    const code = await sent();
    const before = led.nudges();
    const found = await enter(code);
    expect(found.text).toContain(showCaseId(caseIdOf(code)));
    expect(found.text).toContain(say('en', 'comeBack.statusReceived'));
    const added = await led.step(found, 'add', { addition: '  more words  ' });
    expect(added.text).toContain(say('en', 'comeBack.addedHeading'));
    await led.step(found, 'add', { addition: '  more words  ' });
    expect(await messagesOf(code)).toHaveLength(1);
    const again = await led.step(added, 'another');
    expect(again.filled).toEqual({});
    expect(again.text).toContain(say('en', 'comeBack.additions', { count: 1 }));
    await led.step(again, 'add', { addition: 'more words' });
    const messages = await messagesOf(code);
    expect(messages).toHaveLength(2);
    expect(await openedBy('acu', messages[0]?.message?.sealed ?? '')).toMatchObject({ text: 'more words', number: 1 });
    expect(led.nudges()).toBeGreaterThan(before);
  });

  it('leaves no word of an addition on the cards behind it, in the state or on the disk', async () => {
    const canary = newCanary();
    const code = await sent();
    const found = await enter(code);
    const added = await led.step(found, 'add', { addition: canary });
    expectNowhereIn('card', added.json, [canary]);
    expectNowhereOnDisk(led.core.folder, [canary, code]);
    expectNowhereIn('state', found.token, [code]);
  });

  it('switches language and keeps what was typed', async () => {
    const welsh = await led.step(await enter(await sent()), 'language', { addition: 'half a word' });
    expect([welsh.language, welsh.filled]).toEqual(['cy', { addition: 'half a word' }]);
    expect(await led.press(welsh, 'done')).toEqual({ kind: 'done', language: 'cy' });
  });

  it('is told what is wrong with a code, and that nothing is saved under another', async () => {
    const odd = await led.step(await led.open('comeBack'), 'next', { code: 'no code' });
    expect(odd.text).toContain(say('en', 'problem.oddCode'));
    expect(odd.filled).toEqual({ code: 'no code' });
    const nothing = await enter(freshCode());
    expect(nothing.text).toContain(say('en', 'problem.notFound'));
    expect(nothing.moves).toContain('next');
  });

  it('keeps an addition that is more than its card can carry on the card', async () => {
    const found = await enter(await sent());
    const addition = Buffer.from(random(9_000)).toString('base64').slice(0, 12_000);
    const full = await led.step(found, 'add', { addition });
    expect(full.filled).toEqual({ addition });
    expect(full.token.length).toBeLessThanOrEqual(longestToken);
    expect((await led.step(full, 'add', { addition: 'short' })).text).toContain(say('en', 'comeBack.addedHeading'));
  });
});

describe('somebody who comes back to a draft', () => {
  it('goes on where it was left, in the language of now, and the report replaces the draft', async () => {
    const code = await kept('words of a draft');
    const found = await enter(code, 'cy');
    expect(found.text).toContain(say('cy', 'comeBack.draftHeading'));
    const resumed = await led.step(found, 'resume');
    expect(resumed.language).toBe('cy');
    expect(codeOn(resumed)).toBe(code);
    expect((await led.step(resumed, 'back')).filled).toMatchObject({ what: 'words of a draft' });
    const receipt = await led.step(resumed, 'next', choosing('send'));
    expect(receipt.text).toContain(say('cy', 'receipt.heading'));
    expect(await draftOf(code)).toBeUndefined();
    expect((await enter(code)).text).toContain(say('en', 'comeBack.statusReceived'));
  });

  it('keeps it again under the same code', async () => {
    const code = await kept('first words');
    const account = await led.step(await led.step(await enter(code), 'resume'), 'back');
    const again = await led.step(await led.step(account, 'next', { what: 'later words' }), 'next', choosing('later'));
    expect(codeOn(again)).toBe(code);
    const resumed = await led.step(await enter(code), 'resume');
    expect((await led.step(resumed, 'back')).filled['what']).toBe('later words');
  });

  it('throws it away, and finds it no more', async () => {
    const code = await kept('words');
    const found = await enter(code);
    expect((await led.step(found, 'discard')).text).toContain(say('en', 'comeBack.discardedHeading'));
    expect(await draftOf(code)).toBeUndefined();
    expect((await led.step(found, 'resume')).text).toContain(say('en', 'problem.notFound'));
  });
});

/** The card after a move under trouble, and the one after the same move once the trouble is over. */
async function troubled(trouble: Trouble, card: Seen, verb: string, typed: Readonly<Record<string, string>> = {}) {
  led.trouble.set(trouble);
  const failed = await led.step(card, verb, typed);
  led.trouble.set('none');
  expect(led.troubles).toHaveLength(1);
  expect(failed.filled).toMatchObject(typed);
  expect(failed.moves).toEqual(card.moves);
  return { failed, mended: await led.step(failed, verb) };
}

describe.each(['refuse', 'hang'] as const)('while the store does this to every look-up: %s', (trouble) => {
  it('a look-up is said to be unanswered, and the code stays', async () => {
    const code = showReturnCode(await sent());
    const { failed, mended } = await troubled(trouble, await led.open('comeBack'), 'next', { code });
    expect(failed.text).toContain(say('en', 'notice.unavailable'));
    expect(mended.text).toContain(say('en', 'comeBack.statusReceived'));
  });

  it('a draft is there afterwards, to be taken up or thrown away', async () => {
    const found = await enter(await kept('words'));
    const { failed, mended } = await troubled(trouble, found, 'resume');
    expect(failed.text).toContain(say('en', 'notice.unavailable'));
    expect(mended.moves).toContain('next');
  });
});

describe.each(['refuse', 'lose', 'hang'] as const)('while the store does this to every write: %s', (trouble) => {
  it('an addition is not called saved, and is saved once afterwards', async () => {
    const code = await sent();
    const { failed, mended } = await troubled(trouble, await enter(code), 'add', { addition: 'more words' });
    expect(failed.text).toContain(say('en', 'problem.notSaved'));
    expect(mended.text).toContain(say('en', 'comeBack.addedHeading'));
    expect(await messagesOf(code)).toHaveLength(1);
  });

  it('a draft that was to be thrown away is thrown away afterwards', async () => {
    const code = await kept('words');
    const { failed, mended } = await troubled(trouble, await enter(code), 'discard');
    expect(failed.text).toContain(say('en', 'notice.unavailable'));
    expect(mended.text).toContain(say('en', 'comeBack.discardedHeading'));
    expect(await draftOf(code)).toBeUndefined();
  });
});
