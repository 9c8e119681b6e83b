import type { EventKind, EventRecord, LoggedAction } from '../../concerns/event-record.ts';
import { showCaseId } from '../../concerns/case-id.ts';
import type { ShownPerson } from '../contract/answers.ts';
import type { WordKey } from '../words/say.ts';
import { dayText } from './day-text.ts';
import { categoryText, outcomeText, placeText, referralText, statusText } from './named.ts';
import { personName } from './person-name.ts';
import type { Tab } from './tab-context.ts';

const sentences = {
  received: 'status.eventReceived',
  messageFromReporter: 'status.eventMessageFrom',
  viewed: 'status.eventViewed',
  consulted: 'status.eventConsulted',
  identityOpened: 'status.eventIdentityOpened',
  acknowledged: 'status.eventAcknowledged',
  triaged: 'status.eventTriaged',
  moved: 'status.eventMoved',
  closed: 'status.eventClosed',
  reopened: 'status.eventReopened',
  assigned: 'status.eventAssigned',
  noted: 'status.eventNoted',
  referralDecided: 'status.eventReferral',
  sanitised: 'status.eventSanitised',
  sanitisedSigned: 'status.eventSigned',
  conflictDeclared: 'status.eventConflict',
  excluded: 'status.eventExcluded',
  movedToReserve: 'status.eventToReserve',
  reviewSet: 'status.eventReview',
  messagesStopped: 'status.eventStopped',
  updateConfirmed: 'status.eventUpdate',
  doubted: 'status.eventDoubted',
  erasureAsked: 'status.eventErasureAsked',
  erasureRefused: 'status.eventErasureRefused',
  messageToReporter: 'status.eventMessageTo',
  identityShared: 'status.eventIdentityShared',
  exported: 'status.eventExportedWhole',
  linked: 'status.eventLinked',
  erased: 'status.eventErased',
} as const satisfies Record<EventKind, WordKey>;

function sentenceOf({ kind, detail, link }: Pick<EventRecord, 'kind' | 'detail' | 'link'>): WordKey {
  if (kind === 'linked' && link?.other === undefined) return 'status.eventLinkedUnseen';
  if (kind === 'assigned' && detail?.person === undefined) return 'status.eventUnassigned';
  if (kind === 'reviewSet' && detail?.hold === true) return 'status.eventHold';
  if (kind === 'messagesStopped' && detail?.stopped === false) return 'status.eventAllowed';
  if (kind === 'exported' && detail?.what === 'sanitised') return 'status.eventExportedSanitised';
  return sentences[kind];
}

/** What happened and by whom, as one sentence in the past. When it happened stands beside it. */
export function eventText(
  tab: Pick<Tab, 'say' | 'language' | 'me'>,
  event: Pick<EventRecord, 'kind' | 'by' | 'detail' | 'link'>,
  people: readonly ShownPerson[],
): string {
  const { say } = tab;
  const detail = event.detail ?? {};
  const grading = detail.grading;
  const codes = grading && [grading.source, grading.assessment, grading.handling, grading.action, grading.sanitisation];
  return say(sentenceOf(event), {
    who: personName(tab, event.by, people),
    person: detail.person === undefined ? '' : personName(tab, { objectId: detail.person }, people),
    category: detail.category === undefined ? '' : categoryText(say, detail.category),
    grading: codes?.filter((code) => code !== undefined).join(' ') ?? '',
    status: detail.to === undefined ? '' : statusText(say, detail.to),
    outcome: detail.outcome === undefined ? '' : outcomeText(say, detail.outcome),
    decision: referralText(say, detail.decision ?? 'undecided'),
    day: detail.reviewOn === undefined ? '' : dayText(tab.language, detail.reviewOn),
    place: detail.place === undefined ? '' : placeText(say, detail.place),
    other: event.link?.other === undefined ? '' : showCaseId(event.link.other),
  });
}

const actions = {
  collection: 'status.logCollection',
  alteration: 'status.logAlteration',
  consultation: 'status.logConsultation',
  disclosure: 'status.logDisclosure',
  combination: 'status.logCombination',
  erasure: 'status.logErasure',
} as const satisfies Record<LoggedAction, WordKey>;

/** The name of an action of section 62 of the Data Protection Act 2018. */
export const loggedActionText = (say: Tab['say'], action: LoggedAction): string => say(actions[action]);
