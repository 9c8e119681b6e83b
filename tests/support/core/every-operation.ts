import * as fc from 'fast-check';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import type { ChangeRequest, CaseworkDependencies } from '../../../core/casework/case-action.ts';
import {
  agreeClosing,
  agreeClosingAsReserve,
  closeCase,
  changeCaseStatus,
  triageCase,
} from '../../../core/casework/case-lifecycle.ts';
import {
  declareConflict,
  excludePerson,
  readmitPerson,
  readmitPersonAsReserve,
} from '../../../core/casework/exclusion.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { addTask, finishTask, addLogEntry } from '../../../core/casework/decision-log.ts';
import { requestErasure, eraseCase, refuseErasure } from '../../../core/casework/erasure.ts';
import { recordDuty, recordSafety } from '../../../core/casework/first-day.ts';
import { agreeLoweringAsReserve, askLowering, lowerUrgency, raiseUrgency } from '../../../core/casework/urgency.ts';
import {
  exportCase,
  printReport,
  saveSanitisedText,
  signOffSanitisedText,
} from '../../../core/casework/export-case.ts';
import { addFiles, exportFile, markFile, releaseFile } from '../../../core/casework/case-files.ts';
import {
  assignCase,
  decideReferral,
  recordVerificationFailure,
  addCaseNote,
  setReview,
} from '../../../core/casework/case-management.ts';
import {
  approveIdentityRequest,
  requestIdentity,
  considerIdentityRequest,
  openIdentity,
  refuseIdentityRequest,
  shareIdentity,
  withdrawIdentityRequest,
} from '../../../core/casework/identity.ts';
import {
  requestCardWithdrawal,
  saveSubjectCard,
  refuseCardWithdrawal,
  withdrawSubjectCard,
} from '../../../core/casework/subject-cards.ts';
import { askParting, confirmSamePerson, partCases, readPersonGroup } from '../../../core/casework/same-person.ts';
import { linkCase, recordSeparateSubjects } from '../../../core/casework/link-case.ts';
import {
  sendDetrimentQuestion,
  confirmUpdate,
  skipDetrimentQuestion,
  sendMessageToReporter,
  setAsideMessage,
  setMessagesStopped,
} from '../../../core/casework/case-messages.ts';
import { overseeCase, takeOverCase } from '../../../core/casework/oversight.ts';
import { viewCase } from '../../../core/casework/case-view.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { logEntryKinds } from '../../../core/model/event-record.ts';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { Operation } from '../../../contract/operations.ts';
import { detrimentMonths } from '../../../core/model/base-schemas.ts';
import type { Actor } from '../../../core/model/permissions.ts';
import { dangers, erasureReasons, referralDecisions } from '../../../core/model/case-terms.ts';
import type { PersonId } from '../../../core/model/roles.ts';
import { setTitle } from '../../../core/casework/case-titles.ts';
import { createSealedCard, createSealedTitle } from '../subjects/sealed-cards.ts';
import { generation, words } from './casework.ts';

/** What an operation is carried out on, with all that any of them may need. */
export interface Occasion {
  readonly deps: CaseworkDependencies;
  readonly by: Actor;
  readonly on: ChangeRequest;
  readonly other: CaseId;
  readonly person: PersonId;
  /** The digest of the sanitised text that stands. */
  readonly text: string;
  /** The digest of the reason of the request for an identity that stands. */
  readonly request?: string | undefined;
  /** The digest of the subject card that stands. */
  readonly card?: string | undefined;
  /** The working title that stands. */
  readonly title?: CaseRecord['caseTitle'];
  /** The digest of the other case's subject card that stands. */
  readonly otherCard?: string | undefined;
  /** The digest of what somebody asked to withdraw or to part. */
  readonly doubted?: string | undefined;
  /** The number of the next message to the reporter. */
  readonly number: number;
  readonly choice: number;
}

const digest = 'd'.repeat(43);
const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
const taskOf = (choice: number): string => btoa(`task ${choice}`);
const flagsByChoice = [['domesticAbuse'], [], ['apsp']] as const;
const moves = ['inProgress', 'awaitingReporter', 'reopened'] as const;
const ends = ['misconduct', 'noFurtherAction', 'duplicate'] as const;

