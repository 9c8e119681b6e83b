import type { Words } from '../word.ts';

/** Words on paper: sheets, posters and slides. */
export const printWords = {
  'print.ownDevice': {
    en: 'Read more on your own phone, not one from work.',
    cy: 'Darllenwch fwy ar eich ffôn eich hun, nid ar ffôn gwaith.',
  },
  'print.qr': {
    en: 'A QR code that leads to {address}',
    cy: 'Cod QR sy’n arwain at {address}',
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
    en: 'Review by {day}. Page {page} of {pages}',
    cy: 'I’w adolygu erbyn {day}. Tudalen {page} o {pages}',
  },
  'print.pack': { en: 'Campaign pack', cy: 'Pecyn ymgyrch' },
  'print.packWhat': {
    en: 'These are the messages of a twelve-week campaign in both languages, each as text and as a card, with sheets of the guidance, posters, and slides for talks.',
    cy: 'Dyma negeseuon ymgyrch sy’n para deuddeg wythnos, yn y ddwy iaith, pob un fel testun ac fel cerdyn, gyda thaflenni o’r canllawiau, posteri a sleidiau ar gyfer sgyrsiau.',
  },
  'print.packWarning': {
    en: 'Candour sends these messages itself, and does not record who reads them. Other channels may: they can show who opened a message, who followed a link, and how many in a department read it. Someone who reads a message closely may be about to report. If you use another channel, ask for its reader counts to be turned off, or send without tracked links.',
    cy: 'Mae Candour yn anfon y negeseuon hyn ei hun, ac nid yw’n cofnodi pwy sy’n eu darllen. Gall sianeli eraill wneud hynny: gallant ddangos pwy agorodd neges, pwy ddilynodd ddolen, a faint mewn adran a’i darllenodd. Efallai fod rhywun sy’n darllen neges yn fanwl ar fin rhoi gwybod. Os ydych yn defnyddio sianel arall, gofynnwch am ddiffodd ei chyfrif o ddarllenwyr, neu anfonwch heb ddolenni sy’n cael eu holrhain.',
  },
  'print.packOften': {
    en: 'Send each message to everyone. Do not send reminders to people who have not read it.',
    cy: 'Anfonwch bob neges at bawb. Peidiwch ag anfon nodyn atgoffa at bobl sydd heb ei darllen.',
  },
  'print.packFigures': {
    en: 'Add the figures to this message by hand, from the summary for wider readers. A second person must check them.',
    cy: 'Ychwanegwch ffigurau’r neges hon â llaw, o’r crynodeb i ddarllenwyr ehangach. Rhaid i ail berson eu gwirio.',
  },
  'print.week': { en: 'Week {week}', cy: 'Wythnos {week}' },
  'print.slide': { en: '{page} of {pages}', cy: '{page} o {pages}' },
} as const satisfies Words<'print'>;
