import type { CaseStatus } from '../concerns/case-record.ts';
import { type ComeBackState, longestAddition } from '../concerns/come-back-flow.ts';
import type { Problem } from '../concerns/questions.ts';
import { languageTitle, moves } from './action.ts';
import type { Card } from './card.ts';
import type { Contacts } from './contacts.ts';
import { textField } from './field.ts';
import { drawPage, type Page } from './page.ts';
import { problemCallouts } from './problem-text.ts';
import { showDay } from './show-day.ts';
import type { WordKey } from './words/catalogue.ts';
import { say } from './words/say.ts';

export interface ComeBackView {
  readonly state: ComeBackState;
  readonly problems: readonly Problem[];
  /** What was typed but is not in the state, shown in its place. */
  readonly typed?: Readonly<Record<string, string>>;
  /** The sealed state, for the buttons. */
  readonly token: string;
  readonly contacts: Contacts;
  /** How long a draft is kept. */
  readonly draftDays: number;
  /** The case's reference as it is shown, once a case was found. */
  readonly caseId?: string;
  readonly door: 'chat' | 'dialog';
}

const statusKeys: Readonly<Record<CaseStatus, WordKey>> = {
  received: 'comeBack.statusReceived',
  acknowledged: 'comeBack.statusAcknowledged',
  triaged: 'comeBack.statusTriaged',
  inProgress: 'comeBack.statusInProgress',
  awaitingReporter: 'comeBack.statusAwaitingReporter',
  closed: 'comeBack.statusClosed',
  reopened: 'comeBack.statusReopened',
};

const isStatus = (status: string): status is CaseStatus => Object.hasOwn(statusKeys, status);

type Content = Omit<Page, 'language' | 'callouts' | 'actions'>;

const enterContent = ({ state, problems, typed }: ComeBackView): Content => ({
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
      max: 60,
      isMultiline: false,
    }),
  ],
});

function caseContent({ state, problems, typed, caseId }: ComeBackView): Content {
  const { language, found } = state;
  const status = found && isStatus(found.status) ? found.status : 'received';
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
      {
        heading: say(language, 'comeBack.standsHeading'),
        text: [
          say(language, statusKeys[status]),
          say(language, 'comeBack.additions', { count: found?.additions ?? 0 }),
          say(language, 'common.noFurther'),
        ],
      },
    ],
    fields: [
      textField({
        language,
        id: 'addition',
        label: say(language, 'comeBack.addition'),
        required: false,
        value: typed?.['addition'] ?? state.addition,
        problems,
        hint: say(language, 'question.whatHint'),
        max: longestAddition,
        isMultiline: true,
      }),
    ],
  };
}

function content(view: ComeBackView): Content {
  const { language, at, found } = view.state;
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
        sections: [{ text: [say(language, 'comeBack.added'), say(language, 'common.noFurther')] }],
      };
    case 'discarded':
      return {
        heading: say(language, 'comeBack.discardedHeading'),
        sections: [{ text: [say(language, 'comeBack.discarded')] }],
      };
  }
}

/** The button of each card that leads on, beside Done and the language. */
function ways({ state, token }: ComeBackView): Page['actions'] {
  const { language } = state;
  const move = moves(token);
  switch (state.at) {
    case 'enter':
      return [move(say(language, 'common.continue'), 'next', 'positive')];
    case 'case':
      return [move(say(language, 'comeBack.add'), 'add', 'positive')];
    case 'draft':
      return [
        move(say(language, 'comeBack.resume'), 'resume', 'positive'),
        move(say(language, 'comeBack.discard'), 'discard', 'destructive'),
      ];
    case 'added':
      return [move(say(language, 'comeBack.another'), 'another')];
    case 'discarded':
      return [];
  }
}

/** The card of somebody who comes back with a code, where they stand. */
export const comeBackCard = (view: ComeBackView): Card => {
  const { state, problems, contacts, token } = view;
  const { language } = state;
  const move = moves(token);
  const danger = {
    style: 'attention',
    heading: say(language, 'common.dangerHeading', { emergency: contacts.emergency }),
    text: [],
  } as const;
  const labelOf = (question: string): string =>
    say(language, question === 'addition' ? 'comeBack.addition' : 'comeBack.code');
  // Only an addition can fail to be saved; elsewhere it is a look-up that got no answer.
  const unanswered = state.at !== 'case' && problems.some(({ code }) => code === 'notSaved');
  const wrong = unanswered
    ? [
        {
          style: 'attention',
          heading: say(language, 'notice.unavailableHeading'),
          text: [say(language, 'notice.unavailable')],
        } as const,
      ]
    : problemCallouts(language, problems, labelOf);
  return drawPage({
    language,
    ...content(view),
    callouts: [...wrong, ...(state.at === 'case' ? [danger] : [])],
    actions: [...ways(view), move(say(language, 'common.done'), 'done'), move(languageTitle(language), 'language')],
  });
};
