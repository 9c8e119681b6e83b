import { join } from 'node:path';
import type { CampaignItem } from '../../concerns/records/campaign-item.ts';
import { readItem } from '../read-item.ts';
import type { TopicSource } from '../read-topic.ts';
import { topicSources } from './built-in-topics.ts';

/** Where the plan of a campaign stands that comes with Candour. */
const planFolder = join(import.meta.dirname, '..', 'campaign');

/** The name of a file without its language: the number puts it in its place in the folder, and is no part of the id. */
const numbered = /^\d\d-(.+)$/u;

/** The items of a folder as they are written, by their ids: two files each, side by side. */
export const itemSources = (folder: string = planFolder): ReadonlyMap<string, TopicSource> =>
  new Map([...topicSources(folder)].map(([name, source]) => [numbered.exec(name)?.[1] ?? name, source]));

/** The plan that comes with Candour, in its order. An item that cannot be read is left out here, and fails a test before. */
export const builtInPlan = (folder: string = planFolder): readonly CampaignItem[] =>
  [...itemSources(folder)]
    .map(([id, source]) => readItem(id, source))
    .flatMap((read) => (read.kind === 'item' ? [read.item] : []))
    .toSorted((one, other) => one.week - other.week);
