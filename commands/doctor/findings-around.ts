import type { FindingText } from './finding-text.ts';

/** Everything that can be found around a store and its settings: files, clocks, alerts, copies, the public address, the page. */
export const findingsAround = {
  'files-away': {
    kind: 'files',
    says: 'The place of sealed files that {about} names cannot be reached.',
    toDo: 'Look whether it is there, and whether this account may have it. Reports without files are taken meanwhile.',
  },
  'files-full': {
    kind: 'files',
    says: 'The place of sealed files that {about} names has no room left.',
    toDo: 'Make some. Reports without files are taken meanwhile.',
  },
  'files-read-only': {
    kind: 'files',
    says: 'The place of sealed files that {about} names may not be written to by this account.',
    toDo: 'Give it the right, or name another place.',
  },
  'files-not-as-written': {
    kind: 'files',
    says: 'The place of sealed files did not give back what was written into it a moment before.',
    toDo: 'Look at the disk or the account: files that are taken now may not open.',
  },
  'files-keep-removed': {
    kind: 'files',
    says: 'The place of sealed files still had what was removed from it.',
    toDo: 'Give this account the right to delete: files of an erased case must be gone.',
  },
  'files-open-to-others': {
    kind: 'files',
    says: 'Other accounts of this machine may look into the folder of sealed files.',
    toDo: 'Take that right away from all but the server’s own account (mode 700).',
  },
  'files-not-taken': {
    kind: 'unseen',
    says: 'By the settings no files are taken with a report.',
    toDo: 'Where they should be, name a place with FILES_ACCOUNT, and leave FILES out.',
  },
  'clock-apart': {
    kind: 'clock',
    says: 'The clock of this machine and that of {about} are more than five minutes apart.',
    toDo: 'Have this machine set its clock by the network. Weeks are not frozen and nothing expires meanwhile.',
  },
  'clock-alone': {
    kind: 'unseen',
    says: 'The store has no clock of its own, so that this machine’s was held against none.',
    toDo: 'Look at it beside another clock.',
  },
  'version-newer': {
    kind: 'versions',
    says: 'A newer version than this one used the store.',
    toDo: 'Bring every server to that version, and ask the doctor of that one. See docs/guides/operator.md.',
  },
  'version-older': {
    kind: 'versions',
    says: 'The servers of this store are of a version before this one.',
    toDo: 'Ask the doctor of their version, or start the server of this version.',
  },
  'version-untold': {
    kind: 'unseen',
    says: 'No server has noted its version in the store yet.',
    toDo: 'Start one of this version and ask again.',
  },
  'target-missing': {
    kind: 'alerts',
    says: 'The store has no channel for {about}.',
    toDo: 'Start the server, which takes it from the settings, or choose the channel in Teams.',
  },
  'target-lost': {
    kind: 'alerts',
    says: 'The bot was removed from the channel for {about}, or the channel is gone.',
    toDo: 'Add the app to the team again, or choose another channel in Teams.',
  },
  'targets-mixed': {
    kind: 'alerts',
    says: 'A channel of the reserve’s alerts is also the channel for {about}.',
    toDo: 'Choose another for one of them: what the reserve hears stands apart from all else.',
  },
  'alerts-failing': {
    kind: 'alerts',
    says: 'Alerts could not be posted for {about}, and are tried again.',
    toDo: 'See the alarm CandourAlertsFail in docs/guides/runbook.md, and tell that group to look at its list.',
  },
  'alerts-unreadable': {
    kind: 'alerts',
    says: 'Alerts that are due cannot be read, and are left aside.',
    toDo: 'Run "npm run audit -- verify", which says which cases they are of, and tell the head of unit.',
  },
  'restore-paused': {
    kind: 'alerts',
    says: 'The store was put back from a copy, so that messages to many and regular posts wait.',
    toDo: 'Cancel in the tab what has arrived since the copy was made, then run "npm run restore -- --go-on".',
  },
  'backup-missing': {
    kind: 'backup',
    says: 'There is no copy of the store where --backup says.',
    toDo: 'Make one with "npm run backup", and look whether the task that makes them runs.',
  },
  'backup-old': {
    kind: 'backup',
    says: 'The newest copy of the store is older than it should be.',
    toDo: 'Make one with "npm run backup", and look whether the task that makes them runs.',
  },
  'backup-ahead': {
    kind: 'backup',
    says: 'The newest copy of the store is of a time that is still to come.',
    toDo: 'Look at the clocks of this machine and of the one that keeps the copies.',
  },
  'backup-no-store': {
    kind: 'backup',
    says: 'The newest file where --backup says is no copy of a store.',
    toDo: 'Look whether it was cut off or encrypted since, and try a restore of one elsewhere.',
  },
  'backup-open-to-others': {
    kind: 'backup',
    says: 'Other accounts of this machine may read the newest copy of the store.',
    toDo: 'Take that right away from all but the account that makes them (mode 600).',
  },
  'backup-not-looked-for': {
    kind: 'unseen',
    says: 'No copy of the store was looked for.',
    toDo: 'Name the copy, or the folder of copies, with --backup.',
  },
  'backup-in-account': {
    kind: 'unseen',
    says: 'Whether Cosmos DB keeps copies cannot be seen from here.',
    toDo: 'Look at the account under "Backup & Restore": continuous backup, and how far back.',
  },
  'page-differs': {
    kind: 'page',
    says: 'The server hands out a page that is not the one that was signed.',
    toDo: 'Tell the head of unit: open no key in it. "npm run page -- verify" says what differs.',
  },
  'page-unsigned': {
    kind: 'page',
    says: 'The page is as the manifest says, and too few of those who were named have signed that.',
    toDo: 'Have two people review and sign it, and name both with --by.',
  },
  'page-no-answer': {
    kind: 'page',
    says: 'The server gave no answer when it was asked for its page.',
    toDo: 'Look whether it runs and can be reached from here under the address of --page.',
  },
  'page-options-wrong': {
    kind: 'page',
    says: 'The page cannot be looked at: {about}',
    toDo: 'Name the server with --page, the manifest with --manifest and each signer with --by.',
  },
  'page-not-compared': {
    kind: 'unseen',
    says: 'The page was not compared with what two people signed.',
    toDo: 'Name the server with --page, the manifest with --manifest and each signer with --by.',
  },
  'address-proxy': {
    kind: 'address',
    says: 'The proxy that this machine goes by did not lead to PUBLIC_HOST.',
    toDo: 'Look whether it may lead there, or name the host in NO_PROXY where it is reached without.',
  },
  'address-unknown': {
    kind: 'address',
    says: 'Nobody knows the name of PUBLIC_HOST.',
    toDo: 'Look at its record in the DNS, and whether it is asked for from inside or outside the network: NODE_USE_ENV_PROXY=1 goes by the proxy of HTTPS_PROXY.',
  },
  'address-no-answer': {
    kind: 'address',
    says: 'No answer came from the address of PUBLIC_HOST.',
    toDo: 'Look whether the server runs, and whether a firewall or a proxy stands between: NODE_USE_ENV_PROXY=1 goes by the one of HTTPS_PROXY.',
  },
  'address-certificate-not-trusted': {
    kind: 'address',
    says: 'This machine does not trust the certificate at PUBLIC_HOST.',
    toDo: 'Have the server send the whole chain, from an authority that Teams trusts as well.',
  },
  'address-certificate-of-another': {
    kind: 'address',
    says: 'The certificate at PUBLIC_HOST is of another name.',
    toDo: 'Bind the certificate of this name there.',
  },
  'address-certificate-ended': {
    kind: 'address',
    says: 'The certificate at PUBLIC_HOST has ended, so that Teams reaches nothing.',
    toDo: 'Renew it now.',
  },
  'address-certificate-ends': {
    kind: 'address',
    says: 'The certificate at PUBLIC_HOST ends within three weeks.',
    toDo: 'Renew it, and look why that did not happen by itself.',
  },
  'address-not-named': {
    kind: 'unseen',
    says: 'The public address was not asked: PUBLIC_HOST is not set.',
    toDo: 'Set it to the name under which everybody reaches the server.',
  },
  'page-not-there': {
    kind: 'address',
    says: 'The page of the tab is not handed out at PUBLIC_HOST.',
    toDo: 'Look whether a proxy leads /tab to the server, and whether it was installed with its page.',
  },
  'page-without-policy': {
    kind: 'address',
    says: 'The page of the tab came without the policy that says who may frame it.',
    toDo: 'Look whether a proxy takes headers away or puts its own there.',
  },
  'door-open': {
    kind: 'address',
    says: 'The door of {about} let in a request without a token.',
    toDo: 'Take the address away from the network, and look what answers there in the place of Candour.',
  },
  'door-odd': {
    kind: 'address',
    says: 'The door of {about} did not answer as Candour does.',
    toDo: 'Look whether a proxy leads /api to the server, and asks for nothing of its own.',
  },
  'server-not-ready': {
    kind: 'address',
    says: 'The server says that it cannot do its work.',
    toDo: 'See the alarm CandourStoreAway in docs/guides/runbook.md.',
  },
  'server-notes': {
    kind: 'address',
    says: 'The server does its work, and says that somebody should look at {about}.',
    toDo: 'See the section on health in docs/guides/operator.md.',
  },
  'readiness-elsewhere': {
    kind: 'unseen',
    says: 'Whether the server can do its work is told at HEALTH_PORT alone.',
    toDo: 'Ask with "npm run health" on its machine.',
  },
  'not-looked-at': {
    kind: 'unseen',
    says: 'This was not looked at, since {about} cannot be used as it is.',
    toDo: 'Put right first what is told of the settings and of the store, and ask again.',
  },
  'check-late': {
    kind: 'unfinished',
    says: 'This check did not end in its time.',
    toDo: 'Ask again. Where it happens twice, look at what it asks: the disk, the account or the network.',
  },
  'check-failed': {
    kind: 'unfinished',
    says: 'This check ended in a way that nobody foresaw.',
    toDo: 'Ask again. Where it happens twice, report it with the name of the check.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
