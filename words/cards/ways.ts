import type { Words } from '../word.ts';

/** The ways to report or find help that do not go through Teams. */
export const waysWords = {
  'ways.heading': { en: 'Other ways, without Teams', cy: 'Ffyrdd eraill, heb Teams' },
  'ways.emergency': {
    en: 'In an emergency, or if someone is in danger now: {emergency}.',
    cy: 'Mewn argyfwng, neu os oes rhywun mewn perygl nawr: {emergency}.',
  },
  'ways.crimestoppers': {
    en: 'Crimestoppers’ service for reporting people who work for the police: {number}.',
    cy: 'Gwasanaeth Crimestoppers (Taclo’r Taclau) ar gyfer rhoi gwybod am bobl sy’n gweithio i’r heddlu: {number}.',
  },
  'ways.iopc': {
    en: 'Independent Office for Police Conduct (IOPC){number, select, none {} other {: {number}}}.',
    cy: 'Swyddfa Annibynnol Ymddygiad yr Heddlu (IOPC){number, select, none {} other {: {number}}}.',
  },
  'ways.victims': {
    en: 'Support for victims: {victims}{phone, select, none {} other {, {phone}}}.',
    cy: 'Cymorth i ddioddefwyr: {victims}{phone, select, none {} other {, {phone}}}.',
  },
  'ways.federation': {
    en: 'Advice for you: {federation}.',
    cy: 'Cyngor i chi: {federation}.',
  },
  'ways.anyFederation': {
    en: 'Advice for you: your Police Federation or other staff association, or your trade union.',
    cy: 'Cyngor i chi: Ffederasiwn yr Heddlu neu gymdeithas staff arall, neu eich undeb llafur.',
  },
  'ways.ownDevice': {
    en: 'For these, please use a phone or computer of your own, not one from work.',
    cy: 'Ar gyfer y rhain, defnyddiwch eich ffôn neu’ch cyfrifiadur eich hun, nid un o’r gwaith.',
  },
} as const satisfies Words<'ways'>;
