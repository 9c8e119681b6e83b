import { join } from 'node:path';
import { type PackText, readPack } from '../read-pack.ts';
import { topicSources } from './built-in-topics.ts';

/** Where the words of talks and posters stand that come with Candour. */
export const packsFolder = join(import.meta.dirname, '..', 'packs');

const isPoster = (name: string): boolean => name.startsWith('poster-');

/** The talks and the posters that come with Candour, by their names. One that cannot be read fails a test before. */
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
