import { describe, expect, it } from '@jest/globals';
import { createRequestIds, newRequestId } from '../../../tab/ui/request-ids.ts';

describe('the name of a request', () => {
  it('stays while the same thing is sent again', () => {
    const ids = createRequestIds(newRequestId);
    const first = ids.getId('a note');
    expect([ids.getId('a note'), ids.getId('a note')]).toEqual([first, first]);
  });

  it('is another one once it is done, and for anything else, so that nothing is taken for a repeat', () => {
    const ids = createRequestIds(newRequestId);
    const first = ids.getId('a note');
    const changed = ids.getId('another note');
    const back = ids.getId('a note');
    ids.clear();
    expect(new Set([first, changed, back, ids.getId('a note')]).size).toBe(4);
  });
});
