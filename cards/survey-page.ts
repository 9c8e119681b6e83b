import {
  type PulseAnswers,
  type PulsePhase,
  type PulseQuestion,
  pulseQuestionIds,
  pulseQuestions,
} from '../core/model/survey.ts';
import { type Language, otherLanguage } from '../core/model/language.ts';
import { say } from '../words/cards/translate.ts';
import { type Action, button, languageTitle, type Page } from './page.ts';
import { choiceField } from './field.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

interface PulseAsked {
  readonly campaign: string;
  readonly phase: PulsePhase;
  readonly language: Language;
}

const revealKeys = ['pulse.gladlyReveal', 'pulse.recordsReveal', 'pulse.invitedReveal'] as const;

/** Opens the questions in a window: Teams records choices made in a chat. */
export const pulseButton = (asked: PulseAsked): Action =>
  button(say(asked.language, 'pulse.answer'), { verb: 'pulse', ...asked });

export function pulsePage(
  asked: PulseAsked & {
    /** The idempotency key of the answers. */
    readonly press: string;
    readonly answers?: PulseAnswers;
    readonly isEmpty?: boolean;
  },
): Page {
  const { language, campaign, phase, press, answers = {}, isEmpty = false } = asked;
  const sends = { verb: 'pulse', campaign, phase, press } as const;
  return {
    language,
    heading: say(language, 'pulse.heading'),
    ...(isEmpty && { callouts: [{ style: 'attention', heading: say(language, 'pulse.nothing'), text: [] }] }),
    sections: [
      { text: [say(language, 'pulse.intro')] },
      { heading: say(language, 'pulse.coinHeading'), text: [say(language, 'pulse.coin')] },
    ],
    fields: pulseQuestionIds.map((id) =>
      choiceField({
        language,
        id,
        label: say(language, pulseQuestionKeys[id]),
        required: false,
        value: answers[id] ?? '',
        problems: [],
        choices: pulseQuestions[id].map((value) => ({ title: say(language, pulseOptionKeys[value]), value })),
      }),
    ),
    actions: [
      button(say(language, 'pulse.send'), { ...sends, language }, 'positive'),
      button(languageTitle(language), { verb: 'pulse', campaign, phase, language: otherLanguage(language) }),
    ],
  };
}

/** The same page for every answer. */
export const pulseThanksPage = (language: Language): Page => ({
  language,
  heading: say(language, 'pulse.thanks'),
  sections: [
    { text: [say(language, 'pulse.thanksText')] },
    ...revealKeys.map((key) => ({ text: [say(language, key)] })),
  ],
  actions: [button(say(language, 'campaign.more'), { verb: 'show', card: 'guidance', topic: 'what', language })],
});

/** Answers that come too late, or to a message that did not go to everyone, are not counted. */
export const pulseClosedPage = (language: Language): Page => ({
  language,
  heading: say(language, 'pulse.closedHeading'),
  sections: [{ text: [say(language, 'pulse.closed')] }],
  actions: [button(say(language, 'campaign.more'), { verb: 'show', card: 'guidance', topic: 'what', language })],
});

export const pulseQuestionKeys = {
  gladly: 'pulse.gladly',
  records: 'pulse.records',
  invited: 'pulse.invited',
  trust: 'pulse.trust',
} as const satisfies Readonly<Record<PulseQuestion, WordKey>>;

export const pulseOptionKeys = {
  report: 'pulse.report',
  advice: 'pulse.advice',
  leave: 'pulse.leave',
  fully: 'pulse.fully',
  mostly: 'pulse.mostly',
  little: 'pulse.little',
  none: 'pulse.none',
} as const satisfies Readonly<Record<(typeof pulseQuestions)[PulseQuestion][number], WordKey>>;
