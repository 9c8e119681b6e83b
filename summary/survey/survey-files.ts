import { surveyOptionKeys, surveyQuestionKeys } from '../../cards/survey-page.ts';
import { type SurveyPhase, surveyPhases } from '../../core/model/survey.ts';
import type { Language } from '../../core/model/language.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import { formatTables } from '../figures/text-tables.ts';
import { encodeCsv } from '../files/csv.ts';
import {
  minSurveyAnswers,
  type CampaignSurveyResults,
  type SurveyResults,
  type SurveyChange,
  type SurveyShare,
} from './query-survey.ts';
import { surveyPhaseKeys, createSurveyNotes, createSurveyTables } from './survey-tables.ts';

export const surveyFormats = ['text', 'csv', 'json'] as const;
export type SurveyFormat = (typeof surveyFormats)[number];

export interface SurveyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const fileExtensions = { text: 'txt', csv: 'csv', json: 'json' } as const satisfies Record<SurveyFormat, string>;

interface OptionResult {
  readonly id: string;
  readonly label: string;
  readonly shares: Readonly<Partial<Record<SurveyPhase, SurveyShare>>>;
  readonly change?: SurveyChange | undefined;
}
interface QuestionResult {
  readonly id: string;
  readonly title: string;
  readonly answers: Readonly<Partial<Record<SurveyPhase, number>>>;
  readonly options: readonly OptionResult[];
}

const mapPhases = <Value>(of: (phase: SurveyPhase) => Value | undefined): Partial<Record<SurveyPhase, Value>> =>
  Object.fromEntries(
    surveyPhases.flatMap((phase) => {
      const value = of(phase);
      return value === undefined ? [] : [[phase, value]];
    }),
  );

const createQuestionResults = (pulse: SurveyResults, language: Language): readonly QuestionResult[] =>
  pulse.changes.map(({ question, options }, place) => ({
    id: question,
    title: translate(language, surveyQuestionKeys[question]),
    answers: mapPhases((phase) => pulse[phase][place]?.answers),
    options: options.map(({ id, change }, at) => ({
      id,
      label: translate(language, surveyOptionKeys[id]),
      shares: mapPhases((phase) => pulse[phase][place]?.options[at]?.share),
      ...(change !== undefined && { change }),
    })),
  }));

const headings = [
  'pulse.campaign',
  'file.to',
  'file.table',
  'file.tableTitle',
  'file.row',
  'file.rowTitle',
  'file.column',
  'file.columnTitle',
  'pulse.percent',
  'pulse.within',
  'pulse.answers',
  'summary.change',
  'file.notes',
] as const satisfies readonly WordKey[];

function createSurveyRecords(
  { campaign, until, results }: CampaignSurveyResults,
  language: Language,
): readonly (readonly string[])[] {
  const notes = createSurveyNotes({ until }, language).join(' ');
  const formatField = (value: number | string | undefined): string => String(value ?? '');
  const records = createQuestionResults(results, language).flatMap((question) =>
    question.options.flatMap(({ id, label, shares, change }) =>
      surveyPhases.map((phase) => [
        campaign,
        until,
        question.id,
        question.title,
        id,
        label,
        phase,
        translate(language, surveyPhaseKeys[phase]),
        formatField(shares[phase]?.percent),
        formatField(shares[phase]?.within),
        formatField(question.answers[phase]),
        formatField(change),
        notes,
      ]),
    ),
  );
  return [headings.map((heading) => translate(language, heading)), ...records];
}

const formatSurveyJson = ({ campaign, until, results }: CampaignSurveyResults, language: Language): string =>
  `${JSON.stringify(
    {
      candour: 'pulse/1',
      campaign,
      language,
      until,
      leastAnswers: minSurveyAnswers,
      questions: createQuestionResults(results, language),
      notes: createSurveyNotes({ until }, language),
    },
    undefined,
    2,
  )}\n`;

function formatSurveyText(results: CampaignSurveyResults, language: Language): string {
  const [title, ...notes] = [...createSurveyNotes(results, language), translate(language, 'pulse.signs')];
  return formatTables([
    ...createSurveyTables(results.results, language, 'pulse.shareInSigns'),
    { title, columns: [], rows: [], notes },
  ]);
}

function renderSurvey(results: CampaignSurveyResults, format: SurveyFormat, language: Language): Uint8Array {
  switch (format) {
    case 'text':
      return new TextEncoder().encode(formatSurveyText(results, language));
    case 'csv':
      return encodeCsv(createSurveyRecords(results, language));
    case 'json':
      return new TextEncoder().encode(formatSurveyJson(results, language));
    default:
      return format satisfies never;
  }
}

export const createSurveyFile = (
  results: CampaignSurveyResults,
  format: SurveyFormat,
  language: Language,
): SurveyFile => ({
  name: `candour-pulse-${results.campaign}-${language}.${fileExtensions[format]}`,
  bytes: renderSurvey(results, format, language),
});
