import { join } from 'node:path';
import type { CampaignItem } from '../../concerns/records/campaign-item.ts';
import { readItem } from '../read-item.ts';
import type { TopicSource } from '../read-topic.ts';
import { topicSources } from './built-in-topics.ts';

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
