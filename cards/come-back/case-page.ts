import type { CaseStatus } from '../../concerns/records/case-record.ts';
import { type ComeBackState, longestFollowUp } from '../../concerns/reporting/come-back-flow.ts';
import { moves } from '../action.ts';
import { textField } from '../field.ts';
import type { Page } from '../page.ts';
import { showDay } from '../../words/days.ts';
import { threadPages } from './thread-pages.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
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

const isStatus = (status: string): status is CaseStatus => Object.hasOwn(statusKeys, status);

const statusOf = ({ found }: ComeBackState): CaseStatus =>
  found && isStatus(found.status) ? found.status : 'received';

/** How the case stands, and what happens next: by a day where the force has set itself one. */
function standing({ state }: ComeBackView): readonly string[] {
  const { language, found } = state;
  const status = statusOf(state);
  const waits = status === 'awaitingReporter' || status === 'closed';
  const next = waits ? undefined : found?.next;
  const day = next ? showDay(language, next.dueOn) : 'none';
  return [
    say(language, statusKeys[status]),
    say(language, nextKeys[status], waits ? undefined : { day }),
    ...(next?.isLate ? [say(language, 'comeBack.late')] : []),
    say(language, 'comeBack.followUps', { count: found?.additions ?? 0 }),
    say(language, 'comeBack.nobodyNudges'),
    say(language, 'comeBack.noLooking'),
  ];
}

/** The page of the messages that is shown, and how many there are. */
function messages({ state, thread }: ComeBackView) {
  const pages = threadPages(state.language, thread?.entries ?? []);
  const page = Math.min(state.page ?? 1, pages.length);
  return { page, of: pages.length, shown: pages[page - 1] ?? [] };
}

function messagesSection(view: ComeBackView): Page['sections'] {
  const { state, thread } = view;
  const { language } = state;
  const { page, of, shown } = messages(view);
  const text = [
    ...(thread === undefined ? [say(language, 'comeBack.notHere')] : []),
    ...(thread !== undefined && thread.doubtful > 0 ? [say(language, 'comeBack.doubtful')] : []),
    ...(of > 1 ? [say(language, 'comeBack.messagesPage', { page, of })] : []),
    ...(thread?.entries.some((entry) => entry.from === 'reporter') ? [say(language, 'comeBack.yoursSealed')] : []),
  ];
  return text.length === 0 && shown.length === 0 ? [] : [{ heading: say(language, 'comeBack.messagesHeading'), text }];
}

/** A saved report: how it stands, what was written, and room to write. */
export function caseContent(view: ComeBackView): ComeBackContent {
  const { state, problems, typed, caseId } = view;
  const { language, found } = state;
  return {
    heading: say(language, 'comeBack.caseHeading'),
    references: caseId === undefined ? [] : [{ label: say(language, 'common.reference'), value: caseId }],
    sections: [
      {
        text: [
          say(language, 'comeBack.isSaved'),
          ...(found ? [say(language, 'comeBack.receivedOn', { day: showDay(language, found.receivedOn) })] : []),
        ],
      },
      { heading: say(language, 'comeBack.standsHeading'), text: standing(view) },
      ...(messagesSection(view) ?? []),
    ],
    answers: messages(view).shown,
    fields: [
      textField({
        language,
        id: 'addition',
        label: say(language, 'comeBack.followUp'),
        required: false,
        value: typed?.['addition'] ?? state.addition,
        problems,
        hint: say(language, 'question.whatHint'),
        max: longestFollowUp,
        isMultiline: true,
      }),
    ],
  };
}

/** The ways on from a case. Where nobody has asked anything, nothing is offered that would answer it. */
export function caseWays(view: ComeBackView): Page['actions'] {
  const { state, thread, token } = view;
  const { language } = state;
  const move = moves(token);
  const { page, of } = messages(view);
  const status = statusOf(state);
  const isAsked = status === 'awaitingReporter' || thread?.entries.at(-1)?.from === 'handlers';
  return [
    move(say(language, 'comeBack.add'), 'add', 'positive'),
    ...(isAsked && status !== 'closed' ? [move(say(language, 'comeBack.nothing'), 'nothing')] : []),
    ...(page < of ? [move(say(language, 'comeBack.earlier'), 'earlier')] : []),
    ...(page > 1 ? [move(say(language, 'comeBack.later'), 'later')] : []),
    ...(thread === undefined ? [move(say(language, 'comeBack.again'), 'again')] : []),
  ];
}
