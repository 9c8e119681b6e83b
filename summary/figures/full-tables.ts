import { questionWordKeys } from '../../words/cards/question-word-keys.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import type { ReportKind } from '../../core/model/classification.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { type IdentityMode, identityModes } from '../../core/model/questions.ts';
import { ageGroups, figureKinds, figureRoutes, urgencies, type WeekFigures } from './week-figures.ts';
import { changeCell, countCell, type FigureTable } from './summary.ts';
import { createActivityTables } from './activity-tables.ts';
import { definitionText } from './figure-definitions.ts';
import { createCountedOnNotes, createDateNotes, createAcknowledgementTargetNotes } from './period-text.ts';

interface FullRow {
  readonly id: string;
  readonly label: WordKey;
  readonly count: (figures: WeekFigures) => number;
}
interface FullSection {
  readonly id: string;
  readonly title: WordKey;
  readonly rows: readonly FullRow[];
  /** `flow`: came in during a week, so weeks add up. `stock`: open at a week's end, so they do not. */
  readonly of: 'flow' | 'stock';
  readonly isShown?: (figures: WeekFigures) => boolean;
}

export const kindRowWords: Readonly<Record<ReportKind | 'none', WordKey>> = {
  ...questionWordKeys.kind.options,
  none: 'summary.noKind',
};
const urgencyWords: Readonly<Record<(typeof urgencies)[number], WordKey>> = {
  urgent: 'summary.urgent',
  standard: 'summary.standard',
};
const modeWords: Readonly<Record<IdentityMode, WordKey>> = {
  named: 'option.modeNamed',
  confidential: 'option.modeConfidential',
  notKept: 'option.modeNotKept',
};
const routeWords: Readonly<Record<(typeof figureRoutes)[number], WordKey>> = {
  staff: 'summary.staff',
  hub: 'summary.hub',
};
const languageWords: Readonly<Record<Language, WordKey>> = { en: 'summary.english', cy: 'summary.welsh' };
const ageGroupWords: Readonly<Record<(typeof ageGroups)[number], WordKey>> = {
  upTo7: 'summary.upTo7',
  from8To28: 'summary.from8To28',
  from29To90: 'summary.from29To90',
  over90: 'summary.over90',
};
export const acknowledgementWords = {
  inTime: 'summary.inTime',
  late: 'summary.late',
  overdue: 'summary.overdue',
  notYetDue: 'summary.notYetDue',
  acknowledged: 'summary.acknowledged',
  waiting: 'summary.waiting',
} as const satisfies Record<string, WordKey>;

function getAcknowledgementRowCount(
  { acknowledgement }: WeekFigures,
  state: keyof typeof acknowledgementWords,
): number {
  const counts: Readonly<Record<string, number | string>> = acknowledgement;
  const count = counts[state];
  return typeof count === 'number' ? count : 0;
}
export const acknowledgementStates = ['inTime', 'late', 'overdue', 'notYetDue', 'acknowledged', 'waiting'] as const;

