import { describe, expect, it } from '@jest/globals';
import { partnerReadOnlyOperations, readOnlyOperations } from '../../contract/read-only-operations.ts';
import { builtPartners, builtTab, filesFor, firstLoad } from '../support/tab/built-tab.ts';

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

  // They stand in their definitions, which no page loads: by them a page says what a lost answer means.
  it.each([
    ['the tab', readOnlyOperations, firstLoad, builtTab],
    ['the partners’ page', partnerReadOnlyOperations, [], builtPartners],
  ] as const)('is with every operation of %s that only reads', (_, reading, parts, folder) => {
    const loaded = Buffer.concat(filesFor(parts, folder).map(({ bytes }) => bytes));
    expect(reading.filter((name) => !loaded.includes(name))).toEqual([]);
    expect(reading.length).toBeGreaterThan(10);
  });
});
