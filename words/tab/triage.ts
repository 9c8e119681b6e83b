import type { Words } from '../word.ts';

/** The words of what a triage records for the figures. */
export const triageTowardsWords = {
  'triage.towards': { en: 'Who it was done to', cy: 'Tuag at bwy y gwnaed hyn' },
  'triage.towardsHint': {
    en: 'Filled in from the report once it is open. What you record here is not encrypted, because it is used for figures.',
    cy: 'Caiff ei lenwi o’r adroddiad ar ôl ei agor. Nid yw’r hyn a gofnodwch yma wedi’i amgryptio, gan ei fod ar gyfer ffigurau.',
  },
  'triage.towardsNone': { en: 'Not recorded', cy: 'Heb ei gofnodi' },
  'triage.towardsPublic': { en: 'A member of the public', cy: 'Aelod o’r cyhoedd' },
  'triage.towardsColleague': { en: 'A colleague', cy: 'Cydweithiwr' },
  'triage.towardsBoth': { en: 'A member of the public and a colleague', cy: 'Aelod o’r cyhoedd a chydweithiwr' },
  'triage.towardsUnsure': { en: 'Not known', cy: 'Ddim yn hysbys' },
} as const satisfies Words<'triage'>;
