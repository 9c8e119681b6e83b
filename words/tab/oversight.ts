import type { Words } from '../word.ts';

/** The words about what the reserve is told of cases of the unit. */
export const oversightWords = {
  'oversight.intro': {
    en: 'What one person of the unit did to a case alone: shutting a colleague out, closing a case that nobody else had read to its end, or exporting the whole of one, or a file of it. You also see it if you are asked to agree to an end, and each time a custodian opened who reported in confidence. You see that, and nothing of what was reported.',
    cy: 'Yr hyn a wnaeth un person o’r uned i achos ar ei ben ei hun: cau cydweithiwr allan, cau achos nad oedd neb arall wedi’i ddarllen i’r diwedd, neu allforio achos cyfan, neu ffeil ohono. Rydych hefyd yn ei weld os gofynnir i chi gytuno i gau achos, a phob tro yr agorodd ceidwad pwy a roddodd wybod yn gyfrinachol. Rydych yn gweld hynny, ond dim o’r hyn a adroddwyd.',
  },
  'oversight.recorded': {
    en: 'The case’s history records that you looked, and the unit can see that.',
    cy: 'Mae hanes yr achos yn cofnodi eich bod wedi edrych, a gall yr uned weld hynny.',
  },
  'oversight.none': {
    en: 'The reserve has been told of nothing.',
    cy: 'Ni ddywedwyd dim wrth y swyddogion wrth gefn.',
  },
  'oversight.list': { en: 'Cases, the newest report first', cy: 'Achosion, yr adroddiad diweddaraf yn gyntaf' },
  'oversight.row': { en: '{reference}, told on {day}', cy: '{reference}, dywedwyd ar {day}' },
  'oversight.isNew': {
    en: 'Nobody of the reserve has looked yet',
    cy: 'Nid oes neb o’r swyddogion wrth gefn wedi edrych eto',
  },
  'oversight.more': { en: 'Show more', cy: 'Dangos rhagor' },
  'oversight.loading': { en: 'Loading', cy: 'Yn llwytho' },
  'oversight.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'oversight.heading': { en: 'Case {reference}', cy: 'Achos {reference}' },
  'oversight.reason': { en: 'Reason', cy: 'Rheswm' },
  'oversight.reasonLocked': {
    en: 'A reason was given. Open the reserve’s key to read it.',
    cy: 'Rhoddwyd rheswm. Agorwch allwedd y swyddogion wrth gefn i’w ddarllen.',
  },
  'oversight.reasonClosed': {
    en: 'A reason was given, and it does not open with the reserve’s key. Ask whoever did this.',
    cy: 'Rhoddwyd rheswm, ond nid yw’n agor gydag allwedd y swyddogion wrth gefn. Gofynnwch i’r sawl a wnaeth hyn.',
  },
  'oversight.lowerHeading': {
    en: 'Agree that a case is no longer urgent',
    cy: 'Cytuno nad yw achos yn un brys mwyach',
  },
  'oversight.lowerIntro': {
    en: '{who} asks that this case be no longer urgent. If you agree, it is lowered at once.',
    cy: 'Mae {who} yn gofyn am beidio â chadw’r achos hwn yn un brys. Os ydych yn cytuno, caiff ei ostwng ar unwaith.',
  },
  'oversight.agreeHeading': { en: 'Agree to the end of this case', cy: 'Cytuno i gau’r achos hwn' },
  'oversight.agreeIntro': {
    en: '{who} asks you to agree that this case is closed: {outcome}. It is urgent, may be abuse of position, or was decided not to be referred, so one person does not close it alone. Read the reason, and ask about it if it does not convince you. If you do not agree, do nothing: the case stays open.',
    cy: 'Mae {who} yn gofyn i chi gytuno y caiff yr achos hwn ei gau: {outcome}. Mae’n un brys, gall fod yn gamddefnydd o swydd, neu penderfynwyd peidio â’i gyfeirio, felly nid yw un person yn ei gau ar ei ben ei hun. Darllenwch y rheswm, a holwch amdano os nad yw’n eich argyhoeddi. Os nad ydych yn cytuno, peidiwch â gwneud dim: mae’r achos yn aros ar agor.',
  },
  'oversight.takeOverHeading': {
    en: 'Nobody of the unit may see this case',
    cy: 'Ni chaiff neb o’r uned weld yr achos hwn',
  },
  'oversight.takeOverIntro': {
    en: 'All who handle cases of the unit are shut out of it, or have left. Two of you can take it over: one asks, and another agrees. Those who are shut out stay so. What was sealed to the unit opens with the recovery key.',
    cy: 'Mae pawb sy’n delio ag achosion yr uned wedi’u cau allan ohono, neu wedi gadael. Gall dau ohonoch ei gymryd drosodd: mae un yn gofyn, ac un arall yn cytuno. Mae’r rhai sydd wedi’u cau allan yn aros felly. Mae’r hyn a seliwyd i’r uned yn agor gyda’r allwedd adfer.',
  },
  'oversight.takeOverAsked': {
    en: '{who} asked for this. Read the reason before you agree. If you do not agree, do nothing.',
    cy: 'Gofynnodd {who} am hyn. Darllenwch y rheswm cyn cytuno. Os nad ydych yn cytuno, peidiwch â gwneud dim.',
  },
  'oversight.takeOverWaits': {
    en: 'You asked for this. Another person of the reserve has to agree.',
    cy: 'Gofynasoch am hyn. Rhaid i swyddog wrth gefn arall gytuno.',
  },
  'oversight.takeOverAsk': { en: 'Ask to take it over', cy: 'Gofyn am ei gymryd drosodd' },
  'oversight.takeOverAgree': { en: 'Agree to take it over', cy: 'Cytuno i’w gymryd drosodd' },
  'oversight.takeOverAskSaved': {
    en: 'It is recorded that you asked. Another person of the reserve has to agree.',
    cy: 'Cofnodwyd eich bod wedi gofyn. Rhaid i swyddog wrth gefn arall gytuno.',
  },
  'oversight.takenOver': {
    en: 'The case is with the reserve now, among your cases.',
    cy: 'Mae’r achos gyda’r swyddogion wrth gefn nawr, ymhlith eich achosion.',
  },
  'oversight.eventAsked': {
    en: '{who} asked that the reserve take the case over, since nobody of the unit may see it.',
    cy: 'Gofynnodd {who} i’r swyddogion wrth gefn gymryd yr achos drosodd, gan na chaiff neb o’r uned ei weld.',
  },
  'oversight.eventTakenOver': {
    en: 'The case went to the reserve: {who} agreed, since nobody of the unit may see it.',
    cy: 'Aeth yr achos at y swyddogion wrth gefn: cytunodd {who}, gan na chaiff neb o’r uned ei weld.',
  },
  'oversight.whatNow': {
    en: 'Ask the person named, or their manager, where this is not plain to you. If a colleague was shut out without need, let them in again: they then see the case, and can reopen it.',
    cy: 'Gofynnwch i’r person a enwir, neu i’w reolwr, lle nad yw hyn yn glir i chi. Os caewyd cydweithiwr allan heb fod angen, gadewch iddo ddod yn ôl: bydd wedyn yn gweld yr achos, a gall ei ailagor.',
  },
} as const satisfies Words<'oversight'>;
