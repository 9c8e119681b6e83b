import { acknowledgeCase } from '../../core/casework/acknowledge-case.ts';
import type { CaseOutcome, CaseworkDependencies } from '../../core/casework/case-action.ts';
import { agreeClosing, closeCase, changeCaseStatus, triageCase } from '../../core/casework/case-lifecycle.ts';
import { declareConflict, excludePerson, readmitPerson } from '../../core/casework/exclusion.ts';
import { recordDuty, recordSafety } from '../../core/casework/first-day.ts';
import { askLowering, lowerUrgency, raiseUrgency } from '../../core/casework/urgency.ts';
import { releaseSeals, releaseMoreSeals } from '../../core/casework/release-seals.ts';
import { addTask, finishTask, addLogEntry } from '../../core/casework/decision-log.ts';
import { requestErasure, eraseCase, refuseErasure } from '../../core/casework/erasure.ts';
import { exportCase, printReport, saveSanitisedText, signOffSanitisedText } from '../../core/casework/export-case.ts';
import { readCaseTitles, setTitle } from '../../core/casework/case-titles.ts';
import {
  assignCase,
  decideReferral,
  recordVerificationFailure,
  addCaseNote,
  setReview,
} from '../../core/casework/case-management.ts';
import { requestIdentity, withdrawIdentityRequest } from '../../core/casework/identity.ts';
import {
  requestCardWithdrawal,
  saveSubjectCard,
  refuseCardWithdrawal,
  readSubjectCards,
  withdrawSubjectCard,
} from '../../core/casework/subject-cards.ts';
import { askParting, confirmSamePerson, partCases, readPersonGroup } from '../../core/casework/same-person.ts';
import { linkCase, recordSeparateSubjects } from '../../core/casework/link-case.ts';
import {
  sendDetrimentQuestion,
  confirmUpdate,
  skipDetrimentQuestion,
  sendMessageToReporter,
  setAsideMessage,
  setMessagesStopped,
} from '../../core/casework/case-messages.ts';
import { readCaseDetails, viewCase, viewEarlierEntries } from '../../core/casework/case-view.ts';
import { redactInvisibleLinks } from '../../core/casework/case-links.ts';
import { readAccessIfAllowed, type CaseList, type SubjectCardStore } from '../../core/ports/case-store.ts';
import { maySee } from '../../core/model/permissions.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { WorkBudget } from '../../core/ports/work-budget.ts';
import type { CaseChangeAnswer, Result } from '../../contract/operation-answers.ts';
import type { Operation, operations } from '../../contract/operations.ts';
import { attestExport, type ExportSigner } from './export-signer.ts';
import type { Caller } from './caller-authentication.ts';
import type { CaseViews } from './case-views.ts';
import type { KeyProofs } from '../runtime/possession-proofs.ts';
import {
  success,
  type OperationHandlers,
  failure,
  toFailure,
  malformedResult,
  refusedResult,
} from './operation-results.ts';
import {
  addFiles,
  removeUpload,
  exportFile,
  markFile,
  type FileReleaseOutcome,
  releaseFile,
  type ReleaseFileDependencies,
  releaseFilePart,
  readUploadProgress,
  type UploadDependencies,
  type UploadOutcome,
  saveUploadPart,
} from '../../core/casework/case-files.ts';
import { type FileSizes, largestSealedLength } from '../../core/model/file-limits.ts';
import type { caseFileOperations, ReleasedFilePart } from '../../contract/case-files.ts';
import { isSealedFileFormat } from '../../crypto/age-format.ts';
import { selectHandledBy } from './case-list-operations.ts';

/** An answer stays below 256,000 characters. */
const cardsPerPage = 80;

const maxCounted = 10_000;

export interface CaseOperationsDependencies {
  readonly casework: CaseworkDependencies;
  readonly views: CaseViews;
  readonly keyProofs: KeyProofs;
  readonly files?: CaseFileOperationsDependencies['files'];
  readonly fileSizes: FileSizes;
  readonly getUploadBudget: CaseFileOperationsDependencies['getUploadBudget'];
  readonly cards: SubjectCardStore;
  readonly cases: CaseList;
  readonly tenantId: string;
  /** No exports without one. */
  readonly signer: ExportSigner | undefined;
  readonly onPendingWork: (people: readonly PersonId[]) => void;
  readonly onChanged: () => void;
  readonly onErased: (caseId: CaseId) => void;
}

type CaseOperation = Extract<Operation, `case.${string}` | `subjects.${string}` | 'cases.titles'>;

