import { z } from 'zod';
import { agreeClosing } from '../concerns/casework/closing-agreement.ts';
import { conflictDeclaring } from '../concerns/casework/conflict.ts';
import { addTask, finishTask, logEntry } from '../concerns/casework/decision-log.ts';
import { askErasure, eraseCase, refuseErasure } from '../concerns/casework/erasure.ts';
import { personExcluding, readmitPerson } from '../concerns/casework/exclusion.ts';
import { exportCase } from '../concerns/casework/export-case.ts';
import { assignCase, decideReferral, doubtCase, noteCase, setReview } from '../concerns/casework/handling.ts';
import { askIdentity, withdrawIdentity } from '../concerns/casework/identity-request.ts';
import { caseLinking } from '../concerns/casework/link-case.ts';
import {
  askDetriment,
  confirmUpdate,
  leaveDetriment,
  messageReporter,
  stopMessages,
} from '../concerns/casework/messages.ts';
import { notSameSaying } from '../concerns/casework/not-same.ts';
import { closeCase, moveCase, triageCase } from '../concerns/casework/progress.ts';
import { sanitiseCase, signSanitised } from '../concerns/casework/sanitised-text.ts';
import { setAsideMessage } from '../concerns/casework/set-aside.ts';
import type { Attestation, ExportedEntry } from '../concerns/casework/exported-case.ts';
import type { UseCase } from '../concerns/casework/use-case.ts';
import { caseIdSchema, daySchema } from '../concerns/records/case-record.ts';
import { detrimentMonths } from '../concerns/records/case-terms.ts';
import { mostHints } from '../concerns/records/event-record.ts';
import { gradingSchema } from '../concerns/terms/grading.ts';
import { historyParts, logTerms } from '../concerns/terms/history-terms.ts';
import { flags, recordedTowards } from '../concerns/terms/kinds.ts';
import { nationalCategories } from '../concerns/terms/national-categories.ts';
import {
  closingAnswers,
  erasureReasons,
  exportPlaces,
  outcomes,
  referralDecisions,
  regimes,
} from '../concerns/terms/outcomes.ts';
import type { CaseView, Changed, OpenedPage, OpenedSeals, ShownEntries } from './answers.ts';
import { acting, answer, type Definitions, handling } from './definition.ts';
import {
  change,
  digest,
  entry,
  objectId,
  ofACase,
  reason,
  request,
  sealed,
  words,
  wordsForCustodians,
  wordsForHandlers,
} from './fields.ts';

/** Drawn by the page for each time it seals a message: it stands inside the seal as well. */
const messageId = request;
/** After how many months it is asked whether somebody was treated worse: as the page shows it. */
const months = z.literal(detrimentMonths);
const withWords = { words: words.optional() };
/** On a hub's case, and on no other: how the person may be contacted was read and confirmed. */
const confirmedContact = { confirmedContact: z.literal(true).optional() };

/** A change of a case by somebody who handles it, which answers with the changed case. */
const changes = <Body extends z.ZodType>(useCase: Pick<UseCase<z.output<Body>>, 'act'>, body: Body) => ({
  body,
  answer: answer<Changed>(),
  roles: handling,
  ...acting(useCase),
});
/** Something that is looked at, of which an entry says so; or nothing, if one does already. */
const looks = { roles: handling, reads: true } as const;

