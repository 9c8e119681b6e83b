import type { Day } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import { figureDefinitions } from '../figures/figure-definitions.ts';
import { findFigure, computeUnitFigure } from '../figures/figure-lookup.ts';
import { periodTitle } from '../figures/period-text.ts';
import { formatPeriod } from '../figures/periods.ts';
import { createWeekNotes, createFigureNotes, getLastCountedDay, type ReturnWeeks } from '../returns/query-return.ts';
import {
  type ForceAnswer,
  type ForceAnswers,
  type InspectionQuestion,
  inspectionQuestions,
  type InspectionQuestionId,
} from './inspection-questions.ts';
import { type InspectionSettings, type SettingAnswer, settingAnswer } from './inspection-settings.ts';

/** A figure, with the command that gives it again. Without a value the notes say why; it is no zero. */
export interface FigureAnswer {
  readonly id: string;
  readonly label: string;
  readonly value?: number;
  readonly notes: readonly string[];
  readonly definition: string;
  readonly query: string;
}

export interface ProseAnswer {
  readonly paragraphs: readonly string[];
  readonly owner: string;
  readonly answeredOn: string;
  readonly reviewBy: string;
  readonly isOverdue: boolean;
}

export interface AnsweredQuestion {
  readonly id: InspectionQuestionId;
  readonly number: number;
  readonly question: string;
  readonly prose?: ProseAnswer;
  readonly figures: readonly FigureAnswer[];
  readonly settings: readonly SettingAnswer[];
  readonly command?: string;
}

export interface InspectionSheet {
  readonly language: Language;
  readonly title: string;
  readonly period: string;
  readonly periodWord: string;
  readonly query: string;
  readonly asAt: Day;
  readonly about: readonly string[];
  readonly questions: readonly AnsweredQuestion[];
}

export interface InspectionSheetRequest {
  readonly returnWeeks: ReturnWeeks;
  readonly answers: ForceAnswers;
  readonly settings: InspectionSettings;
  readonly language: Language;
  readonly today: Day;
}

const getFigureCommand = (id: string, { period, unfinishedWeeks }: ReturnWeeks): string =>
  `npm run inspection -- --figure ${id} --period ${formatPeriod(period)}${unfinishedWeeks.length > 0 ? ' --so-far' : ''}`;

export function figureAnswer(id: string, returnWeeks: ReturnWeeks, language: Language): FigureAnswer | undefined {
  const figure = findFigure(id);
  if (figure === undefined) return undefined;
  const found = computeUnitFigure(figure, returnWeeks.weeks);
  return {
    id,
    label: figure.label(language),
    ...(found.kind === 'value' && { value: found.value }),
    notes: createFigureNotes(figure, found, returnWeeks.weeks, language),
    definition: translate(language, figureDefinitions[figure.table].definition),
    query: getFigureCommand(id, returnWeeks),
  };
}

const toProseAnswer = (
  { answer, owner, answeredOn, reviewBy }: ForceAnswer,
  language: Language,
  today: Day,
): ProseAnswer => ({
  paragraphs: answer[language],
  owner: owner[language],
  answeredOn: formatDay(language, answeredOn),
  reviewBy: formatDay(language, reviewBy),
  isOverdue: reviewBy < today,
});

function answerQuestion(
  question: InspectionQuestion,
  place: number,
  request: InspectionSheetRequest,
): AnsweredQuestion {
  const { returnWeeks: of, answers, settings, language, today } = request;
  const prose = answers[question.id];
  return {
    id: question.id,
    number: place + 1,
    question: translate(language, question.words),
    ...(prose !== undefined && { prose: toProseAnswer(prose, language, today) }),
    figures: question.figures.flatMap((id) => figureAnswer(id, of, language) ?? []),
    settings: question.settings.map((setting) => settingAnswer(settings, setting, language)),
    ...(question.command !== undefined && { command: question.command }),
  };
}

/** Throws RangeError if there are no weeks, or one is not of the unit's own cases. */
export function createInspectionSheet(request: InspectionSheetRequest): InspectionSheet {
  const { returnWeeks: of, language } = request;
  return {
    language,
    title: translate(language, 'inspection.title'),
    period: periodTitle(of.period, language),
    periodWord: formatPeriod(of.period),
    query: getFigureCommand('<id>', of),
    asAt: getLastCountedDay(of.weeks),
    about: [...createWeekNotes(of, language), translate(language, 'inspection.settings')],
    questions: inspectionQuestions.map((question, place) => answerQuestion(question, place, request)),
  };
}
