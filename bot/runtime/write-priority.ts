import { setImmediate } from 'node:timers/promises';
import { isSaveMove } from '../../core/reporting/report-flow.ts';
import type { DialogManager } from '../../dialogs/bot-framework/dialog-manager.ts';

export const maxYields = 3;

/**
 * Saving comes first. A receipt waits for seals and the disk at the end of a turn of the event loop: without an order
 * it also waits for all steps of that turn.
 */
interface WritePriority {
  runFirst<T>(work: () => Promise<T>): Promise<T>;
  /** Settles when no save is ahead, after `maxYields` turns at the latest. */
  yieldToWrites(): Promise<void>;
}

export function createWritePriority(): WritePriority {
  const ahead = new Set<object>();
  return {
    async runFirst(work) {
      const one = {};
      ahead.add(one);
      try {
        return await work();
      } finally {
        ahead.delete(one);
      }
    },
    async yieldToWrites() {
      for (let yields = 0; yields === 0 || (ahead.size > 0 && yields < maxYields); yields += 1) await setImmediate();
    },
  };
}

export function withWritePriority(guide: DialogManager): DialogManager {
  const priority = createWritePriority();
  return {
    async open(flow, language, person) {
      await priority.yieldToWrites();
      return guide.open(flow, language, person);
    },
    async move(token, move) {
      if (isSaveMove(move)) return priority.runFirst(() => guide.move(token, move));
      await priority.yieldToWrites();
      return guide.move(token, move);
    },
  };
}
