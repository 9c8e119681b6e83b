import { type PulseAnswers, type PulsePhase, pulseQuestionIds, pulseQuestions } from '../concerns/terms/pulse.ts';
import { type Language, otherLanguage } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { type Action, button, languageTitle } from './action.ts';
import { choiceField } from './field.ts';
import type { Page } from './page.ts';
import { pulseOptionKeys, pulseQuestionKeys } from './pulse-words.ts';

/** A pulse to be answered: of which campaign and phase, and the press that it will be. */
export interface PulseAsked {
  readonly campaign: string;
  readonly phase: PulsePhase;
  readonly language: Language;
}

const revealKeys = ['pulse.gladlyReveal', 'pulse.recordsReveal', 'pulse.invitedReveal'] as const;

/** The button of a message that opens the questions, in a window of their own: what is chosen in a chat is recorded. */
export const pulseButton = (asked: PulseAsked): Action =>
  button(say(asked.language, 'pulse.answer'), { verb: 'pulse', ...asked });

/** The questions of a pulse, each to be left out by whoever likes. */
export function pulsePage(
  asked: PulseAsked & {
    /** The name of the press that sends the answers, by which it is known again. */
    readonly press: string;
    readonly answers?: PulseAnswers;
    /** Nothing was chosen. */
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

/** The page in the place of the questions once they are answered: the same for every answer. */
export const pulseThanksPage = (language: Language): Page => ({
  language,
  heading: say(language, 'pulse.thanks'),
  sections: [
    { text: [say(language, 'pulse.thanksText')] },
    ...revealKeys.map((key) => ({ text: [say(language, key)] })),
  ],
  actions: [button(say(language, 'campaign.more'), { verb: 'show', card: 'guidance', topic: 'what', language })],
});

/** The page that is shown where answers are not counted: too late, or of a message that did not go to everybody. */
export const pulseClosedPage = (language: Language): Page => ({
  language,
  heading: say(language, 'pulse.closedHeading'),
  sections: [{ text: [say(language, 'pulse.closed')] }],
  actions: [button(say(language, 'campaign.more'), { verb: 'show', card: 'guidance', topic: 'what', language })],
});
