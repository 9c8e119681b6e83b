import type { Words } from '../word.ts';

/** The pages that every app in Teams links to. A line is a paragraph. */
export const infoPageWords = {
  'pages.homeTitle': { en: 'Report a concern in confidence', cy: 'Rhoi gwybod am bryder yn gyfrinachol' },
  'pages.home': {
    en: 'Candour is an app in Microsoft Teams for people who work for {force}. In it you can read guidance and report a concern about a colleague.\nOpen it in Teams: look for its name under Apps. You cannot report anything on this page.\nIf someone is in danger now, call {emergency}.',
    cy: 'Ap yn Microsoft Teams yw Candour ar gyfer pobl sy’n gweithio i {force}. Ynddo gallwch ddarllen canllawiau a rhoi gwybod am bryder ynghylch cydweithiwr.\nAgorwch ef yn Teams: chwiliwch am ei enw o dan Apiau. Ni allwch roi gwybod am ddim ar y dudalen hon.\nOs oes rhywun mewn perygl nawr, ffoniwch {emergency}.',
  },
  'pages.privacyTitle': { en: 'Privacy', cy: 'Preifatrwydd' },
  'pages.privacy': {
    en: 'Candour is run by {force}, so that people who work there can report a concern about a colleague in confidence.\nYou choose what is kept of who you are: the people handling your report can see it; or it is sealed so that only {custodians} can open it, who may then share it with the people handling your report; or it is not kept.\nTeams tells Candour who is typing. The people who run Microsoft 365 or the server may work out who used it for as long as their logs are kept. How someone writes, and details that few people know, can show who they are. If someone’s life is at risk, the force may try to find out who reported.',
    cy: 'Caiff Candour ei redeg gan {force}, er mwyn i bobl sy’n gweithio yno allu rhoi gwybod yn gyfrinachol am bryder ynghylch cydweithiwr.\nChi sy’n dewis beth a gedwir am bwy ydych chi: gall y rhai sy’n delio â’ch adroddiad ei weld; neu caiff ei selio fel mai dim ond {custodians} a all ei agor, a gallant wedyn ei rannu â’r rhai sy’n delio â’ch adroddiad; neu ni chaiff ei gadw.\nMae Teams yn dweud wrth Candour pwy sy’n teipio. Efallai y gall y bobl sy’n rhedeg Microsoft 365 neu’r gweinydd ganfod pwy a’i defnyddiodd, am gyhyd ag y cedwir eu cofnodion. Gall y ffordd y mae rhywun yn ysgrifennu, a manylion nad oes ond ychydig o bobl yn eu gwybod, ddangos pwy ydyw. Os yw bywyd rhywun mewn perygl, gall yr heddlu geisio canfod pwy roddodd wybod.',
  },
  'pages.keptHeading': { en: 'How long it is kept', cy: 'Am ba hyd y caiff ei gadw' },
  'pages.kept': {
    en: 'Nothing is saved until it is sent or somebody asks to finish later. A draft is deleted after its last day.\nPeople, not a timer, decide when a report is erased, and two of them have to agree. A report that nobody has worked on for a long time comes up for them to look at.\nWhen a report is erased, its words and its files go. When it came, how it ended and that it was erased stay. Copies that are kept in case of a failure may hold it for some time after that.',
    cy: 'Nid oes dim yn cael ei gadw nes iddo gael ei anfon neu nes i rywun ofyn am gael gorffen yn nes ymlaen. Caiff drafft ei ddileu ar ôl ei ddiwrnod olaf.\nPobl, nid amserydd, sy’n penderfynu pryd y caiff adroddiad ei ddileu, ac mae’n rhaid i ddau ohonynt gytuno. Daw adroddiad nad oes neb wedi gweithio arno ers amser hir i’r golwg iddynt edrych arno eto.\nPan gaiff adroddiad ei ddileu, mae ei eiriau a’i ffeiliau’n mynd. Mae’r cofnod o’r adeg y daeth, sut y daeth i ben a’r ffaith iddo gael ei ddileu yn aros. Gall copïau a gedwir rhag ofn i rywbeth fethu ei ddal am beth amser wedyn.',
  },
  'pages.safeHeading': { en: 'How it is kept safe', cy: 'Sut y caiff ei gadw’n ddiogel' },
  'pages.safe': {
    en: 'A report is sealed before it is saved. Only people who hold the keys can open it, and the people who run the server do not hold them. In a Teams window a report passes through the server before it is sealed, and could be read then; on the page “Report a concern” it is sealed before it is sent.\nWhat the people handling it write is sealed as well. Candour records who opened what, and when.\nThese pages set no cookie, have no script, and Candour keeps no note of who reads them.',
    cy: 'Caiff adroddiad ei selio cyn ei gadw. Dim ond pobl sy’n dal yr allweddi a all ei agor, ac nid yw’r bobl sy’n rhedeg y gweinydd yn eu dal. Mewn ffenestr yn Teams mae adroddiad yn mynd drwy’r gweinydd cyn iddo gael ei selio, a gellid ei ddarllen bryd hynny; ar y dudalen “Rhoi gwybod am bryder” caiff ei selio cyn ei anfon.\nCaiff yr hyn y mae’r bobl sy’n delio ag ef yn ei ysgrifennu ei selio hefyd. Mae Candour yn cofnodi pwy a agorodd beth, a phryd.\nNid yw’r tudalennau hyn yn gosod cwci nac yn cynnwys sgript, ac nid yw Candour yn cadw nodyn o bwy sy’n eu darllen.',
  },
  'pages.rightsHeading': { en: 'Your rights, and whom to ask', cy: 'Eich hawliau, a phwy i’w holi' },
  'pages.rights': {
    en: 'You have rights over what is kept about you, such as to see it or have it put right. Police law limits some of them, to protect others.\nThe data protection officer of {force} tells you about them. You need not say whether you have used Candour.',
    cy: 'Mae gennych hawliau dros yr hyn a gedwir amdanoch, megis ei weld neu ei gywiro. Mae cyfraith yr heddlu’n cyfyngu ar rai ohonynt, i ddiogelu pobl eraill.\nBydd swyddog diogelu data {force} yn dweud wrthych amdanynt. Nid oes angen i chi ddweud a ydych wedi defnyddio Candour.',
  },
  'pages.regulator': {
    en: 'You can also complain to the UK’s regulator for data protection.',
    cy: 'Gallwch hefyd gwyno wrth reoleiddiwr diogelu data’r Deyrnas Unedig.',
  },
  'pages.termsTitle': { en: 'Terms of use', cy: 'Telerau defnyddio' },
  'pages.terms': {
    en: 'Candour is for people who work for {force}, paid or not.\nIt is not for emergencies: if someone is in danger now, call {emergency}.\nPlease report what you genuinely believe. You do not have to be sure or to prove anything.\nPlease do not search police systems, ask around or gather more for a report.\nPlease report through the buttons, not by typing into the chat: Microsoft Teams keeps what is typed there.',
    cy: 'Mae Candour ar gyfer pobl sy’n gweithio i {force}, boed hynny’n gyflogedig neu’n wirfoddol.\nNid yw ar gyfer argyfyngau: os oes rhywun mewn perygl nawr, ffoniwch {emergency}.\nRhowch wybod am yr hyn rydych yn ei gredu’n ddidwyll. Nid oes rhaid i chi fod yn siŵr na phrofi dim.\nPeidiwch â chwilio yn systemau’r heddlu, holi pobl na chasglu mwy ar gyfer adroddiad.\nRhowch wybod drwy’r botymau, nid drwy deipio yn y sgwrs: mae Microsoft Teams yn cadw’r hyn a deipir yno.',
  },
  'pages.supportTitle': { en: 'Support', cy: 'Cefnogaeth' },
  'pages.support': {
    en: 'Does Candour not open, or a card not answer? Close Teams and open it again, or try it on another device.\nTry the other way as well: type “help” to Candour in Teams, or open its tab “Report a concern”.\nWhat you typed is not sent until you are shown a reference.',
    cy: 'Nid yw Candour yn agor, neu nid yw cerdyn yn ateb? Caewch Teams a’i agor eto, neu rhowch gynnig ar ddyfais arall.\nRhowch gynnig ar y ffordd arall hefyd: teipiwch “cymorth” at Candour yn Teams, neu agorwch ei dab “Rhoi gwybod am bryder”.\nNid yw’r hyn a deipiwyd gennych wedi’i anfon nes i chi weld cyfeirnod.',
  },
  'pages.supportHeading': { en: 'If that does not help', cy: 'Os nad yw hynny’n helpu' },
  'pages.supportAsk': {
    en: 'Say that an app in Teams does not work, what you saw, and the four digits on the card if there are some. Please do not say what you wanted to report, or that you wanted to report anything.',
    cy: 'Dywedwch nad yw ap yn Teams yn gweithio, beth a welsoch, a’r pedwar digid ar y cerdyn os oes rhai. Peidiwch â dweud am beth yr oeddech am roi gwybod, na’ch bod am roi gwybod am unrhyw beth.',
  },
  'pages.supportUsual': {
    en: 'The help desk of {force} can pass it on.',
    cy: 'Gall desg gymorth {force} ei drosglwyddo.',
  },
  'pages.supportOther': {
    en: 'You do not have to wait for that: there are ways to report without Teams.',
    cy: 'Nid oes rhaid i chi aros am hynny: mae ffyrdd o roi gwybod heb Teams.',
  },
} as const satisfies Words<'pages'>;
