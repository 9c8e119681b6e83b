import type { Language } from '../concerns/terms/language.ts';
import { contentsId, type Topic, type Topics, topicsInOrder } from '../guidance/topic.ts';
import { type Action, button } from './action.ts';
import { say } from '../words/cards/say.ts';

const shows = (language: Language, title: string, topic: string): Action =>
  button(title, { verb: 'show', card: 'guidance', topic, language });

export const topicButtons = (language: Language, topics: readonly Topic[]): readonly Action[] =>
  topics.map(({ id, text }) => shows(language, text[language].title, id));

export const contentsButton = (language: Language): Action =>
  shows(language, say(language, 'guidance.contents'), contentsId);

export function waysOnFrom(language: Language, topics: Topics, read: Topic): readonly Action[] {
  const inOrder = topicsInOrder(topics);
  const next = inOrder[inOrder.findIndex(({ id }) => id === read.id) + 1];
  return [...topicButtons(language, next === undefined ? [] : [next]), contentsButton(language)];
}
