import type { Words } from '../word.ts';

/** The page on which everybody can report or come back with a code. */
export const reportPageWords = {
  'report.intro': {
    en: 'What you type here is sealed before it goes to Candour’s server, and is not part of any chat. The first card leads to what is kept and what is not, and to ways to report without Teams. “Hide” shows a neutral page instead, and “Refresh” there brings this one back.',
    cy: 'Caiff yr hyn rydych yn ei deipio yma ei selio cyn mynd i weinydd Candour, ac nid yw’n rhan o unrhyw sgwrs. Mae’r cerdyn cyntaf yn arwain at yr hyn sy’n cael ei gadw a’r hyn nad yw’n cael ei gadw, ac at ffyrdd o roi gwybod heb Teams. Mae “Cuddio” yn dangos tudalen niwtral yn ei lle, ac mae “Adnewyddu” ar honno yn dod â hon yn ôl.',
  },
  'report.startReport': { en: 'Report a concern', cy: 'Rhoi gwybod am bryder' },
  'report.startComeBack': { en: 'Come back with a code', cy: 'Dod yn ôl gyda chod' },
  'report.startGuidance': { en: 'Guidance', cy: 'Canllawiau' },
  'report.call': { en: 'Call {emergency}', cy: 'Ffonio {emergency}' },
  'report.stop': { en: 'Stop', cy: 'Stopio' },
  'report.print': { en: 'Print this guidance', cy: 'Argraffu’r canllawiau hyn' },
  'report.code': { en: 'Return code', cy: 'Cod dychwelyd' },
  'report.codeCopy': { en: 'Copy the code', cy: 'Copïo’r cod' },
  'report.codePrint': { en: 'Print only the code', cy: 'Argraffu’r cod yn unig' },
  'report.codeHint': {
    en: 'Printers and clipboards can keep copies. Writing it down leaves the least behind.',
    cy: 'Gall argraffyddion a chlipfyrddau gadw copïau. Ysgrifennu’r cod â llaw sy’n gadael y lleiaf ar ôl.',
  },
  'report.codeCopied': {
    en: 'The code is copied. It stays in the clipboard until you copy something else.',
    cy: 'Mae’r cod wedi’i gopïo. Bydd yn aros yn y clipfwrdd nes i chi gopïo rhywbeth arall.',
  },
  'report.codeByHand': {
    en: 'It could not be copied from here. Please copy it from the field below, or write it down.',
    cy: 'Nid oedd modd ei gopïo oddi yma. Copïwch ef o’r maes isod, neu ysgrifennwch ef.',
  },
  'report.busy': { en: 'One moment, please', cy: 'Arhoswch eiliad, os gwelwch yn dda' },
  'report.roomLeft': {
    en: '{by, plural, one {# character} other {# characters}} left',
    cy: '{by, number} nod ar ôl',
  },
  'report.roomOver': {
    en: '{by, plural, one {# character} other {# characters}} too long. Nothing is cut off.',
    cy: '{by, number} nod yn rhy hir. Ni chaiff dim ei dorri.',
  },
  'report.noAnswer': {
    en: 'There was no answer. What you typed is still here. Please try again in a moment.',
    cy: 'Ni ddaeth ateb. Mae’r hyn rydych wedi’i deipio yma o hyd. Rhowch gynnig arall arni ymhen eiliad.',
  },
  'report.tooOften': {
    en: 'That was more than Candour takes from one person in a short time, so nothing was done this time. What you typed is still here. Please wait a few seconds and try again.',
    cy: 'Roedd hynny’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr, felly ni wnaed dim y tro hwn. Mae’r hyn rydych wedi’i deipio yma o hyd. Arhoswch ychydig eiliadau a rhowch gynnig arall arni.',
  },
  'report.notSignedIn': {
    en: 'Teams did not confirm who you are this time, so nothing was done. What you typed is still here. Please try again.',
    cy: 'Ni chadarnhaodd Teams pwy ydych chi y tro hwn, felly ni wnaed dim. Mae’r hyn rydych wedi’i deipio yma o hyd. Rhowch gynnig arall arni.',
  },
  'report.listRefused': {
    en: 'This page cannot check who it would seal your words for, so it takes none. The list of keys that the server gave is not the newest one that was signed. Nothing was sent. If anybody is in danger, call 999. You can report without Candour: ring Crimestoppers on 0800 085 0000.',
    cy: 'Ni all y dudalen hon wirio i bwy y byddai’n selio eich geiriau, felly nid yw’n derbyn dim. Nid y rhestr o allweddi a roddodd y gweinydd yw’r un ddiweddaraf a lofnodwyd. Nid anfonwyd dim. Os oes rhywun mewn perygl, ffoniwch 999. Gallwch roi gwybod heb Candour: ffoniwch Crimestoppers (Taclo’r Taclau) ar 0800 085 0000.',
  },
  'report.fileHere': {
    en: 'Your report is here, as you left it. Add the photo or recording here, then send.',
    cy: 'Mae eich adroddiad yma, fel y gadawsoch ef. Ychwanegwch y llun neu’r recordiad yma, yna anfonwch.',
  },
  'report.over': {
    en: 'That is finished. None of it is kept on this page.',
    cy: 'Mae hynny wedi gorffen. Nid oes dim ohono’n cael ei gadw ar y dudalen hon.',
  },
} as const satisfies Words<'report'>;
