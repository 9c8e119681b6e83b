import type { Words } from '../word.ts';

/** Asking for a sealed identity, and what custodians do with what is asked for. */
export const identityRequestWords = {
  'request.heading': { en: 'The confidential identity', cy: 'Yr hunaniaeth gyfrinachol' },
  'request.waits': { en: 'Asked for', cy: 'Gofynnwyd amdani' },
  'request.intro': {
    en: 'You can ask the identity custodians for it, and say why it is needed. They see the reference number, your name and your reason, but nothing from the report. The history records what they decide.',
    cy: 'Gallwch ofyn i’r ceidwaid hunaniaeth amdani, a dweud pam mae ei hangen. Maent yn gweld y rhif cyfeirnod, eich enw a’ch rheswm, ond dim byd o’r adroddiad. Mae’r hanes yn cofnodi’r hyn a benderfynant.',
  },
  'request.reason': { en: 'Why the identity is needed', cy: 'Pam mae angen yr hunaniaeth' },
  'request.reasonHint': {
    en: 'The custodians and everyone who handles the case can read it. Write only as much about the report as the custodians need. It is encrypted on this page before it is sent.',
    cy: 'Gall y ceidwaid a phawb sy’n delio â’r achos ei ddarllen. Peidiwch ag ysgrifennu mwy am yr adroddiad nag sydd ei angen ar y ceidwaid. Caiff ei amgryptio ar y dudalen hon cyn ei anfon.',
  },
  'request.send': { en: 'Ask for the identity', cy: 'Gofyn am yr hunaniaeth' },
  'request.sending': { en: 'Asking', cy: 'Yn gofyn' },
  'request.sent': {
    en: 'The request is saved. The custodians can see it on their page.',
    cy: 'Mae’r cais wedi’i gadw. Gall y ceidwaid ei weld ar eu tudalen.',
  },
  'request.askLater': {
    en: 'You can ask again when this request has been answered or withdrawn.',
    cy: 'Gallwch ofyn eto ar ôl i’r cais hwn gael ei ateb neu ei dynnu’n ôl.',
  },
  'request.stands': {
    en: '{name} asked for the identity on {day}. A custodian will decide.',
    cy: 'Gofynnodd {name} am yr hunaniaeth ar {day}. Ceidwad fydd yn penderfynu.',
  },
  'request.agreedBy': { en: 'Agreed so far: {names}', cy: 'Wedi cytuno hyd yma: {names}' },
  'request.latest': { en: 'Latest on the identity:', cy: 'Y diweddaraf am yr hunaniaeth:' },
  'request.inHistory': {
    en: 'What the custodian wrote is in the history. Open the report to read it.',
    cy: 'Mae’r hyn a ysgrifennodd y ceidwad yn yr hanes. Agorwch yr adroddiad i’w ddarllen.',
  },
  'request.withdraw': { en: 'Withdraw the request', cy: 'Tynnu’r cais yn ôl' },
  'request.withdrawn': { en: 'The request was withdrawn.', cy: 'Tynnwyd y cais yn ôl.' },

  'request.listHeading': { en: 'Requests to decide', cy: 'Ceisiadau i’w penderfynu' },
  'request.listIntro': {
    en: 'Each is from a case handler, or from another custodian. When you read the reason, the case’s history records that.',
    cy: 'Daw pob un gan swyddog achosion, neu gan geidwad arall. Pan ddarllenwch y rheswm, caiff hynny ei gofnodi yn hanes yr achos.',
  },
  'request.none': { en: 'There are no requests.', cy: 'Nid oes unrhyw geisiadau.' },
  'request.row': {
    en: '{reference}: {name} asked on {day}',
    cy: '{reference}: gofynnodd {name} ar {day}',
  },
  'request.agreedCount': {
    en: '{count, plural, one {One custodian agreed} other {# custodians agreed}}',
    cy: '{count, plural, one {Cytunodd un ceidwad} two {Cytunodd dau geidwad} few {Cytunodd tri cheidwad} other {Cytunodd # ceidwad}}',
  },
  'request.more': {
    en: 'There are more. They appear once some of these are answered.',
    cy: 'Mae rhagor. Byddant yn ymddangos ar ôl ateb rhai o’r rhain.',
  },
  'request.again': { en: 'Refresh', cy: 'Adnewyddu' },
  'request.loading': { en: 'Loading', cy: 'Yn llwytho' },
  'request.caseHeading': { en: 'The request for {reference}', cy: 'Y cais am {reference}' },
  'request.unlockFirst': {
    en: 'Open the custodians’ key first. Nothing was recorded.',
    cy: 'Agorwch allwedd y ceidwaid yn gyntaf. Ni chofnodwyd dim.',
  },
  'request.locked': {
    en: 'Open the custodians’ key to read this.',
    cy: 'Agorwch allwedd y ceidwaid i ddarllen hyn.',
  },
  'request.wordsOf': { en: 'In the words of {name}', cy: 'Yng ngeiriau {name}' },
  'request.wordsClosed': {
    en: 'Your key does not open this text. Do not rely on it when you decide: ask the person who wrote it.',
    cy: 'Nid yw eich allwedd yn agor y testun hwn. Peidiwch â dibynnu arno wrth benderfynu: gofynnwch i’r person a’i hysgrifennodd.',
  },
  'request.decisionHint': {
    en: 'The custodians and the case handlers can read it. It is encrypted on this page before it is sent.',
    cy: 'Gall y ceidwaid a’r swyddogion achosion ei ddarllen. Caiff ei amgryptio ar y dudalen hon cyn ei anfon.',
  },
  'request.openReason': { en: 'Why you are opening it', cy: 'Pam rydych yn ei hagor' },
  'request.agreeReason': { en: 'Why you agree', cy: 'Pam rydych yn cytuno' },
  'request.refuseReason': { en: 'Why you are not sharing it', cy: 'Pam nad ydych yn ei rhannu' },
  'request.open': {
    en: 'Record and open for this request',
    cy: 'Cofnodi ac agor ar gyfer y cais hwn',
  },
  'request.agreeIntro': {
    en: 'Two custodians are needed. If you agree, another custodian can open the identity for {days, number} days.',
    cy: 'Mae angen dau geidwad. Os cytunwch, gall ceidwad arall agor yr hunaniaeth am {days, number} diwrnod.',
  },
  'request.agree': { en: 'Agree that another can open it', cy: 'Cytuno i un arall ei hagor' },
  'request.agreed': {
    en: 'You have agreed. Another custodian can now open the identity.',
    cy: 'Rydych wedi cytuno. Gall ceidwad arall agor yr hunaniaeth nawr.',
  },
  'request.ownWaits': {
    en: 'You asked for this yourself, so another custodian must decide.',
    cy: 'Chi eich hun a ofynnodd am hyn, felly rhaid i geidwad arall benderfynu.',
  },
  'request.refuse': { en: 'Refuse, or end it without sharing', cy: 'Gwrthod, neu orffen heb rannu' },
  'request.refused': {
    en: 'The request has ended, and nothing was shared. The case handlers can read why.',
    cy: 'Mae’r cais ar ben, ac ni rannwyd dim. Gall y swyddogion achosion ddarllen pam.',
  },
  'request.openHeading': {
    en: 'Open without a request: a life is at risk',
    cy: 'Agor heb gais: mae bywyd mewn perygl',
  },
  'request.forLife': {
    en: 'Use this only if a life is at risk and there is no time to wait for a request. In all other cases one person asks, and another opens the identity. The reserve officers are told at once that you opened it alone.',
    cy: 'Dim ond os oes bywyd mewn perygl, ac nad oes amser i aros am gais, y dylech ddefnyddio hyn. Ym mhob achos arall mae un person yn gofyn, ac un arall yn agor yr hunaniaeth. Caiff y swyddogion wrth gefn wybod ar unwaith eich bod wedi’i hagor ar eich pen eich hun.',
  },
  'request.withhold': {
    en: 'Do not tell the person who reported that their identity was opened. I have written above why, and who decided that.',
    cy: 'Peidio â dweud wrth y person a roddodd wybod bod ei hunaniaeth wedi’i hagor. Rwyf wedi ysgrifennu uchod pam, a phwy benderfynodd hynny.',
  },
  'request.withheld': {
    en: 'The request says not to tell the person who reported. Read why. If you open the identity for this request, they are not told.',
    cy: 'Mae’r cais yn dweud na ddylid dweud wrth y person a roddodd wybod. Darllenwch pam. Os agorwch yr hunaniaeth ar gyfer y cais hwn, ni ddywedir wrtho.',
  },
  'request.askHeading': { en: 'Ask another custodian', cy: 'Gofyn i geidwad arall' },
  'request.askIntro': {
    en: 'This force opens an identity only if someone asks for it. Say why it is needed, and another custodian will decide.',
    cy: 'Yn yr heddlu hwn, dim ond ar gais y caiff hunaniaeth ei hagor. Dywedwch pam mae ei hangen, a bydd ceidwad arall yn penderfynu.',
  },
} as const satisfies Words<'request'>;
