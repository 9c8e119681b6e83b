import { setImmediate } from 'node:timers/promises';
import { asksToSave } from '../../core/reporting/report-flow.ts';
import type { Guide } from '../../dialogs/bot-framework/conversation-guide.ts';

export const mostTurns = 3;

/**
 * Puts saving ahead of other steps that come at the same time. A receipt waits for seals and for the disk, at the end
 * of a turn of the event loop: without an order it also waits for the steps of everyone who came in that turn.
 */
interface GiveWay {
  ahead<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Settles when everyone who came in this turn of the event loop has been heard and no one is ahead, after `mostTurns`
   * turns at the latest.
   */
  behind(): Promise<void>;
}

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
