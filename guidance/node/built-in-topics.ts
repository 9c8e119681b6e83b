import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadTopic, readTopic, type TopicSource } from '../read-topic.ts';
import type { Topics } from '../topic.ts';

export const topicsFolder = join(import.meta.dirname, '..', 'topics');

const fileName = /^(.+)\.en\.md$/u;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A missing language is reported as a problem of the topic.
    return '';
  }
};

export function topicSources(folder: string = topicsFolder): ReadonlyMap<string, TopicSource> {
  const ids = readdirSync(folder).flatMap((name) => fileName.exec(name)?.[1] ?? []);
  return new Map(
    ids.sort().map((id) => [id, { en: read(join(folder, `${id}.en.md`)), cy: read(join(folder, `${id}.cy.md`)) }]),
  );
}

const topicIn = (read: ReadTopic) => (read.kind === 'topic' ? [read.topic] : []);

/** Leaves out a topic that cannot be read; a test fails then. */
export const builtInTopics = (folder: string = topicsFolder): Topics =>
  new Map(
    [...topicSources(folder)].flatMap(([id, source]) => topicIn(readTopic(id, source))).map((one) => [one.id, one]),
  );
