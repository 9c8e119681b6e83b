import { fileCountText } from '../file-counts.ts';
import { type ComeBackState, mayWithdrawConsent } from '../../core/reporting/come-back-flow.ts';
import type { ReporterThread, ReporterThreadEntry } from '../../core/reporting/find-by-return-code.ts';
import type { Day } from '../../core/model/calendar.ts';
import type { RequiredRole } from '../../core/model/roles.ts';
import { type AdditionMark, additionMarks, parseAdditionMarks, type StepProblem } from '../../core/model/questions.ts';
import type { Contacts } from '../../words/contacts.ts';
import {
  type Callout,
  type Field,
  otherLanguageTitle,
  createMoveButtonFactory,
  type Page,
  plainLines,
} from '../page.ts';
import {
  commissionerText,
  dangerCallout,
  dangerSection,
  reserveText,
  understaffedRoleHint,
  supportSection,
} from '../support-contacts.ts';
import { choiceField, problemCallouts, textField } from '../field.ts';
import { nextVisitLine } from '../next-visit-line.ts';
import { returnCodeReference } from '../return-code-reference.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { translate } from '../../words/cards/translate.ts';
import type { CaseStatus } from '../../core/model/case-record.ts';
import { partnerAdviceSection } from '../partner-page-texts.ts';
import { closingAnswerWords } from '../../words/closing-messages.ts';
import { translateWord } from '../../words/translate-word.ts';
import { additionMarkKeys } from '../report-text.ts';
import type { Language } from '../../core/model/language.ts';
import { splitLine } from '../card-size.ts';

