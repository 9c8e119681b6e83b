import { type SubscriptionPreference, subscriptionPreferences } from '../core/model/subscriber.ts';
import type { Day } from '../core/model/calendar.ts';
import { type Language, languages, otherLanguage } from '../core/model/language.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';
import { formatDay } from '../words/date-format.ts';
import { type Action, button, otherLanguageTitle } from './page.ts';
import type { Page } from './page.ts';

export interface MessageSubscriptionView {
  readonly language: Language;
  readonly preference?: {
    readonly choice: SubscriptionPreference;
    readonly until?: Day;
    /** The messages' language; may differ from the card's. */
    readonly messages: Language;
  };
  readonly saved?: boolean;
}

export const messageSubscriptionButton = (language: Language): Action =>
  button(translate(language, 'messages.heading'), { verb: 'messages', language });

const choiceTitles: Readonly<Record<SubscriptionPreference, WordKey>> = {
  receive: 'messages.toReceive',
  pause: 'messages.toPause',
  none: 'messages.toNone',
};
const languageTitles: Readonly<Record<Language, WordKey>> = { en: 'messages.inEnglish', cy: 'messages.inWelsh' };

function preferenceLines({ language, preference }: MessageSubscriptionView): readonly string[] {
  if (preference === undefined) return [translate(language, 'messages.unknown')];
  const { choice, until, messages } = preference;
  const choiceLine =
    choice === 'pause' && until !== undefined
      ? translate(language, 'messages.pause', { day: formatDay(language, until) })
      : translate(language, choice === 'none' ? 'messages.none' : 'messages.receive');
  return [choiceLine, ...(choice === 'none' ? [] : [translate(language, 'messages.language', { language: messages })])];
}

function choices({ language, preference }: MessageSubscriptionView): readonly Action[] {
  return [
    ...subscriptionPreferences
      .filter((choice) => choice === 'pause' || choice !== preference?.choice)
      .map((choice) => button(translate(language, choiceTitles[choice]), { verb: 'messages', choice, language })),
    ...languages
      .filter((messages) => messages !== preference?.messages)
      .map((messages) =>
        button(translate(language, languageTitles[messages]), { verb: 'messages', messages, language }),
      ),
  ];
}

export const messageSubscriptionPage = (view: MessageSubscriptionView): Page => {
  const { language, saved = false } = view;
  return {
    language,
    heading: translate(language, 'messages.heading'),
    ...(saved && {
      callouts: [{ style: 'good', heading: translate(language, 'messages.saved'), text: preferenceLines(view) }],
    }),
    sections: [
      { text: [translate(language, 'messages.what'), ...(saved ? [] : preferenceLines(view))], links: choices(view) },
      { heading: translate(language, 'messages.keptHeading'), text: [translate(language, 'messages.kept')] },
    ],
    actions: [
      button(translate(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      button(otherLanguageTitle(language), { verb: 'messages', language: otherLanguage(language) }),
    ],
  };
};
