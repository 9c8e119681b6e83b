import { heldBy, type ProductPromise } from './product-promise.ts';

/** The promises that docs/threat-model.md is the first to make. */
export const promisesOfThreatModel: readonly ProductPromise[] = [
  {
    id: 'page-seals-before-it-sends',
    promise:
      'On the page a report is sealed before it leaves it: no request of the page holds a word, a name or a code.',
    said: {
      'docs/threat-model.md': [
        '**In the tab the page seals a report before it leaves**',
        '| someone who controls the server | reads words, name and code as they pass | sees seals',
        '| Microsoft | carries what is typed, and knows who is typing |',
      ],
    },
    tests: [
      heldBy(
        () => import('../tab/report/intake-client.test.ts'),
        'an intake over the wire > sends no word and no code, whatever is handed in',
      ),
      heldBy(
        () => import('../leaks/page-memory.test.ts'),
        'a server to which reports are handed in by the page, in a process of its own > holds no word and no code of theirs, in any way and language, in its heap, memory and core file, and all that came and went',
      ),
    ],
  },
  {
    id: 'no-words-in-log-alert-url-or-store',
    promise: 'Words, names and codes are in no chat text, sent card, stored state, log, error, alert, URL or database.',
    said: {
      'docs/threat-model.md': [
        'Words are in clear nowhere else: not in chat text, a sent chat card, stored state, a log, an error, an alert, a URL or the database',
        "*Cannot* read a report in Candour's store, or find its words in a chat: none are sent there.",
      ],
    },
    tests: [
      heldBy(
        () => import('../leaks/error-paths.test.ts'),
        'what goes wrong by the %s door > leaves nothing where %s throws %s full of words',
      ),
      heldBy(
        () => import('../leaks/report-paths.test.ts'),
        'by the $by, beside the $beside door, in $store > nothing is left of $mode in $language while the server runs, is alerted and starts again',
      ),
    ],
  },
  {
    id: 'handed-out-page-can-be-verified',
    promise:
      'Somebody who looks from outside can see whether the pages that they are handed are those that two people signed.',
    said: {
      'docs/threat-model.md': [
        "that the tab, its frame for files and the partners' page they receive are those that two people signed",
        'could name another kind of organisation, or none',
      ],
    },
    tests: [
      heldBy(() => import('../cli/page/page.test.ts'), 'npm run page -- verify > finds a server that %s'),
      heldBy(
        () => import('../cli/page/partners-page.test.ts'),
        "the partners' page, signed > is found to be another where any one byte of any of its files is",
      ),
    ],
  },
  {
    id: 'first-card-says-the-limits',
    promise:
      'The first card of a report says four limits of the table before its first field, and each other one press from it or on the card the table names, at every door and in both languages. Each word without exception has a line that says why it holds.',
    said: {
      'docs/threat-model.md': [
        'The first card of a report says four things before its first field, at every entry point and in both languages',
        'The first card begins with danger, Report and Come back',
        'Cards and pages that reporters read say "never", "only", "nobody" or "cannot" in these places',
      ],
    },
    tests: [
      heldBy(
        () => import('../cards/report/first-page.test.ts'),
        'the list of what is said before the first question > in %s > at the %s > is said $place: $what',
      ),
      heldBy(
        () => import('../words/absolute-words.test.ts'),
        'words without exception that reporters read > each have a line in the threat model that says why they hold',
      ),
    ],
  },
  {
    id: 'card-is-bound-to-its-person',
    promise: 'Nobody uses a card, a file or a code of somebody else, and having the app says nothing of anybody.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* learn anything from someone having the app',
        '*Cannot* use a card of another person, tenant or deployment, a changed one',
        "*Cannot* learn anything from another person's card while the store is away",
        "*Cannot* send a file into another person's report",
      ],
    },
    tests: [
      heldBy(
        () => import('../dialogs/bot-framework/sealed-state.test.ts'),
        "state that a card carries > is nobody else's",
      ),
      heldBy(
        () => import('../journeys/bad-input.journey.ts'),
        'a card that is not theirs > is refused to another person without a word of it, and its owner goes on',
      ),
      heldBy(
        () => import('../journeys/store-unavailable.test.ts'),
        'while the store is away at the change of day, by the %s door > a card of somebody else shows nothing but what was sent with it, and is refused when the store is back',
      ),
      heldBy(
        () => import('../bot/api/files/report-files.test.ts'),
        'what no page of ours sends > under a code of one’s own reaches no file of another’s case',
      ),
    ],
  },
  {
    id: 'code-reads-no-sent-report',
    promise: 'Somebody who finds a return code never reads what was sent, and a reference alone opens nothing.',
    said: {
      'docs/threat-model.md': [
        'but never reads what was sent, then or later: sending removes the draft, and no older card keeps it again',
        'They read nothing of what was passed on',
        '*Cannot* go from a case to a return code',
        '*Cannot* guess a return code: see below.',
        'The reference alone opens nothing: the whole code is checked',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/reporting/come-back-thread.test.ts'),
        'the thread of somebody who comes back > holds what was written to them, and that they wrote but not what, in order',
      ),
      heldBy(
        () => import('../contracts/intake.contract.ts'),
        'the desk ${name} > finds what was kept by its code, and nothing by another',
      ),
      heldBy(
        () => import('../core/model/return-code.test.ts'),
        'a return code > holds 115 random bits: each of them changes it',
      ),
      heldBy(
        () => import('../journeys/from-bot-to-page.test.ts'),
        'a draft that the bot saved to go on with on the page > is gone once an older card of the bot has sent the report, and sends nothing twice',
      ),
    ],
  },
  {
    id: 'code-words-are-the-code',
    promise: 'The words of a return code hold its bits and a check, and give back the same code.',
    said: { 'docs/threat-model.md': ['The eleven words hold the same bits and a check of six'] },
    tests: [
      heldBy(
        () => import('../core/model/return-code-words.test.ts'),
        'the words of return codes in %s > give back the code that they stand for',
      ),
      heldBy(
        () => import('../core/model/return-code-words.test.ts'),
        'the words of return codes in %s > miss one of 66 wrong words and swaps, and no more',
      ),
    ],
  },
  {
    id: 'waiting-line-says-nothing-of-cases',
    promise: 'The line that something waits names no case and no hour, and goes to nobody without a role.',
    said: {
      'docs/threat-model.md': ['It is never sent to someone without a role, so it says nothing of who reported'],
    },
    tests: [
      heldBy(
        () => import('../bot/jobs/pending-work-notifier.test.ts'),
        'the line that something waits > comes at a full hour to whoever was given a case, with no reference, kind or name',
      ),
      heldBy(
        () => import('../bot/jobs/pending-work-notifier.test.ts'),
        'the line that something waits > does not come to somebody who holds no role any more',
      ),
    ],
  },
  {
    id: 'hidden-counts-stay-hidden',
    promise:
      'Nobody works out a hidden count, how many cases the reserve has, or which organisation reported, from everything that is issued.',
    said: {
      'docs/threat-model.md': [
        "The unit's figures do not count it, so nobody learns of it by subtraction",
        '*Cannot* learn from it how many cases the reserve has',
        "*A reader of the unit's figures* learns how many reports came by the hub",
      ],
    },
    tests: [
      heldBy(
        () => import('../summary/disclosure-control/suppression.test.ts'),
        'whoever has all issued tables and knows how they are made > cannot work out a hidden count of one week (%s)',
      ),
      heldBy(
        () => import('../summary/figures/figure-lookup.test.ts'),
        'a figure over weeks > is never made of weeks of the reserve, nor of none',
      ),
      heldBy(
        () => import('../summary/partner-type-table.test.ts'),
        'whoever knows exactly how many reports the hub sent > is left three values of every kind of organisation by what is shown',
      ),
      heldBy(
        () => import('../summary/partner-type-table.test.ts'),
        'which kinds of organisation passed reports on > is in nothing that wider readers are handed',
      ),
    ],
  },
  {
    id: 'refusal-is-alike',
    promise: 'A refusal reads and asks the store the same whether a case is there or not.',
    said: {
      'docs/threat-model.md': [
        'A refusal reads the same for a case that does not exist.',
        'It asks the store the same, and reads no seal first',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/uniform-refusals.test.ts'),
        'a refusal > of %s asks the store the same, whether there is such a case or not',
      ),
      heldBy(
        () => import('../access/tab.test.ts'),
        'a case that somebody may not see > is as one that does not exist, for %s',
      ),
    ],
  },
  {
    id: 'every-look-is-in-the-history',
    promise: "A look is in the case's history once a day, and an opening each time and before a seal is handed out.",
    said: {
      'docs/threat-model.md': ['*Cannot* look or open unseen'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/case-view.test.ts'),
        'a view of a case > is noted once for a person and a day in the zone of the force',
      ),
      heldBy(
        () => import('../access/idempotency.test.ts'),
        'a request > of a handler’s note is no way to an identity: whoever is given a seal stands in the history',
      ),
      heldBy(
        () => import('../tab/case/list-exhibits.test.ts'),
        'the exhibits of a case > are its files with who added, opened, marked and exported each, in the order in which that happened',
      ),
    ],
  },
  {
    id: 'mass-opening-is-told',
    promise:
      'The reserve is told at the twenty-fifth report in a day that somebody opened and nobody had given to them.',
    said: {
      'docs/threat-model.md': ['The reserve is told if someone opens a twenty-fifth report within a day'],
    },
    tests: [
      heldBy(
        () => import('../access/mass-decryption.test.ts'),
        'someone who opens report after report > has the reserve told once they opened as many that are not with them, and not before',
      ),
    ],
  },
  {
    id: 'nobody-buries-a-case-alone',
    promise:
      'Whatever one person does in whatever order, a case that others see is closed, exported, erased or hidden only if another has agreed or the reserve is told.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* bury a case alone',
        'The reserve is told of each whole export',
        'One member of the reserve cannot close a case and then exclude the other',
        'The last person who could see a case cannot leave it',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/closing-by-two.test.ts'),
        'a case that is urgent, abuse of position, or not to be referred > that %s is closed by one person only as another has agreed',
      ),
      heldBy(
        () => import('../core/casework/four-eyes-search.test.ts'),
        'one person alone > closes, exports, erases and hides no case that others see, but another is told or has agreed (%i)',
      ),
      heldBy(
        () => import('../core/casework/exclusion.test.ts'),
        'the last who could see a case > of the %s cannot leave it with nobody, and is told so',
      ),
    ],
  },
  {
    id: 'sign-off-takes-a-reader',
    promise: 'Nobody signs off a text of their own, or one that was not handed out to them since it was written.',
    said: {
      'docs/threat-model.md': ['*Cannot* sign off a text that was not handed out to them since it was written'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/sanitised-text.test.ts'),
        'the sanitised text of a case > is signed off by nobody whom it was not handed out to since it was written',
      ),
      heldBy(
        () => import('../browser/tab/sign-off.test.ts'),
        'a sanitised text, in %s > is signed off once each hint that its author saw was confirmed, and tells the server how many alone',
      ),
    ],
  },
  {
    id: 'junk-silences-nobody',
    promise: 'A message or an envelope that does not open silences and locks out nobody.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* end the conversation with a reporter',
        '*Cannot* lock colleagues out by giving them envelopes that do not open',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/discarded-messages.test.ts'),
        'a message that cannot be opened > is set aside by a second person with a reason, and both sides go on',
      ),
      heldBy(
        () => import('../access/key-envelopes.test.ts'),
        'an envelope with the key of a group > that does not open stays beside the one that does, and locks nobody out',
      ),
    ],
  },
  {
    id: 'junk-is-no-seal',
    promise:
      'What is sent as sealed is kept only if it is an age file of the right kind for as many as have to open it.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* have words in clear, their base64 or junk kept as a seal',
        'the server takes only an age file of the right kind',
      ],
    },
    tests: [
      heldBy(
        () => import('../crypto/age-format.test.ts'),
        'the shape of a seal > is not that of words, nor of words in the clothes of a file',
      ),
      heldBy(
        () => import('../access/sent-seals.test.ts'),
        'what the unit sends as sealed > is kept only if it is a seal by its shape: junk and words in clear are refused, and leave nothing',
      ),
    ],
  },
  {
    id: 'gates-before-closing',
    promise:
      'A case is closed only if its report was opened, its messages were read, a reason is given and a decision on referral was made where one is needed. A referral that was not made stays due.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* end a case past its preconditions',
        'A referral not made stays due after closing',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/casework/closing-preconditions.test.ts'),
        'closing a case > waits until somebody who sees it has opened the report',
      ),
      heldBy(
        () => import('../core/casework/closing-preconditions.test.ts'),
        'closing a case > waits for a decision on referral where it was %s',
      ),
      heldBy(
        () => import('../core/casework/closing-preconditions.test.ts'),
        'a referral that was decided and not made > stays due after %s, until it is made',
      ),
    ],
  },
  {
    id: 'erasure-takes-two',
    promise:
      'A case is erased by two people only, the second of whom has read the reason, and not before its conditions are met.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* erase a case alone, or sign off a text of their own',
        'Reopening ends a request to erase',
        'If retention is the reason, it must be over by a day that someone else set',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/casework/erasure.test.ts'),
        'erasing a case > takes two people: one asks with a reason, another carries it out',
      ),
      heldBy(
        () => import('../core/casework/erasure-preconditions.test.ts'),
        'erasing a case > waits until the second person has opened the reason themselves, after it was written',
      ),
      heldBy(
        () => import('../access/erasure-conditions.test.ts'),
        'an erasure > is not asked for because the retention period is over before it is, and is carried out once it is',
      ),
    ],
  },
  {
    id: 'identity-for-custodians-alone',
    promise:
      'A confidential identity is sealed to custodians alone and handed to them only after a reason is in the history.',
    said: {
      'docs/threat-model.md': ['*Cannot* open a confidential identity'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/identity.test.ts'),
        'the identity of a confidential report > is handed to a custodian once it stands in the history why, conflict %s',
      ),
      heldBy(
        () => import('../core/casework/identity.test.ts'),
        'the identity of a confidential report > is refused to %s',
      ),
    ],
  },
  {
    id: 'roles-are-held-by-the-lists-alone',
    promise:
      'Handlers, custodians and the reserve are held by the lists alone: nobody is two of them, and no token brings an ended role back.',
    said: {
      'docs/threat-model.md': [
        'Nobody is two of case handler, custodian and reserve at once',
        'no token restores it',
        'A case that nobody may see is found within a day',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/tab.test.ts'),
        'somebody to whom a token gives a role beside the one that a list gives > holds %s of the list and not %s of the token',
      ),
      heldBy(
        () => import('../access/listed-roles.test.ts'),
        'a role on which a promise rests > is not held by a token that says %s alone',
      ),
      heldBy(
        () => import('../access/take-over.test.ts'),
        'a case of the unit that nobody on its list may see > is taken over by two of the reserve, who are told, and lifts nobody’s exclusion',
      ),
    ],
  },
  {
    id: 'passed-on-words-are-in-the-seal',
    promise:
      "What a partner passes on is inside the seal, with the consent, the contact details and the practitioner's name. Its alert reads as any other.",
    said: {
      'docs/threat-model.md': [
        '*A reader of the database* cannot read what was passed on',
        '*A reader of an alert* does not see that the report came by the hub',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/intake/accept-report.test.ts'),
        'a report of a partner > stands with the kind of organisation that passed it on: %s',
      ),
      heldBy(
        () => import('../tab/report/intake-client.test.ts'),
        'an intake over the wire > sends no word and no code, whatever is handed in',
      ),
      heldBy(
        () => import('../bot/jobs/partner-alert.test.ts'),
        'the alert of a case that came by the hub > reads as one of staff does: %s',
      ),
    ],
  },
  {
    id: 'contact-rules-come-first',
    promise:
      'A message to a practitioner is written only by somebody who had the report handed out since the last addition and confirmed the rules of contact.',
    said: {
      'docs/threat-model.md': ['*A handler* cannot write to the practitioner'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/case-messages.test.ts'),
        'a message on a case of the hub > is not written without that, whoever confirmed an earlier one',
      ),
    ],
  },
  {
    id: 'named-handler-is-told-to-leave',
    promise: 'A handler who is named in a report that they open is led to the declaration of a conflict.',
    said: {
      'docs/threat-model.md': ['*A handler who is named* in a report they may read'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/subject-extraction.test.ts'),
        'those who handle cases and whom a text names > are proposed however it is typed: %s',
      ),
      heldBy(
        () => import('../browser/tab/partner-case.test.ts'),
        'a case of the hub > proposes to whoever reads their own name that they declare a conflict',
      ),
    ],
  },
  {
    id: 'partners-visit-leaves-no-trace',
    promise:
      "The partners' page takes the invitation out of the address and writes nothing into the browser's storage, and the server keeps no line of a visit.",
    said: {
      'docs/threat-model.md': [
        "*Someone who manages the practitioner's device*",
        '*The server learns* which invitation, and so which organisation, makes a visit',
      ],
    },
    tests: [
      heldBy(
        () => import('../tab/partners/invitation-link.test.ts'),
        'an address that somebody comes by > brings an invitation, and loses it at once',
      ),
      heldBy(
        () => import('../bot/partners/hostile-sign-in.test.ts'),
        'a session > sets no cookie and leaves no line, whatever is done in it',
      ),
    ],
  },
  {
    id: 'pulse-tells-no-answer',
    promise: 'Nobody learns from a pulse what somebody answered, or what fewer than twenty did.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* learn from a pulse what someone answered',
        '*Cannot* tell from them what someone chose, even if they know all other answers',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/model/survey.test.ts'),
        'an answer that is tossed for > leaves somebody who knows all others, and every count after every answer, in doubt: %s',
      ),
      heldBy(
        () => import('../summary/survey/attacker.test.ts'),
        'whoever asks for a pulse after every week > learns nothing of a week with fewer than twenty answers, not even whether there were any',
      ),
    ],
  },
  {
    id: 'guidance-goes-live-by-two',
    promise: 'Words of guidance go live only once another person has approved what they read.',
    said: {
      'docs/threat-model.md': ['*Cannot* put words live alone'],
    },
    tests: [
      heldBy(
        () => import('../core/content/change-content.test.ts'),
        'words of a topic > are approved by nobody who saved them last, whoever submitted them',
      ),
      heldBy(
        () => import('../core/content/change-content.test.ts'),
        'words of a topic > are approved only as they were read: another digest, or words that were not submitted, change nothing',
      ),
    ],
  },
  {
    id: 'guidance-leads-nowhere-unsafe',
    promise:
      "Guidance shows no script, HTML or picture, and the server follows no link of it into the force's network.",
    said: {
      'docs/threat-model.md': [
        '*Cannot* have a script, HTML or a picture shown',
        "*Cannot* have the server reach into the force's network",
      ],
    },
    tests: [
      heldBy(
        () => import('../guidance/parse-blocks.test.ts'),
        'a text in Markdown > lets no HTML through, wherever it stands among other words',
      ),
      heldBy(
        () => import('../bot/http/guidance-html.test.ts'),
        'a public page > shows as text whatever stands in a topic or in the contacts of a force',
      ),
      heldBy(() => import('../bot/content/link-checker.test.ts'), 'an address of the public internet > %s: %s'),
      heldBy(() => import('../bot/content/link-checker.test.ts'), 'a link > to %s is followed nowhere'),
    ],
  },
  {
    id: 'chat-shows-nothing-of-one-person',
    promise:
      'A chat repeats no word or code that is typed into it, a channel shows nothing of the one who pressed a button there, and a card of figures asks for the role at each press.',
    said: {
      'docs/threat-model.md': [
        'Someone who types a code is told what it opens, and no word of it is repeated',
        "*Cannot* see on a channel's card what another person who pressed a button there is",
        'a press by anyone without the role is refused',
      ],
    },
    tests: [
      heldBy(
        () => import('../journeys/first-message.journey.ts'),
        'the chat > never says a code again that is typed into it, and says what it opens, in %s',
      ),
      heldBy(
        () => import('../bot/teams/handlers/shared-chat-actions.test.ts'),
        'the button of an item that was pressed in a channel > opens the guidance for everybody alike in %s, begins nothing of one’s own, and says where that is',
      ),
      heldBy(
        () => import('../bot/teams/handlers/weekly-summary-pages.test.ts'),
        'a card of a summary > asks for the role again at each press: whoever lost it is refused calmly',
      ),
    ],
  },
  {
    id: 'moved-seals-are-seen',
    promise:
      "A seal that was put beside another case, a message in somebody else's name and terms that differ from those inside are told to whoever opens the case.",
    said: {
      'docs/threat-model.md': [
        "*Cannot* put one case's seal beside another unseen",
        '*Cannot* have what the unit writes sealed to a mailbox of their own',
        '*Can* put other terms beside a seal. The report is shown; its reader is told each difference',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/casework/decrypt-report.test.ts'),
        'an opened report > shows no message that is of another key, number, direction or case, and counts it',
      ),
      heldBy(
        () => import('../leaks/forgeries.test.ts'),
        'somebody who can write to the database and holds no key > is never shown as the one who reported: neither words nor a name of theirs stands beside a genuine report',
      ),
      heldBy(
        () => import('../core/casework/term-mismatch.test.ts'),
        'the terms beside a report’s seal > are named to whoever opens it where they say another %s, and the report is there',
      ),
    ],
  },
  {
    id: 'hostile-server-gets-no-words',
    promise:
      "A page that was built with the signer's key seals to nobody but those of the signed list and sends no word unsealed, whatever its server answers.",
    said: {
      'docs/threat-model.md': [
        "*Cannot*, by the server's answers",
        'it sends back proofs only',
        'A malformed answer is none',
      ],
    },
    tests: [
      heldBy(
        () => import('../crypto/recipient-list.test.ts'),
        'a page > refuses a list that is unsigned or badly signed, once it was built with a signer',
      ),
      heldBy(
        () => import('../tab/report/hostile-server.test.ts'),
        'a page whose server does what it likes > never breaks, sends no word, code or name, seals to nobody but those of the list, and shows nothing made up',
      ),
    ],
  },
  {
    id: 'subject-card-cannot-be-forged',
    promise: 'A card of whom a report is about opens only as it was made, for its case and in its place.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* make a card of whom a report is about',
        '*Cannot* read whom a report is about',
        'Overwritten cards still match',
      ],
    },
    tests: [
      heldBy(
        () => import('../crypto/subject-card-encryption.test.ts'),
        'a subject card > does not open for another %s',
      ),
      heldBy(
        () => import('../tab/subjects/compare-encrypted-subject-cards.test.ts'),
        'comparing sealed cards > refuses a card that is forged, that is of another case, or that somebody else is said to have written',
      ),
      heldBy(
        () => import('../browser/tab/forged-cards.test.ts'),
        'a card that someone who has the store forges > is refused and said where it is made up, swapped or put back, and hides no true match',
      ),
    ],
  },
  {
    id: 'title-cannot-be-forged',
    promise:
      'A working title is shown only as it was sealed, for its case and in its place, and no earlier one for it.',
    said: {
      'docs/threat-model.md': ['a title that was forged, swapped or put back is refused'],
    },
    tests: [
      heldBy(
        () => import('../tab/titles/title-crypto.test.ts'),
        'a title that the server hands out > is refused where it is forged, of another case, version, person, tenant or group',
      ),
      heldBy(
        () => import('../tab/titles/title-crypto.test.ts'),
        'a title that the server hands out > is refused where it is an earlier one than this page has seen',
      ),
    ],
  },
  {
    id: 'reporters-leave-rows-as-they-are',
    promise: 'Whoever reports, comes back or reads leaves what is kept of everybody as it is to the byte.',
    said: {
      'docs/threat-model.md': ['**reporting, coming back and reading leave it identical to the byte**'],
    },
    tests: [
      heldBy(
        () => import('../leaks/uniform-responses.test.ts'),
        'beside the %s door, in %s, what is kept of everybody > is the same to the byte whoever reports, comes back and adds, and whoever does not',
      ),
    ],
  },
  {
    id: 'erasure-takes-the-seals',
    promise: 'An erasure takes the seals out of a case and its history, in SQLite also from the file and its log.',
    said: {
      'docs/threat-model.md': [
        '*Erasure*: removes the seals from a case and its history',
        '*SQLite*: rows are not numbered in order, removed content is overwritten and the log is cut',
      ],
    },
    tests: [
      heldBy(
        () => import('../contracts/case-erasure.contract.ts'),
        'erasure in CaseStore of ${name} > takes every seal out, and leaves the history whole with its digests',
      ),
      heldBy(
        () => import('../storage/sqlite/erasure.test.ts'),
        'what is removed from a SQLite store > leaves nothing of an erased case but its tombstone',
      ),
    ],
  },
  {
    id: 'identity-takes-two-custodians',
    promise:
      'If the force has set two custodians, an identity is handed out only with another who agreed to that very request in the week before.',
    said: {
      'docs/threat-model.md': ['*Cannot*, if the force has set `IDENTITY_CUSTODIANS=2`'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/identity-request.test.ts'),
        'where it takes two custodians > one alone opens nothing, however often they agree',
      ),
      heldBy(
        () => import('../core/casework/identity-request.test.ts'),
        'whatever anybody does in whatever order > an identity is handed out to a custodian only with another who agreed to the request that stands',
      ),
    ],
  },
  {
    id: 'identity-takes-a-request',
    promise:
      'Else an identity takes the request of somebody else, or a life at risk, and the reserve and the reporter are told.',
    said: {
      'docs/threat-model.md': [
        '*Cannot*, if it has not, be handed an identity unless someone else requests it',
        'Without a custodian no confidential report is accepted',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/identity-decryption.test.ts'),
        'a confidential identity in a case %s, if the force has set nothing > is handed to no custodian who was not asked, whatever they write',
      ),
      heldBy(
        () => import('../access/no-custodian.test.ts'),
        'a server on whose lists there is no custodian > keeps nothing of a confidential report that a script sends',
      ),
    ],
  },
  {
    id: 'key-needs-its-passphrase',
    promise: 'A stolen identity file opens with its passphrase alone, and six drawn words are worth 66 bits.',
    said: {
      'docs/threat-model.md': ['*Cannot* use a key without its passphrase'],
    },
    tests: [
      heldBy(
        () => import('../crypto/node/identity-file.test.ts'),
        'an identity file > opens with its passphrase, asked for only where it is needed',
      ),
      heldBy(
        () => import('../crypto/passphrase-generator.test.ts'),
        'the %s words > make passphrases of six, worth 66 bits, that are long enough',
      ),
    ],
  },
  {
    id: 'left-page-holds-no-key',
    promise:
      'A page that was left drops its key after 15 minutes, on "Lock" and with the page, and what was opened goes with it.',
    said: {
      'docs/threat-model.md': ['*Cannot* find a key in a page that was left'],
    },
    tests: [
      heldBy(
        () => import('../tab/crypto/key-store.test.ts'),
        'the keeper of keys > drops everything after 15 minutes without anybody, and not before',
      ),
      heldBy(
        () => import('../tab/crypto/decrypted-text-index.test.ts'),
        'what was opened in the page > is gone once the keys are locked, with what was looked for, and nothing is kept after that',
      ),
    ],
  },
  {
    id: 'bot-takes-teams-tokens-alone',
    promise:
      'The bot runs nothing without a token that Teams was given for our app, its address and a person of our tenant.',
    said: {
      'docs/threat-model.md': [
        "*Cannot* use the bot's endpoint without a token",
        "*Cannot* speak for anyone: Candour accepts tokens of Teams' issuer alone",
        'Neither token nor alert goes to other hosts',
      ],
    },
    tests: [
      heldBy(() => import('../bot/tokens.test.ts'), 'a caller > with a token of %s is refused'),
      heldBy(
        () => import('../access/tokens.test.ts'),
        'a token that Entra gives and not Teams > of %s, version %s by %s, is refused',
      ),
      heldBy(
        () => import('../door/unauthenticated-requests.test.ts'),
        'costs no more for the last of many strangers than for the first, and keeps nothing of them',
      ),
    ],
  },
  {
    id: 'strangers-cannot-crash-it',
    promise:
      'No bytes, bodies, links or connections of a stranger crash the server, make it slow for others or come back from it.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* crash it, slow it for others or make it repeat what it was sent',
        'Tokens are checked before bodies are read, made-up sessions read the store once a second',
        '*Cannot* keep others out by a flood of made-up links',
        'Headers have 16 KB and five seconds, a body 512 KB and ten seconds',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/http/http-servers.test.ts'),
        'a request that no client of Teams sends > with %s is refused without a word of it, and the server stands',
      ),
      heldBy(
        () => import('../bot/http/limit-connections.test.ts'),
        'connections that are too many > let each of a thousand honest requests through while others read nothing',
      ),
      heldBy(
        () => import('../bot/partners/partner-rate-limits.test.ts'),
        'a flood of made-up links > takes nothing from those who hold a real one, and fills no log',
      ),
      heldBy(
        () => import('../bot/http/limit-connections.test.ts'),
        'connections that are too many > are made room for by the one that has moved nothing for longest, and never by one that just did',
      ),
    ],
  },
  {
    id: 'tab-takes-entra-tokens-alone',
    promise:
      "The tab's API takes only a token, with each request, that Entra signed for our app, our tenant and a person, and that is good now.",
    said: {
      'docs/threat-model.md': [
        "*Cannot* use the tab's API without a token",
        "requested by Microsoft's clients or `TAB_CLIENTS`",
        '*Cannot* use a session: there is no cookie',
      ],
    },
    tests: [
      heldBy(() => import('../bot/api/caller-authentication.test.ts'), 'a token of the tab > %s is refused'),
      heldBy(
        () => import('../bot/api/caller-authentication.test.ts'),
        'a token that another app asked for > is refused: %s',
      ),
      heldBy(() => import('../tab/api/api-client.test.ts'), 'the way to the API > asks nothing without a token'),
    ],
  },
  {
    id: 'numbers-say-nothing-of-reports',
    promise: 'The public address never answers /metrics, and a report leaves the numbers as they were.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* reach `/metrics`',
        'A report from the first card to its posted alert leaves them unchanged',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/runtime/metrics/metrics.test.ts'),
        'the numbers of a server > are handed out at the address of the health checks, and never at the public one',
      ),
      heldBy(
        () => import('../bot/runtime/metrics/metrics.test.ts'),
        'the numbers of a server > are moved by no report, no receipt, no coming back and no alert',
      ),
    ],
  },
  {
    id: 'public-pages-note-no-reader',
    promise:
      'Pages of the guidance set no cookie, hold no script, load nothing from elsewhere and leave no line in a log.',
    said: {
      'docs/threat-model.md': ['these pages set no cookie, hold no script, load nothing from elsewhere'],
    },
    tests: [
      heldBy(
        () => import('../bot/http/guidance-routes.test.ts'),
        'the guidance for everybody > sets no cookie, has no script or form, and lets nothing be loaded, kept, framed or told',
      ),
    ],
  },
  {
    id: 'invitation-opens-once',
    promise:
      'An invitation is used once and reads nothing, and what an admin does with it is seen by the other admins.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* read anything with it: a signed-in person can hand a report in',
        '*An admin* can invite someone who is not a partner',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/partners/invitations.test.ts'),
        'an invitation > is used once, by a passkey, and is the access that the admin sees by its number and day',
      ),
      heldBy(() => import('../bot/partners/hostile-sign-in.test.ts'), 'signing in with a passkey > is refused %s'),
      heldBy(
        () => import('../bot/partners/invitations.test.ts'),
        'what an admin does > is seen by the other admins, with who did it, and holds no token',
      ),
    ],
  },
  {
    id: 'answers-carry-safe-headers',
    promise: 'Answers are kept in no cache and let a page run nothing of others, and the tab is framed by Teams alone.',
    said: {
      'docs/threat-model.md': ['*Cannot* put the tab into a frame of its own', 'Answers say `Cache-Control: no-store`'],
    },
    tests: [
      heldBy(
        () => import('../bot/http/built-files.test.ts'),
        'the page of the tab > may be framed by Teams’ hosts alone, in development by the page that stands in for them as well',
      ),
      heldBy(() => import('../bot/http/http-servers.test.ts'), 'every answer > at %s forbids what it can'),
    ],
  },
  {
    id: 'what-people-wrote-stays-text',
    promise:
      'What people wrote is drawn as plain text, a link opens only over https, as a number or an address, and no file holds a formula of theirs.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* reach the page by a card or a report',
        '*Cannot* put more than words into a report',
        '*Cannot* be sent a formula by the author of the mapping or the answers',
      ],
    },
    tests: [
      heldBy(() => import('../tab/report/open-link.test.ts'), 'a link on a card > stays shut where it is %j'),
      heldBy(
        () => import('../access/terminal-escapes.test.ts'),
        'a report with words that a terminal obeys > is kept as it was typed and shown as plain text, below all that Candour says of it',
      ),
      heldBy(
        () => import('../summary/returns/return-files.test.ts'),
        'a heading that a spreadsheet could take for a formula > runs in no file, and is there to be read',
      ),
    ],
  },
  {
    id: 'file-is-shown-in-a-closed-frame',
    promise:
      'A file of a report is shown in a frame that lets nothing in or out, a PDF only if it is pictures. One that is made to hurt is refused or ends with its worker.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* reach the page by a file',
        '*Cannot* take the page down with it',
        '*Cannot* have the page contact anyone, or run code of its own',
      ],
    },
    tests: [
      heldBy(
        () => import('../tab/file-viewer/frame/bound-pages.test.ts'),
        'a PDF that was bound > is none where anything but a picture is another, longer or shorter',
      ),
      heldBy(
        () => import('../browser/tab/file-frame.test.ts'),
        'the frame that shows files > has an origin of its own, and no way out by request, element, form, worker or storage',
      ),
      heldBy(
        () => import('../browser/refused-files.test.ts'),
        'a PDF that is made to hurt > ends its worker, if anything: arrays in arrays, pages that lead to themselves, drawings that draw themselves',
      ),
    ],
  },
  {
    id: 'clean-copy-says-what-is-seen',
    promise: 'A clean copy of a file says no more than what is seen of it, for staff and partners alike.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* say more than can be seen in it',
        '*A file that is passed on* is a clean copy',
      ],
    },
    tests: [
      heldBy(
        () => import('../browser/clean-copies.test.ts'),
        'a clean copy > of a JPEG has its pixels and no byte of what stood beside them, which is told',
      ),
      heldBy(
        () => import('../browser/partners/partner-report-files.test.ts'),
        'files at the page of partners (%s) > go along as clean copies, once they were looked at, and nothing else of them does',
      ),
    ],
  },
  {
    id: 'recording-has-no-tags',
    promise:
      'A clean copy of a recording has its picture and its sound as they were encoded, and no tag, name, date, place or thumbnail.',
    said: {
      'docs/threat-model.md': ["A recording's copy keeps picture and sound as they were encoded"],
    },
    tests: [
      heldBy(
        () => import('../tab/files/recordings/clean-recording.test.ts'),
        'a clean copy of a recording > %s has its picture and sound, and nothing beside them',
      ),
      heldBy(
        () => import('../browser/clean-recordings.test.ts'),
        'the clean copy of a recording > %s is the same to the byte as one made without a browser',
      ),
    ],
  },
  {
    id: 'cut-recording-hides-nothing',
    promise: 'What an app cut from a recording and left in the file is shown by its clean copy, and said in seconds.',
    said: {
      'docs/threat-model.md': ['*Cannot* hide what an app cut from a recording'],
    },
    tests: [
      heldBy(
        () => import('../tab/files/recordings/clean-recording.test.ts'),
        'a clean copy of a recording > hides nothing that the recording hid, and says how many seconds it shows more',
      ),
    ],
  },
  {
    id: 'cut-recording-is-sent-once-played',
    promise: 'A recording from which an app cut something is sent only once its person has played the clean copy.',
    said: {
      'docs/threat-model.md': ['the person who adds it plays it before it goes'],
    },
    tests: [
      heldBy(
        () => import('../tab/files/pending-files.test.ts'),
        'files that are held in the page > are not sent while nobody has played a recording that holds what was cut out of it',
      ),
      heldBy(
        () => import('../browser/tab/recording-preview.test.ts'),
        'the preview of a recording before it is sent, in %s > has a film that was cut played before it goes',
      ),
    ],
  },
  {
    id: 'chosen-file-is-not-left-behind',
    promise: 'A chosen file is held until it is kept or its person removes it.',
    said: {
      'docs/threat-model.md': ['*Cannot* be left behind silently'],
    },
    tests: [
      heldBy(
        () => import('../tab/report/chosen-files.test.ts'),
        'a file that was chosen at the door of %s > is kept or still held, at whichever card it was chosen and whatever is pressed next',
      ),
    ],
  },
  {
    id: 'stolen-token-reads-no-report',
    promise:
      'A token of the tab leads to ciphertext alone, and a case counts as opened only once its page proved that it holds the key.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* read a report with it: it leads to ciphertext',
        'A case is handed out, and recorded as opened, only after its page has opened a challenge',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/decryption-without-key.test.ts'),
        'somebody who may see a case and holds no key > is not said to have opened it, and no rule is met by them: the case is new, and its end is told',
      ),
    ],
  },
  {
    id: 'taking-follows-the-question',
    promise:
      'A page offers to take a case only once it is open and its reader has said that they know nobody in it, and sends nothing before they take it.',
    said: {
      'docs/threat-model.md': [
        'The page offers to take a case only once it is open and its reader has said that they know nobody in it',
      ],
    },
    tests: [
      heldBy(
        () => import('../tab/case/take-case.test.ts'),
        'taking a case > is not offered before the report is open, and then only after the question whether one knows anyone in it',
      ),
      heldBy(
        () => import('../tab/case/take-case.test.ts'),
        'taking a case > is sent by the command alone: an answer sends nothing, and someone who knows anyone is led away',
      ),
    ],
  },
  {
    id: 'no-match-goes-out-of-sight',
    promise:
      'Nothing that anyone adds to a card, and no confirmation but of exactly these places and in both histories, takes a match out of sight.',
    said: {
      'docs/threat-model.md': [
        'nothing that anyone adds to a card hides another',
        'A confirmation in one history alone settles no match',
      ],
    },
    tests: [
      heldBy(
        () => import('../core/casework/subject-matching.test.ts'),
        'someone who adds to a card > takes no pair of people out of what is found, on either card and wherever they write',
      ),
      heldBy(
        () => import('../tab/case/visible-matches.test.ts'),
        'the matches that are shown > are each pair of people of two cases, and a confirmation settles only its own',
      ),
      heldBy(
        () => import('../core/casework/same-person.test.ts'),
        'half a confirmation > settles no match: a case is said to be confirmed only if both histories say so, and until one says otherwise',
      ),
      heldBy(
        () => import('../browser/tab/forged-cards.test.ts'),
        'a confirmation that someone who has the store forges > settles no match and joins no cases: alone in one history, or in both but not as they were written',
      ),
    ],
  },
  {
    id: 'danger-is-asked-until-recorded',
    promise:
      'What is known about danger is asked of each case that someone opened, by the limit of the force, until it is recorded, and again once danger is said anew or who recorded it is shut out.',
    said: {
      'docs/threat-model.md': ["stays in each colleague's list until what is known about danger is recorded"],
    },
    tests: [
      heldBy(
        () => import('../core/casework/first-day.test.ts'),
        'what is known about danger > is asked once somebody has opened the report, until it is recorded with its author and the day',
      ),
      heldBy(
        () => import('../core/casework/first-day.test.ts'),
        'what is known about danger > is asked again after an urgent addition and after a reopening, and not after any other message',
      ),
      heldBy(
        () => import('../core/casework/first-day.test.ts'),
        'the limits of the first day > run from the opening, or from receipt, once somebody has opened the report',
      ),
      heldBy(() => import('../tab/case/next-step.test.ts'), 'the next step of %s is said by its record'),
    ],
  },
  {
    id: 'same-person-is-parted-by-two',
    promise:
      'That two cards name one person is in both histories, is taken back by two people, and goes with a case that is erased.',
    said: {
      'docs/threat-model.md': ['The page names who did, and two people can part them'],
    },
    tests: [
      heldBy(
        () => import('../core/casework/same-person.test.ts'),
        'people on two cards who are confirmed to be one > are said to be so in both histories, as a combination, by card and place, once however often it is said',
      ),
      heldBy(
        () => import('../core/casework/same-person.test.ts'),
        'parting people who were confirmed to be one > takes two, the second with the reason read, and splits the group in both histories',
      ),
      heldBy(
        () => import('../core/casework/same-person.test.ts'),
        'a group of cases > loses an erased case, and what it alone joined',
      ),
    ],
  },
  {
    id: 'printing-is-recorded-and-stamped',
    promise:
      'The page prints an opened report only if the force lets it, once the history has it, with who, when and which entry on each page; any other print shows no opened word.',
    said: {
      'docs/threat-model.md': [
        "The page's own print asks first, records it in the history, then stamps name, time and entry on each page",
        'a print past it shows no opened word',
        '`PRINT_REPORTS=no` takes the button away',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/print-report.test.ts'),
        'printing an opened report > is recorded once a request, for a handler who has opened it and nobody else',
      ),
      heldBy(
        () => import('../access/print-report.test.ts'),
        'printing an opened report > is refused where a force has shut it, whatever the page asks',
      ),
      heldBy(
        () => import('../browser/tab/print-report.test.ts'),
        'printing an opened report, in %s > asks first, records it, and stamps who and when on each page',
      ),
    ],
  },
  {
    id: 'supervisor-learns-of-no-case-that-is-not-theirs',
    promise: 'A supervisor’s page counts nothing of a case that the reserve handles, or from which they are excluded.',
    said: {
      'docs/threat-model.md': ['*Cannot* learn of a case that the reserve handles, or from which they are excluded'],
    },
    tests: [
      heldBy(
        () => import('../access/supervisor.test.ts'),
        'the unit as its supervisor sees it > is the same whether or not there are cases of the reserve, or from which the supervisor is shut out',
      ),
    ],
  },
  {
    id: 'supervisor-signs-off',
    promise:
      'A case of what the force lists ends without action, as the same as another, or not referred, only if a supervisor is one of the two who end it.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* end a case of the unit without action, as the same as another, or after a decision not to refer it',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/signed-off-by-supervisor.test.ts'),
        '“no further action” on what a force lists > is not signed off by a colleague, nor by the supervisor alone, nor for another outcome',
      ),
      heldBy(
        () => import('../access/signed-off-by-supervisor.test.ts'),
        '“not to be referred” on what a force lists > lets the case end only once a supervisor agreed to its outcome, whatever that is',
      ),
      heldBy(
        () => import('../access/signed-off-by-supervisor.test.ts'),
        '“the same as another case” on what a force lists > waits for a supervisor, whatever the other case is',
      ),
      heldBy(
        () => import('../core/casework/four-eyes-search.test.ts'),
        'one person alone > closes, exports, erases and hides no case that others see, but another is told or has agreed (%i)',
      ),
    ],
  },
  {
    id: 'sample-is-drawn-once',
    promise: 'A dip sample is drawn by the server, once for a month, and each look at a case of it is in its history.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* choose or redraw a dip sample',
        '*Cannot* see what staff did in a case of the sample before the look is in its history',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/dip-sample.test.ts'),
        'a dip sample > is ten closed cases of the month, and the same for who asks again, after a restart and for another supervisor',
      ),
      heldBy(
        () => import('../access/dip-sample.test.ts'),
        'a dip sample > shows what staff did once the look is in the history, with no words and nothing of who reported',
      ),
    ],
  },
  {
    id: 'each-role-does-what-is-its-own',
    promise: 'Each button, command and operation does for each role what a written table says, and nothing for others.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* do what their role does not allow',
        '*Cannot* open a report, or see a list of cases',
        '*Cannot* see, list, count or find a case, an identity or a key, by any operation',
        '*Cannot* open, list or find a case, or read a report, an identity or who reported, by this role',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/roles.test.ts'),
        'a button > that says "$name" gives each role what is theirs, wherever it stands',
      ),
      heldBy(
        () => import('../access/tab.test.ts'),
        'the table of the tab’s operations > refuses %s to everybody else, always alike, and notes that',
      ),
      heldBy(
        () => import('../access/communications.test.ts'),
        'somebody who writes guidance and nothing else > is refused every operation on cases, identities, figures and keys, and leaves nothing in a case',
      ),
    ],
  },
  {
    id: 'flood-slows-only-its-sender',
    promise: 'What somebody floods slows them down alone, at one pace for all servers.',
    said: {
      'docs/threat-model.md': ['*Cannot* lock anyone out'],
    },
    tests: [
      heldBy(
        () => import('../bot/runtime/rate-limiter.test.ts'),
        'the throttle > keeps one person’s flood from anybody else: a training group of 30 is served',
      ),
      heldBy(
        () => import('../bot/runtime/rate-limit-tokens.test.ts'),
        'the pace of somebody among several servers > is not %i times as much with as many servers',
      ),
    ],
  },
  {
    id: 'one-person-has-a-budget',
    promise: 'What one person hands in, and what is written into one case, is bounded, and ordinary use leaves no row.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* send many reports',
        'Normal use leaves none',
        'A case takes a bounded number of entries',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/runtime/work-budget.test.ts'),
        'what one person may hand in > is a few of each kind, and each kind by itself',
      ),
      heldBy(
        () => import('../bot/runtime/work-budget.test.ts'),
        'what is written down > is nothing of somebody who sends one report or five, with their files, drafts and additions',
      ),
      heldBy(
        () => import('../access/case-bounds.test.ts'),
        'the words of those who handle a case > end for a day at their bound, by number and by size, and go on the day after',
      ),
      heldBy(
        () => import('../access/long-cases.test.ts'),
        'a case with a thousand entries > costs no more than a short one: %s',
      ),
    ],
  },
  {
    id: 'export-changes-show',
    promise:
      'A changed character, a dropped entry or another kind of an exported case shows, and without a key to hold the signature against the check does not end well.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* change it unseen: content, PDF, history',
        'ends with 4',
        '*Cannot* be handed the whole of a case as its sanitised text',
        '*Cannot* be given a log from which an entry was dropped',
      ],
    },
    tests: [
      heldBy(
        () => import('../cli/verify-export.test.ts'),
        'any tampering of an exported file > of one character is found',
      ),
      heldBy(
        () => import('../cli/verify-export.test.ts'),
        'npm run verify-export > does not end well without a key to hold the signature against, because anybody can make a whole file',
      ),
      heldBy(
        () => import('../cli/verify-export.test.ts'),
        'npm run verify-export > says what it is by what is signed, whatever it is called: %s',
      ),
      heldBy(
        () => import('../tab/exports/exported-log.test.ts'),
        'a whole export > is found out where a log is added to it or taken from it, whoever signs',
      ),
    ],
  },
  {
    id: 'exported-text-is-the-signed-one',
    promise: 'The text of a sanitised export is the one that a second person signed off, or the check shows it.',
    said: {
      'docs/threat-model.md': [
        '*Cannot* be given another text than the one a second person signed off',
        'the file holds the seal of that text, its key and its signed digest',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/signed-text.test.ts'),
        'a text that a second person signed off > is not another one for whoever exports it: one word is found',
      ),
    ],
  },
  {
    id: 'export-names-no-reporter',
    promise: "No export tells the reporter's name, and a sanitised one nothing of how it was reported.",
    said: {
      'docs/threat-model.md': ["*Is not* told the reporter's name, by either kind of export"],
    },
    tests: [
      heldBy(
        () => import('../tab/exports/export-files.test.ts'),
        'a sanitised export > holds the text that was signed off and the case, and nothing of how it was reported',
      ),
      heldBy(
        () => import('../tab/exports/export-files.test.ts'),
        'a whole export > holds the report with labels in its own language, the messages, and no name',
      ),
    ],
  },
  {
    id: 'addition-is-told-at-its-own-time',
    promise: 'What is added while an alert is under way is told at its own time, and danger at once.',
    said: {
      'docs/threat-model.md': [
        'An addition made while an alert is being acknowledged is announced at its own time',
        'words sent again with "someone is at risk now" are new and urgent',
      ],
    },
    tests: [
      heldBy(
        () => import('../journeys/concurrent-addition.test.ts'),
        'what is added while an alert of the case is on its way > is told at once where somebody is at risk, though the alert that arrives is of before',
      ),
      heldBy(
        () => import('../journeys/concurrent-addition.test.ts'),
        'what is added about the unit > is urgent for the reserve where the mark is set by a second press, as the card then says',
      ),
    ],
  },
  {
    id: 'erased-report-is-said',
    promise: 'Words for a report that was erased meanwhile are refused with the reason, and stay with their writer.',
    said: {
      'docs/threat-model.md': [
        'Someone who sends words to an erased report is told',
        'as what a handler typed stays on the page',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/erased-case.test.ts'),
        'words for a case that was erased meanwhile > are refused by their reason and left out of it: %s',
      ),
      heldBy(
        () => import('../contracts/intake.contract.ts'),
        'the desk ${name} > says of an erased report the day, and takes nothing for it',
      ),
    ],
  },
  {
    id: 'start-refuses-a-bad-store',
    promise:
      'A start refuses a store that is damaged, altered, of development or of a version it cannot read, and leaves it as it is; and settings in a file that Node would read for itself. Stores of earlier releases open and verify.',
    said: {
      'docs/threat-model.md': [
        'A start checks the whole file and names what is wrong',
        'production refuses a store of development',
        'It rebuilds a `-shm`',
        '*Cannot* plant a trigger, view or index in the SQLite file unseen',
        'Both stores refuse by name a store from before the tab',
        '*Cannot* have a start load code by `.env`',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/config/env-file.test.ts'),
        'the file .env > is refused where it has %s, and nothing of it is said',
      ),
      heldBy(
        () => import('../bot/main.test.ts'),
        'npm run serve > refuses a store that %s, in a sentence that names it, and leaves it as it is',
      ),
      heldBy(
        () => import('../storage/sqlite/schema-check.test.ts'),
        'a file whose schema somebody changed > by %s is not opened, backed up or restored, and stays as it is',
      ),
      heldBy(
        () => import('../storage/sqlite/unsupported-version.test.ts'),
        'a SQLite file of before the tab > is refused by name, and stays as it is for the version that made it',
      ),
      heldBy(
        () => import('../storage/aged/older-store.test.ts'),
        'a store that commit 7765cd8 left in $kind > has every history as it was, whole, and an audit that says so',
      ),
    ],
  },
  {
    id: 'audit-looks-beside-the-history',
    promise:
      'The audit finds rows beside the history that were changed, lists go by the records, and the settings have a history that the anchor covers.',
    said: {
      'docs/threat-model.md': [
        'The audit recomputes the rows',
        'Records decide who is excluded, not rows',
        'Channels of alerts, recipients and role lists have a history',
        'If someone moves alerts, the previous channel and the admins are told',
      ],
    },
    tests: [
      heldBy(
        () => import('../access/lists-and-records.test.ts'),
        'a list is held against the records > so that a case is not given back to somebody who is shut out of it, whatever its rows say',
      ),
      heldBy(
        () => import('../cli/audit-stores.test.ts'),
        'the audit of a SQLite file > finds what lists would get wrong: %s',
      ),
      heldBy(
        () => import('../cli/audit-settings.test.ts'),
        'the history of the settings in %s > stands in the anchor, and may grow since',
      ),
      heldBy(
        () => import('../bot/jobs/target-change.test.ts'),
        'a channel for alerts that somebody moves > is told that it is no longer the one, and so are the admins: by which role, and not by whom',
      ),
    ],
  },
  {
    id: 'odd-input-is-understood',
    promise:
      'Nulls, unknown kinds, capitals in ids and objects as text are taken for what they are, a blank text is no words, and a code is read among what surrounds it.',
    said: {
      'docs/threat-model.md': [
        '`null` for what is missing',
        'tenant and app ids in capitals',
        '"Acknowledge" without its data',
        'dialog data as a JSON string',
        'Invisible characters alone are no words',
        'a code with invisible characters',
      ],
    },
    tests: [
      heldBy(
        () => import('../bot/teams/incoming-activity.test.ts'),
        'an activity in which Teams says null for what is not there > is taken as one without it: %j',
      ),
      heldBy(
        () => import('../bot/teams/incoming-activity.test.ts'),
        'a button that comes without what it should send > leaves the alert in its channel as it is, with a sentence beside it: %j',
      ),
      heldBy(
        () => import('../core/model/invisible-characters.test.ts'),
        'a text in which nothing is to be seen > is blank exactly where nothing is left of it',
      ),
      heldBy(
        () => import('../core/model/crockford32.test.ts'),
        'symbols that are said aloud > are understood between what nobody sees, in quotes, and behind words that say what they are',
      ),
    ],
  },
  {
    id: 'development-refuses-a-force',
    promise: "Development refuses a force's settings and store, and answers this machine only.",
    said: {
      'docs/threat-model.md': ["Development, `npm run fill-weeks` included, refuses a force's settings and store"],
    },
    tests: [
      heldBy(
        () => import('../development/production-folder.test.ts'),
        'npm start in a folder that could be a force’s > refuses %s in one sentence, and writes nothing',
      ),
      heldBy(
        () => import('../development/reject-remote-requests.test.ts'),
        'development > answers nothing to a request with %s, on no route',
      ),
    ],
  },
  {
    id: 'flood-keeps-no-urgent-alert-back',
    promise:
      "A channel that is flooded or says 429 is left in peace, and a person's first two urgent reports of a day come before later ones.",
    said: {
      'docs/threat-model.md': ["Channels stay below Teams' limits"],
    },
    tests: [
      heldBy(
        () => import('../bot/jobs/combined-alerts.test.ts'),
        'a flood of urgent alerts on %s > keeps no first report of anybody from a post of its own',
      ),
    ],
  },
  {
    id: 'one-text-holds-nobody-up',
    promise: 'A text that costs too much is not parsed, or ends with its worker at a deadline.',
    said: {
      'docs/threat-model.md': ['Over-long texts are not parsed', 'marks on a letter are limited first'],
    },
    tests: [
      heldBy(
        () => import('../guidance/parse-blocks.test.ts'),
        'a text in Markdown > is not parsed with thousands of %s, whose time would grow with the square of their number',
      ),
      heldBy(
        () => import('../bot/content/text-worker-queue.test.ts'),
        'a server while somebody sends a text without end > answers everybody else, takes a report, and says to that person that it is too much',
      ),
      heldBy(
        () => import('../bot/teams/handlers/message-classifier.test.ts'),
        'a letter with thousands of marks on it > keeps nobody else waiting',
      ),
    ],
  },
  {
    id: 'saved-report-leaves-no-time',
    promise:
      'No line of a log and no record says when a report was saved, but for its alert, which holds a full hour, or the time if it is urgent, and the size of a seal shows steps alone.',
    said: {
      'docs/threat-model.md': [
        'No line of the log says that a report was saved',
        'A short and a long report, sent on two days at two times, leave records that differ in that hour alone',
        '*Can* see the size of a seal in steps',
      ],
    },
    tests: [
      heldBy(
        () => import('../leaks/stored-metadata.test.ts'),
        'what a report leaves in %s > is the same for a short and a long one at two times of two days, but for the hour of its alert: %s',
      ),
      heldBy(
        () => import('../crypto/padding.test.ts'),
        'padded text > has 4, 8, 16 KiB and so on, whatever stands in it',
      ),
    ],
  },
  {
    id: 'old-cards-tell-the-truth',
    promise: 'Any mixture of old and new cards of a report ends with exactly what the person was told is saved.',
    said: {
      'docs/threat-model.md': [
        'Any mixture of old and new cards of a report ends with exactly what the person was told is saved',
      ],
    },
    tests: [
      heldBy(
        () => import('../leaks/old-cards.test.ts'),
        'any sequence of old and new cards > ends with exactly what the person was told is saved',
      ),
    ],
  },
  {
    id: 'dialog-inputs-reach-no-audit-log',
    promise: "What is typed into a dialog reaches neither Teams' audit log nor the mailbox copy of a chat.",
    said: {
      'docs/threat-model.md': ['Microsoft documents that inputs in dialogs do not'],
    },
    tests: [],
    untested:
      'Takes a tenant of Microsoft 365 with its audit log: docs/go-live.md has each force try it in a test tenant.',
  },
  {
    id: 'setup-takes-no-private-half',
    promise: 'Setup makes no key that opens a report, and takes none: nothing of a private half is saved or shown.',
    said: { 'docs/threat-model.md': ['it refuses a private half, wrapped or not, wherever it is typed or pasted'] },
    tests: [
      heldBy(
        () => import('../cli/setup/private-half.test.ts'),
        'a private half > is refused at every question as %s, and nothing of it is saved or shown',
      ),
      heldBy(
        () => import('../cli/setup/setup.test.ts'),
        'setup > makes no key that opens reports: without their lines it says where they are made, and keeps the rest',
      ),
    ],
  },
];
