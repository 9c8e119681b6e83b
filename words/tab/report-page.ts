import type { Words } from '../word.ts';

/** The page on which everybody can report or come back with a code. */
export const reportPageWords = {
  'report.intro': {
    en: 'What you type here is encrypted before it goes to Candour’s server, and is not part of any chat. When you start a report, you can first read what is kept, and how to report without Teams. “Hide” shows a neutral page, and “Refresh” on that page brings this page back.',
    cy: 'Caiff yr hyn rydych yn ei deipio yma ei amgryptio cyn mynd i weinydd Candour, ac nid yw’n rhan o unrhyw sgwrs. Pan fyddwch yn dechrau adroddiad, gallwch ddarllen yn gyntaf beth sy’n cael ei gadw, a sut i roi gwybod heb Teams. Mae “Cuddio” yn dangos tudalen niwtral, ac mae “Adnewyddu” ar y dudalen honno yn dod â’r dudalen hon yn ôl.',
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
    en: 'Printers and clipboards can keep copies. Writing the code down leaves the fewest traces.',
    cy: 'Gall argraffyddion a chlipfyrddau gadw copïau. Ysgrifennu’r cod â llaw sy’n gadael y lleiaf o olion.',
  },
  'report.codeCopied': {
    en: 'The code is copied. It stays in the clipboard until you copy something else.',
    cy: 'Mae’r cod wedi’i gopïo. Bydd yn aros yn y clipfwrdd nes i chi gopïo rhywbeth arall.',
  },
  'report.codeByHand': {
    en: 'The code could not be copied. Copy it from the field below, or write it down.',
    cy: 'Nid oedd modd copïo’r cod. Copïwch ef o’r maes isod, neu ysgrifennwch ef.',
  },
  'report.busy': { en: 'One moment', cy: 'Arhoswch eiliad' },
  'report.roomLeft': {
    en: '{by, plural, one {# character} other {# characters}} left',
    cy: '{by, number} nod ar ôl',
  },
  'report.roomOver': {
    en: '{by, plural, one {# character} other {# characters}} too long. Nothing is cut off.',
    cy: '{by, number} nod yn rhy hir. Ni chaiff dim ei dorri.',
  },
  'report.noAnswer': {
    en: 'Candour did not answer. What you typed is still here. Try again in a moment.',
    cy: 'Ni chafwyd ateb gan Candour. Mae’r hyn rydych wedi’i deipio yma o hyd. Rhowch gynnig arall arni ymhen eiliad.',
  },
  'report.tooOften': {
    en: 'Candour received too many requests from you in a short time, so nothing was done. What you typed is still here. Wait a few seconds and try again.',
    cy: 'Cafodd Candour ormod o geisiadau gennych mewn amser byr, felly ni wnaed dim. Mae’r hyn rydych wedi’i deipio yma o hyd. Arhoswch ychydig eiliadau a rhowch gynnig arall arni.',
  },
  'report.notSignedIn': {
    en: 'Teams did not confirm who you are this time, so nothing was done. What you typed is still here. Try again.',
    cy: 'Ni chadarnhaodd Teams pwy ydych chi y tro hwn, felly ni wnaed dim. Mae’r hyn rydych wedi’i deipio yma o hyd. Rhowch gynnig arall arni.',
  },
  'report.listRefused': {
    en: 'This page cannot check that your report would go to the right people, so it has stopped. The server sent an out-of-date list of keys. Nothing was sent. If someone is in danger now, call {emergency}. You can report without Candour: call Crimestoppers on 0800 085 0000.',
    cy: 'Ni all y dudalen hon wirio y byddai eich adroddiad yn cyrraedd y bobl iawn, felly mae wedi stopio. Anfonodd y gweinydd hen restr o allweddi. Nid anfonwyd dim o’ch adroddiad. Os oes rhywun mewn perygl nawr, ffoniwch {emergency}. Gallwch roi gwybod heb Candour: ffoniwch Crimestoppers (Taclo’r Taclau) ar 0800 085 0000.',
  },
  'report.fileHere': {
    en: 'Your report is here, as you left it. Add the photo or recording here, then send the report.',
    cy: 'Mae eich adroddiad yma, fel y gadawsoch ef. Ychwanegwch y llun neu’r recordiad yma, yna anfonwch yr adroddiad.',
  },
  'report.over': {
    en: 'You are back at the start. Nothing you typed is kept on this page.',
    cy: 'Rydych yn ôl ar y dechrau. Nid oes dim o’r hyn a deipioch yn cael ei gadw ar y dudalen hon.',
  },
} as const satisfies Words<'report'>;
