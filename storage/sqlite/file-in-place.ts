import { renameSync, statSync } from 'node:fs';

export const besides = ['-wal', '-shm'] as const;

/**
 * `logLost`: its log has no name any more, so that what is in the log alone is in no file. `moved`: it is missing, or
 * another is in its place or in that of its log or index. `overwritten`: something else was written over it.
 */
export type Place = 'inPlace' | 'logLost' | 'moved' | 'overwritten';

const none = 'none';

export const asideName = (path: string): string =>
  `${path}.of-the-file-before-${new Date().toISOString().replaceAll(/[:.]/gu, '-')}`;

/** Identifies the file at a path. Never opens it: that would drop SQLite's locks. */
export function fileAt(path: string): string {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? none : `${found.dev}:${found.ino}`;
  } catch {
    return none;
  }
}

/**
 * Remembers which files are at a path just after they were opened. `putLogAside` renames our log and its index if they
 * are beside another file by now, or in any case if asked: SQLite would play a log into the file beside it. It returns
 * the log's new path, `undefined` if it renamed none.
 */
export function rememberPlace(path: string): {
  readonly place: () => Exclude<Place, 'overwritten'>;
  readonly putLogAside: (inAnyCase: boolean) => string | undefined;
} {
  const opened = fileAt(path);
  const beside = besides.map((end) => ({ at: `${path}${end}`, was: fileAt(`${path}${end}`) }));
  return {
    place: () => {
      if (fileAt(path) !== opened) return 'moved';
      const stand = beside.filter(({ was }) => was !== none).map(({ at, was }) => ({ now: fileAt(at), was }));
      if (stand.every(({ now, was }) => now === was)) return 'inPlace';
      return stand.every(({ now, was }) => now === was || now === none) ? 'logLost' : 'moved';
    },
    putLogAside: (inAnyCase) => {
      if (!inAnyCase && [opened, none].includes(fileAt(path))) return undefined;
      const [log] = beside
        .filter(({ at, was }) => was !== none && fileAt(at) === was)
        .map(({ at }) => {
          const aside = asideName(at);
          renameSync(at, aside);
          return aside;
        });
      return log?.startsWith(`${path}-wal`) ? log : undefined;
    },
  };
}
