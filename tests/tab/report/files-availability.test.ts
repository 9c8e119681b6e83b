import { describe, expect, it } from '@jest/globals';
import { filesAvailability } from '../../../tab/report/report-session.ts';

const comingBack = (state: object) => filesAvailability({ id: 'comeBack', state });

describe('whoever comes back with a code', () => {
  it('may add files beside a case, whether or not something was asked before', () => {
    for (const state of [{ at: 'case' }, { at: 'case', asking: undefined, code: 'held' }]) {
      expect(comingBack(state)).toMatchObject({
        takes: 'addition',
        isAwaited: false,
        isOver: false,
        mayKeepOriginals: false,
      });
    }
  });

  it('adds none while something is asked, and lets go of them where it is over', () => {
    expect(comingBack({ at: 'case', asking: 'leave' })).toMatchObject({ takes: undefined, isOver: false });
    for (const at of ['added', 'apart']) expect(comingBack({ at })).toMatchObject({ isOver: true });
  });

  it('is nowhere in a state that says nothing', () => {
    expect(filesAvailability({ id: 'comeBack', state: {} })).toMatchObject({ takes: undefined, isOver: false });
  });
});
