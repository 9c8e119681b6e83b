import { join } from 'node:path';
import { type PackText, readPack } from '../read-pack.ts';
import { topicSources } from './built-in-topics.ts';

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
