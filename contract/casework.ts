import { z } from 'zod';
import { agreeClosing, closeCase, changeCaseStatus, triageCase } from '../core/casework/case-lifecycle.ts';
import { declareConflictUseCase, excludePersonUseCase, readmitPerson } from '../core/casework/exclusion.ts';
import { addTask, finishTask, addLogEntry } from '../core/casework/decision-log.ts';
import { requestErasure, eraseCase, refuseErasure } from '../core/casework/erasure.ts';
import { exportCase, printReport, saveSanitisedText, signOffSanitisedText } from '../core/casework/export-case.ts';
import {
  assignCase,
  decideReferral,
  recordVerificationFailure,
  addCaseNote,
  setReview,
} from '../core/casework/case-management.ts';
import { requestIdentity, withdrawIdentityRequest } from '../core/casework/identity.ts';
import { linkCaseUseCase, recordSeparateSubjectsUseCase } from '../core/casework/link-case.ts';
import {
  sendDetrimentQuestion,
  confirmUpdate,
  skipDetrimentQuestion,
  sendMessageToReporter,
  setAsideMessage,
  setMessagesStopped,
} from '../core/casework/case-messages.ts';
import { recordDuty, recordSafety } from '../core/casework/first-day.ts';
import { askLowering, lowerUrgency, raiseUrgency } from '../core/casework/urgency.ts';
import type { Attestation, ExportedEntry } from '../core/casework/export-format.ts';
import type { UseCase } from '../core/casework/use-case.ts';
import { caseIdSchema, daySchema } from '../core/model/case-record.ts';
import { detrimentMonths } from '../core/model/base-schemas.ts';
import { historyCategories, logEntryKinds, maxConfirmedHints } from '../core/model/event-record.ts';
import { gradingSchema } from '../core/model/grading.ts';
import { flags, nationalCategories, recordedTowardsOptions } from '../core/model/classification.ts';
import {
  closingAnswers,
  dangers,
  erasureReasons,
  exportDestinations,
  outcomes,
  recordingDuties,
  referralDecisions,
  regimes,
} from '../core/model/case-terms.ts';
import type {
  CaseView,
  CaseChangeAnswer,
  ReleasedEventsPage,
  ReleasedSeals,
  HistoryEntriesView,
} from './operation-answers.ts';
import {
  actionFields,
  answerType,
  type OperationDefinition,
  type OperationDefinitions,
  handlerRoles,
} from './operation-definition.ts';
import {
  caseChangeBody,
  sha256DigestSchema,
  caseEntryBody,
  objectIdSchema,
  caseBody,
  sealedReasonSchema,
  requestIdSchema,
  sealedTextSchema,
  sealedNoteSchema,
  custodianNoteSchema,
  handlerNoteSchema,
} from './body-schemas.ts';

const messageId = requestIdSchema;
const months = z.literal(detrimentMonths);
const optionalWords = { words: sealedNoteSchema.optional() };
/** On a partner's case only. */
const confirmedContact = { confirmedContact: z.literal(true).optional() };

/** A repeat leaves no entry. */
const changeOperation = <Body extends z.ZodType>(useCase: Pick<UseCase<z.output<Body>>, 'action'>, body: Body) => ({
  body,
  answer: answerType<CaseChangeAnswer>(),
  roles: handlerRoles,
  ...actionFields(useCase),
});
const readDefaults = { roles: handlerRoles, isReadOnly: true } as const satisfies Partial<OperationDefinition>;

