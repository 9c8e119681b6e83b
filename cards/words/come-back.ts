import type { Words } from './word.ts';

/** The cards of somebody who comes back with a code. */
export const comeBackWords = {
  'comeBack.enterIntro': {
    en: 'Type the return code that you wrote down. Spaces, hyphens and capital letters do not matter.',
    cy: 'Teipiwch y cod dychwelyd a ysgrifennoch. Nid oes ots am fylchau, cysylltnodau na phriflythrennau.',
  },
  'comeBack.code': { en: 'Return code', cy: 'Cod dychwelyd' },
  'comeBack.caseHeading': { en: 'Your report', cy: 'Eich adroddiad' },
  'comeBack.isSaved': { en: 'Your report is saved.', cy: 'Mae eich adroddiad wedi’i gadw.' },
  'comeBack.receivedOn': { en: 'It was received on {day}.', cy: 'Fe’i derbyniwyd ar {day}.' },
  'comeBack.standsHeading': { en: 'Where it stands', cy: 'Y sefyllfa ar hyn o bryd' },
  'comeBack.statusReceived': {
    en: 'Received. It waits to be looked at.',
    cy: 'Wedi’i dderbyn. Mae’n aros i rywun edrych arno.',
  },
  'comeBack.statusAcknowledged': {
    en: 'Seen by those who deal with it.',
    cy: 'Wedi’i weld gan y rhai sy’n delio ag ef.',
  },
  'comeBack.statusTriaged': { en: 'Read and assessed.', cy: 'Wedi’i ddarllen a’i asesu.' },
  'comeBack.statusInProgress': { en: 'Being dealt with.', cy: 'Yn cael ei drin.' },
  'comeBack.statusAwaitingReporter': { en: 'Waiting to hear from you.', cy: 'Yn aros i glywed gennych chi.' },
  'comeBack.statusClosed': { en: 'Closed.', cy: 'Wedi’i gau.' },
  'comeBack.statusReopened': { en: 'Opened again.', cy: 'Wedi’i ailagor.' },
  'comeBack.additions': {
    en: '{count, plural, =0 {You have added nothing to it so far.} one {You have added to it once.} other {You have added to it # times.}}',
    cy: '{count, plural, =0 {Nid ydych wedi ychwanegu dim ato hyd yma.} one {Rydych wedi ychwanegu ato unwaith.} two {Rydych wedi ychwanegu ato ddwywaith.} few {Rydych wedi ychwanegu ato deirgwaith.} other {Rydych wedi ychwanegu ato # gwaith.}}',
  },
  'comeBack.addition': { en: 'Add to your report', cy: 'Ychwanegu at eich adroddiad' },
  'comeBack.add': { en: 'Add', cy: 'Ychwanegu' },
  'comeBack.draftHeading': { en: 'Your report is not sent yet', cy: 'Nid yw eich adroddiad wedi’i anfon eto' },
  'comeBack.draft': {
    en: 'What you wrote is kept until {day} and then deleted. You can go on with it now.',
    cy: 'Caiff yr hyn a ysgrifennoch ei gadw tan {day} ac yna ei ddileu. Gallwch fynd ymlaen ag ef nawr.',
  },
  'comeBack.resume': { en: 'Go on with it', cy: 'Mynd ymlaen ag ef' },
  'comeBack.discard': { en: 'Delete it', cy: 'Ei ddileu' },
  'comeBack.addedHeading': { en: 'Your addition is saved', cy: 'Mae eich ychwanegiad wedi’i gadw' },
  'comeBack.added': {
    en: 'It stands with your report, sealed in the same way. Those who deal with it are told that something was added.',
    cy: 'Mae gyda’ch adroddiad, wedi’i selio yn yr un modd. Dywedir wrth y rhai sy’n delio ag ef fod rhywbeth wedi’i ychwanegu.',
  },
  'comeBack.another': { en: 'Add something more', cy: 'Ychwanegu rhywbeth arall' },
  'comeBack.discardedHeading': { en: 'It is deleted', cy: 'Mae wedi’i ddileu' },
  'comeBack.discarded': {
    en: 'What you wrote is gone and nothing was sent. You can report at any time.',
    cy: 'Mae’r hyn a ysgrifennoch wedi mynd ac ni anfonwyd dim. Gallwch roi gwybod ar unrhyw adeg.',
  },
} as const satisfies Words<'comeBack'>;
