import { describe, expect, it } from '@jest/globals';
import { filesFor, firstLoad, weightBeside, weightOf } from '../support/tab/built-tab.ts';

describe('what is loaded before the list of cases is shown', () => {
  it('weighs no more than 200 kB', () => {
    expect(weightOf(filesFor(firstLoad))).toBeLessThanOrEqual(200);
  });

  it.each([
    ['the parsers of the core', 'ZodError'],
    ['what opens seals', 'AGE ENCRYPTED FILE'],
    ['what draws cards', 'Action.OpenUrl'],
    ['what writes documents', '%PDF-'],
    ['the words that passphrases are drawn from', 'gwyrddni'],
    ['what draws charts', 'Vertical bar chart'],
    ['the log of the library for Teams', 'getItem(`debug`)'],
  ])('is without %s', (_, mark) => {
    const holding = filesFor(firstLoad).filter(({ bytes }) => bytes.includes(mark));
    expect(holding.map(({ file }) => file)).toEqual([]);
  });
});

describe('what the page of summaries loads beside that', () => {
  it('weighs no more than 135 kB, the charts among it, without the words that every page brings', () => {
    const weight = weightBeside(['summaries/summaries-page.tsx'], firstLoad);
    expect(weight).toBeGreaterThan(20);
    expect(weight).toBeLessThanOrEqual(135);
  });
});
