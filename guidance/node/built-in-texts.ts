import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTopic, type TopicParseResult, type BilingualSource } from '../parse-topic.ts';
import type { Topics } from '../topic.ts';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import { parseItem } from '../parse-campaign-item.ts';
import { type PackText, parsePackText } from '../parse-pack-text.ts';

export const topicsFolder = join(import.meta.dirname, '..', 'topics');

const englishFilePattern = /^(.+)\.en\.md$/u;

const readIfExists = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A missing language becomes a problem of the topic.
    return '';
  }
};

export function readBilingualSources(folder: string = topicsFolder): ReadonlyMap<string, BilingualSource> {
  const ids = readdirSync(folder).flatMap((name) => englishFilePattern.exec(name)?.[1] ?? []);
  return new Map(
    ids
      .sort()
      .map((id) => [
        id,
        { en: readIfExists(join(folder, `${id}.en.md`)), cy: readIfExists(join(folder, `${id}.cy.md`)) },
      ]),
  );
}

const parsedTopics = (read: TopicParseResult) => (read.kind === 'topic' ? [read.topic] : []);

/** Leaves out an unreadable topic; a test fails then. */
export const loadBuiltInTopics = (folder: string = topicsFolder): Topics =>
  new Map(
    [...readBilingualSources(folder)]
      .flatMap(([id, source]) => parsedTopics(parseTopic(id, source)))
      .map((one) => [one.id, one]),
  );

const planFolder = join(import.meta.dirname, '..', 'campaign');

/** The number orders the files and is no part of the id. */
const numberedNamePattern = /^\d\d-(.+)$/u;

export const readItemSources = (folder: string = planFolder): ReadonlyMap<string, BilingualSource> =>
  new Map(
    [...readBilingualSources(folder)].map(([name, source]) => [numberedNamePattern.exec(name)?.[1] ?? name, source]),
  );

/** In order. Leaves out an unreadable item; a test fails then. */
export const loadBuiltInPlan = (folder: string = planFolder): readonly CampaignItem[] =>
  [...readItemSources(folder)]
    .map(([id, source]) => parseItem(id, source))
    .flatMap((read) => (read.kind === 'item' ? [read.item] : []))
    .toSorted((one, other) => one.week - other.week);

export const packsFolder = join(import.meta.dirname, '..', 'packs');

const isPoster = (name: string): boolean => name.startsWith('poster-');

/** By name. Leaves out an unreadable text; a test fails then. */
export function loadBuiltInPacks(folder: string = packsFolder): {
  readonly talks: ReadonlyMap<string, PackText>;
  readonly posters: ReadonlyMap<string, PackText>;
} {
  const read = [...readBilingualSources(folder)].flatMap(([name, source]) => {
    const text = parsePackText(source);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    talks: new Map(read.filter(([name]) => !isPoster(name))),
    posters: new Map(read.filter(([name]) => isPoster(name))),
  };
}
