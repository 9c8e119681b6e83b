import { type Action, type Button, button, languageTitle } from '../../cards/action.ts';
import type { Submitted } from '../../cards/submitted.ts';
import type { Audience } from '../../concerns/records/permissions.ts';
import { type Language, otherLanguage } from '../../concerns/terms/language.ts';
import { say, type WordKey } from '../../words/cards/say.ts';
import { type Period, periodText } from '../periods.ts';

export interface Shown {
  readonly audience: Audience;
  readonly period: Period;
  readonly language: Language;
}

type SummaryAction = Extract<Submitted, { verb: 'summary' }>;

/** The data of a button to another view of a period. It names the figures and holds none. */
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

export const toTheStart = (language: Language): Button =>
  button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language });

export const inOtherLanguage = (language: Language, sends: SummaryAction): Action =>
  button(languageTitle(language), { ...sends, language: otherLanguage(language) });

const warningKeys: Readonly<Record<Audience, readonly WordKey[]>> = {
  acu: ['week.restricted'],
  reserve: ['week.reserveOnly'],
  wider: [],
};

export const warningsFor = (audience: Audience, language: Language): readonly string[] =>
  warningKeys[audience].map((key) => say(language, key));
