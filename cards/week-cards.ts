import { addDays, mondayOf, parseWeek } from '../concerns/terms/calendar.ts';
import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import type { Audience } from '../concerns/records/permissions.ts';
import { button, languageTitle } from './action.ts';
import type { Card } from './card.ts';
import { draw } from './draw.ts';
import { choiceField } from './field.ts';
import { drawPage } from './page.ts';
import { showShortDay } from '../words/days.ts';
import type { SummaryTable } from './summary-table.ts';
import weekTemplate from './templates/week.json' with { type: 'json' };
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';

/** What the week input holds for the last four closed weeks. */
export const lastFourWeeks = 'last4';

const audienceKeys: Readonly<Record<Audience, WordKey>> = {
  acu: 'week.acu',
  reserve: 'week.reserve',
  wider: 'week.wider',
};

function weekTitle(language: Language, text: string): string {
  const week = parseWeek(text);
  if (week === undefined) return text;
  const monday = mondayOf(week);
  return say(language, 'week.option', {
    number: String(Number(week.slice(6))),
    from: showShortDay(language, monday),
    to: showShortDay(language, addDays(monday, 6)),
  });
}

const switchLanguage = (language: Language) =>
  button(languageTitle(language), { verb: 'open', flow: 'week', language: otherLanguage(language) });

/** Asks which closed week, the latest first, and for whom. `weeks` holds weeks such as `2026-W47`. */
export const weekChooserCard = (view: {
  readonly language: Language;
  readonly weeks: readonly string[];
  readonly audiences: readonly Audience[];
  readonly problem?: 'missing' | 'odd' | 'notClosed' | 'notNow';
}): Card => {
  const { language, weeks, audiences, problem } = view;
  const which = say(language, 'week.which');
  const problemWords = {
    missing: () => say(language, 'problem.missing', { label: which }),
    odd: () => say(language, 'problem.odd', { label: which }),
    notClosed: () => say(language, 'week.notClosed'),
    notNow: () => say(language, 'week.notNow'),
  };
  return drawPage({
    language,
    heading: say(language, 'common.week'),
    callouts: problem
      ? [{ style: 'attention', heading: say(language, 'problem.heading'), text: [problemWords[problem]()] }]
      : [],
    sections: [{ text: [say(language, 'week.intro')] }],
    fields: [
      choiceField({
        language,
        id: 'week',
        label: which,
        required: true,
        value: weeks[0] ?? lastFourWeeks,
        problems: [],
        style: 'compact',
        choices: [
          ...weeks.map((week) => ({ title: weekTitle(language, week), value: week })),
          { title: say(language, 'week.lastFour'), value: lastFourWeeks },
        ],
      }),
      choiceField({
        language,
        id: 'audience',
        label: say(language, 'week.audience'),
        required: true,
        value: audiences[0] ?? '',
        problems: [],
        choices: audiences.map((audience) => ({ title: say(language, audienceKeys[audience]), value: audience })),
      }),
    ],
    actions: [
      button(say(language, 'week.show'), { verb: 'week', language }, 'positive'),
      button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      switchLanguage(language),
    ],
  });
};

const cellsOf = (texts: readonly string[], weight: 'bolder' | 'default') => ({
  cells: texts.map((text) => ({ text, weight })),
});

const warningKeys: Readonly<Record<Audience, readonly WordKey[]>> = {
  acu: ['week.restricted'],
  reserve: ['week.reserveOnly'],
  wider: [],
};

/** A week's figures as tables of a few columns, so that they read on a phone. The tables are worded already. */
export const weekCard = (view: {
  readonly language: Language;
  readonly tables: readonly SummaryTable[];
  readonly audience: Audience;
}): Card => {
  const { language, tables, audience } = view;
  return draw(weekTemplate, {
    lang: language,
    heading: say(language, 'common.week'),
    warnings: warningKeys[audience].map((key) => ({ text: say(language, key) })),
    tables: tables.map(({ title, columns, rows, notes }) => ({
      title,
      grids:
        rows.length === 0
          ? []
          : [
              {
                columns: columns.map((_, index) => ({ width: index === 0 ? 2 : 1 })),
                rows: [cellsOf(columns, 'bolder'), ...rows.map((row) => cellsOf(row, 'default'))],
              },
            ],
      notes: notes.map((text) => ({ text })),
    })),
    actions: [
      button(say(language, 'week.another'), { verb: 'open', flow: 'week', language }),
      button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      switchLanguage(language),
    ],
  });
};
