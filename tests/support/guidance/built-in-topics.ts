import type { Language } from '../../../core/model/language.ts';
import { loadBuiltInTopics } from '../../../guidance/node/built-in-texts.ts';
import { sortTopics } from '../../../guidance/topic.ts';

/** The topics that come with Candour, read once for a test file. */
export const topics = loadBuiltInTopics();
export const currentTopics = () => topics;
/** Their ids in the order in which they are read. */
export const topicIds: readonly string[] = sortTopics(topics).map(({ id }) => id);

/** The title of one of them. Throws where there is none of that name. */
export function topicTitle(language: Language, id: string): string {
  const topic = topics.get(id);
  if (topic === undefined) throw new TypeError(id);
  return topic.text[language].title;
}
