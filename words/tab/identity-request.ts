import type { Words } from '../word.ts';

/** Asking for a sealed identity, and what custodians do with what is asked for. */
export const identityRequestWords = {
  'request.heading': { en: 'The confidential identity', cy: 'Yr hunaniaeth gyfrinachol' },
  'request.waits': { en: 'Requested', cy: 'Gofynnwyd amdani' },
  'request.intro': {
    en: 'You can ask the identity custodians for the identity of the person who reported, and say why it is needed. They see the reference number, your name and your reason, but nothing from the report. The history records what they decide.',
    cy: 'Gallwch ofyn i’r ceidwaid hunaniaeth am hunaniaeth y person a roddodd wybod, a dweud pam mae ei hangen. Maent yn gweld y rhif cyfeirnod, eich enw a’ch rheswm, ond dim byd o’r adroddiad. Mae’r hanes yn cofnodi’r hyn a benderfynant.',
  },
  'request.reason': { en: 'Why the identity is needed', cy: 'Pam mae angen yr hunaniaeth' },
  'request.reasonHint': {
    en: 'The custodians and everyone who handles the case can read your reason. Write only as much about the report as the custodians need. Your reason is encrypted on this page before it is sent.',
    cy: 'Gall y ceidwaid a phawb sy’n delio â’r achos ddarllen eich rheswm. Peidiwch ag ysgrifennu mwy am yr adroddiad nag sydd ei angen ar y ceidwaid. Caiff eich rheswm ei amgryptio ar y dudalen hon cyn ei anfon.',
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
    en: 'What the custodian wrote is in the history. To read it, open the report.',
    cy: 'Mae’r hyn a ysgrifennodd y ceidwad yn yr hanes. I’w ddarllen, agorwch yr adroddiad.',
  },
  'request.withdraw': { en: 'Withdraw the request', cy: 'Tynnu’r cais yn ôl' },
  'request.withdrawn': { en: 'The request was withdrawn.', cy: 'Tynnwyd y cais yn ôl.' },

  'request.listHeading': { en: 'Requests to decide', cy: 'Ceisiadau i benderfynu arnynt' },
  'request.listIntro': {
    en: 'Each request is from a case handler or a custodian. When you read the reason, the case’s history records that.',
    cy: 'Daw pob cais gan swyddog achosion neu geidwad. Pan ddarllenwch y rheswm, caiff hynny ei gofnodi yn hanes yr achos.',
  },
  'request.none': { en: 'There are no requests.', cy: 'Nid oes unrhyw geisiadau.' },
  'request.row': {
    en: '{reference}: {name} asked on {day}',
    cy: '{reference}: gofynnodd {name} ar {day}',
  },
  'request.agreedCount': {
    en: '{count, plural, one {One custodian agreed} other {# custodians agreed}}',
    cy: '{count, plural, one {Cytunodd un ceidwad} two {Cytunodd dau geidwad} few {Cytunodd tri cheidwad} many {Cytunodd chwe cheidwad} other {Cytunodd # ceidwad}}',
  },
  'request.more': {
    en: 'There are more requests. They appear once some of these are answered.',
    cy: 'Mae rhagor o geisiadau. Byddant yn ymddangos ar ôl ateb rhai o’r rhain.',
  },
  'request.again': { en: 'Refresh', cy: 'Adnewyddu' },
  'request.loading': { en: 'Loading', cy: 'Yn llwytho' },
  'request.caseHeading': { en: 'The request in case {reference}', cy: 'Y cais yn achos {reference}' },
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
    en: 'Your key does not open this text. Before you decide, ask the person who wrote it.',
    cy: 'Nid yw eich allwedd yn agor y testun hwn. Cyn penderfynu, gofynnwch i’r person a’i hysgrifennodd.',
  },
  'request.decisionHint': {
    en: 'The custodians and the case handlers can read your reason. It is encrypted on this page before it is sent.',
    cy: 'Gall y ceidwaid a’r swyddogion achosion ddarllen eich rheswm. Caiff ei amgryptio ar y dudalen hon cyn ei anfon.',
  },
  'request.openReason': { en: 'Why you are opening the identity', cy: 'Pam rydych yn agor yr hunaniaeth' },
  'request.agreeReason': { en: 'Why you agree', cy: 'Pam rydych yn cytuno' },
  'request.refuseReason': { en: 'Why you are not sharing the identity', cy: 'Pam nad ydych yn rhannu’r hunaniaeth' },
  'request.open': {
    en: 'Record and open for this request',
    cy: 'Cofnodi ac agor ar gyfer y cais hwn',
  },
  'request.agreeIntro': {
    en: 'Two custodians are needed. If you agree, another custodian has {days, number} days to open the identity.',
    cy: 'Mae angen dau geidwad. Os cytunwch, bydd gan geidwad arall {days, number} diwrnod i agor yr hunaniaeth.',
  },
  'request.agree': { en: 'Agree to the request', cy: 'Cytuno i’r cais' },
  'request.agreed': {
    en: 'You have agreed. Another custodian can now open the identity.',
    cy: 'Rydych wedi cytuno. Gall ceidwad arall agor yr hunaniaeth nawr.',
  },
  'request.ownWaits': {
    en: 'You asked for this yourself, so another custodian must decide.',
    cy: 'Chi eich hun a ofynnodd am hyn, felly rhaid i geidwad arall benderfynu.',
  },
  'request.refuse': { en: 'Refuse or end the request', cy: 'Gwrthod neu derfynu’r cais' },
  'request.refused': {
    en: 'The request has ended, and nothing was shared. The case handlers can read why.',
    cy: 'Mae’r cais wedi dod i ben, ac ni rannwyd dim. Gall y swyddogion achosion ddarllen pam.',
  },
  'request.openHeading': {
    en: 'Open without a request: a life is at risk',
    cy: 'Agor heb gais: mae bywyd mewn perygl',
  },
  'request.forLife': {
    en: 'Use this only if a life is at risk and there is no time to wait for a request. Otherwise, one person asks and another opens the identity. The reserve officers are told at once that you opened it alone.',
    cy: 'Dim ond os oes bywyd mewn perygl, ac nad oes amser i aros am gais, y dylech ddefnyddio hyn. Fel arall, mae un person yn gofyn ac un arall yn agor yr hunaniaeth. Caiff y swyddogion wrth gefn wybod ar unwaith eich bod wedi’i hagor ar eich pen eich hun.',
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
