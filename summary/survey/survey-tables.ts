import { surveyOptionKeys, surveyQuestionKeys } from '../../cards/survey-page.ts';
import type { PageTable } from '../../cards/page.ts';
import { type SurveyPhase, surveyPhases } from '../../core/model/survey.ts';
import type { Language } from '../../core/model/language.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import {
  minSurveyAnswers,
  type CampaignSurveyResults,
  type SurveyResults,
  type SurveyChange,
  type SurveyShare,
  type SurveyEstimate,
} from './query-survey.ts';

export type SurveyQuestionTable = PageTable;

const emptyCell = '–';
export const surveyPhaseKeys = { before: 'pulse.before', after: 'pulse.after' } as const satisfies Record<
  SurveyPhase,
  WordKey
>;
const changeKeys = {
  more: 'pulse.more',
  fewer: 'pulse.fewer',
  cannotTell: 'pulse.cannotTell',
} as const satisfies Record<SurveyChange, WordKey>;

type ShareKey = 'pulse.share' | 'pulse.shareInSigns';

function shareText(table: SurveyEstimate, share: SurveyShare | undefined, key: ShareKey, language: Language): string {
  if (table.answers === undefined) return emptyCell;
  if (share === undefined) return translate(language, 'pulse.fewChose');
  return translate(language, key, { percent: share.percent, within: share.within });
}

const surveyChangeText = (change: SurveyChange | undefined, language: Language): string =>
  translate(language, changeKeys[change ?? 'cannotTell']);

/**
 * A table for each question, before and after side by side. `shareKey` names the text of a share; a sign is for narrow places. Longer text becomes
 * a note below.
 */
export function createSurveyTables(
  pulse: SurveyResults,
  language: Language,
  shareKey: ShareKey = 'pulse.share',
): readonly SurveyQuestionTable[] {
  const tooFew = translate(language, 'pulse.tooFew', { least: minSurveyAnswers });
  const inWords = shareKey === 'pulse.share';
  const columns = [
    translate(language, 'pulse.option'),
    ...surveyPhases.map((phase) => translate(language, surveyPhaseKeys[phase])),
    translate(language, 'summary.change'),
  ];
  return pulse.changes.map(({ question, options }, place) => {
    const tables = surveyPhases.flatMap((phase) => pulse[phase][place] ?? []);
    const answers = tables.map(({ answers }) => String(answers ?? (inWords ? tooFew : emptyCell)));
    const phasesWithFew = surveyPhases.filter((_phase, at) => tables[at]?.answers === undefined);
    return {
      title: translate(language, surveyQuestionKeys[question]),
      columns,
      rows: [
        [translate(language, 'pulse.answers'), ...answers, emptyCell],
        ...options.map(({ id, change }, at) => [
          translate(language, surveyOptionKeys[id]),
          ...tables.map((table) => shareText(table, table.options[at]?.share, shareKey, language)),
          surveyChangeText(change, language),
        ]),
      ],
      notes: inWords
        ? []
        : phasesWithFew.map((phase) =>
            translate(language, 'pulse.inPhase', { phase: translate(language, surveyPhaseKeys[phase]), what: tooFew }),
          ),
    };
  });
}

/** Without these a survey would be read as more than it is. */
export const createSurveyNotes = (
  { until }: Pick<CampaignSurveyResults, 'until'>,
  language: Language,
): readonly string[] => [
  translate(language, 'pulse.people'),
  translate(language, 'pulse.mixed'),
  translate(language, 'pulse.changes'),
  translate(language, 'pulse.steps', { day: formatDay(language, until), least: minSurveyAnswers }),
];
