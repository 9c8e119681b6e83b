import type { Day } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { say } from '../../words/cards/say.ts';
import { showDay } from '../../words/days.ts';
import { figureDefinitions } from '../figure-definitions.ts';
import { figureNamed, lookUp } from '../figure-lookup.ts';
import { periodTitle } from '../period-words.ts';
import { periodText } from '../periods.ts';
import { aboutWeeks, figureNotes, lastCounted, type WeeksOfReturn } from '../returns/make-return.ts';
import type { ForceAnswer, ForceAnswers } from './answers-schema.ts';
import { type InspectedSettings, type SettingAnswer, settingAnswer } from './inspected-settings.ts';
import { type InspectorQuestion, inspectorQuestions, type QuestionId } from './questions.ts';

/** A figure that answers, with the command that gives it again. */
export interface FigureAnswer {
  readonly id: string;
  readonly label: string;
  /** Missing where there is none: the notes say why, and it is no zero. */
  readonly value?: number;
  readonly notes: readonly string[];
  readonly means: string;
  readonly query: string;
}

/** The force's own answer, in words. */
export interface ProseAnswer {
  readonly paragraphs: readonly string[];
  readonly owner: string;
  readonly answeredOn: string;
  readonly reviewBy: string;
  /** Whether the day of the review has passed. */
  readonly isOverdue: boolean;
}

export interface AnsweredQuestion {
  readonly id: QuestionId;
  readonly number: number;
  readonly question: string;
  /** Missing where the force has not answered yet. */
  readonly prose?: ProseAnswer;
  readonly figures: readonly FigureAnswer[];
  readonly settings: readonly SettingAnswer[];
  readonly command?: string;
}

/** The inspector's sheet of a period in a language, ready to be written. */
export interface InspectorSheet {
  readonly language: Language;
  readonly title: string;
  readonly period: string;
  /** The period in one word, as a command takes it. */
  readonly periodWord: string;
  /** The command that gives a figure again, with `<id>` for its id. */
  readonly query: string;
  readonly asAt: Day;
  readonly about: readonly string[];
  readonly questions: readonly AnsweredQuestion[];
}

export interface SheetRequest {
  readonly of: WeeksOfReturn;
  readonly answers: ForceAnswers;
  readonly settings: InspectedSettings;
  readonly language: Language;
  readonly today: Day;
}

const queryOf = (id: string, { period, notOver }: WeeksOfReturn): string =>
  `npm run inspection -- --figure ${id} --period ${periodText(period)}${notOver.length > 0 ? ' --so-far' : ''}`;

/** A figure over the weeks of a period; `undefined` where there is none of that id. Throws RangeError as `lookUp` does. */
export function figureAnswer(id: string, of: WeeksOfReturn, language: Language): FigureAnswer | undefined {
  const figure = figureNamed(id);
  if (figure === undefined) return undefined;
  const found = lookUp(figure, of.weeks);
  return {
    id,
    label: figure.label(language),
    ...(found.kind === 'value' && { value: found.value }),
    notes: figureNotes(figure, found, of.weeks, language),
    means: say(language, figureDefinitions[figure.table].definition),
    query: queryOf(id, of),
  };
}

const proseOf = (
  { answer, owner, answeredOn, reviewBy }: ForceAnswer,
  language: Language,
  today: Day,
): ProseAnswer => ({
  paragraphs: answer[language],
  owner: owner[language],
  answeredOn: showDay(language, answeredOn),
  reviewBy: showDay(language, reviewBy),
  isOverdue: reviewBy < today,
});

function answered(question: InspectorQuestion, place: number, request: SheetRequest): AnsweredQuestion {
  const { of, answers, settings, language, today } = request;
  const prose = answers[question.id];
  return {
    id: question.id,
    number: place + 1,
    question: say(language, question.words),
    ...(prose !== undefined && { prose: proseOf(prose, language, today) }),
    figures: question.figures.flatMap((id) => figureAnswer(id, of, language) ?? []),
    settings: question.settings.map((setting) => settingAnswer(settings, setting, language)),
    ...(question.command !== undefined && { command: question.command }),
  };
}

/**
 * The inspector's sheet over the weeks of a period: each question with the force's answer in words, figures with their
 * queries, and settings. Throws RangeError where there are no weeks, or one is not of the unit's own cases.
 */
export function makeSheet(request: SheetRequest): InspectorSheet {
  const { of, language } = request;
  return {
    language,
    title: say(language, 'inspection.title'),
    period: periodTitle(of.period, language),
    periodWord: periodText(of.period),
    query: queryOf('<id>', of),
    asAt: lastCounted(of.weeks),
    about: [...aboutWeeks(of, language), say(language, 'inspection.settings')],
    questions: inspectorQuestions.map((question, place) => answered(question, place, request)),
  };
}