/**
 * The use case of an operation of the tab's API. The further pages of a view and of an opening have tests of their own, as
 * have the parts of a file before its case names it.
 */
type UseCaseOf<Name extends Operation> = Name extends `case.${infer UseCase}`
  ? Exclude<
      UseCase,
      'viewEarlier' | 'challenge' | 'consultFurther' | 'openFilePart' | 'fileParts' | 'filePart' | 'fileDrop'
    >
  : Name extends `identity.${infer Done}`
    ? `${Exclude<Done, 'list'>}Identity`
    : Name extends 'oversight.overseeCase'
      ? 'overseeCase'
      : Name extends 'oversight.readmitPerson'
        ? 'readmitPersonAsReserve'
        : Name extends 'oversight.agreeClosing'
          ? 'agreeClosingAsReserve'
          : Name extends 'oversight.agreeLowering'
            ? 'agreeLoweringAsReserve'
            : Name extends 'oversight.takeOver'
              ? 'takeOverCase'
              : never;

/**
 * Every operation on a case, keyed by the operation's name (`case.doubt` is `doubt`), whatever its use case is called.
 * The compiler asks for those that are missing.
 */
export const everyOperation = {
  view: ({ deps, by, on }) => viewCase(deps, by, on.caseId),
  consult: ({ deps, by, on }) => releaseSeals(deps, on.caseId, by),
  openFile: ({ deps, by, on }) => releaseFile(deps, { caseId: on.caseId, id: 'f'.repeat(32) }, by),
  addFiles: ({ deps, by, on }) =>
    addFiles(deps, by, { ...on, files: [{ id: 'f'.repeat(32), bytes: 65_536 }], words: words() }),
  markFile: ({ deps, by, on }) => markFile(deps, by, { ...on, id: 'f'.repeat(32) }),
  exportFile: ({ deps, by, on }) =>
    exportFile(deps, by, {
      ...on,
      id: 'f'.repeat(32),
      place: 'scanner',
      leftAs: digest,
      openableBy: ['a'.repeat(32)],
      words: words(),
    }),
  acknowledge: ({ deps, by, on }) => acknowledgeCase(deps, on.caseId, by),
  triage: ({ deps, by, on, choice }) =>
    triageCase(deps, by, {
      ...on,
      category: 'other',
      grading,
      flags: flagsByChoice[choice % 3] ?? [],
      regime: 'general',
      words: words(),
    }),
  move: ({ deps, by, on, choice }) => changeCaseStatus(deps, by, { ...on, to: moves[choice % 3] ?? 'inProgress' }),
  close: ({ deps, by, on, choice }) =>
    closeCase(deps, by, { ...on, outcome: ends[choice % 3] ?? 'misconduct', answer: 'acted', words: words() }),
  agreeClosing: ({ deps, by, on, choice }) =>
    agreeClosing(deps, by, {
      ...on,
      outcome: ends[choice % 3] ?? 'misconduct',
      words: words('d2h5', choice === 0 ? 'handlers' : 'oversight'),
    }),
  agreeClosingAsReserve: ({ deps, by, on, choice }) =>
    agreeClosingAsReserve(deps, by, {
      ...on,
      outcome: ends[choice % 3] ?? 'misconduct',
      words: words('d2h5', 'oversight'),
    }),
  takeOverCase: ({ deps, by, on, person, choice }) =>
    takeOverCase(deps, by, { ...on, ...(choice > 0 && { of: person }), words: words('d2h5', 'oversight') }),
  assign: ({ deps, by, on, person, choice }) =>
    assignCase(deps, by, { ...on, to: choice === 0 ? undefined : choice === 1 ? by.objectId : person }),
  note: ({ deps, by, on }) => addCaseNote(deps, by, { ...on, words: words() }),
  logEntry: ({ deps, by, on, choice }) =>
    addLogEntry(deps, by, { ...on, as: logEntryKinds[choice % 3] ?? 'decision', words: words() }),
  // Each choice is a task of its own, which a later step can finish.
  addTask: ({ deps, by, on, person, choice }) =>
    addTask(deps, by, {
      ...on,
      dueOn: addDays(toDay(deps.clock(), deps.timeZone), choice),
      ...(choice === 1 && { person }),
      words: words(taskOf(choice)),
    }),
  finishTask: ({ deps, by, on, choice }) => finishTask(deps, by, { ...on, task: digestOfSeal(taskOf(choice)) }),
  decideReferral: ({ deps, by, on, choice }) =>
    decideReferral(deps, by, { ...on, decision: referralDecisions[(choice + 1) % 3] ?? 'refer', words: words() }),
  printReport: ({ deps, by, on }) => printReport(deps, by, on),
  recordSafety: ({ deps, by, on, choice }) =>
    recordSafety(deps, by, { ...on, danger: dangers[choice % 4] ?? 'none', words: words() }),
  recordDuty: ({ deps, by, on, choice }) =>
    recordDuty(deps, by, { ...on, duty: choice === 0 ? 'crime' : 'conduct', isRecorded: choice !== 2, words: words() }),
  raiseUrgency: ({ deps, by, on }) => raiseUrgency(deps, by, { ...on, words: words() }),
  askLowering: ({ deps, by, on, choice }) =>
    askLowering(deps, by, { ...on, words: words('d2h5', choice === 0 ? 'handlers' : 'oversight') }),
  lowerUrgency: ({ deps, by, on }) => lowerUrgency(deps, by, { ...on, words: words() }),
  agreeLoweringAsReserve: ({ deps, by, on }) =>
    agreeLoweringAsReserve(deps, by, { ...on, words: words('d2h5', 'oversight') }),
  sanitise: ({ deps, by, on }) =>
    saveSanitisedText(deps, by, { ...on, words: words(`${on.request}====`.slice(0, 32)) }),
  signSanitised: ({ deps, by, on, text }) => signOffSanitisedText(deps, by, { ...on, of: text }),
  declareConflict: ({ deps, by, on }) => declareConflict(deps, by, { ...on, words: words() }),
  excludePerson: ({ deps, by, on, person }) =>
    excludePerson(deps, by, { ...on, person, words: words('d2h5', 'oversight') }),
  readmitPerson: ({ deps, by, on, person }) =>
    readmitPerson(deps, by, { ...on, person, words: words('d2h5', 'oversight') }),
  readmitPersonAsReserve: ({ deps, by, on, person }) =>
    readmitPersonAsReserve(deps, by, { ...on, person, words: words('d2h5', 'oversight') }),
  overseeCase: ({ deps, by, on }) => overseeCase(deps, by, on.caseId),
  link: ({ deps, by, on, other }) => linkCase(deps, by, { ...on, other }),
  notSame: ({ deps, by, on, other, choice }) =>
    recordSeparateSubjects(deps, by, { ...on, other, revised: choice === 2, words: words() }),
  setTitle: ({ deps, by, on, choice, title }) =>
    setTitle(deps, by, {
      ...on,
      title: createSealedTitle(
        (title?.version ?? 0) + (choice === 0 ? 2 : 1),
        choice === 2 ? 'ffffffffffffffff' : generation,
      ),
      ...(title && { replaces: digestOfSeal(title.sealed) }),
      words: words(),
    }),
  keepSubjects: ({ deps, by, on, choice }) =>
    saveSubjectCard(deps, by, {
      ...on,
      card: createSealedCard(choice === 0 ? 2 : 1, choice === 2 ? 'ffffffffffffffff' : generation),
    }),
  askCardWithdrawal: ({ deps, by, on, card = digest }) =>
    requestCardWithdrawal(deps, by, { ...on, of: card, words: words() }),
  withdrawCard: ({ deps, by, on, card = digest }) => withdrawSubjectCard(deps, by, { ...on, of: card }),
  refuseCardWithdrawal: ({ deps, by, on, card = digest }) => refuseCardWithdrawal(deps, by, { ...on, of: card }),
  personGroup: ({ deps, by, on }) => readPersonGroup(deps, by, on.caseId),
  confirmSamePerson: ({ deps, by, on, other, card = digest, otherCard = digest }) =>
    confirmSamePerson(deps, by, {
      ...on,
      other,
      mine: { of: card, position: 0 },
      theirs: { of: otherCard, position: 0 },
    }),
  askParting: ({ deps, by, on, other }) => askParting(deps, by, { ...on, other, words: words() }),
  part: ({ deps, by, on, other, doubted = digest }) => partCases(deps, by, { ...on, other, of: doubted }),
  setReview: ({ deps, by, on, choice }) =>
    setReview(deps, by, {
      ...on,
      reviewOn: addDays(toDay(deps.clock(), deps.timeZone), 100 + choice),
      hold: choice === 2,
    }),
  askErasure: ({ deps, by, on, choice }) =>
    requestErasure(deps, by, { ...on, reason: erasureReasons[(choice + 1) % 3] ?? 'inError', words: words() }),
  erase: ({ deps, by, on }) => eraseCase(deps, by, on),
  refuseErasure: ({ deps, by, on }) => refuseErasure(deps, by, on),
  messageReporter: ({ deps, by, on, number }) =>
    sendMessageToReporter(deps, by, { ...on, id: on.request, number, sealed: 'bWVzc2FnZQ==' }),
  askDetriment: ({ deps, by, on, number, choice }) =>
    sendDetrimentQuestion(deps, by, {
      ...on,
      months: detrimentMonths[choice % 3] ?? 1,
      id: on.request,
      number,
      sealed: 'bWVzc2FnZQ==',
    }),
  leaveDetriment: ({ deps, by, on, choice }) =>
    skipDetrimentQuestion(deps, by, { ...on, months: detrimentMonths[choice % 3] ?? 1, words: words() }),
  stopMessages: ({ deps, by, on, choice }) =>
    setMessagesStopped(deps, by, { ...on, stopped: choice === 0, words: words() }),
  confirmUpdate: ({ deps, by, on }) => confirmUpdate(deps, by, on),
  doubt: ({ deps, by, on }) => recordVerificationFailure(deps, by, on),
  setAsideMessage: ({ deps, by, on }) =>
    setAsideMessage(deps, by, { ...on, of: digestOfSeal('bWVzc2FnZQ=='), words: words() }),
  export: ({ deps, by, on, choice, text }) =>
    exportCase(deps, by, {
      ...on,
      ...(choice === 0 ? { what: 'sanitised', of: text } : { what: 'whole' }),
      place: 'caseSystem',
      json: digest,
      pdf: digest,
      words: words(),
    }),
  askIdentity: ({ deps, by, on, choice }) =>
    requestIdentity(deps, by, {
      ...on,
      words: words(on.request, 'custodians'),
      ...(choice === 0 && { withheld: true }),
    }),
  withdrawIdentity: ({ deps, by, on }) => withdrawIdentityRequest(deps, by, on),
  considerIdentity: ({ deps, by, on }) => considerIdentityRequest(deps, by, on),
  agreeIdentity: ({ deps, by, on, request = digestOfSeal('d2h5') }) =>
    approveIdentityRequest(deps, by, { ...on, of: request, words: words('d2h5', 'custodians') }),
  refuseIdentity: ({ deps, by, on, request = digestOfSeal('d2h5') }) =>
    refuseIdentityRequest(deps, by, { ...on, of: request, words: words('d2h5', 'custodians') }),
  openIdentity: ({ deps, by, on, request, choice }) =>
    openIdentity(deps, by, { ...on, words: words(), ...(choice === 0 ? { because: 'lifeAtRisk' } : { of: request }) }),
  shareIdentity: ({ deps, by, on }) => shareIdentity(deps, by, { ...on, words: words() }),
} as const satisfies Record<UseCaseOf<Operation>, (occasion: Occasion) => Promise<{ readonly kind: string }>>;

export type OperationName = keyof typeof everyOperation;
const isName = (name: string): name is OperationName => Object.hasOwn(everyOperation, name);
export const operationNames: readonly OperationName[] = Object.keys(everyOperation).filter(isName);
/** Operations, with more of those that lead somewhere. */
export const anyOperation: fc.Arbitrary<OperationName> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...operationNames) },
  { weight: 3, arbitrary: fc.constantFrom<OperationName>('acknowledge', 'triage', 'link', 'assign') },
  { weight: 2, arbitrary: fc.constantFrom<OperationName>('declareConflict', 'excludePerson') },
);
