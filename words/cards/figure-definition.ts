import type { Words } from '../word.ts';

/** One definition for each figure of a week, and what it is counted from, shown wherever the figure is. */
export const figureDefinitionWords = {
  'definition.received': {
    en: 'Reports that came in from Monday to Sunday. What is added to a report later is no new one.',
    cy: 'Adroddiadau a ddaeth i law o ddydd Llun i ddydd Sul. Nid yw’r hyn a ychwanegir at adroddiad wedyn yn adroddiad newydd.',
  },
  'definition.kind': {
    en: 'Reports received in the week, by the heading that the person chose.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl y pennawd a ddewisodd y person.',
  },
  'definition.urgency': {
    en: 'Reports received in the week, by whether someone was said to be at risk now, in the report or in what was added by the count.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl a ddywedwyd bod rhywun mewn perygl nawr, yn yr adroddiad neu yn yr hyn a ychwanegwyd cyn y cyfrif.',
  },
  'definition.mode': {
    en: 'Reports received in the week, by whether the person gave their name, gave it in confidence, or had it not kept.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl a roddodd y person ei enw, ei roi’n gyfrinachol, neu ofyn iddo beidio â chael ei gadw.',
  },
  'definition.route': {
    en: 'Reports received in the week, by who sent them.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl pwy a’u hanfonodd.',
  },
  'definition.language': {
    en: 'Reports received in the week, by the language in which they were made.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl yr iaith y cawsant eu gwneud ynddi.',
  },
  'definition.acknowledgement': {
    en: 'Reports received in the week, by whether a handler had acknowledged them when the week was counted, and within the target.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl a oedd swyddog achosion wedi’u cydnabod pan gafodd yr wythnos ei chyfrif, ac o fewn y targed.',
  },
  'definition.open': {
    en: 'Cases not closed by the end of Sunday, by whole days since they were received.',
    cy: 'Achosion nad oeddent wedi’u cau erbyn diwedd dydd Sul, yn ôl diwrnodau cyfan ers iddynt ddod i law.',
  },
  'definition.acknowledgedDays': {
    en: 'Cases first acknowledged in the week, by whole days from the day of receipt.',
    cy: 'Achosion a gafodd eu cydnabod gyntaf yn yr wythnos, yn ôl diwrnodau cyfan o’r dyddiad y daethant i law.',
  },
  'definition.triagedDays': {
    en: 'Cases first triaged in the week, by whole days from the day of receipt.',
    cy: 'Achosion a gafodd eu brysbennu gyntaf yn yr wythnos, yn ôl diwrnodau cyfan o’r dyddiad y daethant i law.',
  },
  'definition.category': {
    en: 'Cases first triaged in the week, by the national category that stood when the week was counted.',
    cy: 'Achosion a gafodd eu brysbennu gyntaf yn yr wythnos, yn ôl y categori cenedlaethol a oedd arnynt pan gafodd yr wythnos ei chyfrif.',
  },
  'definition.regime': {
    en: 'Cases first triaged in the week, by the law that their data falls under.',
    cy: 'Achosion a gafodd eu brysbennu gyntaf yn yr wythnos, yn ôl y gyfraith sy’n berthnasol i’w data.',
  },
  'definition.towards': {
    en: 'Cases first triaged in the week, by towards whom the handler recorded it was done.',
    cy: 'Achosion a gafodd eu brysbennu gyntaf yn yr wythnos, yn ôl tuag at bwy y cofnododd y swyddog achosion y’i gwnaed.',
  },
  'definition.flags': {
    en: 'Cases first triaged in the week that bear the flag. A case can bear several, so these do not add up to a total.',
    cy: 'Achosion a gafodd eu brysbennu gyntaf yn yr wythnos ac sydd â’r fflag. Gall fod sawl un ar achos, felly nid yw’r rhain yn rhoi cyfanswm.',
  },
  'definition.notTriaged': {
    en: 'Cases open at the end of Sunday that nobody had triaged by then: they have no national category yet.',
    cy: 'Achosion ar agor ar ddiwedd dydd Sul nad oedd neb wedi’u brysbennu erbyn hynny: nid oes ganddynt gategori cenedlaethol eto.',
  },
  'definition.answeredDays': {
    en: 'Cases first answered in the week, by whole days from the day of receipt. The first message to the person who reported is the first answer, or the answer at the close where there was none before.',
    cy: 'Achosion a gafodd eu hateb gyntaf yn yr wythnos, yn ôl diwrnodau cyfan o’r dyddiad y daethant i law. Y neges gyntaf at y sawl a roddodd wybod yw’r ateb cyntaf, neu’r ateb wrth gau os nad oedd un cyn hynny.',
  },
  'definition.closedDays': {
    en: 'Cases closed in the week and still closed when it was counted, by whole days from the day of receipt.',
    cy: 'Achosion a gafodd eu cau yn yr wythnos ac a oedd yn dal ar gau pan gafodd ei chyfrif, yn ôl diwrnodau cyfan o’r dyddiad y daethant i law.',
  },
  'definition.outcome': {
    en: 'Cases closed in the week and still closed when it was counted, by how they ended.',
    cy: 'Achosion a gafodd eu cau yn yr wythnos ac a oedd yn dal ar gau pan gafodd ei chyfrif, yn ôl sut y daethant i ben.',
  },
  'definition.referral': {
    en: 'Cases of which a decision on referral to the IOPC was made in the week and stood when it was counted.',
    cy: 'Achosion lle cafodd penderfyniad am gyfeirio at yr IOPC ei wneud yn yr wythnos ac a oedd yn sefyll pan gafodd ei chyfrif.',
  },
  'definition.referralDays': {
    en: 'The same decisions, by whole days from the day of receipt.',
    cy: 'Yr un penderfyniadau, yn ôl diwrnodau cyfan o’r dyddiad y daeth yr achos i law.',
  },
  'definition.referralOverdue': {
    en: 'Cases that were to be referred by the end of Sunday, and were not when the week was counted.',
    cy: 'Achosion a oedd i’w cyfeirio erbyn diwedd dydd Sul, ac nad oeddent wedi’u cyfeirio pan gafodd yr wythnos ei chyfrif.',
  },
  'definition.cameBack': {
    en: 'Reports to which the person who made them added something, for the first time, in the week. Coming back to read is not counted, because it is not kept.',
    cy: 'Adroddiadau yr ychwanegodd y sawl a’u gwnaeth rywbeth atynt, am y tro cyntaf, yn yr wythnos. Nid yw dod yn ôl i ddarllen yn cael ei gyfrif, am nad yw’n cael ei gadw.',
  },
  'definition.repeatSubjects': {
    en: 'Reports that a handler linked in the week, for the first time, with one that came in before, because both are about the same person.',
    cy: 'Adroddiadau a gysylltodd swyddog achosion yn yr wythnos, am y tro cyntaf, ag un a ddaeth i law o’r blaen, am fod y ddau am yr un person.',
  },
  'definition.partnerType': {
    en: 'Reports received from the victims’ hub, by the kind of organisation that passed them on. It is told of whole quarters and years only, once they are over. Small counts are not shown, and others are rounded: one organisation may have one worker.',
    cy: 'Adroddiadau a ddaeth i law o’r hwb dioddefwyr, yn ôl y math o sefydliad a’u trosglwyddodd. Dim ond ar gyfer chwarteri a blynyddoedd cyfan y’i dangosir, ar ôl iddynt ddod i ben. Nid yw niferoedd bach yn cael eu dangos, ac mae’r lleill wedi’u talgrynnu: gall fod un gweithiwr yn unig mewn sefydliad.',
  },
  'definition.fromSession': {
    en: 'Counted from the kind of organisation that an admin set when the organisation was added, as it was when the report came in.',
    cy: 'Wedi’i gyfrif o’r math o sefydliad a osododd gweinyddwr pan ychwanegwyd y sefydliad, fel yr oedd pan ddaeth yr adroddiad i law.',
  },
  'definition.fromReport': {
    en: 'Counted from the report as it was sent.',
    cy: 'Wedi’i gyfrif o’r adroddiad fel y cafodd ei anfon.',
  },
  'definition.fromDays': {
    en: 'Counted from the days that are kept with each case. No time of day is kept.',
    cy: 'Wedi’i gyfrif o’r diwrnodau a gedwir gyda phob achos. Ni chedwir amser o’r dydd.',
  },
  'definition.fromTriage': {
    en: 'Counted from what handlers chose when they triaged the case.',
    cy: 'Wedi’i gyfrif o’r hyn a ddewisodd swyddogion achosion wrth frysbennu’r achos.',
  },
  'definition.fromDecisions': {
    en: 'Counted from the decisions that handlers recorded on the case.',
    cy: 'Wedi’i gyfrif o’r penderfyniadau a gofnododd swyddogion achosion ar yr achos.',
  },
} as const satisfies Words<'definition'>;
