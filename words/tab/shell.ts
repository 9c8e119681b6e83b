import type { Words } from '../word.ts';

/** The words around the pages. */
export const shellWords = {
  'shell.candour': { en: 'Candour', cy: 'Candour' },
  'shell.skip': { en: 'Skip to main content', cy: 'Neidio i’r prif gynnwys' },
  'shell.navigation': { en: 'Pages', cy: 'Tudalennau' },
  'shell.cases': { en: 'Cases', cy: 'Achosion' },
  'shell.unit': { en: 'Unit', cy: 'Uned' },
  'shell.oversight': { en: 'For the reserve officers', cy: 'I’r swyddogion wrth gefn' },
  'shell.identity': { en: 'Identity', cy: 'Hunaniaeth' },
  'shell.summaries': { en: 'Summaries', cy: 'Crynodebau' },
  'shell.writing': { en: 'Write guidance', cy: 'Ysgrifennu canllawiau' },
  'shell.keys': { en: 'Keys', cy: 'Allweddi' },
  'shell.report': { en: 'Report a concern', cy: 'Rhoi gwybod am bryder' },
  'shell.comeBack': { en: 'Come back with a code', cy: 'Dod yn ôl gyda chod' },
  'shell.partners': { en: 'Partners', cy: 'Partneriaid' },
  'shell.campaigns': { en: 'Campaigns', cy: 'Ymgyrchoedd' },
  'shell.guidance': { en: 'Guidance', cy: 'Canllawiau' },
  'shell.thisLanguage': { en: 'English', cy: 'Cymraeg' },
  'shell.shortcuts': { en: 'Shortcuts', cy: 'Llwybrau byr' },
  'shell.title': { en: '{page} – Candour', cy: '{page} – Candour' },
  'shell.hide': { en: 'Hide', cy: 'Cuddio' },
  'shell.hideKeys': {
    en: 'Or press Escape twice',
    cy: 'Neu pwyswch Escape ddwywaith',
  },
  'shell.neutral': { en: 'Updates', cy: 'Diweddariadau' },
  'shell.neutralText': { en: 'There is nothing new at the moment.', cy: 'Nid oes dim byd newydd ar hyn o bryd.' },
  'shell.neutralReturn': { en: 'Refresh', cy: 'Adnewyddu' },
  'shell.connecting': { en: 'Opening Candour', cy: 'Yn agor Candour' },
  'shell.loading': { en: 'Loading the page', cy: 'Yn llwytho’r dudalen' },
  'shell.notInTeamsHeading': { en: 'Candour opens in Microsoft Teams', cy: 'Mae Candour yn agor yn Microsoft Teams' },
  'shell.notInTeams': {
    en: 'This page works only inside Teams, which tells it who you are. Open Teams and look for Candour under Apps. You cannot report or read anything here.',
    cy: 'Dim ond y tu mewn i Teams y mae’r dudalen hon yn gweithio, gan mai Teams sy’n dweud wrthi pwy ydych chi. Agorwch Teams a chwiliwch am Candour o dan Apiau. Ni allwch roi gwybod am ddim na darllen dim yma.',
  },
  'shell.emergency': {
    en: 'If someone is in danger now, call {emergency}.',
    cy: 'Os oes rhywun mewn perygl nawr, ffoniwch {emergency}.',
  },
  'shell.notOpenHeading': { en: 'Candour could not be opened', cy: 'Ni ellid agor Candour' },
  'shell.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'shell.brokenHeading': { en: 'This page stopped working', cy: 'Mae’r dudalen hon wedi stopio gweithio' },
  'shell.broken': {
    en: 'Everything saved so far is still there. What you were typing on this page may be lost. Open Candour again. If a key was open, open it again too.',
    cy: 'Mae popeth a gadwyd eisoes yno o hyd. Efallai fod yr hyn yr oeddech yn ei deipio ar y dudalen hon wedi’i golli. Agorwch Candour eto. Os oedd allwedd ar agor gennych, agorwch honno eto hefyd.',
  },
  'shell.openAgain': { en: 'Open Candour again', cy: 'Agor Candour eto' },
  'shell.partMissing': {
    en: 'This part of the page could not be loaded. What you wrote elsewhere on the page is still there. Check your connection and try again.',
    cy: 'Ni ellid llwytho’r rhan hon o’r dudalen. Mae’r hyn a ysgrifennoch mewn mannau eraill ar y dudalen yno o hyd. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
  },
  'shell.pageMissingHeading': { en: 'This page could not be loaded', cy: 'Ni ellid llwytho’r dudalen hon' },
  'shell.pageMissing': {
    en: 'Nothing was changed, and keys that are open stay open. Check your connection and try again.',
    cy: 'Ni newidiwyd dim, ac mae allweddi sydd ar agor yn aros ar agor. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
  },
  'shell.notLoaded': {
    en: 'Part of the page did not load. Check your connection and try again.',
    cy: 'Ni lwythodd rhan o’r dudalen. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
  },
  'shell.outdatedLabel': { en: 'New version', cy: 'Fersiwn newydd' },
  'shell.outdated': {
    en: 'Candour was updated after you opened this page. Load the new version when it suits you. If a key is open, you will then need to open it again.',
    cy: 'Diweddarwyd Candour ar ôl i chi agor y dudalen hon. Llwythwch y fersiwn newydd pan fydd yn gyfleus i chi. Os oes allwedd ar agor gennych, bydd angen i chi ei hagor eto wedyn.',
  },
  'shell.outdatedUnsent': {
    en: 'You have unsent text on this page, so the page stays as it is. Send the text or clear the field first, then load the new version.',
    cy: 'Mae testun heb ei anfon gennych ar y dudalen hon, felly mae’r dudalen yn aros fel y mae. Anfonwch y testun neu gwagiwch y maes yn gyntaf, yna llwythwch y fersiwn newydd.',
  },
  'shell.outdatedLoad': { en: 'Load the new version', cy: 'Llwytho’r fersiwn newydd' },
  'shell.changedLabel': { en: 'Something has changed', cy: 'Mae rhywbeth wedi newid' },
  'shell.changedShow': { en: 'Show', cy: 'Dangos' },
  'shell.changedFailed': {
    en: 'The changes could not be loaded. Try again in a moment.',
    cy: 'Ni ellid llwytho’r newidiadau. Rhowch gynnig arall arni ymhen ychydig.',
  },
} as const satisfies Words<'shell'>;
