import type { WordKey } from '../../words/tab/translate.ts';
import type { Tab } from './tab-context.ts';
import type { CaseStatus } from '../../core/model/case-record.ts';
import type { Deadline } from '../../core/model/deadlines.ts';
import type { ReportKind } from '../../core/model/classification.ts';
import type { Route } from '../../core/model/report-routes.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { Urgency } from '../../core/model/urgency.ts';
import type { PreconditionCode } from '../../contract/operation-answers.ts';
import type { KeyGroup } from '../../core/model/public-keys.ts';

/** Names a code from a closed list: `statusText(tab.say, 'received')`. */
export const labelLookup =
  <Code extends string>(words: Readonly<Record<Code, WordKey>>) =>
  (say: Tab['translate'], code: Code): string =>
    say(words[code]);

export const statusText = labelLookup<CaseStatus>({
  received: 'status.received',
  acknowledged: 'status.acknowledged',
  triaged: 'status.triaged',
  inProgress: 'status.inProgress',
  awaitingReporter: 'status.awaitingReporter',
  closed: 'status.closed',
  reopened: 'status.reopened',
});

const kindText = labelLookup<ReportKind>({
  boundaries: 'status.boundaries',
  harassment: 'status.harassment',
  bribery: 'status.bribery',
  advantage: 'status.advantage',
  domestic: 'status.domestic',
  discrimination: 'status.discrimination',
  crime: 'status.crime',
  association: 'status.association',
  unsure: 'status.unsure',
});

export const reportKindText = (translate: Tab['translate'], kind: ReportKind | undefined): string =>
  kind === undefined ? translate('status.noKind') : kindText(translate, kind);

export const urgencyText = labelLookup<Urgency>({ urgent: 'status.urgent', standard: 'status.standard' });

export const routeText = labelLookup<Route>({ staff: 'status.staff', hub: 'status.hub' });

export const handledByText = labelLookup<HandledBy>({ acu: 'status.acu', reserve: 'status.reserve' });

export const preconditionText = labelLookup<PreconditionCode>({
  notOpened: 'closing.gateOpened',
  unreadMessage: 'closing.gateUnread',
  referralUndecided: 'closing.gateReferral',
  notLinked: 'closing.gateLinked',
  notAgreed: 'closing.gateAgreed',
  agreementUnread: 'closing.gateAgreementUnread',
  otherOutcome: 'closing.gateOutcome',
  notClosed: 'retention.gateClosed',
  onHold: 'retention.erasureHeld',
  toRefer: 'retention.gateRefer',
  taskOpen: 'retention.gateTask',
  retentionRuns: 'retention.gateRetention',
  noCode: 'retention.gateCode',
  reasonUnread: 'retention.gateReason',
  askerGone: 'retention.gateAsker',
});

export const deadlineText = labelLookup<Deadline>({
  acknowledge: 'status.deadlineAcknowledge',
  triage: 'status.deadlineTriage',
  update: 'status.deadlineUpdate',
  detriment: 'status.deadlineDetriment',
  referral: 'status.deadlineReferral',
  task: 'status.deadlineTask',
  safety: 'status.deadlineSafety',
  crime: 'status.deadlineCrime',
  conduct: 'status.deadlineConduct',
});

export const keyGroupText = labelLookup<KeyGroup>({
  acu: 'status.acu',
  recovery: 'status.recovery',
  reserve: 'status.reserve',
  custodians: 'status.custodians',
});
