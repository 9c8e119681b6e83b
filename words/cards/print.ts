import type { Words } from '../word.ts';

/** Words on paper: sheets, posters and slides. */
export const printWords = {
  'print.ownDevice': {
    en: 'Read more on a phone of your own, not one from work.',
    cy: 'Darllenwch fwy ar eich ffôn eich hun, nid un o’r gwaith.',
  },
  'print.qr': {
    en: 'A code for a phone’s camera that leads to {address}',
    cy: 'Cod i gamera ffôn sy’n arwain at {address}',
  },
  'print.danger': { en: 'In danger now: {emergency}', cy: 'Mewn perygl nawr: {emergency}' },
  'print.crimestoppers': {
    en: 'Crimestoppers: {crimestoppers}',
    cy: 'Crimestoppers (Taclo’r Taclau): {crimestoppers}',
  },
  'print.draft': {
    en: '{force}: a draft that nobody has approved',
    cy: '{force}: drafft nad oes neb wedi’i gymeradwyo',
  },
  'print.footer': {
    en: 'To be read again by {day}. Page {page} of {pages}',
    cy: 'I’w ddarllen eto erbyn {day}. Tudalen {page} o {pages}',
  },
  'print.pack': { en: 'A campaign to take away', cy: 'Ymgyrch i fynd â hi gyda chi' },
  'print.packWhat': {
    en: 'Here are the messages of twelve weeks in both languages, each as text and as a card, with sheets of the guidance, posters and slides for talks.',
    cy: 'Dyma negeseuon deuddeg wythnos yn y ddwy iaith, pob un fel testun ac fel cerdyn, gyda thaflenni o’r canllawiau, posteri a sleidiau ar gyfer sgyrsiau.',
  },
  'print.packWarning': {
    en: 'Candour sends these itself, and does not note who reads them. Other channels do: they show who opened a message, who pressed a link, and how many in a department read it. Somebody who reads this closely may be the one who is about to report. If you use another channel, have its counts of readers turned off, or send without links that are followed.',
    cy: 'Mae Candour yn anfon y rhain ei hun, ac nid yw’n nodi pwy sy’n eu darllen. Mae sianeli eraill yn gwneud hynny: maent yn dangos pwy agorodd neges, pwy bwysodd ddolen, a faint mewn adran a’i darllenodd. Efallai mai’r sawl sy’n darllen hyn yn fanwl yw’r un sydd ar fin rhoi gwybod. Os ydych yn defnyddio sianel arall, gofynnwch am ddiffodd ei chyfrif o ddarllenwyr, neu anfonwch heb ddolenni sy’n cael eu dilyn.',
  },
  'print.packOften': {
    en: 'Send them to all alike, never again to those who did not read.',
    cy: 'Anfonwch nhw at bawb yn yr un modd, a byth eto at y rhai na ddarllenodd.',
  },
  'print.packFigures': {
    en: 'The figures of this message are put in by hand, out of the wider summary, and read by a second person.',
    cy: 'Rhoddir ffigurau’r neges hon i mewn â llaw, o’r crynodeb ehangach, a bydd ail berson yn eu darllen.',
  },
  'print.week': { en: 'Week {week}', cy: 'Wythnos {week}' },
  'print.slide': { en: '{page} of {pages}', cy: '{page} o {pages}' },
} as const satisfies Words<'print'>;
