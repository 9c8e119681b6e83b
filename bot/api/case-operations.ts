import { acknowledgeCase } from '../../core/casework/acknowledge-case.ts';
import type { CaseOutcome, CaseworkDependencies } from '../../core/casework/acts.ts';
import { agreeClosing, closeCase, moveCase, triageCase } from '../../core/casework/progress.ts';
import { declareConflict, excludePerson, readmitPerson } from '../../core/casework/exclusion.ts';
import { consultCase, consultFurther } from '../../core/casework/unseal-case.ts';
import { addTask, finishTask, logEntry } from '../../core/casework/decision-log.ts';
import { askErasure, eraseCase, refuseErasure } from '../../core/casework/erasure.ts';
import { exportCase, sanitiseCase, signSanitised } from '../../core/casework/export-case.ts';
import { assignCase, decideReferral, doubtCase, noteCase, setReview } from '../../core/casework/handling.ts';
import { askIdentity, withdrawIdentity } from '../../core/casework/identity.ts';
import {
  askCardWithdrawal,
  keepSubjects,
  refuseCardWithdrawal,
  subjectCards,
  withdrawCard,
} from '../../core/casework/subject-cards.ts';
import { linkCase, notSame } from '../../core/casework/link-case.ts';
import {
  askDetriment,
  confirmUpdate,
  leaveDetriment,
  messageReporter,
  setAsideMessage,
  stopMessages,
} from '../../core/casework/messages.ts';
import { shownCase, viewCase, viewEarlier } from '../../core/casework/case-view.ts';
import { visibleLinks } from '../../core/casework/links.ts';
import { allowedReaders, type CaseList, type SubjectCards } from '../../core/ports/case-store.ts';
import { maySee } from '../../core/model/permissions.ts';
import type { CaseId } from '../../core/model/codes.ts';
import type { PersonId } from '../../core/model/directory.ts';
import type { Changed, Result } from '../../contract/answers.ts';
import type { Operation, operations } from '../../contract/operations.ts';
import { attestedExport, type ExportSigner } from './export-signer.ts';
import type { Caller } from './tab-authentication.ts';
import type { CaseViews } from './case-views.ts';
import type { KeyProofs } from '../runtime/timed-proofs.ts';
import { done, type Handlers, notDone, notTaken, odd, refused } from './operation.ts';
import {
  addFiles,
  dropFileToAdd,
  exportFile,
  type OpenedPart,
  openFile,
  type OpenFileDependencies,
  openFilePart,
  partsToAdd,
  type SendFileDependencies,
  type Taken,
  takePartToAdd,
} from '../../core/casework/case-files.ts';
import type { caseFileOperations, OpenedFilePart } from '../../contract/case-files.ts';
import { looksSealedFile } from '../../crypto/age-format.ts';
import { chosenKind } from './case-lists.ts';

/** An answer stays below 256,000 characters. */
const cardsOnPage = 80;

const mostCounted = 10_000;

export interface CaseOperationsDependencies {
  readonly casework: CaseworkDependencies;
  readonly views: CaseViews;
  readonly keyProofs: KeyProofs;
  readonly files?: CaseFileOperationsDependencies['files'];
  readonly cards: SubjectCards;
  readonly cases: CaseList;
  readonly tenantId: string;
  /** `undefined` if the force has no signing key: nothing is exported. */
  readonly signer: ExportSigner | undefined;
  /** Told for whom something waits. */
  readonly onWaits: (people: readonly PersonId[]) => void;
  readonly onChanged: () => void;
  readonly onErased: (caseId: CaseId) => void;
}

type CaseOperation = Extract<Operation, `case.${string}` | `subjects.${string}`>;

