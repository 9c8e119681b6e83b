import { heldBy, type ProductPromise } from './product-promise.ts';

/** The promises that docs/reliability.md is the first to make. */
export const promisesOfReliability: readonly ProductPromise[] = [
  {
    id: 'one-alert-unless-answer-was-lost',
    promise:
      "A case is alerted again, beyond its repeats, only if the channel's answer to a post was not recorded in time.",
    said: {
      'docs/reliability.md': [
        "| A case is alerted again, beyond its repeats, only if the channel's answer to a post was not recorded in time |",
        'if the store refuses to record a post, its server tries again at each look',
      ],
    },
    tests: [
      heldBy(() => import('../bot/jobs/alert-dispatcher.test.ts'), 'two instances on one store > post an alert once'),
      heldBy(
        () => import('../bot/jobs/unrecorded-posts.test.ts'),
        'a post that the store does not take note of, though it takes leases > is not made again by its server for a day, and is noted once the store takes it',
      ),
      heldBy(
        () => import('../bot/jobs/unrecorded-posts.test.ts'),
        'a post that the store does not take note of, though it takes leases > comes again when the next repeat of an urgent alert is due',
      ),
      heldBy(
        () => import('../faults/single-and-paired-faults.test.ts'),
        'nothing is lost, nothing is done twice, and nobody is given away > by %s, whatever two things fail',
      ),
      heldBy(
        () => import('../bot/jobs/scheduled-post-sender.test.ts'),
        'what is posted again and again > is not posted again where the store would not take note of it, while the server that posted it lives',
      ),
    ],
  },
  {
    id: 'saved-is-never-called-unsaved',
    promise:
      'Nothing that is saved is called unsaved: that is said only if the write was refused and the store, asked again, has nothing. Coming back with the code says which it is.',
    said: {
      'docs/reliability.md': ['| Nothing is called unsaved that is there |', '| the answer is lost on the way |'],
    },
    tests: [
      heldBy(
        () => import('../core/reporting/save-certainty.test.ts'),
        'a write that failed > is doubtful where an earlier press had saved it',
      ),
      heldBy(
        () => import('../journeys/come-back.journey.ts'),
        'somebody who comes back > is told what is wrong with a code, and where nothing is saved',
      ),
      heldBy(
        () => import('../contracts/intake.contract.ts'),
        'the desk ${name} > finds what was kept by its code, and nothing by another',
      ),
    ],
  },
  {
    id: 'case-event-and-alert-are-one-write',
    promise: 'A change of a case, its entry in the history and its alert are saved together or not at all.',
    said: {
      'docs/reliability.md': ['| A change, its entry in the history and its alert are saved together or not at all |'],
    },
    tests: [
      heldBy(
        () => import('../contracts/case-conflict.contract.ts'),
        'conflicts in CaseStore of ${name} > writes nothing when the alert has moved on',
      ),
      heldBy(
        () => import('../core/casework/use-case.test.ts'),
        'a change of a case > is one write with its event, which holds the digest of the case as it then stands',
      ),
    ],
  },
  {
    id: 'repeated-request-is-done-once',
    promise:
      'A request that is sent twice, also at the same moment, is carried out once, and only the same one of the same person counts as a repeat.',
    said: {
      'docs/reliability.md': ['| A request sent twice is carried out once, also at the same moment |'],
      'docs/threat-model.md': ['A repeat is the same request of the same person'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/use-case.test.ts'),
        'a change of a case > is carried out once, however often the same request comes',
      ),
      heldBy(
        () => import('../tab/ui/request-ids.test.ts'),
        'the name of a request > stays while the same thing is sent again',
      ),
      heldBy(
        () => import('../access/idempotency.test.ts'),
        'a request > is done once for the person who sent it, and for another person is another',
      ),
      heldBy(
        () => import('../access/idempotency.test.ts'),
        'a request > is named in no view, in no opening and in no export',
      ),
    ],
  },
  {
    id: 'two-handlers-do-not-overwrite',
    promise: 'Two people do not write over each other: the second is told what changed, and keeps what they typed.',
    said: {
      'docs/reliability.md': ['| Two people do not overwrite each other |'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/use-case.test.ts'),
        'a change of a case > of two on one revision is made by the first: the second is told and given the case as it stands',
      ),
      heldBy(
        () => import('../tab/case/case-change-outcome.test.ts'),
        'a form that was sent > says what somebody else changed meanwhile, and leaves out that they looked',
      ),
    ],
  },
  {
    id: 'unknown-is-never-called-undone',
    promise:
      'If the answer to a change is lost or late, the page does not say that nothing was done. A change that is given up has done nothing.',
    said: {
      'docs/reliability.md': [
        '| Nothing is called done that may not be |',
        'A change of a case that others keep changing is given up after twenty tries',
      ],
    },
    tests: [
      heldBy(
        () => import('../tab/api/api-client.test.ts'),
        'the way to the API > does not say of a change whose answer %s that nothing was done',
      ),
      heldBy(
        () => import('../core/casework/use-case.test.ts'),
        'a change of a case > is not claimed where the case never comes to rest',
      ),
    ],
  },
  {
    id: 'half-done-change-is-finished-by-a-repeat',
    promise: 'An erasure or a link of two cases that failed half way is finished by a repeat, and no seal comes back.',
    said: {
      'docs/reliability.md': [
        '| A repeat finishes an erasure that failed half way, and no seal comes back |',
        '| A repeat completes a link that stopped after the first of its two cases |',
      ],
    },
    tests: [
      heldBy(
        () => import('../storage/cosmos/erasure.test.ts'),
        'erasure of a history longer than a batch in Cosmos DB > leaves the case as it stood where it fails half way, brings no seal back, and is finished by a repeat',
      ),
      heldBy(
        () => import('../contracts/case-erasure.contract.ts'),
        'erasure in CaseStore of ${name} > may be asked again: nothing comes back',
      ),
      heldBy(
        () => import('../core/casework/link-case.test.ts'),
        'a link of two cases > that stopped half way is completed by a repeat',
      ),
    ],
  },
  {
    id: 'named-files-are-all-there',
    promise:
      'A report that names files has them all. A part is kept whole, once, and only if the place of files gives back the digest of what was sent.',
    said: {
      'docs/reliability.md': [
        '| A report that names files has all of them, and a part is stored once |',
        '| the file store is full, away, or loses an answer |',
        '| the process is killed while a file is written |',
        'only missing parts are sent again; a part is stored whole or not at all',
        'refuses a request, at any part of a file, by every entry point |',
        '| a page is closed while it sends a file | the file is chosen again |',
        '| a proxy answers instead of Blob Storage: an empty 201, 202 or 200, a short part |',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/api/files/report-files.test.ts'),
        'files that come with a report > are missed where any part is, and then nothing is saved',
      ),
      heldBy(
        () => import('../bot/api/files/large-files.test.ts'),
        'a large file that goes up at the door of %s > is once in the case, whole, though its first, middle and last part were %s',
      ),
      heldBy(
        () => import('../browser/tab/added-files-interrupted.test.ts'),
        'a large file that a handler adds on the page of a case, in %s, > is neither lost nor claimed while the line is down from a part on, and goes on from there',
      ),
      heldBy(
        () => import('../faults/upload-faults.test.ts'),
        'a file is there once, whole, or not at all, and nothing is claimed before > by a %s, whatever two things fail',
      ),
      heldBy(
        () => import('../tab/files/pending-files.test.ts'),
        'files that are held in the page > take the room of what an earlier page left behind, and of nothing that is named',
      ),
      heldBy(
        () => import('../faults/file-store-crash.test.ts'),
        'a server that is killed while it keeps files > names no file that is not whole, has every one that it said was saved, and leaves the rest to the sweep',
      ),
      heldBy(
        () => import('../storage/blobs/full-disk.test.ts'),
        'a folder of files in which a part is cut off by the system itself > by the longest file that a process may write: nothing half is left, and the rest goes on',
      ),
      heldBy(
        () => import('../bot/api/files/full-disk.test.ts'),
        'a place of files without room, as the system says it of a full device > keeps nothing of a report with files, says so, takes reports without, and takes the same once there is room',
      ),
      heldBy(
        () => import('../storage/blobs/blob-errors.test.ts'),
        'Blob Storage that misbehaves > calls no part kept, read or removed by the word of a proxy',
      ),
      heldBy(
        () => import('../storage/blobs/blob-errors.test.ts'),
        'Blob Storage that misbehaves > keeps a part once whose answer was lost, however often',
      ),
    ],
  },
  {
    id: 'files-of-no-case-are-swept',
    promise:
      'Files that no case names are removed after two days and those of an erased case with it, and one that cannot be looked at keeps no other.',
    said: {
      'docs/reliability.md': [
        "| Files that no case names are removed after two days, an erased case's files with them;",
      ],
    },
    tests: [
      heldBy(
        () => import('../storage/blobs/sweep-files.test.ts'),
        'the sweep of files > goes on past a case that cannot be read and a file that cannot be removed, and leaves both',
      ),
      heldBy(
        () => import('../bot/api/files/report-files.test.ts'),
        'files that nothing names > are removed after two days, and those of a case stay',
      ),
    ],
  },
  {
    id: 'regular-posts-come-once',
    promise:
      'The weekly summary and the daily count come once to each place, from however many servers. A week that was missed comes later, the oldest first.',
    said: {
      'docs/reliability.md': [
        '| The weekly summary and the daily count arrive once in each place however many servers run, late rather than never |',
        '| Missed weeks are caught up, the oldest first, up to 13',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/jobs/daily-count.test.ts'),
        'the daily count > is told once a day, by however many servers and also after a restart',
      ),
      heldBy(
        () => import('../bot/jobs/scheduled-post-sender.test.ts'),
        'what is posted again and again > is posted once by servers that look at the same moment, the oldest first',
      ),
      heldBy(
        () => import('../bot/jobs/weekly-summary-job.test.ts'),
        'a week that was missed > is caught up by a server that is %s, the oldest first',
      ),
      heldBy(
        () => import('../bot/jobs/weekly-summary-job.test.ts'),
        'a week that was missed > whose figures are damaged keeps no other waiting, at its place or elsewhere',
      ),
    ],
  },
  {
    id: 'killed-process-keeps-what-was-saved',
    promise:
      'If a process is killed, every case that was said to be saved is there, another server goes on, and no step is lost on a connection that is being closed.',
    said: {
      'docs/reliability.md': [
        '| the process is killed | nothing, or a calm card |',
        '| a proxy in front keeps a connection open |',
      ],
    },
    tests: [
      heldBy(
        () => import('../storage/sqlite/durability.test.ts'),
        'a SQLite file > holds every case that was said to be saved before the process was killed',
      ),
      heldBy(
        () => import('../faults/random-crashes.test.ts'),
        'a bot that is killed at random moments > has every case that was receipted, as it was typed, once, with its alert',
      ),
      heldBy(
        () => import('../faults/two-servers.test.ts'),
        'two servers on one store, of which one is killed in the middle of reports > lose nothing and save nothing twice, on %s',
      ),
      heldBy(
        () => import('../bot/http/http-servers.test.ts'),
        'a connection > stays open for longer than a proxy in front keeps it, so that no step comes on one that is just being closed',
      ),
    ],
  },
  {
    id: 'locked-file-holds-nobody-else-up',
    promise:
      'While another process writes to the file, a write waits three seconds at most, and everybody else is answered meanwhile.',
    said: {
      'docs/reliability.md': ['| another process writes to the file |'],
    },
    tests: [
      heldBy(
        () => import('../storage/sqlite/write-queue.test.ts'),
        'writes that wait for another process > leave the process to everything else meanwhile',
      ),
      heldBy(
        () => import('../faults/locked-file.test.ts'),
        'a file that another process writes to > for longer than anybody waits: everybody else is answered, and all who sent are told the truth',
      ),
    ],
  },
  {
    id: 'readiness-writes-what-a-report-writes',
    promise:
      'Readiness writes what a report writes, once in ten seconds. A damaged page of an old case, or a place of files that is away, takes nothing down.',
    said: {
      'docs/reliability.md': [
        '| one page of the file is damaged, or the account accepts everything but reports |',
        'one look answers everyone for ten seconds',
        'It still answers 200, with `"store":"damaged"` or `"files":"unreachable"`',
      ],
    },
    tests: [
      heldBy(
        () => import('../faults/damaged-page.test.ts'),
        'a store in which no report can be saved > because a page of %s is damaged is not ready, though all else can be written, until the page is whole',
      ),
      heldBy(
        () => import('../faults/damaged-page.test.ts'),
        'a page of an old case that is damaged > is said of the store, and neither keeps a report from being saved nor the server from being ready',
      ),
      heldBy(
        () => import('../bot/http/health-routes.test.ts'),
        'whether the bot can do its work > is looked at once for whoever asks within ten seconds',
      ),
      heldBy(
        () => import('../bot/http/health-routes.test.ts'),
        'a place of files that cannot be reached > is told beside the answer and to the log, and keeps nobody from a server that takes reports',
      ),
    ],
  },
  {
    id: 'moved-file-takes-no-report',
    promise:
      'Nothing is called saved that went into a file which was deleted, moved or replaced under the server. If the same file comes back, the server goes on.',
    said: {
      'docs/reliability.md': [
        '| the file is deleted, moved or replaced under the server',
        '*The same file comes back*, with its log',
      ],
    },
    tests: [
      heldBy(
        () => import('../storage/sqlite/moved-file.test.ts'),
        'a file that moves > while something is written leaves it unknown whether that stands, whatever becomes of the file',
      ),
      heldBy(
        () => import('../faults/moved-file.test.ts'),
        'a file that is not where it was, under a server that has it open > because it was %s: nothing is called saved, what was typed is kept, and it is saved once it stands again',
      ),
    ],
  },
  {
    id: 'write-found-after-lost-answer',
    promise:
      'If Cosmos DB saves and its answer is lost, the write is found again and not repeated. If it is slow or away, somebody is told after eight seconds at most that nobody knows.',
    said: {
      'docs/reliability.md': [
        '| Cosmos DB saves, and its answer is lost |',
        '| Cosmos DB throttles, is slow or away |',
      ],
    },
    tests: [
      heldBy(
        () => import('../storage/cosmos/lost-answers.test.ts'),
        'saving a case in Cosmos DB when the answer is lost > says once that it is new after %s',
      ),
      heldBy(
        () => import('../storage/cosmos/cosmos-client.test.ts'),
        'Cosmos DB that is busy, slow or away > gives up at the deadline when nothing answers',
      ),
      heldBy(
        () => import('../faults/cosmos-answers.test.ts'),
        'a report into Cosmos DB > is saved once with its alert, whatever goes wrong %s',
      ),
    ],
  },
  {
    id: 'half-answer-counts-for-nothing',
    promise: 'Only a whole answer of Cosmos DB counts. After any other one, what stands is read.',
    said: {
      'docs/reliability.md': ['| a proxy or a gateway answers instead of Cosmos DB'],
    },
    tests: [
      heldBy(
        () => import('../storage/cosmos/truncated-answers.test.ts'),
        'a proxy that answers in the place of Cosmos DB > never has %s called done that is not, nor done twice',
      ),
      heldBy(
        () => import('../faults/invalid-answers.test.ts'),
        'a report past a proxy that answers in the place of Cosmos DB > is told truly whether it stands, and stands once: %s',
      ),
    ],
  },
  {
    id: 'card-waits-for-its-key',
    promise:
      'If the first card of a day cannot get its key, all that was typed comes back with a button that goes on from the same step.',
    said: {
      'docs/reliability.md': ['| the first card of a day cannot get its key |'],
    },
    tests: [
      heldBy(
        () => import('../faults/deliveries.test.ts'),
        'a press that Teams delivers twice > claims nothing where a card cannot be opened, and goes on from the same card',
      ),
      heldBy(
        () => import('../journeys/store-unavailable.test.ts'),
        'while the store is away at the change of day, by the %s door > in %s > a card that cannot be opened comes back with all that was typed, and goes on from there',
      ),
    ],
  },
  {
    id: 'unreadable-row-holds-nothing-else-up',
    promise:
      'A row that cannot be read, or an answer of a channel that is none, keeps no other alert waiting and nobody from stopping a campaign.',
    said: {
      'docs/reliability.md': [
        "| a channel answers 200 with something that is not a channel's answer |",
        "| an alert's row cannot be read |",
      ],
      'docs/threat-model.md': [
        'The next act on a case rewrites an alert that could not be read',
        "An unreadable entry of a campaign's history",
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/jobs/unreadable-alerts.test.ts'),
        'an answer that is none > (%s) leaves the alert to be posted again, and the case to be read',
      ),
      heldBy(
        () => import('../bot/jobs/channel-responses.test.ts'),
        'whatever a channel answers and whatever stands in a row, on %s > every other alert arrives exactly once, and what was answered badly arrives later',
      ),
      heldBy(
        () => import('../bot/jobs/unreadable-alerts.test.ts'),
        'an alert that cannot be read > is set aside: the others are posted, the log and the health check say so, and the admins are told once',
      ),
      heldBy(
        () => import('../core/campaigns/damaged-history.test.ts'),
        'a campaign with entries that cannot be read, in %s > is %s all the same, and each entry stays as it is',
      ),
    ],
  },
  {
    id: 'urgent-alert-is-never-given-up',
    promise:
      'An urgent case is alerted again until somebody has it and has opened it, to somebody on call as well outside staffed hours, and is never given up.',
    said: {
      'docs/reliability.md': ['| no one acknowledges an urgent alert |'],
      'docs/threat-model.md': [
        'An urgent alert repeats until someone has acknowledged and opened its case, and outside staffed hours also goes to someone on call',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/jobs/unacknowledged-alerts.test.ts'),
        'an urgent alert that nobody acknowledges > is repeated so often as is set, then once a day and never given up',
      ),
      heldBy(
        () => import('../bot/jobs/unacknowledged-alerts.test.ts'),
        'an urgent alert that nobody acknowledges > is told to the admins until they were told, and then no more, also by another server',
      ),
      heldBy(
        () => import('../bot/jobs/on-call.test.ts'),
        'an urgent alert outside staffed hours > goes at once to somebody on call as well, %s, and comes again there until it is seen',
      ),
      heldBy(
        () => import('../core/model/staffed-hours.test.ts'),
        'staffed hours > say when somebody looks again, over nights, weekends and holidays',
      ),
      heldBy(
        () => import('../journeys/unread-reports.test.ts'),
        'urgent reports that one press acknowledged, on %s > stay first of all until somebody opens them',
      ),
    ],
  },
  {
    id: 'stopped-server-leaves-its-alert',
    promise: 'If a server stops while it holds an alert, its lease runs out, and another server posts the alert.',
    said: {
      'docs/reliability.md': ['| a server stops while it holds an alert |'],
    },
    tests: [
      heldBy(
        () => import('../bot/jobs/alert-dispatcher.test.ts'),
        'two instances on one store > leave an alert to the one that holds it, until its lease has run out',
      ),
      heldBy(
        () => import('../bot/jobs/alert-clock-skew.test.ts'),
        'two servers on %s > whose clocks are %i ms apart leave no alert of one that was killed',
      ),
    ],
  },
  {
    id: 'wrong-clock-removes-nothing',
    promise: 'By a clock that is set or wrong no week is frozen and nothing is removed, and alerts go on.',
    said: {
      'docs/reliability.md': ["| a server's clock is set, or wrong |"],
    },
    tests: [
      heldBy(
        () => import('../bot/runtime/clock-watch.test.ts'),
        'a clock that is set a month ahead, on %s > freezes no week and removes nothing, is said in the log and the health check, and is believed again later',
      ),
    ],
  },
  {
    id: 'issuer-away-keys-stay-good',
    promise:
      "While the issuer of Teams' tokens is away, its known keys stay good, and a server that starts then lets nobody in until it has them.",
    said: {
      'docs/reliability.md': ["| the issuer of Teams' tokens is away |"],
    },
    tests: [
      heldBy(
        () => import('../bot/teams/connector-keys.test.ts'),
        'a key of the connector > stays good for as long as the issuer is away, which is asked less and less often',
      ),
      heldBy(
        () => import('../bot/tokens.test.ts'),
        'an issuer that cannot be reached > lets nobody in, says so to operators, and lets everybody in once it is back',
      ),
    ],
  },
  {
    id: 'messages-are-sent-at-most-once',
    promise:
      'A message is not sent again if nobody knows whether it arrived. After a restore, messages to everybody wait until somebody lets them go on.',
    said: {
      'docs/reliability.md': [
        'if no one knows whether it arrived, it is not sent again',
        'Campaign messages and regular posts are paused until someone resumes them',
      ],
      'docs/threat-model.md': ['A chat reply is sent once'],
    },
    tests: [
      heldBy(
        () => import('../bot/jobs/campaigns/campaign-sender.test.ts'),
        'a run > tries nobody again where a message %s, and counts them as not known',
      ),
      heldBy(
        () => import('../faults/after-restore.test.ts'),
        'a store that is put back from a copy > sends nobody again what they got since the copy was made, and says so, until somebody lets it go on',
      ),
      heldBy(
        () => import('../bot/teams/client-cache.test.ts'),
        'what is said in a chat > is sent once where the answer is %s',
      ),
    ],
  },
  {
    id: 'cut-off-text-is-counted',
    promise: 'If a text is longer than a card can hold, the card says how much of it is gone.',
    said: {
      'docs/reliability.md': ['**The end of a pasted text** longer than a card can hold'],
    },
    tests: [
      heldBy(
        () => import('../dialogs/bot-framework/dialog-manager-long-words.test.ts'),
        'a text that is pasted and too long, in %s > that no card can hold is never cut in silence: how much of it is gone is said, to the character',
      ),
    ],
  },
  {
    id: 'drill-tries-a-backup',
    promise: 'A drill restores a backup somewhere else, finds one that is not whole, and leaves everything as it was.',
    said: {
      'docs/reliability.md': ['`npm run drill` tests a backup'],
    },
    tests: [
      heldBy(
        () => import('../cli/drill.test.ts'),
        'a drill > finds a backup that is not whole: a case that was changed, a part that is gone, a file that is damaged',
      ),
      heldBy(
        () => import('../cli/drill.test.ts'),
        'a drill > restores a backup that it makes somewhere else, checks it with its files, and leaves all as it was',
      ),
    ],
  },
  {
    id: 'replaced-file-is-left-alone',
    promise:
      'A file that was put in the place of the store is left as it is. What was saved before is put aside, or moved into the file whose log lost its name.',
    said: {
      'docs/reliability.md': [
        '*Another file is in its place*: it is not touched.',
        '*Another was written over it in place*',
        '*The log or its index is gone*',
      ],
    },
    tests: [
      heldBy(
        () => import('../storage/sqlite/moved-file.test.ts'),
        'a file that moves > and has another in its place leaves that one alone, though its process is killed then',
      ),
      heldBy(
        () => import('../storage/sqlite/moved-file.test.ts'),
        'a file that moves > by being written over leaves what was put there alone, whether its server is stopped or killed then',
      ),
      heldBy(
        () => import('../storage/sqlite/moved-file.test.ts'),
        'a file that moves > without its log has all in it that was said to be saved, though its process is killed then',
      ),
    ],
  },
  {
    id: 'backup-is-checked-and-restored',
    promise:
      'A backup that is made while the store is used holds the store and its files. A restore takes nothing but a whole store that no server has open.',
    said: {
      'docs/reliability.md': [
        'copies the store as it is at that moment, while it is in use',
        'checks the copy, refuses while a server has the store open',
        'The sealed files of reports are copied too, after the store',
      ],
    },
    tests: [
      heldBy(
        () => import('../storage/sqlite/backup.test.ts'),
        'a restore of the embedded store > takes no file that is not a whole store of Candour',
      ),
      heldBy(
        () => import('../storage/sqlite/backup.test.ts'),
        'a backup of the embedded store > made while the store is in use, opens a case with the same key',
      ),
      heldBy(
        () => import('../storage/blobs/folder-copy.test.ts'),
        'a copy of the files > holds each part as it was, without what is not whole, and is put back over another',
      ),
    ],
  },
  {
    id: 'commit-waits-for-the-disk',
    promise: 'SQLite waits for the disk at each commit: no test cuts the power, and the document says so.',
    said: {
      'docs/reliability.md': ['SQLite waits for the disk at each commit, and that wait is the promise'],
    },
    tests: [
      heldBy(
        () => import('../storage/sqlite/sqlite-file.test.ts'),
        'opening a SQLite file > writes ahead, waits for the disk and overwrites what it removes',
      ),
    ],
  },
  {
    id: 'old-page-loses-no-words',
    promise:
      'The page asks before it is left with words that were not sent. If it is offline or older than the server, it loses nothing typed and asks for a missing part again.',
    said: {
      'docs/reliability.md': ['The page asks first.'],
      'docs/threat-model.md': [
        'The check for unsent words comes with the page',
        'which loads what opens a report before it asks for one',
      ],
    },
    tests: [
      heldBy(
        () => import('../tab/ui/lazy-module.test.ts'),
        'loading a part of the page > imports it only once every file that it needs has come, because no browser asks twice for a module',
      ),
      heldBy(
        () => import('../browser/tab/lazy-modules.test.ts'),
        'a page that is cut off, in %s > keeps what was typed, asks before it is left, and each part comes once it can be had',
      ),
      heldBy(
        () => import('../browser/tab/report-page.test.ts'),
        'the page for reporting > asks before it is left with words on it, and leads on where an answer was lost',
      ),
    ],
  },
  {
    id: 'setup-saves-each-answer',
    promise: 'Each answer to setup is saved before the next question, into a file that is whole whatever stops it.',
    said: { 'docs/reliability.md': ['each answer before that is in `.env`, which is whole'] },
    tests: [
      heldBy(() => import('../cli/setup/setup.test.ts'), 'setup > saves each answer before it asks for the next'),
      heldBy(
        () => import('../cli/setup/setup-program.test.ts'),
        'the program > leaves a whole .env at %s, and goes on',
      ),
      heldBy(
        () => import('../cli/setup/setup-program.test.ts'),
        'the program > says that the disk has no room, keeps what was saved, and goes on once it has',
      ),
    ],
  },
];
