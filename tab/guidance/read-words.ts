import type { ContentWords } from '../../concerns/records/content-record.ts';
import type { ContentRow } from '../../contract/content.ts';
import { composeSource } from '../../guidance/compose-source.ts';
import { readTopic } from '../../guidance/read-topic.ts';
import type { Topic, Topics } from '../../guidance/topic.ts';

export function liveTopics(rows: readonly ContentRow[]): Topics {
  const topics = new Map<string, Topic>();
  for (const { topic, live } of rows) {
    const read = live && readTopic(topic, composeSource(live, 1));
    if (read?.kind === 'topic') topics.set(topic, read.topic);
  }
  return topics;
}

export const noWords: ContentWords = {
  title: { en: '', cy: '' },
  text: { en: '', cy: '' },
  owner: { en: '', cy: '' },
  reviewBy: '',
  part: 'know',
  place: 900,
};
