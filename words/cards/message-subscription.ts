import type { Words } from '../word.ts';

/** The card on which somebody chooses about the messages that go to everybody. */
export const messageSubscriptionWords = {
  'messages.heading': { en: 'Messages from Candour', cy: 'Negeseuon gan Candour' },
  'messages.what': {
    en: 'Now and then Candour sends everyone here the same short message: guidance, or a short example with a question. It is never about a report. Candour does not record who opens a message, or who answers. Microsoft Teams keeps what is sent here, and may record what you press.',
    cy: 'O bryd i’w gilydd mae Candour yn anfon yr un neges fer at bawb yma: canllawiau, neu sefyllfa gyda chwestiwn. Nid yw byth yn ymwneud ag adroddiad. Nid yw Candour yn cofnodi pwy sy’n agor neges, na phwy sy’n ateb. Mae Microsoft Teams yn cadw’r hyn a anfonir yma, a gall gofnodi’r hyn rydych yn ei bwyso.',
  },
  'messages.onWelcome': {
    en: 'Now and then Candour sends everyone a short message. If you do not want these messages, choose “Messages from Candour”, or type “messages”.',
    cy: 'O bryd i’w gilydd mae Candour yn anfon neges fer at bawb. Os nad ydych am gael y negeseuon hyn, dewiswch “Negeseuon gan Candour”, neu teipiwch “negeseuon”.',
  },
  'messages.saved': { en: 'Your choice is saved', cy: 'Mae eich dewis wedi’i gadw' },
  'messages.receive': { en: 'You receive these messages.', cy: 'Rydych yn derbyn y negeseuon hyn.' },
  'messages.pause': {
    en: 'You will not receive these messages until {day}. They will then start again.',
    cy: 'Ni fyddwch yn derbyn y negeseuon hyn tan {day}. Byddant yn dechrau eto bryd hynny.',
  },
  'messages.none': {
    en: 'You do not receive these messages. You can change this here at any time.',
    cy: 'Nid ydych yn derbyn y negeseuon hyn. Gallwch newid hynny yma ar unrhyw adeg.',
  },
  'messages.unknown': {
    en: 'Candour does not send you these messages yet. You can choose here whether it should.',
    cy: 'Nid yw Candour yn anfon y negeseuon hyn atoch eto. Gallwch ddewis yma a ddylai wneud.',
  },
  'messages.language': {
    en: 'They come in {language, select, cy {Welsh} other {English}}.',
    cy: 'Maent yn dod yn {language, select, cy {Gymraeg} other {Saesneg}}.',
  },
  'messages.keptHeading': { en: 'What is kept about you', cy: 'Yr hyn a gedwir amdanoch' },
  'messages.kept': {
    en: 'We keep the address of this chat, your language, the day the app was added, what you choose here, and, for up to 30 days, whether each message reached this chat. We do not keep your name, or anything about what you do in Candour. No page shows anyone what you chose, but the people who run the database could look it up. If you remove the app, your choices are deleted. Backup copies may last longer.',
    cy: 'Rydym yn cadw cyfeiriad y sgwrs hon, eich iaith, y diwrnod yr ychwanegwyd yr ap, yr hyn rydych yn ei ddewis yma ac, am hyd at 30 diwrnod, a gyrhaeddodd pob neges y sgwrs hon. Nid ydym yn cadw eich enw, na dim am yr hyn rydych yn ei wneud yn Candour. Nid oes unrhyw dudalen yn dangos i neb yr hyn a ddewisoch, ond gallai’r bobl sy’n rhedeg y gronfa ddata ddod o hyd iddo. Os byddwch yn tynnu’r ap, caiff eich dewisiadau eu dileu. Gall copïau wrth gefn bara’n hirach.',
  },
  'messages.toReceive': { en: 'Receive messages', cy: 'Derbyn negeseuon' },
  'messages.toPause': { en: 'Pause for 3 months', cy: 'Oedi am 3 mis' },
  'messages.toNone': { en: 'Receive no messages', cy: 'Peidio â derbyn negeseuon' },
  'messages.inEnglish': { en: 'Messages in English', cy: 'Negeseuon yn Saesneg' },
  'messages.inWelsh': { en: 'Messages in Welsh', cy: 'Negeseuon yn Gymraeg' },
} as const satisfies Words<'messages'>;
