import { heldBy, type ProductPromise } from './product-promise.ts';

/** The promises that README.md is the first to make. */
export const promisesOfReadme: readonly ProductPromise[] = [
  {
    id: 'report-sealed-before-it-is-saved',
    promise:
      'What is kept of a report is sealed to hybrid keys that the server does not hold, and nothing of its words, its code or its writer is in the clear.',
    said: {
      'README.md': ['the server has no key that opens one'],
      'docs/threat-model.md': [
        '*Cannot* read reports, identities or follow-ups at rest',
        '| someone who copies the database | has seals and terms |',
        '*Cannot* read words, identities or the keys in envelopes, now or with a large quantum computer later',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/reporting/submit-report.test.ts'),
        'a report that is sent > leaves no word, no code, no name and no time of day in the clear',
      ),
      heldBy(() => import('../crypto/node/age-sealer.test.ts'), 'the seal > opens for the holders of its group alone'),
      heldBy(
        () => import('../crypto/node/age-sealer.test.ts'),
        'the seal > is not made with an older recipient, alone or beside others, and names the group',
      ),
    ],
  },
  {
    id: 'receipt-means-saved',
    promise:
      'Once somebody sees a receipt, their report is saved and opens to what they typed. If it cannot be saved, nothing is called saved and every word stays on the card.',
    said: {
      'README.md': ['**Once the receipt is shown, the report is saved**'],
      'docs/reliability.md': [
        '| Anyone who sees a receipt has a case, which opens to what they typed |',
        '| the disk is full, read-only or locked |',
      ],
    },
    tests: [
      heldBy(
        () => import('../faults/disk.test.ts'),
        'a file that cannot be written > because it is %s: nothing is called saved, everything is kept, and it is saved once later',
      ),
      heldBy(
        () => import('../faults/single-and-paired-faults.test.ts'),
        'nothing is lost, nothing is done twice, and nobody is given away > by %s, whatever fails once',
      ),
    ],
  },
  {
    id: 'repeated-report-is-one-case',
    promise: 'A report that is sent twice, at once or later, is one case with one alert.',
    said: {
      'README.md': ['however often it is clicked or delivered'],
      'docs/reliability.md': [
        '| The same report sent twice is one case |',
        '| a double click, a repeat by Teams at once or later |',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/reporting/submit-report.test.ts'),
        'a report that is sent again > is one case however often it is sent at once',
      ),
      heldBy(
        () => import('../faults/deliveries.test.ts'),
        'a press that Teams delivers twice > with %s > after %d ms is one case with one alert, whatever became of the first',
      ),
    ],
  },
  {
    id: 'handlers-words-sealed-in-browser',
    promise: 'What handlers write is sealed in their browser to those who are to read it and to nobody else.',
    said: {
      'README.md': ['**What handlers write is sealed in their browser.**'],
      'docs/threat-model.md': ['*Cannot* read what case handlers write: it arrives sealed'],
    },
    tests: [
      heldBy(
        () => import('../tab/crypto/seal-note-text.test.ts'),
        'words of a handler > are sealed to those who are to read them, and to nobody else',
      ),
    ],
  },
  {
    id: 'edited-history-is-found',
    promise:
      'An entry of a history that was changed, dropped or swapped is found, and so is a record that was changed behind its history.',
    said: {
      'README.md': ['Every action is recorded in a hash-chained history'],
      'docs/threat-model.md': [
        'Each entry of a history holds the hash of the previous one and the digest of the case after it',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/casework/integrity-verification.test.ts'),
        'an audit > finds any edit, drop, swap, doubling or truncation, and where',
      ),
      heldBy(
        () => import('../core/casework/integrity-verification.test.ts'),
        'an audit > finds a record that was changed behind its history, in any one thing',
      ),
    ],
  },
  {
    id: 'anchor-shows-what-was-cut',
    promise: 'An anchor that was kept elsewhere shows what was cut off, made anew or removed since.',
    said: {
      'README.md': ['an anchor stored elsewhere reveals any entries removed from it'],
      'docs/threat-model.md': [
        'An anchor kept elsewhere shows what was cut off, rewritten or removed since it was taken',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/casework/integrity-verification.test.ts'),
        'an audit > finds them given the anchor, also where all hashes were made anew and the case was rewritten',
      ),
      heldBy(() => import('../cli/audit.test.ts'), 'npm run audit -- anchor > shows that a case is gone'),
    ],
  },
  {
    id: 'conflicted-person-is-out-at-once',
    promise:
      'Somebody who is shut out of a case is handed nothing of it from then on, whatever anybody does in whatever order.',
    said: {
      'README.md': ['**Someone who declares that they know a person in a case is out at once**'],
      'docs/threat-model.md': ['*Cannot*, once excluded from a case of the unit, be handed anything of it'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/conflict.test.ts'),
        'somebody who is shut out of a case > is handed nothing of it from then on, whatever anybody does in whatever order',
      ),
      heldBy(
        () => import('../access/tab.test.ts'),
        'a case that somebody may not see > stands in no list, no count and no search',
      ),
    ],
  },
  {
    id: 'neutral-alerts-name-nothing',
    promise: 'From the moment in which somebody is shut out of a case, its alerts name nothing.',
    said: {
      'README.md': ['and its alerts name nothing from then on'],
      'docs/threat-model.md': ['Its alerts name nothing from then on'],
    },
    tests: [
      heldBy(
        () => import('../core/model/alert-schedule.test.ts'),
        'an alert > of whose case somebody is shut out names it nowhere any more, and is due as before',
      ),
      heldBy(
        () => import('../bot/jobs/alerts-without-reference.test.ts'),
        'an alert of a case that somebody is shut out of > says that there is something new, and no more',
      ),
    ],
  },
  {
    id: 'every-case-is-alerted',
    promise:
      'Every case has its alert in the channel of those who handle it. It is tried until it has arrived, also in a channel that was lost, and keeps no other alert waiting.',
    said: {
      'README.md': ['**Every new case raises an alert**'],
      'docs/reliability.md': [
        '| Every case has its alert, in the channel of those who handle it |',
        '| the channel is down, slow or gone, or gives us no token |',
      ],
      'docs/threat-model.md': ["Only a refusal of its own channel, or the bot's removal, marks a target as lost"],
    },
    tests: [
      heldBy(
        () => import('../bot/jobs/alert-dispatcher.test.ts'),
        'an alert that is due > is tried again after a wait where the channel answers %j',
      ),
      heldBy(
        () => import('../bot/jobs/alert-timing.test.ts'),
        'the alert of a report > that failed is posted once the process is up again',
      ),
      heldBy(
        () => import('../bot/jobs/alert-dispatcher.test.ts'),
        'an alert that is due > keeps no other waiting while its channel hangs',
      ),
      heldBy(() => import('../bot/jobs/target-loss.test.ts'), 'what Teams says of places > loses nothing by: %s'),
      heldBy(
        () => import('../bot/jobs/target-loss.test.ts'),
        'an alert whose channel was lost > is tried all the same, and the channel is found by the first post that arrives',
      ),
    ],
  },
  {
    id: 'alert-has-no-room-for-words',
    promise:
      'An alert says a reference, how urgent it is and a day, and the kind if the force sets so. It has no field for what was written or for who wrote it.',
    said: {
      'README.md': ['has no room for what was written or who wrote it'],
    },
    tests: [
      heldBy(
        () => import('../core/reporting/submit-report.test.ts'),
        'the alert of a report > holds the reference, the urgency and coarse times, and nothing else',
      ),
      heldBy(
        () => import('../bot/jobs/dispatcher-channels.test.ts'),
        'what an alert says > has no field beyond its reference, urgency, day and kind, and a toast that says nothing',
      ),
    ],
  },
  {
    id: 'nobody-promised-anonymity',
    promise: 'No card of a report promises anybody to be anonymous, and the first one says who can tell who is typing.',
    said: {
      'README.md': ['**No one is promised anonymity.**'],
    },
    tests: [
      heldBy(() => import('../cards/report/first-page.test.ts'), 'the first card > promises nobody to be anonymous'),
      heldBy(
        () => import('../cards/report/first-page.test.ts'),
        'the first card > says at each door what that door hides, and from whom, in %s',
      ),
    ],
  },
  {
    id: 'no-identity-kept-if-so-chosen',
    promise: 'If a person chooses that no identity is kept, Candour keeps none.',
    said: {
      'README.md': ['A person may choose that Candour keeps no identity'],
    },
    tests: [
      heldBy(
        () => import('../core/reporting/submit-report.test.ts'),
        'a report that is sent > %s, conflict %s: opened by %j, the identity by %j',
      ),
      heldBy(
        () => import('../tab/report/intake-client.test.ts'),
        'an intake over the wire > keeps beside a name who was signed in, and nothing of it where no identity is kept',
      ),
    ],
  },
  {
    id: 'unit-conflict-goes-to-reserve',
    promise:
      'A report that may concern the unit goes to the reserve alone: no list, count, search or alert of the unit shows it.',
    said: {
      'README.md': ['**A concern about the unit itself** goes to a reserve handler outside it'],
      'docs/threat-model.md': ['be alerted of a case that its reporter marked, or was unsure about'],
    },
    tests: [
      heldBy(
        () => import('../access/tab.test.ts'),
        'a case that somebody may not see > stands in no list, no count and no search',
      ),
      heldBy(
        () => import('../bot/jobs/alert-timing.test.ts'),
        "the alert of a report > that is the reserve's stands in the reserve's channel and in no other",
      ),
    ],
  },
  {
    id: 'unit-conflict-said-later-goes-to-reserve',
    promise:
      "What somebody adds later about the unit is a report of its own for the reserve, and the unit's case, alert and messages stay as they were.",
    said: {
      'README.md': ['even if this only emerges later'],
      'docs/threat-model.md': ['*Cannot* learn that a returning reporter says it concerns the unit'],
    },
    tests: [
      heldBy(
        () => import('../core/reporting/separate-addition.test.ts'),
        'what is added about the unit > leaves the case that the unit reads, its history and its alert as they were',
      ),
      heldBy(
        () => import('../journeys/come-back.journey.ts'),
        'somebody who comes back > may say that it concerns the unit, of which the unit learns nothing, in %s',
      ),
    ],
  },
  {
    id: 'every-word-in-both-languages',
    promise: 'Every text of the cards and pages is there in English and in Welsh, in the same shape.',
    said: {
      'README.md': ['**Both languages, always.**'],
    },
    tests: [
      heldBy(
        () => import('../cli/words/icu-message-analysis.test.ts'),
        'the shape of a message > is the same in both languages for every word of the cards',
      ),
    ],
  },
];
