import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { said, told, toShow } from '../../../../tab/file-viewer/frame/frame-messages.ts';

describe('what the frame and the page say to each other', () => {
  it('is nothing else, whatever is sent in its place', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (any, other) => {
        for (const data of [any, { candour: any, to: other }, { candour: 'show', bytes: any, type: other }]) {
          expect([toShow(data), told(data), said(data)]).toEqual([undefined, undefined, undefined]);
        }
        expect(said({ candour: 'notShown', why: any })).toBeUndefined();
        expect(said({ candour: 'drawn', page: 2, pages: 1, percent: 100, more: other })).toBeUndefined();
      }),
    );
  });

  it('is read as it is, without what else was put beside it', () => {
    const bytes = new ArrayBuffer(3);
    const file = { candour: 'show', type: 'image/png', bytes, language: 'cy', isDark: true } as const;
    expect(toShow({ ...file, more: 1 })).toEqual(file);
    expect(told({ candour: 'turn', to: 'on', more: 1 })).toEqual({ candour: 'turn', to: 'on' });
    expect(told({ candour: 'zoom', to: 'fit' })).toEqual({ candour: 'zoom', to: 'fit' });
    expect(told({ candour: 'label', text: 'words' })).toEqual({ candour: 'label', text: 'words' });
    expect(said({ candour: 'used', more: 1 })).toEqual({ candour: 'used' });
    expect(said({ candour: 'notShown', why: 'damaged', text: 'words' })).toEqual({
      candour: 'notShown',
      why: 'damaged',
    });
    const drawn = { candour: 'drawn', page: 1, pages: 2, percent: 100 };
    expect(said({ ...drawn, more: 1 })).toEqual(drawn);
  });
});
