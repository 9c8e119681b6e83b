import type { Readiness } from '../http/health.ts';
import type { EventTotal } from '../metrics/event-counts.ts';
import { takenTogether } from '../metrics/taken-together.ts';
import type { Asking } from './asking.ts';
import { readinessSchema } from './talk.ts';

/** The answers at the address of the health checks, of all processes that serve. */
export interface HealthOfAll {
  /** Whether at least one serves, and each that does answers. Never rejects. */
  readonly isAlive: () => Promise<boolean>;
  /** Whether each of them can do its work, with the notes of all. Never rejects. */
  readonly readiness: () => Promise<Readiness>;
  /** Their numbers, taken together. Never rejects. */
  readonly numbers: () => Promise<string>;
}

/** Asks those that serve now: one that ended is not asked, and nobody is sent to it. */
export function createHealthOfAll(deps: {
  readonly count: number;
  readonly serving: () => readonly Asking[];
  readonly totals: () => readonly EventTotal[];
}): HealthOfAll {
  const ask = (question: Parameters<Asking>[0]) => Promise.all(deps.serving().map((asking) => asking(question)));
  /** The numbers that each said last: one that is busy for a moment takes nothing out of a sum. */
  const lastNumbers = new WeakMap<Asking, string>();

  return {
    async isAlive() {
      const answers = await ask('alive');
      return answers.length > 0 && answers.every((answer) => answer === true);
    },

    async readiness() {
      const answers = (await ask('ready')).map((answer) => readinessSchema.safeParse(answer).data);
      const ready = answers.flatMap((answer) => (answer?.status === 'ready' ? [answer] : []));
      if (ready.length === 0 || ready.length < answers.length) return { status: 'notReady' };
      const notes: Readiness = Object.assign({ status: 'ready' as const }, ...ready);
      return ready.length < deps.count ? { ...notes, workers: 'fewer' } : notes;
    },

    async numbers() {
      const texts = await Promise.all(
        deps.serving().map(async (asking) => {
          const text = await asking('numbers');
          if (typeof text === 'string') lastNumbers.set(asking, text);
          return lastNumbers.get(asking) ?? '';
        }),
      );
      return takenTogether(texts, deps.totals());
    },
  };
}
