import type { Mutant } from '../mutant.ts';

const invitations = 'tests/bot/partners/invitations.test.ts';
const hostile = 'tests/bot/partners/hostile-sign-in.test.ts';
const flood = 'tests/bot/partners/flood.test.ts';

/** Ways for somebody outside the force to come in, or to keep others out. */
export const ofPartners: readonly Mutant[] = [
  {
    name: 'a link opens whatever stands behind its mark',
    promise: 'access',
    file: 'concerns/access/use-invitation.ts',
    find: 'if (digest === undefined || !sameTag(digest, digestOfToken(id, secret)))',
    put: 'if (digest === undefined || secret === undefined)',
    tests: [invitations],
  },
  {
    name: 'a session outlives its invitation',
    promise: 'access',
    file: 'concerns/access/use-invitation.ts',
    find: "return standing?.value.state === 'used' && standing.value.round === round;",
    put: 'return standing !== undefined && round > 0;',
    tests: [invitations],
  },
  {
    name: 'a link is good after its last day',
    promise: 'access',
    file: 'concerns/access/use-invitation.ts',
    find: "if (dayOf(clock(), timeZone) > until) return { kind: 'expired' };",
    put: "if (dayOf(clock(), timeZone) > until && until === '') return { kind: 'expired' };",
    tests: [invitations],
  },
  {
    name: 'a passkey of another page is taken',
    promise: 'access',
    file: 'bot/partners/passkeys.ts',
    find: 'return deps.isOurs(origin) ? origin : undefined;',
    put: 'return deps.isOurs(origin) || origin !== "" ? origin : undefined;',
    tests: [hostile],
  },
  {
    name: 'an answer of a device is taken twice',
    promise: 'access',
    file: 'bot/partners/passkeys.ts',
    find: 'answered.set(challenge, now + offerLastsMs);',
    put: 'answered.set(String(now), now + offerLastsMs);',
    tests: [hostile],
  },
  {
    name: 'made-up links share the pace of real ones',
    promise: 'access',
    file: 'bot/partners/pace.ts',
    find: 'if ((await keysNow()).has(key)) return',
    put: 'if ((await keysNow()).has(`none ${key}`)) return',
    tests: [flood],
  },
  {
    name: 'an organisation is renamed over a name that nobody has read',
    promise: 'truthful',
    file: 'concerns/access/invite-partners.ts',
    find: "if (standing.value.name !== was) return { why: 'changed' } as const;",
    put: '',
    tests: [invitations],
  },
  {
    name: 'an organisation takes the name of another',
    promise: 'truthful',
    file: 'concerns/access/invite-partners.ts',
    find: 'value.id !== id && foldedName(value.name) === foldedName(name)',
    put: 'value.id !== id && value.name === name',
    tests: [invitations],
  },
  {
    name: 'nobody is told who renamed an organisation',
    promise: 'truthful',
    file: 'concerns/access/invite-partners.ts',
    find: "if (!isNoted) await noting(deps, 'organisationRenamed', by, standing.value);",
    put: '',
    tests: [invitations],
  },
  {
    name: 'the code for a camera leads to the page alone',
    promise: 'truthful',
    file: 'tab/invitations/link-code.tsx',
    find: 'isShown ? drawn(link) : undefined',
    put: "isShown ? drawn(link.split('#')[0] ?? '') : undefined",
    tests: ['tests/browser/tab/partners-page.test.ts'],
  },
  {
    name: 'the code for a camera stands dark on dark',
    promise: 'access',
    file: 'tab/invitations/link-code.tsx',
    find: "backgroundColor: '#ffffff'",
    put: "backgroundColor: '#101010'",
    tests: ['tests/browser/tab/partners-page.test.ts'],
  },
  {
    name: 'an old page says of a part that is gone that it can be tried again',
    promise: 'truthful',
    file: 'tab/partners/frame/problem.tsx',
    find: "useOutdated() && word === 'frame.partMissing';",
    put: "useOutdated() && word === 'frame.broken';",
    tests: ['tests/browser/partners/lost-parts.test.ts'],
  },
  {
    name: 'what was typed goes with the session that ends',
    promise: 'durable',
    file: 'tab/partners/partners-page.tsx',
    find: 'token.current = undefined;\n        setOut(why);',
    put: 'token.current = undefined;\n        setSession(undefined);\n        setOut(why);',
    tests: ['tests/browser/partners/session-ends.test.ts'],
  },
];
