import type { Words } from '../word.ts';

/** The open tasks of a person in all cases, on the page "Today". */
export const tasksWords = {
  'tasks.heading': { en: 'My tasks', cy: 'Fy nhasgau' },
  'tasks.none': {
    en: 'No open task is for you, or for nobody in particular in a case that is with you.',
    cy: 'Nid oes tasg agored ar eich cyfer chi, nac ar gyfer neb yn benodol mewn achos sydd gyda chi.',
  },
  'tasks.count': {
    en: '{count, plural, one {# open task} other {# open tasks}}, {overdue} overdue.',
    cy: '{count, plural, one {# dasg agored} two {# dasg agored} few {# tasg agored} many {# thasg agored} other {# tasg agored}}, {overdue} yn hwyr.',
  },
  'tasks.more': {
    en: 'There are more: those in further cases are on the pages of the cases.',
    cy: 'Mae rhagor: mae’r rhai mewn achosion pellach ar dudalennau’r achosion.',
  },
  'tasks.forNobody': {
    en: 'For nobody in particular, in a case that is with you.',
    cy: 'Ar gyfer neb yn benodol, mewn achos sydd gyda chi.',
  },
  'tasks.closed': {
    en: 'Its words are sealed. They show here once you have opened the report of this case.',
    cy: 'Mae ei geiriau wedi’u selio. Byddant i’w gweld yma ar ôl i chi agor adroddiad yr achos hwn.',
  },
} as const satisfies Words<'tasks'>;
