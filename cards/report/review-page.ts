import { type Action, otherLanguageTitle, createMoveButtonFactory, type Page, plainLines } from '../page.ts';
import { translate } from '../../words/cards/translate.ts';
import { reportRoute } from '../../core/reporting/report-flow.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import {
  hasRoomForFile,
  problemAndNoticeCallouts,
  progressText,
  type ReportView,
  mergedAnswers,
  supportCallouts,
  urgentCallouts,
} from './step-page.ts';
import type { Language } from '../../core/model/language.ts';
import { type Answers, isQuestionId } from '../../core/model/questions.ts';
import type { Route } from '../../core/model/report-routes.ts';
import { applicableSteps, applicableAnswers, type StepId } from '../../core/model/report-steps.ts';
import { answerText, questionLabel } from '../question-texts.ts';
import { splitLine, maxCardSize } from '../card-size.ts';
import { partnerStepHeadings } from '../partner-page-texts.ts';

/** In UTF-16 units of JSON, without the state. */
const buttonFrame = 230;

const changeKeys: Readonly<Record<EditableStep, WordKey>> = {
  limits: 'review.changeLimits',
  account: 'review.changeAccount',
  about: 'review.changeAbout',
  signs: 'review.changeSigns',
  knowledge: 'review.changeKnowledge',
  disclosure: 'review.changeDisclosure',
  hubFirst: 'hub.changeFirst',
  hubWords: 'hub.changeWords',
  hubContact: 'hub.changeContact',
  hubOfficer: 'hub.changeOfficer',
  hubSigns: 'hub.changeSigns',
  hubMore: 'hub.changeMore',
};

/**
 * One page, with a button beside each part that leads to its card. Only the last page can send, so everyone passes the
 * others.
 */
export function reviewPage(view: ReportView): Page {
  const { state, token, maxTokenLength = token.length } = view;
  const { language } = state;
  const hasFile = hasRoomForFile(view);
  const pages = paginateReview(
    language,
    mergedAnswers(view),
    maxTokenLength + buttonFrame,
    reportRoute(state),
    reviewButtonCount + (hasFile ? 1 : 0),
  );
  const page = Math.min(state.page, pages.length);
  const isLast = page === pages.length;
  const move = createMoveButtonFactory(language, token);
  const onward: readonly Action[] = [
    isLast
      ? move(translate(language, 'review.send'), 'send', 'positive')
      : move(translate(language, 'review.next'), 'next', 'positive'),
    // A card has room for three buttons beside its parts', however long the state.
    page > 1 ? move(translate(language, 'common.back'), 'back') : move(translate(language, 'review.later'), 'later'),
    ...(hasFile && page === 1 ? [move(translate(language, 'report.thenFile'), 'file')] : []),
    move(otherLanguageTitle(language), 'language'),
  ];
  return {
    language,
    progress: progressText(view, 'review'),
    heading: translate(language, 'review.heading'),
    callouts: [
      ...problemAndNoticeCallouts(view),
      // Someone may have changed the answer since the card of the code, or come back to a draft.
      ...(isLast ? urgentCallouts(view) : []),
      ...supportCallouts(view),
    ],
    sections: [
      {
        text: [
          ...(isLast ? [translate(language, 'review.intro')] : [translate(language, 'review.introPages')]),
          ...(pages.length > 1 ? [translate(language, 'review.page', { page, of: pages.length })] : []),
        ],
      },
    ],
    parts: (pages[page - 1] ?? []).map(({ step, answers }) => ({
      answers,
      actions: [move(translate(language, changeKeys[step]), `change:${step}`)],
    })),
    actions: onward,
  };
}

interface ReviewAnswer {
  readonly question: string;
  readonly lines: readonly string[];
}

interface ReviewPart {
  readonly step: EditableStep;
  readonly answers: readonly ReviewAnswer[];
}
type EditableStep = Exclude<StepId, 'code' | 'review'>;

