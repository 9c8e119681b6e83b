import type { z } from 'zod';
import { acknowledgeCase } from '../../concerns/casework/acknowledge-case.ts';
import type { CaseOutcome, CaseworkDependencies } from '../../concerns/casework/casework.ts';
import { agreeClosing } from '../../concerns/casework/closing-agreement.ts';
import { declareConflict } from '../../concerns/casework/conflict.ts';
import { consultCase, consultFurther } from '../../concerns/casework/consult-case.ts';
import { addTask, finishTask, logEntry } from '../../concerns/casework/decision-log.ts';
import { askErasure, eraseCase, refuseErasure } from '../../concerns/casework/erasure.ts';
import { excludePerson, readmitPerson } from '../../concerns/casework/exclusion.ts';
import { exportCase } from '../../concerns/casework/export-case.ts';
import { exportFile } from '../../concerns/casework/export-file.ts';
import { assignCase, decideReferral, doubtCase, noteCase, setReview } from '../../concerns/casework/handling.ts';
import { askIdentity, withdrawIdentity } from '../../concerns/casework/identity-request.ts';
import { keepSubjects } from '../../concerns/casework/keep-subjects.ts';
import { linkCase } from '../../concerns/casework/link-case.ts';
import { notSame } from '../../concerns/casework/not-same.ts';
import {
  askDetriment,
  confirmUpdate,
  leaveDetriment,
  messageReporter,
  stopMessages,
} from '../../concerns/casework/messages.ts';
import { closeCase, moveCase, triageCase } from '../../concerns/casework/progress.ts';
import { sanitiseCase, signSanitised } from '../../concerns/casework/sanitised-text.ts';
import { setAsideMessage } from '../../concerns/casework/set-aside.ts';
import { shownCase, viewCase, viewEarlier } from '../../concerns/casework/view-case.ts';
import { visibleLinks } from '../../concerns/casework/visible-links.ts';
import { askedOfCustodians, askedToAgree, givenTo } from '../../concerns/casework/who-waits.ts';
import { askCardWithdrawal, refuseCardWithdrawal, withdrawCard } from '../../concerns/casework/withdraw-card.ts';
import { allowedReaders } from '../../concerns/ports/standing-case.ts';
import { maySee } from '../../concerns/records/permissions.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { EventKind } from '../../concerns/records/event-record.ts';
import type { Answers } from '../../contract/answers.ts';
import { type Operation, requests } from '../../contract/requests.ts';
import { attestedExport } from './attested-export.ts';
import type { Caller } from './caller.ts';
import { type CaseFileOperationsDependencies, createCaseFileOperations } from './case-file-operations.ts';
import type { CaseViews } from './case-views.ts';
import type { ExportSigner } from './export-signer.ts';
import type { KeyProofs } from '../running/key-proofs.ts';
import { createLeaving, type LeavingDependencies } from './leaving.ts';
import { done, operation, type OperationRow, type Ran } from './operation.ts';

export interface CaseOperationsDependencies extends LeavingDependencies {
  readonly views: CaseViews;
  readonly keyProofs: KeyProofs;
  /** Where the files of cases stand; missing where the server keeps none. */
  readonly files?: CaseFileOperationsDependencies['files'];
  /** Missing where the force has no key to sign exports with: nothing is exported then. */
  readonly signer: ExportSigner | undefined;
  /** Told after each change of a case: an alert may be due. */
  readonly onChanged: () => void;
  /** Told of a case that was erased. */
  readonly onErased: (caseId: CaseId) => void;
}

/** The operations on one case. */
export type CaseOperations = {
  readonly [Name in Extract<Operation, `case.${string}`>]: OperationRow<Answers[Name]>;
};

/** Those who handle cases: each role its own kind, which the use cases look after. */
export const handlingRoles = ['handler', 'reserve'] as const;

