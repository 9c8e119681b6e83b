import type { Words } from './word.ts';

/** What stands around the pages. */
export const shellWords = {
  'shell.candour': { en: 'Candour', cy: 'Candour' },
  'shell.skip': { en: 'Skip to the page', cy: 'Neidio i’r dudalen' },
  'shell.navigation': { en: 'Pages', cy: 'Tudalennau' },
  'shell.cases': { en: 'Cases', cy: 'Achosion' },
  'shell.identity': { en: 'Identity', cy: 'Hunaniaeth' },
  'shell.keys': { en: 'Keys', cy: 'Allweddi' },
  'shell.report': { en: 'Report a concern', cy: 'Rhoi gwybod am bryder' },
  'shell.comeBack': { en: 'Come back with a code', cy: 'Dod yn ôl gyda chod' },
  'shell.thisLanguage': { en: 'English', cy: 'Cymraeg' },
  'shell.title': { en: '{page} – Candour', cy: '{page} – Candour' },
  'shell.connecting': { en: 'Opening Candour', cy: 'Yn agor Candour' },
  'shell.loading': { en: 'Loading the page', cy: 'Yn llwytho’r dudalen' },
  'shell.notInTeamsHeading': { en: 'Candour opens in Microsoft Teams', cy: 'Mae Candour yn agor yn Microsoft Teams' },
  'shell.notInTeams': {
    en: 'This page works only inside Teams, which tells it who you are. Please open Teams and look for Candour under Apps. Nothing can be reported or read here.',
    cy: 'Dim ond y tu mewn i Teams y mae’r dudalen hon yn gweithio, gan mai Teams sy’n dweud wrthi pwy ydych chi. Agorwch Teams a chwiliwch am Candour o dan Apiau. Ni ellir rhoi gwybod na darllen dim yma.',
  },
  'shell.emergency': {
    en: 'When someone is in danger now, ring 999.',
    cy: 'Pan fydd rhywun mewn perygl nawr, ffoniwch 999.',
  },
  'shell.notOpenHeading': { en: 'Candour could not be opened', cy: 'Ni ellid agor Candour' },
  'shell.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'shell.brokenHeading': { en: 'This page stopped working', cy: 'Mae’r dudalen hon wedi stopio gweithio' },
  'shell.broken': {
    en: 'What was saved stays saved. What you were typing on this page may be lost. Please open Candour again: your keys then need to be opened again.',
    cy: 'Mae’r hyn a gadwyd yn aros wedi’i gadw. Efallai fod yr hyn yr oeddech yn ei deipio ar y dudalen hon wedi’i golli. Agorwch Candour eto: bydd angen agor eich allweddi eto wedyn.',
  },
  'shell.openAgain': { en: 'Open Candour again', cy: 'Agor Candour eto' },
  'shell.unsentHeading': {
    en: 'Leave without sending?',
    cy: 'Gadael heb anfon?',
  },
  'shell.unsent': {
    en: 'Something that you wrote on this page is not sent. It is kept nowhere, and is gone when you leave.',
    cy: 'Mae rhywbeth rydych wedi’i ysgrifennu ar y dudalen hon heb ei anfon. Nid yw’n cael ei gadw yn unman, a bydd wedi mynd pan fyddwch yn gadael.',
  },
  'shell.stay': { en: 'Stay on this page', cy: 'Aros ar y dudalen hon' },
  'shell.leave': { en: 'Leave', cy: 'Gadael' },
} as const satisfies Words<'shell'>;
