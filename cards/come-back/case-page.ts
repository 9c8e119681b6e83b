import type { CaseStatus } from '../../concerns/records/case-record.ts';
import { type ComeBackState, mayWithdraw } from '../../concerns/reporting/come-back-flow.ts';
import { moves } from '../action.ts';
import type { Callout } from '../callout.ts';
import type { Page } from '../page.ts';
import { showDay } from '../../words/days.ts';
import { marksField } from './marks-field.ts';
import { wordsField } from './words-field.ts';
import { tellSection } from '../hub-words.ts';
import { threadPages } from './thread-pages.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { closingAnswerWords } from '../../words/after-closing.ts';
import { sayWord } from '../../words/say-word.ts';
import { say } from '../../words/cards/say.ts';
import type { ComeBackContent, ComeBackView } from './come-back-view.ts';

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

export function waitingCallouts(view: ComeBackView): readonly Callout[] {
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

export function caseContent(view: ComeBackView): ComeBackContent {
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

export function caseWays(view: ComeBackView): Page['actions'] {
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
