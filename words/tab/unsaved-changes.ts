import type { Words } from '../word.ts';

/** The words that ask before a page is left on which something is not sent. They come with those pages. */
export const unsavedChangesWords = {
  'leave.heading': {
    en: 'Leave without sending?',
    cy: 'Gadael heb anfon?',
  },
  'leave.unsent': {
    en: 'Something you wrote on this page has not been sent. It is not saved anywhere and will be lost if you leave.',
    cy: 'Mae rhywbeth rydych wedi’i ysgrifennu ar y dudalen hon heb ei anfon. Nid yw’n cael ei gadw yn unman, a bydd wedi mynd pan fyddwch yn gadael.',
  },
  'leave.stay': { en: 'Stay on this page', cy: 'Aros ar y dudalen hon' },
  'leave.go': { en: 'Leave', cy: 'Gadael' },
} as const satisfies Words<'leave'>;
