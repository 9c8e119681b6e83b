import { type Answers, isHarmed, isQuestion, type Problem, type QuestionId } from '../../core/model/questions.ts';
import { type ReportState, routeOf } from '../../core/reporting/report-flow.ts';
import type { Staffing } from '../../core/model/staffed-hours.ts';
import type { Day } from '../../core/model/calendar.ts';
import type { NeededRole } from '../../core/model/directory.ts';
import type { Contacts } from '../../words/contacts.ts';
import { progressOf, questionsOf, type StepId } from '../../core/model/report-steps.ts';
import { showReturnCode } from '../../core/model/codes.ts';
import { type Action, type Callout, type Field, languageTitle, moves, type Page } from '../page.ts';
import { problemCallouts } from '../field.ts';
import { questionField, questionLabel } from '../question-field.ts';
import { shortHint, supportLinks, supportWay } from '../support-links.ts';
import { say } from '../../words/cards/translate.ts';

export interface ReportView {
  readonly state: ReportState;
  readonly problems: readonly Problem[];
  readonly typed?: Answers;
  readonly token: string;
  /** The longest sealed state on any page of the review; missing: as long as `token`. */
  readonly longestToken?: number;
  /** The page seals words as they are typed; the server only gets seals. */
  readonly isSealedInPage?: boolean;
  readonly contacts: Contacts;
  /**
   * `expired`: the card was open too long. `taken`: the code belongs to another report, so this is a new one. `apart`:
   * this version may concern the unit that has the earlier one, so it becomes a report of its own. `erased`: the
   * earlier version was erased, so this becomes a new report.
   */
  readonly notice?: 'expired' | 'taken' | 'apart' | 'erased';
  readonly caseId?: string;
  readonly lookAgainOn: Day;
  readonly takesFiles?: boolean;
  readonly staffing: Staffing;
  /** Roles with too few people: a report that needs one is not taken. Missing: none. */
  readonly shortRoles?: readonly NeededRole[];
  readonly mayBeAsked: boolean;
  readonly draftDays: number;
}

export const shownAnswers = ({ state, typed }: ReportView): Answers => ({ ...state.answers, ...typed });

const labelOf = (view: ReportView, question: string): string => {
  if (isQuestion(question)) return questionLabel(view.state.language, question, routeOf(view.state));
  return question === 'then' ? say(view.state.language, 'report.then') : '';
};

export function progressText({ state }: ReportView, step: StepId): string {
  const { part, number, of } = progressOf(step, state.answers, routeOf(state));
  if (part === 'review') return say(state.language, 'common.lastStep');
  return say(state.language, part === 'short' ? 'common.step' : 'common.detail', { number, of });
}

const newCodeKeys = {
  taken: { heading: 'report.takenHeading', text: 'report.taken' },
  apart: { heading: 'report.apartHeading', text: 'report.apart' },
  erased: { heading: 'report.erasedHeading', text: 'report.erased' },
} as const;

export function firstCallouts(view: ReportView): readonly Callout[] {
  const { state, problems, notice } = view;
  const wrong = problemCallouts(state.language, problems, (question) => labelOf(view, question), view.contacts);
  if (notice === undefined) return wrong;
  if (notice === 'expired') {
    const heading = say(state.language, 'report.expiredHeading');
    return [...wrong, { style: 'accent', heading, text: [say(state.language, 'report.expired')] }];
  }
  const { heading, text } = newCodeKeys[notice];
  return [
    ...wrong,
    {
      style: 'warning',
      heading: say(state.language, heading),
      // The card of the code shows it below, in large type.
      text: [say(state.language, text), ...(state.at === 'code' ? [] : [showReturnCode(state.code)])],
    },
  ];
}

/** Before anything that could push it off the screen. */
export const supportCallout = ({ state, contacts }: ReportView): Callout => ({
  style: 'accent',
  heading: say(state.language, 'common.supportHeading'),
  text: [supportWay(state.language, contacts)],
  // A card with the longest text has no room for a link: the number is in the sentence.
  links: state.at === 'account' ? [] : supportLinks(state.language, contacts.victimsPhone),
});

export const supportCallouts = (view: ReportView): readonly Callout[] =>
  isHarmed(shownAnswers(view)) ? [supportCallout(view)] : [];

const shortHints = [
  { question: 'conflict', role: 'reserve', hint: 'question.conflictShort' },
  { question: 'mode', role: 'custodian', hint: 'question.modeShort' },
] as const;

function hintInstead({ state, contacts, shortRoles = [] }: ReportView, id: QuestionId): string | undefined {
  const short = shortHints.find(({ question, role }) => question === id && shortRoles.includes(role));
  return short && shortHint(state.language, short.hint, contacts);
}

export const questionFields = (view: ReportView, step: StepId): readonly Field[] =>
  questionsOf(step).map((id) =>
    questionField(
      {
        language: view.state.language,
        answers: shownAnswers(view),
        problems: view.problems,
        contacts: view.contacts,
        route: routeOf(view.state),
      },
      id,
      hintInstead(view, id),
    ),
  );

export function stepActions({ state, token }: ReportView, hasBack: boolean): readonly Action[] {
  const { language } = state;
  const move = moves(language, token);
  return [
    move(say(language, 'common.continue'), 'next', 'positive'),
    ...(hasBack ? [move(say(language, 'common.back'), 'back')] : []),
    move(languageTitle(language), 'language'),
  ];
}

export const stepPage = (
  view: ReportView,
  step: StepId,
  content: { readonly heading: string; readonly callouts?: readonly Callout[]; readonly intro: readonly string[] },
): Page => ({
  language: view.state.language,
  progress: progressText(view, step),
  heading: content.heading,
  callouts: [...firstCallouts(view), ...(content.callouts ?? []), ...supportCallouts(view)],
  sections: [{ text: content.intro }],
  fields: questionFields(view, step),
  actions: stepActions(view, true),
});
