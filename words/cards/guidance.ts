import type { Words } from '../word.ts';

/** The list of the guidance and what is said around its topics, which are files in `guidance/topics/`. */
export const guidanceWords = {
  'guidance.contents': { en: 'All the guidance', cy: 'Yr holl ganllawiau' },
  'guidance.contentsKnow': { en: 'What to know', cy: 'Beth i’w wybod' },
  'guidance.contentsReport': { en: 'If you report', cy: 'Os byddwch yn rhoi gwybod' },
  'guidance.contentsHelp': { en: 'Help', cy: 'Cymorth' },
  'guidance.supportHelpline': {
    en: 'Domestic abuse or sexual violence: {helpline}, {phone}, or text {text}.',
    cy: 'Am gam-drin domestig neu drais rhywiol: {helpline}, {phone}, neu neges destun {text}.',
  },
  'guidance.official': { en: 'Force guidance', cy: 'Canllawiau’r heddlu' },
  'guidance.strategy': { en: 'National strategy', cy: 'Strategaeth genedlaethol' },
} as const satisfies Words<'guidance'>;
