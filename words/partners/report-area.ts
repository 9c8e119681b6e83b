import type { Words } from '../word.ts';

/** Everything around the cards of the partners' page, once somebody is signed in. */
export const reportAreaWords = {
  'inside.intro': {
    en: 'What you type is sealed on this page before it is sent. Only those it is for can open it.',
    cy: 'Caiff yr hyn a deipiwch ei selio ar y dudalen hon cyn ei anfon. Dim ond y rhai y mae ar eu cyfer a all ei agor.',
  },
  'inside.staff': {
    en: 'If the police employ you, please report in Teams instead: its rules on conflicts of interest apply to you.',
    cy: 'Os yr heddlu sy’n eich cyflogi, rhowch wybod yn Teams yn lle hynny: mae ei reolau ar wrthdaro buddiannau yn berthnasol i chi.',
  },
  'inside.begin': { en: 'Pass on what someone told you', cy: 'Trosglwyddo’r hyn a ddywedodd rhywun' },
  'inside.comeBack': { en: 'Come back with a code', cy: 'Dod yn ôl gyda chod' },
  'inside.paperHeading': { en: 'A form on paper', cy: 'Ffurflen bapur' },
  'inside.paper': {
    en: 'For a day without network, print the same questions beforehand. Keep a form that is filled in locked away.',
    cy: 'Ar gyfer diwrnod heb rwydwaith, argraffwch yr un cwestiynau ymlaen llaw. Cadwch ffurflen wedi’i llenwi dan glo.',
  },
  'inside.paperType': {
    en: 'To type one in, pass it on here as ever: the first card asks when it was filled in. Then destroy the form.',
    cy: 'I deipio un, trosglwyddwch hi yma fel arfer: mae’r cerdyn cyntaf yn gofyn pryd y cafodd ei llenwi. Yna dinistriwch y ffurflen.',
  },
  'inside.paperMake': { en: 'Save the form as a PDF', cy: 'Cadw’r ffurflen fel PDF' },
  'inside.paperMaking': { en: 'Making the form', cy: 'Yn gwneud y ffurflen' },
  'inside.paperMade': { en: 'The form is saved as {name}.', cy: 'Mae’r ffurflen wedi’i chadw fel {name}.' },
  'inside.paperFailed': {
    en: 'The form could not be made. Please try again in a moment.',
    cy: 'Nid oedd modd gwneud y ffurflen. Rhowch gynnig arall arni ymhen eiliad.',
  },
  'inside.busy': { en: 'One moment, please', cy: 'Arhoswch eiliad, os gwelwch yn dda' },
  'inside.over': {
    en: 'That is finished. None of it is kept on this page.',
    cy: 'Mae hynny wedi gorffen. Nid oes dim ohono’n cael ei gadw ar y dudalen hon.',
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
    en: 'A printer or a clipboard can keep what went through it. Writing the code down leaves the least behind.',
    cy: 'Gall argraffydd neu glipfwrdd gadw’r hyn a aeth drwyddo. Ysgrifennu’r cod â llaw sy’n gadael y lleiaf ar ôl.',
  },
  'inside.codeCopied': {
    en: 'The code is copied. It stays in the clipboard until you copy something else.',
    cy: 'Mae’r cod wedi’i gopïo. Bydd yn aros yn y clipfwrdd nes i chi gopïo rhywbeth arall.',
  },
  'inside.codeByHand': {
    en: 'It could not be copied from here. Please copy it from the field below, or write it down.',
    cy: 'Nid oedd modd ei gopïo oddi yma. Copïwch ef o’r maes isod, neu ysgrifennwch ef.',
  },
  'inside.forUnit': { en: 'Anti-Corruption Unit', cy: 'Yr Uned Wrthlygredd' },
  'inside.forRecovery': { en: 'Recovery', cy: 'Adfer' },
  'inside.forReserve': { en: 'Reserve, outside the unit', cy: 'Wrth gefn, y tu allan i’r uned' },
  'inside.noAnswer': {
    en: 'There was no answer. What you typed is still here. Please try again in a moment.',
    cy: 'Ni ddaeth ateb. Mae’r hyn rydych wedi’i deipio yma o hyd. Rhowch gynnig arall arni ymhen eiliad.',
  },
  'inside.tooOften': {
    en: 'That was more than Candour takes in a short time, so nothing was done this time. What you typed is still here. Please wait a few seconds and try again.',
    cy: 'Roedd hynny’n fwy nag y mae Candour yn ei dderbyn mewn amser byr, felly ni wnaed dim y tro hwn. Mae’r hyn rydych wedi’i deipio yma o hyd. Arhoswch ychydig eiliadau a rhowch gynnig arall arni.',
  },
  'inside.notSignedIn': {
    en: 'You are signed out, so nothing was done. What you typed is still here: sign in and try again.',
    cy: 'Rydych wedi’ch allgofnodi, felly ni wnaed dim. Mae’r hyn rydych wedi’i deipio yma o hyd: mewngofnodwch a rhowch gynnig arall arni.',
  },
  'inside.listRefused': {
    en: 'This page cannot check who it would seal your words for, so it takes none. Nothing was sent. Please tell the people who look after this page at the force, by phone. In danger: 999.',
    cy: 'Ni all y dudalen hon wirio i bwy y byddai’n selio eich geiriau, felly nid yw’n derbyn dim. Nid anfonwyd dim. Dywedwch wrth bwy bynnag sy’n gofalu am y dudalen hon yn yr heddlu, dros y ffôn. Mewn perygl: 999.',
  },
  'inside.filesAgreed': {
    en: 'For example a photo of messages that the person showed you, if they agreed to hand it on.',
    cy: 'Er enghraifft, llun o negeseuon a ddangosodd y person i chi, os yw wedi cytuno i’w drosglwyddo.',
  },
  'inside.filesNever': {
    en: 'Please add nothing of the person’s that they did not agree to hand on, no intimate pictures, none of children and no counselling notes. Write down that it exists, and where.',
    cy: 'Peidiwch ag ychwanegu dim o eiddo’r person nad yw wedi cytuno i’w drosglwyddo, dim lluniau o natur bersonol iawn, dim lluniau o blant a dim nodiadau cwnsela. Ysgrifennwch eu bod yn bodoli, a ble.',
  },
} as const satisfies Words<'inside'>;
