import type { FindingText } from './finding-text.ts';

/** Everything that can be found of the registration in Entra, and of the bot in Azure. */
export const findingsOfRegistration = {
  'registration-missing': {
    kind: 'registration',
    says: 'The tenant has no registration with the id in {about}.',
    toDo: 'Copy the application (client) id from Entra, or make the registration: manifest/README.md.',
  },
  'registration-other-tenants': {
    kind: 'registration',
    says: 'The registration of {about} lets people of other tenants sign in.',
    toDo: 'Set "Supported account types" to this directory alone.',
  },
  'registration-other-address': {
    kind: 'registration',
    says: 'The registration of {about} does not name the tab’s API by PUBLIC_HOST, so that nobody is signed in.',
    toDo: 'Add the application ID URI api://<PUBLIC_HOST>/<TAB_CLIENT_ID>, as deploy/teams/entra-app.json has it.',
  },
  'registration-token-version': {
    kind: 'registration',
    says: 'The registration of {about} has tokens made in version 1, which servers refuse.',
    toDo: 'Set requestedAccessTokenVersion to 2 in its manifest.',
  },
  'registration-no-scope': {
    kind: 'registration',
    says: 'The registration of {about} has no scope access_as_user, or it is switched off.',
    toDo: 'Add it as deploy/teams/entra-app.json has it.',
  },
  'registration-client-missing': {
    kind: 'registration',
    says: 'The registration of {about} does not let each client of TAB_HOSTS ask for a token without a question.',
    toDo: 'Authorise each of them for the scope access_as_user, as deploy/teams/entra-app.json does.',
  },
  'registration-client-more': {
    kind: 'registration',
    says: 'The registration of {about} lets apps ask for tokens that are none of the clients of TAB_HOSTS.',
    toDo: 'Take them away. Servers refuse what they ask for, unless TAB_CLIENTS names them.',
  },
  'registration-roles': {
    kind: 'registration',
    says: 'The registration of {about} has some of the roles of Candour, and not all, or one that apps may hold.',
    toDo: 'Add what is missing as deploy/teams/entra-app.json has it, for users alone.',
  },
  'registration-guests': {
    kind: 'registration',
    says: 'The registration of {about} does not have tokens say whether somebody is a guest.',
    toDo: 'Add the optional claim acct to access tokens.',
  },
  'registration-redirects': {
    kind: 'registration',
    says: 'The registration of {about} has addresses that people are sent to with a token, which Candour does not use.',
    toDo: 'Take the redirect URIs and implicit grants away, and ask who added them.',
  },
  'registration-permissions': {
    kind: 'registration',
    says: 'The registration of {about} asks for permissions at Microsoft that Candour does not use.',
    toDo: 'Take them away, with the consent that was given, and ask who added them.',
  },
  'registration-secret-ends': {
    kind: 'registration',
    says: 'The secret in BOT_APP_PASSWORD ends within six weeks.',
    toDo: 'Make another in Entra, give it to every server, then take this one away: docs/guides/operator.md.',
  },
  'registration-secret-more': {
    kind: 'registration',
    says: 'The registration of {about} has a secret or certificate that holds and that the settings do not use.',
    toDo: 'Take it away once no server uses it: whoever has it can post as the bot.',
  },
  'bot-other-channels': {
    kind: 'registration',
    says: 'The bot in Azure answers in other channels than Teams: {about}.',
    toDo: 'Take them away under "Channels". Candour refuses what comes by them.',
  },
  'bot-without-teams': {
    kind: 'registration',
    says: 'The bot in Azure has no channel of Teams, or it is switched off.',
    toDo: 'Add it under "Channels".',
  },
  'bot-other-address': {
    kind: 'registration',
    says: 'The bot in Azure sends what comes from Teams to another address than that of PUBLIC_HOST.',
    toDo: 'Set its messaging endpoint to https://<PUBLIC_HOST>/api/messages, and ask who changed it.',
  },
  'bot-other-kind': {
    kind: 'registration',
    says: 'The bot in Azure is of another tenant, or shows itself otherwise, than the settings say.',
    toDo: 'Look at TENANT_ID and BOT_APP_TYPE beside its configuration there.',
  },
  'lent-token-unreadable': {
    kind: 'registration',
    says: 'The file of {about} cannot be read, or is no token.',
    toDo: 'Write a token into it, and nothing else, as docs/guides/doctor.md shows.',
  },
  'registration-not-readable': {
    kind: 'unseen',
    says: 'The registration of {about} could not be looked at: the token that is here may not read it.',
    toDo: 'Ask whoever looks after Entra to call this with --graph, or to hold it against deploy/teams/entra-app.json.',
  },
  'registration-without-roles': {
    kind: 'unseen',
    says: 'The registration of {about} has no roles of Candour: they are given by the settings alone.',
    toDo: 'Nothing, where that is meant.',
  },
  'bot-not-readable': {
    kind: 'unseen',
    says: 'The bot in Azure could not be looked at: the token that is here sees none with the id in BOT_APP_ID.',
    toDo: 'Ask whoever looks after Azure to call this with --azure, or to look at its channels: Teams alone.',
  },
  'directory-away': {
    kind: 'unseen',
    says: '{about} gave no answer that can be used, so that what it has was not looked at.',
    toDo: 'Ask again in some minutes, from where it can be reached.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
