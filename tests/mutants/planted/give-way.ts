import type { Mutant } from '../mutant.ts';

const order = 'tests/bot/running/give-way.test.ts';
const steps = 'tests/bot/doors/guided-steps.test.ts';

/** Bugs in who is answered first of those who come together. */
export const inTheOrder: readonly Mutant[] = [
  {
    name: 'somebody whose report the store does not take keeps everybody else waiting',
    promise: 'access',
    file: 'bot/running/give-way.ts',
    find: 'ahead.size > 0 && turns < mostTurns',
    put: 'ahead.size > 0 && turns < 9_999',
    tests: [order, steps],
  },
  {
    name: 'whoever could not save is waited for by everybody from then on',
    promise: 'access',
    file: 'bot/running/give-way.ts',
    find: '      } finally {\n        ahead.delete(one);\n      }',
    put: '      } finally {\n        void one;\n      }',
    tests: [order],
  },
  {
    name: 'whoever sends waits for the steps of others again',
    promise: 'access',
    file: 'bot/doors/guided-steps.ts',
    find: 'if (asksToSave(move)) return',
    put: 'if (!asksToSave(move)) return',
    tests: [steps],
  },
];
