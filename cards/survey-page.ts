import {
  type SurveyAnswers,
  type SurveyPhase,
  type SurveyQuestion,
  surveyQuestionIds,
  surveyQuestions,
} from '../core/model/survey.ts';
import { type Language, otherLanguage } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';
import { type Action, button, otherLanguageTitle, type Page } from './page.ts';
import { choiceField } from './field.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

interface SurveyPrompt {
  readonly campaign: string;
  readonly phase: SurveyPhase;
  readonly language: Language;
}

const revealKeys = ['pulse.gladlyReveal', 'pulse.recordsReveal', 'pulse.invitedReveal'] as const;

/** In a window, since Teams records choices made in a chat. */
export const surveyButton = (prompt: SurveyPrompt): Action =>
  button(translate(prompt.language, 'pulse.answer'), { verb: 'pulse', ...prompt });

export function surveyPage(
  prompt: SurveyPrompt & {
    /** The idempotency key of the answers. */
    readonly press: string;
    readonly answers?: SurveyAnswers;
    readonly isEmpty?: boolean;
  },
): Page {
  const { language, campaign, phase, press, answers = {}, isEmpty = false } = prompt;
  const sends = { verb: 'pulse', campaign, phase, press } as const;
  return {
    language,
    heading: translate(language, 'pulse.heading'),
    ...(isEmpty && { callouts: [{ style: 'attention', heading: translate(language, 'pulse.nothing'), text: [] }] }),
    sections: [
      { text: [translate(language, 'pulse.intro')] },
      { heading: translate(language, 'pulse.coinHeading'), text: [translate(language, 'pulse.coin')] },
    ],
    fields: surveyQuestionIds.map((id) =>
      choiceField({
        language,
        id,
        label: translate(language, surveyQuestionKeys[id]),
        required: false,
        value: answers[id] ?? '',
        problems: [],
        choices: surveyQuestions[id].map((value) => ({ title: translate(language, surveyOptionKeys[value]), value })),
      }),
    ),
    actions: [
      button(translate(language, 'pulse.send'), { ...sends, language }, 'positive'),
      button(otherLanguageTitle(language), { verb: 'pulse', campaign, phase, language: otherLanguage(language) }),
    ],
  };
}

export const surveyThanksPage = (language: Language): Page => ({
  language,
  heading: translate(language, 'pulse.thanks'),
  sections: [
    { text: [translate(language, 'pulse.thanksText')] },
    ...revealKeys.map((key) => ({ text: [translate(language, key)] })),
  ],
  actions: [button(translate(language, 'campaign.more'), { verb: 'show', card: 'guidance', topic: 'what', language })],
});

export const surveyClosedPage = (language: Language): Page => ({
  language,
  heading: translate(language, 'pulse.closedHeading'),
  sections: [{ text: [translate(language, 'pulse.closed')] }],
  actions: [button(translate(language, 'campaign.more'), { verb: 'show', card: 'guidance', topic: 'what', language })],
});

export const surveyQuestionKeys = {
  gladly: 'pulse.gladly',
  records: 'pulse.records',
  invited: 'pulse.invited',
  trust: 'pulse.trust',
} as const satisfies Readonly<Record<SurveyQuestion, WordKey>>;

export const surveyOptionKeys = {
  report: 'pulse.report',
  advice: 'pulse.advice',
  leave: 'pulse.leave',
  fully: 'pulse.fully',
  mostly: 'pulse.mostly',
  little: 'pulse.little',
  none: 'pulse.none',
} as const satisfies Readonly<Record<(typeof surveyQuestions)[SurveyQuestion][number], WordKey>>;
