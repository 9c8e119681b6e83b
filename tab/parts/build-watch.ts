import { useSyncExternalStore } from 'react';
import { buildMark } from '../../contract/build.ts';

/** The knowledge of a page of its own build and of the one that the server hands out now. */
export interface BuildWatch {
  /** Told of every answer of the server. */
  readonly heard: (answer: Pick<Response, 'headers'>) => void;
  readonly isOutdated: () => boolean;
  readonly subscribe: (onChange: () => void) => () => void;
}

/**
 * Watches for another build than the page's own, in the answers that come anyway: nothing is asked for. Once it was
 * heard it stays, also where an older server answers in between.
 */
export function createBuildWatch(own: string | undefined): BuildWatch {
  const listeners = new Set<() => void>();
  let isOutdated = false;
  return {
    heard({ headers }) {
      const served = headers.get(buildMark.header);
      // What stands between the page and its server answers without a build.
      if (isOutdated || own === undefined || served === null || served === '' || served === own) return;
      isOutdated = true;
      for (const listener of listeners) listener();
    },
    isOutdated: () => isOutdated,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

const ownBuild = (): string | undefined =>
  globalThis.document?.querySelector(`meta[name="${buildMark.meta}"]`)?.getAttribute('content') ?? undefined;

/** The watch of this page. */
export const buildWatch = createBuildWatch(ownBuild());

/** Whether the server hands out another build than the one that this page is of. */
export const useOutdated = (): boolean => useSyncExternalStore(buildWatch.subscribe, buildWatch.isOutdated);
