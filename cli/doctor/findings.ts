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
    remedy: 'Correct this setting. A server refuses to start with the same message.',
  },
  'bot-certificate-ends': {
    kind: 'settings',
    description: 'The certificate that BOT_APP_CERTIFICATE names expires within six weeks.',
    remedy: 'Register the new certificate in Entra, then replace the file. The server needs no restart.',
  },
  'store-wrong': {
    kind: 'store',
    description: '{about}',
    remedy: 'Correct this. A server refuses to start with the same message.',
  },
  'store-not-made': {
    kind: 'store',
    description: 'There is no store at the path in SQLITE_PATH, or it is empty.',
    remedy: 'If no server has ever started here, start one. Otherwise check the path, and that the disk is there.',
  },
  'store-older': {
    kind: 'store',
    description: 'An earlier version made this store. The doctor left it as it is.',
    remedy: 'Run the doctor of the version that uses the store, or start the server of this version first.',
  },
  'store-refused': {
    kind: 'store',
    description: '{about}',
    remedy:
      'See the section on the store in docs/reliability.md, and the alarm CandourStoreAway in docs/guides/runbook.md.',
  },
  'store-not-as-written': {
    kind: 'store',
    description: 'The store did not return what the doctor had just written to it.',
    remedy: 'Stop the servers. Check the disk, or the consistency of the account, before Candour takes reports again.',
  },
  'store-writes-over': {
    kind: 'store',
    description: 'The store accepted a write over a record that had changed since it was read.',
    remedy:
      'Stop the servers: one could undo what another wrote. Check for a proxy or a cache between them and the store.',
  },
  'store-keeps-removed': {
    kind: 'store',
    description: 'The store still had what the doctor had removed from it.',
    remedy: 'Check the consistency of the account, and who else writes to it: erased cases must be gone.',
  },
  'store-slow': {
    kind: 'store',
    description: 'The store is slow to answer, so people wait for each card.',
    remedy: 'Check the disk, or the throughput of the account and the network path to it.',
  },
  'store-open-to-others': {
    kind: 'store',
    description: 'Other accounts on this machine may read or write the file that SQLITE_PATH names.',
    remedy: 'Remove the access of all but the server’s own account (mode 600).',
  },
  'store-weak': {
    kind: 'store',
    description: 'The Cosmos DB account has a consistency level below Bounded staleness.',
    remedy: 'Set it to Strong or Bounded staleness: otherwise a server can miss what another wrote.',
  },
  'store-many-writers': {
    kind: 'store',
    description: 'The Cosmos DB account accepts writes in more than one region.',
    remedy: 'Allow writes in one region only: two regions could each say that a case is new.',
  },
  'secret-other': {
    kind: 'keys',
    description: 'CARRIED_STATE_SECRET is not the one that the servers use, so cards that are open now cannot be read.',
    remedy:
      'Give every server and this command the same secret, and set the previous one as CARRIED_STATE_SECRET_BEFORE.',
  },
  'keys-do-not-seal': {
    kind: 'keys',
    description: 'Candour cannot encrypt anything for {about}.',
    remedy: 'Copy that group’s public key again from the file that ends in .recipient.',
  },
  'key-not-on-paper': {
    kind: 'keys',
    description: '{about} has a key whose security code is not on the paper.',
    remedy:
      'Stop the servers, and tell the head of unit: someone who is not on the paper can open what is encrypted now.',
  },
  'key-not-in-settings': {
    kind: 'keys',
    description: 'The paper has a security code for {about} that none of its keys has.',
    remedy: 'Put the missing key back, or strike its code off the paper: its holder cannot open new reports.',
  },
  'key-of-another-group': {
    kind: 'keys',
    description: '{about} has a key that the paper lists for another group.',
    remedy:
      'Stop the servers: one group can open what is encrypted for another. Put each key where the paper lists it.',
  },
  'paper-unreadable': {
    kind: 'keys',
    description: 'The file that --fingerprints names cannot be used: {about}.',
    remedy:
      'Write one line for each group, such as "RECIPIENTS_ACU: " and its security codes with commas between them.',
  },
  'keys-not-compared': {
    kind: 'unseen',
    description: 'The keys were not compared with the paper.',
    remedy: 'Type the security codes from the paper into a file, and name it with --fingerprints.',
  },
  'reserve-short': {
    kind: 'roles',
    description: 'ROLE_RESERVE names fewer than two people.',
    remedy:
      'Name two people. Until then Candour takes no report that may concern the unit, and says where else to report. A single reserve officer cannot leave a case.',
  },
  'custodian-missing': {
    kind: 'roles',
    description: 'ROLE_CUSTODIANS names nobody.',
    remedy: 'Name a custodian. Until then Candour takes no confidential report, and says where else to report.',
  },
  'hours-unknown': {
    kind: 'alerts',
    description: 'The force has not said when someone looks at reports, and cards say that this is not known.',
    remedy: 'Set STAFFED_HOURS to the days and hours, as .env.example shows.',
  },
  'on-call-missing': {
    kind: 'alerts',
    description:
      'There is no channel for {about}: outside staffed hours nobody is told of an urgent report, and cards say so.',
    remedy:
      'Mention the app in the channel of the people on call, or set ALERT_TARGET_ACU_ON_CALL or ALERT_TARGET_RESERVE_ON_CALL.',
  },
  'issuer-away': {
    kind: 'entra',
    description: 'No answer came from {about}, whose keys check incoming tokens.',
    remedy:
      'Let the servers reach login.microsoftonline.com and login.botframework.com: check the proxy, the firewall and DNS.',
  },
  'issuer-not-trusted': {
    kind: 'entra',
    description: 'This machine does not trust the certificate of {about}.',
    remedy: 'If a proxy decrypts connections, name its authority with NODE_EXTRA_CA_CERTS, or exempt these addresses.',
  },
  'issuer-odd': {
    kind: 'entra',
    description: 'The address of {about} gave an unexpected answer.',
    remedy:
      'Check whether a proxy in between asks for a sign-in or shows a page of its own, then run the doctor again.',
  },
  'issuer-tenant-unknown': {
    kind: 'entra',
    description: 'Entra has no tenant with the id in TENANT_ID.',
    remedy: 'Copy the tenant’s id from its overview in Entra, and check BOT_CLOUD.',
  },
  'issuer-other': {
    kind: 'entra',
    description:
      'The issuer that {about} names is not the one that servers expect in a token, so they refuse every token.',
    remedy: 'Check TENANT_ID and BOT_CLOUD, and any proxy between this machine and Microsoft.',
  },
  'issuer-keys-elsewhere': {
    kind: 'entra',
    description: 'The address that {about} gives for its keys is not the one where servers look.',
    remedy: 'Check BOT_CLOUD, and any proxy between this machine and Microsoft.',
  },
  'issuer-no-keys': {
    kind: 'entra',
    description: 'No key that {about} publishes can check a token.',
    remedy: 'Check any proxy between this machine and Microsoft, then run the doctor again.',
  },
  'issuer-not-endorsed': {
    kind: 'entra',
    description: 'None of the Bot Framework’s keys may sign for Teams, so servers refuse everything from Teams.',
    remedy: 'Check BOT_CLOUD, then run the doctor again.',
  },
  'token-secret-ended': {
    kind: 'token',
    description: 'The secret in BOT_APP_PASSWORD has expired, so the bot cannot post or answer.',
    remedy: 'Create another in Entra and give it to every server: docs/guides/operator.md.',
  },
  'token-secret-unknown': {
    kind: 'token',
    description: 'Entra does not know the secret in BOT_APP_PASSWORD.',
    remedy: 'Copy the secret’s value, not its id, or create another secret.',
  },
  'token-certificate-unknown': {
    kind: 'token',
    description: 'Entra does not know the certificate that BOT_APP_CERTIFICATE names.',
    remedy: 'Add the certificate’s public part to the app registration of BOT_APP_ID, under certificates.',
  },
  'token-app-unknown': {
    kind: 'token',
    description: 'The tenant in TENANT_ID has no app with the id in BOT_APP_ID.',
    remedy: 'Copy the application (client) id of the bot’s registration, and check that it belongs to this tenant.',
  },
  'token-app-off': {
    kind: 'token',
    description: 'The app with the id in BOT_APP_ID is disabled in the tenant.',
    remedy: 'Ask the people who look after Entra why, and have them enable it under enterprise applications.',
  },
  'token-refused': {
    kind: 'token',
    description: 'Entra gave the bot no token. The reason is not its secret, its certificate or its id.',
    remedy: 'Read the reason in Entra, in the app’s sign-in logs: it may be a conditional access policy.',
  },
  'token-away': {
    kind: 'token',
    description: 'Entra did not answer when the bot asked for a token.',
    remedy:
      'Let the servers reach login.microsoftonline.com and login.botframework.com: check the proxy, the firewall and DNS.',
  },
  'token-of-another': {
    kind: 'token',
    description: 'The bot got a token with the wrong {about}.',
    remedy: 'Check TENANT_ID, BOT_APP_ID and BOT_CLOUD, and any proxy between this machine and Entra.',
  },
  'token-short': {
    kind: 'token',
    description: 'The bot got a token that has expired, or expires within five minutes.',
    remedy: 'Have this machine set its clock from the network, and check whether a policy in Entra shortens tokens.',
  },
  'token-sealed': {
    kind: 'unseen',
    description: 'The bot got a token, but this command cannot read what it says.',
    remedy: 'If posts arrive, do nothing: --post tries one in each channel.',
  },
  'token-identity-elsewhere': {
    kind: 'unseen',
    description: 'The bot signs in with a managed identity, which this machine does not have.',
    remedy:
      'Run the doctor in the server’s own container. If you did, assign the identity with the id in BOT_APP_ID to it.',
  },
  'microsoft-not-asked': {
    kind: 'unseen',
    description: 'The doctor asked Microsoft nothing, because of --offline.',
    remedy: 'Run it without --offline, from a machine that can reach Microsoft as the servers do.',
  },
  'registration-missing': {
    kind: 'registration',
    description: 'The tenant has no app registration with the id in {about}.',
    remedy: 'Copy the application (client) id from Entra, or create the registration: manifest/README.md.',
  },
  'registration-other-tenants': {
    kind: 'registration',
    description: 'The app registration of {about} lets people from other tenants sign in.',
    remedy: 'Set "Supported account types" to this directory only.',
  },
  'registration-other-address': {
    kind: 'registration',
    description:
      'The app registration of {about} does not have PUBLIC_HOST in the address of the tab’s API, so nobody can sign in.',
    remedy: 'Add the application ID URI api://<PUBLIC_HOST>/<TAB_CLIENT_ID>, as deploy/teams/entra-app.json has it.',
  },
  'registration-token-version': {
    kind: 'registration',
    description: 'The app registration of {about} issues tokens of version 1, which servers refuse.',
    remedy: 'Set requestedAccessTokenVersion to 2 in its manifest.',
  },
  'registration-no-scope': {
    kind: 'registration',
    description: 'The app registration of {about} has no scope access_as_user, or the scope is disabled.',
    remedy: 'Add or enable it, as deploy/teams/entra-app.json has it.',
  },
  'registration-client-missing': {
    kind: 'registration',
    description:
      'The app registration of {about} does not let each client of TAB_HOSTS get a token without asking the person.',
    remedy: 'Authorise each of them for the scope access_as_user, as deploy/teams/entra-app.json does.',
  },
  'registration-client-more': {
    kind: 'registration',
    description: 'The app registration of {about} lets apps get tokens that are not clients of TAB_HOSTS.',
    remedy: 'Remove them. Servers refuse their requests, unless TAB_CLIENTS names them.',
  },
  'registration-roles': {
    kind: 'registration',
    description: 'The app registration of {about} has only some of Candour’s roles, or one that apps may hold.',
    remedy: 'Add the missing roles as deploy/teams/entra-app.json has them, for users only.',
  },
  'registration-guests': {
    kind: 'registration',
    description: 'The app registration of {about} does not make tokens say whether someone is a guest.',
    remedy: 'Add the optional claim acct to access tokens.',
  },
  'registration-redirects': {
    kind: 'registration',
    description: 'The app registration of {about} has redirect URIs or implicit grants. Candour uses neither.',
    remedy: 'Remove them, and ask who added them.',
  },
  'registration-permissions': {
    kind: 'registration',
    description: 'The app registration of {about} asks for permissions at Microsoft that Candour does not use.',
    remedy: 'Remove them and the consent that was given, and ask who added them.',
  },
  'registration-secret-ends': {
    kind: 'registration',
    description: 'The secret in BOT_APP_PASSWORD expires within six weeks.',
    remedy: 'Create another in Entra, give it to every server, then delete this one: docs/guides/operator.md.',
  },
  'registration-secret-more': {
    kind: 'registration',
    description: 'The app registration of {about} has a valid secret or certificate that the settings do not use.',
    remedy: 'Delete it once no server uses it: anyone who has it can post as the bot.',
  },
  'bot-other-channels': {
    kind: 'registration',
    description: 'The bot in Azure answers in channels other than Teams: {about}.',
    remedy: 'Remove them under "Channels". Candour refuses what they send.',
  },
  'bot-without-teams': {
    kind: 'registration',
    description: 'The bot in Azure has no Teams channel, or the channel is disabled.',
    remedy: 'Add or enable it under "Channels".',
  },
  'bot-other-address': {
    kind: 'registration',
    description: 'The bot in Azure sends what comes from Teams to an address that is not the one in PUBLIC_HOST.',
    remedy: 'Set its messaging endpoint to https://<PUBLIC_HOST>/api/messages, and ask who changed it.',
  },
  'bot-other-kind': {
    kind: 'registration',
    description: 'The bot in Azure has another tenant, or another type of app, than the settings say.',
    remedy: 'Compare TENANT_ID and BOT_APP_TYPE with its configuration in Azure.',
  },
  'lent-token-unreadable': {
    kind: 'registration',
    description: 'The file that {about} names cannot be read, or holds no token.',
    remedy: 'Write a token into it, and nothing else, as docs/guides/doctor.md shows.',
  },
  'registration-not-readable': {
    kind: 'unseen',
    description: 'The doctor could not look at the app registration of {about}: the token that it has may not read it.',
    remedy:
      'Ask the people who look after Entra to run the doctor with --graph, or to compare it with deploy/teams/entra-app.json.',
  },
  'support-unset': {
    kind: 'unseen',
    description: 'Cards leave out some help: no number or https address is set in {about}.',
    remedy: 'Set them, as .env.example says. If this is intended, do nothing.',
  },
  'registration-without-roles': {
    kind: 'unseen',
    description:
      'The app registration of {about} has none of Candour’s roles, so only the settings give people their roles.',
    remedy: 'If this is intended, do nothing.',
  },
  'bot-not-readable': {
    kind: 'unseen',
    description:
      'The doctor could not look at the bot in Azure: the token that it has shows none with the id in BOT_APP_ID.',
    remedy:
      'Ask the people who look after Azure to run the doctor with --azure, or to check that Teams is its only channel.',
  },
  'directory-away': {
    kind: 'unseen',
    description: '{about} gave no usable answer, so the doctor could not look at what it holds.',
    remedy: 'Run the doctor again in a few minutes, from a machine that can reach it.',
  },
  'post-unauthorised': {
    kind: 'alerts',
    description: 'Teams did not accept the bot’s token when the doctor tried the channel for {about}.',
    remedy: 'Look at the findings about the token, and check that the bot in Azure has the id in BOT_APP_ID.',
  },
  'post-forbidden': {
    kind: 'alerts',
    description: 'The bot may not post in the channel for {about}.',
    remedy: 'Add the app to the team, and check that the channel lets bots post and that nobody has blocked the app.',
  },
  'post-no-channel': {
    kind: 'alerts',
    description: 'Teams does not know the channel that the store has for {about}.',
    remedy: 'Choose another channel in Teams. If none was chosen there, correct the setting.',
  },
  'post-refused': {
    kind: 'alerts',
    description: 'Teams refused the test post in the channel for {about}.',
    remedy: 'Check that the channel exists and is not archived, then choose it again in Teams.',
  },
  'post-too-many': {
    kind: 'alerts',
    description: 'Teams accepts no more posts from the bot for now, and refused the one in the channel for {about}.',
    remedy: 'Run the doctor again in a few minutes. Candour retries alerts by itself.',
  },
  'post-away': {
    kind: 'alerts',
    description: 'Teams could not accept the test post in the channel for {about}.',
    remedy: 'Run the doctor again in a few minutes, and check the health of Teams. Candour retries alerts by itself.',
  },
  'post-unheard': {
    kind: 'alerts',
    description: 'No answer came to the test post in the channel for {about}: the post may or may not be there.',
    remedy: 'Look in the channel, and run the doctor again. If this happens twice, check the network path to Teams.',
  },
  'post-unsent': {
    kind: 'alerts',
    description: 'The test post in the channel for {about} did not reach Teams, or the connection was cut.',
    remedy: 'Look at the findings about the token, and check that the servers can reach smba.trafficmanager.net.',
  },
  'post-odd': {
    kind: 'alerts',
    description: 'The test post in the channel for {about} got an answer that Teams does not give.',
    remedy: 'Look in the channel, and check whether a proxy in between shows a page of its own.',
  },
  'target-elsewhere': {
    kind: 'alerts',
    description: 'The store has an address for {about} that does not belong to Teams, and servers do not use it.',
    remedy:
      'Choose the channel in Teams again, and ask who wrote to the store: someone wanted the bot’s token sent there.',
  },
  'post-not-tried': {
    kind: 'unseen',
    description: 'The doctor posted nothing, so it does not know whether posts arrive.',
    remedy: 'If a test post disturbs nobody, run the doctor again with --post: it posts once in each channel.',
  },
  'files-away': {
    kind: 'files',
    description: 'The place for encrypted files that {about} names cannot be reached.',
    remedy: 'Check that it exists and that this account may use it. Until then Candour takes reports without files.',
  },
  'files-full': {
    kind: 'files',
    description: 'The place for encrypted files that {about} names is full.',
    remedy: 'Free some space. Until then Candour takes reports without files.',
  },
  'files-read-only': {
    kind: 'files',
    description: 'This account may not write to the place for encrypted files that {about} names.',
    remedy: 'Let it write there, or name another place.',
  },
  'files-not-as-written': {
    kind: 'files',
    description: 'The place for encrypted files did not return what the doctor had just written to it.',
    remedy: 'Check the disk or the account: files that Candour takes now may not open.',
  },
  'files-keep-removed': {
    kind: 'files',
    description: 'The place for encrypted files still had what the doctor had removed from it.',
    remedy: 'Give this account the right to delete: files of an erased case must be gone.',
  },
  'files-open-to-others': {
    kind: 'files',
    description: 'Other accounts on this machine may look into the folder of encrypted files.',
    remedy: 'Remove the access of all but the server’s own account (mode 700).',
  },
  'files-not-taken': {
    kind: 'unseen',
    description: 'The settings do not let people add files to a report.',
    remedy: 'If they should, name a place with FILES_ACCOUNT, and leave FILES out.',
  },
  'clock-apart': {
    kind: 'clock',
    description: 'The clock of this machine and that of {about} differ by more than five minutes.',
    remedy: 'Have this machine set its clock from the network. Until then no week is frozen and nothing expires.',
  },
  'clock-alone': {
    kind: 'unseen',
    description: 'The store has no clock of its own, so the doctor compared this machine’s clock with none.',
    remedy: 'Compare it with another clock.',
  },
  'version-newer': {
    kind: 'versions',
    description: 'A newer version than this one has used the store.',
    remedy: 'Update every server to that version, and run its doctor. See docs/guides/operator.md.',
  },
  'version-older': {
    kind: 'versions',
    description: 'The servers of this store run an earlier version than this one.',
    remedy: 'Run the doctor of their version, or start the server of this version.',
  },
  'version-untold': {
    kind: 'unseen',
    description: 'No server has noted its version in the store yet.',
    remedy: 'Start one of this version and run the doctor again.',
  },
  'target-missing': {
    kind: 'alerts',
    description: 'The store has no channel for {about}.',
    remedy: 'Start the server, which takes it from the settings, or choose the channel in Teams.',
  },
  'target-lost': {
    kind: 'alerts',
    description: 'The bot was removed from the channel for {about}, or the channel no longer exists.',
    remedy: 'Add the app to the team again, or choose another channel in Teams.',
  },
  'targets-mixed': {
    kind: 'alerts',
    description: 'A channel for the reserve officers’ alerts is also the channel for {about}.',
    remedy: 'Choose another channel for one of them: nobody else may see what reserve officers are told.',
  },
  'alerts-failing': {
    kind: 'alerts',
    description: 'Alerts for {about} could not be posted. Servers keep trying.',
    remedy: 'See the alarm CandourAlertsFail in docs/guides/runbook.md, and tell that group to check its list.',
  },
  'alerts-unreadable': {
    kind: 'alerts',
    description: 'Some alerts that are due cannot be read, and servers skip them.',
    remedy: 'Run "npm run audit -- verify", which names the cases that they belong to, and tell the head of unit.',
  },
  'restore-paused': {
    kind: 'alerts',
    description: 'The store was restored from a copy, so messages to staff and regular posts wait.',
    remedy: 'Cancel in the tab what has already arrived, then run "npm run restore -- --go-on".',
  },
  'backup-missing': {
    kind: 'backup',
    description: 'There is no copy of the store at the path in --backup.',
    remedy: 'Make one with "npm run backup", and check that the task that makes them runs.',
  },
  'backup-old': {
    kind: 'backup',
    description: 'The newest copy of the store is older than it should be.',
    remedy: 'Make one with "npm run backup", and check that the task that makes them runs.',
  },
  'backup-ahead': {
    kind: 'backup',
    description: 'The newest copy of the store has a date in the future.',
    remedy: 'Check the clocks of this machine and of the one that keeps the copies.',
  },
  'backup-no-store': {
    kind: 'backup',
    description: 'The newest file at the path in --backup is not a copy of a store.',
    remedy: 'Check whether it was cut short, or encrypted since, and try to restore one elsewhere.',
  },
  'backup-open-to-others': {
    kind: 'backup',
    description: 'Other accounts on this machine may read the newest copy of the store.',
    remedy: 'Remove the access of all but the account that makes the copies (mode 600).',
  },
  'backup-not-looked-for': {
    kind: 'unseen',
    description: 'The doctor did not look for a copy of the store.',
    remedy: 'Name the copy, or the folder of copies, with --backup.',
  },
  'backup-in-account': {
    kind: 'unseen',
    description: 'The doctor cannot see whether Cosmos DB keeps copies.',
    remedy: 'Check the account under "Backup & Restore": continuous backup, and how far back it goes.',
  },
  'page-differs': {
    kind: 'page',
    description: 'The server hands out a page that is not the one that was signed.',
    remedy: 'Tell the head of unit, so that nobody opens a key in it. "npm run page -- verify" says what differs.',
  },
  'page-unsigned': {
    kind: 'page',
    description: 'The page matches the manifest, but too few of the people named with --by have signed it.',
    remedy: 'Have two people review and sign it, and name both with --by.',
  },
  'page-no-answer': {
    kind: 'page',
    description: 'The server did not answer when the doctor asked for its page.',
    remedy: 'Check that it runs, and that this machine can reach it at the address in --page.',
  },
  'page-options-wrong': {
    kind: 'page',
    description: 'The doctor cannot check the page: {about}',
    remedy: 'Name the server with --page, the manifest with --manifest and each signer with --by.',
  },
  'page-not-compared': {
    kind: 'unseen',
    description: 'The page was not compared with the one that two people signed.',
    remedy: 'Name the server with --page, the manifest with --manifest and each signer with --by.',
  },
  'address-proxy': {
    kind: 'address',
    description: 'The proxy of this machine did not connect to PUBLIC_HOST.',
    remedy: 'Check that the proxy may connect to it. If the host is reached without the proxy, name it in NO_PROXY.',
  },
  'address-unknown': {
    kind: 'address',
    description: 'The name in PUBLIC_HOST cannot be found in DNS.',
    remedy:
      'Check its DNS record, and whether to look it up from inside or outside the network: with NODE_USE_ENV_PROXY=1 the doctor uses the proxy in HTTPS_PROXY.',
  },
  'address-no-answer': {
    kind: 'address',
    description: 'No answer came from the address of PUBLIC_HOST.',
    remedy:
      'Check that the server runs, and look for a firewall or a proxy in between: with NODE_USE_ENV_PROXY=1 the doctor uses the proxy in HTTPS_PROXY.',
  },
  'address-certificate-not-trusted': {
    kind: 'address',
    description: 'This machine does not trust the certificate at PUBLIC_HOST.',
    remedy: 'Have the server send the whole chain, from an authority that Teams trusts as well.',
  },
  'address-certificate-of-another': {
    kind: 'address',
    description: 'The certificate at PUBLIC_HOST is for another name.',
    remedy: 'Install a certificate for this name there.',
  },
  'address-certificate-ended': {
    kind: 'address',
    description: 'The certificate at PUBLIC_HOST has expired, so Teams cannot reach Candour.',
    remedy: 'Renew it now.',
  },
  'address-certificate-ends': {
    kind: 'address',
    description: 'The certificate at PUBLIC_HOST expires within three weeks.',
    remedy: 'Renew it, and find out why it was not renewed by itself.',
  },
  'address-not-named': {
    kind: 'unseen',
    description: 'The doctor did not check the public address, because PUBLIC_HOST is not set.',
    remedy: 'Set it to the name under which everyone reaches the server.',
  },
  'page-not-there': {
    kind: 'address',
    description: 'PUBLIC_HOST does not hand out the tab’s page.',
    remedy: 'Check that the proxy in front passes /tab to the server, and that the server was installed with its page.',
  },
  'page-without-policy': {
    kind: 'address',
    description: 'The tab’s page came without the policy that says who may frame it.',
    remedy: 'Check whether a proxy in front removes headers or sets its own.',
  },
  'door-open': {
    kind: 'address',
    description: 'The endpoint of {about} accepted a request without a token.',
    remedy: 'Take the address off the network, and find out what answers there instead of Candour.',
  },
  'door-odd': {
    kind: 'address',
    description: 'The endpoint of {about} did not answer as Candour does.',
    remedy: 'Check that the proxy in front passes /api to the server, and asks for no sign-in of its own.',
  },
  'server-not-ready': {
    kind: 'address',
    description: 'The server says that it is not ready.',
    remedy: 'See the alarm CandourStoreAway in docs/guides/runbook.md.',
  },
  'server-notes': {
    kind: 'address',
    description: 'The server is ready, but says that someone should look at {about}.',
    remedy: 'See the section on health in docs/guides/operator.md.',
  },
  'readiness-elsewhere': {
    kind: 'unseen',
    description: 'Only HEALTH_PORT says whether the server is ready.',
    remedy: 'Run "npm run health" on the server’s machine.',
  },
  'not-looked-at': {
    kind: 'unseen',
    description: 'This was not checked, because {about} cannot be used as it is.',
    remedy: 'First correct what the doctor found in the settings and the store, then run it again.',
  },
  'check-late': {
    kind: 'unfinished',
    description: 'This check did not finish in time.',
    remedy:
      'Run the doctor again. If this happens twice, look at what the check uses: the disk, the account or the network.',
  },
  'check-failed': {
    kind: 'unfinished',
    description: 'This check failed in an unexpected way.',
    remedy: 'Run the doctor again. If this happens twice, report it with the name of the check.',
  },
  'server-away': {
    kind: 'versions',
    description: 'Of the servers named with --server, {about} did not answer.',
    remedy: 'Check that it runs, and that this machine can reach the address of its metrics.',
  },
  'server-without-version': {
    kind: 'versions',
    description: 'Of the servers named with --server, {about} did not say which version it runs.',
    remedy: 'Name the address of HEALTH_PORT, and set METRICS=yes there.',
  },
  'server-of-another-version': {
    kind: 'versions',
    description: 'Of the servers named with --server, {about} runs another version than this doctor.',
    remedy: 'Update every server to one version, and run its doctor. See docs/guides/operator.md.',
  },
  'servers-not-asked': {
    kind: 'unseen',
    description: 'The doctor did not ask the servers which version each runs.',
    remedy: 'Name the address of each server’s metrics with --server, such as http://10.0.0.4:9090.',
  },
  'fleet-row-unreadable': {
    kind: 'fleet',
    description: 'The doctor could not read a row of the fleet file, so it did not check its force: {about}.',
    remedy: 'Correct the row. "npm run fleet -- check" says what is wrong with it.',
  },
  'fleet-file-wrong': {
    kind: 'fleet',
    description: 'The fleet file as a whole has a problem: {about}',
    remedy: 'Correct it. "npm run fleet -- check" says more.',
  },
  'force-behind': {
    kind: 'versions',
    description: 'The force runs an earlier release than the train, although its wave has begun.',
    remedy: 'Have it deploy the train’s release, or say why not in the commit that moves its wave.',
  },
  'force-early': {
    kind: 'versions',
    description: 'The force runs the train’s release before its wave begins.',
    remedy: 'Check whether this was intended. If it was, move its wave.',
  },
  'force-mixed': {
    kind: 'versions',
    description: 'By the fleet file, the force has the image of one release and the pages of another.',
    remedy: 'Correct its row, or have it deploy both of one release.',
  },
  'force-unknown': {
    kind: 'versions',
    description: 'No release in the fleet file has the digests of the force.',
    remedy: 'Correct its row, or ask what runs there and who deployed it.',
  },
  'force-no-wave': {
    kind: 'versions',
    description: 'The force is in a wave that the train does not have.',
    remedy: 'Give the train that wave, or the force another.',
  },
  'page-of-another-release': {
    kind: 'page',
    description: 'The server hands out the pages of {about}, but the fleet file names another release.',
    remedy:
      'If that release was deployed, correct the row. Otherwise have the server brought to the release in its row.',
  },
  'page-no-manifest': {
    kind: 'unseen',
    description: 'No manifest here has the digest of this force’s pages.',
    remedy: 'Name the folder with the manifests of the releases with --manifests.',
  },
  'page-not-seen': {
    kind: 'unseen',
    description: 'The doctor did not compare the pages, because the server did not answer.',
    remedy: 'First correct what the doctor found at its address, then run it again.',
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
