import type { Language } from '../concerns/terms/language.ts';
import { type Action, button } from './action.ts';
import { type GuidanceTopic, guidanceTopics } from './guidance-topics.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';

const headings: Readonly<Record<GuidanceTopic, WordKey>> = {
  what: 'guidance.what',
  signs: 'guidance.signs',
  duty: 'guidance.duty',
  ways: 'guidance.ways',
};

/** The heading of a topic of the guidance. */
export const topicHeading = (language: Language, topic: GuidanceTopic): string => say(language, headings[topic]);

/** A button for each topic of the guidance but the one that is being read. */
export const guidanceButtons = (language: Language, read?: GuidanceTopic): readonly Action[] =>
  guidanceTopics
    .filter((topic) => topic !== read)
    .map((topic) => button(topicHeading(language, topic), { verb: 'show', card: 'guidance', topic, language }));
