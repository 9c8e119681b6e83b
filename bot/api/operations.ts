import { addYears, dayOf } from '../../concerns/terms/calendar.ts';
import { replyNames } from '../../concerns/terms/outcomes.ts';
import type { Replies } from '../../words/reply-templates.ts';
import type { operations } from '../../contract/operations.ts';
import { type CampaignOperationsDependencies, createCampaignOperations } from './campaign-operations.ts';
import { type BulkDependencies, createBulkOperations } from './bulk-operations.ts';
import { type Caller, handledKinds } from './caller.ts';
import { type CaseOperationsDependencies, createCaseOperations } from './case-operations.ts';
import { createInviteOperations, type InviteOperationsDependencies } from './invite-operations.ts';
import { createIdentityOperations, type IdentityDependencies } from './identity-operations.ts';
import { type ContentOperationsDependencies, createContentOperations } from './content-operations.ts';
import type { KeyEnvelopes } from './key-envelopes.ts';
import { createCaseChanges } from './case-changes.ts';
import type { LineChoices } from './line-choices.ts';
import { done, type Handlers, refused } from './operation.ts';
import { cardsOf, type SubjectCardsDependencies } from './subject-cards.ts';
import { createSummaryOperations, type SummaryDependencies } from './summary-operations.ts';
import { createOversightOperations, type OversightDependencies } from './oversight-operations.ts';
import { allowedReaders } from '../../concerns/ports/case-store.ts';
import { maySee, summariesFor } from '../../concerns/records/permissions.ts';
import type { CasePointers } from '../running/case-pointer.ts';
import { createReportOperations, type ReportOperationsDependencies } from './report-operations.ts';
import { staffReporter } from './reporter.ts';

export interface OperationsDependencies
  extends CaseOperationsDependencies,
    OversightDependencies,
    IdentityDependencies,
    SubjectCardsDependencies,
    BulkDependencies,
    ContentOperationsDependencies,
    SummaryDependencies {
  readonly keys: KeyEnvelopes;
  readonly choices: LineChoices;
  readonly campaigning: CampaignOperationsDependencies;
  readonly pointers: Pick<CasePointers, 'follow'>;
  readonly reporting: ReportOperationsDependencies;
  readonly inviting: InviteOperationsDependencies;
  /** Once counsel has agreed to messages. */
  readonly replies: Replies;
  readonly idleMinutes: number;
  readonly emergency: string;
}

export function createOperations(deps: OperationsDependencies): Handlers<typeof operations> {
  const { list, keys, choices, signer, casework } = deps;
  const { clock, timeZone } = casework;

  const looking =
    <Asked, Answer>(run: (caller: Caller, asked: Asked) => Promise<Answer>): typeof run =>
    (caller, asked) => {
      deps.onLooked(caller.objectId);
      return run(caller, asked);
    };

  return {
    me: async ({ objectId, name, roles }) => {
      const handles = handledKinds(roles);
      const mayWrite = handles.length > 0 && casework.messages;
      // Someone without a role may be reporting: nothing is noted.
      if (roles.size > 0) deps.onLooked(objectId);
      return done({
        objectId,
        name,
        roles: [...roles],
        handles,
        summaries: summariesFor(roles),
        messages: mayWrite,
        ...(mayWrite && { replies: replyNames.map((name) => ({ name, words: deps.replies[name] })) }),
        exports: handles.length > 0 && signer !== undefined,
        ...(handles.length > 0 && deps.files !== undefined && { files: true as const }),
        ...(roles.has('admin') && deps.inviting.page !== undefined && { partners: true as const }),
        ...(handles.length > 0 && signer && { exportKey: signer.fingerprint }),
        today: dayOf(clock(), timeZone),
        ...(handles.length > 0 && { lastReviewOn: addYears(dayOf(clock(), timeZone), casework.reviewYears) }),
        timeZone,
        idleMinutes: deps.idleMinutes,
        emergency: deps.emergency,
        ...(roles.has('custodian') && { identity: casework.identity }),
      });
    },

    'cases.list': looking(list.list),
    'cases.changes': createCaseChanges({ casework, list }),
    'cases.counts': looking(list.counts),
    'cases.find': list.find,

    'cases.followLink': async (caller, { pointer }) => {
      const caseId = deps.pointers.follow(pointer);
      if (caseId === undefined) return refused;
      const readers = await allowedReaders(casework.cases, caseId, (one) => maySee(caller, one));
      return readers === undefined ? refused : done({ caseId });
    },

    'subjects.cards': (caller, asked) => cardsOf(deps, caller, asked),

    ...createCaseOperations(deps),
    ...createIdentityOperations(deps),
    ...createOversightOperations(deps),
    ...createBulkOperations(deps),
    ...createSummaryOperations(deps),
    ...createContentOperations(deps),
    ...createCampaignOperations(deps.campaigning),

    'line.mine': choices.mine,
    'line.choose': choices.choose,

    'keys.mine': keys.mine,
    'keys.publish': keys.publish,
    'keys.people': keys.people,
    'keys.wrap': keys.wrap,
    'keys.opened': keys.opened,

    ...createReportOperations(deps.reporting, staffReporter),
    ...createInviteOperations(deps.inviting),
  };
}
