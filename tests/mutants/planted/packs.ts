import type { Mutant } from '../mutant.ts';

const pack = ['tests/print/pack.test.ts'];

/** Ways in which what goes to everybody singles somebody out, or says what it must not. */
export const inPacks: readonly Mutant[] = [
  {
    name: 'a choice in a scene is sent to the server',
    promise: 'access',
    file: 'cards/page-data.ts',
    find: "        type: 'Action.ToggleVisibility',",
    put: "        type: 'Action.Execute',",
    tests: ['tests/cards/campaign-page.test.ts'],
  },
  {
    name: 'the words of a scene are drawn as Markdown',
    promise: 'access',
    file: 'cards/campaign-page.ts',
    find: "{ heading: say(language, 'campaign.scene'), text: [], set: said },",
    put: "{ heading: say(language, 'campaign.scene'), text: said.flat().map(({ text }) => text) },",
    tests: ['tests/cards/campaign-page.test.ts'],
  },
  {
    name: 'a pack leaves without the warning',
    promise: 'truthful',
    file: 'print/plan-text.ts',
    find: "`**${say(language, 'print.packWarning')}**`,",
    put: "`**${say(language, 'print.packOften')}**`,",
    tests: pack,
  },
  {
    name: 'a pack asks the questions of the pulse',
    promise: 'truthful',
    file: 'print/pack.ts',
    find: 'pulse === undefined;',
    put: "pulse !== 'never';",
    tests: pack,
  },
  {
    name: 'the code of a poster says more than the address of the guidance',
    promise: 'access',
    file: 'pdf/draw-qr.ts',
    find: "encodeQR(address, 'raw'",
    put: "encodeQR(`${address}?poster=1`, 'raw'",
    tests: ['tests/browser/print.test.ts'],
  },
  {
    name: 'an item is sent whose languages say different things',
    promise: 'both languages',
    file: 'guidance/check-item.ts',
    find: '...(isAlike ? [] :',
    put: '...(isAlike || item.body.cy !== item.body.en ? [] :',
    tests: ['tests/guidance/read-item.test.ts'],
  },
  {
    name: 'a pulse is sent without its questions',
    promise: 'truthful',
    file: 'bot/campaigns/item-messages.ts',
    find: 'itemPage({ item, campaign, language',
    put: 'itemPage({ item, language',
    tests: ['tests/bot/campaigns/item-messages.test.ts'],
  },
  {
    name: 'what was done is told without a figure',
    promise: 'figures',
    file: 'guidance/check-item.ts',
    find: 'item.figures !== undefined && ',
    put: 'item.figures === undefined && ',
    tests: ['tests/guidance/read-item.test.ts'],
  },
];
