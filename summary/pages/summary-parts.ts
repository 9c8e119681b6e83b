import { type Action, type Button, button, languageTitle } from '../../cards/action.ts';
import type { Submitted } from '../../cards/submitted.ts';
import type { Audience } from '../../concerns/records/permissions.ts';
import { type Language, otherLanguage } from '../../concerns/terms/language.ts';
import { say, type WordKey } from '../../words/cards/say.ts';
import { type Period, periodText } from '../periods.ts';

/** Which figures a card shows: of a period, as an audience may have them, in a language. */
export interface Shown {
  readonly audience: Audience;
  readonly period: Period;
  readonly language: Language;
}

type SummaryAction = Extract<Submitted, { verb: 'summary' }>;

/** The data of a button that leads to another view of a period. It names the figures and holds none of them. */
export const leadsTo = (
  view: SummaryAction['view'],
  { audience, period, language }: Shown,
  table?: string,
): SummaryAction => ({
  verb: 'summary',
  view,
  audience,
  period: periodText(period),
  ...(table !== undefined && { table }),
  language,
});

/** The button to the first card, from which everything else can be reached. */
export const toTheStart = (language: Language): Button =>
  button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language });

/** The button that shows the same in the other language. */
export const inOtherLanguage = (language: Language, sends: SummaryAction): Action =>
  button(languageTitle(language), { ...sends, language: otherLanguage(language) });

const warningKeys: Readonly<Record<Audience, readonly WordKey[]>> = {
  acu: ['week.restricted'],
  reserve: ['week.reserveOnly'],
  wider: [],
};

/** Who alone may read the figures; nothing where others may. */
export const warningsFor = (audience: Audience, language: Language): readonly string[] =>
  warningKeys[audience].map((key) => say(language, key));
