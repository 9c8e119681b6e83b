import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parseFrameEvent, parseFrameCommand, parseShowMessage } from '../../../tab/files/viewer-frame-messages.ts';

describe('what the frame and the page say to each other', () => {
  it('is nothing else, whatever is sent in its place', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (any, other) => {
        for (const data of [any, { candour: any, to: other }, { candour: 'show', bytes: any, type: other }]) {
          expect([parseShowMessage(data), parseFrameCommand(data), parseFrameEvent(data)]).toEqual([
            undefined,
            undefined,
            undefined,
          ]);
        }
        expect(parseFrameEvent({ candour: 'notShown', why: any })).toBeUndefined();
        expect(parseFrameEvent({ candour: 'drawn', page: 2, pages: 1, percent: 100, more: other })).toBeUndefined();
      }),
    );
  });

  it('is read as it is, without what else was put beside it', () => {
    const bytes = new ArrayBuffer(3);
    const file = { candour: 'show', type: 'image/png', bytes, language: 'cy', isDark: true } as const;
    expect(parseShowMessage({ ...file, more: 1 })).toEqual(file);
    expect(parseFrameCommand({ candour: 'turn', to: 'on', more: 1 })).toEqual({ candour: 'turn', to: 'on' });
    expect(parseFrameCommand({ candour: 'zoom', to: 'fit' })).toEqual({ candour: 'zoom', to: 'fit' });
    expect(parseFrameCommand({ candour: 'label', text: 'words' })).toEqual({ candour: 'label', text: 'words' });
    expect(parseFrameEvent({ candour: 'used', more: 1 })).toEqual({ candour: 'used' });
    expect(parseFrameEvent({ candour: 'played', more: 1 })).toEqual({ candour: 'played' });
    expect(parseFrameEvent({ candour: 'escape', more: 1 })).toEqual({ candour: 'escape' });
    expect(parseFrameEvent({ candour: 'notShown', why: 'damaged', text: 'words' })).toEqual({
      candour: 'notShown',
      why: 'damaged',
    });
    const drawn = { candour: 'drawn', page: 1, pages: 2, percent: 100 };
    expect(parseFrameEvent({ ...drawn, more: 1 })).toEqual(drawn);
  });
});
