import { describe, expect, it } from '@jest/globals';
import { personId } from '../../core/model/directory.ts';
import { isSignedBy, signerOf } from '../../crypto/signer.ts';
import { isVouchedFor, vouchFor } from '../../crypto/key-endorsement.ts';
import { keyOf } from '../support/tab/keys.ts';

const group = keyOf(1, 'acu');
const stranger = keyOf(2, 'acu');
const line = { group: 'acu', objectId: personId('a'), recipient: keyOf(3, 'personal').recipient } as const;

describe('a vouch', () => {
  it('holds for one line of one person in one group, by the key of that group', () => {
    const vouch = vouchFor(group.identity, line);
    expect(isVouchedFor(group.identity, line, vouch)).toBe(true);
    expect(isVouchedFor(stranger.identity, line, vouch)).toBe(false);
    for (const other of [
      { group: 'reserve' },
      { objectId: personId('b') },
      { recipient: stranger.recipient },
    ] as const) {
      expect(isVouchedFor(group.identity, { ...line, ...other }, vouch)).toBe(false);
    }
    for (const odd of ['', 'A'.repeat(86), vouch.slice(1), `${vouch} `]) {
      expect(isVouchedFor(group.identity, line, odd)).toBe(false);
    }
  });

  it('is no signature over a page, and a signature over a page is none', () => {
    const vouch = vouchFor(group.identity, line);
    const text = JSON.stringify({ group: line.group, objectId: line.objectId, recipient: line.recipient });
    expect(isSignedBy(signerOf(group.identity), 'line', text, vouch)).toBe(true);
    expect(isSignedBy(signerOf(group.identity), 'page', text, vouch)).toBe(false);
  });
});
