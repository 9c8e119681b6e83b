import type { Day } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { say } from '../../words/cards/translate.ts';
import { showDay } from '../../words/days.ts';
import { figureDefinitions } from '../figures/figure-definitions.ts';
import { figureNamed, lookUp } from '../figures/figure-lookup.ts';
import { periodTitle } from '../figures/period-words.ts';
import { periodText } from '../figures/periods.ts';
import { aboutWeeks, figureNotes, lastCounted, type WeeksOfReturn } from '../returns/make-return.ts';
import {
  type ForceAnswer,
  type ForceAnswers,
  type InspectorQuestion,
  inspectorQuestions,
  type QuestionId,
} from './questions.ts';
import { type InspectedSettings, type SettingAnswer, settingAnswer } from './inspection-settings.ts';

/** A figure that answers, with the command that gives it again. Without a value the notes say why; it is no zero. */
export interface FigureAnswer {
  readonly id: string;
  readonly label: string;
  readonly value?: number;
  readonly notes: readonly string[];
  readonly means: string;
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
  readonly id: QuestionId;
  readonly number: number;
  readonly question: string;
  readonly prose?: ProseAnswer;
  readonly figures: readonly FigureAnswer[];
  readonly settings: readonly SettingAnswer[];
  readonly command?: string;
}

export interface InspectorSheet {
  readonly language: Language;
  readonly title: string;
  readonly period: string;
  readonly periodWord: string;
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
 * The inspector's sheet over the weeks of a period. Throws RangeError if there are no weeks, or one is not of the
 * unit's own cases.
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
