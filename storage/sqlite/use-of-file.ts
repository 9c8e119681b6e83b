import type { LaterUse } from '../../concerns/ports/store.ts';
import { expectUsable, isOurs, laterUse } from '../store-version.ts';
import { ourUse, replaceUse, selectUse, useIn } from './schema.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** Throws StoreError `tooNew` if a newer version used the file and no longer lets this one use it. */
export const expectOfUse = (file: SqliteFile): void => expectUsable(useIn(file.row(selectUse)));

/** The newest version that used a file; `undefined` if none noted it. Writes nothing. Throws StoreError. */
export function lastUse(file: SqliteFile): LaterUse | undefined {
  const use = useIn(file.row(selectUse));
  return use && { number: use.number, release: use.release };
}

export const noteUse = (file: SqliteFile): Promise<LaterUse | undefined> =>
  file.transaction(() => {
    const standing = useIn(file.row(selectUse));
    const later = laterUse(standing);
    if (later === undefined && !isOurs(standing)) file.write(replaceUse, ourUse);
    return later;
  });
