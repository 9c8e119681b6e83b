import type { Words } from '../word.ts';

/** The card on which somebody chooses about the messages that go to everybody. */
export const messageSubscriptionWords = {
  'messages.heading': { en: 'Messages from Candour', cy: 'Negeseuon gan Candour' },
  'messages.what': {
    en: 'Now and then Candour sends everyone here the same short read: guidance, or a scene with a question. It is never about a report. Candour does not record who opens one, or who answers. Microsoft Teams keeps what is sent here, and may record what you press.',
    cy: 'O bryd i’w gilydd mae Candour yn anfon yr un darn byr at bawb yma: canllawiau, neu sefyllfa gyda chwestiwn. Nid yw byth yn ymwneud ag adroddiad. Nid yw Candour yn cofnodi pwy sy’n agor un, na phwy sy’n ateb. Mae Microsoft Teams yn cadw’r hyn a anfonir yma, a gall gofnodi’r hyn rydych yn ei bwyso.',
  },
  'messages.onWelcome': {
    en: 'Now and then Candour sends everyone a short read. You can choose to receive none: choose “Messages from Candour”, or type “messages”.',
    cy: 'O bryd i’w gilydd mae Candour yn anfon darn byr at bawb. Gallwch ddewis peidio â derbyn dim: dewiswch “Negeseuon gan Candour”, neu teipiwch “negeseuon”.',
  },
  'messages.saved': { en: 'Your choice is kept', cy: 'Mae eich dewis wedi’i gadw' },
  'messages.receive': { en: 'You receive these messages.', cy: 'Rydych yn derbyn y negeseuon hyn.' },
  'messages.pause': {
    en: 'You receive none until {day}. After that they begin again by themselves.',
    cy: 'Ni fyddwch yn derbyn yr un tan {day}. Ar ôl hynny byddant yn ailddechrau ohonynt eu hunain.',
  },
  'messages.none': {
    en: 'You receive none. That stays so until you change it here.',
    cy: 'Nid ydych yn derbyn yr un. Bydd hynny’n parhau nes i chi ei newid yma.',
  },
  'messages.unknown': {
    en: 'So far Candour sends you none. You can choose here whether that stays so.',
    cy: 'Hyd yma nid yw Candour yn anfon yr un atoch. Gallwch ddewis yma a yw hynny’n parhau.',
  },
  'messages.language': {
    en: 'They come in {language, select, cy {Welsh} other {English}}.',
    cy: 'Maent yn dod yn {language, select, cy {Gymraeg} other {Saesneg}}.',
  },
  'messages.keptHeading': { en: 'What is kept about you', cy: 'Yr hyn a gedwir amdanoch' },
  'messages.kept': {
    en: 'The address of this chat, a language, the day on which the app was added, what you choose here, and for up to 30 days whether each message reached this chat. Not your name, and nothing about what you do in Candour. No page shows anyone what you chose. The people who run the database could look it up. If you remove the app, your choices are deleted. Backup copies may last longer.',
    cy: 'Cyfeiriad y sgwrs hon, iaith, y diwrnod yr ychwanegwyd yr ap, yr hyn rydych yn ei ddewis yma, ac am hyd at 30 diwrnod a gyrhaeddodd pob neges y sgwrs hon. Nid eich enw, na dim am yr hyn rydych yn ei wneud yn Candour. Nid oes unrhyw dudalen yn dangos i neb beth ddewisoch chi. Gallai’r bobl sy’n rhedeg y gronfa ddata edrych arno. Os byddwch yn tynnu’r ap, caiff eich dewisiadau eu dileu. Gall copïau wrth gefn bara’n hirach.',
  },
  'messages.toReceive': { en: 'Receive them', cy: 'Eu derbyn' },
  'messages.toPause': { en: 'Pause for 3 months', cy: 'Oedi am 3 mis' },
  'messages.toNone': { en: 'Receive none', cy: 'Derbyn dim' },
  'messages.inEnglish': { en: 'Messages in English', cy: 'Negeseuon yn Saesneg' },
  'messages.inWelsh': { en: 'Messages in Welsh', cy: 'Negeseuon yn Gymraeg' },
} as const satisfies Words<'messages'>;
