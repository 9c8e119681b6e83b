import type { Words } from '../word.ts';

/** The ways to report or find help that do not go through Teams. */
export const supportContactWords = {
  'ways.heading': { en: 'Other ways, outside Teams', cy: 'Ffyrdd eraill, y tu allan i Teams' },
  'ways.emergency': {
    en: 'In an emergency, or if someone is in danger now: {emergency}.',
    cy: 'Mewn argyfwng, neu os oes rhywun mewn perygl nawr: {emergency}.',
  },
  'ways.crimestoppers': {
    en: 'Crimestoppers’ service for reporting people who work for the police: {number}.',
    cy: 'Gwasanaeth Crimestoppers (Taclo’r Taclau) ar gyfer rhoi gwybod am bobl sy’n gweithio i’r heddlu: {number}.',
  },
  'ways.iopc': {
    en: 'Independent Office for Police Conduct (IOPC): {number}.',
    cy: 'Swyddfa Annibynnol Ymddygiad yr Heddlu (IOPC): {number}.',
  },
  'ways.victims': {
    en: 'Support for victims: {victims}, {phone}.',
    cy: 'Cymorth i ddioddefwyr: {victims}, {phone}.',
  },
  'ways.federation': {
    en: 'Advice for you: {federation}.',
    cy: 'Cyngor i chi: {federation}.',
  },
  'ways.call': { en: 'Call {number}', cy: 'Ffonio {number}' },
  'ways.open': { en: 'Open {address}', cy: 'Agor {address}' },
  'ways.ownDevice': {
    en: 'For these, use your own phone or computer. A call from a work phone, or on Teams, leaves a record at work.',
    cy: 'Ar gyfer y rhain, defnyddiwch eich ffôn neu’ch cyfrifiadur eich hun. Mae galwad o ffôn gwaith, neu ar Teams, yn gadael cofnod yn y gwaith.',
  },
} as const satisfies Words<'ways'>;
