import type { Words } from '../word.ts';

/** The pages that every app in Teams links to. A line is a paragraph. */
export const infoPageWords = {
  'pages.homeTitle': { en: 'Report a concern in confidence', cy: 'Rhoi gwybod am bryder yn gyfrinachol' },
  'pages.home': {
    en: 'Candour is an app in Microsoft Teams for people who work for {force}. You can use it to read guidance and report a concern about a colleague.\nOpen it in Teams: look for its name under Apps. You cannot report anything on this page.\nIf someone is in danger now, call {emergency}.',
    cy: 'Ap yn Microsoft Teams yw Candour ar gyfer gweithlu {force}. Gallwch ei ddefnyddio i ddarllen canllawiau a rhoi gwybod am bryder ynghylch cydweithiwr.\nAgorwch ef yn Teams: chwiliwch am ei enw o dan Apiau. Ni allwch roi gwybod am ddim ar y dudalen hon.\nOs oes rhywun mewn perygl nawr, ffoniwch {emergency}.',
  },
  'pages.privacyTitle': { en: 'Privacy', cy: 'Preifatrwydd' },
  'pages.privacy': {
    en: 'Candour is run by {force} so that people who work there can report a concern about a colleague in confidence.\nYou choose what happens to your name. The people handling your report can see it; or it is encrypted so that only {custodians} can open it and may then share it with the people handling your report; or it is not kept.\nTeams tells Candour who is typing. For as long as their logs are kept, the people who run Microsoft 365 or the server may be able to work out who used Candour. How you write, and details that few people know, can show who you are. If someone’s life is at risk, the force may try to find out who reported.',
    cy: '{force} sy’n rhedeg Candour, er mwyn i bobl sy’n gweithio yno allu rhoi gwybod yn gyfrinachol am bryder ynghylch cydweithiwr.\nChi sy’n dewis beth sy’n digwydd i’ch enw. Gall y bobl sy’n delio â’ch adroddiad ei weld; neu caiff ei amgryptio fel mai dim ond {custodians} a all ei agor, a gallant wedyn ei rannu â’r bobl sy’n delio â’ch adroddiad; neu ni chaiff ei gadw.\nMae Teams yn dweud wrth Candour pwy sy’n teipio. Efallai y bydd y bobl sy’n rhedeg Microsoft 365 neu’r gweinydd yn gallu canfod pwy a ddefnyddiodd Candour, cyhyd ag y byddant yn cadw eu cofnodion. Gall y ffordd rydych yn ysgrifennu, a manylion nad oes ond ychydig o bobl yn eu gwybod, ddangos pwy ydych chi. Os yw bywyd rhywun mewn perygl, gall yr heddlu geisio canfod pwy a roddodd wybod.',
  },
  'pages.keptHeading': { en: 'How long your report is kept', cy: 'Am ba hyd y caiff eich adroddiad ei gadw' },
  'pages.kept': {
    en: 'Nothing is saved until you send a report or choose to finish later. A draft is kept until the day that Candour shows you, and is then deleted.\nPeople, not a timer, decide when a report is erased, and two of them must agree. Candour asks them to review a report that nobody has worked on for a long time.\nWhen a report is erased, its text and files are deleted. Candour keeps a record of when it was received, how it ended and that it was erased. Backups may hold a copy for some time after that.',
    cy: 'Nid oes dim yn cael ei gadw nes i chi anfon adroddiad neu ddewis gorffen yn nes ymlaen. Caiff drafft ei gadw tan y diwrnod y mae Candour yn ei ddangos i chi, ac yna ei ddileu.\nPobl, nid amserydd, sy’n penderfynu pryd y caiff adroddiad ei ddileu, ac mae’n rhaid i ddau ohonynt gytuno. Mae Candour yn gofyn iddynt adolygu adroddiad nad oes neb wedi gweithio arno ers amser hir.\nPan gaiff adroddiad ei ddileu, caiff ei destun a’i ffeiliau eu dileu. Mae Candour yn cadw cofnod o’r dyddiad y daeth i law, sut y daeth i ben a’r ffaith iddo gael ei ddileu. Gall copïau wrth gefn gynnwys copi am beth amser wedyn.',
  },
  'pages.safeHeading': { en: 'How your report is kept safe', cy: 'Sut y caiff eich adroddiad ei gadw’n ddiogel' },
  'pages.safe': {
    en: 'A report is encrypted before it is saved. Only people who hold the keys can open it, and the people who run the server do not hold them. If you report in the window that opens from the chat, the report passes through the server before it is encrypted, and could be read then. If you report in the “Report a concern” tab, it is encrypted before it is sent.\nNotes and messages by the people handling a report are encrypted too. Candour records who opened what, and when.\nThese pages set no cookies and run no scripts, and Candour does not record who reads them.',
    cy: 'Caiff adroddiad ei amgryptio cyn ei gadw. Dim ond pobl sydd â’r allweddi a all ei agor, ac nid oes gan y bobl sy’n rhedeg y gweinydd yr allweddi. Os rhowch wybod yn y ffenestr sy’n agor o’r sgwrs, mae’r adroddiad yn mynd drwy’r gweinydd cyn iddo gael ei amgryptio, a gellid ei ddarllen bryd hynny. Os rhowch wybod yn y tab “Rhoi gwybod am bryder”, caiff ei amgryptio cyn ei anfon.\nCaiff nodiadau a negeseuon y bobl sy’n delio ag adroddiad eu hamgryptio hefyd. Mae Candour yn cofnodi pwy a agorodd beth, a phryd.\nNid yw’r tudalennau hyn yn gosod cwcis nac yn rhedeg sgriptiau, ac nid yw Candour yn cofnodi pwy sy’n eu darllen.',
  },
  'pages.rightsHeading': { en: 'Your rights and who to contact', cy: 'Eich hawliau a phwy i gysylltu â nhw' },
  'pages.rights': {
    en: 'You have rights over what is kept about you, such as the right to see it or have it corrected. Police law limits some of them, to protect others.\nThe data protection officer of {force} can tell you about your rights. You do not have to say whether you have used Candour.',
    cy: 'Mae gennych hawliau dros yr hyn a gedwir amdanoch, megis yr hawl i’w weld neu i gael ei gywiro. Mae cyfraith yr heddlu’n cyfyngu ar rai ohonynt, i ddiogelu pobl eraill.\nGall swyddog diogelu data {force} ddweud wrthych am eich hawliau. Nid oes rhaid i chi ddweud a ydych wedi defnyddio Candour.',
  },
  'pages.regulator': {
    en: 'You can also complain to the UK’s regulator for data protection.',
    cy: 'Gallwch hefyd gwyno wrth reoleiddiwr diogelu data’r Deyrnas Unedig.',
  },
  'pages.termsTitle': { en: 'Terms of use', cy: 'Telerau defnyddio' },
  'pages.terms': {
    en: 'Candour is for people who work for {force}, paid or not.\nIt is not for emergencies: if someone is in danger now, call {emergency}.\nReport what you genuinely believe. You do not have to be sure or to prove anything.\nDo not search police systems, ask around or gather more for a report.\nUse the buttons to report, and do not type a report into the chat: Microsoft Teams keeps what is typed there.',
    cy: 'Mae Candour ar gyfer gweithlu {force}, boed am dâl neu’n wirfoddol.\nNid yw ar gyfer argyfyngau: os oes rhywun mewn perygl nawr, ffoniwch {emergency}.\nRhowch wybod am yr hyn rydych yn ei gredu’n ddidwyll. Nid oes rhaid i chi fod yn siŵr na phrofi dim.\nPeidiwch â chwilio yn systemau’r heddlu, holi pobl na chasglu mwy ar gyfer adroddiad.\nDefnyddiwch y botymau i roi gwybod, a pheidiwch â theipio adroddiad yn y sgwrs: mae Microsoft Teams yn cadw’r hyn a deipir yno.',
  },
  'pages.supportTitle': { en: 'Support', cy: 'Cefnogaeth' },
  'pages.support': {
    en: 'If Candour does not open, or a card does not respond, close Teams and open it again, or try another device.\nIf the chat does not work, open Candour’s “Report a concern” tab. If the tab does not work, send “help” to Candour in the chat.\nUntil you see a reference number, do not assume that your report was sent. If you have a return code, use it to check.',
    cy: 'Os nad yw Candour yn agor, neu os nad yw cerdyn yn ymateb, caewch Teams a’i agor eto, neu rhowch gynnig ar ddyfais arall.\nOs nad yw’r sgwrs yn gweithio, agorwch y tab “Rhoi gwybod am bryder” yn Candour. Os nad yw’r tab yn gweithio, anfonwch “cymorth” at Candour yn y sgwrs.\nNes i chi weld rhif cyfeirnod, peidiwch â chymryd bod eich adroddiad wedi’i anfon. Os oes gennych god dychwelyd, defnyddiwch ef i wirio.',
  },
  'pages.supportHeading': { en: 'If that does not help', cy: 'Os nad yw hynny’n helpu' },
  'pages.supportAsk': {
    en: 'If you ask for help, say that a Teams app is not working and what you saw, and give the four-digit number if the card shows one. Do not say what you were going to report, or that you were going to report anything.',
    cy: 'Os byddwch yn gofyn am help, dywedwch nad yw ap yn Teams yn gweithio a beth a welsoch, a rhowch y rhif pedwar digid os yw’r cerdyn yn dangos un. Peidiwch â dweud am beth yr oeddech am roi gwybod, na’ch bod am roi gwybod am unrhyw beth.',
  },
  'pages.supportUsual': {
    en: 'You can ask the help desk of {force}. They can pass your question on to Candour’s operators.',
    cy: 'Gallwch ofyn i ddesg gymorth {force}, a all drosglwyddo’ch cwestiwn i weithredwyr Candour.',
  },
  'pages.supportOther': {
    en: 'You do not have to wait: there are ways to report outside Teams.',
    cy: 'Nid oes rhaid i chi aros: mae ffyrdd o roi gwybod y tu allan i Teams.',
  },
} as const satisfies Words<'pages'>;
