import { questionWordKeys } from '../words/cards/question-words.ts';
import type { WordKey } from '../words/cards/say.ts';
import type { Kind } from '../concerns/terms/kinds.ts';
import { type Language, languages } from '../concerns/terms/language.ts';
import { type Mode, modes } from '../concerns/terms/questions.ts';
import { ages, figureKinds, routes, urgencies, type WeekFigures } from './week-figures.ts';

export interface FullRow {
  readonly id: string;
  readonly label: WordKey;
  readonly count: (figures: WeekFigures) => number;
}
export interface FullSection {
  readonly id: string;
  readonly title: WordKey;
  readonly rows: readonly FullRow[];
  /** `flow`: what came in a week, so weeks add up. `stock`: what was open at a week's end, so they do not. */
  readonly of: 'flow' | 'stock';
  readonly tells?: (figures: WeekFigures) => boolean;
}

export const kindRowWords: Readonly<Record<Kind | 'none', WordKey>> = {
  ...questionWordKeys.kind.options,
  none: 'summary.noKind',
};
const urgencyWords: Readonly<Record<(typeof urgencies)[number], WordKey>> = {
  urgent: 'summary.urgent',
  standard: 'summary.standard',
};
const modeWords: Readonly<Record<Mode, WordKey>> = {
  named: 'option.modeNamed',
  confidential: 'option.modeConfidential',
  notKept: 'option.modeNotKept',
};
const routeWords: Readonly<Record<(typeof routes)[number], WordKey>> = { staff: 'summary.staff', hub: 'summary.hub' };
const languageWords: Readonly<Record<Language, WordKey>> = { en: 'summary.english', cy: 'summary.welsh' };
const ageWords: Readonly<Record<(typeof ages)[number], WordKey>> = {
  upTo7: 'summary.upTo7',
  from8To28: 'summary.from8To28',
  from29To90: 'summary.from29To90',
  over90: 'summary.over90',
};
const acknowledgementWords = {
  inTime: 'summary.inTime',
  late: 'summary.late',
  overdue: 'summary.overdue',
  notYetDue: 'summary.notYetDue',
  acknowledged: 'summary.acknowledged',
  waiting: 'summary.waiting',
} as const satisfies Record<string, WordKey>;

function acknowledgementCount({ acknowledgement }: WeekFigures, standing: keyof typeof acknowledgementWords): number {
  const counts: Readonly<Record<string, number | string>> = acknowledgement;
  const count = counts[standing];
  return typeof count === 'number' ? count : 0;
}
const standings = ['inTime', 'late', 'overdue', 'notYetDue', 'acknowledged', 'waiting'] as const;

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
    rows: modes.map((mode) => ({ id: mode, label: modeWords[mode], count: (week) => week.mode[mode] })),
  },
  {
    id: 'route',
    title: 'summary.route',
    of: 'flow',
    tells: ({ route }) => route.hub > 0,
    rows: routes.map((route) => ({ id: route, label: routeWords[route], count: (week) => week.route[route] })),
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
    rows: standings.map((standing) => ({
      id: standing,
      label: acknowledgementWords[standing],
      count: (week) => acknowledgementCount(week, standing),
    })),
  },
  {
    id: 'open',
    title: 'summary.open',
    of: 'stock',
    rows: ages.map((age) => ({ id: age, label: ageWords[age], count: (week) => week.open[age] })),
  },
];
