import type { FindingText } from './finding-text.ts';

/** Everything that can be found of settings, the store, keys and roles. */
export const findingsOfSettings = {
  'setting-wrong': {
    kind: 'settings',
    says: '{about}',
    toDo: 'Put this setting right. The same sentence keeps a server from starting.',
  },
  'bot-certificate-ends': {
    kind: 'settings',
    says: 'The certificate that BOT_APP_CERTIFICATE names ends within six weeks.',
    toDo: 'Register its successor in Entra, then put that in the place of the file. No start is needed.',
  },
  'store-wrong': {
    kind: 'store',
    says: '{about}',
    toDo: 'Put this right. The same sentence keeps a server from starting.',
  },
  'store-not-made': {
    kind: 'store',
    says: 'There is no store where SQLITE_PATH says, or nothing is in it yet.',
    toDo: 'Where no server ever started here, start one. Otherwise look at the name, and whether the disk is there.',
  },
  'store-older': {
    kind: 'store',
    says: 'The store was made by a version before this one, and was left as it is.',
    toDo: 'Ask the doctor of the version that serves it, or start the server of this version first.',
  },
  'store-refused': {
    kind: 'store',
    says: '{about}',
    toDo: 'See the section on the store in docs/reliability.md, and the alarm CandourStoreAway in docs/guides/runbook.md.',
  },
  'store-not-as-written': {
    kind: 'store',
    says: 'The store did not give back what was written into it a moment before.',
    toDo: 'Stop the servers. Look at the disk, or at the consistency of the account, before reports are taken again.',
  },
  'store-writes-over': {
    kind: 'store',
    says: 'The store let something be written over what had changed since it was read.',
    toDo: 'Stop the servers: two of them could undo what the other wrote. Look whether something stands between.',
  },
  'store-keeps-removed': {
    kind: 'store',
    says: 'The store still had what was removed from it.',
    toDo: 'Look at the consistency of the account, and at who else writes there: erased cases must be gone.',
  },
  'store-slow': {
    kind: 'store',
    says: 'The store takes long to answer, so that people wait for each card.',
    toDo: 'Look at the disk, or at the throughput of the account and at the way there.',
  },
  'store-open-to-others': {
    kind: 'store',
    says: 'Other accounts of this machine may read or write the file that SQLITE_PATH names.',
    toDo: 'Take that right away from all but the server’s own account (mode 600).',
  },
  'store-weak': {
    kind: 'store',
    says: 'The account of Cosmos DB has a consistency below Bounded staleness.',
    toDo: 'Set it to Strong or Bounded staleness: a server could miss what another wrote.',
  },
  'store-many-writers': {
    kind: 'store',
    says: 'The account of Cosmos DB takes writes in more than one region.',
    toDo: 'Have one region that takes writes: two could both say that a case is new.',
  },
  'secret-other': {
    kind: 'keys',
    says: 'CARRIED_STATE_SECRET is not the one that the servers use, so that cards that are open now cannot be read.',
    toDo: 'Give every server and this command the same secret, and the one before as CARRIED_STATE_SECRET_BEFORE.',
  },
  'keys-do-not-seal': {
    kind: 'keys',
    says: 'Nothing can be sealed to {about}.',
    toDo: 'Copy that group’s public line again from the file that ends in .recipient.',
  },
  'key-not-on-paper': {
    kind: 'keys',
    says: '{about} has a line whose fingerprint is not on the paper.',
    toDo: 'Stop: what is sealed now can be opened by somebody who is not on the paper. Tell the head of unit.',
  },
  'key-not-in-settings': {
    kind: 'keys',
    says: 'A fingerprint that the paper has for {about} is in no line of it.',
    toDo: 'Whoever holds that key opens no new report. Put its line back, or strike it from the paper.',
  },
  'key-of-another-group': {
    kind: 'keys',
    says: '{about} has a line that the paper has for another group.',
    toDo: 'Stop: one group can open what is sealed to another. Put each line where the paper has it.',
  },
  'paper-unreadable': {
    kind: 'keys',
    says: 'The file of --fingerprints cannot be read, or has a line that is none: {about}.',
    toDo: 'Write a line for each group, such as "RECIPIENTS_ACU: " and its fingerprints with commas between them.',
  },
  'keys-not-compared': {
    kind: 'unseen',
    says: 'The keys were not compared with paper.',
    toDo: 'Type the fingerprints from the paper into a file, and name it with --fingerprints.',
  },
  'reserve-short': {
    kind: 'roles',
    says: 'ROLE_RESERVE names fewer than two people.',
    toDo: 'Name two people. Until then Candour takes no report that may concern the unit, and says where else one can be made; the one who is there can leave no case.',
  },
  'custodian-missing': {
    kind: 'roles',
    says: 'ROLE_CUSTODIANS names nobody.',
    toDo: 'Name a custodian. Until then Candour takes no confidential report, and says where else one can be made.',
  },
  'hours-unknown': {
    kind: 'alerts',
    says: 'The force has not said when somebody looks at reports, and cards say that this is not known.',
    toDo: 'Set STAFFED_HOURS to the days and hours, as .env.example says.',
  },
  'on-call-missing': {
    kind: 'alerts',
    says: 'There is no channel for {about}: outside staffed hours nobody is told of an urgent report, and cards say so.',
    toDo: 'Mention the app in the channel of whoever is on call, or set ALERT_TARGET_ACU_ON_CALL or ALERT_TARGET_RESERVE_ON_CALL.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
