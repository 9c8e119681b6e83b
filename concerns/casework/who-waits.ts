import { identityAwaits } from '../records/identity-request.ts';
import type { Act } from './act.ts';
import { othersLeft } from './second-person.ts';

export const askedToAgree = {
  says: 'everybody else who sees the case',
  people: ({ holders, by }, after) => othersLeft(holders, after, by),
} as const satisfies Act<unknown>['waits'];

export const askedOfCustodians = {
  says: 'the custodians whom the request waits for',
  people({ holders, by, today }, after) {
    const awaits = identityAwaits(after, today);
    if (awaits === undefined) return [];
    const not = new Set([...awaits.notBy, by]);
    return holders.custodians.filter((custodian) => !not.has(custodian));
  },
} as const satisfies Act<unknown>['waits'];