export function createCaseOperations(
  deps: CaseOperationsDependencies,
): Pick<OperationHandlers<typeof operations>, CaseOperation> {
  const { casework, views, signer, keyProofs } = deps;
  const { cases, history, timeZone } = casework;
  const out = { out: true } as const;

  async function changeResult(caller: Caller, outcome: CaseOutcome): Promise<Result<CaseChangeAnswer>> {
    if (outcome.kind !== 'changed' && outcome.kind !== 'moved') return toFailure(outcome);
    const shown = async () => views.view(await readCaseDetails(casework, outcome.loadedCase, caller));
    if (outcome.kind === 'moved') return failure({ code: 'moved', case: await shown() });
    deps.onChanged();
    if (outcome.peopleToNotify) deps.onPendingWork(outcome.peopleToNotify);
    return success({ case: await shown(), isNew: outcome.isNew });
  }

  const change =
    <Asked>(useCase: (deps: CaseworkDependencies, by: Caller, asked: Asked) => Promise<CaseOutcome>) =>
    async (caller: Caller, asked: Asked) =>
      changeResult(caller, await useCase(casework, caller, asked));

  return {
    'case.view': async (caller, { caseId }) => {
      const viewed = await viewCase(casework, caller, caseId);
      return viewed.kind === 'viewed' ? success(await views.view(viewed)) : toFailure(viewed);
    },
    'case.viewEarlier': async (caller, asked) => {
      const earlier = await viewEarlierEntries(casework, caller, asked);
      return earlier.kind === 'refused' ? toFailure(earlier) : success(await views.entries(earlier.events));
    },
    'case.challenge': async (caller, { caseId }) => {
      const readers = await readAccessIfAllowed(cases, caseId, (one) => maySee(caller, one));
      if (readers === undefined) return refusedResult;
      return success({ sealed: await keyProofs.challenge(caseId, readers.handledBy, caller.objectId) });
    },
    'case.consult': async (caller, { caseId, proof }) => {
      // Other rules rely on the entry: its person could read the report.
      if (!keyProofs.verify(proof, caseId, caller.objectId)) {
        const readers = await readAccessIfAllowed(cases, caseId, (one) => maySee(caller, one));
        return readers === undefined ? refusedResult : failure({ code: 'notAllowed', why: 'keyNotShown' });
      }
      const consulted = await releaseSeals(casework, caseId, caller);
      if (consulted.kind === 'refused') return toFailure(consulted);
      const { record, events, isMore } = consulted;
      return success({ record, events, isMore });
    },
    'case.consultFurther': async (caller, asked) => {
      const page = await releaseMoreSeals(casework, asked, caller);
      return page.kind === 'refused' ? toFailure(page) : success({ events: page.events, isMore: page.isMore });
    },
    ...createCaseFileOperations({ ...deps, changeResult }),
    'case.acknowledge': change(async (deps, by, { caseId }) => {
      const outcome = await acknowledgeCase(deps, caseId, by);
      if (outcome.kind === 'refused') return outcome;
      const { loadedCase: inHand } = outcome;
      return { kind: 'changed', record: inHand.record, isNew: outcome.kind === 'acknowledged', loadedCase: inHand };
    }),
    'case.triage': change(triageCase),
    'case.move': change(changeCaseStatus),
    'case.close': change(closeCase),
    'case.agreeClosing': change(agreeClosing),
    'case.assign': change(assignCase),
    'case.note': change(addCaseNote),
    'case.logEntry': change(addLogEntry),
    'case.addTask': change(addTask),
    'case.finishTask': change(finishTask),
    'case.decideReferral': change(decideReferral),
    'case.printReport': change(printReport),
    'case.recordSafety': change(recordSafety),
    'case.recordDuty': change(recordDuty),
    'case.raiseUrgency': change(raiseUrgency),
    'case.askLowering': change(askLowering),
    'case.lowerUrgency': change(lowerUrgency),
    'case.sanitise': change(saveSanitisedText),
    'case.signSanitised': change(signOffSanitisedText),
    'case.declareConflict': async (caller, asked) => {
      const outcome = await declareConflict(casework, caller, asked);
      if (outcome.kind === 'notAllowed' || outcome.kind === 'refused') return toFailure(outcome);
      deps.onChanged();
      return success(out);
    },
    'case.excludePerson': async (caller, asked) => {
      const outcome = await excludePerson(casework, caller, asked);
      if (outcome.kind !== 'out') return changeResult(caller, outcome);
      deps.onChanged();
      return success(out);
    },
    'case.readmitPerson': change(readmitPerson),
    'case.link': change(linkCase),
    'case.notSame': change(recordSeparateSubjects),
    'subjects.cards': async (caller, asked) => {
      const { cards, tenantId } = deps;
      const handledBy = selectHandledBy(caller, asked.handledBy);
      if (handledBy === undefined) return refusedResult;
      const page = await readSubjectCards({ cards, tenantId }, caller, { handledBy, after: asked.after }, cardsPerPage);
      const counted =
        page.next === undefined
          ? await deps.cases.count({ handledBy, viewer: caller.objectId }, maxCounted)
          : undefined;
      return success({ ...page, tenantId, handledBy, ...(counted !== undefined && { cases: counted }) });
    },
    'cases.titles': async (caller, { cases: asked }) =>
      success({ titles: await readCaseTitles(casework, caller, asked), tenantId: deps.tenantId }),
    'case.setTitle': change(setTitle),
    'case.keepSubjects': change(saveSubjectCard),
    'case.askCardWithdrawal': change(requestCardWithdrawal),
    'case.withdrawCard': change(withdrawSubjectCard),
    'case.refuseCardWithdrawal': change(refuseCardWithdrawal),
    'case.personGroup': async (caller, { caseId }) => {
      const group = await readPersonGroup(casework, caller, caseId);
      if (group.kind === 'refused') return refusedResult;
      return success({ cases: group.cases, isMore: group.isMore, tenantId: deps.tenantId });
    },
    'case.confirmSamePerson': change(confirmSamePerson),
    'case.askParting': change(askParting),
    'case.part': change(partCases),
    'case.setReview': change(setReview),
    'case.askErasure': change(requestErasure),
    'case.erase': change(async (given, by, asked) => {
      const outcome = await eraseCase(given, by, asked);
      if (outcome.kind === 'changed') deps.onErased(asked.caseId);
      return outcome;
    }),
    'case.refuseErasure': change(refuseErasure),
    'case.askIdentity': change(requestIdentity),
    'case.withdrawIdentity': change(withdrawIdentityRequest),
    'case.messageReporter': change(sendMessageToReporter),
    'case.askDetriment': change(sendDetrimentQuestion),
    'case.leaveDetriment': change(skipDetrimentQuestion),
    'case.stopMessages': change(setMessagesStopped),
    'case.confirmUpdate': change(confirmUpdate),
    'case.doubt': change(recordVerificationFailure),
    'case.setAsideMessage': change(setAsideMessage),
    'case.export': async (caller, asked) => {
      if (signer === undefined) return failure({ code: 'notAllowed', why: 'noKey' });
      const ran = await changeResult(caller, await exportCase(casework, caller, asked));
      if (!ran.ok) return ran;
      const { events } = await redactInvisibleLinks(cases, await history.entries(asked.caseId, {}), caller);
      const attested = attestExport(signer, events, { request: asked.request, by: caller.objectId }, timeZone);
      return success({ ...ran.value, ...attested });
    },
  };
}