const headings: Readonly<Record<EditableStep, WordKey>> = {
  limits: 'question.mode',
  account: 'report.accountHeading',
  about: 'report.aboutHeading',
  signs: 'report.signsHeading',
  knowledge: 'report.knowledgeHeading',
  disclosure: 'report.disclosureHeading',
  ...partnerStepHeadings,
};

/** As JSON, so that people read a page in one go. */
const maxPageSize = 12_000;
/** For problems, notices, and the review's own three buttons. */
const reservedSize = 3_000;
const reviewButtonCount = 3;
/** Fits on a page whose buttons have the longest state. */
const maxLineSize = 1_200;
const lineFrame = 80;
const answerFrame = 250;
const partFrame = 150;

const isEditableStep = (id: StepId): id is EditableStep => Object.hasOwn(headings, id);

interface ReviewLine {
  readonly step: EditableStep;
  readonly question: string;
  readonly line: string;
  readonly isFirst: boolean;
  /** As JSON. */
  readonly size: number;
}

function reviewLines(language: Language, answers: Answers, route: Route): readonly ReviewLine[] {
  const applicable = Object.entries(applicableAnswers(answers, route));
  return applicableSteps(answers, route).flatMap(({ id: step, questions: asked }) => {
    if (!isEditableStep(step)) return [];
    const answered = applicable.flatMap(([id, answer]) =>
      isQuestionId(id) && asked.includes(id)
        ? [{ question: questionLabel(language, id, route), lines: plainLines(answerText(language, id, answer)) }]
        : [],
    );
    const nothing = { question: translate(language, headings[step]), lines: [translate(language, 'review.nothing')] };
    return (answered.length > 0 ? answered : [nothing]).flatMap(({ question, lines }) =>
      lines
        .flatMap((line) => splitLine(line, maxLineSize))
        .map(
          (line, place): ReviewLine => ({
            step,
            question,
            line,
            isFirst: place === 0,
            size: JSON.stringify(line).length + lineFrame,
          }),
        ),
    );
  });
}

function toReviewParts(language: Language, pieces: readonly ReviewLine[]): readonly ReviewPart[] {
  const parts: { step: EditableStep; answers: { asked: string; question: string; lines: string[] }[] }[] = [];
  for (const { step, question: asked, line, isFirst } of pieces) {
    if (parts.at(-1)?.step !== step) parts.push({ step, answers: [] });
    const answers = parts.at(-1)?.answers ?? [];
    if (answers.at(-1)?.asked !== asked) {
      const question = isFirst ? asked : translate(language, 'review.continued', { label: asked });
      answers.push({ asked, question, lines: [] });
    }
    answers.at(-1)?.lines.push(line);
  }
  return parts.map(({ step, answers }) => ({
    step,
    answers: answers.map(({ question, lines }) => ({ question, lines })),
  }));
}

function fitsOnPage(pieces: readonly ReviewLine[], buttonSize: number, buttonCount: number): boolean {
  const parts = new Set(pieces.map(({ step }) => step)).size;
  const answers = new Set(pieces.map(({ question }) => question)).size;
  const toRead = pieces.reduce((sum, { size }) => sum + size, partFrame * parts + answerFrame * answers);
  const room = maxCardSize - reservedSize - (buttonCount + parts) * buttonSize;
  return toRead <= Math.min(maxPageSize, room);
}

/**
 * Every answer with its question, grouped by its card, in pages that each fit on a card; at least one. `buttonSize` is
 * the most that a button takes, `buttonCount` how many a page has beside those of its parts.
 */
export function paginateReview(
  language: Language,
  answers: Answers,
  buttonSize: number,
  route: Route = 'staff',
  buttonCount = reviewButtonCount,
): readonly (readonly ReviewPart[])[] {
  const pages: ReviewLine[][] = [[]];
  for (const piece of reviewLines(language, answers, route)) {
    const page = pages.at(-1) ?? [];
    if (page.length === 0 || fitsOnPage([...page, piece], buttonSize, buttonCount)) page.push(piece);
    else pages.push([piece]);
  }
  return pages.map((page) => toReviewParts(language, page));
}
