import type { Mutant } from '../mutant.ts';

const again = 'tests/bot/teams/connector-token.test.ts';

/** Bugs in what is kept of a token that held. */
export const ofTrustedTokens: readonly Mutant[] = [
  {
    name: 'a token that held once holds for good',
    promise: 'access',
    file: 'bot/teams/connector-token.ts',
    find: 'return notBefore <= seconds + toleranceSeconds && seconds - toleranceSeconds < expires;',
    put: 'return Number.isFinite(notBefore + seconds + expires);',
    tests: [again, 'tests/bot/tokens.test.ts'],
  },
  {
    name: 'a token that held once holds before its start',
    promise: 'access',
    file: 'bot/teams/connector-token.ts',
    find: 'notBefore <= seconds + toleranceSeconds &&',
    put: 'notBefore > 0 &&',
    tests: [again],
  },
  {
    name: 'a token that held once outlives its key',
    promise: 'access',
    file: 'bot/teams/connector-token.ts',
    find: 'if ((await deps.keys.keyOf(kid)) !== by) return false;',
    put: "if (kid === '' && by === undefined) return false;",
    tests: [again],
  },
  {
    name: 'a token is known by its head, which others have as well',
    promise: 'access',
    file: 'bot/teams/proven-tokens.ts',
    find: "hash('sha256', token, 'base64url')",
    put: "hash('sha256', token.split('.')[0] ?? '', 'base64url')",
    tests: [again],
  },
  {
    name: 'a token is known by its signature, which what it says is not',
    promise: 'access',
    file: 'bot/teams/proven-tokens.ts',
    find: "hash('sha256', token, 'base64url')",
    put: "hash('sha256', token.split('.')[2] ?? '', 'base64url')",
    tests: [again],
  },
  {
    name: 'all tokens that ever held are kept',
    promise: 'durable',
    file: 'bot/teams/proven-tokens.ts',
    find: 'if (known.size > most &&',
    put: 'if (known.size > most * 1_000 &&',
    tests: ['tests/bot/teams/proven-tokens.test.ts'],
  },
];
