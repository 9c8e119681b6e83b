import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languages } from '../../../core/model/language.ts';
import { outcomes } from '../../../core/model/case-terms.ts';
import { checkItem } from '../../../guidance/check-campaign-item.ts';
import { compareFigures } from '../../../guidance/campaign-item-figures.ts';
import { loadBuiltInPlan } from '../../../guidance/node/built-in-texts.ts';
import { loadBuiltInTopics } from '../../../guidance/node/built-in-texts.ts';
import { periodTitle } from '../../../summary/figures/period-text.ts';
import { toItemDraft, type ItemDraft, toCampaignItem } from '../../../tab/campaigns/item-draft.ts';
import { figuresText, insertFigures, type PublishedQuarterFigures } from '../../../tab/campaigns/insert-figures.ts';
import { translate } from '../../../words/cards/translate.ts';
import { translateWord } from '../../../words/translate-word.ts';
import { caseTermWords } from '../../../words/tab/case-terms.ts';
import { outcomeWordKeys } from '../../../words/terms/term-word-keys.ts';
import { writer } from '../../support/core/campaigns.ts';
import { parseTestDay } from '../../support/summary/figures.ts';

const item = loadBuiltInPlan().find(({ figures }) => figures !== undefined);
if (!item) throw new Error('no item of figures');
const draft: ItemDraft = toItemDraft({
  item,
  on: parseTestDay('2026-11-30'),
  at: '10:00',
  audience: { kind: 'everybody' },
  state: 'planned',
  digest: '',
  changedBy: writer,
  mayApprove: false,
});

const both = (words: (language: 'en' | 'cy') => string) => ({ en: words('en'), cy: words('cy') });
const outcomeLine = (outcome: (typeof outcomes)[number], count: number) => ({
  id: `outcome.${outcome}`,
  count,
  words: both((language) =>
    translate(language, 'said.outcome', {
      outcome: translateWord(language, caseTermWords[outcomeWordKeys[outcome]]),
      count,
    }),
  ),
});
const toldOf = (
  count: number,
  named: readonly (typeof outcomes)[number][],
  number: 1 | 2 | 3 | 4 = 3,
): PublishedQuarterFigures => ({
  kind: 'told',
  quarter: {
    name: `2026-Q${number}`,
    title: both((language) => periodTitle({ kind: 'quarter', year: 2026, quarter: number }, language)),
  },
  asAt: parseTestDay('2026-09-28'),
  lines: [
    { id: 'received.all', count, words: both((language) => translate(language, 'said.received', { count })) },
    { id: 'received.inTime', count, words: both((language) => translate(language, 'said.inTime', { count })) },
    { id: 'outcome.all', count, words: both((language) => translate(language, 'said.closed', { count })) },
    ...named.map((outcome) => outcomeLine(outcome, count)),
  ],
  notes: [],
});

describe('figures that are put into an item', () => {
  it('stand in both texts at their place, with their quarter, and the item is whole', () => {
    const done = insertFigures(draft, toldOf(40, ['misconduct']));
    expect(done?.draft.unedited).toEqual({ week: 12, figures: 'saidAndDid', quarter: '2026-Q3' });
    expect(done?.draft.body.en).toContain(
      'July to September 2026:\n\n- About 40 reports were received.\n- About 40 of them were acknowledged in time.\n- About 40 cases were closed.\n- Misconduct investigation: about 40.\n\nMore reports',
    );
    expect(done?.draft.body.cy).toContain('Gorffennaf i Fedi 2026:\n\n- Daeth tua 40 o adroddiadau i law.');
  });

  it('leave the item that comes with Candour fit to be sent, whatever they are, and nothing in it is strange', () => {
    const topics = new Set(loadBuiltInTopics().keys());
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }).map((count) => count * 5),
        fc.shuffledSubarray([...outcomes]),
        fc.constantFrom(1, 2, 3, 4),
        (count, named, quarter) => {
          const told = toldOf(count, named, quarter);
          const done = insertFigures(draft, told);
          const whole = done && toCampaignItem(done.draft);
          expect(whole && checkItem(whole, topics)).toEqual([]);
          expect(whole && compareFigures(whole, figuresText(told))).toEqual({
            unknownNumbers: { en: [], cy: [] },
            isAlike: true,
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are put in again in the place of the first, and again without a change', () => {
    const first = insertFigures(draft, toldOf(40, ['misconduct']));
    if (!first) throw new Error('nothing was put in');
    const second = insertFigures(first.draft, toldOf(25, ['criminal', 'referred'], 4), first.text);
    expect(second?.draft.body.en).not.toContain('40');
    expect(second?.draft.body.en).toContain('Referred to another body: about 25.');
    expect(second?.draft.unedited.quarter).toBe('2026-Q4');
    expect(insertFigures(first.draft, toldOf(40, ['misconduct']))?.draft).toEqual(first.draft);
  });

  it('are put nowhere where other words hold numbers already', () => {
    const body = { en: 'We had about 12.', cy: 'Cawsom tua 12.' };
    expect(insertFigures({ ...draft, body }, toldOf(40, []))).toBeUndefined();
  });

  it('are without outcomes for which the texts have no room, and whole all the same', () => {
    const long = Array.from({ length: 95 }, () => 'word').join(' ');
    const body = { en: `${long}\n\n{{figures}}`, cy: `${long}\n\n{{figures}}` };
    const done = insertFigures({ ...draft, body }, toldOf(40, ['misconduct', 'criminal', 'referred']));
    for (const language of languages) {
      expect(done?.draft.body[language].match(/^- /gmu)).toHaveLength(3);
    }
  });
});
