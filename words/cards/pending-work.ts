import type { Words } from '../word.ts';

/** The line to one person that something waits for them. It has no words for what waits. */
export const pendingWorkWords = {
  'waiting.heading': { en: 'You have something to do in Candour', cy: 'Mae gennych rywbeth i’w wneud yn Candour' },
  'waiting.where': {
    en: 'The tab shows what it is. It is never about a report you made yourself.',
    cy: 'Mae’r tab yn dangos beth ydyw. Nid yw byth yn ymwneud ag adroddiad a wnaethoch chi eich hun.',
  },
  'waiting.off': {
    en: 'You get this message once a day at most. You can turn it off in the tab, under “Keys”.',
    cy: 'Cewch y neges hon unwaith y dydd ar y mwyaf. Gallwch ei diffodd yn y tab, o dan “Allweddi”.',
  },
  'waiting.open': { en: 'Open Candour', cy: 'Agor Candour' },
} as const satisfies Words<'waiting'>;
