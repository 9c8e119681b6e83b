import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { findFigure } from '../../../summary/figures/figure-lookup.ts';
import { inspectionQuestions, inspectionQuestionIds } from '../../../summary/inspection/inspection-questions.ts';
import { createCountedWeek, createEarlierWeek } from '../../support/summary/counted-weeks.ts';
import { exampleSettings, exampleSheet } from '../../support/summary/example-sheet.ts';
import { parseTestDay, parseTestWeek } from '../../support/summary/figures.ts';

const period = { kind: 'quarter', year: 2026, quarter: 1 } as const;
const asked = (id: string, unlike: Parameters<typeof exampleSheet>[1] = {}) =>
  exampleSheet('en', unlike).questions.find((question) => question.id === id);

describe('the inspector’s sheet', () => {
  it('asks twelve questions, each once and in its order', () => {
    expect(inspectionQuestions.map(({ id }) => id)).toEqual(inspectionQuestionIds);
    expect(inspectionQuestionIds).toHaveLength(12);
    for (const language of languages) {
      const questions = exampleSheet(language).questions.map(({ question }) => question);
      expect(new Set(questions).size).toBe(12);
      expect(questions.every((question) => question.endsWith('?'))).toBe(true);
    }
  });

  it('names no figure that there is not', () => {
    const named = inspectionQuestions.flatMap(({ figures }) => figures);
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((id) => findFigure(id) === undefined)).toEqual([]);
  });

  it('answers with a figure, and with the command that gives it again', () => {
    expect(asked('ways')?.figures[0]).toMatchObject({
      id: 'received.all',
      value: 15,
      notes: [],
      query: 'npm run inspection -- --figure received.all --period 2026-Q4',
    });
    const of = {
      period,
      weeks: [createCountedWeek(parseTestWeek('2026-W10'), 4)],
      unfinishedWeeks: [parseTestWeek('2026-W11')],
    };
    expect(asked('ways', { returnWeeks: of })?.figures[0]).toMatchObject({
      value: 4,
      query: 'npm run inspection -- --figure received.all --period 2026-Q1 --so-far',
    });
  });

  it('has no figure, and never a zero, where a week lacks it', () => {
    const of = { period, weeks: [createEarlierWeek(parseTestWeek('2026-W10'), 4)], unfinishedWeeks: [] };
    const figures = asked('categories', { returnWeeks: of })?.figures ?? [];
    expect(figures.length).toBeGreaterThan(20);
    for (const { value, notes } of figures) {
      expect({ value, notes }).toEqual({
        value: undefined,
        notes: ['Blank, not zero: this was not yet being counted in the week of 2 to 8 March 2026.'],
      });
    }
  });

  it('gives the force’s words with who answers for them, and says where there are none', () => {
    expect(asked('ways')?.prose).toMatchObject({
      owner: 'Example: Head of Professional Standards',
      answeredOn: '2 November 2026',
      reviewBy: '3 May 2027',
      isOverdue: false,
    });
    expect(asked('audit')?.prose).toBeUndefined();
  });

  it('says that the day of a review has passed from the day after it', () => {
    expect(asked('conflicts')?.prose?.isOverdue).toBe(true);
    expect(asked('conflicts', { today: parseTestDay('2026-09-01') })?.prose?.isOverdue).toBe(false);
    expect(asked('conflicts', { today: parseTestDay('2026-09-02') })?.prose?.isOverdue).toBe(true);
  });

  it('tells settings by their names, and says which are not set', () => {
    expect(asked('readers')?.settings.map(({ name, value }) => [name, value])).toEqual([
      ['ROLE_HANDLERS', '4'],
      ['ROLE_RESERVE', 'not set on the computer that made this sheet'],
      ['ROLE_CUSTODIANS', 'not set on the computer that made this sheet'],
    ]);
    expect(asked('speed')?.settings.map(({ value }) => value)).toEqual([
      '3 days',
      'not set on the computer that made this sheet',
    ]);
    expect(asked('feedback')?.settings.map(({ value }) => value)).toEqual(['the same day', 'yes']);
    expect(asked('referral')?.settings.map(({ value }) => value)).toEqual(['1 day']);
    expect(asked('protection')?.settings.map(({ value }) => value)).toEqual(['2', 'no']);
    expect(asked('retention')?.settings.map(({ value }) => value)).toEqual(['6 years']);
  });

  it('counts years in Welsh as they are said', () => {
    const said = [1, 2, 3, 4, 5, 6, 7, 10].map((reviewYears) => {
      const { questions } = exampleSheet('cy', { settings: { ...exampleSettings, reviewYears } });
      return questions.find(({ id }) => id === 'retention')?.settings[0]?.value;
    });
    expect(said).toEqual([
      '1 flwyddyn',
      '2 flynedd',
      '3 blynedd',
      '4 blynedd',
      '5 mlynedd',
      '6 blynedd',
      '7 mlynedd',
      '10 mlynedd',
    ]);
  });

  it('is never made with a week of the reserve in it', () => {
    const weeks = [
      createCountedWeek(parseTestWeek('2026-W10'), 4),
      createCountedWeek(parseTestWeek('2026-W11'), 1, { handledBy: 'reserve' }),
    ];
    expect(() => exampleSheet('en', { returnWeeks: { period, weeks, unfinishedWeeks: [] } })).toThrow(
      'not weeks of the unit',
    );
  });
});