/** The operations on one case: use cases of the core, with the view that is shown afterwards. */
export function createCaseOperations(deps: CaseOperationsDependencies): CaseOperations {
  const { casework, views, signer, keyProofs } = deps;
  const { cases, history, timeZone } = casework;
  const handling = handlingRoles;
  const out = { out: true } as const;

  async function changed(caller: Caller, outcome: CaseOutcome): Promise<Ran<Answers['case.triage']>> {
    if (outcome.kind !== 'changed' && outcome.kind !== 'moved') return outcome;
    const shown = async () => views.view(await shownCase(casework, outcome.inHand, caller));
    if (outcome.kind === 'moved') return { kind: 'moved', case: await shown() };
    deps.onChanged();
    return done({ case: await shown(), isNew: outcome.isNew });
  }

  /** A change of a case by somebody who handles it. */
  const change = <Schema extends z.ZodType>(
    schema: Schema,
    leaves: readonly EventKind[],
    useCase: (deps: CaseworkDependencies, by: Caller, asked: z.output<Schema>) => Promise<CaseOutcome>,
  ) =>
    operation(schema, {
      roles: handling,
      leaves: { history: leaves },
      run: async (caller, asked) => changed(caller, await useCase(casework, caller, asked)),
    });

  const leaving = createLeaving(deps);

  return {
    'case.view': operation(requests['case.view'], {
      roles: handling,
      leaves: { history: ['viewed'] },
      run: async (caller, { caseId }) => {
        const viewed = await viewCase(casework, caller, caseId);
        return viewed.kind === 'viewed' ? done(await views.view(viewed)) : viewed;
      },
    }),
    'case.viewEarlier': operation(requests['case.viewEarlier'], {
      roles: handling,
      leaves: { history: ['viewed'] },
      run: async (caller, asked): Promise<Ran<Answers['case.viewEarlier']>> => {
        const earlier = await viewEarlier(casework, caller, asked);
        return earlier.kind === 'refused' ? earlier : done(await views.entries(earlier.events));
      },
    }),
    'case.challenge': operation(requests['case.challenge'], {
      roles: handling,
      leaves: 'nothing',
      run: async (caller, { caseId }): Promise<Ran<Answers['case.challenge']>> => {
        const readers = await allowedReaders(cases, caseId, (one) => maySee(caller, one));
        if (readers === undefined) return { kind: 'refused' };
        return done({ sealed: await keyProofs.challenge(caseId, readers.handledBy, caller.objectId) });
      },
    }),
    'case.consult': operation(requests['case.consult'], {
      roles: handling,
      leaves: { history: ['consulted'] },
      run: async (caller, { caseId, proof }): Promise<Ran<Answers['case.consult']>> => {
        // Other rules rest on the entry: it says that somebody could read what was handed out.
        if (!keyProofs.holds(proof, caseId, caller.objectId)) {
          const readers = await allowedReaders(cases, caseId, (one) => maySee(caller, one));
          return readers === undefined ? { kind: 'refused' } : { kind: 'notAllowed', why: 'keyNotShown' };
        }
        const consulted = await consultCase(casework, caseId, caller);
        if (consulted.kind === 'refused') return consulted;
        const { record, events, isMore } = consulted;
        return done({ record, events, isMore });
      },
    }),
    // What it hands out stands in the history already: it asks for the entry that says so.
    'case.consultFurther': operation(requests['case.consultFurther'], {
      roles: handling,
      leaves: 'nothing',
      run: async (caller, asked): Promise<Ran<Answers['case.consultFurther']>> => {
        const page = await consultFurther(casework, asked, caller);
        return page.kind === 'refused' ? page : done({ events: page.events, isMore: page.isMore });
      },
    }),
    ...createCaseFileOperations({ casework, files: deps.files, handling, changed }),
    'case.exportFile': change(requests['case.exportFile'], ['fileExported'], exportFile),
    'case.acknowledge': change(requests['case.acknowledge'], ['acknowledged'], async (deps, by, { caseId }) => {
      const outcome = await acknowledgeCase(deps, caseId, by);
      if (outcome.kind === 'refused') return outcome;
      const { inHand } = outcome;
      return { kind: 'changed', record: inHand.record, isNew: outcome.kind === 'acknowledged', inHand };
    }),
    'case.triage': change(requests['case.triage'], ['triaged'], triageCase),
    'case.move': change(requests['case.move'], ['moved', 'reopened'], moveCase),
    'case.close': change(requests['case.close'], ['closed'], closeCase),
    'case.agreeClosing': change(requests['case.agreeClosing'], ['decided'], leaving(agreeClosing, askedToAgree)),
    'case.assign': change(requests['case.assign'], ['assigned'], leaving(assignCase, givenTo)),
    'case.note': change(requests['case.note'], ['noted'], noteCase),
    'case.logEntry': change(requests['case.logEntry'], ['decided', 'reasoned', 'contacted'], logEntry),
    'case.addTask': change(requests['case.addTask'], ['taskAdded'], addTask),
    'case.finishTask': change(requests['case.finishTask'], ['taskDone'], finishTask),
    'case.decideReferral': change(requests['case.decideReferral'], ['referralDecided'], decideReferral),
    'case.sanitise': change(requests['case.sanitise'], ['sanitised'], leaving(sanitiseCase, askedToAgree)),
    'case.signSanitised': change(requests['case.signSanitised'], ['sanitisedSigned'], signSanitised),
    'case.declareConflict': operation(requests['case.declareConflict'], {
      roles: handling,
      leaves: { history: ['conflictDeclared'] },
      run: async (caller, asked) => {
        const outcome = await declareConflict(casework, caller, asked);
        if (outcome.kind === 'notAllowed' || outcome.kind === 'refused') return outcome;
        deps.onChanged();
        return done(out);
      },
    }),
    'case.excludePerson': operation(requests['case.excludePerson'], {
      roles: handling,
      leaves: { history: ['excluded', 'conflictDeclared'] },
      run: async (caller, asked): Promise<Ran<Answers['case.excludePerson']>> => {
        const outcome = await excludePerson(casework, caller, asked);
        if (outcome.kind !== 'out') return changed(caller, outcome);
        deps.onChanged();
        return done(out);
      },
    }),
    'case.readmitPerson': change(requests['case.readmitPerson'], ['readmitted'], readmitPerson),
    'case.link': change(requests['case.link'], ['linked'], linkCase),
    'case.notSame': change(requests['case.notSame'], ['notSame', 'notSameRevised'], notSame),
    'case.keepSubjects': change(requests['case.keepSubjects'], ['subjectsKept'], keepSubjects),
    'case.askCardWithdrawal': change(
      requests['case.askCardWithdrawal'],
      ['doubted'],
      leaving(askCardWithdrawal, askedToAgree),
    ),
    'case.withdrawCard': change(requests['case.withdrawCard'], ['doubted'], withdrawCard),
    'case.refuseCardWithdrawal': change(requests['case.refuseCardWithdrawal'], ['doubted'], refuseCardWithdrawal),
    'case.setReview': change(requests['case.setReview'], ['reviewSet'], setReview),
    'case.askErasure': change(requests['case.askErasure'], ['erasureAsked'], leaving(askErasure, askedToAgree)),
    'case.erase': change(requests['case.erase'], ['erased'], async (given, by, asked) => {
      const outcome = await eraseCase(given, by, asked);
      if (outcome.kind === 'changed') deps.onErased(asked.caseId);
      return outcome;
    }),
    'case.refuseErasure': change(requests['case.refuseErasure'], ['erasureRefused'], refuseErasure),
    'case.askIdentity': change(
      requests['case.askIdentity'],
      ['identityAsked'],
      leaving(askIdentity, askedOfCustodians),
    ),
    'case.withdrawIdentity': change(requests['case.withdrawIdentity'], ['identityWithdrawn'], withdrawIdentity),
    'case.messageReporter': change(requests['case.messageReporter'], ['messageToReporter'], messageReporter),
    'case.askDetriment': change(requests['case.askDetriment'], ['messageToReporter'], askDetriment),
    'case.leaveDetriment': change(requests['case.leaveDetriment'], ['detrimentNotAsked'], leaveDetriment),
    'case.stopMessages': change(requests['case.stopMessages'], ['messagesStopped'], stopMessages),
    'case.confirmUpdate': change(requests['case.confirmUpdate'], ['updateConfirmed'], confirmUpdate),
    'case.doubt': change(requests['case.doubt'], ['doubted'], doubtCase),
    'case.setAsideMessage': change(requests['case.setAsideMessage'], ['doubted'], setAsideMessage),
    'case.export': operation(requests['case.export'], {
      roles: handling,
      leaves: { history: ['exported'] },
      run: async (caller, asked): Promise<Ran<Answers['case.export']>> => {
        if (signer === undefined) return { kind: 'notAllowed', why: 'noKey' };
        const ran = await changed(caller, await exportCase(casework, caller, asked));
        if (ran.kind !== 'done') return ran;
        const { events } = await visibleLinks(cases, await history.entries(asked.caseId, {}), caller);
        const attested = attestedExport(signer, events, { request: asked.request, by: caller.objectId }, timeZone);
        return done({ ...ran.answer, ...attested });
      },
    }),
  };
}
