import type { WordKey } from '../../words/cards/say.ts';
import { figures } from '../figure-rows.ts';
import type { InspectedSetting } from './inspected-settings.ts';

export const questionIds = [
  'ways',
  'readers',
  'speed',
  'conflicts',
  'feedback',
  'awareness',
  'protection',
  'categories',
  'referral',
  'repeats',
  'retention',
  'audit',
] as const;
export type QuestionId = (typeof questionIds)[number];

export interface InspectorQuestion {
  readonly id: QuestionId;
  readonly words: WordKey;
  readonly figures: readonly string[];
  readonly settings: readonly InspectedSetting[];
  readonly command?: string;
}

const rowsOf = (...tables: readonly string[]): readonly string[] =>
  figures.filter(({ table }) => tables.includes(table)).map(({ id }) => id);

export const inspectorQuestions: readonly InspectorQuestion[] = [
  {
    id: 'ways',
    words: 'inspection.ways',
    figures: rowsOf('received', 'route', 'mode', 'language'),
    settings: [],
  },
  {
    id: 'readers',
    words: 'inspection.readers',
    figures: [],
    settings: ['handlers', 'reserve', 'custodians'],
  },
  {
    id: 'speed',
    words: 'inspection.speed',
    figures: rowsOf('acknowledgement', 'acknowledgedDays', 'triagedDays', 'closedDays', 'open'),
    settings: ['acknowledgeDays', 'triageDays'],
  },
  { id: 'conflicts', words: 'inspection.conflicts', figures: [], settings: ['reserve'] },
  {
    id: 'feedback',
    words: 'inspection.feedback',
    figures: rowsOf('answeredDays', 'cameBack'),
    settings: ['updateDays', 'writesToReporters'],
  },
  { id: 'awareness', words: 'inspection.awareness', figures: rowsOf('received'), settings: [] },
  {
    id: 'protection',
    words: 'inspection.protection',
    figures: rowsOf('mode'),
    settings: ['custodiansNeeded', 'opensWithoutRequest'],
  },
  {
    id: 'categories',
    words: 'inspection.categories',
    figures: rowsOf('category', 'flags', 'notTriaged', 'outcome'),
    settings: [],
  },
  {
    id: 'referral',
    words: 'inspection.referral',
    figures: rowsOf('referral', 'referralDays', 'referralOverdue'),
    settings: ['referralDays'],
  },
  { id: 'repeats', words: 'inspection.repeats', figures: rowsOf('repeatSubjects'), settings: [] },
  { id: 'retention', words: 'inspection.retention', figures: [], settings: ['reviewYears'] },
  { id: 'audit', words: 'inspection.audit', figures: [], settings: [], command: 'npm run audit -- verify' },
];
