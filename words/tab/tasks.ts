import type { Words } from '../word.ts';

/** The open tasks of a person in all cases, on the page "Today". */
export const tasksWords = {
  'tasks.heading': { en: 'My tasks', cy: 'Fy nhasgau' },
  'tasks.none': {
    en: 'You have no open tasks, and your cases have no unassigned tasks.',
    cy: 'Nid oes gennych dasgau agored, ac nid oes tasgau heb eu rhoi i neb yn eich achosion.',
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
    en: 'Not assigned to anyone, in one of your cases.',
    cy: 'Heb ei rhoi i neb, yn un o’ch achosion.',
  },
  'tasks.closed': {
    en: 'The words of this task are encrypted. They are shown here after you open the report of its case.',
    cy: 'Mae geiriau’r dasg hon wedi’u hamgryptio. Byddant i’w gweld yma ar ôl i chi agor adroddiad yr achos.',
  },
} as const satisfies Words<'tasks'>;
