import { describe, expect, it } from '@jest/globals';
import {
  type BuiltFile,
  builtPartners,
  builtTab,
  filesFor,
  firstLoad,
  heaviestModules,
  totalKilobytes,
} from '../support/tab/built-tab.ts';
import {
  firstBudget,
  firstPartnersBudget,
  partnersBudgets,
  tabBudgets,
  type ModuleWeight,
  weighPartners,
  weighTab,
} from '../support/tab/page-budgets.ts';

/** Says what is too heavy of these files, with the modules to look at first; nothing where they are within. */
const over = (what: string, files: readonly BuiltFile[], most: number, folder: string): readonly string[] =>
  totalKilobytes(files) <= most
    ? []
    : [`${what}: ${totalKilobytes(files).toFixed(1)} of ${most} kB`, ...heaviestModules(files, folder)];
const allOver = (all: readonly ModuleWeight[], folder: string): readonly string[] =>
  all.flatMap(({ part, budget, files }) => over(part, files, budget?.maxKilobytes ?? 0, folder));

describe('what a page weighs', () => {
  it('is within its budget before the first page is shown', () => {
    expect(over('first load of the tab', filesFor(firstLoad), firstBudget, builtTab)).toEqual([]);
    const partners = filesFor([], builtPartners);
    expect(over('first load of partners', partners, firstPartnersBudget, builtPartners)).toEqual([]);
  });

  it.each([
    ['the tab', builtTab, tabBudgets, weighTab],
    ['the partners’ page', builtPartners, partnersBudgets, weighPartners],
  ] as const)('has a budget for each part of %s, and is within it', (_, folder, budgets, weighed) => {
    const all = weighed();
    expect(all.map(({ part }) => part).toSorted()).toEqual(Object.keys(budgets).toSorted());
    expect(allOver(all, folder)).toEqual([]);
  });

  it('is told with the modules that weigh most, where it is too much', () => {
    const [first, ...heaviest] = over('first load', filesFor(firstLoad), 100, builtTab);
    expect(first).toMatch(/^first load: 1\d\d\.\d of 100 kB$/u);
    expect(heaviest.length).toBe(12);
    expect(heaviest[0]).toMatch(/^node_modules\/react-dom\/cjs\/react-dom-client\.production\.js: about \d+\.\d kB$/u);
  });
});
