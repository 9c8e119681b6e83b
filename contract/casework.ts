import { z } from 'zod';
import { agreeClosing, closeCase, changeCaseStatus, triageCase } from '../core/casework/case-lifecycle.ts';
import { declareConflictUseCase, excludePersonUseCase, readmitPerson } from '../core/casework/exclusion.ts';
import { addTask, finishTask, addLogEntry } from '../core/casework/decision-log.ts';
import { requestErasure, eraseCase, refuseErasure } from '../core/casework/erasure.ts';
import { exportCase, sanitiseCase, signSanitised } from '../core/casework/export-case.ts';
import {
  assignCase,
  decideReferral,
  recordUnverified,
  addCaseNote,
  setReview,
} from '../core/casework/case-management.ts';
import { requestIdentity, withdrawIdentityRequest } from '../core/casework/identity.ts';
import { linkUseCase, separateSubjectsUseCase } from '../core/casework/link-case.ts';
import {
  sendDetrimentQuestion,
  confirmUpdate,
  skipDetriment,
  messageReporter,
  setAsideMessage,
  stopMessages,
} from '../core/casework/messages.ts';
import type { Attestation, ExportedEntry } from '../core/casework/exported-case.ts';
import type { UseCase } from '../core/casework/change-case.ts';
import { caseIdSchema, daySchema } from '../core/model/case-record.ts';
import { detrimentMonths } from '../core/model/base-schemas.ts';
import { historyCategories, logTerms, maxHints } from '../core/model/event-record.ts';
import { gradingSchema } from '../core/model/grading.ts';
import { flags, nationalCategories, recordedTowards } from '../core/model/kinds.ts';
import {
  closingAnswers,
  erasureReasons,
  exportDestinations,
  outcomes,
  referralDecisions,
  regimes,
} from '../core/model/outcomes.ts';
import type { CaseView, ChangeAnswer, ReleasedPage, ReleasedSeals, EntriesView } from './answers.ts';
import {
  actionFields,
  answer,
  type OperationDefinition,
  type OperationDefinitions,
  handlerRoles,
} from './operation-definition.ts';
import {
  change,
  digest,
  entry,
  objectId,
  caseBody,
  reason,
  request,
  sealed,
  words,
  wordsForCustodians,
  wordsForHandlers,
} from './fields.ts';

const messageId = request;
const months = z.literal(detrimentMonths);
const optionalWords = { words: words.optional() };
/** On a partner's case only. */
const confirmedContact = { confirmedContact: z.literal(true).optional() };

/** A repeat leaves no entry. */
const changeOperation = <Body extends z.ZodType>(useCase: Pick<UseCase<z.output<Body>>, 'act'>, body: Body) => ({
  body,
  answer: answer<ChangeAnswer>(),
  roles: handlerRoles,
  ...actionFields(useCase),
});
const readDefaults = { roles: handlerRoles, isReadOnly: true } as const satisfies Partial<OperationDefinition>;

