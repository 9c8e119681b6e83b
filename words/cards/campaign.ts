import type { Words } from '../word.ts';

/** The words around those of an item of a campaign, which are its own. */
export const campaignWords = {
  /** It does not say what is read. */
  'campaign.toast': { en: 'A short message', cy: 'Neges fer' },
  'campaign.scene': { en: 'What would you do?', cy: 'Beth fyddech chi’n ei wneud?' },
  'campaign.sceneKept': {
    en: 'Your choice is not sent to Candour.',
    cy: 'Ni chaiff eich dewis ei anfon at Candour.',
  },
  'campaign.more': { en: 'Read more', cy: 'Darllen mwy' },
  'campaign.withdrawnHeading': { en: 'This message was withdrawn', cy: 'Cafodd y neges hon ei thynnu’n ôl' },
  'campaign.withdrawn': {
    en: 'There is nothing you need to do.',
    cy: 'Nid oes angen i chi wneud dim.',
  },
} as const satisfies Words<'campaign'>;