interface CaseFileOperationsDependencies {
  readonly casework: CaseworkDependencies;
  readonly files?: (UploadDependencies & ReleaseFileDependencies)['files'];
  readonly fileSizes: FileSizes;
  /** Apart from what the same person reports. */
  readonly getUploadBudget: (by: PersonId) => WorkBudget;
  readonly changeResult: (caller: Caller, outcome: CaseOutcome) => Promise<Result<CaseChangeAnswer>>;
}

const filePartResult = (part: FileReleaseOutcome): Result<ReleasedFilePart> => {
  if (part.kind !== 'opened') return toFailure(part);
  const { opening, bytes, data } = part;
  return success({ opening, bytes, data });
};
const uploadResult = <Done, Answer>(outcome: UploadOutcome<Done>, answer: (its: Done) => Answer): Result<Answer> =>
  outcome.kind === 'taken' ? success(answer(outcome.done)) : toFailure(outcome);

function createCaseFileOperations({
  casework,
  files,
  fileSizes,
  getUploadBudget,
  changeResult: changed,
}: CaseFileOperationsDependencies): OperationHandlers<typeof caseFileOperations> {
  const deps = { ...casework, files };

  return {
    'case.openFile': async (caller, asked) => filePartResult(await releaseFile(deps, asked, caller)),
    // The entry says already that they opened the report.
    'case.openFilePart': async (caller, asked) => filePartResult(await releaseFilePart(deps, asked, caller)),
    'case.fileParts': async (caller, asked) =>
      uploadResult(await readUploadProgress(deps, caller, asked), (parts) => parts),
    'case.filePart': async (caller, { data: content, ...asked }) => {
      if (asked.bytes > largestSealedLength(fileSizes)) return malformedResult;
      // The first part has an age file's whole header: clear words are refused.
      if (asked.part === 0 && !isSealedFileFormat(content)) return malformedResult;
      const budget = getUploadBudget(caller.objectId);
      return uploadResult(await saveUploadPart({ ...deps, budget }, caller, { ...asked, content }), (kind) => ({
        kind,
      }));
    },
    'case.fileDrop': async (caller, asked) =>
      uploadResult(await removeUpload(deps, caller, asked), (kind) => ({ kind })),
    'case.exportFile': async (caller, asked) => changed(caller, await exportFile(casework, caller, asked)),
    'case.markFile': async (caller, asked) => changed(caller, await markFile(casework, caller, asked)),
    'case.addFiles': async (caller, asked) => changed(caller, await addFiles(casework, caller, asked)),
  };
}
