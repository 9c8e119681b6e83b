import type { Words } from '../word.ts';

/** The first things to do where there is no case yet. */
export const firstStepsWords = {
  'firstSteps.intro': { en: 'To check that everything works:', cy: 'I wirio bod popeth yn gweithio:' },
  'firstSteps.key': {
    en: 'Make your own key on the page “Keys”, and ask a colleague who has the group’s key to give it to you.',
    cy: 'Gwnewch eich allwedd eich hun ar y dudalen “Allweddi”, a gofynnwch i gydweithiwr sydd ag allwedd y grŵp ei rhoi i chi.',
  },
  'firstSteps.channel': {
    en: 'Mention Candour in your unit’s channel and write “alerts here”, so that alerts are posted there.',
    cy: 'Crybwyllwch Candour yn sianel eich uned ac ysgrifennwch “rhybuddion yma”, fel bod rhybuddion yn cael eu postio yno.',
  },
  'firstSteps.reserveChannel': {
    en: 'Mention Candour in the reserve officers’ channel and write “reserve alerts here”, so that alerts are posted there.',
    cy: 'Crybwyllwch Candour yn sianel y swyddogion wrth gefn ac ysgrifennwch “rhybuddion swyddogion wrth gefn yma”, fel bod rhybuddion yn cael eu postio yno.',
  },
  'firstSteps.report': {
    en: 'Send a made-up report with the word “test” in it. Then acknowledge it, open it and close it here.',
    cy: 'Anfonwch adroddiad ffug gyda’r gair “prawf” ynddo. Yna cydnabyddwch ef, agorwch ef a chaewch ef yma.',
  },
  'firstSteps.reserveReport': {
    en: 'Send a made-up report with the word “test” in it, and say that it could be about the unit. Then acknowledge it, open it and close it here.',
    cy: 'Anfonwch adroddiad ffug gyda’r gair “prawf” ynddo, a dywedwch y gall ymwneud â’r uned. Yna cydnabyddwch ef, agorwch ef a chaewch ef yma.',
  },
  'firstSteps.openKeys': { en: 'Open the page “Keys”', cy: 'Agor y dudalen “Allweddi”' },
} as const satisfies Words<'firstSteps'>;
