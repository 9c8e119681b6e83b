import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { maxCardSize } from '../../../cards/card-size.ts';
import type { Language } from '../../../core/model/language.ts';
import { findDraft, saveDraft } from '../../../core/reporting/drafts.ts';
import { initialReportState } from '../../../core/reporting/report-flow.ts';
import { type ReturnCode, formatReturnCode } from '../../../core/model/return-code.ts';
import { stateLifetimeMs } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { translate } from '../../../words/cards/translate.ts';
import { questionWordKeys } from '../../../words/cards/question-word-keys.ts';
import { prose } from '../../support/cards/example-views.ts';
import { nextStepInput } from '../../support/core/next-step-input.ts';
import { newReturnCode, random } from '../../support/core/open-core.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import {
  parseCardCode,
  type ReportDriver,
  createReportDriver,
  type ViewedCard,
  goToCode,
} from '../../support/dialogs/report-driver.ts';

let led: ReportDriver;
beforeEach(() => {
  led = createReportDriver();
});
afterEach(() => led.close());

const account = (language: Language = 'en'): Promise<ViewedCard> => led.open('report', language);
const noise = (length: number): string => Buffer.from(random(length)).toString('base64').slice(0, length);
const labelled = (language: Language, id: 'what' | 'who' | 'where') => translate(language, questionWordKeys[id].label);

describe.each(['en', 'cy'] as const)('a text that is pasted and too long, in %s', (language) => {
  it.each([8_001, 8_433, 12_000, 12_001, 20_000])(
    'of %d characters is kept whole on its card, and its writer is told by how much it is too long',
    async (length) => {
      const what = prose(length);
      const told = await led.step(await account(language), 'next', { what, conflict: 'no' });
      expect(told.filled).toEqual({ what, conflict: 'no' });
      expect(told.text).toContain(
        translate(language, 'problem.long', { label: labelled(language, 'what'), by: length - 8_000 }),
      );
      expect(told.json.length).toBeLessThanOrEqual(maxCardSize);
      const known = await led.step(told, 'next', { what: what.slice(0, 8_000) });
      expect(parseCardCode(await led.step(known, 'next', { mode: 'named' }))).toBeDefined();
    },
  );

  it('where a line is asked for is kept as well, beside the others', async () => {
    const about = await led.step(await goToCode(led), 'next', nextStepInput('detail'));
    const typed = { who: prose(5_000), where: prose(4_000), when: prose(450) };
    const asked = language === 'en' ? about : await led.step(about, 'language');
    const told = await led.step(asked, 'next', typed);
    expect(told.filled).toEqual(typed);
    for (const [id, by] of [['who', 4_600] as const, ['where', 3_600] as const])
      expect(told.text).toContain(translate(language, 'problem.long', { label: labelled(language, id), by }));
  });

  it('that no card can hold is never cut in silence: how much of it is gone is said, to the character', async () => {
    const what = noise(60_000);
    const cut = await led.step(await account(language), 'next', { what, conflict: 'no' });
    const left = cut.filled['what'] ?? '';
    expect([what.startsWith(left), left.length > 20_000, cut.filled['conflict']]).toEqual([true, true, 'no']);
    const by = what.length - left.length;
    expect(cut.text).toContain(translate(language, 'problem.cut', { label: labelled(language, 'what'), by }));
    expect(cut.text).not.toContain(
      translate(language, 'problem.long', { label: labelled(language, 'what'), by: 52_000 }),
    );
    expect(cut.json.length).toBeLessThanOrEqual(maxCardSize);
    const again = await led.step(cut, 'next');
    expect(again.filled['what']).toBe(left);
    expect(again.text).toContain(
      translate(language, 'problem.long', { label: labelled(language, 'what'), by: left.length - 8_000 }),
    );
    const known = await led.step(again, 'next', { what: left.slice(0, 3_000) });
    expect(parseCardCode(await led.step(known, 'next', { mode: 'named' }))).toBeDefined();
  });
});

