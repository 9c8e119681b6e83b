import type { EventDetail, EventKind, EventRecord, LoggedAction } from '../../core/model/event-record.ts';
import { maxOpeningsPerDay } from '../../core/model/max-openings.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import { statusText } from './labels.ts';
import {
  categoryText,
  dangerText,
  closingAnswerText,
  erasureReasonText,
  outcomeText,
  fileDestinationText,
  gradingCodes,
  referralText,
} from './case-labels.ts';
import { personName } from './person-name.ts';
import type { Tab } from './tab-context.ts';

const eventKindWords = {
  received: 'event.received',
  messageFromReporter: 'event.messageFrom',
  viewed: 'event.viewed',
  consulted: 'event.consulted',
  overseen: 'event.overseen',
  supervised: 'event.supervised',
  identityAsked: 'event.identityAsked',
  identityWithdrawn: 'event.identityWithdrawn',
  identityConsidered: 'event.identityConsidered',
  identityAgreed: 'event.identityAgreed',
  identityRefused: 'event.identityRefused',
  identityOpened: 'event.identityOpened',
  fileOpened: 'event.fileOpened',
  acknowledged: 'event.acknowledged',
  triaged: 'event.triaged',
  moved: 'event.moved',
  closed: 'event.closed',
  reopened: 'event.reopened',
  assigned: 'event.assigned',
  noted: 'event.noted',
  filesAdded: 'event.filesAdded',
  decided: 'event.decided',
  reasoned: 'event.reasoned',
  contacted: 'event.contacted',
  taskAdded: 'event.taskAdded',
  taskDone: 'event.taskDone',
  referralDecided: 'event.referral',
  safetyRecorded: 'event.safety',
  dutyRecorded: 'event.crimeRecorded',
  urgencyRaised: 'event.urgencyRaised',
  loweringAsked: 'event.loweringAsked',
  urgencyLowered: 'event.urgencyLowered',
  sanitised: 'event.sanitised',
  sanitisedSigned: 'event.signed',
  conflictDeclared: 'event.conflict',
  excluded: 'event.excluded',
  readmitted: 'event.readmitted',
  movedToReserve: 'event.toReserve',
  reviewSet: 'event.review',
  messagesStopped: 'event.stopped',
  updateConfirmed: 'event.update',
  detrimentNotAsked: 'event.detrimentNotAsked',
  doubted: 'event.doubted',
  erasureAsked: 'event.erasureAsked',
  erasureRefused: 'event.erasureRefused',
  messageToReporter: 'event.messageTo',
  identityShared: 'event.identityShared',
  exported: 'event.exportedWhole',
  fileExported: 'event.fileExported',
  printed: 'event.printed',
  fileMarked: 'event.fileMarked',
  linked: 'event.linked',
  notSame: 'event.notSame',
  notSameRevised: 'event.notSameRevised',
  samePerson: 'event.samePerson',
  parted: 'event.parted',
  grouped: 'event.grouped',
  subjectsKept: 'event.subjectsKept',
  titled: 'event.titled',
  erased: 'event.erased',
} as const satisfies Record<EventKind, WordKey>;

const withdrawalWords = {
  asked: 'subjects.eventAsked',
  agreed: 'subjects.eventAgreed',
  refused: 'subjects.eventRefused',
} as const satisfies Record<NonNullable<EventDetail['withdrawal']>, WordKey>;

const dutyWords = {
  crime: ['event.crimeNotRecorded', 'event.crimeRecorded'],
  conduct: ['event.conductNotRecorded', 'event.conductRecorded'],
} as const satisfies Record<NonNullable<EventDetail['duty']>, readonly [WordKey, WordKey]>;

