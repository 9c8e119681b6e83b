import {
  detectLanguage,
  type IdentifyingReason,
  findIdentifyingSpans,
  type IdentifyingSpan,
} from '../../core/casework/identifying-spans.ts';
import type { Language } from '../../core/model/language.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { Tab } from '../ui/tab-context.ts';

const reasonWords = {
  firstPerson: 'sanitised.tellingFirstPerson',
  onlyI: 'sanitised.tellingOnlyI',
  exactTime: 'sanitised.tellingExactTime',
  name: 'sanitised.tellingName',
} as const satisfies Record<IdentifyingReason, WordKey>;

/** By the text's language, not the report's, so that author and signer see the same hints. */
export const findIdentifyingHints = (text: string, reportLanguage: Language): readonly IdentifyingSpan[] =>
  findIdentifyingSpans(text, detectLanguage(text, reportLanguage));

export const identifyingHintText = (say: Tab['translate'], text: string, hint: IdentifyingSpan): string =>
  say('sanitised.tellingPlace', {
    words: text.slice(hint.start, hint.end),
    ...textPosition(text, hint.start),
    why: say(reasonWords[hint.why]),
  });

/** Lines and characters from 1. */
export function textPosition(text: string, offset: number): { readonly line: number; readonly character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, character: Array.from(before.at(-1) ?? '').length + 1 };
}
