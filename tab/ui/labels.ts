import type { WordKey } from '../../words/tab/translate.ts';
import type { Tab } from './tab-context.ts';
import type { CaseStatus } from '../../core/model/case-record.ts';
import type { Deadline } from '../../core/model/deadlines.ts';
import type { Kind } from '../../core/model/kinds.ts';
import type { Route } from '../../core/model/routes.ts';
import type { HandledBy, Urgency } from '../../core/model/urgency.ts';
import type { Gate } from '../../contract/answers.ts';
import type { KeyGroup } from '../../core/model/recipients.ts';

/** Says what a code from a closed list is called: `statusText(tab.say, 'received')`. */
export const naming =
  <Code extends string>(words: Readonly<Record<Code, WordKey>>) =>
  (say: Tab['say'], code: Code): string =>
    say(words[code]);

export const statusText = naming<CaseStatus>({
  received: 'status.received',
  acknowledged: 'status.acknowledged',
  triaged: 'status.triaged',
  inProgress: 'status.inProgress',
  awaitingReporter: 'status.awaitingReporter',
  closed: 'status.closed',
  reopened: 'status.reopened',
});

const kindText = naming<Kind>({
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

export const kindName = (say: Tab['say'], kind: Kind | undefined): string =>
  kind === undefined ? say('status.noKind') : kindText(say, kind);

export const urgencyText = naming<Urgency>({ urgent: 'status.urgent', standard: 'status.standard' });

export const routeText = naming<Route>({ staff: 'status.staff', hub: 'status.hub' });

export const handledByText = naming<HandledBy>({ acu: 'status.acu', reserve: 'status.reserve' });

export const gateText = naming<Gate>({
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

export const deadlineText = naming<Deadline>({
  acknowledge: 'status.deadlineAcknowledge',
  triage: 'status.deadlineTriage',
  update: 'status.deadlineUpdate',
  detriment: 'status.deadlineDetriment',
  referral: 'status.deadlineReferral',
  task: 'status.deadlineTask',
});

export const keyGroupText = naming<KeyGroup>({
  acu: 'status.acu',
  recovery: 'status.recovery',
  reserve: 'status.reserve',
  custodians: 'status.custodians',
});
