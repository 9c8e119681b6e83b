import { addDays, mondayOf, parseWeek } from '../concerns/terms/calendar.ts';
import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import type { Audience } from '../concerns/records/permissions.ts';
import { button, languageTitle } from './action.ts';
import { choiceField } from './field.ts';
import type { Page } from './page.ts';
import { showShortDay } from '../words/days.ts';
import type { SummaryTable } from './summary-table.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';

/** The value of the week input for the last four closed weeks. */
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
export const weekChooserPage = (view: {
  readonly language: Language;
  readonly weeks: readonly string[];
  readonly audiences: readonly Audience[];
  readonly problem?: 'missing' | 'odd' | 'notClosed' | 'notNow';
}): Page => {
  const { language, weeks, audiences, problem } = view;
  const which = say(language, 'week.which');
  const problemWords = {
    missing: () => say(language, 'problem.missing', { label: which }),
    odd: () => say(language, 'problem.odd', { label: which }),
    notClosed: () => say(language, 'week.notClosed'),
    notNow: () => say(language, 'week.notNow'),
  };
  return {
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
  };
};

const warningKeys: Readonly<Record<Audience, readonly WordKey[]>> = {
  acu: ['week.restricted'],
  reserve: ['week.reserveOnly'],
  wider: [],
};

/** A week's figures as tables of a few columns, so that they read on a phone. The tables are worded already. */
export const weekPage = (view: {
  readonly language: Language;
  readonly tables: readonly SummaryTable[];
  readonly audience: Audience;
}): Page => {
  const { language, tables, audience } = view;
  return {
    language,
    heading: say(language, 'common.week'),
    warnings: warningKeys[audience].map((key) => say(language, key)),
    tables,
    actions: [
      button(say(language, 'week.another'), { verb: 'open', flow: 'week', language }),
      button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      switchLanguage(language),
    ],
  };
};
