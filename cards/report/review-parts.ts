import type { Language } from '../../concerns/terms/language.ts';
import { type Answers, isQuestion } from '../../concerns/terms/questions.ts';
import type { Route } from '../../concerns/terms/routes.ts';
import { openSteps, standingAnswers, type StepId } from '../../concerns/terms/steps.ts';
import { answerText } from '../answer-text.ts';
import { cutLine } from '../cut-line.ts';
import { plainLines } from '../plain-text.ts';
import { questionLabel } from '../question-field.ts';
import { longestCard } from '../room-on-a-card.ts';
import { say } from '../../words/cards/say.ts';
import { hubStepHeadings } from './hub-headings.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';

interface ShownAnswer {
  readonly question: string;
  readonly lines: readonly string[];
}

export interface ReviewPart {
  readonly step: ChangedStep;
  readonly answers: readonly ShownAnswer[];
}
export type ChangedStep = Exclude<StepId, 'code' | 'review'>;

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
