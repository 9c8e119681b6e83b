import type { Words } from '../word.ts';

/** The words of a return: what stands beside its figures, and how each was made up. */
export const returnWords = {
  'return.sheet': { en: 'Return', cy: 'Ffurflen' },
  'return.definitions': { en: 'Definitions', cy: 'Diffiniadau' },
  'return.restricted': {
    en: 'Exact counts of the unit’s own cases, for the people who may read them and for the body that asked. Do not publish them: in most weeks a count is zero or one.',
    cy: 'Union niferoedd achosion yr uned ei hun, i’r bobl sydd â hawl i’w darllen ac i’r corff a ofynnodd amdanynt. Peidiwch â’u cyhoeddi: yn y rhan fwyaf o wythnosau, dim neu un yw’r nifer.',
  },
  'return.reserve': {
    en: 'Cases that the reserve officers handle are not included.',
    cy: 'Nid yw achosion y mae’r swyddogion wrth gefn yn delio â nhw wedi’u cynnwys.',
  },
  'return.period': { en: 'Period', cy: 'Cyfnod' },
  'return.wholeWeeks': {
    en: 'Whole weeks from Monday to Sunday. A week belongs to the quarter or year that its Thursday falls in.',
    cy: 'Wythnosau cyfan o ddydd Llun i ddydd Sul. Mae wythnos yn perthyn i’r chwarter neu’r flwyddyn y mae ei dydd Iau ynddi.',
  },
  'return.soFar': {
    en: 'The period is not complete: the figures leave out {weeks}.',
    cy: 'Nid yw’r cyfnod yn gyflawn: nid yw’r ffigurau’n cynnwys {weeks}.',
  },
  'return.firstReport': {
    en: 'No report was received in the period before the week of {week}.',
    cy: 'Ni ddaeth unrhyw adroddiad i law yn y cyfnod cyn wythnos {week}.',
  },
  'return.asAt': { en: 'As at', cy: 'Fel yr oedd ar' },
  'return.code': { en: 'Code', cy: 'Cod' },
  'return.heading': { en: 'Heading', cy: 'Pennawd' },
  'return.value': { en: 'Figure', cy: 'Ffigur' },
  'return.asked': { en: 'Definition in the return', cy: 'Diffiniad yn y ffurflen' },
  'return.askedBy': { en: 'Source of the definition', cy: 'Ffynhonnell y diffiniad' },
  'return.askedOn': { en: 'Date of the definition', cy: 'Dyddiad y diffiniad' },
  'return.told': { en: 'Candour’s figure', cy: 'Ffigur Candour' },
  'return.label': { en: 'Name of the figure', cy: 'Enw’r ffigur' },
  'return.means': { en: 'What Candour counts', cy: 'Yr hyn mae Candour yn ei gyfrif' },
  'return.countedFrom': { en: 'Counted from', cy: 'Wedi’i gyfrif o' },
  'return.computed': { en: 'How it was worked out', cy: 'Sut y cafodd ei gyfrifo' },
  'return.notes': { en: 'Notes', cy: 'Nodiadau' },
  'return.addedUp': {
    en: 'The counts of all weeks of the period, added up.',
    cy: 'Niferoedd holl wythnosau’r cyfnod, wedi’u hadio.',
  },
  'return.stood': {
    en: 'The count at the end of the last week of the period.',
    cy: 'Y nifer ar ddiwedd wythnos olaf y cyfnod.',
  },
  'return.median': {
    en: 'The median for all cases in the weeks of the period: the smallest number of days in which half of them reached this step.',
    cy: 'Y canolrif ar gyfer yr holl achosion yn wythnosau’r cyfnod: y nifer lleiaf o ddiwrnodau a gymerodd hanner ohonynt i gyrraedd y cam hwn.',
  },
  'return.percentile90': {
    en: 'The 90th percentile for all cases in the weeks of the period: the smallest number of days in which nine in ten of them reached this step.',
    cy: 'Y 90fed canradd ar gyfer yr holl achosion yn wythnosau’r cyfnod: y nifer lleiaf o ddiwrnodau a gymerodd naw o bob deg ohonynt i gyrraedd y cam hwn.',
  },
  'return.ofPeriod': { en: 'From the period itself.', cy: 'O’r cyfnod ei hun.' },
  'return.notHeld': {
    en: 'Blank: Candour does not hold this figure.',
    cy: 'Gwag: nid yw Candour yn cadw’r ffigur hwn.',
  },
  'return.lacking': {
    en: 'Blank, not zero: this was not yet being counted in {weeks}.',
    cy: 'Gwag, nid sero: nid oedd hyn yn cael ei gyfrif eto yn ystod {weeks}.',
  },
  'return.noTarget': {
    en: 'Blank, not zero: no target was set for {weeks}.',
    cy: 'Gwag, nid sero: nid oedd targed wedi’i osod ar gyfer {weeks}.',
  },
  'return.noneDone': {
    en: 'Blank: there was no case to measure in the period.',
    cy: 'Gwag: nid oedd achos i’w fesur yn y cyfnod.',
  },
  'return.longer': { en: '{days} means {days} days or more.', cy: 'Mae {days} yn golygu {days} diwrnod neu fwy.' },
  'return.weekNames': {
    en: '{count, plural, one {the week of {weeks}} other {the weeks of {weeks}}}',
    cy: '{count, plural, one {wythnos {weeks}} other {wythnosau {weeks}}}',
  },
} as const satisfies Words<'return'>;