export function createCaseOperations(
  deps: CaseOperationsDependencies,
): Pick<Handlers<typeof operations>, CaseOperation> {
  const { casework, views, signer, keyProofs } = deps;
  const { cases, history, timeZone } = casework;
  const out = { out: true } as const;

  async function changed(caller: Caller, outcome: CaseOutcome): Promise<Result<Changed>> {
    if (outcome.kind !== 'changed' && outcome.kind !== 'moved') return notTaken(outcome);
    const shown = async () => views.view(await shownCase(casework, outcome.inHand, caller));
    if (outcome.kind === 'moved') return notDone({ code: 'moved', case: await shown() });
    deps.onChanged();
    if (outcome.waits) deps.onWaits(outcome.waits);
    return done({ case: await shown(), isNew: outcome.isNew });
  }

  const change =
    <Asked>(useCase: (deps: CaseworkDependencies, by: Caller, asked: Asked) => Promise<CaseOutcome>) =>
    async (caller: Caller, asked: Asked) =>
      changed(caller, await useCase(casework, caller, asked));

  return {
    'case.view': async (caller, { caseId }) => {
      const viewed = await viewCase(casework, caller, caseId);
      return viewed.kind === 'viewed' ? done(await views.view(viewed)) : notTaken(viewed);
    },
    'case.viewEarlier': async (caller, asked) => {
      const earlier = await viewEarlier(casework, caller, asked);
      return earlier.kind === 'refused' ? notTaken(earlier) : done(await views.entries(earlier.events));
    },
    'case.challenge': async (caller, { caseId }) => {
      const readers = await allowedReaders(cases, caseId, (one) => maySee(caller, one));
      if (readers === undefined) return refused;
      return done({ sealed: await keyProofs.challenge(caseId, readers.handledBy, caller.objectId) });
    },
    'case.consult': async (caller, { caseId, proof }) => {
      // Other rules rest on the entry: its person could read the report.
      if (!keyProofs.holds(proof, caseId, caller.objectId)) {
        const readers = await allowedReaders(cases, caseId, (one) => maySee(caller, one));
        return readers === undefined ? refused : notDone({ code: 'notAllowed', why: 'keyNotShown' });
      }
      const consulted = await consultCase(casework, caseId, caller);
      if (consulted.kind === 'refused') return notTaken(consulted);
      const { record, events, isMore } = consulted;
      return done({ record, events, isMore });
    },
    'case.consultFurther': async (caller, asked) => {
      const page = await consultFurther(casework, asked, caller);
      return page.kind === 'refused' ? notTaken(page) : done({ events: page.events, isMore: page.isMore });
    },
    ...createCaseFileOperations({ casework, files: deps.files, changed }),
    'case.acknowledge': change(async (deps, by, { caseId }) => {
      const outcome = await acknowledgeCase(deps, caseId, by);
      if (outcome.kind === 'refused') return outcome;
      const { inHand } = outcome;
      return { kind: 'changed', record: inHand.record, isNew: outcome.kind === 'acknowledged', inHand };
    }),
    'case.triage': change(triageCase),
    'case.move': change(moveCase),
    'case.close': change(closeCase),
    'case.agreeClosing': change(agreeClosing),
    'case.assign': change(assignCase),
    'case.note': change(noteCase),
    'case.logEntry': change(logEntry),
    'case.addTask': change(addTask),
    'case.finishTask': change(finishTask),
    'case.decideReferral': change(decideReferral),
    'case.sanitise': change(sanitiseCase),
    'case.signSanitised': change(signSanitised),
    'case.declareConflict': async (caller, asked) => {
      const outcome = await declareConflict(casework, caller, asked);
      if (outcome.kind === 'notAllowed' || outcome.kind === 'refused') return notTaken(outcome);
      deps.onChanged();
      return done(out);
    },
    'case.excludePerson': async (caller, asked) => {
      const outcome = await excludePerson(casework, caller, asked);
      if (outcome.kind !== 'out') return changed(caller, outcome);
      deps.onChanged();
      return done(out);
    },
    'case.readmitPerson': change(readmitPerson),
    'case.link': change(linkCase),
    'case.notSame': change(notSame),
    'subjects.cards': async (caller, asked) => {
      const { cards, tenantId } = deps;
      const handledBy = chosenKind(caller, asked.handledBy);
      if (handledBy === undefined) return refused;
      const page = await subjectCards({ cards, tenantId }, caller, { handledBy, after: asked.after }, cardsOnPage);
      const counted =
        page.next === undefined
          ? await deps.cases.count({ handledBy, viewer: caller.objectId }, mostCounted)
          : undefined;
      return done({ ...page, tenantId, handledBy, ...(counted !== undefined && { cases: counted }) });
    },
    'case.keepSubjects': change(keepSubjects),
    'case.askCardWithdrawal': change(askCardWithdrawal),
    'case.withdrawCard': change(withdrawCard),
    'case.refuseCardWithdrawal': change(refuseCardWithdrawal),
    'case.setReview': change(setReview),
    'case.askErasure': change(askErasure),
    'case.erase': change(async (given, by, asked) => {
      const outcome = await eraseCase(given, by, asked);
      if (outcome.kind === 'changed') deps.onErased(asked.caseId);
      return outcome;
    }),
    'case.refuseErasure': change(refuseErasure),
    'case.askIdentity': change(askIdentity),
    'case.withdrawIdentity': change(withdrawIdentity),
    'case.messageReporter': change(messageReporter),
    'case.askDetriment': change(askDetriment),
    'case.leaveDetriment': change(leaveDetriment),
    'case.stopMessages': change(stopMessages),
    'case.confirmUpdate': change(confirmUpdate),
    'case.doubt': change(doubtCase),
    'case.setAsideMessage': change(setAsideMessage),
    'case.export': async (caller, asked) => {
      if (signer === undefined) return notDone({ code: 'notAllowed', why: 'noKey' });
      const ran = await changed(caller, await exportCase(casework, caller, asked));
      if (!ran.ok) return ran;
      const { events } = await visibleLinks(cases, await history.entries(asked.caseId, {}), caller);
      const attested = attestedExport(signer, events, { request: asked.request, by: caller.objectId }, timeZone);
      return done({ ...ran.value, ...attested });
    },
  };
}

