import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { renderPage } from '../../../cards/render-page.ts';
import { introTexts } from '../../../cli/words/first-card.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import type { RequiredRole } from '../../../core/model/roles.ts';
import { applyReportMove } from '../../../core/reporting/report-flow.ts';
import { catalogue, type WordKey } from '../../../words/cards/catalogue.ts';
import { translate } from '../../../words/cards/translate.ts';
import { formatStaffedHours } from '../../../words/staffed-hours.ts';
import { exampleFacts, fullContacts, listElements } from '../../support/cards/example-views.ts';
import { partnerCard, partnerState } from '../../support/cards/partner-cards.ts';

const threatModel = readFileSync(new URL('../../../docs/threat-model.md', import.meta.url), 'utf8');
const places = ['before', 'more'] as const;
const [, after = ''] = threatModel.split('\n### By a partner\n');
const rows = (after.split('\n### ')[0] ?? '').split('\n').flatMap((line) => {
  const [what = '', place, words = ''] = line
    .split('|')
    .slice(1)
    .map((cell) => cell.trim());
  const said = places.find((one) => one === place);
  if (said === undefined) return [];
  return [
    {
      what,
      said,
      groups: words.split(', ').map((group) => [...group.matchAll(/`([^`]+)`/gu)].map(([, key]) => key ?? '')),
    },
  ];
});

const isKey = (text: string): text is WordKey => Object.hasOwn(catalogue, text);
const sentence = (language: Language, key: WordKey): string =>
  translate(language, key, {
    emergency: fullContacts.emergency,
    reserve: fullContacts.reserve[language],
    victimUnit: fullContacts.victimUnit[language],
    number: fullContacts.crimestoppers,
    hours: formatStaffedHours(language, exampleFacts.staffing.rows ?? []),
  });

const first = (language: Language, isReading?: true, shortRoles: readonly RequiredRole[] = []) =>
  partnerCard({ state: { ...partnerState(language, 'hubFirst', {}), ...(isReading && { isReading }) }, shortRoles });
const textsOf = (
  language: Language,
  said: 'before' | 'more',
  shortRoles?: readonly RequiredRole[],
): readonly string[] =>
  said === 'before'
    ? introTexts(renderPage(first(language, undefined, shortRoles)))
    : listElements(renderPage(first(language, true, shortRoles))).flatMap(({ text }) =>
        typeof text === 'string' ? [text] : [],
      );

describe('the list of what a partner is told before the first question', () => {
  it('names words that there are', () => {
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.flatMap(({ groups }) => groups.flat()).filter((key) => !isKey(key))).toEqual([]);
  });

  describe.each(languages)('in %s', (language) => {
    it.each(rows)('is said, $said: $what', ({ said, groups }) => {
      for (const group of groups) {
        const sentences = group.filter(isKey).map((key) => sentence(language, key));
        expect([group, sentences.some((one) => textsOf(language, said).includes(one))]).toEqual([group, true]);
      }
    });

    it('names the unit alone if too few can take what may concern it, and says so one press away', () => {
      const texts = textsOf(language, 'before', ['reserve']);
      expect(texts).toContain(translate(language, 'hub.whatUnit'));
      expect(texts.join()).not.toContain(fullContacts.reserve[language]);
      expect(textsOf(language, 'more', ['reserve'])).toContain(translate(language, 'limits.reserveShort'));
    });
  });
});

describe('a partner’s first card', () => {
  it.each(languages)('says no more than five short sentences before its question, in %s', (language) => {
    const texts = introTexts(renderPage(first(language)));
    const [progress, heading] = [
      translate(language, 'common.step', { number: 1, of: 3 }),
      translate(language, 'hub.heading'),
    ];
    const said = texts.filter((text) => text !== progress && text !== heading);
    expect(said).toHaveLength(4);
  });

  it('leads to the rest by one press, and back with what was chosen and typed', () => {
    const state = partnerState('en', 'hubFirst', {});
    const inputs = { consent: 'notSafe', consentWhy: 'a child lives there' };
    const more = applyReportMove(state, { verb: 'more', inputs });
    expect(more).toMatchObject({ problems: [], effect: 'none', state: { at: 'hubFirst', isReading: true } });
    const back = applyReportMove(more.state, { verb: 'back', inputs: {} });
    expect(back).toEqual({ problems: [], effect: 'none', state: { ...state, answers: inputs } });
  });
});
