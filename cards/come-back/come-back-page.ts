import type { ComeBackState } from '../../concerns/reporting/come-back-flow.ts';
import { type Mark, marksIn } from '../../concerns/terms/questions.ts';
import { languageTitle, moves } from '../action.ts';
import { discardContent, discardWays, leaveContent, leaveWays, withdrawContent, withdrawWays } from './asking-pages.ts';
import { caseContent, caseWays, waitingCallouts } from './case-page.ts';
import type { ComeBackContent, ComeBackView } from './come-back-view.ts';
import { wordsField } from './words-field.ts';
import { dangerCallout } from '../danger-callout.ts';
import { textField } from '../field.ts';
import type { Page } from '../page.ts';
import { lookAgainLine } from '../look-again-line.ts';
import { problemCallouts } from '../problem-text.ts';
import { showDay } from '../../words/days.ts';
import { commissionerWay, reserveWay, supportWay } from '../ways-out.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { say } from '../../words/cards/say.ts';

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
