import type { Words } from '../word.ts';

/** The words about what the reserve is told of cases of the unit. */
export const oversightWords = {
  'oversight.intro': {
    en: 'Here you see what one person in the unit did alone: for example, removing a colleague’s access, closing a case that nobody else had read to its end, or exporting a whole case or one of its files. A case also appears here if you are asked to agree to something, if nobody in the unit can see the case, or if a custodian opens the identity of someone who reported in confidence. You see the action, but nothing of the report.',
    cy: 'Yma fe welwch yr hyn a wnaeth un person o’r uned ar ei ben ei hun: er enghraifft, tynnu mynediad cydweithiwr, cau achos nad oedd neb arall wedi’i ddarllen i’r diwedd, neu allforio achos cyfan neu ffeil ohono. Mae achos hefyd yn ymddangos yma os gofynnir i chi gytuno i rywbeth, os na all neb o’r uned weld yr achos, neu os yw ceidwad yn agor hunaniaeth rhywun a roddodd wybod yn gyfrinachol. Rydych yn gweld yr hyn a wnaed, ond dim o’r adroddiad.',
  },
  'oversight.recorded': {
    en: 'When you open a case here, its history records that you looked, and the unit can see that.',
    cy: 'Pan agorwch achos yma, mae ei hanes yn cofnodi eich bod wedi edrych, a gall yr uned weld hynny.',
  },
  'oversight.none': {
    en: 'There is nothing to review.',
    cy: 'Nid oes dim i’w adolygu.',
  },
  'oversight.list': { en: 'Cases, newest report first', cy: 'Achosion, yr adroddiad diweddaraf yn gyntaf' },
  'oversight.row': { en: '{reference}: you were told on {day}', cy: '{reference}: cawsoch wybod ar {day}' },
  'oversight.isNew': {
    en: 'No reserve officer has looked yet',
    cy: 'Nid oes yr un swyddog wrth gefn wedi edrych eto',
  },
  'oversight.more': { en: 'Show more', cy: 'Dangos rhagor' },
  'oversight.loading': { en: 'Loading', cy: 'Yn llwytho' },
  'oversight.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'oversight.heading': { en: 'Case {reference}', cy: 'Achos {reference}' },
  'oversight.reason': { en: 'Reason', cy: 'Rheswm' },
  'oversight.reasonLocked': {
    en: 'A reason was given. Open the reserve officers’ key to read it.',
    cy: 'Rhoddwyd rheswm. Agorwch allwedd y swyddogion wrth gefn i’w ddarllen.',
  },
  'oversight.reasonClosed': {
    en: 'A reason was given, but it does not open with the reserve officers’ key. Ask the person who did this.',
    cy: 'Rhoddwyd rheswm, ond nid yw’n agor gydag allwedd y swyddogion wrth gefn. Gofynnwch i’r person a wnaeth hyn.',
  },
  'oversight.lowerHeading': {
    en: 'Agree that a case is no longer urgent',
    cy: 'Cytuno nad yw achos yn un brys mwyach',
  },
  'oversight.lowerIntro': {
    en: '{who} asks you to agree that this case is no longer urgent. If you agree, its urgency is lowered at once.',
    cy: 'Mae {who} yn gofyn i chi gytuno nad yw’r achos hwn yn un brys mwyach. Os ydych yn cytuno, caiff ei lefel brys ei gostwng ar unwaith.',
  },
  'oversight.agreeHeading': { en: 'Agree to close this case', cy: 'Cytuno i gau’r achos hwn' },
  'oversight.agreeIntro': {
    en: '{who} asks you to agree to close this case: {outcome}. It is urgent, may be abuse of position, or someone decided not to refer it, so one person cannot close it alone. Read the reason, and ask about it if it does not convince you. If you do not agree, do nothing: the case stays open.',
    cy: 'Mae {who} yn gofyn i chi gytuno i gau’r achos hwn: {outcome}. Mae’n un brys, gall fod yn gamddefnydd o swydd, neu penderfynwyd peidio â’i gyfeirio, felly ni all un person ei gau ar ei ben ei hun. Darllenwch y rheswm, a holwch amdano os nad yw’n eich argyhoeddi. Os nad ydych yn cytuno, peidiwch â gwneud dim: bydd yr achos yn aros ar agor.',
  },
  'oversight.takeOverHeading': {
    en: 'Nobody in the unit can see this case',
    cy: 'Ni all neb o’r uned weld yr achos hwn',
  },
  'oversight.takeOverIntro': {
    en: 'Everyone who handles the unit’s cases has had their access to this case removed, or has left. Two of you can take it over: one asks, and another agrees. Nobody’s access is restored by this. What was encrypted for the unit opens with the recovery key.',
    cy: 'Mae mynediad pawb sy’n delio ag achosion yr uned at yr achos hwn wedi’i dynnu, neu maent wedi gadael. Gall dau ohonoch ei gymryd drosodd: mae un yn gofyn, ac un arall yn cytuno. Nid yw hyn yn adfer mynediad neb. Mae’r hyn a amgryptiwyd ar gyfer yr uned yn agor gyda’r allwedd adfer.',
  },
  'oversight.takeOverAsked': {
    en: '{who} asked for this. Read the reason before you agree. If you do not agree, do nothing.',
    cy: 'Gofynnodd {who} am hyn. Darllenwch y rheswm cyn cytuno. Os nad ydych yn cytuno, peidiwch â gwneud dim.',
  },
  'oversight.takeOverWaits': {
    en: 'You asked for this. Another reserve officer must agree.',
    cy: 'Chi a ofynnodd am hyn. Rhaid i swyddog wrth gefn arall gytuno.',
  },
  'oversight.takeOverAsk': { en: 'Ask to take over the case', cy: 'Gofyn am gymryd yr achos drosodd' },
  'oversight.takeOverAgree': { en: 'Agree to take over the case', cy: 'Cytuno i gymryd yr achos drosodd' },
  'oversight.takeOverAskSaved': {
    en: 'Your request is recorded. Another reserve officer must agree.',
    cy: 'Mae eich cais wedi’i gofnodi. Rhaid i swyddog wrth gefn arall gytuno.',
  },
  'oversight.takenOver': {
    en: 'The case is now with the reserve officers. It is in your list of cases.',
    cy: 'Mae’r achos gyda’r swyddogion wrth gefn nawr. Mae yn eich rhestr o achosion.',
  },
  'oversight.eventAsked': {
    en: '{who} asked for the reserve officers to take over the case, because nobody in the unit can see it.',
    cy: 'Gofynnodd {who} i’r swyddogion wrth gefn gymryd yr achos drosodd, gan na all neb o’r uned ei weld.',
  },
  'oversight.eventTakenOver': {
    en: '{who} agreed that the reserve officers should take over the case, because nobody in the unit can see it.',
    cy: 'Cytunodd {who} i’r swyddogion wrth gefn gymryd yr achos drosodd, gan na all neb o’r uned ei weld.',
  },
  'oversight.whatNow': {
    en: 'If this is not clear to you, ask the person named, or their manager. If a colleague’s access was removed unnecessarily, restore it: the colleague can then see the case and reopen it.',
    cy: 'Os nad yw hyn yn glir i chi, gofynnwch i’r person a enwir, neu i’w reolwr. Os cafodd mynediad cydweithiwr ei dynnu heb fod angen, adferwch ef: bydd y cydweithiwr wedyn yn gweld yr achos, a gall ei ailagor.',
  },
} as const satisfies Words<'oversight'>;
