import { parseTopic, type BilingualSource } from '../../../guidance/parse-topic.ts';
import type { Topic } from '../../../guidance/topic.ts';

const heads = {
  title: 'A made-up topic',
  owner: 'Made-up Office',
  version: '1',
  review: '2027-06-30',
  part: 'know',
  place: '15',
};

/** A made-up file of a topic: a head, with other lines in it where they are given, and a text. */
export const createTopicFile = (body: string, head: Partial<Record<keyof typeof heads, string>> = {}): string =>
  `---\n${Object.entries({ ...heads, ...head })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}---\n\n${body}\n`;

/** A made-up topic as it is written, the same in both languages where one is given. */
export const createTopicSource = (en: string, cy: string = en): BilingualSource => ({
  en: createTopicFile(en),
  cy: createTopicFile(cy),
});

/** A made-up topic. Throws where it cannot be read. */
export function createTopic(id: string, source: BilingualSource): Topic {
  const read = parseTopic(id, source);
  if (read.kind === 'topic') return read.topic;
  throw new TypeError(JSON.stringify(read.problems));
}
