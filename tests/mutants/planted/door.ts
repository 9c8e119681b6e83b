import type { Mutant } from '../mutant.ts';

export const atTheDoor: readonly Mutant[] = [
  {
    name: 'the SDK checks the tokens of callers, and keeps a part of each',
    promise: 'access',
    file: 'bot/teams/authentication.ts',
    find: '    check: createConnectorTokens({ keys, issuer, appId, now }),',
    put: `    check: async (header) => ({
      kind: await new ConfigurationBotFrameworkAuthentication(settings, surroundings.credentials)
        .authenticateRequest({ channelId: 'msteams', serviceUrl: '' }, header)
        .then(() => 'holds', () => 'refused'),
      reason: keys && createConnectorTokens && 'token',
      serviceUrl: undefined,
    }),`,
    tests: ['tests/door/strangers.test.ts'],
  },
  {
    name: 'an activity of another channel than Teams is let in',
    promise: 'access',
    file: 'bot/teams/authentication.ts',
    find: 'if (channelId !== teamsChannel)',
    put: 'if (channelId === undefined)',
    tests: ['tests/bot/teams-only.test.ts'],
  },
  {
    name: 'answers go to whatever address an activity names',
    promise: 'access',
    file: 'bot/teams/authentication.ts',
    find: 'bearer.serviceUrl !== undefined && bearer.serviceUrl !== serviceUrl',
    put: 'bearer.serviceUrl === undefined && serviceUrl === undefined',
    tests: ['tests/access/tokens.test.ts'],
  },
  {
    name: 'a host that is none of Teams is answered and moves targets',
    promise: 'access',
    file: 'bot/settings/service-address.ts',
    find: 'return origins.has(url.origin) ||',
    put: 'return url.origin !== undefined ||',
    tests: ['tests/bot/teams-only.test.ts'],
  },
  {
    name: 'alerts and the token of the bot go to a host that an old target names',
    promise: 'alerted',
    file: 'bot/alerts/listed-connections.ts',
    find: 'connect(isListed(address) ? address : config.ALERT_SERVICE_URL)',
    put: 'connect(isListed(address) || true ? address : config.ALERT_SERVICE_URL)',
    tests: ['tests/bot/teams-only.test.ts'],
  },
  {
    name: 'a key that is not endorsed for Teams signs for it',
    promise: 'access',
    file: 'bot/teams/connector-token.ts',
    find: '|| !found.endorsements.includes(teamsChannel)',
    put: '|| teamsChannel === undefined',
    tests: ['tests/bot/tokens.test.ts'],
  },
  {
    name: 'whoever a channel names is a person, whether Entra knows them or not',
    promise: 'access',
    file: 'bot/teams/person.ts',
    find: 'objectIdSchema.safeParse(activity.from.aadObjectId).data;',
    put: 'objectIdSchema.safeParse(activity.from.aadObjectId).data ?? activity.from.id;',
    tests: ['tests/bot/teams-only.test.ts'],
  },
  {
    name: 'a body is read before its token was looked at',
    promise: 'access',
    file: 'bot/http/serve-messages.ts',
    find: '    const bearer = await adapter.check(authorization);\n',
    put: `    const early = await readBody(request, limits);
    if (early.kind !== 'text') return unreadable[early.kind];
    const bearer = await adapter.check(authorization);
`,
    tests: ['tests/bot/http/health.test.ts'],
  },
  {
    name: 'the keys of the connector are looked up by everybody who asks',
    promise: 'access',
    file: 'bot/teams/connector-keys.ts',
    find: 'looking === undefined && mayLook()',
    put: '(looking === undefined || true)',
    tests: ['tests/bot/teams/connector-keys.test.ts'],
  },
  {
    name: 'nobody gets in once the issuer is away',
    promise: 'durable',
    file: 'bot/teams/connector-keys.ts',
    find: '      failures += 1;',
    put: '      failures += 1;\n      known = undefined;',
    tests: ['tests/bot/teams/connector-keys.test.ts'],
  },
  {
    name: 'everybody who asks whether the bot is ready has it write into the store',
    promise: 'access',
    file: 'bot/http/health.ts',
    find: 'since >= 0 && since < sharedMs',
    put: 'since > 0 && since < 0',
    tests: ['tests/bot/http/health.test.ts'],
  },
  {
    name: 'the tab takes a token that any app asked for',
    promise: 'access',
    file: 'bot/api/tab-sign-in.ts',
    find: 'if (!clients.includes(azp))',
    put: "if (clients.includes(azp) && azp === '')",
    tests: ['tests/bot/api/tab-sign-in.test.ts'],
  },
  {
    name: 'guests of the tenant come into the tab',
    promise: 'access',
    file: 'bot/api/tab-sign-in.ts',
    find: 'if (isGuest && !deps.guests)',
    put: 'if (isGuest && deps.guests)',
    tests: ['tests/bot/api/tab-sign-in.test.ts'],
  },
];
