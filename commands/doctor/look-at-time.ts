import { agreesWithStore } from '../../bot/running/clock-watch.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { ourVersion } from '../../storage/store-version.ts';
import { found } from './finding.ts';
import { type OpenedStore, withOpened } from './opened-store.ts';

/** Holds the clock of this machine against the store's own. */
export const lookAtClock = (opening: Promise<OpenedStore>, clock: Clock) =>
  withOpened(opening, async (store, { tell }) => {
    // A store says its time with an answer.
    await store.targets.read('acu');
    if (store.time() === undefined) tell(found('clock-alone'));
    else if (!agreesWithStore(store, clock)) tell(found('clock-apart', 'the store'));
  });

/** Holds this version against the newest one that used the store. */
export const lookAtVersions = (opening: Promise<OpenedStore>) =>
  withOpened(opening, async (store, { tell, note }) => {
    const last = await store.lastUse();
    if (last === undefined) {
      tell(found('version-untold'));
      return;
    }
    note(
      `This is version ${ourVersion.release} (${ourVersion.number}). The newest that used the store: ${last.number}.`,
    );
    if (last.number > ourVersion.number) tell(found('version-newer'));
    if (last.number < ourVersion.number) tell(found('version-older'));
  });
