import type { Words } from '../word.ts';

/** The choice about the line that tells somebody that something waits. */
export const notificationPreferenceWords = {
  'line.heading': { en: 'Being told that something waits', cy: 'Cael gwybod bod rhywbeth yn aros' },
  'line.what': {
    en: 'Candour can write to you in Teams when you are given a case, or asked to be the second person. It says “Something waits for you in Candour” and no more, once a day at most, at a full hour. It also shows on your phone’s locked screen, and whoever reads it there can tell that you work with Candour.',
    cy: 'Gall Candour ysgrifennu atoch yn Teams pan roddir achos i chi, neu pan ofynnir i chi fod yn ail berson. Mae’n dweud “Mae rhywbeth yn aros amdanoch yn Candour” a dim mwy, unwaith y dydd ar y mwyaf, ar ben yr awr. Mae hefyd yn ymddangos ar sgrin eich ffôn pan fydd wedi’i chloi, a gall pwy bynnag sy’n ei ddarllen yno ddeall eich bod yn gweithio gyda Candour.',
  },
  'line.label': { en: 'Write to me', cy: 'Ysgrifennu ataf' },
  'line.en': { en: 'In English', cy: 'Yn Saesneg' },
  'line.cy': { en: 'In Welsh', cy: 'Yn Gymraeg' },
  'line.off': { en: 'Not at all', cy: 'Dim o gwbl' },
  'line.saved': { en: 'This is saved.', cy: 'Mae hyn wedi’i gadw.' },
} as const satisfies Words<'line'>;
