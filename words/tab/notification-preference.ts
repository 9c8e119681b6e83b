import type { Words } from '../word.ts';

/** The choice about the line that tells somebody that something waits. */
export const notificationPreferenceWords = {
  'line.heading': { en: 'Notifications', cy: 'Hysbysiadau' },
  'line.what': {
    en: 'Candour can message you in Teams when something is waiting for you: for example, when you are given a case or asked to be the second person. The message says only “You have something to do in Candour”. It is sent at most once a day, on the hour. It may also show on your phone’s locked screen, where anyone who reads it can tell that you work with Candour.',
    cy: 'Gall Candour anfon neges atoch yn Teams pan fydd rhywbeth yn aros amdanoch: er enghraifft, pan roddir achos i chi, neu pan ofynnir i chi fod yn ail berson. Dim ond “Mae gennych rywbeth i’w wneud yn Candour” y mae’r neges yn ei ddweud. Caiff ei hanfon unwaith y dydd ar y mwyaf, ar ben yr awr. Gall hefyd ymddangos ar sgrin eich ffôn pan fydd wedi’i chloi, lle gall unrhyw un sy’n ei darllen ddeall eich bod yn gweithio gyda Candour.',
  },
  'line.label': { en: 'Message me', cy: 'Anfon neges ataf' },
  'line.en': { en: 'In English', cy: 'Yn Saesneg' },
  'line.cy': { en: 'In Welsh', cy: 'Yn Gymraeg' },
  'line.off': { en: 'Not at all', cy: 'Dim o gwbl' },
  'line.saved': { en: 'Saved.', cy: 'Wedi’i gadw.' },
} as const satisfies Words<'line'>;
