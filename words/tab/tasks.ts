import type { Words } from '../word.ts';

/** The open tasks of a person in all cases, on the page "Today". */
export const tasksWords = {
  'tasks.heading': { en: 'My tasks', cy: 'Fy nhasgau' },
  'tasks.none': {
    en: 'You have no open tasks, and no case that is with you has an open task for nobody in particular.',
    cy: 'Nid oes gennych dasgau agored, ac nid oes tasg agored ar gyfer neb yn benodol mewn unrhyw achos sydd gyda chi.',
  },
  'tasks.count': {
    en: '{count, plural, one {# open task} other {# open tasks}}, {overdue} overdue.',
    cy: '{count, plural, one {# dasg agored} two {# dasg agored} few {# tasg agored} many {# thasg agored} other {# tasg agored}}, {overdue} yn hwyr.',
  },
  'tasks.more': {
    en: 'There are more tasks than these. You can see the others on the pages of their cases.',
    cy: 'Mae mwy o dasgau na’r rhain. Gallwch weld y lleill ar dudalennau eu hachosion.',
  },
  'tasks.forNobody': {
    en: 'For nobody in particular, in a case that is with you.',
    cy: 'Ar gyfer neb yn benodol, mewn achos sydd gyda chi.',
  },
  'tasks.closed': {
    en: 'Its words are encrypted. They show here after you open the report of this case.',
    cy: 'Mae ei geiriau wedi’u hamgryptio. Byddant i’w gweld yma ar ôl i chi agor adroddiad yr achos hwn.',
  },
} as const satisfies Words<'tasks'>;
