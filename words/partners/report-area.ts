import type { Words } from '../word.ts';

/** Everything around the cards of the partners' page, once somebody is signed in. */
export const reportAreaWords = {
  'inside.intro': {
    en: 'What you type is encrypted on this page before it is sent. Only the people it is meant for can open it.',
    cy: 'Caiff yr hyn a deipiwch ei amgryptio ar y dudalen hon cyn ei anfon. Dim ond y bobl y mae ar eu cyfer a all ei agor.',
  },
  'inside.staff': {
    en: 'If you work for the police, report through Candour in Teams instead: the rules there on conflicts of interest apply to you.',
    cy: 'Os ydych yn gweithio i’r heddlu, rhowch wybod drwy Candour yn Teams yn lle hynny: mae’r rheolau sydd yno ar wrthdaro buddiannau yn berthnasol i chi.',
  },
  'inside.begin': { en: 'Pass on what someone told you', cy: 'Trosglwyddo’r hyn a ddywedodd rhywun' },
  'inside.comeBack': { en: 'Come back with a code', cy: 'Dod yn ôl gyda chod' },
  'inside.paperHeading': { en: 'Paper form', cy: 'Ffurflen bapur' },
  'inside.paper': {
    en: 'If you might be without internet, print the questions beforehand. Keep completed forms locked away.',
    cy: 'Os gallech fod heb y rhyngrwyd, argraffwch y cwestiynau ymlaen llaw. Cadwch ffurflenni wedi’u llenwi dan glo.',
  },
  'inside.paperType': {
    en: 'When you are back online, choose “Pass on what someone told you” and type the form in: the first card asks when it was filled in. Then destroy the form.',
    cy: 'Pan fyddwch ar-lein eto, dewiswch “Trosglwyddo’r hyn a ddywedodd rhywun” a theipiwch y ffurflen: mae’r cerdyn cyntaf yn gofyn pryd y cafodd ei llenwi. Yna dinistriwch hi.',
  },
  'inside.paperMake': { en: 'Save the form as a PDF', cy: 'Cadw’r ffurflen fel PDF' },
  'inside.paperMaking': { en: 'Making the form', cy: 'Yn gwneud y ffurflen' },
  'inside.paperMade': { en: 'The form is saved as {name}.', cy: 'Mae’r ffurflen wedi’i chadw fel {name}.' },
  'inside.paperFailed': {
    en: 'The form could not be made. Try again in a moment.',
    cy: 'Nid oedd modd gwneud y ffurflen. Rhowch gynnig arall arni ymhen eiliad.',
  },
  'inside.busy': { en: 'One moment', cy: 'Arhoswch eiliad' },
  'inside.over': {
    en: 'Finished. Nothing is kept on this page.',
    cy: 'Wedi gorffen. Nid oes dim yn cael ei gadw ar y dudalen hon.',
  },
  'inside.stop': { en: 'Stop', cy: 'Stopio' },
  'inside.roomLeft': {
    en: '{by, plural, one {# character} other {# characters}} left',
    cy: '{by, number} nod ar ôl',
  },
  'inside.roomOver': {
    en: '{by, plural, one {# character} other {# characters}} too long. Nothing is cut off.',
    cy: '{by, number} nod yn rhy hir. Ni chaiff dim ei dorri.',
  },
  'inside.code': { en: 'Return code', cy: 'Cod dychwelyd' },
  'inside.codeCopy': { en: 'Copy the code', cy: 'Copïo’r cod' },
  'inside.codePrint': { en: 'Print only the code', cy: 'Argraffu’r cod yn unig' },
  'inside.codeHint': {
    en: 'A printer or clipboard can keep a copy of the code. Writing it down leaves the least behind.',
    cy: 'Gall argraffydd neu glipfwrdd gadw copi o’r cod. Ei ysgrifennu sy’n gadael y lleiaf ar ôl.',
  },
  'inside.codeCopied': {
    en: 'The code is copied. It stays in the clipboard until you copy something else.',
    cy: 'Mae’r cod wedi’i gopïo. Bydd yn aros yn y clipfwrdd nes i chi gopïo rhywbeth arall.',
  },
  'inside.codeByHand': {
    en: 'The code could not be copied. Copy it from the field below, or write it down.',
    cy: 'Nid oedd modd copïo’r cod. Copïwch ef o’r maes isod, neu ysgrifennwch ef.',
  },
  'inside.forUnit': { en: 'Anti-Corruption Unit', cy: 'Yr Uned Wrthlygredd' },
  'inside.forRecovery': { en: 'Recovery key', cy: 'Allwedd adfer' },
  'inside.forReserve': { en: 'Reserve officers, outside the unit', cy: 'Swyddogion wrth gefn, y tu allan i’r uned' },
  'inside.noAnswer': {
    en: 'There was no answer. What you typed is still here. Try again in a moment.',
    cy: 'Ni ddaeth ateb. Mae’r hyn rydych wedi’i deipio yma o hyd. Rhowch gynnig arall arni ymhen eiliad.',
  },
  'inside.tooOften': {
    en: 'Candour had too many requests in a short time, so nothing was done. What you typed is still here. Wait a few seconds and try again.',
    cy: 'Daeth gormod o geisiadau mewn amser byr, felly ni wnaed dim. Mae’r hyn rydych wedi’i deipio yma o hyd. Arhoswch ychydig eiliadau a rhowch gynnig arall arni.',
  },
  'inside.notSignedIn': {
    en: 'You are signed out, so nothing was done. What you typed is still here: sign in and try again.',
    cy: 'Rydych wedi’ch allgofnodi, felly ni wnaed dim. Mae’r hyn rydych wedi’i deipio yma o hyd: mewngofnodwch a rhowch gynnig arall arni.',
  },
  'inside.listRefused': {
    en: 'This page cannot check that what you write would go to the right people, so it has stopped. Nothing was sent. Phone your contact at the force. If someone is in danger, call 999.',
    cy: 'Ni all y dudalen hon wirio y byddai’r hyn a ysgrifennwch yn mynd at y bobl iawn, felly mae wedi stopio. Nid anfonwyd dim. Ffoniwch eich cyswllt yn yr heddlu. Os oes rhywun mewn perygl, ffoniwch 999.',
  },
  'inside.filesAgreed': {
    en: 'For example, a photo of messages that the person showed you, if they agreed that you can pass it on.',
    cy: 'Er enghraifft, llun o negeseuon a ddangosodd y person i chi, os yw wedi cytuno i’w drosglwyddo.',
  },
  'inside.filesNever': {
    en: 'Do not add anything that belongs to the person unless they agreed to it. Never add intimate pictures, pictures of children or counselling notes. Instead, write down that these exist, and where.',
    cy: 'Peidiwch ag ychwanegu dim o eiddo’r person oni bai ei fod wedi cytuno i hynny. Peidiwch byth ag ychwanegu lluniau o natur bersonol iawn, lluniau o blant na nodiadau cwnsela. Yn lle hynny, nodwch eu bod yn bodoli, a ble maent.',
  },
} as const satisfies Words<'inside'>;