export const caseworkOperations = {
  'case.view': { ...readDefaults, body: caseBody, answer: answer<CaseView>(), leaves: { history: ['viewed'] } },
  'case.viewEarlier': {
    ...readDefaults,
    body: z.strictObject({ caseId: caseIdSchema, before: z.int().min(1), part: z.enum(historyCategories).optional() }),
    answer: answer<EntriesView>(),
    leaves: { history: ['viewed'] },
  },
  /** Decrypting this seal of no case proves that the person holds the current key. */
  'case.challenge': {
    ...readDefaults,
    body: caseBody,
    answer: answer<{ readonly sealed: string }>(),
    leaves: 'nothing',
  },
  /** A missing proof counts as a wrong one. */
  'case.consult': {
    ...readDefaults,
    body: caseBody.extend({ proof: z.string().max(100) }),
    answer: answer<ReleasedSeals & ReleasedPage>(),
    leaves: { history: ['consulted'] },
  },
  /** The sequence of the entry that the opening left. */
  'case.consultFurther': {
    ...readDefaults,
    body: z.strictObject({ caseId: caseIdSchema, opening: z.int().min(1), after: z.int().min(1) }),
    answer: answer<ReleasedPage>(),
    // The entry that it names already records the release.
    leaves: 'nothing',
  },
  'case.acknowledge': {
    body: entry,
    answer: answer<ChangeAnswer>(),
    roles: handlerRoles,
    leaves: { history: ['acknowledged'] },
  },
  'case.triage': changeOperation(
    triageCase,
    change.extend({
      category: z.enum(nationalCategories),
      grading: gradingSchema,
      flags: z.array(z.enum(flags)).max(flags.length),
      regime: z.enum(regimes),
      towards: z.enum(recordedTowards).optional(),
      ...optionalWords,
    }),
  ),
  'case.move': changeOperation(
    changeCaseStatus,
    change.extend({ to: z.enum(['inProgress', 'awaitingReporter', 'reopened']), ...optionalWords }),
  ),
  'case.close': changeOperation(
    closeCase,
    change.extend({
      outcome: z.enum(outcomes),
      /** Older pages send none; the reporter then learns only that it is over. */
      answer: z.enum(closingAnswers).default('withheld'),
      words: reason,
    }),
  ),
  'case.agreeClosing': changeOperation(agreeClosing, change.extend({ outcome: z.enum(outcomes), words: reason })),
  'case.assign': changeOperation(assignCase, change.extend({ to: objectId.optional(), ...optionalWords })),
  'case.note': changeOperation(addCaseNote, entry.extend({ words })),
  'case.logEntry': changeOperation(addLogEntry, entry.extend({ as: z.enum(logTerms), words: wordsForHandlers })),
  'case.addTask': changeOperation(
    addTask,
    entry.extend({ dueOn: daySchema, person: objectId.optional(), words: wordsForHandlers }),
  ),
  'case.finishTask': changeOperation(finishTask, entry.extend({ task: digest })),
  'case.decideReferral': changeOperation(decideReferral, change.extend({ decision: z.enum(referralDecisions), words })),
  'case.sanitise': changeOperation(sanitiseCase, change.extend({ words })),
  'case.signSanitised': changeOperation(
    signSanitised,
    change.extend({
      of: digest,
      confirmed: z.int().min(0).max(maxHints).optional(),
    }),
  ),
  'case.declareConflict': {
    ...changeOperation(declareConflictUseCase, entry.extend(optionalWords)),
    answer: answer<{ readonly out: true }>(),
  },
  'case.excludePerson': {
    ...changeOperation(excludePersonUseCase, entry.extend({ person: objectId, words })),
    answer: answer<ChangeAnswer | { readonly out: true }>(),
  },
  'case.readmitPerson': changeOperation(readmitPerson, entry.extend({ person: objectId, words })),
  'case.link': changeOperation(linkUseCase, entry.extend({ other: caseIdSchema })),
  'case.notSame': changeOperation(
    separateSubjectsUseCase,
    entry.extend({ other: caseIdSchema, revised: z.boolean(), words }),
  ),
  'case.setReview': changeOperation(
    setReview,
    change.extend({ reviewOn: daySchema, hold: z.boolean(), ...optionalWords }),
  ),
  'case.askErasure': changeOperation(requestErasure, change.extend({ reason: z.enum(erasureReasons), words: reason })),
  'case.erase': changeOperation(eraseCase, change),
  'case.refuseErasure': changeOperation(refuseErasure, change.extend(optionalWords)),
  'case.messageReporter': changeOperation(
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
  'case.askDetriment': changeOperation(
    sendDetrimentQuestion,
    change.extend({ months, id: messageId, number: z.int().min(1), sealed, ...confirmedContact }),
  ),
  'case.leaveDetriment': changeOperation(skipDetriment, change.extend({ months, words })),
  'case.stopMessages': changeOperation(stopMessages, change.extend({ stopped: z.boolean(), words })),
  'case.confirmUpdate': changeOperation(confirmUpdate, change),
  'case.doubt': changeOperation(recordUnverified, entry),
  /** `of` is the digest of the seal that could not be shown. */
  'case.setAsideMessage': changeOperation(setAsideMessage, entry.extend({ of: digest, words: wordsForHandlers })),
  'case.export': {
    ...changeOperation(
      exportCase,
      change.extend({
        what: z.enum(['sanitised', 'whole']),
        place: z.enum(exportDestinations),
        /** With a whole case: its decision log leaves too. With a sanitised text, required: the digest of its seal. */
        log: z.literal(true).optional(),
        of: digest.optional(),
        json: digest,
        pdf: digest,
        words,
      }),
    ),
    answer: answer<
      ChangeAnswer & {
        readonly attestation: Attestation;
        readonly signature: string;
        readonly publicKey: string;
        /** Up to and including the export. */
        readonly history: readonly ExportedEntry[];
      }
    >(),
  },
  'case.askIdentity': changeOperation(
    requestIdentity,
    entry.extend({ words: wordsForCustodians, withheld: z.literal(true).optional() }),
  ),
  'case.withdrawIdentity': changeOperation(withdrawIdentityRequest, entry),
} as const satisfies OperationDefinitions;
