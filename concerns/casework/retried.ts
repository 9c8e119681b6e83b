import { StoreError } from '../ports/store-error.ts';

const mostTries = 5;

/** Makes an attempt, again where somebody else was faster. Throws StoreError `busy` after five. */
export async function retried<T>(attempt: () => Promise<T | 'conflict'>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const outcome = await attempt();
    if (outcome !== 'conflict') return outcome;
  }
  throw new StoreError('busy');
}
