/** Data of a button, where each of the doors looks for it. */
export const inData = (data: unknown): unknown => ({ data, action: { type: 'Action.Execute', data } });
/** Values of invokes that no card of ours makes, by what is odd in them. */
export const oddValues: readonly (readonly [string, unknown])[] = [
  ['none', undefined],
  ['null', null],
  ['empty', {}],
  ['a list', []],
  ['a text', 'report'],
  ['a number', 7],
  ['an action that is none', { action: 'Action.Execute', data: 'open' }],
  ['data that is none', inData(null)],
  ['empty data', inData({})],
  ['a list for data', inData([{ candour: { verb: 'open' } }])],
  ['a text for what a button says', inData({ candour: 'open' })],
  ['an unknown verb', inData({ candour: { verb: 'delete', language: 'en' } })],
  ['a verb of every object', inData({ candour: { verb: 'constructor', language: 'en' } })],
  ['an unknown flow', inData({ candour: { verb: 'open', flow: '__proto__', language: 'en' } })],
  ['an unknown language', inData({ candour: { verb: 'open', flow: 'report', language: 'fr' } })],
  ['a move without state', inData({ candour: { verb: 'move', move: 'next' } })],
  ['state that is no text', inData({ candour: { verb: 'move', move: 'next', state: { at: 'review' } } })],
  ['far too much state', inData({ candour: { verb: 'move', move: 'next', state: 'x'.repeat(100_000) } })],
];
/** Answers to a choice of one that no client sends. */
export const oddAnswers: readonly unknown[] = [
  ['no'],
  { no: 'no' },
  7,
  true,
  null,
  'maybe',
  'no,yes',
  '\u0000',
  'x'.repeat(9_000),
];
