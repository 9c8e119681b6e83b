import type { Words } from '../word.ts';

/** The cards around the weekly summary. */
export const weekWords = {
  'week.intro': {
    en: 'Only weeks that are over are counted, and each is counted once.',
    cy: 'Dim ond wythnosau sydd ar ben sy’n cael eu cyfrif, a chaiff pob un ei chyfrif unwaith.',
  },
  'week.which': { en: 'Which week?', cy: 'Pa wythnos?' },
  'week.option': { en: 'Week {number}, {from} to {to}', cy: 'Wythnos {number}, {from} i {to}' },
  'week.lastFour': { en: 'The last four weeks', cy: 'Y pedair wythnos ddiwethaf' },
  'week.audience': { en: 'Who is it for?', cy: 'Ar gyfer pwy?' },
  'week.acu': { en: 'Anti-Corruption Unit', cy: 'Uned Wrthlygredd' },
  'week.reserve': { en: 'Reserve', cy: 'Swyddogion wrth gefn' },
  'week.wider': { en: 'Other readers', cy: 'Darllenwyr eraill' },
  'week.show': { en: 'Show', cy: 'Dangos' },
  'week.another': { en: 'Another week', cy: 'Wythnos arall' },
  'week.restricted': {
    en: 'For the Anti-Corruption Unit only. Please do not pass it on.',
    cy: 'Ar gyfer yr Uned Wrthlygredd yn unig. Peidiwch â’i rannu ag eraill.',
  },
  'week.reserveOnly': {
    en: 'For the reserve only. Please do not pass it on.',
    cy: 'Ar gyfer y swyddogion wrth gefn yn unig. Peidiwch â’i rannu ag eraill.',
  },
  'week.notNow': {
    en: 'The clock of this server was set a short while ago, so no new week is counted yet. Please try again in half an hour.',
    cy: 'Cafodd cloc y gweinydd hwn ei osod ychydig yn ôl, felly nid oes wythnos newydd yn cael ei chyfrif eto. Rhowch gynnig arall arni ymhen hanner awr.',
  },
  'week.notClosed': {
    en: 'That week is not over yet, or it was not counted. Please choose another.',
    cy: 'Nid yw’r wythnos honno ar ben eto, neu ni chafodd ei chyfrif. Dewiswch un arall.',
  },
} as const satisfies Words<'week'>;
