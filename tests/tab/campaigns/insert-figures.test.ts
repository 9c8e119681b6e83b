import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languages } from '../../../core/model/language.ts';
import { outcomes } from '../../../core/model/outcomes.ts';
import { checkItem } from '../../../guidance/check-item.ts';
import { compareFigures } from '../../../guidance/figure-placeholders.ts';
import { builtInPlan } from '../../../guidance/node/built-in-texts.ts';
import { builtInTopics } from '../../../guidance/node/built-in-texts.ts';
import { periodTitle } from '../../../summary/figures/period-words.ts';
import { draftOf, type ItemDraft, itemIn } from '../../../tab/campaigns/item-draft.ts';
import { figuresText, putFigures, type ToldFigures } from '../../../tab/campaigns/insert-figures.ts';
import { say } from '../../../words/cards/translate.ts';
import { sayWord } from '../../../words/translate.ts';
import { statusInCaseWords } from '../../../words/tab/status-in-case.ts';
import { outcomeWords } from '../../../words/terms/term-labels.ts';
import { writer } from '../../support/core/campaigns.ts';
import { aDay } from '../../support/summary/figures.ts';

const item = builtInPlan().find(({ figures }) => figures !== undefined);
if (!item) throw new Error('no item of figures');
const draft: ItemDraft = draftOf({
  item,
  on: aDay('2026-11-30'),
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
    say(language, 'said.outcome', { outcome: sayWord(language, statusInCaseWords[outcomeWords[outcome]]), count }),
  ),
});
const toldOf = (
  count: number,
  named: readonly (typeof outcomes)[number][],
  number: 1 | 2 | 3 | 4 = 3,
): ToldFigures => ({
  kind: 'told',
  quarter: {
    name: `2026-Q${number}`,
    title: both((language) => periodTitle({ kind: 'quarter', year: 2026, quarter: number }, language)),
  },
  asAt: aDay('2026-09-28'),
  lines: [
    { id: 'received.all', count, words: both((language) => say(language, 'said.received', { count })) },
    { id: 'received.inTime', count, words: both((language) => say(language, 'said.inTime', { count })) },
    { id: 'outcome.all', count, words: both((language) => say(language, 'said.closed', { count })) },
    ...named.map((outcome) => outcomeLine(outcome, count)),
  ],
  notes: [],
});

describe('figures that are put into an item', () => {
  it('stand in both texts at their place, with their quarter, and the item is whole', () => {
    const done = putFigures(draft, toldOf(40, ['misconduct']));
    expect(done?.draft.kept).toEqual({ week: 12, figures: 'saidAndDid', quarter: '2026-Q3' });
    expect(done?.draft.body.en).toContain(
      'July to September 2026:\n\n- About 40 reports were received.\n- About 40 of them were acknowledged in time.\n- About 40 cases were closed.\n- Misconduct investigation: about 40.\n\nMore reports',
    );
    expect(done?.draft.body.cy).toContain('Gorffennaf i Fedi 2026:\n\n- Daeth tua 40 o adroddiadau i law.');
  });

  it('leave the item that comes with Candour fit to be sent, whatever they are, and nothing in it is strange', () => {
    const topics = new Set(builtInTopics().keys());
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }).map((count) => count * 5),
        fc.shuffledSubarray([...outcomes]),
        fc.constantFrom(1, 2, 3, 4),
        (count, named, quarter) => {
          const told = toldOf(count, named, quarter);
          const done = putFigures(draft, told);
          const whole = done && itemIn(done.draft);
          expect(whole && checkItem(whole, topics)).toEqual([]);
          expect(whole && compareFigures(whole, figuresText(told))).toEqual({
            strange: { en: [], cy: [] },
            isAlike: true,
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are put in again in the place of the first, and again without a change', () => {
    const first = putFigures(draft, toldOf(40, ['misconduct']));
    if (!first) throw new Error('nothing was put in');
    const second = putFigures(first.draft, toldOf(25, ['criminal', 'referred'], 4), first.put);
    expect(second?.draft.body.en).not.toContain('40');
    expect(second?.draft.body.en).toContain('Referred to another body: about 25.');
    expect(second?.draft.kept.quarter).toBe('2026-Q4');
    expect(putFigures(first.draft, toldOf(40, ['misconduct']))?.draft).toEqual(first.draft);
  });

  it('are put nowhere where other words hold numbers already', () => {
    const body = { en: 'We had about 12.', cy: 'Cawsom tua 12.' };
    expect(putFigures({ ...draft, body }, toldOf(40, []))).toBeUndefined();
  });

  it('are without outcomes for which the texts have no room, and whole all the same', () => {
    const long = Array.from({ length: 95 }, () => 'word').join(' ');
    const body = { en: `${long}\n\n{{figures}}`, cy: `${long}\n\n{{figures}}` };
    const done = putFigures({ ...draft, body }, toldOf(40, ['misconduct', 'criminal', 'referred']));
    for (const language of languages) {
      expect(done?.draft.body[language].match(/^- /gmu)).toHaveLength(3);
    }
  });
});
