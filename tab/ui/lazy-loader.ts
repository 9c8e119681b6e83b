import { type FilesOfParts, partsFrom, partsMeta } from '../../contract/build.ts';
import { buildWatch } from './build-watch.ts';
import { Component, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds; enough for the largest part over any usable line. */
const patienceMs = 60_000;

interface PartLoaderOptions {
  readonly files: FilesOfParts;
  readonly fetch: typeof fetch;
  readonly heard: (answer: Response) => void;
}

/** Loads a part by its first module. Rejects if a file does not load; it may then be asked for again. */
type LoadPart = <T>(name: string, load: () => Promise<T>) => Promise<T>;

/**
 * A browser never asks again for a module whose file failed, nor for one that it imports: so this fetches all files of
 * a part first, and imports it from the cache once all are there.
 */
export function createPartLoader({ files, fetch, heard }: PartLoaderOptions): LoadPart {
  const there = new Set<string>();
  const missed = new Set<string>();

  async function bring(file: string): Promise<void> {
    if (there.has(file)) return;
    // A captive portal's page in the cache must not be taken for the file again.
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

export const loadPart: LoadPart = createPartLoader({
  files: partsFrom(listed()),
  fetch: (input, init) => globalThis.fetch(input, init),
  heard: buildWatch.heard,
});

/**
 * Something that is loaded when it is first needed, and kept. `load` rejects if it does not come; the next call asks
 * again.
 */
export interface Part<T> {
  readonly load: () => Promise<T>;
  readonly now: () => T | undefined;
}

export function createPart<T>(load: () => Promise<T>): Part<T> {
  let loaded: T | undefined;
  return {
    now: () => loaded,
    async load() {
      loaded ??= await load();
      return loaded;
    },
  };
}

type Loading<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly it: T };

export function usePart<T>(part: Part<T>): { readonly loading: Loading<T>; readonly again: () => void } {
  const [loading, setLoading] = useState<Loading<T>>(() => {
    const it = part.now();
    return it === undefined ? { kind: 'loading' } : { kind: 'ready', it };
  });
  const isShown = useRef(true);
  const again = useCallback(() => {
    setLoading((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    part.load().then(
      (it) => isShown.current && setLoading({ kind: 'ready', it }),
      () => isShown.current && setLoading({ kind: 'failed' }),
    );
  }, [part]);
  useEffect(() => {
    isShown.current = true;
    if (part.now() === undefined) again();
    return () => {
      isShown.current = false;
    };
  }, [part, again]);
  return { loading, again };
}

interface Props {
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.instead : this.props.children;
  }
}