export const caseworkOperations = {
  'case.view': { ...readDefaults, body: caseBody, answer: answerType<CaseView>(), auditTrail: { history: ['viewed'] } },
  'case.viewEarlier': {
    ...readDefaults,
    body: z.strictObject({ caseId: caseIdSchema, before: z.int().min(1), part: z.enum(historyCategories).optional() }),
    answer: answerType<HistoryEntriesView>(),
    auditTrail: { history: ['viewed'] },
  },
  /** Decrypting this seal of no case proves that the person holds the current key. */
  'case.challenge': {
    ...readDefaults,
    body: caseBody,
    answer: answerType<{ readonly sealed: string }>(),
    auditTrail: 'nothing',
  },
  /** A missing proof counts as a wrong one. */
  'case.consult': {
    ...readDefaults,
    body: caseBody.extend({ proof: z.string().max(100) }),
    answer: answerType<ReleasedSeals & ReleasedEventsPage>(),
    auditTrail: { history: ['consulted'] },
  },
  /** The sequence of the entry that the opening left. */
  'case.consultFurther': {
    ...readDefaults,
    body: z.strictObject({ caseId: caseIdSchema, opening: z.int().min(1), after: z.int().min(1) }),
    answer: answerType<ReleasedEventsPage>(),
    // The entry that it names already records the release.
    auditTrail: 'nothing',
  },
  'case.acknowledge': {
    body: caseEntryBody,
    answer: answerType<CaseChangeAnswer>(),
    roles: handlerRoles,
    auditTrail: { history: ['acknowledged'] },
  },
  'case.triage': changeOperation(
    triageCase,
    caseChangeBody.extend({
      category: z.enum(nationalCategories),
      grading: gradingSchema,
      flags: z.array(z.enum(flags)).max(flags.length),
      regime: z.enum(regimes),
      towards: z.enum(recordedTowardsOptions).optional(),
      ...optionalWords,
    }),
  ),
  'case.move': changeOperation(
    changeCaseStatus,
    caseChangeBody.extend({ to: z.enum(['inProgress', 'awaitingReporter', 'reopened']), ...optionalWords }),
  ),
  'case.close': changeOperation(
    closeCase,
    caseChangeBody.extend({
      outcome: z.enum(outcomes),
      /** Older pages send none; the reporter then learns only that it is over. */
      answer: z.enum(closingAnswers).default('withheld'),
      words: sealedReasonSchema,
    }),
  ),
  'case.agreeClosing': changeOperation(
    agreeClosing,
    caseChangeBody.extend({ outcome: z.enum(outcomes), words: sealedReasonSchema }),
  ),
  'case.assign': changeOperation(
    assignCase,
    caseChangeBody.extend({ to: objectIdSchema.optional(), ...optionalWords }),
  ),
  'case.note': changeOperation(addCaseNote, caseEntryBody.extend({ words: sealedNoteSchema })),
  'case.logEntry': changeOperation(
    addLogEntry,
    caseEntryBody.extend({ as: z.enum(logEntryKinds), words: handlerNoteSchema }),
  ),
  'case.addTask': changeOperation(
    addTask,
    caseEntryBody.extend({ dueOn: daySchema, person: objectIdSchema.optional(), words: handlerNoteSchema }),
  ),
  'case.finishTask': changeOperation(finishTask, caseEntryBody.extend({ task: sha256DigestSchema })),
  'case.decideReferral': changeOperation(
    decideReferral,
    caseChangeBody.extend({ decision: z.enum(referralDecisions), words: sealedNoteSchema }),
  ),
  'case.printReport': changeOperation(printReport, caseEntryBody),
  'case.recordSafety': changeOperation(
    recordSafety,
    caseEntryBody.extend({ danger: z.enum(dangers), words: handlerNoteSchema }),
  ),
  'case.recordDuty': changeOperation(
    recordDuty,
    caseEntryBody.extend({ duty: z.enum(recordingDuties), isRecorded: z.boolean(), words: handlerNoteSchema }),
  ),
  'case.raiseUrgency': changeOperation(raiseUrgency, caseEntryBody.extend({ words: handlerNoteSchema })),
  'case.askLowering': changeOperation(askLowering, caseChangeBody.extend({ words: sealedReasonSchema })),
  'case.lowerUrgency': changeOperation(lowerUrgency, caseChangeBody.extend({ words: handlerNoteSchema })),
  'case.sanitise': changeOperation(saveSanitisedText, caseChangeBody.extend({ words: sealedNoteSchema })),
  'case.signSanitised': changeOperation(
    signOffSanitisedText,
    caseChangeBody.extend({
      of: sha256DigestSchema,
      confirmed: z.int().min(0).max(maxConfirmedHints).optional(),
    }),
  ),
  'case.declareConflict': {
    ...changeOperation(declareConflictUseCase, caseEntryBody.extend(optionalWords)),
    answer: answerType<{ readonly out: true }>(),
  },
  'case.excludePerson': {
    ...changeOperation(excludePersonUseCase, caseEntryBody.extend({ person: objectIdSchema, words: sealedNoteSchema })),
    answer: answerType<CaseChangeAnswer | { readonly out: true }>(),
  },
  'case.readmitPerson': changeOperation(
    readmitPerson,
    caseEntryBody.extend({ person: objectIdSchema, words: sealedNoteSchema }),
  ),
  'case.link': changeOperation(linkCaseUseCase, caseEntryBody.extend({ other: caseIdSchema })),
  'case.notSame': changeOperation(
    recordSeparateSubjectsUseCase,
    caseEntryBody.extend({ other: caseIdSchema, revised: z.boolean(), words: sealedNoteSchema }),
  ),
  'case.setReview': changeOperation(
    setReview,
    caseChangeBody.extend({ reviewOn: daySchema, hold: z.boolean(), ...optionalWords }),
  ),
  'case.askErasure': changeOperation(
    requestErasure,
    caseChangeBody.extend({ reason: z.enum(erasureReasons), words: sealedReasonSchema }),
  ),
  'case.erase': changeOperation(eraseCase, caseChangeBody),
  'case.refuseErasure': changeOperation(refuseErasure, caseChangeBody.extend(optionalWords)),
  'case.messageReporter': changeOperation(
    sendMessageToReporter,
    caseEntryBody.extend({
      id: messageId,
      number: z.int().min(1),
      sealed: sealedTextSchema,
      confirmed: z.literal(true),
      ...confirmedContact,
    }),
  ),
  /** Needs no `confirmed`: Candour's own question asks no one to find anything out. */
  'case.askDetriment': changeOperation(
    sendDetrimentQuestion,
    caseChangeBody.extend({
      months,
      id: messageId,
      number: z.int().min(1),
      sealed: sealedTextSchema,
      ...confirmedContact,
    }),
  ),
  'case.leaveDetriment': changeOperation(
    skipDetrimentQuestion,
    caseChangeBody.extend({ months, words: sealedNoteSchema }),
  ),
  'case.stopMessages': changeOperation(
    setMessagesStopped,
    caseChangeBody.extend({ stopped: z.boolean(), words: sealedNoteSchema }),
  ),
  'case.confirmUpdate': changeOperation(confirmUpdate, caseChangeBody),
  'case.doubt': changeOperation(recordVerificationFailure, caseEntryBody),
  /** `of` is the digest of the seal that could not be shown. */
  'case.setAsideMessage': changeOperation(
    setAsideMessage,
    caseEntryBody.extend({ of: sha256DigestSchema, words: handlerNoteSchema }),
  ),
  'case.export': {
    ...changeOperation(
      exportCase,
      caseChangeBody.extend({
        what: z.enum(['sanitised', 'whole']),
        place: z.enum(exportDestinations),
        /** With a whole case: its decision log leaves too. With a sanitised text, required: the digest of its seal. */
        log: z.literal(true).optional(),
        of: sha256DigestSchema.optional(),
        json: sha256DigestSchema,
        pdf: sha256DigestSchema,
        words: sealedNoteSchema,
      }),
    ),
    answer: answerType<
      CaseChangeAnswer & {
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
    caseEntryBody.extend({ words: custodianNoteSchema, withheld: z.literal(true).optional() }),
  ),
  'case.withdrawIdentity': changeOperation(withdrawIdentityRequest, caseEntryBody),
} as const satisfies OperationDefinitions;
