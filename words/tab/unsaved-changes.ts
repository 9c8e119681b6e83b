import type { Words } from '../word.ts';

/** The words that ask before a page is left on which something is not sent. They come with those pages. */
export const unsavedChangesWords = {
  'leave.heading': {
    en: 'Leave without sending?',
    cy: 'Gadael heb anfon?',
  },
  'leave.unsent': {
    en: 'You have unsent text on this page. It is not saved anywhere and will be lost if you leave.',
    cy: 'Mae testun heb ei anfon gennych ar y dudalen hon. Nid yw wedi’i gadw yn unman, a bydd yn cael ei golli os gadewch.',
  },
  'leave.stay': { en: 'Stay on this page', cy: 'Aros ar y dudalen hon' },
  'leave.go': { en: 'Leave', cy: 'Gadael' },
} as const satisfies Words<'leave'>;
