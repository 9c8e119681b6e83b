import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parseSubmittedAction } from '../../cards/submitted-action.ts';

const summary = { verb: 'summary', view: 'overview', audience: 'wider', period: '2026-W47', language: 'en' };

describe('what a card sends back', () => {
  it('is an action with the inputs beside it', () => {
    const data = {
      candour: { verb: 'move', move: 'next', state: 'sealed' },
      msteams: { type: 'x' },
      what: 'text',
      risk: '',
    };
    expect(parseSubmittedAction(data)).toEqual({
      action: { verb: 'move', move: 'next', state: 'sealed' },
      inputs: { what: 'text', risk: '' },
    });
  });

  it('is taken without what does not belong to the action', () => {
    const data = { candour: { verb: 'open', flow: 'report', language: 'cy', extra: 1 } };
    expect(parseSubmittedAction(data)).toEqual({
      action: { verb: 'open', flow: 'report', language: 'cy' },
      inputs: {},
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'candour'],
    ['a list', [{ candour: { verb: 'week', language: 'en' } }]],
    ['an empty object', {}],
    ['an unknown verb', { candour: { verb: 'delete', language: 'en' } }],
    ['a verb without its fields', { candour: { verb: 'move' } }],
    ['an unknown language', { candour: { verb: 'week', language: 'fr' } }],
    ['a topic that is none', { candour: { verb: 'show', card: 'guidance', topic: '../all', language: 'en' } }],
    ['an overlong topic', { candour: { verb: 'show', card: 'guidance', topic: 'x'.repeat(41), language: 'en' } }],
    ['an overlong state', { candour: { verb: 'move', move: 'next', state: 'x'.repeat(40_001) } }],
    ['a summary for other readers', { candour: { ...summary, audience: 'everybody' } }],
    ['a view of a summary that there is not', { candour: { ...summary, view: 'all' } }],
    ['an overlong period', { candour: { ...summary, period: '2026-W47'.repeat(1_250) } }],
    ['an overlong table', { candour: { ...summary, table: 'x'.repeat(10_000) } }],
    ['a period that is no text', { candour: { ...summary, period: ['2026-W47'] } }],
    ['an input in place of the action', { candour: 'move' }],
  ])('is not understood where it is %s', (_, data) => {
    expect(parseSubmittedAction(data)).toBeUndefined();
  });

  it('never throws, whatever is sent', () => {
    fc.assert(fc.property(fc.anything(), (data) => void parseSubmittedAction(data)));
    fc.assert(fc.property(fc.jsonValue(), (candour) => void parseSubmittedAction({ candour })));
  });

  it('keeps every input as it came', () => {
    const action = { verb: 'week', language: 'en' } as const;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (inputs) => {
        const { candour: _, msteams: __, ...rest } = inputs;
        const sent: unknown = JSON.parse(JSON.stringify({ ...rest, candour: action }));
        expect(parseSubmittedAction(sent)?.action).toEqual(action);
        const got = Object.entries(parseSubmittedAction(sent)?.inputs ?? {});
        // A key of this name would set a prototype where objects are copied: it is no input of ours.
        const expected = Object.entries(JSON.parse(JSON.stringify(rest))).filter(([key]) => key !== '__proto__');
        expect(got.filter(([key]) => key !== '__proto__')).toEqual(expected);
      }),
    );
  });
});
