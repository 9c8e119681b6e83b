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
  const pendingWrites = new Set<object>();
  return {
    async runFirst(work) {
      const one = {};
      pendingWrites.add(one);
      try {
        return await work();
      } finally {
        pendingWrites.delete(one);
      }
    },
    async yieldToWrites() {
      for (let yields = 0; yields === 0 || (pendingWrites.size > 0 && yields < maxYields); yields += 1)
        await setImmediate();
    },
  };
}

export function withWritePriority(dialogManager: DialogManager): DialogManager {
  const priority = createWritePriority();
  return {
    async open(flow, language, person) {
      await priority.yieldToWrites();
      return dialogManager.open(flow, language, person);
    },
    async move(token, move) {
      if (isSaveMove(move)) return priority.runFirst(() => dialogManager.move(token, move));
      await priority.yieldToWrites();
      return dialogManager.move(token, move);
    },
  };
}
