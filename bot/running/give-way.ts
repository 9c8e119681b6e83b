import { setImmediate } from 'node:timers/promises';
import { asksToSave } from '../../concerns/reporting/report-flow.ts';
import type { Guide } from '../../dialogs/guide.ts';

/** How many turns of the event loop a step waits at most, however many save in them. */
export const mostTurns = 3;

/**
 * The order in which those are served who come at the same time. A receipt waits for seals and for the disk, at the end of
 * a turn of the event loop: without an order it also waits for the steps of everybody who came in that turn.
 */
export interface GiveWay {
  /** Does what saves something, and returns what comes of it: until then others give way. Throws what the work throws. */
  ahead<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Settles when everybody who came in this turn of the event loop has been heard and nobody is ahead, and after
   * `mostTurns` turns at the latest. Never rejects.
   */
  behind(): Promise<void>;
}

/** An order among those who come to one process. */
export function createGiveWay(): GiveWay {
  const ahead = new Set<object>();
  return {
    async ahead(work) {
      const one = {};
      ahead.add(one);
      try {
        return await work();
      } finally {
        ahead.delete(one);
      }
    },
    async behind() {
      for (let turns = 0; turns === 0 || (ahead.size > 0 && turns < mostTurns); turns += 1) await setImmediate();
    },
  };
}

/** A guide whose steps give way to those that save something, among all who come to it. */
export function guideInOrder(guide: Guide): Guide {
  const way = createGiveWay();
  return {
    async open(flow, language, person) {
      await way.behind();
      return guide.open(flow, language, person);
    },
    async move(token, move) {
      if (asksToSave(move)) return way.ahead(() => guide.move(token, move));
      await way.behind();
      return guide.move(token, move);
    },
  };
}
