import type { Language } from '../core/model/language.ts';
import { type Action, button } from './page.ts';
import type { Page } from './page.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/translate.ts';

export interface Calm {
  readonly heading: WordKey;
  readonly text: WordKey;
  readonly ways: 'all' | 'start' | 'none';
}

/** For input that no card of ours sends. */
export const oddCalm = { heading: 'notice.oddHeading', text: 'notice.odd', ways: 'all' } as const satisfies Calm;

function waysOn(language: Language, ways: Calm['ways']): readonly Action[] {
  if (ways === 'none') return [];
  const start = button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language });
  if (ways === 'start') return [start];
  return [
    button(say(language, 'common.report'), { verb: 'open', flow: 'report', language }),
    button(say(language, 'common.comeBack'), { verb: 'open', flow: 'comeBack', language }),
    start,
  ];
}

export const calmPage = (language: Language, { heading, text, ways }: Calm): Page => ({
  language,
  heading: say(language, heading),
  sections: [{ text: [say(language, text)] }],
  actions: waysOn(language, ways),
});
