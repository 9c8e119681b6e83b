import { type FilesOfParts, partsFrom, partsMeta } from '../../contract/build.ts';
import { buildWatch } from './build-watch.ts';

/** A part is never larger than can be fetched in this time over a line that is any use. */
const patienceMs = 60_000;

interface PartLoaderOptions {
  readonly files: FilesOfParts;
  readonly fetch: typeof fetch;
  /** Told of every answer of the server. */
  readonly heard: (answer: Response) => void;
}

/** Loads a part by the module that it begins with. Rejects where a file does not come; then it may be asked for again. */
export type LoadPart = <T>(name: string, load: () => Promise<T>) => Promise<T>;

/**
 * Loads parts of the page. A browser never asks again for a module whose file did not come, not even for one among
 * those that it needs: so all files of a part are fetched first, and it is imported out of the browser's cache once
 * every one of them is there.
 */
export function createPartLoader({ files, fetch, heard }: PartLoaderOptions): LoadPart {
  const there = new Set<string>();
  const missed = new Set<string>();

  async function bring(file: string): Promise<void> {
    if (there.has(file)) return;
    // What was kept in the place of a file, such as the page of a network that wants a log-in, is not taken again.
    const cache = missed.has(file) ? 'reload' : 'default';
    missed.add(file);
    const answer = await fetch(file, { cache, signal: AbortSignal.timeout(patienceMs) });
    heard(answer);
    const isFile = answer.ok && !answer.redirected && !(answer.headers.get('content-type') ?? '').includes('html');
    await answer.arrayBuffer();
    if (!isFile) throw new Error('a file of a part is missing');
    there.add(file);
  }

  return async (name, load) => {
    await Promise.all((files.get(name) ?? []).map(bring));
    return load();
  };
}

const listed = (): string =>
  globalThis.document?.querySelector(`meta[name="${partsMeta}"]`)?.getAttribute('content') ?? '';

/** Loads a part of this page. */
export const loadPart: LoadPart = createPartLoader({
  files: partsFrom(listed()),
  fetch: (input, init) => globalThis.fetch(input, init),
  heard: buildWatch.heard,
});
