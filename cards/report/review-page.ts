import { type Action, languageTitle, moves, type Page, plainLines } from '../page.ts';
import { say } from '../../words/cards/translate.ts';
import { routeOf } from '../../core/reporting/report-flow.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { firstCallouts, progressText, type ReportView, shownAnswers, supportCallouts } from './step-page.ts';
import type { Language } from '../../core/model/language.ts';
import { type Answers, isQuestion } from '../../core/model/questions.ts';
import type { Route } from '../../core/model/routes.ts';
import { openSteps, standingAnswers, type StepId } from '../../core/model/report-steps.ts';
import { answerText, questionLabel } from '../question-field.ts';
import { cutLine, longestCard } from '../card-size.ts';
import { hubStepHeadings } from '../partner-texts.ts';

/** The most that a button takes without its state. */
const buttonFrame = 230;

const changeKeys: Readonly<Record<ChangedStep, WordKey>> = {
  limits: 'review.changeLimits',
  account: 'review.changeAccount',
  about: 'review.changeAbout',
  signs: 'review.changeSigns',
  knowledge: 'review.changeKnowledge',
  disclosure: 'review.changeDisclosure',
  hubFirst: 'hub.changeFirst',
  hubWhy: 'hub.changeWhy',
  hubWords: 'hub.changeWords',
  hubRisk: 'hub.changeRisk',
  hubContact: 'hub.changeContact',
  hubOfficer: 'hub.changeOfficer',
  hubSigns: 'hub.changeSigns',
  hubMore: 'hub.changeMore',
};

/**
 * The review, a page at a time, with a button beside each part that leads to its card. Only the last page has the
 * button that sends, so everyone passes the others.
 */
export function reviewPage(view: ReportView): Page {
  const { state, token, longestToken = token.length } = view;
  const { language } = state;
  const pages = reviewPages(language, shownAnswers(view), longestToken + buttonFrame, routeOf(state));
  const page = Math.min(state.page, pages.length);
  const isLast = page === pages.length;
  const move = moves(language, token);
  const onward: readonly Action[] = [
    isLast
      ? move(say(language, 'review.send'), 'send', 'positive')
      : move(say(language, 'review.next'), 'next', 'positive'),
    // A card has room for three buttons beside those of its parts, whatever they carry.
    page > 1 ? move(say(language, 'common.back'), 'back') : move(say(language, 'review.later'), 'later'),
    move(languageTitle(language), 'language'),
  ];
  return {
    language,
    progress: progressText(view, 'review'),
    heading: say(language, 'review.heading'),
    callouts: [...firstCallouts(view), ...supportCallouts(view)],
    sections: [
      {
        text: [
          ...(isLast ? [say(language, 'review.intro')] : [say(language, 'review.introPages')]),
          ...(pages.length > 1 ? [say(language, 'review.page', { page, of: pages.length })] : []),
        ],
      },
    ],
    parts: (pages[page - 1] ?? []).map(({ step, answers }) => ({
      answers,
      actions: [move(say(language, changeKeys[step]), `change:${step}`)],
    })),
    actions: onward,
  };
}

interface ShownAnswer {
  readonly question: string;
  readonly lines: readonly string[];
}

interface ReviewPart {
  readonly step: ChangedStep;
  readonly answers: readonly ShownAnswer[];
}
type ChangedStep = Exclude<StepId, 'code' | 'review'>;

const headings: Readonly<Record<ChangedStep, WordKey>> = {
  limits: 'question.mode',
  account: 'report.accountHeading',
  about: 'report.aboutHeading',
  signs: 'report.signsHeading',
  knowledge: 'report.knowledgeHeading',
  disclosure: 'report.disclosureHeading',
  ...hubStepHeadings,
};

/** The most that one page's answers may take on the wire, so that a page is read in one go. */
const pageSize = 12_000;
/** The rest of a review card: problems, notices, and its own three buttons. */
const around = 3_000;
const ownButtons = 3;
/** Fits on a page whose buttons carry the longest state. */
const longestLine = 1_200;
const lineFrame = 80;
const answerFrame = 250;
const partFrame = 150;

const isChanged = (id: StepId): id is ChangedStep => Object.hasOwn(headings, id);

interface Piece {
  readonly step: ChangedStep;
  readonly question: string;
  readonly line: string;
  readonly isFirst: boolean;
  /** On the wire. */
  readonly size: number;
}

function everyPiece(language: Language, answers: Answers, route: Route): readonly Piece[] {
  const standing = Object.entries(standingAnswers(answers, route));
  return openSteps(answers, route).flatMap(({ id: step, questions: asked }) => {
    if (!isChanged(step)) return [];
    const told = standing.flatMap(([id, answer]) =>
      isQuestion(id) && asked.includes(id)
        ? [{ question: questionLabel(language, id, route), lines: plainLines(answerText(language, id, answer)) }]
        : [],
    );
    const nothing = { question: say(language, headings[step]), lines: [say(language, 'review.nothing')] };
    return (told.length > 0 ? told : [nothing]).flatMap(({ question, lines }) =>
      lines
        .flatMap((line) => cutLine(line, longestLine))
        .map(
          (line, place): Piece => ({
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

function partsOf(language: Language, pieces: readonly Piece[]): readonly ReviewPart[] {
  const parts: { step: ChangedStep; answers: { asked: string; question: string; lines: string[] }[] }[] = [];
  for (const { step, question: asked, line, isFirst } of pieces) {
    if (parts.at(-1)?.step !== step) parts.push({ step, answers: [] });
    const answers = parts.at(-1)?.answers ?? [];
    if (answers.at(-1)?.asked !== asked) {
      const question = isFirst ? asked : say(language, 'review.continued', { label: asked });
      answers.push({ asked, question, lines: [] });
    }
    answers.at(-1)?.lines.push(line);
  }
  return parts.map(({ step, answers }) => ({
    step,
    answers: answers.map(({ question, lines }) => ({ question, lines })),
  }));
}

function fits(pieces: readonly Piece[], buttonSize: number): boolean {
  const parts = new Set(pieces.map(({ step }) => step)).size;
  const answers = new Set(pieces.map(({ question }) => question)).size;
  const toRead = pieces.reduce((sum, { size }) => sum + size, partFrame * parts + answerFrame * answers);
  const room = longestCard - around - (ownButtons + parts) * buttonSize;
  return toRead <= Math.min(pageSize, room);
}

/**
 * Every answer with its question, grouped by the card that changes it, in pages that each fit on a card; at least one
 * page. `buttonSize` is the most that one button takes; each part has a button.
 */
export function reviewPages(
  language: Language,
  answers: Answers,
  buttonSize: number,
  route: Route = 'staff',
): readonly (readonly ReviewPart[])[] {
  const pages: Piece[][] = [[]];
  for (const piece of everyPiece(language, answers, route)) {
    const page = pages.at(-1) ?? [];
    if (page.length === 0 || fits([...page, piece], buttonSize)) page.push(piece);
    else pages.push([piece]);
  }
  return pages.map((page) => partsOf(language, page));
}
