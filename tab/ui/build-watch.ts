import { useSyncExternalStore } from 'react';
import { buildVersionNames } from '../../contract/build-metadata.ts';

export interface BuildWatch {
  readonly onResponse: (answer: Pick<Response, 'headers'>) => void;
  readonly isOutdated: () => boolean;
  readonly subscribe: (onChange: () => void) => () => void;
}

/**
 * Notices another build than the page's own in answers that come anyway. Stays set even if an older server answers
 * later.
 */
export function createBuildWatch(currentBuild: string | undefined): BuildWatch {
  const listeners = new Set<() => void>();
  let isOutdated = false;
  return {
    onResponse({ headers }) {
      const served = headers.get(buildVersionNames.header);
      if (isOutdated || currentBuild === undefined || served === null || served === '' || served === currentBuild)
        return;
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

const readBuild = (): string | undefined =>
  globalThis.document?.querySelector(`meta[name="${buildVersionNames.meta}"]`)?.getAttribute('content') ?? undefined;

export const buildWatch = createBuildWatch(readBuild());

export const useIsOutdated = (): boolean => useSyncExternalStore(buildWatch.subscribe, buildWatch.isOutdated);
