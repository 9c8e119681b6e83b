/** The newest version of each case's card that a page has seen. */
export interface SeenVersions {
  readonly all: () => ReadonlyMap<string, number>;
  /** Notes a version; one that is older than another changes nothing. */
  readonly saw: (caseId: string, version: number) => void;
}

/** Remembers nothing at first. A card that is put back to an earlier version stands out until the page is closed. */
export function createSeenVersions(): SeenVersions {
  const newest = new Map<string, number>();
  return {
    all: () => newest,
    saw: (caseId, version) => void newest.set(caseId, Math.max(version, newest.get(caseId) ?? 0)),
  };
}

/** The versions that this page has seen. */
export const seenVersions = createSeenVersions();
