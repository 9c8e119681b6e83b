import { type ReachChoice, reachChoices } from '../core/model/subscriber.ts';
import type { Day } from '../core/model/calendar.ts';
import { type Language, languages, otherLanguage } from '../core/model/language.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/translate.ts';
import { showDay } from '../words/days.ts';
import { type Action, button, languageTitle } from './page.ts';
import type { Page } from './page.ts';

export interface MessagesView {
  readonly language: Language;
  /** Missing if nothing is known about this chat. */
  readonly stands?: {
    readonly choice: ReachChoice;
    readonly until?: Day;
    /** The language of the messages, which may differ from the card's. */
    readonly messages: Language;
  };
  readonly saved?: boolean;
}

export const messagesButton = (language: Language): Action =>
  button(say(language, 'messages.heading'), { verb: 'messages', language });

const choiceTitles: Readonly<Record<ReachChoice, WordKey>> = {
  receive: 'messages.toReceive',
  pause: 'messages.toPause',
  none: 'messages.toNone',
};
const languageTitles: Readonly<Record<Language, WordKey>> = { en: 'messages.inEnglish', cy: 'messages.inWelsh' };

function standing({ language, stands }: MessagesView): readonly string[] {
  if (stands === undefined) return [say(language, 'messages.unknown')];
  const { choice, until, messages } = stands;
  const said =
    choice === 'pause' && until !== undefined
      ? say(language, 'messages.pause', { day: showDay(language, until) })
      : say(language, choice === 'none' ? 'messages.none' : 'messages.receive');
  return [said, ...(choice === 'none' ? [] : [say(language, 'messages.language', { language: messages })])];
}

function choices({ language, stands }: MessagesView): readonly Action[] {
  return [
    ...reachChoices
      .filter((choice) => choice === 'pause' || choice !== stands?.choice)
      .map((choice) => button(say(language, choiceTitles[choice]), { verb: 'messages', choice, language })),
    ...languages
      .filter((messages) => messages !== stands?.messages)
      .map((messages) => button(say(language, languageTitles[messages]), { verb: 'messages', messages, language })),
  ];
}

export const messagesPage = (view: MessagesView): Page => {
  const { language, saved = false } = view;
  return {
    language,
    heading: say(language, 'messages.heading'),
    ...(saved && {
      callouts: [{ style: 'good', heading: say(language, 'messages.saved'), text: standing(view) }],
    }),
    sections: [
      { text: [say(language, 'messages.what'), ...(saved ? [] : standing(view))], links: choices(view) },
      { heading: say(language, 'messages.keptHeading'), text: [say(language, 'messages.kept')] },
    ],
    actions: [
      button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      button(languageTitle(language), { verb: 'messages', language: otherLanguage(language) }),
    ],
  };
};
