import type { Words } from '../word.ts';

/** The pages that every app in Teams links to. A line is a paragraph. */
export const pagesWords = {
  'pages.homeTitle': { en: 'Report a concern in confidence', cy: 'Rhoi gwybod am bryder yn gyfrinachol' },
  'pages.home': {
    en: 'Candour is an app in Microsoft Teams for people who work for {force}. In it you can read guidance and report a concern about a colleague.\nOpen it in Teams: look for its name under Apps. You cannot report anything on this page.\nIf someone is in danger now, call 999.',
    cy: 'Ap yn Microsoft Teams yw Candour ar gyfer pobl sy’n gweithio i {force}. Ynddo gallwch ddarllen canllawiau a rhoi gwybod am bryder ynghylch cydweithiwr.\nAgorwch ef yn Teams: chwiliwch am ei enw o dan Apiau. Ni allwch roi gwybod am ddim ar y dudalen hon.\nOs oes rhywun mewn perygl nawr, ffoniwch 999.',
  },
  'pages.privacyTitle': { en: 'Privacy', cy: 'Preifatrwydd' },
  'pages.privacy': {
    en: 'Candour is run by {force}, so that people who work there can report a concern about a colleague in confidence.\nA report is sealed before it is saved. Only those who hold the keys to it can open it.\nWho reported is kept as that person chose: for those who handle the report, sealed so that only {custodians} can open it, or not at all.\nTeams tells Candour who is typing. Those who run Microsoft 365 or the server may work out who used it for as long as their logs are kept. Where life is at risk, the force may try to find out who reported; a senior officer decides that, and it is recorded.\nNothing is saved until it is sent or somebody asks to finish later. A draft is deleted after its last day. People, not a timer, decide when a report is erased.\nTo find out about your data protection rights, please ask the data protection officer of {force}.',
    cy: 'Caiff Candour ei redeg gan {force}, er mwyn i bobl sy’n gweithio yno allu rhoi gwybod yn gyfrinachol am bryder ynghylch cydweithiwr.\nCaiff adroddiad ei selio cyn ei gadw. Dim ond y rhai sy’n dal yr allweddi iddo a all ei agor.\nCaiff hunaniaeth y sawl a roddodd wybod ei chadw fel y dewisodd y person hwnnw: ar gyfer y rhai sy’n delio â’r adroddiad, wedi’i selio fel mai dim ond {custodians} a all ei hagor, neu ddim o gwbl.\nMae Teams yn dweud wrth Candour pwy sy’n teipio. Efallai y gall y rhai sy’n rhedeg Microsoft 365 neu’r gweinydd ganfod pwy a’i defnyddiodd, am gyhyd ag y cedwir eu cofnodion. Os yw bywyd rhywun mewn perygl, gall yr heddlu geisio canfod pwy roddodd wybod; uwch-swyddog sy’n penderfynu hynny, ac mae’n cael ei gofnodi.\nNid oes dim yn cael ei gadw nes iddo gael ei anfon neu nes i rywun ofyn am gael gorffen yn nes ymlaen. Caiff drafft ei ddileu ar ôl ei ddiwrnod olaf. Pobl, nid amserydd, sy’n penderfynu pryd y caiff adroddiad ei ddileu.\nI gael gwybod am eich hawliau diogelu data, cysylltwch â swyddog diogelu data {force}.',
  },
  'pages.termsTitle': { en: 'Terms of use', cy: 'Telerau defnyddio' },
  'pages.terms': {
    en: 'Candour is for people who work for {force}, paid or not.\nIt is not for emergencies: if someone is in danger now, call 999.\nPlease report what you genuinely believe. You do not have to be sure or to prove anything.\nPlease do not search police systems, ask around or gather more for a report.\nPlease report through the buttons, not by typing into the chat: Microsoft Teams keeps what is typed there.',
    cy: 'Mae Candour ar gyfer pobl sy’n gweithio i {force}, boed hynny’n gyflogedig neu’n wirfoddol.\nNid yw ar gyfer argyfyngau: os oes rhywun mewn perygl nawr, ffoniwch 999.\nRhowch wybod am yr hyn rydych yn ei gredu’n ddidwyll. Nid oes rhaid i chi fod yn siŵr na phrofi dim.\nPeidiwch â chwilio yn systemau’r heddlu, holi pobl na chasglu mwy ar gyfer adroddiad.\nRhowch wybod drwy’r botymau, nid drwy deipio yn y sgwrs: mae Microsoft Teams yn cadw’r hyn a deipir yno.',
  },
} as const satisfies Words<'pages'>;
