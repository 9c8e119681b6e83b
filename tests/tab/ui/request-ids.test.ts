import { describe, expect, it } from '@jest/globals';
import { createRequestIds, newRequestId } from '../../../tab/ui/request-ids.ts';

describe('the name of a request', () => {
  it('stays while the same thing is sent again', () => {
    const ids = createRequestIds(newRequestId);
    const first = ids.of('a note');
    expect([ids.of('a note'), ids.of('a note')]).toEqual([first, first]);
  });

  it('is another one once it is done, and for anything else, so that nothing is taken for a repeat', () => {
    const ids = createRequestIds(newRequestId);
    const first = ids.of('a note');
    const changed = ids.of('another note');
    const back = ids.of('a note');
    ids.done();
    expect(new Set([first, changed, back, ids.of('a note')]).size).toBe(4);
  });
});
