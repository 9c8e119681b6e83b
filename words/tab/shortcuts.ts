import type { Words } from '../word.ts';

/** The list of what the keyboard does. A key that opens reports is another thing: these are called shortcuts. */
export const shortcutsWords = {
  'shortcuts.heading': { en: 'Keyboard shortcuts', cy: 'Llwybrau byr bysellfwrdd' },
  'shortcuts.sendKeys': { en: 'Ctrl and Enter, or Command and Enter', cy: 'Ctrl ac Enter, neu Command ac Enter' },
  'shortcuts.send': {
    en: 'Sends the form that you are typing in, as its button does',
    cy: 'Yn anfon y ffurflen rydych yn teipio ynddi, fel y mae ei botwm yn ei wneud',
  },
  'shortcuts.find': {
    en: 'Goes to the field that finds a case by its reference number',
    cy: 'Yn mynd i’r maes sy’n dod o hyd i achos yn ôl ei rif cyfeirnod',
  },
  'shortcuts.open': { en: 'On a case: opens its report', cy: 'Ar achos: yn agor ei adroddiad' },
  'shortcuts.step': { en: 'On a case: goes to its next step', cy: 'Ar achos: yn mynd i’w gam nesaf' },
  'shortcuts.acknowledge': { en: 'On a case: acknowledges it', cy: 'Ar achos: yn ei gydnabod' },
  'shortcuts.next': {
    en: 'While you work through cases: goes to the next one',
    cy: 'Wrth weithio drwy achosion: yn mynd i’r nesaf',
  },
  'shortcuts.later': {
    en: 'While you work through cases: leaves this case until the end',
    cy: 'Wrth weithio drwy achosion: yn gadael hwn tan y diwedd',
  },
  'shortcuts.list': { en: 'Shows these shortcuts', cy: 'Yn dangos y llwybrau byr hyn' },
  'shortcuts.escape': { en: 'Closes a window like this one', cy: 'Yn cau ffenestr fel hon' },
  'shortcuts.single': { en: 'Use single-key shortcuts', cy: 'Defnyddio llwybrau byr un fysell' },
  'shortcuts.singleHint': {
    en: 'While you type in a field, these keys type letters as usual. If you turn the shortcuts off, they stay off until you open Candour again.',
    cy: 'Tra byddwch yn teipio mewn maes, mae’r bysellau hyn yn teipio llythrennau fel arfer. Os diffoddwch y llwybrau byr, byddant yn aros felly nes i chi agor Candour eto.',
  },
  'shortcuts.close': { en: 'Close', cy: 'Cau' },
} as const satisfies Words<'shortcuts'>;
