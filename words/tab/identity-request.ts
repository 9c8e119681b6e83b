import type { Words } from '../word.ts';

/** Asking for a sealed identity, and what custodians do with what is asked for. */
export const identityRequestWords = {
  'request.heading': { en: 'The sealed identity', cy: 'Yr hunaniaeth a seliwyd' },
  'request.waits': { en: 'Asked for', cy: 'Gofynnwyd amdani' },
  'request.intro': {
    en: 'You can ask the identity custodians for it, and say why it is needed. They see the reference, your name and your reason, and nothing of the report. What they decide stands in the history.',
    cy: 'Gallwch ofyn i’r ceidwaid hunaniaeth amdani, a dweud pam mae ei hangen. Maent yn gweld y cyfeirnod, eich enw a’ch rheswm, a dim byd o’r adroddiad. Mae’r hyn a benderfynant yn cael ei nodi yn yr hanes.',
  },
  'request.reason': { en: 'Why the identity is needed', cy: 'Pam mae angen yr hunaniaeth' },
  'request.reasonHint': {
    en: 'The custodians and all who handle the case can read it. Write no more of the report than the custodians need. It is sealed on this page before it is sent.',
    cy: 'Gall y ceidwaid a phawb sy’n delio â’r achos ei ddarllen. Peidiwch ag ysgrifennu mwy o’r adroddiad nag sydd ei angen ar y ceidwaid. Caiff ei selio ar y dudalen hon cyn ei anfon.',
  },
  'request.send': { en: 'Ask for the identity', cy: 'Gofyn am yr hunaniaeth' },
  'request.sending': { en: 'Asking', cy: 'Yn gofyn' },
  'request.sent': {
    en: 'The request is saved. The custodians see it on their page.',
    cy: 'Mae’r cais wedi’i gadw. Mae’r ceidwaid yn ei weld ar eu tudalen.',
  },
  'request.askLater': {
    en: 'You can ask again once it is answered or withdrawn.',
    cy: 'Gallwch ofyn eto ar ôl iddo gael ei ateb neu ei dynnu’n ôl.',
  },
  'request.stands': {
    en: '{name} asked for the identity on {day}. A custodian decides.',
    cy: 'Gofynnodd {name} am yr hunaniaeth ar {day}. Ceidwad sy’n penderfynu.',
  },
  'request.agreedBy': { en: 'Agreed so far: {names}', cy: 'Wedi cytuno hyd yma: {names}' },
  'request.latest': { en: 'The latest about the identity:', cy: 'Y diweddaraf am yr hunaniaeth:' },
  'request.inHistory': {
    en: 'What the custodian wrote stands in the history. Open the report to read it.',
    cy: 'Mae’r hyn a ysgrifennodd y ceidwad yn yr hanes. Agorwch yr adroddiad i’w ddarllen.',
  },
  'request.withdraw': { en: 'Take the request back', cy: 'Tynnu’r cais yn ôl' },
  'request.withdrawn': { en: 'The request was taken back.', cy: 'Tynnwyd y cais yn ôl.' },

  'request.listHeading': { en: 'Requests that wait', cy: 'Ceisiadau sy’n aros' },
  'request.listIntro': {
    en: 'Each is from somebody who handles the case, or from another custodian. When you read the reason, that is recorded in the case’s history.',
    cy: 'Daw pob un gan rywun sy’n delio â’r achos, neu gan geidwad arall. Pan ddarllenwch y rheswm, cofnodir hynny yn hanes yr achos.',
  },
  'request.none': { en: 'No request waits.', cy: 'Nid oes cais yn aros.' },
  'request.row': {
    en: '{reference}: asked for on {day} by {name}',
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
  'request.again': { en: 'Look again', cy: 'Edrych eto' },
  'request.loading': { en: 'Looking', cy: 'Yn edrych' },
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
    en: 'These words do not open with your key. Decide nothing by them, and ask whoever wrote them.',
    cy: 'Nid yw’r geiriau hyn yn agor â’ch allwedd chi. Peidiwch â phenderfynu dim ar eu sail, a holwch y sawl a’u hysgrifennodd.',
  },
  'request.decisionHint': {
    en: 'The custodians and those who handle the case can read it. It is sealed on this page before it is sent.',
    cy: 'Gall y ceidwaid a’r rhai sy’n delio â’r achos ei ddarllen. Caiff ei selio ar y dudalen hon cyn ei anfon.',
  },
  'request.openReason': { en: 'Why you open it', cy: 'Pam yr ydych yn ei hagor' },
  'request.agreeReason': { en: 'Why you agree', cy: 'Pam yr ydych yn cytuno' },
  'request.refuseReason': { en: 'Why it is not shared', cy: 'Pam na chaiff ei rhannu' },
  'request.open': {
    en: 'Record and open for this request',
    cy: 'Cofnodi ac agor ar gyfer y cais hwn',
  },
  'request.agreeIntro': {
    en: 'It takes two custodians. If you agree, another can open the identity for {days, number} days.',
    cy: 'Mae angen dau geidwad. Os cytunwch, gall un arall agor yr hunaniaeth am {days, number} diwrnod.',
  },
  'request.agree': { en: 'Agree that another opens it', cy: 'Cytuno i un arall ei hagor' },
  'request.agreed': {
    en: 'You agreed. Another custodian can open the identity now.',
    cy: 'Rydych wedi cytuno. Gall ceidwad arall agor yr hunaniaeth nawr.',
  },
  'request.ownWaits': {
    en: 'You asked for this yourself. It needs another custodian.',
    cy: 'Chi eich hun a ofynnodd am hyn. Mae angen ceidwad arall.',
  },
  'request.refuse': { en: 'Refuse, or end it without sharing', cy: 'Gwrthod, neu orffen heb rannu' },
  'request.refused': {
    en: 'The request has ended, and nothing was shared. Those who handle the case can read why.',
    cy: 'Mae’r cais ar ben, ac ni rannwyd dim. Gall y rhai sy’n delio â’r achos ddarllen pam.',
  },
  'request.openHeading': {
    en: 'Open without a request: a life is at risk',
    cy: 'Agor heb gais: mae bywyd mewn perygl',
  },
  'request.forLife': {
    en: 'Only if a life is at risk, and nobody can wait for a request. In all other cases somebody asks, and another person opens. The reserve is told at once that you opened it alone.',
    cy: 'Dim ond os oes bywyd mewn perygl ac na ellir aros am gais. Ym mhob achos arall mae rhywun yn gofyn, a pherson arall yn agor. Dywedir wrth y swyddogion wrth gefn ar unwaith i chi ei hagor ar eich pen eich hun.',
  },
  'request.withhold': {
    en: 'Do not tell the person who reported that their identity was opened. I have written above why, and who decided that.',
    cy: 'Peidio â dweud wrth y sawl a roddodd wybod bod ei hunaniaeth wedi’i hagor. Rwyf wedi ysgrifennu uchod pam, a phwy benderfynodd hynny.',
  },
  'request.withheld': {
    en: 'The request says that the person who reported is not to be told. Read why. If you open it for this request, they are not told.',
    cy: 'Mae’r cais yn dweud na ddylid dweud wrth y sawl a roddodd wybod. Darllenwch pam. Os agorwch yr hunaniaeth ar gyfer y cais hwn, ni ddywedir wrtho.',
  },
  'request.askHeading': { en: 'Ask another custodian', cy: 'Gofyn i geidwad arall' },
  'request.askIntro': {
    en: 'Here an identity opens only for a request. Say why it is needed, and another custodian decides.',
    cy: 'Yma dim ond ar gyfer cais y mae hunaniaeth yn agor. Dywedwch pam mae ei hangen, a bydd ceidwad arall yn penderfynu.',
  },
} as const satisfies Words<'request'>;
