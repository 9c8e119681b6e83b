import type { WordKey } from '../../words/tab/say.ts';
import type { Tab } from './tab-context.ts';

/** Says what a code from a closed list is called: `statusText(tab.say, 'received')`. */
export const naming =
  <Code extends string>(words: Readonly<Record<Code, WordKey>>) =>
  (say: Tab['say'], code: Code): string =>
    say(words[code]);
