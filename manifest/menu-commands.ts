import type { Language } from '../concerns/terms/language.ts';

/** The title is what Teams types for the person. */
export interface MenuCommand {
  readonly title: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
}

export type MenuScope = 'personal' | 'team';

/**
 * The menu of each scope. Teams posts a chosen title as the person's own message, which others can find later: so
 * neither reporting nor coming back with a code is ever among them. Those are buttons that open a dialog.
 */
export const menuCommands: Readonly<Record<MenuScope, readonly MenuCommand[]>> = {
  personal: [
    {
      title: { en: 'Guidance', cy: 'Canllawiau' },
      description: {
        en: 'What abuse of position is, signs to look for, your duty and your protection',
        cy: 'Beth yw camddefnyddio swydd, arwyddion, eich dyletswydd a sut y cewch eich diogelu',
      },
    },
    {
      title: { en: 'Help', cy: 'Cymorth' },
      description: {
        en: 'What Candour does, and what to do when something does not work',
        cy: 'Beth mae Candour yn ei wneud, a beth i’w wneud pan nad yw rhywbeth yn gweithio',
      },
    },
    {
      title: { en: 'Messages', cy: 'Negeseuon' },
      description: {
        en: 'Choose whether Candour sends you a short read now and then, and in which language',
        cy: 'Dewis a yw Candour yn anfon darn byr atoch o bryd i’w gilydd, ac ym mha iaith',
      },
    },
    {
      title: { en: 'Language', cy: 'Iaith' },
      // In both languages, for someone who cannot read that of their client.
      description: {
        en: 'Choose English or Welsh. Dewis Cymraeg neu Saesneg.',
        cy: 'Dewis Cymraeg neu Saesneg. Choose English or Welsh.',
      },
    },
    {
      title: { en: 'Weekly summary', cy: 'Crynodeb wythnosol' },
      description: {
        en: 'Figures for the last full week, for those who have been given access',
        cy: 'Ffigurau’r wythnos lawn ddiwethaf, i’r rhai sydd wedi cael mynediad',
      },
    },
  ],
  team: [
    {
      title: { en: 'Alerts here', cy: 'Rhybuddion yma' },
      description: {
        en: 'Send alerts to this channel, for those allowed to choose it',
        cy: 'Anfon rhybuddion i’r sianel hon, i’r rhai sydd â’r hawl i’w dewis',
      },
    },
    {
      title: { en: 'Alert health', cy: 'Cyflwr rhybuddion' },
      description: {
        en: 'How many alerts wait or have failed, and when the last one was sent',
        cy: 'Faint o rybuddion sy’n aros neu sydd wedi methu, a phryd yr anfonwyd yr un diwethaf',
      },
    },
  ],
};
