import type { Language } from '../../concerns/terms/language.ts';
import { type Answers, type QuestionId, questions } from '../../concerns/terms/questions.ts';
import { standingAnswers } from '../../concerns/terms/steps.ts';
import { answerText } from '../answer-text.ts';
import { cutLine } from '../cut-line.ts';
import { plainLines } from '../plain-text.ts';
import { questionLabel } from '../question-field.ts';
import { say } from '../../words/cards/say.ts';

/** An answer, or the part of one that fits on a page, as lines of plain text. */
export interface ShownAnswer {
  readonly question: string;
  readonly lines: readonly string[];
}

/** The most that the answers of a page may take on the wire, so that a card with three sealed states stays small. */
const pageSize = 8_000;
const lineFrame = 80;
const answerFrame = 250;

const isQuestion = (id: string): id is QuestionId => Object.hasOwn(questions, id);

/** Every standing answer with its question, in pages of which each fits on a card. Never without a page. */
export function answerPages(language: Language, answers: Answers): readonly (readonly ShownAnswer[])[] {
  const pages: { question: string; lines: string[] }[][] = [[]];
  let room = pageSize;
  for (const [id, answer] of Object.entries(standingAnswers(answers))) {
    if (!isQuestion(id)) continue;
    const label = questionLabel(language, id);
    let open: string[] | undefined;
    for (const line of plainLines(answerText(language, id, answer)).flatMap(cutLine)) {
      const size = JSON.stringify(line).length + lineFrame;
      if (size + (open ? 0 : answerFrame) > room) {
        pages.push([]);
        room = pageSize;
        open = open && [];
        if (open) {
          room -= answerFrame;
          pages.at(-1)?.push({ question: say(language, 'review.continued', { label }), lines: open });
        }
      }
      if (!open) {
        open = [];
        room -= answerFrame;
        pages.at(-1)?.push({ question: label, lines: open });
      }
      open.push(line);
      room -= size;
    }
  }
  return pages;
}
