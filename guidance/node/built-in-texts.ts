import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTopic, type ReadTopic, type TopicSource } from '../read-topic.ts';
import type { Topics } from '../topic.ts';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import { readItem } from '../read-item.ts';
import { type PackText, readPack } from '../read-pack.ts';

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

const planFolder = join(import.meta.dirname, '..', 'campaign');

/** The number orders the files and is no part of the id. */
const numbered = /^\d\d-(.+)$/u;

export const itemSources = (folder: string = planFolder): ReadonlyMap<string, TopicSource> =>
  new Map([...topicSources(folder)].map(([name, source]) => [numbered.exec(name)?.[1] ?? name, source]));

/** The built-in plan in order. Leaves out an item that cannot be read; a test fails then. */
export const builtInPlan = (folder: string = planFolder): readonly CampaignItem[] =>
  [...itemSources(folder)]
    .map(([id, source]) => readItem(id, source))
    .flatMap((read) => (read.kind === 'item' ? [read.item] : []))
    .toSorted((one, other) => one.week - other.week);

export const packsFolder = join(import.meta.dirname, '..', 'packs');

const isPoster = (name: string): boolean => name.startsWith('poster-');

/** By name. Leaves out a text that cannot be read; a test fails then. */
export function builtInPacks(folder: string = packsFolder): {
  readonly talks: ReadonlyMap<string, PackText>;
  readonly posters: ReadonlyMap<string, PackText>;
} {
  const read = [...topicSources(folder)].flatMap(([name, source]) => {
    const text = readPack(source);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    talks: new Map(read.filter(([name]) => !isPoster(name))),
    posters: new Map(read.filter(([name]) => isPoster(name))),
  };
}
