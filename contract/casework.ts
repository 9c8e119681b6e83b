import { z } from 'zod';
import { agreeClosing, closeCase, moveCase, triageCase } from '../core/casework/progress.ts';
import { conflictDeclaring, personExcluding, readmitPerson } from '../core/casework/exclusion.ts';
import { addTask, finishTask, logEntry } from '../core/casework/decision-log.ts';
import { askErasure, eraseCase, refuseErasure } from '../core/casework/erasure.ts';
import { exportCase, sanitiseCase, signSanitised } from '../core/casework/export-case.ts';
import { assignCase, decideReferral, doubtCase, noteCase, setReview } from '../core/casework/handling.ts';
import { askIdentity, withdrawIdentity } from '../core/casework/identity.ts';
import { caseLinking, notSameSaying } from '../core/casework/link-case.ts';
import {
  askDetriment,
  confirmUpdate,
  leaveDetriment,
  messageReporter,
  setAsideMessage,
  stopMessages,
} from '../core/casework/messages.ts';
import type { Attestation, ExportedEntry } from '../core/casework/exported-case.ts';
import type { UseCase } from '../core/casework/change-case.ts';
import { caseIdSchema, daySchema } from '../core/model/case-record.ts';
import { detrimentMonths } from '../core/model/case-terms.ts';
import { historyParts, logTerms, mostHints } from '../core/model/event-record.ts';
import { gradingSchema } from '../core/model/grading.ts';
import { flags, nationalCategories, recordedTowards } from '../core/model/kinds.ts';
import {
  closingAnswers,
  erasureReasons,
  exportPlaces,
  outcomes,
  referralDecisions,
  regimes,
} from '../core/model/outcomes.ts';
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

const messageId = request;
const months = z.literal(detrimentMonths);
const withWords = { words: words.optional() };
/** For a hub case only: the handler has confirmed how the person may be contacted. */
const confirmedContact = { confirmedContact: z.literal(true).optional() };

const changes = <Body extends z.ZodType>(useCase: Pick<UseCase<z.output<Body>>, 'act'>, body: Body) => ({
  body,
  answer: answer<Changed>(),
  roles: handling,
  ...acting(useCase),
});
/** Leaves an entry once; a repeat leaves none. */
const looks = { roles: handling, reads: true } as const;

export const caseworkOperations = {
  'case.view': { ...looks, body: ofACase, answer: answer<CaseView>(), leaves: { history: ['viewed'] } },
  'case.viewEarlier': {
    ...looks,
    body: z.strictObject({ caseId: caseIdSchema, before: z.int().min(1), part: z.enum(historyParts).optional() }),
    answer: answer<ShownEntries>(),
    leaves: { history: ['viewed'] },
  },
  /** A seal of no case: opening it proves that the person holds the current key. */
  'case.challenge': { ...looks, body: ofACase, answer: answer<{ readonly sealed: string }>(), leaves: 'nothing' },
  /** `proof` is the text in the challenge's seal. A missing proof counts as a wrong one. */
  'case.consult': {
    ...looks,
    body: ofACase.extend({ proof: z.string().max(100) }),
    answer: answer<OpenedSeals & OpenedPage>(),
    leaves: { history: ['consulted'] },
  },
  /** `opening` is the history position of the entry that the opening left. */
  'case.consultFurther': {
    ...looks,
    body: z.strictObject({ caseId: caseIdSchema, opening: z.int().min(1), after: z.int().min(1) }),
    answer: answer<OpenedPage>(),
    // The entry that it names already records what it hands out.
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
      /** Older pages send none; the reporter is then told only that it is over. */
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
      confirmed: z.int().min(0).max(mostHints).optional(),
    }),
  ),
  'case.declareConflict': {
    ...changes(conflictDeclaring, entry.extend(withWords)),
    answer: answer<{ readonly out: true }>(),
  },
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
  /** Needs no `confirmed`: Candour's own question asks no one to find anything out. */
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
        /** With a whole case: its decision log leaves too. With a sanitised text, required: the digest of its seal. */
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
        /** Up to and including the export, as the file will hold it. */
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
