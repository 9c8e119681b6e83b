import {
  type Answers,
  isReporterAffected,
  isQuestionId,
  type StepProblem,
  type QuestionId,
} from '../../core/model/questions.ts';
import { type ReportState, reportRoute } from '../../core/reporting/report-flow.ts';
import type { Staffing } from '../../core/model/staffed-hours.ts';
import type { Day } from '../../core/model/calendar.ts';
import type { RequiredRole } from '../../core/model/roles.ts';
import type { Contacts } from '../../words/contacts.ts';
import { askedQuestions, stepProgress, type StepId } from '../../core/model/report-steps.ts';
import { handledByFromAnswers } from '../../core/model/handled-by.ts';
import { urgencyFromAnswers } from '../../core/model/urgency.ts';
import { formatReturnCode } from '../../core/model/return-code.ts';
import {
  type Action,
  type Callout,
  type Field,
  otherLanguageTitle,
  createMoveButtonFactory,
  type Page,
} from '../page.ts';
import { problemCallouts } from '../field.ts';
import { questionField, questionLabel } from '../question-texts.ts';
import { staffingLine } from '../staffing-line.ts';
import { dangerCallout, understaffedRoleHint, supportLinks, supportText } from '../support-contacts.ts';
import { translate } from '../../words/cards/translate.ts';

export interface ReportView {
  readonly state: ReportState;
  readonly problems: readonly StepProblem[];
  readonly typed?: Answers;
  readonly token: string;
  /** In characters, on any page of the review; missing: as long as `token`. */
  readonly maxTokenLength?: number;
  /** The browser seals words as people type; the server only gets seals. */
  readonly isSealedInPage?: boolean;
  readonly contacts: Contacts;
  /**
   * `expired`: the card was open too long. `taken`: the code belongs to another report. `apart`: this version may
   * concern the unit that has the earlier one. `erased`: the earlier version was erased. All but `expired` make a new
   * report.
   */
  readonly notice?: 'expired' | 'taken' | 'apart' | 'erased';
  readonly caseId?: string;
  /** The code in words of the state's language. Missing if their list did not load. */
  readonly codeWords?: string;
  readonly nextVisitDay: Day;
  readonly takesFiles?: boolean;
  /** Of the page on which a file can be added. Missing: here, or nowhere. */
  readonly filesPage?: string;
  readonly staffing: Staffing;
  /** A report that needs one of these roles is refused. Missing: none. */
  readonly shortRoles?: readonly RequiredRole[];
  readonly mayReceiveMessages: boolean;
  readonly draftDays: number;
}

export const mergedAnswers = ({ state, typed }: ReportView): Answers => ({ ...state.answers, ...typed });

/** In characters, on a card with five buttons and some words. */
const maxTokenLengthWithFile = 6_000;

/** The bot leads to the page, as no file can be added in a card. */
export const hasRoomForFile = ({ filesPage, token, maxTokenLength = token.length }: ReportView): boolean =>
  filesPage !== undefined && maxTokenLength <= maxTokenLengthWithFile;

const getLabel = (view: ReportView, question: string): string => {
  return isQuestionId(question) ? questionLabel(view.state.language, question, reportRoute(view.state)) : '';
};

export function progressText({ state }: ReportView, step: StepId): string {
  const { part, number, of } = stepProgress(step, state.answers, reportRoute(state));
  if (part === 'review') return translate(state.language, 'common.lastStep');
  if (of === undefined)
    return translate(state.language, part === 'short' ? 'common.stepOnly' : 'common.detailOnly', { number });
  return translate(state.language, part === 'short' ? 'common.step' : 'common.detail', { number, of });
}

const newCodeKeys = {
  taken: { heading: 'report.takenHeading', text: 'report.taken' },
  apart: { heading: 'report.apartHeading', text: 'report.apart' },
  erased: { heading: 'report.erasedHeading', text: 'report.erased' },
} as const;

export function problemAndNoticeCallouts(view: ReportView): readonly Callout[] {
  const { state, problems, notice } = view;
  const wrong = problemCallouts(state.language, problems, (question) => getLabel(view, question), view.contacts);
  if (notice === undefined) return wrong;
  if (notice === 'expired') {
    const heading = translate(state.language, 'report.expiredHeading');
    return [...wrong, { style: 'accent', heading, text: [translate(state.language, 'report.expired')] }];
  }
  const { heading, text } = newCodeKeys[notice];
  return [
    ...wrong,
    {
      style: 'warning',
      heading: translate(state.language, heading),
      // The card of the code shows it below, in large type.
      text: [
        translate(state.language, text),
        ...(state.at === 'code'
          ? []
          : [...(view.codeWords === undefined ? [] : [view.codeWords]), formatReturnCode(state.code)]),
      ],
    },
  ];
}

export const supportCallout = ({ state, contacts }: ReportView): Callout => ({
  style: 'accent',
  heading: translate(state.language, 'common.supportHeading'),
  text: [supportText(state.language, contacts)],
  // A card with the longest text has no room; its sentence has the number.
  links: state.at === 'account' ? [] : supportLinks(state.language, contacts),
});

export const supportCallouts = (view: ReportView): readonly Callout[] =>
  isReporterAffected(mergedAnswers(view)) ? [supportCallout(view)] : [];

/** Before an urgent report is sent: its alert shows roughly when. */
export function urgentCallouts(view: ReportView): readonly Callout[] {
  const { language } = view.state;
  const answers = mergedAnswers(view);
  if (urgencyFromAnswers(answers) !== 'urgent') return [];
  return [
    dangerCallout(view, [
      translate(language, 'report.urgent'),
      staffingLine(language, view.staffing, handledByFromAnswers(answers)),
    ]),
  ];
}

const shortRoleHints = [
  { question: 'conflict', role: 'reserve', hint: 'question.conflictShort' },
  { question: 'mode', role: 'custodian', hint: 'question.modeShort' },
] as const;

function hintOverride({ state, contacts, shortRoles = [] }: ReportView, id: QuestionId): string | undefined {
  const short = shortRoleHints.find(({ question, role }) => question === id && shortRoles.includes(role));
  return short && understaffedRoleHint(state.language, short.hint, contacts);
}

export const questionFields = (view: ReportView, step: StepId): readonly Field[] =>
  askedQuestions(step, mergedAnswers(view)).map((id) =>
    questionField(
      {
        language: view.state.language,
        answers: mergedAnswers(view),
        problems: view.problems,
        contacts: view.contacts,
        route: reportRoute(view.state),
      },
      id,
      hintOverride(view, id),
    ),
  );

export function stepActions({ state, token }: ReportView, hasBack: boolean): readonly Action[] {
  const { language } = state;
  const move = createMoveButtonFactory(language, token);
  return [
    move(translate(language, 'common.continue'), 'next', 'positive'),
    ...(hasBack ? [move(translate(language, 'common.back'), 'back')] : []),
    move(otherLanguageTitle(language), 'language'),
  ];
}

export const stepPage = (
  view: ReportView,
  step: StepId,
  content: {
    readonly heading: string;
    readonly callouts?: readonly Callout[];
    readonly intro: readonly string[];
    readonly links?: readonly Action[];
  },
): Page => ({
  language: view.state.language,
  progress: progressText(view, step),
  heading: content.heading,
  callouts: [...problemAndNoticeCallouts(view), ...(content.callouts ?? []), ...supportCallouts(view)],
  sections: [{ text: content.intro, ...(content.links && { links: content.links }) }],
  fields: questionFields(view, step),
  actions: stepActions(view, true),
});
