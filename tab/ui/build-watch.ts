import { useSyncExternalStore } from 'react';
import { buildMark } from '../../contract/build.ts';

export interface BuildWatch {
  readonly heard: (answer: Pick<Response, 'headers'>) => void;
  readonly isOutdated: () => boolean;
  readonly subscribe: (onChange: () => void) => () => void;
}

/**
 * Notices another build than the page's own in answers that come anyway. Once noticed it stays, even if an older server
 * answers in between.
 */
export function createBuildWatch(own: string | undefined): BuildWatch {
  const listeners = new Set<() => void>();
  let isOutdated = false;
  return {
    heard({ headers }) {
      const served = headers.get(buildMark.header);
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

export const buildWatch = createBuildWatch(ownBuild());

export const useOutdated = (): boolean => useSyncExternalStore(buildWatch.subscribe, buildWatch.isOutdated);