function eventWordKey({ kind, detail, link }: Pick<EventRecord, 'kind' | 'detail' | 'link'>): WordKey {
  if (kind === 'linked' && link?.other === undefined) return 'event.linkedUnseen';
  if (kind === 'notSame' && link?.other === undefined) return 'event.notSameUnseen';
  if (kind === 'notSameRevised' && link?.other === undefined) return 'event.notSameRevisedUnseen';
  if (kind === 'samePerson' && link?.other === undefined) return 'event.samePersonUnseen';
  if (kind === 'parted' && link?.other === undefined) return 'event.partedUnseen';
  if (kind === 'doubted' && link !== undefined) {
    return detail?.withdrawal === 'asked' ? 'event.partingAsked' : 'event.partingRefused';
  }
  if (kind === 'assigned' && detail?.person === undefined) return 'event.unassigned';
  if (kind === 'reviewSet' && detail?.hold === true) return 'event.hold';
  if (kind === 'messagesStopped' && detail?.stopped === false) return 'event.allowed';
  if (kind === 'identityOpened' && detail?.because !== undefined) return 'event.identityOpenedForLife';
  if (kind === 'identityOpened' && detail?.of !== undefined) return 'event.identityOpenedAsked';
  if (kind === 'consulted' && detail?.told === true) return 'event.consultedMany';
  if (kind === 'fileOpened' && detail?.marked === true) return 'event.markedFileOpened';
  if (kind === 'exported' && detail?.what === 'sanitised') return 'event.exportedSanitised';
  if (kind === 'exported' && detail?.log === true) return 'event.exportedLog';
  if (detail?.withdrawal !== undefined) return withdrawalWords[detail.withdrawal];
  if (kind === 'doubted' && detail?.of !== undefined) return 'event.setAside';
  if (detail?.takeover === true) return kind === 'decided' ? 'oversight.eventAsked' : 'oversight.eventTakenOver';
  if (kind === 'decided' && detail?.outcome !== undefined) return 'event.agreedClosing';
  if (detail?.duty !== undefined) return dutyWords[detail.duty][detail.isRecorded === true ? 1 : 0];
  if (kind === 'taskAdded' && detail?.person !== undefined) return 'event.taskGiven';
  if (kind === 'messageToReporter' && detail?.months !== undefined) return 'event.detrimentAsked';
  return eventKindWords[kind];
}

/** A kind that this page does not know yet, from a newer server, is said to be one. */
export function eventText(
  tab: Pick<Tab, 'translate' | 'language' | 'me'>,
  event: Pick<EventRecord, 'kind' | 'by' | 'detail' | 'link'>,
  people: readonly PersonView[],
): string {
  const { translate: say } = tab;
  const who = personName(tab, event.by, people);
  if (!Object.hasOwn(eventKindWords, event.kind)) return say('event.notKnownYet', { who });
  const detail = event.detail ?? {};
  const grading = detail.grading;
  const answered =
    detail.answer === undefined
      ? ''
      : ` ${say('event.answered', { answer: closingAnswerText(tab.language, detail.answer) })}`;
  const hints = detail.confirmed === undefined ? '' : ` ${say('event.hints', { count: detail.confirmed })}`;
  const erasedFor =
    detail.erasedFor === undefined
      ? ''
      : ` ${say('event.erasedFor', { reason: erasureReasonText(say, detail.erasedFor) })}`;
  const contact = detail.confirmedContact === true ? ` ${say('event.contactConfirmed')}` : '';
  const withheld = detail.withheld === true ? ` ${say('event.withheld')}` : '';
  const after =
    answered + hints + erasedFor + contact + withheld + (detail.told === true ? ` ${say('event.told')}` : '');
  const sentence = say(eventWordKey(event), {
    who,
    person: detail.person === undefined ? '' : personName(tab, { objectId: detail.person }, people),
    category: detail.category === undefined ? '' : categoryText(say, detail.category),
    grading: grading === undefined ? '' : gradingCodes(grading),
    status: detail.to === undefined ? '' : statusText(say, detail.to),
    months: detail.months ?? 0,
    version: detail.version ?? 0,
    count: maxOpeningsPerDay,
    outcome: detail.outcome === undefined ? '' : outcomeText(say, detail.outcome),
    danger: detail.danger === undefined ? '' : dangerText(say, detail.danger).toLocaleLowerCase(tab.language),
    decision: referralText(say, detail.decision ?? 'undecided'),
    day: formatDay(tab.language, detail.reviewOn ?? detail.dueOn ?? ''),
    file: detail.file?.slice(0, 6) ?? '',
    place: detail.place === undefined ? '' : fileDestinationText(say, detail.place),
    other: event.link?.other === undefined ? '' : formatCaseId(event.link.other),
  });
  const isName = who !== say('who.somebody') && who !== say('who.reporter');
  // A name keeps its own first letter.
  const begun = isName ? sentence : sentence.charAt(0).toLocaleUpperCase(tab.language) + sentence.slice(1);
  return begun + after;
}

const loggedActionWords = {
  collection: 'event.logCollection',
  alteration: 'event.logAlteration',
  consultation: 'event.logConsultation',
  disclosure: 'event.logDisclosure',
  combination: 'event.logCombination',
  erasure: 'event.logErasure',
} as const satisfies Record<LoggedAction, WordKey>;

export const loggedActionText = (translate: Tab['translate'], action: LoggedAction): string =>
  translate(loggedActionWords[action]);
