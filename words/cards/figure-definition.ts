import type { Words } from '../word.ts';

/** One definition for each figure of a week, and what it is counted from, shown wherever the figure is. */
export const figureDefinitionWords = {
  'definition.received': {
    en: 'Reports received from Monday to Sunday. Adding to a report later does not count as a new report.',
    cy: 'Adroddiadau a ddaeth i law o ddydd Llun i ddydd Sul. Nid yw ychwanegu at adroddiad yn ddiweddarach yn cyfrif fel adroddiad newydd.',
  },
  'definition.kind': {
    en: 'Reports received in the week, by the heading that the person chose.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl y pennawd a ddewisodd y person.',
  },
  'definition.urgency': {
    en: 'Reports received in the week, by whether the report, or anything added to it by the time of the count, said that someone was at risk now.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl a oedd yr adroddiad, neu rywbeth a ychwanegwyd ato cyn y cyfrif, yn dweud bod rhywun mewn perygl nawr.',
  },
  'definition.mode': {
    en: 'Reports received in the week, by the way in which they were made: named, confidential, or identity not kept.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl y dull o roi gwybod: gydag enw, yn gyfrinachol, neu heb gadw hunaniaeth.',
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
    en: 'Reports received in the week, by whether a case handler had acknowledged them when the week was counted, and whether that was within the target.',
    cy: 'Adroddiadau a ddaeth i law yn yr wythnos, yn ôl a oedd swyddog achosion wedi’u cydnabod pan gafodd yr wythnos ei chyfrif, ac a oedd hynny o fewn y targed.',
  },
  'definition.open': {
    en: 'Cases still open at the end of Sunday, by the number of whole days since they were received.',
    cy: 'Achosion a oedd yn dal ar agor ar ddiwedd dydd Sul, yn ôl nifer y diwrnodau cyfan ers iddynt ddod i law.',
  },
  'definition.acknowledgedDays': {
    en: 'Cases first acknowledged in the week, and the number of whole days from the day of receipt.',
    cy: 'Achosion a gydnabuwyd gyntaf yn yr wythnos, a nifer y diwrnodau cyfan o’r dyddiad y daethant i law.',
  },
  'definition.triagedDays': {
    en: 'Cases first triaged in the week, and the number of whole days from the day of receipt to the day of triage.',
    cy: 'Achosion a frysbennwyd gyntaf yn yr wythnos, a nifer y diwrnodau cyfan o’r dyddiad y daethant i law hyd at y dyddiad brysbennu.',
  },
  'definition.category': {
    en: 'Cases first triaged in the week, by the national category that they had when the week was counted.',
    cy: 'Achosion a frysbennwyd gyntaf yn yr wythnos, yn ôl y categori cenedlaethol a oedd ganddynt pan gafodd yr wythnos ei chyfrif.',
  },
  'definition.regime': {
    en: 'Cases first triaged in the week, by the law that their data falls under.',
    cy: 'Achosion a frysbennwyd gyntaf yn yr wythnos, yn ôl y gyfraith sy’n berthnasol i’w data.',
  },
  'definition.towards': {
    en: 'Cases first triaged in the week, by whether the conduct was towards a member of the public, a colleague or both, as the case handler recorded it.',
    cy: 'Achosion a frysbennwyd gyntaf yn yr wythnos, yn ôl a oedd yr ymddygiad tuag at aelod o’r cyhoedd, tuag at gydweithiwr neu tuag at y ddau, fel y cofnododd y swyddog achosion.',
  },
  'definition.flags': {
    en: 'Cases first triaged in the week that have the flag. A case can have several, so these do not add up to a total.',
    cy: 'Achosion a frysbennwyd gyntaf yn yr wythnos ac sydd â’r fflag. Gall fod sawl un ar achos, felly nid yw’r rhain yn rhoi cyfanswm.',
  },
  'definition.notTriaged': {
    en: 'Cases open at the end of Sunday that nobody had triaged by then: they have no national category yet.',
    cy: 'Achosion ar agor ar ddiwedd dydd Sul nad oedd neb wedi’u brysbennu erbyn hynny: nid oes ganddynt gategori cenedlaethol eto.',
  },
  'definition.answeredDays': {
    en: 'Cases first answered in the week, and the number of whole days from the day of receipt. The first answer is the first message to the person who reported or, if there was none, the answer when the case was closed.',
    cy: 'Achosion a atebwyd gyntaf yn yr wythnos, a nifer y diwrnodau cyfan o’r dyddiad y daethant i law. Yr ateb cyntaf yw’r neges gyntaf at y person a roddodd wybod neu, os nad oedd un, yr ateb wrth gau’r achos.',
  },
  'definition.closedDays': {
    en: 'Cases closed in the week and still closed when it was counted, and the number of whole days from the day of receipt.',
    cy: 'Achosion a gaewyd yn yr wythnos ac a oedd yn dal ar gau pan gafodd ei chyfrif, a nifer y diwrnodau cyfan o’r dyddiad y daethant i law.',
  },
  'definition.outcome': {
    en: 'Cases closed in the week and still closed when it was counted, by how they ended.',
    cy: 'Achosion a gaewyd yn yr wythnos ac a oedd yn dal ar gau pan gafodd ei chyfrif, yn ôl sut y daethant i ben.',
  },
  'definition.referral': {
    en: 'Cases in which a decision on referral to the IOPC was made in the week and still applied when the week was counted.',
    cy: 'Achosion lle gwnaed penderfyniad am gyfeirio at yr IOPC yn yr wythnos, a hwnnw’n dal yn berthnasol pan gafodd yr wythnos ei chyfrif.',
  },
  'definition.referralDays': {
    en: 'Cases with a decision on referral to the IOPC that was made in the week and still applied when the week was counted, and the number of whole days from the day of receipt to the decision.',
    cy: 'Achosion lle gwnaed penderfyniad am gyfeirio at yr IOPC yn yr wythnos, a hwnnw’n dal yn berthnasol pan gafodd yr wythnos ei chyfrif, a nifer y diwrnodau cyfan o’r dyddiad y daethant i law hyd at y penderfyniad.',
  },
  'definition.referralOverdue': {
    en: 'Cases that should have been referred by the end of Sunday, but had not been when the week was counted.',
    cy: 'Achosion y dylid bod wedi’u cyfeirio erbyn diwedd dydd Sul, ond nad oeddent wedi’u cyfeirio pan gafodd yr wythnos ei chyfrif.',
  },
  'definition.cameBack': {
    en: 'Reports to which the person who reported added something in the week, having added nothing before. Coming back only to read is not recorded, so it is not counted.',
    cy: 'Adroddiadau y gwnaeth y person a roddodd wybod ychwanegu atynt yn yr wythnos, heb ychwanegu dim o’r blaen. Nid yw dod yn ôl dim ond i ddarllen yn cael ei gofnodi, felly nid yw’n cael ei gyfrif.',
  },
  'definition.repeatSubjects': {
    en: 'Reports that a case handler linked in the week, for the first time, with an earlier report because both are about the same person.',
    cy: 'Adroddiadau y gwnaeth swyddog achosion eu cysylltu ag adroddiad cynharach am y tro cyntaf yn yr wythnos, gan fod y ddau’n ymwneud â’r un person.',
  },
  'definition.partnerType': {
    en: 'Reports received from partner organisations, by the kind of organisation that passed them on. The counts are shown only for whole quarters and years that are over. Small counts are not shown and others are rounded, because an organisation may have only one worker.',
    cy: 'Adroddiadau a ddaeth i law gan sefydliadau partner, yn ôl y math o sefydliad a’u trosglwyddodd. Dim ond ar gyfer chwarteri a blynyddoedd cyfan sydd ar ben y dangosir y niferoedd. Nid yw niferoedd bach yn cael eu dangos ac mae’r lleill wedi’u talgrynnu, am y gall fod un gweithiwr yn unig mewn sefydliad.',
  },
  'definition.fromSession': {
    en: 'Counted from the kind of organisation that was stored with the report when it came in. An admin sets the kind when adding the organisation.',
    cy: 'Wedi’i gyfrif o’r math o sefydliad a gadwyd gyda’r adroddiad pan ddaeth i law. Gweinyddwr sy’n gosod y math wrth ychwanegu’r sefydliad.',
  },
  'definition.fromReport': {
    en: 'Counted from the report as it was sent.',
    cy: 'Wedi’i gyfrif o’r adroddiad fel y cafodd ei anfon.',
  },
  'definition.fromDays': {
    en: 'Counted from the dates that are kept with each case. No time of day is kept.',
    cy: 'Wedi’i gyfrif o’r dyddiadau a gedwir gyda phob achos. Ni chedwir amser o’r dydd.',
  },
  'definition.fromTriage': {
    en: 'Counted from what case handlers chose when they triaged the case.',
    cy: 'Wedi’i gyfrif o’r hyn a ddewisodd swyddogion achosion wrth frysbennu’r achos.',
  },
  'definition.fromDecisions': {
    en: 'Counted from the decisions that case handlers recorded on the case.',
    cy: 'Wedi’i gyfrif o’r penderfyniadau a gofnododd swyddogion achosion ar yr achos.',
  },
} as const satisfies Words<'definition'>;
