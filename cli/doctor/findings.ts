/** The one to mend first comes first, and the command exits with its code. 78 and 69 are those of a start. */
export const exitCodes = {
  settings: 78,
  store: 69,
  keys: 10,
  roles: 11,
  files: 12,
  clock: 13,
  entra: 20,
  token: 21,
  registration: 22,
  versions: 14,
  alerts: 15,
  backup: 16,
  address: 17,
  page: 18,
  fleet: 23,
  unfinished: 19,
} as const;

export type FindingKind = keyof typeof exitCodes;

const isFindingKind = (name: string): name is FindingKind => Object.hasOwn(exitCodes, name);

export const findingKinds: readonly FindingKind[] = Object.keys(exitCodes).filter(isFindingKind);

interface FindingText {
  /** `unseen`: nothing wrong can be seen from here. */
  readonly kind: FindingKind | 'unseen';
  readonly description: string;
  readonly remedy: string;
}

/** The guide names each. */
export const findingTable = {
  'setting-wrong': {
    kind: 'settings',
    description: '{about}',
    remedy: 'Put this setting right. The same sentence keeps a server from starting.',
  },
  'bot-certificate-ends': {
    kind: 'settings',
    description: 'The certificate that BOT_APP_CERTIFICATE names ends within six weeks.',
    remedy: 'Register its successor in Entra, then put that in the place of the file. No start is needed.',
  },
  'store-wrong': {
    kind: 'store',
    description: '{about}',
    remedy: 'Put this right. The same sentence keeps a server from starting.',
  },
  'store-not-made': {
    kind: 'store',
    description: 'There is no store where SQLITE_PATH says, or nothing is in it yet.',
    remedy: 'Where no server ever started here, start one. Otherwise look at the name, and whether the disk is there.',
  },
  'store-older': {
    kind: 'store',
    description: 'The store was made by a version before this one, and was left as it is.',
    remedy: 'Ask the doctor of the version that serves it, or start the server of this version first.',
  },
  'store-refused': {
    kind: 'store',
    description: '{about}',
    remedy:
      'See the section on the store in docs/reliability.md, and the alarm CandourStoreAway in docs/guides/runbook.md.',
  },
  'store-not-as-written': {
    kind: 'store',
    description: 'The store did not give back what was written into it a moment before.',
    remedy: 'Stop the servers. Look at the disk, or at the consistency of the account, before reports are taken again.',
  },
  'store-writes-over': {
    kind: 'store',
    description: 'The store let something be written over what had changed since it was read.',
    remedy: 'Stop the servers: two of them could undo what the other wrote. Look whether something stands between.',
  },
  'store-keeps-removed': {
    kind: 'store',
    description: 'The store still had what was removed from it.',
    remedy: 'Look at the consistency of the account, and at who else writes there: erased cases must be gone.',
  },
  'store-slow': {
    kind: 'store',
    description: 'The store takes long to answer, so that people wait for each card.',
    remedy: 'Look at the disk, or at the throughput of the account and at the way there.',
  },
  'store-open-to-others': {
    kind: 'store',
    description: 'Other accounts of this machine may read or write the file that SQLITE_PATH names.',
    remedy: 'Take that right away from all but the server’s own account (mode 600).',
  },
  'store-weak': {
    kind: 'store',
    description: 'The account of Cosmos DB has a consistency below Bounded staleness.',
    remedy: 'Set it to Strong or Bounded staleness: a server could miss what another wrote.',
  },
  'store-many-writers': {
    kind: 'store',
    description: 'The account of Cosmos DB takes writes in more than one region.',
    remedy: 'Have one region that takes writes: two could both say that a case is new.',
  },
  'secret-other': {
    kind: 'keys',
    description:
      'CARRIED_STATE_SECRET is not the one that the servers use, so that cards that are open now cannot be read.',
    remedy: 'Give every server and this command the same secret, and the one before as CARRIED_STATE_SECRET_BEFORE.',
  },
  'keys-do-not-seal': {
    kind: 'keys',
    description: 'Nothing can be sealed to {about}.',
    remedy: 'Copy that group’s public line again from the file that ends in .recipient.',
  },
  'key-not-on-paper': {
    kind: 'keys',
    description: '{about} has a line whose fingerprint is not on the paper.',
    remedy: 'Stop: what is sealed now can be opened by somebody who is not on the paper. Tell the head of unit.',
  },
  'key-not-in-settings': {
    kind: 'keys',
    description: 'A fingerprint that the paper has for {about} is in no line of it.',
    remedy: 'Whoever holds that key opens no new report. Put its line back, or strike it from the paper.',
  },
  'key-of-another-group': {
    kind: 'keys',
    description: '{about} has a line that the paper has for another group.',
    remedy: 'Stop: one group can open what is sealed to another. Put each line where the paper has it.',
  },
  'paper-unreadable': {
    kind: 'keys',
    description: 'The file of --fingerprints cannot be read, or has a line that is none: {about}.',
    remedy: 'Write a line for each group, such as "RECIPIENTS_ACU: " and its fingerprints with commas between them.',
  },
  'keys-not-compared': {
    kind: 'unseen',
    description: 'The keys were not compared with paper.',
    remedy: 'Type the fingerprints from the paper into a file, and name it with --fingerprints.',
  },
  'reserve-short': {
    kind: 'roles',
    description: 'ROLE_RESERVE names fewer than two people.',
    remedy:
      'Name two people. Until then Candour takes no report that may concern the unit, and says where else one can be made; the one who is there can leave no case.',
  },
  'custodian-missing': {
    kind: 'roles',
    description: 'ROLE_CUSTODIANS names nobody.',
    remedy: 'Name a custodian. Until then Candour takes no confidential report, and says where else one can be made.',
  },
  'hours-unknown': {
    kind: 'alerts',
    description: 'The force has not said when somebody looks at reports, and cards say that this is not known.',
    remedy: 'Set STAFFED_HOURS to the days and hours, as .env.example says.',
  },
  'on-call-missing': {
    kind: 'alerts',
    description:
      'There is no channel for {about}: outside staffed hours nobody is told of an urgent report, and cards say so.',
    remedy:
      'Mention the app in the channel of whoever is on call, or set ALERT_TARGET_ACU_ON_CALL or ALERT_TARGET_RESERVE_ON_CALL.',
  },
  'issuer-away': {
    kind: 'entra',
    description: 'No answer came from {about}, by whose keys the tokens that come in are checked.',
    remedy: 'Let servers reach login.microsoftonline.com and login.botframework.com: proxy, firewall, DNS.',
  },
  'issuer-not-trusted': {
    kind: 'entra',
    description: 'This machine does not trust the certificate at {about}.',
    remedy:
      'Where a proxy opens connections, name its authority with NODE_EXTRA_CA_CERTS, or have it leave these closed.',
  },
  'issuer-odd': {
    kind: 'entra',
    description: 'What answered in the place of {about} did not answer as it does.',
    remedy: 'Look whether a proxy asks for a sign-in there or shows a page of its own, and ask again.',
  },
  'issuer-tenant-unknown': {
    kind: 'entra',
    description: 'Entra knows no tenant with the id in TENANT_ID.',
    remedy: 'Copy the tenant’s id from its overview in Entra, and look at BOT_CLOUD.',
  },
  'issuer-other': {
    kind: 'entra',
    description: '{about} calls itself otherwise than servers expect in a token, so that every token is refused.',
    remedy: 'Look at TENANT_ID and BOT_CLOUD, and at what stands between this machine and there.',
  },
  'issuer-keys-elsewhere': {
    kind: 'entra',
    description: '{about} names a place for its keys where servers do not look.',
    remedy: 'Look at BOT_CLOUD, and at what stands between this machine and there.',
  },
  'issuer-no-keys': {
    kind: 'entra',
    description: '{about} publishes no key with which a token could be checked.',
    remedy: 'Look at what stands between this machine and there, and ask again.',
  },
  'issuer-not-endorsed': {
    kind: 'entra',
    description: 'None of the keys of the Bot Framework may sign for Teams.',
    remedy: 'Look at BOT_CLOUD, and ask again. Until then nothing that comes from Teams is let in.',
  },
  'token-secret-ended': {
    kind: 'token',
    description: 'The secret in BOT_APP_PASSWORD has ended, so that nothing can be posted or answered.',
    remedy: 'Make another in Entra and give it to every server: docs/guides/operator.md.',
  },
  'token-secret-unknown': {
    kind: 'token',
    description: 'Entra does not know the secret in BOT_APP_PASSWORD.',
    remedy: 'Copy the secret’s value and not its id, or make another.',
  },
  'token-certificate-unknown': {
    kind: 'token',
    description: 'Entra does not know the certificate that BOT_APP_CERTIFICATE names.',
    remedy: 'Add its public half to the registration of BOT_APP_ID, under certificates.',
  },
  'token-app-unknown': {
    kind: 'token',
    description: 'The tenant in TENANT_ID has no app with the id in BOT_APP_ID.',
    remedy: 'Copy the application (client) id of the bot’s registration, and look whether it is of this tenant.',
  },
  'token-app-off': {
    kind: 'token',
    description: 'The app with the id in BOT_APP_ID is switched off in the tenant.',
    remedy: 'Ask whoever looks after Entra why, and have it switched on under enterprise applications.',
  },
  'token-refused': {
    kind: 'token',
    description: 'Entra gave the bot no token, for another reason than its secret, its certificate or its id.',
    remedy: 'Read the reason in Entra, in the sign-in logs of the app: a rule of conditional access may be one.',
  },
  'token-away': {
    kind: 'token',
    description: 'No answer of Entra came when the bot asked for a token.',
    remedy: 'Let servers reach login.microsoftonline.com and login.botframework.com: proxy, firewall, DNS.',
  },
  'token-of-another': {
    kind: 'token',
    description: 'The bot got a token of another {about} than its own.',
    remedy: 'Look at TENANT_ID, BOT_APP_ID and BOT_CLOUD, and at what answers in the place of Entra.',
  },
  'token-short': {
    kind: 'token',
    description: 'The bot got a token that has ended, or ends within five minutes.',
    remedy: 'Have this machine set its clock by the network, and look whether a policy of Entra shortens tokens.',
  },
  'token-sealed': {
    kind: 'unseen',
    description: 'The bot got a token, and this command cannot read what it says.',
    remedy: 'Nothing, where posts arrive: --post tries one in each channel.',
  },
  'token-identity-elsewhere': {
    kind: 'unseen',
    description: 'The bot shows itself by a managed identity, and this machine has none of it.',
    remedy: 'Ask in the server’s own container. Where this is it, assign the identity with the id in BOT_APP_ID to it.',
  },
  'microsoft-not-asked': {
    kind: 'unseen',
    description: 'Nothing of Microsoft was asked, as --offline says.',
    remedy: 'Leave that option out, from where the servers reach Microsoft.',
  },
  'registration-missing': {
    kind: 'registration',
    description: 'The tenant has no registration with the id in {about}.',
    remedy: 'Copy the application (client) id from Entra, or make the registration: manifest/README.md.',
  },
  'registration-other-tenants': {
    kind: 'registration',
    description: 'The registration of {about} lets people of other tenants sign in.',
    remedy: 'Set "Supported account types" to this directory alone.',
  },
  'registration-other-address': {
    kind: 'registration',
    description: 'The registration of {about} does not name the tab’s API by PUBLIC_HOST, so that nobody is signed in.',
    remedy: 'Add the application ID URI api://<PUBLIC_HOST>/<TAB_CLIENT_ID>, as deploy/teams/entra-app.json has it.',
  },
  'registration-token-version': {
    kind: 'registration',
    description: 'The registration of {about} has tokens made in version 1, which servers refuse.',
    remedy: 'Set requestedAccessTokenVersion to 2 in its manifest.',
  },
  'registration-no-scope': {
    kind: 'registration',
    description: 'The registration of {about} has no scope access_as_user, or it is switched off.',
    remedy: 'Add it as deploy/teams/entra-app.json has it.',
  },
  'registration-client-missing': {
    kind: 'registration',
    description:
      'The registration of {about} does not let each client of TAB_HOSTS ask for a token without a question.',
    remedy: 'Authorise each of them for the scope access_as_user, as deploy/teams/entra-app.json does.',
  },
  'registration-client-more': {
    kind: 'registration',
    description: 'The registration of {about} lets apps ask for tokens that are none of the clients of TAB_HOSTS.',
    remedy: 'Take them away. Servers refuse what they ask for, unless TAB_CLIENTS names them.',
  },
  'registration-roles': {
    kind: 'registration',
    description:
      'The registration of {about} has some of the roles of Candour, and not all, or one that apps may hold.',
    remedy: 'Add what is missing as deploy/teams/entra-app.json has it, for users alone.',
  },
  'registration-guests': {
    kind: 'registration',
    description: 'The registration of {about} does not have tokens say whether somebody is a guest.',
    remedy: 'Add the optional claim acct to access tokens.',
  },
  'registration-redirects': {
    kind: 'registration',
    description:
      'The registration of {about} has addresses that people are sent to with a token, which Candour does not use.',
    remedy: 'Take the redirect URIs and implicit grants away, and ask who added them.',
  },
  'registration-permissions': {
    kind: 'registration',
    description: 'The registration of {about} asks for permissions at Microsoft that Candour does not use.',
    remedy: 'Take them away, with the consent that was given, and ask who added them.',
  },
  'registration-secret-ends': {
    kind: 'registration',
    description: 'The secret in BOT_APP_PASSWORD ends within six weeks.',
    remedy: 'Make another in Entra, give it to every server, then take this one away: docs/guides/operator.md.',
  },
  'registration-secret-more': {
    kind: 'registration',
    description: 'The registration of {about} has a secret or certificate that holds and that the settings do not use.',
    remedy: 'Take it away once no server uses it: whoever has it can post as the bot.',
  },
  'bot-other-channels': {
    kind: 'registration',
    description: 'The bot in Azure answers in other channels than Teams: {about}.',
    remedy: 'Take them away under "Channels". Candour refuses what comes by them.',
  },
  'bot-without-teams': {
    kind: 'registration',
    description: 'The bot in Azure has no channel of Teams, or it is switched off.',
    remedy: 'Add it under "Channels".',
  },
  'bot-other-address': {
    kind: 'registration',
    description: 'The bot in Azure sends what comes from Teams to another address than that of PUBLIC_HOST.',
    remedy: 'Set its messaging endpoint to https://<PUBLIC_HOST>/api/messages, and ask who changed it.',
  },
  'bot-other-kind': {
    kind: 'registration',
    description: 'The bot in Azure is of another tenant, or shows itself otherwise, than the settings say.',
    remedy: 'Look at TENANT_ID and BOT_APP_TYPE beside its configuration there.',
  },
  'lent-token-unreadable': {
    kind: 'registration',
    description: 'The file of {about} cannot be read, or is no token.',
    remedy: 'Write a token into it, and nothing else, as docs/guides/doctor.md shows.',
  },
  'registration-not-readable': {
    kind: 'unseen',
    description: 'The registration of {about} could not be looked at: the token that is here may not read it.',
    remedy:
      'Ask whoever looks after Entra to call this with --graph, or to hold it against deploy/teams/entra-app.json.',
  },
  'support-unset': {
    kind: 'unseen',
    description: 'Cards do not offer some help: no number or https address is set in {about}.',
    remedy: 'Set them, as .env.example says. Nothing, where that is meant.',
  },
  'registration-without-roles': {
    kind: 'unseen',
    description: 'The registration of {about} has no roles of Candour: they are given by the settings alone.',
    remedy: 'Nothing, where that is meant.',
  },
  'bot-not-readable': {
    kind: 'unseen',
    description: 'The bot in Azure could not be looked at: the token that is here sees none with the id in BOT_APP_ID.',
    remedy: 'Ask whoever looks after Azure to call this with --azure, or to look at its channels: Teams alone.',
  },
  'directory-away': {
    kind: 'unseen',
    description: '{about} gave no answer that can be used, so that what it has was not looked at.',
    remedy: 'Ask again in some minutes, from where it can be reached.',
  },
  'post-unauthorised': {
    kind: 'alerts',
    description: 'Teams did not take the bot’s token when the channel for {about} was tried.',
    remedy: 'Look at what is told of the token, and whether the bot in Azure has the id in BOT_APP_ID.',
  },
  'post-forbidden': {
    kind: 'alerts',
    description: 'The bot may not post in the channel for {about}.',
    remedy: 'Add the app to the team, and look whether the channel lets bots post and nobody blocked the app.',
  },
  'post-no-channel': {
    kind: 'alerts',
    description: 'Teams knows no channel where the store has that for {about}.',
    remedy: 'Choose another channel in Teams, or put the setting right where none was chosen there.',
  },
  'post-refused': {
    kind: 'alerts',
    description: 'Teams refused the test post in the channel for {about}.',
    remedy: 'Look whether the channel stands and is not archived, then choose it again in Teams.',
  },
  'post-too-many': {
    kind: 'alerts',
    description: 'Teams takes no more posts of the bot for now, and refused the one in the channel for {about}.',
    remedy: 'Ask again in some minutes. Alerts are tried again by themselves.',
  },
  'post-away': {
    kind: 'alerts',
    description: 'Teams could not take the test post in the channel for {about}.',
    remedy: 'Ask again in some minutes, and look at the health of Teams. Alerts are tried again by themselves.',
  },
  'post-unheard': {
    kind: 'alerts',
    description: 'No answer came to the test post in the channel for {about}: it may be there or not.',
    remedy: 'Look into the channel, and ask again. Where it happens twice, look at the way to Teams.',
  },
  'post-unsent': {
    kind: 'alerts',
    description: 'The test post in the channel for {about} did not reach Teams, or the connection was cut.',
    remedy: 'Look at what is told of the token, and whether servers reach smba.trafficmanager.net.',
  },
  'post-odd': {
    kind: 'alerts',
    description: 'What answered the test post in the channel for {about} did not answer as Teams does.',
    remedy: 'Look into the channel, and whether a proxy stands between that shows a page of its own.',
  },
  'target-elsewhere': {
    kind: 'alerts',
    description: 'The store has an address for {about} that is none of Teams’, which servers do not use.',
    remedy:
      'Choose the channel in Teams again, and ask who wrote into the store: the bot’s token was meant to go there.',
  },
  'post-not-tried': {
    kind: 'unseen',
    description: 'Nothing was posted, so whether posts arrive was not tried.',
    remedy: 'Where a test post disturbs nobody, ask again with --post: one goes into each channel of alerts.',
  },
  'files-away': {
    kind: 'files',
    description: 'The place of sealed files that {about} names cannot be reached.',
    remedy:
      'Look whether it is there, and whether this account may have it. Reports without files are taken meanwhile.',
  },
  'files-full': {
    kind: 'files',
    description: 'The place of sealed files that {about} names has no room left.',
    remedy: 'Make some. Reports without files are taken meanwhile.',
  },
  'files-read-only': {
    kind: 'files',
    description: 'The place of sealed files that {about} names may not be written to by this account.',
    remedy: 'Give it the right, or name another place.',
  },
  'files-not-as-written': {
    kind: 'files',
    description: 'The place of sealed files did not give back what was written into it a moment before.',
    remedy: 'Look at the disk or the account: files that are taken now may not open.',
  },
  'files-keep-removed': {
    kind: 'files',
    description: 'The place of sealed files still had what was removed from it.',
    remedy: 'Give this account the right to delete: files of an erased case must be gone.',
  },
  'files-open-to-others': {
    kind: 'files',
    description: 'Other accounts of this machine may look into the folder of sealed files.',
    remedy: 'Take that right away from all but the server’s own account (mode 700).',
  },
  'files-not-taken': {
    kind: 'unseen',
    description: 'By the settings no files are taken with a report.',
    remedy: 'Where they should be, name a place with FILES_ACCOUNT, and leave FILES out.',
  },
  'clock-apart': {
    kind: 'clock',
    description: 'The clock of this machine and that of {about} are more than five minutes apart.',
    remedy: 'Have this machine set its clock by the network. Weeks are not frozen and nothing expires meanwhile.',
  },
  'clock-alone': {
    kind: 'unseen',
    description: 'The store has no clock of its own, so that this machine’s was held against none.',
    remedy: 'Look at it beside another clock.',
  },
  'version-newer': {
    kind: 'versions',
    description: 'A newer version than this one used the store.',
    remedy: 'Bring every server to that version, and ask the doctor of that one. See docs/guides/operator.md.',
  },
  'version-older': {
    kind: 'versions',
    description: 'The servers of this store are of a version before this one.',
    remedy: 'Ask the doctor of their version, or start the server of this version.',
  },
  'version-untold': {
    kind: 'unseen',
    description: 'No server has noted its version in the store yet.',
    remedy: 'Start one of this version and ask again.',
  },
  'target-missing': {
    kind: 'alerts',
    description: 'The store has no channel for {about}.',
    remedy: 'Start the server, which takes it from the settings, or choose the channel in Teams.',
  },
  'target-lost': {
    kind: 'alerts',
    description: 'The bot was removed from the channel for {about}, or the channel is gone.',
    remedy: 'Add the app to the team again, or choose another channel in Teams.',
  },
  'targets-mixed': {
    kind: 'alerts',
    description: 'A channel of the reserve’s alerts is also the channel for {about}.',
    remedy: 'Choose another for one of them: what the reserve hears stands apart from all else.',
  },
  'alerts-failing': {
    kind: 'alerts',
    description: 'Alerts could not be posted for {about}, and are tried again.',
    remedy: 'See the alarm CandourAlertsFail in docs/guides/runbook.md, and tell that group to look at its list.',
  },
  'alerts-unreadable': {
    kind: 'alerts',
    description: 'Alerts that are due cannot be read, and are left aside.',
    remedy: 'Run "npm run audit -- verify", which says which cases they are of, and tell the head of unit.',
  },
  'restore-paused': {
    kind: 'alerts',
    description: 'The store was put back from a copy, so that messages to many and regular posts wait.',
    remedy: 'Cancel in the tab what has arrived since the copy was made, then run "npm run restore -- --go-on".',
  },
  'backup-missing': {
    kind: 'backup',
    description: 'There is no copy of the store where --backup says.',
    remedy: 'Make one with "npm run backup", and look whether the task that makes them runs.',
  },
  'backup-old': {
    kind: 'backup',
    description: 'The newest copy of the store is older than it should be.',
    remedy: 'Make one with "npm run backup", and look whether the task that makes them runs.',
  },
  'backup-ahead': {
    kind: 'backup',
    description: 'The newest copy of the store is of a time that is still to come.',
    remedy: 'Look at the clocks of this machine and of the one that keeps the copies.',
  },
  'backup-no-store': {
    kind: 'backup',
    description: 'The newest file where --backup says is no copy of a store.',
    remedy: 'Look whether it was cut off or encrypted since, and try a restore of one elsewhere.',
  },
  'backup-open-to-others': {
    kind: 'backup',
    description: 'Other accounts of this machine may read the newest copy of the store.',
    remedy: 'Take that right away from all but the account that makes them (mode 600).',
  },
  'backup-not-looked-for': {
    kind: 'unseen',
    description: 'No copy of the store was looked for.',
    remedy: 'Name the copy, or the folder of copies, with --backup.',
  },
  'backup-in-account': {
    kind: 'unseen',
    description: 'Whether Cosmos DB keeps copies cannot be seen from here.',
    remedy: 'Look at the account under "Backup & Restore": continuous backup, and how far back.',
  },
  'page-differs': {
    kind: 'page',
    description: 'The server hands out a page that is not the one that was signed.',
    remedy: 'Tell the head of unit: open no key in it. "npm run page -- verify" says what differs.',
  },
  'page-unsigned': {
    kind: 'page',
    description: 'The page is as the manifest says, and too few of those who were named have signed that.',
    remedy: 'Have two people review and sign it, and name both with --by.',
  },
  'page-no-answer': {
    kind: 'page',
    description: 'The server gave no answer when it was asked for its page.',
    remedy: 'Look whether it runs and can be reached from here under the address of --page.',
  },
  'page-options-wrong': {
    kind: 'page',
    description: 'The page cannot be looked at: {about}',
    remedy: 'Name the server with --page, the manifest with --manifest and each signer with --by.',
  },
  'page-not-compared': {
    kind: 'unseen',
    description: 'The page was not compared with what two people signed.',
    remedy: 'Name the server with --page, the manifest with --manifest and each signer with --by.',
  },
  'address-proxy': {
    kind: 'address',
    description: 'The proxy that this machine goes by did not lead to PUBLIC_HOST.',
    remedy: 'Look whether it may lead there, or name the host in NO_PROXY where it is reached without.',
  },
  'address-unknown': {
    kind: 'address',
    description: 'Nobody knows the name of PUBLIC_HOST.',
    remedy:
      'Look at its record in the DNS, and whether it is asked for from inside or outside the network: NODE_USE_ENV_PROXY=1 goes by the proxy of HTTPS_PROXY.',
  },
  'address-no-answer': {
    kind: 'address',
    description: 'No answer came from the address of PUBLIC_HOST.',
    remedy:
      'Look whether the server runs, and whether a firewall or a proxy stands between: NODE_USE_ENV_PROXY=1 goes by the one of HTTPS_PROXY.',
  },
  'address-certificate-not-trusted': {
    kind: 'address',
    description: 'This machine does not trust the certificate at PUBLIC_HOST.',
    remedy: 'Have the server send the whole chain, from an authority that Teams trusts as well.',
  },
  'address-certificate-of-another': {
    kind: 'address',
    description: 'The certificate at PUBLIC_HOST is of another name.',
    remedy: 'Bind the certificate of this name there.',
  },
  'address-certificate-ended': {
    kind: 'address',
    description: 'The certificate at PUBLIC_HOST has ended, so that Teams reaches nothing.',
    remedy: 'Renew it now.',
  },
  'address-certificate-ends': {
    kind: 'address',
    description: 'The certificate at PUBLIC_HOST ends within three weeks.',
    remedy: 'Renew it, and look why that did not happen by itself.',
  },
  'address-not-named': {
    kind: 'unseen',
    description: 'The public address was not asked: PUBLIC_HOST is not set.',
    remedy: 'Set it to the name under which everybody reaches the server.',
  },
  'page-not-there': {
    kind: 'address',
    description: 'The page of the tab is not handed out at PUBLIC_HOST.',
    remedy: 'Look whether a proxy leads /tab to the server, and whether it was installed with its page.',
  },
  'page-without-policy': {
    kind: 'address',
    description: 'The page of the tab came without the policy that says who may frame it.',
    remedy: 'Look whether a proxy takes headers away or puts its own there.',
  },
  'door-open': {
    kind: 'address',
    description: 'The door of {about} let in a request without a token.',
    remedy: 'Take the address away from the network, and look what answers there in the place of Candour.',
  },
  'door-odd': {
    kind: 'address',
    description: 'The door of {about} did not answer as Candour does.',
    remedy: 'Look whether a proxy leads /api to the server, and asks for nothing of its own.',
  },
  'server-not-ready': {
    kind: 'address',
    description: 'The server says that it cannot do its work.',
    remedy: 'See the alarm CandourStoreAway in docs/guides/runbook.md.',
  },
  'server-notes': {
    kind: 'address',
    description: 'The server does its work, and says that somebody should look at {about}.',
    remedy: 'See the section on health in docs/guides/operator.md.',
  },
  'readiness-elsewhere': {
    kind: 'unseen',
    description: 'Whether the server can do its work is told at HEALTH_PORT alone.',
    remedy: 'Ask with "npm run health" on its machine.',
  },
  'not-looked-at': {
    kind: 'unseen',
    description: 'This was not looked at, since {about} cannot be used as it is.',
    remedy: 'Put right first what is told of the settings and of the store, and ask again.',
  },
  'check-late': {
    kind: 'unfinished',
    description: 'This check did not end in its time.',
    remedy: 'Ask again. Where it happens twice, look at what it asks: the disk, the account or the network.',
  },
  'check-failed': {
    kind: 'unfinished',
    description: 'This check ended in a way that nobody foresaw.',
    remedy: 'Ask again. Where it happens twice, report it with the name of the check.',
  },
  'server-away': {
    kind: 'versions',
    description: 'No answer came from {about} of those named with --server.',
    remedy: 'Look whether it runs, and whether its address of numbers can be reached from here.',
  },
  'server-without-version': {
    kind: 'versions',
    description: 'Of those named with --server, {about} did not say which version it runs.',
    remedy: 'Name the address of HEALTH_PORT, and have METRICS=yes there.',
  },
  'server-of-another-version': {
    kind: 'versions',
    description: 'Of those named with --server, {about} runs another version than this one.',
    remedy: 'Bring every server to one version, and ask the doctor of that one. See docs/guides/operator.md.',
  },
  'servers-not-asked': {
    kind: 'unseen',
    description: 'The servers were not asked which version each runs.',
    remedy: 'Name the address of the numbers of each with --server, such as http://10.0.0.4:9090.',
  },
  'fleet-row-unreadable': {
    kind: 'fleet',
    description: 'A row of the fleet file cannot be read, so that its force was not looked at: {about}.',
    remedy: 'Put the row right. "npm run fleet -- check" says what is wrong with it.',
  },
  'fleet-file-wrong': {
    kind: 'fleet',
    description: 'Something is wrong with the fleet file as a whole: {about}',
    remedy: 'Put it right. "npm run fleet -- check" says more.',
  },
  'force-behind': {
    kind: 'versions',
    description: 'The force runs an earlier release than the train, although its wave has begun.',
    remedy: 'Have it deploy the release of the train, or say why not in the commit that moves its wave.',
  },
  'force-early': {
    kind: 'versions',
    description: 'The force runs the release of the train before its wave begins.',
    remedy: 'Look whether that was meant, and move its wave where it was.',
  },
  'force-mixed': {
    kind: 'versions',
    description: 'The force has the image of one release and the pages of another, by the fleet file.',
    remedy: 'Put its row right, or have it deploy both of one release.',
  },
  'force-unknown': {
    kind: 'versions',
    description: 'No release in the fleet file has the digests of the force.',
    remedy: 'Put its row right, or ask what runs there and who deployed it.',
  },
  'force-no-wave': {
    kind: 'versions',
    description: 'The force moves with a wave that the train has not.',
    remedy: 'Give the train that wave, or the force another.',
  },
  'page-of-another-release': {
    kind: 'page',
    description: 'The server hands out the pages of {about}, and the fleet file says another release.',
    remedy: 'Put its row right where that was deployed, or have the server brought to the release of its row.',
  },
  'page-no-manifest': {
    kind: 'unseen',
    description: 'No manifest here has the digest of the pages of this force.',
    remedy: 'Name the folder with the manifests of the releases with --manifests.',
  },
  'page-not-seen': {
    kind: 'unseen',
    description: 'The pages were not compared, since the server gave no answer.',
    remedy: 'Put right first what is told of its address, and ask again.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export type FindingName = keyof typeof findingTable;

/** No text of it holds a setting's value. */
export interface Finding {
  readonly finding: FindingName;
  readonly kind: FindingKind | 'unseen';
  readonly says: string;
  readonly toDo: string;
}

/** `about` is put into the sentence, and is a sentence or a name of ours. */
export function createFinding(finding: FindingName, about = ''): Finding {
  const { kind, description, remedy: toDo } = findingTable[finding];
  return { finding, kind, says: description.replace('{about}', () => about), toDo };
}
