import { describe, expect, it } from '@jest/globals';
import { filesFor, firstLoad } from '../support/tab/built-tab.ts';

describe('what is loaded before the list of cases is shown', () => {
  it.each([
    ['the parsers of the core', 'ZodError'],
    ['what opens seals', 'AGE ENCRYPTED FILE'],
    ['what draws cards', 'Action.OpenUrl'],
    ['what writes documents', '%PDF-'],
    ['the words that passphrases are drawn from', 'gwyrddni'],
    ['what draws charts', 'Vertical bar chart'],
    ['the log of the library for Teams', 'getItem(`debug`)'],
    ['a parser of messages', 'EXPECT_ARGUMENT_CLOSING_BRACE'],
    ['styles that are turned round', 'noflip'],
  ])('is without %s', (_, mark) => {
    const holding = filesFor(firstLoad).filter(({ bytes }) => bytes.includes(mark));
    expect(holding.map(({ file }) => file)).toEqual([]);
  });
});
