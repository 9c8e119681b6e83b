import { expect, it } from '@jest/globals';
import { createCaseInState, caseStates } from './case-states.ts';
import { readStoredCase } from './casework.ts';
import { setUpCore } from './set-up-core.ts';

const core = setUpCore();

it.each(['no', 'yes'] as const)('a case is in each state that it is brought to, with conflict %s', async (conflict) => {
  const found: string[] = [];
  for (const state of caseStates) {
    const { record, events } = await readStoredCase(core, (await createCaseInState(core, state, { conflict })).caseId);
    expect(record.handledBy).toBe(conflict === 'yes' ? 'reserve' : 'acu');
    found.push(`${record.status} after ${events.at(-1)?.kind}`);
  }
  expect(found).toEqual([
    'received after received',
    'acknowledged after acknowledged',
    'triaged after triaged',
    'triaged after consulted',
    'closed after closed',
    'reopened after reopened',
  ]);
});
