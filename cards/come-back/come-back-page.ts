import { type ComeBackState, mayWithdraw } from '../../core/reporting/come-back-flow.ts';
import type { Thread, ThreadEntry } from '../../core/reporting/come-back.ts';
import type { Day } from '../../core/model/calendar.ts';
import type { NeededRole } from '../../core/model/directory.ts';
import { type Mark, marks, marksIn, type Problem } from '../../core/model/questions.ts';
import type { Contacts } from '../../words/contacts.ts';
import { type Callout, type Field, languageTitle, moves, type Page, plainLines } from '../page.ts';
import { commissionerWay, dangerCallout, reserveWay, shortHint, supportWay } from '../support-links.ts';
import { choiceField, problemCallouts, textField } from '../field.ts';
import { lookAgainLine } from '../next-visit-line.ts';
import { showDay } from '../../words/days.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { say } from '../../words/cards/translate.ts';
import type { CaseStatus } from '../../core/model/case-record.ts';
import { tellSection } from '../partner-texts.ts';
import { closingAnswerWords } from '../../words/after-closing.ts';
import { sayWord } from '../../words/translate.ts';
import { markKeys } from '../report-text.ts';
import type { Language } from '../../core/model/language.ts';
import { cutLine } from '../card-size.ts';

export interface ComeBackView {
  readonly state: ComeBackState;
  readonly problems: readonly Problem[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly token: string;
  readonly contacts: Contacts;
  readonly lookAgainOn: Day;
  /** Missing: the words say that no file can be added. */
  readonly takesFiles?: boolean;
  /** Missing: no role is short of people. */
  readonly shortRoles?: readonly NeededRole[];
  readonly mayBeAsked: boolean;
  readonly draftDays: number;
  /** The reference as shown; missing until a case was found. */
  readonly caseId?: string;
  /** Missing if the messages could not be opened in time. */
  readonly thread?: Thread;
}

type ComeBackContent = Omit<Page, 'language' | 'callouts' | 'actions'>;

const enterContent = ({ state, problems, typed }: ComeBackView): ComeBackContent => ({
  heading: say(state.language, 'common.comeBack'),
  sections: [{ text: [say(state.language, 'comeBack.enterIntro')] }],
  fields: [
    textField({
      language: state.language,
      id: 'code',
      label: say(state.language, 'comeBack.code'),
      required: true,
      value: typed?.['code'] ?? state.code,
      problems,
      isMultiline: false,
    }),
  ],
});

function erasedContent(view: ComeBackView): ComeBackContent {
  const { language, at, found } = view.state;
  const field = wordsField(view);
  const isTyped = field.value !== '' || at === 'unadded';
  const unadded = at === 'unadded' ? [say(language, 'comeBack.unadded')] : [];
  const carriedOver = say(language, 'comeBack.carriedOver', { label: say(language, 'question.what') });
  return {
    heading: say(language, 'comeBack.erasedHeading'),
    sections: [
      { text: [say(language, 'comeBack.erased', { day: showDay(language, found?.until ?? '') })] },
      ...(isTyped ? [{ text: [...unadded, carriedOver] }] : []),
    ],
    fields: isTyped ? [field] : [],
  };
}

const isMarked = ({ marks: set = '' }: ComeBackState, mark: Mark): boolean => marksIn(set)?.includes(mark) === true;

const worseLines = ({ state }: ComeBackView): readonly string[] =>
  isMarked(state, 'worse') ? [say(state.language, 'comeBack.addedWorse')] : [];

const addedFilesLines = ({ state: { language, files = 0 } }: ComeBackView): readonly string[] =>
  files > 0 ? [say(language, 'comeBack.addedFiles', { count: files })] : [];

const urgentLines = ({ state }: ComeBackView): readonly string[] =>
  isMarked(state, 'risk') ? [say(state.language, 'receipt.urgent')] : [];

function apartContent(view: ComeBackView): ComeBackContent {
  const { state, caseId, contacts } = view;
  const { language } = state;
  const isHub = state.route === 'hub';
  return {
    heading: say(language, 'comeBack.apartHeading'),
    references: [
      ...(caseId === undefined ? [] : [{ label: say(language, 'common.reference'), value: caseId }]),
      { label: say(language, 'common.code'), value: state.apart ?? '' },
    ],
    sections: [
      { text: [say(language, 'comeBack.apartCode'), lookAgainLine(view)] },
      {
        heading: say(language, 'receipt.nextHeading'),
        text: [
          say(language, 'comeBack.apart'),
          ...addedFilesLines(view),
          reserveWay(language, contacts),
          ...urgentLines(view),
          commissionerWay(language, contacts),
          say(language, isHub ? 'hub.doNotAsk' : 'common.noFurther'),
          ...(isHub ? [] : [supportWay(language, contacts)]),
        ],
      },
    ],
  };
}

const askingContent = { leave: leaveContent, discard: discardContent, withdraw: withdrawContent } as const;
const askingWays = { leave: leaveWays, discard: discardWays, withdraw: withdrawWays } as const;

function content(view: ComeBackView): ComeBackContent {
  const { language, at, asking, found } = view.state;
  if (asking !== undefined) return askingContent[asking](view);
  const isHub = view.state.route === 'hub';
  // A partner reads what to tell the person, and is not addressed as the one affected.
  const support = isHub ? [] : [supportWay(language, view.contacts)];
  switch (at) {
    case 'enter':
      return enterContent(view);
    case 'case':
      return caseContent(view);
    case 'draft':
      return {
        heading: say(language, 'comeBack.draftHeading'),
        sections: [{ text: [say(language, 'comeBack.draft', { day: showDay(language, found?.until ?? '') })] }],
      };
    case 'added':
      return {
        heading: say(language, 'comeBack.addedHeading'),
        sections: [
          {
            text: [
              say(language, 'comeBack.added'),
              ...addedFilesLines(view),
              ...urgentLines(view),
              ...worseLines(view),
              lookAgainLine(view),
              say(language, isHub ? 'hub.doNotAsk' : 'common.noFurther'),
              ...support,
            ],
          },
        ],
      };
    case 'withdrawn':
      return {
        heading: say(language, 'hub.withdrawnHeading'),
        sections: [{ text: [say(language, 'comeBack.added'), say(language, 'hub.withdrawNot'), lookAgainLine(view)] }],
      };
    case 'apart':
      return apartContent(view);
    case 'erased':
    case 'unadded':
      return erasedContent(view);
    case 'discarded':
      return {
        heading: say(language, 'comeBack.discardedHeading'),
        sections: [{ text: [say(language, 'comeBack.discarded'), ...support] }],
      };
  }
}

function ways(view: ComeBackView): Page['actions'] {
  const { state, token } = view;
  const { language } = state;
  const move = moves(language, token);
  if (state.asking !== undefined) return askingWays[state.asking](view);
  switch (state.at) {
    case 'enter':
      return [move(say(language, 'common.continue'), 'next', 'positive')];
    case 'case':
      return caseWays(view);
    case 'draft':
      return [
        move(say(language, 'comeBack.resume'), 'resume', 'positive'),
        move(say(language, 'comeBack.discard'), 'discard', 'destructive'),
      ];
    case 'added':
    case 'apart':
    case 'withdrawn':
      return [move(say(language, 'comeBack.another'), 'another')];
    case 'erased':
    case 'unadded':
      return [move(say(language, 'comeBack.report'), 'report', 'positive')];
    case 'discarded':
      return [];
  }
}

export const comeBackPage = (view: ComeBackView): Page => {
  const { state, problems, token } = view;
  const { language } = state;
  const move = moves(language, token);
  const labels: Readonly<Record<string, WordKey>> = { addition: 'comeBack.followUp', marks: 'comeBack.marks' };
  const labelOf = (question: string): string => say(language, labels[question] ?? 'comeBack.code');
  // Only a follow-up can fail to be saved; on the other cards a look-up got no answer.
  const unanswered = state.at !== 'case' && problems.some(({ code }) => code === 'notSaved');
  const wrong = unanswered
    ? [
        {
          style: 'attention',
          heading: say(language, 'notice.unavailableHeading'),
          text: [say(language, 'notice.unavailable')],
        } as const,
      ]
    : problemCallouts(language, problems, labelOf, view.contacts);
  return {
    language,
    ...content(view),
    callouts: [
      ...wrong,
      ...(state.at === 'case' && state.asking === undefined ? waitingCallouts(view) : []),
      ...(state.at === 'case' || state.at === 'unadded' || isMarked(state, 'risk') ? [dangerCallout(view)] : []),
    ],
    actions: [
      ...ways(view),
      // A question must be answered by one of its own buttons.
      ...(state.asking === undefined ? [move(say(language, 'common.done'), 'done')] : []),
      move(languageTitle(language), 'language'),
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

const tellKeys: Readonly<Record<CaseStatus, WordKey>> = {
  received: 'hub.tellReceived',
  acknowledged: 'hub.tellSeen',
  triaged: 'hub.tellWork',
  inProgress: 'hub.tellWork',
  awaitingReporter: 'hub.tellAsked',
  closed: 'hub.tellClosed',
  reopened: 'hub.tellWork',
};

const isStatus = (status: string): status is CaseStatus => Object.hasOwn(statusKeys, status);

const statusOf = ({ found }: ComeBackState): CaseStatus =>
  found && isStatus(found.status) ? found.status : 'received';

const isWrittenTo = ({ thread }: ComeBackView): boolean => thread?.entries.at(-1)?.from === 'handlers';

/** The lines take account of waiting messages, since a handler moves the status by hand and it may lag behind. */
function statusLines(view: ComeBackView, day: string): readonly string[] {
  const { language } = view.state;
  const status = statusOf(view.state);
  if (status === 'closed') {
    const { asksOn, isAskedWorse } = view.state.found ?? {};
    return [
      say(language, statusKeys.closed),
      ...(isAskedWorse ? [say(language, 'comeBack.canAnswerClosed')] : []),
      ...(asksOn === undefined || isAskedWorse
        ? []
        : [say(language, 'comeBack.nextWorse', { day: showDay(language, asksOn) })]),
      say(language, asksOn === undefined && !isAskedWorse ? nextKeys.closed : 'comeBack.closedCanWrite'),
    ];
  }
  if (status === 'awaitingReporter') {
    const nothingAsked = view.thread !== undefined && !isWrittenTo(view);
    return [
      say(language, statusKeys[status]),
      say(language, nothingAsked ? 'comeBack.nextNoQuestion' : nextKeys[status]),
    ];
  }
  if (!isWrittenTo(view)) return [say(language, statusKeys[status]), say(language, nextKeys[status], { day })];
  // Someone who wrote has seen the case, even if no one has recorded that yet.
  const [seen, its] = status === 'received' ? (['acknowledged', 'none'] as const) : ([status, day] as const);
  return [
    say(language, statusKeys[seen]),
    say(language, 'comeBack.canAnswer'),
    say(language, nextKeys[seen], { day: its }),
  ];
}

function standing(view: ComeBackView): readonly string[] {
  const { language, found } = view.state;
  const status = statusOf(view.state);
  const waits = status === 'awaitingReporter' || status === 'closed';
  const next = waits ? undefined : found?.next;
  return [
    ...statusLines(view, next ? showDay(language, next.dueOn) : 'none'),
    ...(next?.isLate ? [say(language, 'comeBack.late')] : []),
    say(language, 'comeBack.followUps', { count: found?.additions ?? 0 }),
    say(language, 'comeBack.nobodyNudges'),
    say(language, view.state.route === 'hub' ? 'hub.doNotAsk' : 'comeBack.noLooking'),
  ];
}

function messages({ state, thread }: ComeBackView) {
  const pages = threadPages(state.language, thread?.entries ?? []);
  const page = Math.min(state.page ?? 1, pages.length);
  const shown = pages[page - 1] ?? [];
  const from = page === 1 ? shown.findLastIndex((message) => message.from === 'reporter') + 1 : shown.length;
  return { page, of: pages.length, shown: shown.slice(0, from), waiting: shown.slice(from) };
}

const closingAnswer = ({ state }: ComeBackView) => (statusOf(state) === 'closed' ? state.found?.answer : undefined);

function waitingCallouts(view: ComeBackView): readonly Callout[] {
  const { language } = view.state;
  const answer = closingAnswer(view);
  return [
    ...messages(view).waiting.map(
      ({ question, lines }): Callout => ({ style: 'accent', heading: question, text: [], words: lines }),
    ),
    ...(answer === undefined
      ? []
      : [
          {
            style: 'accent',
            heading: say(language, 'comeBack.answered'),
            text: [sayWord(language, closingAnswerWords[answer])],
          } as const,
        ]),
  ];
}

function headingOf(view: ComeBackView): string {
  const isWaiting = messages(view).waiting.length > 0;
  const isAsked = statusOf(view.state) === 'awaitingReporter' || view.state.found?.isAskedWorse === true;
  const isAnswered = closingAnswer(view) !== undefined;
  const key = isAsked ? 'comeBack.askedHeading' : 'comeBack.writtenHeading';
  return say(view.state.language, isWaiting ? key : isAnswered ? 'comeBack.answeredHeading' : 'comeBack.caseHeading');
}

function messagesSection(view: ComeBackView): Page['sections'] {
  const { state, thread } = view;
  const { language } = state;
  const { page, of, shown } = messages(view);
  const text = [
    ...(thread === undefined ? [say(language, 'comeBack.notHere')] : []),
    ...(thread !== undefined && thread.doubtful > 0 ? [say(language, 'comeBack.doubtful')] : []),
    ...((thread?.setAside ?? 0) > 0 ? [say(language, 'comeBack.setAside')] : []),
    ...(of > 1 ? [say(language, 'comeBack.messagesPage', { page, of })] : []),
    ...(thread?.entries.some((entry) => entry.from === 'reporter') ? [say(language, 'comeBack.yoursSealed')] : []),
  ];
  return text.length === 0 && shown.length === 0 ? [] : [{ heading: say(language, 'comeBack.messagesHeading'), text }];
}

function telling(view: ComeBackView): Page['sections'] {
  const { state, contacts } = view;
  if (state.route !== 'hub') return [];
  const status = statusOf(state);
  const key = status === 'received' && isWrittenTo(view) ? 'hub.tellSeen' : tellKeys[status];
  return [tellSection(state.language, contacts, [say(state.language, key)])];
}

function caseContent(view: ComeBackView): ComeBackContent {
  const { state, caseId } = view;
  const { language, found } = state;
  return {
    heading: headingOf(view),
    references: caseId === undefined ? [] : [{ label: say(language, 'common.reference'), value: caseId }],
    sections: [
      {
        text: [
          say(language, 'comeBack.isSaved'),
          ...(found ? [say(language, 'comeBack.receivedOn', { day: showDay(language, found.receivedOn) })] : []),
          ...(found?.files === undefined || (found.files === 0 && !view.takesFiles)
            ? []
            : [say(language, 'receipt.files', { count: found.files })]),
          ...(found?.identityOpenedOn
            ? [say(language, 'comeBack.identityOpened', { day: showDay(language, found.identityOpenedOn) })]
            : []),
          say(language, 'comeBack.notReadBack'),
        ],
      },
      { heading: say(language, 'comeBack.standsHeading'), text: standing(view) },
      ...(telling(view) ?? []),
      ...(messagesSection(view) ?? []),
    ],
    answers: messages(view).shown,
    fields: [
      wordsField(view, {
        label: say(language, 'comeBack.followUp'),
        hint: `${say(language, 'question.whatHint')} ${say(language, view.takesFiles ? 'comeBack.filesBelow' : 'report.noFiles')}`,
      }),
      marksField(view),
    ],
  };
}

function caseWays(view: ComeBackView): Page['actions'] {
  const { state, thread, token } = view;
  const { language, found } = state;
  const move = moves(language, token);
  const { page, of } = messages(view);
  const status = statusOf(state);
  const isAsked = status === 'awaitingReporter' || isWrittenTo(view);
  return [
    move(say(language, 'comeBack.add'), 'add', 'positive'),
    ...(found?.isAskedWorse ? [move(say(language, 'comeBack.notWorse'), 'notWorse')] : []),
    ...(isAsked && status !== 'closed' && !found?.isAskedWorse
      ? [move(say(language, 'comeBack.nothing'), 'nothing')]
      : []),
    ...(mayWithdraw(state) ? [move(say(language, 'hub.withdraw'), 'withdraw')] : []),
    ...(page < of ? [move(say(language, 'comeBack.earlier'), 'earlier')] : []),
    ...(page > 1 ? [move(say(language, 'comeBack.later'), 'later')] : []),
    ...(thread === undefined ? [move(say(language, 'comeBack.again'), 'again')] : []),
  ];
}

function leaveContent(view: ComeBackView): ComeBackContent {
  const { state } = view;
  const { language } = state;
  return {
    heading: say(language, 'comeBack.unsentHeading'),
    sections: [{ text: [say(language, 'comeBack.unsent')] }],
    fields: [wordsField(view), ...(state.at === 'case' ? [marksField(view)] : [])],
  };
}

function leaveWays({ state, token }: ComeBackView): Page['actions'] {
  const { language } = state;
  const move = moves(language, token);
  return [
    state.at === 'case'
      ? move(say(language, 'comeBack.add'), 'add', 'positive')
      : move(say(language, 'comeBack.report'), 'report', 'positive'),
    move(say(language, 'comeBack.write'), 'write'),
    move(say(language, 'comeBack.leave'), 'leave', 'destructive'),
  ];
}

function discardContent({ state: { language, found } }: ComeBackView): ComeBackContent {
  return {
    heading: say(language, 'comeBack.askDiscardHeading'),
    sections: [{ text: [say(language, 'comeBack.askDiscard', { day: showDay(language, found?.until ?? '') })] }],
  };
}

/** The button that keeps the draft takes the place of the one that asked, so that a double press deletes no draft. */
function discardWays({ state: { language }, token }: ComeBackView): Page['actions'] {
  const move = moves(language, token);
  return [
    move(say(language, 'comeBack.delete'), 'delete', 'destructive'),
    move(say(language, 'comeBack.keep'), 'keep'),
  ];
}

function withdrawContent(view: ComeBackView): ComeBackContent {
  const { language } = view.state;
  return {
    heading: say(language, 'hub.withdrawHeading'),
    sections: [{ text: [say(language, 'hub.withdrawDoes'), say(language, 'hub.withdrawNot')] }],
    fields: [wordsField(view, { label: say(language, 'hub.withdrawWhy') })],
  };
}

/** The button that records nothing takes the place of the one that asked, so that a double press records nothing. */
function withdrawWays({ state: { language }, token }: ComeBackView): Page['actions'] {
  const move = moves(language, token);
  return [
    move(say(language, 'hub.withdrawRecord'), 'record', 'positive'),
    move(say(language, 'hub.withdrawKeep'), 'keep'),
  ];
}

const wordsField = (
  { state: { language, addition }, problems, typed }: ComeBackView,
  asked: { readonly label?: string; readonly hint?: string } = {},
): Field =>
  textField({
    language,
    id: 'addition',
    label: say(language, 'comeBack.yourWords'),
    ...asked,
    required: false,
    value: typed?.['addition'] ?? addition,
    problems,
    isMultiline: true,
  });

function marksField({ state, problems, typed, contacts, shortRoles = [] }: ComeBackView): Field {
  const { language } = state;
  return choiceField({
    language,
    id: 'marks',
    label: say(language, 'comeBack.marks'),
    required: false,
    value: typed?.['marks'] ?? state.marks ?? '',
    problems,
    hint: [
      say(language, state.route === 'hub' ? 'hub.marksHint' : 'comeBack.marksHint'),
      shortRoles.includes('reserve')
        ? shortHint(language, 'comeBack.marksShort', contacts)
        : say(language, 'comeBack.marksUnit', { reserve: contacts.reserve[language] }),
    ].join(' '),
    isMultiSelect: true,
    // Only people who work for the force are asked about worse treatment.
    choices: (state.route === 'hub' ? marks.filter((mark) => mark !== 'worse') : marks).map((mark) => ({
      title: say(language, markKeys[mark]),
      value: mark,
    })),
  });
}

interface ShownMessage {
  readonly from: ThreadEntry['from'];
  readonly question: string;
  readonly lines: readonly string[];
}

/** The most that one page of messages may take on the wire; the rest is for a long answer that is being typed. */
const pageSize = 8_000;
const lineFrame = 80;
const messageFrame = 250;
const mostOnPage = 10;

const lineSize = (line: string): number => JSON.stringify(line).length + lineFrame;
const messageSize = ({ lines }: ShownMessage): number =>
  lines.reduce((size, line) => size + lineSize(line), messageFrame);

/** Cuts an entry into parts that each fit on a page. The reporter's own words are never shown, only that they wrote. */
function partsOf(language: Language, entry: ThreadEntry): readonly ShownMessage[] {
  const day = showDay(language, entry.on);
  if (entry.from === 'reporter')
    return [{ from: 'reporter', question: say(language, 'comeBack.youWrote', { day }), lines: [] }];
  const heading = say(language, 'comeBack.theyWrote', { day });
  const { from } = entry;
  const parts: { from: ShownMessage['from']; question: string; lines: string[] }[] = [
    { from, question: heading, lines: [] },
  ];
  let room = pageSize - messageFrame;
  for (const line of plainLines(entry.text).flatMap((line) => cutLine(line))) {
    if (lineSize(line) > room) {
      parts.push({ from, question: say(language, 'comeBack.continued', { heading }), lines: [] });
      room = pageSize - messageFrame;
    }
    parts.at(-1)?.lines.push(line);
    room -= lineSize(line);
  }
  return parts;
}

/** A thread in pages that each fit on a card, newest page first; at least one page. */
export function threadPages(language: Language, entries: readonly ThreadEntry[]): readonly (readonly ShownMessage[])[] {
  const pages: ShownMessage[][] = [[]];
  let room = pageSize;
  for (const part of entries.flatMap((entry) => partsOf(language, entry)).toReversed()) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (messageSize(part) > room || page.length === mostOnPage)) {
      pages.push([part]);
      room = pageSize - messageSize(part);
    } else {
      page.unshift(part);
      room -= messageSize(part);
    }
  }
  return pages;
}