export interface ComeBackView {
  readonly state: ComeBackState;
  readonly problems: readonly StepProblem[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly token: string;
  readonly contacts: Contacts;
  readonly nextVisitDay: Day;
  /** Missing: no file can be added. */
  readonly takesFiles?: boolean;
  /** Of the page on which one can. Missing: here, or nowhere. */
  readonly filesPage?: string;
  /** Missing: none. */
  readonly shortRoles?: readonly RequiredRole[];
  readonly mayReceiveMessages: boolean;
  readonly draftDays: number;
  /** Missing until a case was found. */
  readonly caseId?: string;
  /** The code of words saved apart, in words of the state's language. Missing if their list did not load. */
  readonly codeWords?: string;
  /** Missing if the messages could not be decrypted in time. */
  readonly thread?: ReporterThread;
}

type ComeBackContent = Omit<Page, 'language' | 'callouts' | 'actions'>;

const enterContent = ({ state, problems, typed }: ComeBackView): ComeBackContent => ({
  heading: translate(state.language, 'common.comeBack'),
  sections: [{ text: [translate(state.language, 'comeBack.enterIntro')] }],
  fields: [
    textField({
      language: state.language,
      id: 'code',
      label: translate(state.language, 'comeBack.code'),
      required: true,
      value: typed?.['code'] ?? state.code,
      problems,
      // Eleven words stand in sight, to be compared with paper.
      isMultiline: true,
    }),
  ],
});

function erasedContent(view: ComeBackView): ComeBackContent {
  const { language, at, found } = view.state;
  const field = additionField(view);
  const isTyped = field.value !== '' || at === 'unadded';
  const unadded = at === 'unadded' ? [translate(language, 'comeBack.unadded')] : [];
  const carriedOver = translate(language, 'comeBack.carriedOver', { label: translate(language, 'question.what') });
  return {
    heading: translate(language, 'comeBack.erasedHeading'),
    sections: [
      { text: [translate(language, 'comeBack.erased', { day: formatDay(language, found?.until ?? '') })] },
      ...(isTyped ? [{ text: [...unadded, carriedOver] }] : []),
    ],
    fields: isTyped ? [field] : [],
  };
}

const hasMark = ({ marks: set = '' }: ComeBackState, mark: AdditionMark): boolean =>
  parseAdditionMarks(set)?.includes(mark) === true;

const detrimentLines = ({ state }: ComeBackView): readonly string[] =>
  hasMark(state, 'worse') ? [translate(state.language, 'comeBack.addedWorse')] : [];

const addedFilesLines = ({ state: { language, files = 0, fileKinds } }: ComeBackView): readonly string[] =>
  files > 0
    ? [fileCountText(language, { kinds: 'comeBack.addedFilesOfKinds', count: 'comeBack.addedFiles' }, files, fileKinds)]
    : [];

const urgentLines = ({ state }: ComeBackView): readonly string[] =>
  hasMark(state, 'risk') ? [translate(state.language, 'receipt.urgent')] : [];

function separateContent(view: ComeBackView): ComeBackContent {
  const { state, caseId, contacts, codeWords } = view;
  const { language } = state;
  const isHub = state.route === 'hub';
  return {
    heading: translate(language, 'comeBack.apartHeading'),
    references: [
      ...(caseId === undefined ? [] : [{ label: translate(language, 'common.reference'), value: caseId }]),
      returnCodeReference(language, state.apart ?? '', codeWords),
    ],
    sections: [
      { text: [translate(language, 'comeBack.apartCode'), nextVisitLine(view)] },
      {
        heading: translate(language, 'receipt.nextHeading'),
        text: [
          translate(language, 'comeBack.apart'),
          ...addedFilesLines(view),
          reserveText(language, contacts),
          ...urgentLines(view),
          commissionerText(language, contacts),
          translate(language, isHub ? 'hub.doNotAsk' : 'common.noFurther'),
        ],
      },
      ...(isHub ? [] : [supportSection(language, contacts)]),
    ],
  };
}

const confirmationContent = { leave: leaveContent, discard: discardContent, withdraw: withdrawContent } as const;
const confirmationActions = { leave: leaveActions, discard: discardActions, withdraw: withdrawActions } as const;

function content(view: ComeBackView): ComeBackContent {
  const { language, at, asking, found } = view.state;
  if (asking !== undefined) return confirmationContent[asking](view);
  const isHub = view.state.route === 'hub';
  // A partner passes this on, so it does not address them.
  const support = isHub ? [] : [supportSection(language, view.contacts)];
  switch (at) {
    case 'enter':
      return enterContent(view);
    case 'case':
      return caseContent(view);
    case 'draft':
      return {
        heading: translate(language, 'comeBack.draftHeading'),
        sections: [{ text: [translate(language, 'comeBack.draft', { day: formatDay(language, found?.until ?? '') })] }],
      };
    case 'added':
      return {
        heading: translate(language, 'comeBack.addedHeading'),
        sections: [
          {
            text: [
              translate(language, 'comeBack.added'),
              ...addedFilesLines(view),
              ...urgentLines(view),
              ...detrimentLines(view),
              nextVisitLine(view),
              translate(language, isHub ? 'hub.doNotAsk' : 'common.noFurther'),
            ],
          },
          ...support,
        ],
      };
    case 'withdrawn':
      return {
        heading: translate(language, 'hub.withdrawnHeading'),
        sections: [
          {
            text: [translate(language, 'comeBack.added'), translate(language, 'hub.withdrawNot'), nextVisitLine(view)],
          },
        ],
      };
    case 'apart':
      return separateContent(view);
    case 'erased':
    case 'unadded':
      return erasedContent(view);
    case 'discarded':
      return {
        heading: translate(language, 'comeBack.discardedHeading'),
        sections: [{ text: [translate(language, 'comeBack.discarded')] }, ...support],
      };
  }
}

function pageActions(view: ComeBackView): Page['actions'] {
  const { state, token } = view;
  const { language } = state;
  const move = createMoveButtonFactory(language, token);
  if (state.asking !== undefined) return confirmationActions[state.asking](view);
  switch (state.at) {
    case 'enter':
      return [move(translate(language, 'common.continue'), 'next', 'positive')];
    case 'case':
      return caseActions(view);
    case 'draft':
      return [
        move(translate(language, 'comeBack.resume'), 'resume', 'positive'),
        move(translate(language, 'comeBack.discard'), 'discard', 'destructive'),
      ];
    case 'added':
    case 'apart':
    case 'withdrawn':
      return [move(translate(language, 'comeBack.another'), 'another')];
    case 'erased':
    case 'unadded':
      return [move(translate(language, 'comeBack.report'), 'report', 'positive')];
    case 'discarded':
      return [];
  }
}

export const comeBackPage = (view: ComeBackView): Page => {
  const { state, problems, token } = view;
  const { language } = state;
  const move = createMoveButtonFactory(language, token);
  const labels: Readonly<Record<string, WordKey>> = { addition: 'comeBack.followUp', marks: 'comeBack.marks' };
  const getLabel = (question: string): string => translate(language, labels[question] ?? 'comeBack.code');
  // Only a follow-up can fail to be saved.
  const unanswered = state.at !== 'case' && problems.some(({ code }) => code === 'notSaved');
  const wrong = unanswered
    ? [
        {
          style: 'attention',
          heading: translate(language, 'notice.unavailableHeading'),
          text: [translate(language, 'notice.unavailable')],
        } as const,
      ]
    : problemCallouts(language, problems, getLabel, view.contacts);
  return {
    language,
    ...content(view),
    callouts: [
      ...wrong,
      ...(state.at === 'case' && state.asking === undefined ? newMessageCallouts(view) : []),
      ...(state.at === 'unadded' || hasMark(state, 'risk') ? [dangerCallout(view)] : []),
    ],
    actions: [
      ...pageActions(view),
      // A question must be answered by one of its own buttons.
      ...(state.asking === undefined ? [move(translate(language, 'common.done'), 'done')] : []),
      move(otherLanguageTitle(language), 'language'),
    ],
  };
};

const statusKeys: Readonly<Record<CaseStatus, WordKey>> = {
  received: 'comeBack.statusReceived',
  acknowledged: 'comeBack.statusAcknowledged',
  triaged: 'comeBack.statusTriaged',
  inProgress: 'comeBack.statusInProgress',
  awaitingReporter: 'comeBack.statusAwaitingReporter',
  closed: 'comeBack.statusClosed',
  reopened: 'comeBack.statusReopened',
};

const nextKeys: Readonly<Record<CaseStatus, WordKey>> = {
  received: 'comeBack.nextReceived',
  acknowledged: 'comeBack.nextAcknowledged',
  triaged: 'comeBack.nextUpdate',
  inProgress: 'comeBack.nextUpdate',
  awaitingReporter: 'comeBack.nextAnswer',
  closed: 'comeBack.nextClosed',
  reopened: 'comeBack.nextUpdate',
};

const partnerAdviceKeys: Readonly<Record<CaseStatus, WordKey>> = {
  received: 'hub.tellReceived',
  acknowledged: 'hub.tellSeen',
  triaged: 'hub.tellWork',
  inProgress: 'hub.tellWork',
  awaitingReporter: 'hub.tellAsked',
  closed: 'hub.tellClosed',
  reopened: 'hub.tellWork',
};

const isStatus = (status: string): status is CaseStatus => Object.hasOwn(statusKeys, status);

const displayStatus = ({ found }: ComeBackState): CaseStatus =>
  found && isStatus(found.status) ? found.status : 'received';

const isAwaitingReply = ({ thread }: ComeBackView): boolean => thread?.entries.at(-1)?.from === 'handlers';

/** Waiting messages count: a handler moves the status by hand, so it may lag. */
function statusLines(view: ComeBackView, day: string): readonly string[] {
  const { language } = view.state;
  const status = displayStatus(view.state);
  if (status === 'closed') {
    const { asksOn, isAskedWorse } = view.state.found ?? {};
    return [
      translate(language, statusKeys.closed),
      ...(isAskedWorse ? [translate(language, 'comeBack.canAnswerClosed')] : []),
      ...(asksOn === undefined || isAskedWorse
        ? []
        : [translate(language, 'comeBack.nextWorse', { day: formatDay(language, asksOn) })]),
      translate(language, asksOn === undefined && !isAskedWorse ? nextKeys.closed : 'comeBack.closedCanWrite'),
    ];
  }
  if (status === 'awaitingReporter') {
    const nothingAsked = view.thread !== undefined && !isAwaitingReply(view);
    return [
      translate(language, statusKeys[status]),
      translate(language, nothingAsked ? 'comeBack.nextNoQuestion' : nextKeys[status]),
    ];
  }
  if (!isAwaitingReply(view))
    return [translate(language, statusKeys[status]), translate(language, nextKeys[status], { day })];
  // Someone who wrote has seen the case, even if no one has recorded that yet.
  const [seen, its] = status === 'received' ? (['acknowledged', 'none'] as const) : ([status, day] as const);
  return [
    translate(language, statusKeys[seen]),
    translate(language, 'comeBack.canAnswer'),
    translate(language, nextKeys[seen], { day: its }),
  ];
}

function progressLines(view: ComeBackView): readonly string[] {
  const { language, found } = view.state;
  const status = displayStatus(view.state);
  const waits = status === 'awaitingReporter' || status === 'closed';
  const next = waits ? undefined : found?.next;
  return [
    ...statusLines(view, next ? formatDay(language, next.dueOn) : 'none'),
    ...(next?.isLate ? [translate(language, 'comeBack.late')] : []),
    ...(found?.identityOpenedOn
      ? [translate(language, 'comeBack.identityOpened', { day: formatDay(language, found.identityOpenedOn) })]
      : []),
  ];
}

function selectThreadPage({ state, thread }: ComeBackView) {
  const pages = paginateThread(state.language, thread?.entries ?? []);
  const page = Math.min(state.page ?? 1, pages.length);
  const shown = pages[page - 1] ?? [];
  const from = page === 1 ? shown.findLastIndex((message) => message.from === 'reporter') + 1 : shown.length;
  return { page, of: pages.length, shown: shown.slice(0, from), waiting: shown.slice(from) };
}

const closingAnswer = ({ state }: ComeBackView) =>
  displayStatus(state) === 'closed' ? state.found?.answer : undefined;

function newMessageCallouts(view: ComeBackView): readonly Callout[] {
  const { language } = view.state;
  const answer = closingAnswer(view);
  return [
    ...selectThreadPage(view).waiting.map(
      ({ question, lines }): Callout => ({ style: 'accent', heading: question, text: [], words: lines }),
    ),
    ...(answer === undefined
      ? []
      : [
          {
            style: 'accent',
            heading: translate(language, 'comeBack.answered'),
            text: [translateWord(language, closingAnswerWords[answer])],
          } as const,
        ]),
  ];
}

function caseHeading(view: ComeBackView): string {
  const isWaiting = selectThreadPage(view).waiting.length > 0;
  const isAsked = displayStatus(view.state) === 'awaitingReporter' || view.state.found?.isAskedWorse === true;
  const isAnswered = closingAnswer(view) !== undefined;
  const key = isAsked ? 'comeBack.askedHeading' : 'comeBack.writtenHeading';
  return translate(
    view.state.language,
    isWaiting ? key : isAnswered ? 'comeBack.answeredHeading' : 'comeBack.caseHeading',
  );
}

function messagesSection(view: ComeBackView): Page['sections'] {
  const { state, thread } = view;
  const { language } = state;
  const { page, of, shown } = selectThreadPage(view);
  const text = [
    ...(thread === undefined ? [translate(language, 'comeBack.notHere')] : []),
    ...(thread !== undefined && thread.unverifiedCount > 0 ? [translate(language, 'comeBack.doubtful')] : []),
    ...((thread?.setAside ?? 0) > 0 ? [translate(language, 'comeBack.setAside')] : []),
    ...(of > 1 ? [translate(language, 'comeBack.messagesPage', { page, of })] : []),
    ...(thread?.entries.some((entry) => entry.from === 'reporter')
      ? [translate(language, 'comeBack.yoursSealed')]
      : []),
  ];
  return text.length === 0 && shown.length === 0
    ? []
    : [{ heading: translate(language, 'comeBack.messagesHeading'), text }];
}

function partnerAdviceSections(view: ComeBackView): Page['sections'] {
  const { state, contacts } = view;
  if (state.route !== 'hub') return [];
  const status = displayStatus(state);
  const key = status === 'received' && isAwaitingReply(view) ? 'hub.tellSeen' : partnerAdviceKeys[status];
  return [partnerAdviceSection(state.language, contacts, [translate(state.language, key)])];
}

function caseContent(view: ComeBackView): ComeBackContent {
  const { state, caseId, contacts } = view;
  const { language } = state;
  return {
    heading: caseHeading(view),
    references: caseId === undefined ? [] : [{ label: translate(language, 'common.reference'), value: caseId }],
    sections: [
      { heading: translate(language, 'comeBack.standsHeading'), text: progressLines(view) },
      dangerSection(language, contacts),
      ...(partnerAdviceSections(view) ?? []),
      ...(messagesSection(view) ?? []),
    ],
    answers: selectThreadPage(view).shown,
    fields: [
      additionField(view, {
        label: translate(language, 'comeBack.followUp'),
        hint: `${translate(language, 'question.whatHint')} ${filesText(view)}`,
      }),
      marksField(view),
    ],
    after: aboutLines(view),
  };
}

function filesText({ state: { language }, takesFiles, filesPage }: ComeBackView): string {
  if (takesFiles) return translate(language, 'comeBack.filesBelow');
  return translate(language, filesPage === undefined ? 'report.noFiles' : 'report.filesOnPage');
}

function aboutLines({ state: { language, found, route }, takesFiles }: ComeBackView): readonly string[] {
  return [
    ...(found ? [translate(language, 'comeBack.receivedOn', { day: formatDay(language, found.receivedOn) })] : []),
    ...(found?.files === undefined || (found.files === 0 && !takesFiles)
      ? []
      : [translate(language, 'receipt.files', { count: found.files })]),
    translate(language, 'comeBack.followUps', { count: found?.additions ?? 0 }),
    translate(language, 'comeBack.notReadBack'),
    translate(language, 'comeBack.nobodyNudges'),
    translate(language, route === 'hub' ? 'hub.doNotAsk' : 'comeBack.noLooking'),
  ];
}

function caseActions(view: ComeBackView): Page['actions'] {
  const { state, thread, token } = view;
  const { language, found } = state;
  const move = createMoveButtonFactory(language, token);
  const { page, of } = selectThreadPage(view);
  const status = displayStatus(state);
  const isAsked = status === 'awaitingReporter' || isAwaitingReply(view);
  return [
    move(translate(language, 'comeBack.add'), 'add', 'positive'),
    ...(found?.isAskedWorse ? [move(translate(language, 'comeBack.notWorse'), 'notWorse')] : []),
    ...(isAsked && status !== 'closed' && !found?.isAskedWorse
      ? [move(translate(language, 'comeBack.nothing'), 'nothing')]
      : []),
    ...(mayWithdrawConsent(state) ? [move(translate(language, 'hub.withdraw'), 'withdraw')] : []),
    ...(page < of ? [move(translate(language, 'comeBack.earlier'), 'earlier')] : []),
    ...(page > 1 ? [move(translate(language, 'comeBack.later'), 'later')] : []),
    ...(thread === undefined ? [move(translate(language, 'comeBack.again'), 'again')] : []),
  ];
}

function leaveContent(view: ComeBackView): ComeBackContent {
  const { state } = view;
  const { language } = state;
  return {
    heading: translate(language, 'comeBack.unsentHeading'),
    sections: [{ text: [translate(language, 'comeBack.unsent')] }],
    fields: [additionField(view), ...(state.at === 'case' ? [marksField(view)] : [])],
  };
}

function leaveActions({ state, token }: ComeBackView): Page['actions'] {
  const { language } = state;
  const move = createMoveButtonFactory(language, token);
  return [
    state.at === 'case'
      ? move(translate(language, 'comeBack.add'), 'add', 'positive')
      : move(translate(language, 'comeBack.report'), 'report', 'positive'),
    move(translate(language, 'comeBack.write'), 'write'),
    move(translate(language, 'comeBack.leave'), 'leave', 'destructive'),
  ];
}

function discardContent({ state: { language, found } }: ComeBackView): ComeBackContent {
  return {
    heading: translate(language, 'comeBack.askDiscardHeading'),
    sections: [
      { text: [translate(language, 'comeBack.askDiscard', { day: formatDay(language, found?.until ?? '') })] },
    ],
  };
}

/** Replaces the button that asked, so that a double press deletes no draft. */
function discardActions({ state: { language }, token }: ComeBackView): Page['actions'] {
  const move = createMoveButtonFactory(language, token);
  return [
    move(translate(language, 'comeBack.delete'), 'delete', 'destructive'),
    move(translate(language, 'comeBack.keep'), 'keep'),
  ];
}

function withdrawContent(view: ComeBackView): ComeBackContent {
  const { language } = view.state;
  return {
    heading: translate(language, 'hub.withdrawHeading'),
    sections: [{ text: [translate(language, 'hub.withdrawDoes'), translate(language, 'hub.withdrawNot')] }],
    fields: [additionField(view, { label: translate(language, 'hub.withdrawWhy') })],
  };
}

/** Replaces the button that asked, so that a double press records nothing. */
function withdrawActions({ state: { language }, token }: ComeBackView): Page['actions'] {
  const move = createMoveButtonFactory(language, token);
  return [
    move(translate(language, 'hub.withdrawRecord'), 'record', 'positive'),
    move(translate(language, 'hub.withdrawKeep'), 'keep'),
  ];
}

const additionField = (
  { state: { language, addition }, problems, typed }: ComeBackView,
  options: { readonly label?: string; readonly hint?: string } = {},
): Field =>
  textField({
    language,
    id: 'addition',
    label: translate(language, 'comeBack.yourWords'),
    ...options,
    required: false,
    value: typed?.['addition'] ?? addition,
    problems,
    isMultiline: true,
  });

/** Each tick says what it does. */
function marksField({ state, problems, typed, contacts, shortRoles = [] }: ComeBackView): Field {
  const { language } = state;
  const isHub = state.route === 'hub';
  const isShort = shortRoles.includes('reserve');
  const consequences: Readonly<Record<AdditionMark, string>> = {
    risk: translate(language, 'comeBack.riskDoes'),
    worse: translate(language, 'comeBack.worseDoes'),
    unit: isShort ? '' : translate(language, 'comeBack.unitDoes', { reserve: contacts.reserve[language] }),
  };
  return choiceField({
    language,
    id: 'marks',
    label: translate(language, 'comeBack.marks'),
    required: false,
    value: typed?.['marks'] ?? state.marks ?? '',
    problems,
    ...(isShort && { hint: understaffedRoleHint(language, 'comeBack.unitShort', contacts) }),
    isMultiSelect: true,
    // Only the force's own people are asked about worse treatment.
    choices: (isHub ? additionMarks.filter((mark) => mark !== 'worse') : additionMarks).map((mark) => ({
      title: `${translate(language, additionMarkKeys[mark])}. ${consequences[mark]}`.trimEnd(),
      value: mark,
    })),
  });
}

interface ThreadMessagePart {
  readonly from: ReporterThreadEntry['from'];
  readonly question: string;
  readonly lines: readonly string[];
}

/** In UTF-16 units of JSON; the rest is for a long answer being typed. */
const maxPageSize = 8_000;
const lineFrame = 80;
const messageFrame = 250;
const maxMessages = 10;

const lineSize = (line: string): number => JSON.stringify(line).length + lineFrame;
const messageSize = ({ lines }: ThreadMessagePart): number =>
  lines.reduce((size, line) => size + lineSize(line), messageFrame);

/** Never shows the reporter's own words. */
function messageParts(language: Language, entry: ReporterThreadEntry): readonly ThreadMessagePart[] {
  const day = formatDay(language, entry.on);
  if (entry.from === 'reporter')
    return [{ from: 'reporter', question: translate(language, 'comeBack.youWrote', { day }), lines: [] }];
  const heading = translate(language, 'comeBack.theyWrote', { day });
  const { from } = entry;
  const parts: { from: ThreadMessagePart['from']; question: string; lines: string[] }[] = [
    { from, question: heading, lines: [] },
  ];
  let room = maxPageSize - messageFrame;
  for (const line of plainLines(entry.text).flatMap((line) => splitLine(line))) {
    if (lineSize(line) > room) {
      parts.push({ from, question: translate(language, 'comeBack.continued', { heading }), lines: [] });
      room = maxPageSize - messageFrame;
    }
    parts.at(-1)?.lines.push(line);
    room -= lineSize(line);
  }
  return parts;
}

/** Pages that each fit on a card, newest first; at least one. */
export function paginateThread(
  language: Language,
  entries: readonly ReporterThreadEntry[],
): readonly (readonly ThreadMessagePart[])[] {
  const pages: ThreadMessagePart[][] = [[]];
  let room = maxPageSize;
  for (const part of entries.flatMap((entry) => messageParts(language, entry)).toReversed()) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (messageSize(part) > room || page.length === maxMessages)) {
      pages.push([part]);
      room = maxPageSize - messageSize(part);
    } else {
      page.unshift(part);
      room -= messageSize(part);
    }
  }
  return pages;
}