/** The operations on one case by those who handle it, but for those on its files and its subject cards. */
export const caseworkOperations = {
  'case.view': { ...looks, body: ofACase, answer: answer<CaseView>(), leaves: { history: ['viewed'] } },
  /** The entries of its history before a place, or of those one part of it. */
  'case.viewEarlier': {
    ...looks,
    body: z.strictObject({ caseId: caseIdSchema, before: z.int().min(1), part: z.enum(historyParts).optional() }),
    answer: answer<ShownEntries>(),
    leaves: { history: ['viewed'] },
  },
  /** A seal of no case: a person who opens it holds the key that such cases are sealed to now. */
  'case.challenge': { ...looks, body: ofACase, answer: answer<{ readonly sealed: string }>(), leaves: 'nothing' },
  /** `proof` is what the seal of a challenge says. A page that sends none is answered as one that is wrong. */
  'case.consult': {
    ...looks,
    body: ofACase.extend({ proof: z.string().max(100) }),
    answer: answer<OpenedSeals & OpenedPage>(),
    leaves: { history: ['consulted'] },
  },
  /** A further page of an opening: `opening` is the place in the history of the entry that the opening left. */
  'case.consultFurther': {
    ...looks,
    body: z.strictObject({ caseId: caseIdSchema, opening: z.int().min(1), after: z.int().min(1) }),
    answer: answer<OpenedPage>(),
    // What it hands out stands in the history already: it asks for the entry that says so.
    leaves: 'nothing',
  },
  'case.acknowledge': {
    body: entry,
    answer: answer<Changed>(),
    roles: handling,
    leaves: { history: ['acknowledged'] },
  },
  'case.triage': changes(
    triageCase,
    change.extend({
      category: z.enum(nationalCategories),
      grading: gradingSchema,
      flags: z.array(z.enum(flags)).max(flags.length),
      regime: z.enum(regimes),
      /** A page from before it was asked sends none. */
      towards: z.enum(recordedTowards).optional(),
      ...withWords,
    }),
  ),
  'case.move': changes(
    moveCase,
    change.extend({ to: z.enum(['inProgress', 'awaitingReporter', 'reopened']), ...withWords }),
  ),
  'case.close': changes(
    closeCase,
    change.extend({
      outcome: z.enum(outcomes),
      /** A page from before there were answers sends none: then no more is said than that it is over. */
      answer: z.enum(closingAnswers).default('withheld'),
      words: reason,
    }),
  ),
  'case.agreeClosing': changes(agreeClosing, change.extend({ outcome: z.enum(outcomes), words: reason })),
  'case.assign': changes(assignCase, change.extend({ to: objectId.optional(), ...withWords })),
  'case.note': changes(noteCase, entry.extend({ words })),
  'case.logEntry': changes(logEntry, entry.extend({ as: z.enum(logTerms), words: wordsForHandlers })),
  'case.addTask': changes(
    addTask,
    entry.extend({ dueOn: daySchema, person: objectId.optional(), words: wordsForHandlers }),
  ),
  'case.finishTask': changes(finishTask, entry.extend({ task: digest })),
  'case.decideReferral': changes(decideReferral, change.extend({ decision: z.enum(referralDecisions), words })),
  'case.sanitise': changes(sanitiseCase, change.extend({ words })),
  'case.signSanitised': changes(
    signSanitised,
    change.extend({
      of: digest,
      /** How many hints in it were confirmed: its words stay on the page. */
      confirmed: z.int().min(0).max(mostHints).optional(),
    }),
  ),
  /** The case is gone for whoever declared a conflict; nothing of it comes back. */
  'case.declareConflict': {
    ...changes(conflictDeclaring, entry.extend(withWords)),
    answer: answer<{ readonly out: true }>(),
  },
  /** `out` where somebody shut themselves out. */
  'case.excludePerson': {
    ...changes(personExcluding, entry.extend({ person: objectId, words })),
    answer: answer<Changed | { readonly out: true }>(),
  },
  'case.readmitPerson': changes(readmitPerson, entry.extend({ person: objectId, words })),
  'case.link': changes(caseLinking, entry.extend({ other: caseIdSchema })),
  'case.notSame': changes(notSameSaying, entry.extend({ other: caseIdSchema, revised: z.boolean(), words })),
  'case.setReview': changes(setReview, change.extend({ reviewOn: daySchema, hold: z.boolean(), ...withWords })),
  'case.askErasure': changes(askErasure, change.extend({ reason: z.enum(erasureReasons), words: reason })),
  'case.erase': changes(eraseCase, change),
  'case.refuseErasure': changes(refuseErasure, change.extend(withWords)),
  'case.messageReporter': changes(
    messageReporter,
    entry.extend({
      id: messageId,
      number: z.int().min(1),
      sealed,
      confirmed: z.literal(true),
      ...confirmedContact,
    }),
  ),
  /** Without `confirmed`: the question is Candour's own, and asks nobody to find anything out. */
  'case.askDetriment': changes(
    askDetriment,
    change.extend({ months, id: messageId, number: z.int().min(1), sealed, ...confirmedContact }),
  ),
  'case.leaveDetriment': changes(leaveDetriment, change.extend({ months, words })),
  'case.stopMessages': changes(stopMessages, change.extend({ stopped: z.boolean(), words })),
  'case.confirmUpdate': changes(confirmUpdate, change),
  'case.doubt': changes(doubtCase, entry),
  /** `of` is the digest of the seal that could not be shown. */
  'case.setAsideMessage': changes(setAsideMessage, entry.extend({ of: digest, words: wordsForHandlers })),
  'case.export': {
    ...changes(
      exportCase,
      change.extend({
        what: z.enum(['sanitised', 'whole']),
        place: z.enum(exportPlaces),
        /** Of a whole case: its decision log leaves with it. Of a sanitised text, and needed: the digest of its seal. */
        log: z.literal(true).optional(),
        of: digest.optional(),
        json: digest,
        pdf: digest,
        words,
      }),
    ),
    answer: answer<
      Changed & {
        readonly attestation: Attestation;
        readonly signature: string;
        readonly publicKey: string;
        /** The history until and with the export, as the file is to hold it. */
        readonly history: readonly ExportedEntry[];
      }
    >(),
  },
  'case.askIdentity': changes(
    askIdentity,
    entry.extend({ words: wordsForCustodians, withheld: z.literal(true).optional() }),
  ),
  'case.withdrawIdentity': changes(withdrawIdentity, entry),
} as const satisfies Definitions;
