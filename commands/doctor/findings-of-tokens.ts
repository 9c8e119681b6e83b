import type { FindingText } from './finding-text.ts';

/** Everything that can be found of the tokens that come in, and of the bot's own. */
export const findingsOfTokens = {
  'issuer-away': {
    kind: 'entra',
    says: 'No answer came from {about}, by whose keys the tokens that come in are checked.',
    toDo: 'Let servers reach login.microsoftonline.com and login.botframework.com: proxy, firewall, DNS.',
  },
  'issuer-not-trusted': {
    kind: 'entra',
    says: 'This machine does not trust the certificate at {about}.',
    toDo: 'Where a proxy opens connections, name its authority with NODE_EXTRA_CA_CERTS, or have it leave these closed.',
  },
  'issuer-odd': {
    kind: 'entra',
    says: 'What answered in the place of {about} did not answer as it does.',
    toDo: 'Look whether a proxy asks for a sign-in there or shows a page of its own, and ask again.',
  },
  'issuer-tenant-unknown': {
    kind: 'entra',
    says: 'Entra knows no tenant with the id in TENANT_ID.',
    toDo: 'Copy the tenant’s id from its overview in Entra, and look at BOT_CLOUD.',
  },
  'issuer-other': {
    kind: 'entra',
    says: '{about} calls itself otherwise than servers expect in a token, so that every token is refused.',
    toDo: 'Look at TENANT_ID and BOT_CLOUD, and at what stands between this machine and there.',
  },
  'issuer-keys-elsewhere': {
    kind: 'entra',
    says: '{about} names a place for its keys where servers do not look.',
    toDo: 'Look at BOT_CLOUD, and at what stands between this machine and there.',
  },
  'issuer-no-keys': {
    kind: 'entra',
    says: '{about} publishes no key with which a token could be checked.',
    toDo: 'Look at what stands between this machine and there, and ask again.',
  },
  'issuer-not-endorsed': {
    kind: 'entra',
    says: 'None of the keys of the Bot Framework may sign for Teams.',
    toDo: 'Look at BOT_CLOUD, and ask again. Until then nothing that comes from Teams is let in.',
  },
  'token-secret-ended': {
    kind: 'token',
    says: 'The secret in BOT_APP_PASSWORD has ended, so that nothing can be posted or answered.',
    toDo: 'Make another in Entra and give it to every server: docs/guides/operator.md.',
  },
  'token-secret-unknown': {
    kind: 'token',
    says: 'Entra does not know the secret in BOT_APP_PASSWORD.',
    toDo: 'Copy the secret’s value and not its id, or make another.',
  },
  'token-certificate-unknown': {
    kind: 'token',
    says: 'Entra does not know the certificate that BOT_APP_CERTIFICATE names.',
    toDo: 'Add its public half to the registration of BOT_APP_ID, under certificates.',
  },
  'token-app-unknown': {
    kind: 'token',
    says: 'The tenant in TENANT_ID has no app with the id in BOT_APP_ID.',
    toDo: 'Copy the application (client) id of the bot’s registration, and look whether it is of this tenant.',
  },
  'token-app-off': {
    kind: 'token',
    says: 'The app with the id in BOT_APP_ID is switched off in the tenant.',
    toDo: 'Ask whoever looks after Entra why, and have it switched on under enterprise applications.',
  },
  'token-refused': {
    kind: 'token',
    says: 'Entra gave the bot no token, for another reason than its secret, its certificate or its id.',
    toDo: 'Read the reason in Entra, in the sign-in logs of the app: a rule of conditional access may be one.',
  },
  'token-away': {
    kind: 'token',
    says: 'No answer of Entra came when the bot asked for a token.',
    toDo: 'Let servers reach login.microsoftonline.com and login.botframework.com: proxy, firewall, DNS.',
  },
  'token-of-another': {
    kind: 'token',
    says: 'The bot got a token of another {about} than its own.',
    toDo: 'Look at TENANT_ID, BOT_APP_ID and BOT_CLOUD, and at what answers in the place of Entra.',
  },
  'token-short': {
    kind: 'token',
    says: 'The bot got a token that has ended, or ends within five minutes.',
    toDo: 'Have this machine set its clock by the network, and look whether a policy of Entra shortens tokens.',
  },
  'token-sealed': {
    kind: 'unseen',
    says: 'The bot got a token, and this command cannot read what it says.',
    toDo: 'Nothing, where posts arrive: --post tries one in each channel.',
  },
  'token-identity-elsewhere': {
    kind: 'unseen',
    says: 'The bot shows itself by a managed identity, and this machine has none of it.',
    toDo: 'Ask in the server’s own container. Where this is it, assign the identity with the id in BOT_APP_ID to it.',
  },
  'microsoft-not-asked': {
    kind: 'unseen',
    says: 'Nothing of Microsoft was asked, as --offline says.',
    toDo: 'Leave that option out, from where the servers reach Microsoft.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
