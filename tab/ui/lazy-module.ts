import { type LazyModuleFiles, parseLazyModules, lazyModulesMeta } from '../../contract/build-metadata.ts';
import { buildWatch } from './build-watch.ts';
import { Component, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds; enough for the largest part over any usable line. */
const timeoutMs = 60_000;

interface ModuleLoaderOptions {
  readonly files: LazyModuleFiles;
  readonly fetch: typeof fetch;
  readonly onResponse: (answer: Response) => void;
}

/** Rejects if a file does not load; the caller may then ask again. */
type LoadModule = <T>(name: string, load: () => Promise<T>) => Promise<T>;

/**
 * A browser never asks again for a module whose file failed, nor for one that it imports, so this fetches all files of
 * a part first.
 */
export function createModuleLoader({ files, fetch, onResponse }: ModuleLoaderOptions): LoadModule {
  const loadedFiles = new Set<string>();
  const requestedFiles = new Set<string>();

  async function fetchFile(file: string): Promise<void> {
    if (loadedFiles.has(file)) return;
    // A captive portal's page in the cache must not pass for the file again.
    const cache = requestedFiles.has(file) ? 'reload' : 'default';
    requestedFiles.add(file);
    const answer = await fetch(file, { cache, signal: AbortSignal.timeout(timeoutMs) });
    onResponse(answer);
    const isFile = answer.ok && !answer.redirected && !(answer.headers.get('content-type') ?? '').includes('html');
    await answer.arrayBuffer();
    if (!isFile) throw new Error('a file of a part is missing');
    loadedFiles.add(file);
  }

  return async (name, load) => {
    await Promise.all((files.get(name) ?? []).map(fetchFile));
    return load();
  };
}

const readModuleManifest = (): string =>
  globalThis.document?.querySelector(`meta[name="${lazyModulesMeta}"]`)?.getAttribute('content') ?? '';

export const loadModule: LoadModule = createModuleLoader({
  files: parseLazyModules(readModuleManifest()),
  fetch: (input, init) => globalThis.fetch(input, init),
  onResponse: buildWatch.onResponse,
});

/** Loads at the first call and caches the result. `load` rejects if loading fails; the next call tries again. */
export interface LazyModule<T> {
  readonly load: () => Promise<T>;
  readonly current: () => T | undefined;
}

export function createLazyModule<T>(load: () => Promise<T>): LazyModule<T> {
  let loaded: T | undefined;
  return {
    current: () => loaded,
    async load() {
      loaded ??= await load();
      return loaded;
    },
  };
}

type LoadState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly it: T };

export function useLazyModule<T>(part: LazyModule<T>): { readonly loading: LoadState<T>; readonly again: () => void } {
  const [loading, setLoading] = useState<LoadState<T>>(() => {
    const it = part.current();
    return it === undefined ? { kind: 'loading' } : { kind: 'ready', it };
  });
  const isShown = useRef(true);
  const retry = useCallback(() => {
    setLoading((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    part.load().then(
      (it) => isShown.current && setLoading({ kind: 'ready', it }),
      () => isShown.current && setLoading({ kind: 'failed' }),
    );
  }, [part]);
  useEffect(() => {
    isShown.current = true;
    if (part.current() === undefined) retry();
    return () => {
      isShown.current = false;
    };
  }, [part, retry]);
  return { loading, again: retry };
}

interface ErrorBoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