interface CaseFileOperationsDependencies {
  readonly casework: CaseworkDependencies;
  /** `undefined` if the server keeps none. */
  readonly files?: (SendFileDependencies & OpenFileDependencies)['files'];
  readonly changed: (caller: Caller, outcome: CaseOutcome) => Promise<Result<Changed>>;
}

const partAnswer = (part: OpenedPart): Result<OpenedFilePart> => {
  if (part.kind !== 'opened') return notTaken(part);
  const { opening, bytes, data } = part;
  return done({ opening, bytes, data: Buffer.from(data).toString('base64') });
};
const answered = <Done, Answer>(taken: Taken<Done>, answer: (its: Done) => Answer): Result<Answer> =>
  taken.kind === 'taken' ? done(answer(taken.done)) : notTaken(taken);

function createCaseFileOperations({
  casework,
  files,
  changed,
}: CaseFileOperationsDependencies): Handlers<typeof caseFileOperations> {
  const deps = { ...casework, files };

  return {
    'case.openFile': async (caller, asked) => partAnswer(await openFile(deps, asked, caller)),
    // The entry says already that they opened the report.
    'case.openFilePart': async (caller, asked) => partAnswer(await openFilePart(deps, asked, caller)),
    'case.fileParts': async (caller, asked) => answered(await partsToAdd(deps, caller, asked), (parts) => parts),
    'case.filePart': async (caller, { data, ...asked }) => {
      const content = new Uint8Array(Buffer.from(data, 'base64'));
      // The first part has the whole header of an age file: words in clear are refused.
      if (asked.part === 0 && !looksSealedFile(content)) return odd;
      return answered(await takePartToAdd(deps, caller, { ...asked, content }), (kind) => ({ kind }));
    },
    'case.fileDrop': async (caller, asked) => answered(await dropFileToAdd(deps, caller, asked), (kind) => ({ kind })),
    'case.exportFile': async (caller, asked) => changed(caller, await exportFile(casework, caller, asked)),
    'case.addFiles': async (caller, asked) => changed(caller, await addFiles(casework, caller, asked)),
  };
}
