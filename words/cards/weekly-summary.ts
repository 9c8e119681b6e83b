import type { Words } from '../word.ts';

/** The cards around the weekly summary. */
export const weeklySummaryWords = {
  'week.intro': {
    en: 'Only weeks that are over are counted, and each is counted once.',
    cy: 'Dim ond wythnosau sydd ar ben sy’n cael eu cyfrif, a chaiff pob un ei chyfrif unwaith.',
  },
  'week.which': { en: 'Which period?', cy: 'Pa gyfnod?' },
  'week.option': { en: 'Week {number}, {from} to {to}', cy: 'Wythnos {number}, {from} i {to}' },
  'week.audience': { en: 'Who is it for?', cy: 'Ar gyfer pwy?' },
  'week.acu': { en: 'Anti-Corruption Unit', cy: 'Uned Wrthlygredd' },
  'week.reserve': { en: 'Reserve', cy: 'Swyddogion wrth gefn' },
  'week.wider': { en: 'Other readers', cy: 'Darllenwyr eraill' },
  'week.show': { en: 'Show', cy: 'Dangos' },
  'week.another': { en: 'Another period', cy: 'Cyfnod arall' },
  'week.back': { en: 'Back to the summary', cy: 'Yn ôl i’r crynodeb' },
  'week.byKind': { en: 'By kind', cy: 'Yn ôl math' },
  'week.byWay': { en: 'By way', cy: 'Yn ôl dull' },
  'week.byAge': { en: 'By age', cy: 'Yn ôl oed' },
  'week.more': { en: 'More figures', cy: 'Rhagor o ffigurau' },
  'week.counted': { en: 'What is counted', cy: 'Yr hyn a gyfrifir' },
  'week.whichTable': { en: 'Which figures?', cy: 'Pa ffigurau?' },
  'week.file': { en: 'Get a file', cy: 'Cael ffeil' },
  'week.page': { en: 'Open the page', cy: 'Agor y dudalen' },
  'week.dates': {
    en: '{from} to {to}. Counted by {day}.',
    cy: '{from} i {to}. Wedi’u cyfrif erbyn {day}.',
  },
  'week.soFar': {
    en: '{over} of its {all} weeks are over.',
    cy: 'Mae {over} o’i {all} wythnos ar ben.',
  },
  'week.received': { en: 'received', cy: 'wedi dod i law' },
  'week.change': { en: 'change on the period before', cy: 'newid ers y cyfnod blaenorol' },
  'week.inTime': { en: 'acknowledged in time', cy: 'wedi’u cydnabod mewn pryd' },
  'week.overdue': { en: 'not acknowledged, overdue', cy: 'heb eu cydnabod, yn hwyr' },
  'week.roundedHere': {
    en: 'Counts are rounded, and small ones are not shown.',
    cy: 'Mae’r niferoedd wedi’u talgrynnu, ac nid yw rhai bach yn cael eu dangos.',
  },
  'week.trend': {
    en: 'Received in each of {weeks} weeks, the oldest first: {counts}.',
    cy: 'Wedi dod i law ym mhob un o {weeks} wythnos, yr hynaf yn gyntaf: {counts}.',
  },
  'week.gap': { en: '{mark}: a week that is not shown.', cy: '{mark}: wythnos nad yw’n cael ei dangos.' },
  'week.notSafeHeading': {
    en: 'Not shown together',
    cy: 'Nid yw’r rhain yn cael eu dangos gyda’i gilydd',
  },
  'week.notSafe': {
    en: 'Beside what these readers have had before, this period could give a small number away. The nearest that can be shown:',
    cy: 'Ochr yn ochr â’r hyn y mae’r darllenwyr hyn wedi’i gael o’r blaen, gallai’r cyfnod hwn ddatgelu nifer bach. Y rhai agosaf y gellir eu dangos:',
  },
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
    en: 'Nothing of that period is over yet, or it was not counted. Please choose another.',
    cy: 'Nid oes dim o’r cyfnod hwnnw ar ben eto, neu ni chafodd ei gyfrif. Dewiswch un arall.',
  },
} as const satisfies Words<'week'>;
