import type { Language } from '../concerns/terms/language.ts';
import { type Action, button } from './action.ts';
import { type GuidanceTopic, guidanceReading } from './guidance-topics.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';

const headings: Readonly<Record<GuidanceTopic, WordKey>> = {
  contents: 'guidance.contents',
  what: 'guidance.what',
  signs: 'guidance.signs',
  scenes: 'guidance.scenes',
  colleague: 'guidance.colleague',
  own: 'guidance.own',
  duty: 'guidance.duty',
  protects: 'guidance.protects',
  evidence: 'guidance.evidence',
  code: 'guidance.code',
  after: 'guidance.after',
  support: 'guidance.support',
  ways: 'guidance.ways',
};

/** The heading of a topic of the guidance. */
export const topicHeading = (language: Language, topic: GuidanceTopic): string => say(language, headings[topic]);

/** Buttons that lead to topics of the guidance, in the order in which they are given. */
export const topicButtons = (language: Language, topics: readonly GuidanceTopic[]): readonly Action[] =>
  topics.map((topic) => button(topicHeading(language, topic), { verb: 'show', card: 'guidance', topic, language }));

/** The ways on from a topic: the one that is read next, and the list of all; on the list itself none. */
export function waysOnFrom(language: Language, read: GuidanceTopic): readonly Action[] {
  if (read === 'contents') return [];
  const next = guidanceReading[guidanceReading.indexOf(read) + 1];
  return topicButtons(language, next === undefined ? ['contents'] : [next, 'contents']);
}
