import type { Mutant } from '../mutant.ts';

const atRequests = ['tests/concerns/casework/identity-request.test.ts'];
const atRules = ['tests/concerns/records/identity-request.test.ts'];

/** Sealed identities: what it takes to open one. */
export const inIdentity: readonly Mutant[] = [
  {
    name: 'one custodian counts twice',
    promise: 'access',
    file: 'concerns/records/identity-request.ts',
    find: '.filter((one) => one !== by && !record.excluded.includes(one));',
    put: '.filter((one) => !record.excluded.includes(one));',
    tests: [...atRules, ...atRequests],
  },
  {
    name: 'an identity opens with one custodian where two are demanded',
    promise: 'access',
    file: 'concerns/records/identity-request.ts',
    find: 'if (rules.custodians === 1 && request.by !== by) return undefined;',
    put: 'if (request.by !== by) return undefined;',
    tests: [...atRules, ...atRequests],
  },
  {
    name: 'a custodian opens an identity alone where the force has ruled that out',
    promise: 'access',
    file: 'concerns/records/identity-request.ts',
    find: 'custodians === 1 && withoutRequest;',
    put: 'custodians === 1 || withoutRequest;',
    tests: [...atRules, ...atRequests],
  },
  {
    name: 'whoever asked for an identity agrees to their own request',
    promise: 'access',
    file: 'concerns/casework/identity-request.ts',
    find: "return request.by === by ? { why: 'ownWork' } : { request };",
    put: 'return { request };',
    tests: atRequests,
  },
  {
    name: 'a custodian agrees to another request than they read',
    promise: 'access',
    file: 'concerns/casework/identity-request.ts',
    find: "if (request.reason !== of) return { why: 'otherRequest' };",
    put: '',
    tests: atRequests,
  },
  {
    name: 'an agreement to open an identity never runs out',
    promise: 'access',
    file: 'concerns/records/identity-request.ts',
    find: 'agreedOn === undefined || today > addDays(agreedOn, agreementDays)',
    put: 'agreedOn === undefined',
    tests: [...atRules, ...atRequests],
  },
  {
    name: 'a request stands though whoever made it was shut out',
    promise: 'access',
    file: 'concerns/casework/conflict.ts',
    find: 'identityAsked: record.identityAsked && requestWithout(record.identityAsked, person),',
    put: '',
    tests: atRequests,
  },
  {
    name: 'an identity that was opened for one request is shared for the next',
    promise: 'access',
    file: 'concerns/casework/identity.ts',
    find: 'detail?.of === request?.reason);',
    put: 'detail !== undefined);',
    tests: atRequests,
  },
  {
    name: 'a custodian who is shut out of a case still agrees',
    promise: 'access',
    file: 'concerns/records/identity-request.ts',
    find: 'agreedBy: request.agreedBy.filter((one) => one !== person)',
    put: 'agreedBy: request.agreedBy',
    tests: atRules,
  },
  {
    name: 'a force that asks for two custodians has one',
    promise: 'access',
    file: 'bot/settings/server-settings.ts',
    find: '? { custodians: 2, withoutRequest: false }',
    put: '? { custodians: 1, withoutRequest: false }',
    tests: ['tests/bot/settings/settings.test.ts'],
  },
];