export const fullSections: readonly FullSection[] = [
  {
    id: 'received',
    title: 'summary.received',
    of: 'flow',
    rows: [{ id: 'all', label: 'summary.all', count: (week) => week.received }],
  },
  {
    id: 'kind',
    title: 'summary.kind',
    of: 'flow',
    rows: figureKinds.map((kind) => ({ id: kind, label: kindRowWords[kind], count: (week) => week.kind[kind] })),
  },
  {
    id: 'urgency',
    title: 'summary.urgency',
    of: 'flow',
    rows: urgencies.map((urgency) => ({
      id: urgency,
      label: urgencyWords[urgency],
      count: (week) => week.urgency[urgency],
    })),
  },
  {
    id: 'mode',
    title: 'summary.mode',
    of: 'flow',
    rows: identityModes.map((mode) => ({ id: mode, label: modeWords[mode], count: (week) => week.mode[mode] })),
  },
  {
    id: 'route',
    title: 'summary.route',
    of: 'flow',
    isShown: ({ route }) => route.hub > 0,
    rows: figureRoutes.map((route) => ({ id: route, label: routeWords[route], count: (week) => week.route[route] })),
  },
  {
    id: 'language',
    title: 'summary.language',
    of: 'flow',
    rows: languages.map((language) => ({
      id: language,
      label: languageWords[language],
      count: (week) => week.language[language],
    })),
  },
  {
    id: 'acknowledgement',
    title: 'summary.acknowledgement',
    of: 'flow',
    rows: acknowledgementStates.map((state) => ({
      id: state,
      label: acknowledgementWords[state],
      count: (week) => getAcknowledgementRowCount(week, state),
    })),
  },
  {
    id: 'open',
    title: 'summary.open',
    of: 'stock',
    rows: ageGroups.map((age) => ({ id: age, label: ageGroupWords[age], count: (week) => week.open[age] })),
  },
];

interface ComparedWeeks {
  readonly now: readonly WeekFigures[];
  readonly before: readonly WeekFigures[];
}

function computeRowCount(row: FullRow, { of }: Pick<FullSection, 'of'>, weeks: readonly WeekFigures[]): number {
  if (of === 'flow') return weeks.reduce((sum, week) => sum + row.count(week), 0);
  const last = weeks.at(-1);
  return last === undefined ? 0 : row.count(last);
}

function createColumns(isOne: boolean, language: Language): FigureTable['columns'] {
  return [
    { id: 'count', title: translate(language, 'summary.count') },
    { id: 'before', title: translate(language, isOne ? 'summary.weekBefore' : 'summary.before') },
    { id: 'change', title: translate(language, 'summary.change') },
  ];
}

/**
 * With the change on as many weeks before. A row only if one of these weeks has a count. Only for the handlers of these
 * cases.
 */
export function createFullTables({ now, before }: ComparedWeeks, language: Language): readonly FigureTable[] {
  const isOne = now.length === 1;
  const allWeeks = [...before, ...now];
  const isQuiet = now.every((week) => week.received === 0);
  const quietNotes = isQuiet ? [translate(language, isOne ? 'summary.quietWeek' : 'summary.quietWeeks')] : [];
  const tables = fullSections.flatMap((section): readonly FigureTable[] => {
    const isTotal = section.id === 'received';
    if (section.isShown && !allWeeks.some(section.isShown)) return [];
    if (isQuiet && section.of === 'flow' && !isTotal) return [];
    const rows = section.rows.filter((row) => isTotal || allWeeks.some((week) => row.count(week) > 0));
    const noneOpenNotes = section.of === 'stock' && rows.length === 0 ? [translate(language, 'summary.noneOpen')] : [];
    const targetNotes = section.id === 'acknowledgement' ? createAcknowledgementTargetNotes(now, language) : [];
    return [
      {
        id: section.id,
        title: translate(language, section.title),
        ...definitionField(section.id, language),
        of: section.of,
        columns: createColumns(isOne, language),
        rows: rows.map((row) => {
          const [count, previousCount] = [now, before].map((weeks) => computeRowCount(row, section, weeks));
          return {
            id: row.id,
            label: translate(language, row.label),
            cells: [
              countCell(count ?? 0),
              countCell(previousCount ?? 0),
              changeCell((count ?? 0) - (previousCount ?? 0)),
            ],
          };
        }),
        notes: isTotal
          ? [...quietNotes, ...createDateNotes(now, language), ...createCountedOnNotes(now, language)]
          : [...noneOpenNotes, ...targetNotes],
      },
    ];
  });
  return [...tables, ...createActivityTables({ now, before }, createColumns(isOne, language), language)];
}

function definitionField(id: string, language: Language): Pick<FigureTable, 'definition'> {
  const definition = definitionText(id, language);
  return definition === undefined ? {} : { definition };
}
