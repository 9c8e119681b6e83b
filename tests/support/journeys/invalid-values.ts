/** Data of a button, where each of the doors looks for it. */
export const nestInData = (data: unknown): unknown => ({ data, action: { type: 'Action.Execute', data } });
/** Values of invokes that no card of ours makes, by what is odd in them. */
export const invalidValues: readonly (readonly [string, unknown])[] = [
  ['none', undefined],
  ['null', null],
  ['empty', {}],
  ['a list', []],
  ['a text', 'report'],
  ['a number', 7],
  ['an action that is none', { action: 'Action.Execute', data: 'open' }],
  ['data that is none', nestInData(null)],
  ['empty data', nestInData({})],
  ['a list for data', nestInData([{ candour: { verb: 'open' } }])],
  ['a text for what a button says', nestInData({ candour: 'open' })],
  ['an unknown verb', nestInData({ candour: { verb: 'delete', language: 'en' } })],
  ['a verb of every object', nestInData({ candour: { verb: 'constructor', language: 'en' } })],
  ['an unknown flow', nestInData({ candour: { verb: 'open', flow: '__proto__', language: 'en' } })],
  ['an unknown language', nestInData({ candour: { verb: 'open', flow: 'report', language: 'fr' } })],
  ['a move without state', nestInData({ candour: { verb: 'move', move: 'next' } })],
  ['state that is no text', nestInData({ candour: { verb: 'move', move: 'next', state: { at: 'review' } } })],
  ['far too much state', nestInData({ candour: { verb: 'move', move: 'next', state: 'x'.repeat(100_000) } })],
];
/** Answers to a choice of one that no client sends. */
export const invalidAnswers: readonly unknown[] = [
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
