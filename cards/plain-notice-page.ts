import type { Language } from '../core/model/language.ts';
import { type Action, button } from './page.ts';
import type { Page } from './page.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';

export interface NoticeContent {
  readonly heading: WordKey;
  readonly text: WordKey;
  readonly ways: 'all' | 'start' | 'none';
}

/** For input that no card of ours sends. */
export const invalidInputNotice = {
  heading: 'notice.oddHeading',
  text: 'notice.odd',
  ways: 'all',
} as const satisfies NoticeContent;

function noticeActions(language: Language, ways: NoticeContent['ways']): readonly Action[] {
  if (ways === 'none') return [];
  const start = button(translate(language, 'common.start'), { verb: 'show', card: 'welcome', language });
  if (ways === 'start') return [start];
  return [
    button(translate(language, 'common.report'), { verb: 'open', flow: 'report', language }),
    button(translate(language, 'common.comeBack'), { verb: 'open', flow: 'comeBack', language }),
    start,
  ];
}

export const plainNoticePage = (language: Language, { heading, text, ways }: NoticeContent): Page => ({
  language,
  heading: translate(language, heading),
  sections: [{ text: [translate(language, text)] }],
  actions: noticeActions(language, ways),
});
