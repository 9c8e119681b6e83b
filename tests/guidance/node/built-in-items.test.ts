import { describe, expect, it } from '@jest/globals';
import { checkItem } from '../../../guidance/check-campaign-item.ts';
import { loadBuiltInPlan, readItemSources } from '../../../guidance/node/built-in-texts.ts';
import { loadBuiltInTopics } from '../../../guidance/node/built-in-texts.ts';
import { parseItem } from '../../../guidance/parse-campaign-item.ts';

const plan = loadBuiltInPlan();

describe('the plan that comes with Candour', () => {
  it.each([...readItemSources()])('has an item %s that can be read, and sent once it is whole', (id, source) => {
    const read = parseItem(id, source);
    expect(read).toMatchObject({ kind: 'item' });
    const problems = read.kind === 'item' ? checkItem(read.item, new Set(loadBuiltInTopics().keys())) : [];
    // The figures of what was done are put in by whoever knows them, and not sent without.
    const expected = id === 'you-said-we-did' ? ['noFigures', 'noFigures'] : [];
    expect(problems.map(({ code }) => code)).toEqual(expected);
  });

  it('goes over twelve weeks, from the chief officers to what was done', () => {
    expect(plan.map(({ week, id }) => `${week} ${id}`)).toEqual([
      '0 pulse-before',
      '0 why',
      '1 what-it-is',
      '2 both-wanted-it',
      '3 what-you-might-see',
      '4 who-is-at-risk',
      '5 phones',
      '6 a-colleague',
      '7 how-to-tell-us',
      '8 what-protects-you',
      '10 myths',
      '12 pulse-after',
      '12 you-said-we-did',
    ]);
  });

  it('asks the same before and after, and never twice in a message', () => {
    expect(plan.flatMap(({ pulse }) => pulse ?? [])).toEqual(['before', 'after']);
    expect(plan.filter(({ pulse, scene }) => pulse !== undefined && scene !== undefined)).toEqual([]);
  });
});
