import { renameSync, statSync } from 'node:fs';

/** The endings of what SQLite keeps beside a file that is written ahead: its log, and the index of that log. */
export const besides = ['-wal', '-shm'] as const;

/**
 * How a file stands that was opened. `logLost`: it is the one, and its log has no name any more, so that what stands in
 * that is in no file. `moved`: it is missing, or another stands there or in the place of its log or the index of that.
 * `overwritten`: it is the one, and something else was written over it.
 */
export type Place = 'inPlace' | 'logLost' | 'moved' | 'overwritten';

const none = 'none';

/** The name under which something beside a file is put aside. */
export const asideName = (path: string): string =>
  `${path}.of-the-file-before-${new Date().toISOString().replaceAll(/[:.]/gu, '-')}`;

/** Which file stands at a path, so that another one there is noticed. Never opens it: that would drop SQLite's locks. */
export function fileAt(path: string): string {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? none : `${found.dev}:${found.ino}`;
  } catch {
    // Nobody can open it from here, as if it were not there.
    return none;
  }
}

/**
 * Remembers which files stand at a path now, where they were just opened, and says later whether they still do. A look
 * costs three calls of the system, some microseconds each. `putLogAside` renames our log and its index if they stand
 * beside another file by now, or in any case: SQLite would play a log into whatever file it stands beside, and destroy
 * that. It says what the log is called then, `undefined` if it renamed none.
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
      // A file that cannot be written to may have neither beside it.
      const stand = beside.filter(({ was }) => was !== none).map(({ at, was }) => ({ now: fileAt(at), was }));
      if (stand.every(({ now, was }) => now === was)) return 'inPlace';
      // Whoever opened it since has a log of their own, which ours must not be mixed with.
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
