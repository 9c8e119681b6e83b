import type { Words } from '../word.ts';

/** The cards around the weekly summary. */
export const weeklySummaryWords = {
  'week.intro': {
    en: 'Only weeks that are over are counted.',
    cy: 'Dim ond wythnosau sydd ar ben sy’n cael eu cyfrif.',
  },
  'week.which': { en: 'Which period?', cy: 'Pa gyfnod?' },
  'week.audience': { en: 'Who is it for?', cy: 'Ar gyfer pwy?' },
  'week.acu': { en: 'Anti-Corruption Unit', cy: 'Uned Wrthlygredd' },
  'week.reserve': { en: 'Reserve officers', cy: 'Swyddogion wrth gefn' },
  'week.wider': { en: 'Wider readers', cy: 'Darllenwyr ehangach' },
  'week.show': { en: 'Show', cy: 'Dangos' },
  'week.another': { en: 'Another period', cy: 'Cyfnod arall' },
  'week.back': { en: 'Back to the summary', cy: 'Yn ôl i’r crynodeb' },
  'week.byKind': { en: 'By kind', cy: 'Yn ôl math' },
  'week.byWay': { en: 'By method of reporting', cy: 'Yn ôl dull o roi gwybod' },
  'week.byAge': { en: 'By time open', cy: 'Yn ôl amser ar agor' },
  'week.more': { en: 'More figures', cy: 'Rhagor o ffigurau' },
  'week.counted': { en: 'What is counted', cy: 'Yr hyn a gyfrifir' },
  'week.whichTable': { en: 'Which figures?', cy: 'Pa ffigurau?' },
  'week.file': { en: 'Download', cy: 'Lawrlwytho' },
  'week.page': { en: 'Open in Candour', cy: 'Agor yn Candour' },
  'week.dates': {
    en: '{dates, select, none {} other {{dates}. }}Figures as at {day}.',
    cy: '{dates, select, none {} other {{dates}. }}Ffigurau fel yr oeddent ar {day}.',
  },
  'week.soFar': { en: 'Weeks that are over: {over} of {all}.', cy: 'Wythnosau sydd ar ben: {over} o {all}.' },
  'week.received': { en: 'received', cy: 'wedi dod i law' },
  'week.change': { en: 'change from the period before', cy: 'newid o’r cyfnod blaenorol' },
  'week.inTime': { en: 'acknowledged in time', cy: 'wedi’u cydnabod mewn pryd' },
  'week.overdue': { en: 'not acknowledged, overdue', cy: 'heb eu cydnabod, yn hwyr' },
  'week.roundedHere': {
    en: 'Counts are rounded, and small ones are not shown.',
    cy: 'Mae’r niferoedd wedi’u talgrynnu, ac nid yw rhai bach yn cael eu dangos.',
  },
  'week.trend': {
    en: 'Reports received in each of {weeks} weeks, oldest first: {counts}.',
    cy: 'Adroddiadau ym mhob un o {weeks} wythnos, yr hynaf yn gyntaf: {counts}.',
  },
  'week.gap': { en: '{mark}: a week that is not shown.', cy: '{mark}: wythnos nad yw’n cael ei dangos.' },
  'week.notSafeHeading': {
    en: 'This period cannot be shown',
    cy: 'Ni ellir dangos y cyfnod hwn',
  },
  'week.notSafe': {
    en: 'Together with figures that these readers already have, this period could reveal a small number. The nearest periods that can be shown:',
    cy: 'Gyda’r ffigurau sydd gan y darllenwyr hyn eisoes, gallai’r cyfnod hwn ddatgelu nifer bach. Y cyfnodau agosaf y gellir eu dangos:',
  },
  'week.restricted': {
    en: 'For the Anti-Corruption Unit only. Do not share.',
    cy: 'Ar gyfer yr Uned Wrthlygredd yn unig. Peidiwch â’i rannu.',
  },
  'week.reserveOnly': {
    en: 'For the reserve officers only. Do not share.',
    cy: 'Ar gyfer y swyddogion wrth gefn yn unig. Peidiwch â’i rannu.',
  },
  'week.notNow': {
    en: 'This server’s clock was set a short while ago, so no new week is counted yet. Try again in half an hour.',
    cy: 'Cafodd cloc y gweinydd hwn ei osod yn ddiweddar iawn, felly ni chaiff wythnos newydd ei chyfrif am y tro. Rhowch gynnig arall arni ymhen hanner awr.',
  },
  'week.notClosed': {
    en: 'No week in that period is over yet, or the period was not counted. Choose another period.',
    cy: 'Nid oes wythnos o’r cyfnod hwnnw ar ben eto, neu ni chafodd y cyfnod ei gyfrif. Dewiswch gyfnod arall.',
  },
} as const satisfies Words<'week'>;