describe('a long text', () => {
  it('is carried by no card that shows it', async () => {
    const canary = newCanary();
    const told = await led.step(await account(), 'next', { what: `${canary} ${prose(12_000)}`, conflict: 'no' });
    const opened = await led.sealedState.open(told.token, 'person');
    assertAbsent('state', JSON.stringify(opened), [canary]);
    expect(told.token.length).toBeLessThan(800);
  });

  it('stays through the other language, Back, and the end of a shift', async () => {
    const what = noise(16_000);
    const welsh = await led.step(await account(), 'language', { what });
    expect([welsh.language, welsh.filled['what']]).toEqual(['cy', what]);
    const back = await led.step(welsh, 'back');
    expect(back.filled['what']).toBe(what);
    expect(back.text).toContain(translate('cy', 'problem.long', { label: labelled('cy', 'what'), by: 8_000 }));
    led.core.pass(stateLifetimeMs + 1);
    const expired = await led.step(back, 'next', { conflict: 'no' });
    expect(expired.filled).toEqual({ what, conflict: 'no' });
    expect(expired.text).toContain(translate('cy', 'report.expired'));
  });

  it('is not asked for twice: a short text goes on, and the answers of the other cards with it', async () => {
    const about = await led.step(await goToCode(led), 'next', nextStepInput('detail'));
    const told = await led.step(about, 'next', { who: prose(6_000), kind: 'boundaries' });
    expect(told.text).toContain(translate('en', 'problem.long', { label: labelled('en', 'who'), by: 5_600 }));
    const signs = await led.step(told, 'next', { who: 'a sergeant' });
    const review = await led.step(await led.step(signs, 'next'), 'next');
    for (const words of ['what happened', 'a sergeant']) expect(review.text).toContain(words);
  });

  it('may be a message to those who handle the report, and is sent in two', async () => {
    const code = parseCardCode(await led.step(await goToCode(led), 'next', nextStepInput('send')));
    const found = await led.step(await led.open('comeBack'), 'next', { code: formatReturnCode(code) });
    const addition = prose(10_000);
    const told = await led.step(found, 'add', { addition });
    expect(told.filled).toEqual({ addition });
    const label = translate('en', 'comeBack.followUp');
    expect(told.text).toContain(translate('en', 'problem.longFollowUp', { label, by: 2_000 }));
    const added = await led.step(told, 'add', { addition: addition.slice(0, 8_000) });
    const second = await led.step(await led.step(added, 'another'), 'add', { addition: addition.slice(8_000) });
    expect(second.text).toContain(translate('en', 'comeBack.addedHeading'));
  });

  it('pasted where a code is asked for stays there, and is no code', async () => {
    const code = `Code: ${'x'.repeat(900)}`;
    const odd = await led.step(await led.open('comeBack'), 'next', { code });
    expect(odd.filled).toEqual({ code });
    expect(odd.text).toContain(translate('en', 'problem.oddCode'));
  });
});

describe.each(['en', 'cy'] as const)('a draft that the page kept, in %s', (language) => {
  /** A draft as the page keeps it, with answers of so many characters in each text, in which nothing repeats. */
  async function kept(
    length: number,
  ): Promise<{ readonly code: ReturnCode; readonly answers: Readonly<Record<string, string>> }> {
    const code = newReturnCode();
    const ids = ['what', 'who', 'where', 'when', 'theirWords', 'observed', 'evidence', 'whoElse'] as const;
    const typed = ids.map((id) => [id, noise(Math.min(length, id === 'what' ? 8_000 : 400))] as const);
    const answers = { ...Object.fromEntries(typed), mode: 'named', conflict: 'no', kind: 'boundaries' };
    await saveDraft(led.core.deps, { ...initialReportState(code, language), at: 'review', answers });
    return { code, answers };
  }
  async function comeBackWith(code: ReturnCode): Promise<ViewedCard> {
    const entered = await led.step(await led.open('comeBack', language), 'next', { code: formatReturnCode(code) });
    expect(entered.moves).toContain('resume');
    return entered;
  }

  it.each([7_000, 8_000])(
    'with %d characters to each text is too long for a dialog, which says so, where it goes on, and keeps it whole',
    async (length) => {
      const { code, answers } = await kept(length);
      let card = await comeBackWith(code);
      for (let presses = 0; presses < 2; presses += 1) {
        card = await led.step(card, 'resume');
        expect(card.text).toContain(translate(language, 'problem.longDraft'));
        expect(card.text).not.toContain(translate(language, 'problem.full'));
        expect(card.moves).toContain('resume');
        expect(card.json.length).toBeLessThanOrEqual(maxCardSize);
        assertAbsent(
          'the card',
          card.json,
          Object.values(answers).filter((text) => text.length > 20),
        );
      }
      const still = await findDraft(led.core.deps, code);
      expect(still?.state.answers).toEqual(answers);
      expect(led.troubles).toEqual([]);
    },
  );

  it('with few words goes on in a dialog', async () => {
    const { code } = await kept(60);
    const resumed = await led.step(await comeBackWith(code), 'resume');
    expect(resumed.text).not.toContain(translate(language, 'problem.longDraft'));
    expect(resumed.moves).not.toContain('resume');
  });
});
