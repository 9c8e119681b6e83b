import { describe, expect, it } from '@jest/globals';
import { filesFor, firstLoad, weightOf } from '../support/tab/built-tab.ts';

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
  ])('is without %s', (_, mark) => {
    const holding = filesFor(firstLoad).filter(({ bytes }) => bytes.includes(mark));
    expect(holding.map(({ file }) => file)).toEqual([]);
  });
});
