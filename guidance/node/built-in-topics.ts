import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadTopic, readTopic, type TopicSource } from '../read-topic.ts';
import type { Topics } from '../topic.ts';

/** Where the topics stand that come with Candour. */
export const topicsFolder = join(import.meta.dirname, '..', 'topics');

const fileName = /^(.+)\.en\.md$/u;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A language that is not there is a problem of the topic, and said as one.
    return '';
  }
};

/** The topics of a folder as they are written, by their ids: two files each, side by side. */
export function topicSources(folder: string = topicsFolder): ReadonlyMap<string, TopicSource> {
  const ids = readdirSync(folder).flatMap((name) => fileName.exec(name)?.[1] ?? []);
  return new Map(
    ids.sort().map((id) => [id, { en: read(join(folder, `${id}.en.md`)), cy: read(join(folder, `${id}.cy.md`)) }]),
  );
}

const topicIn = (read: ReadTopic) => (read.kind === 'topic' ? [read.topic] : []);

/** The topics that come with Candour. One that cannot be read is left out here, and fails a test before. */
export const builtInTopics = (folder: string = topicsFolder): Topics =>
  new Map(
    [...topicSources(folder)].flatMap(([id, source]) => topicIn(readTopic(id, source))).map((one) => [one.id, one]),
  );
