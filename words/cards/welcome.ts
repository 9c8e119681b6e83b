import type { Words } from '../word.ts';

/** The first card, which everybody in the force can have. */
export const welcomeWords = {
  'welcome.intro': {
    en: 'Candour is for everyone at {force}. It has guidance on professional boundaries and abuse of position. You can also use it to report a concern about a colleague, in confidence.',
    cy: 'Mae Candour ar gyfer pawb o fewn {force}. Mae ynddo ganllawiau ar ffiniau proffesiynol a chamddefnyddio swydd. Gallwch hefyd ei ddefnyddio i roi gwybod, yn gyfrinachol, am bryder ynghylch cydweithiwr.',
  },
  'welcome.everyone': {
    en: 'Everyone here can have this app. Having it does not mean that you have reported anything.',
    cy: 'Gall pawb yma gael yr ap hwn. Nid yw ei gael yn golygu eich bod wedi rhoi gwybod am ddim.',
  },
  'welcome.alsoIn': {
    en: 'You can read this and report in English: choose “English”.',
    cy: 'Gallwch ddarllen hwn a rhoi gwybod yn Gymraeg: dewiswch “Cymraeg”.',
  },
  'welcome.guidance': { en: 'Guidance', cy: 'Canllawiau' },
  'welcome.buttons': {
    en: 'Use these buttons. Do not type a report into the chat: Microsoft Teams keeps what is typed there.',
    cy: 'Defnyddiwch y botymau hyn. Peidiwch â theipio adroddiad yn y sgwrs: mae Microsoft Teams yn cadw’r hyn a deipir yno.',
  },
  'welcome.doors': {
    en: 'You can report in the window that the buttons here open, or in the “Report a concern” tab of the Candour app. If the window does not work, as on some phones, choose “Open the tab”.',
    cy: 'Gallwch roi gwybod yn y ffenestr y mae’r botymau yma yn ei hagor, neu yn y tab “Rhoi gwybod am bryder” yn ap Candour. Os nad yw’r ffenestr yn gweithio, fel ar rai ffonau, dewiswch “Agor y tab”.',
  },
  'welcome.summaries': {
    en: 'You can also see figures: choose “Weekly summary”, or type it here. To get them every week, type “summary health”, then choose “Send it to me every week”.',
    cy: 'Gallwch weld ffigurau hefyd: dewiswch “Crynodeb wythnosol”, neu teipiwch hynny yma. I’w cael bob wythnos, teipiwch “cyflwr crynodebau”, yna dewiswch “Ei anfon ataf bob wythnos”.',
  },
  'welcome.channels': {
    en: 'To post alerts or the weekly summary in a channel, mention Candour there with “help”.',
    cy: 'I bostio rhybuddion neu’r crynodeb wythnosol mewn sianel, crybwyllwch Candour yno gyda “cymorth”.',
  },
  'welcome.page': { en: 'Open the tab', cy: 'Agor y tab' },
  'welcome.recorded': {
    en: 'Microsoft Teams keeps what you typed, even if you delete it. Candour does not. To report, choose “Report a concern”.',
    cy: 'Mae Microsoft Teams yn cadw’r hyn a deipioch, hyd yn oed os byddwch yn ei ddileu. Nid yw Candour yn ei gadw. I roi gwybod, dewiswch “Rhoi gwybod am bryder”.',
  },
  'welcome.codeHeading': { en: 'That may be a return code', cy: 'Efallai mai cod dychwelyd yw hwnnw' },
  'welcome.code': {
    en: 'If it is, anyone who can read this chat can use it now, even if you delete it: Microsoft Teams keeps what is typed here. Candour does not. Choose “Come back with a code” to see what they could see: the progress of the report, messages to you, and any draft in full. You can delete a draft there.',
    cy: 'Os felly, gall unrhyw un sy’n gallu darllen y sgwrs hon ei ddefnyddio nawr, hyd yn oed os byddwch yn ei ddileu: mae Microsoft Teams yn cadw’r hyn a deipir yma. Nid yw Candour yn ei gadw. Dewiswch “Dod yn ôl gyda chod” i weld yr hyn y gallai person arall ei weld: sefyllfa’r adroddiad, negeseuon atoch, a drafft cyfan. Gallwch ddileu drafft yno.',
  },
  'welcome.developmentHeading': { en: 'Development: for trying out only', cy: 'Datblygu: ar gyfer profi yn unig' },
  'welcome.development': {
    en: 'Nobody is signed in here and nothing is protected. Do not type anything real. Everyone who uses this chat has these roles: {roles}.',
    cy: 'Nid oes neb wedi mewngofnodi yma ac nid oes dim wedi’i ddiogelu. Peidiwch â theipio dim byd go iawn. Mae gan bawb sy’n defnyddio’r sgwrs hon y rolau hyn: {roles}.',
  },
} as const satisfies Words<'welcome'>;
