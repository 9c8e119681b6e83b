export interface SeenVersions {
  readonly all: () => ReadonlyMap<string, number>;
  /** An older version changes nothing. */
  readonly saw: (caseId: string, version: number) => void;
}

/** Detects a card that was put back to an earlier version, until the page is closed. */
export function createSeenVersions(): SeenVersions {
  const newest = new Map<string, number>();
  return {
    all: () => newest,
    saw: (caseId, version) => void newest.set(caseId, Math.max(version, newest.get(caseId) ?? 0)),
  };
}

export const seenVersions = createSeenVersions();
