import { describe, expect, it } from '@jest/globals';
import { toPersonId } from '../../core/model/roles.ts';
import { verifySignature, signerFromIdentity } from '../../crypto/signer.ts';
import { isKeyEndorsed, endorseKey } from '../../crypto/key-endorsement.ts';
import { createHeldKey } from '../support/tab/keys.ts';

const group = createHeldKey(1, 'acu');
const stranger = createHeldKey(2, 'acu');
const line = { group: 'acu', objectId: toPersonId('a'), recipient: createHeldKey(3, 'personal').recipient } as const;

describe('a vouch', () => {
  it('holds for one line of one person in one group, by the key of that group', () => {
    const vouch = endorseKey(group.identity, line);
    expect(isKeyEndorsed(group.identity, line, vouch)).toBe(true);
    expect(isKeyEndorsed(stranger.identity, line, vouch)).toBe(false);
    for (const other of [
      { group: 'reserve' },
      { objectId: toPersonId('b') },
      { recipient: stranger.recipient },
    ] as const) {
      expect(isKeyEndorsed(group.identity, { ...line, ...other }, vouch)).toBe(false);
    }
    for (const odd of ['', 'A'.repeat(86), vouch.slice(1), `${vouch} `]) {
      expect(isKeyEndorsed(group.identity, line, odd)).toBe(false);
    }
  });

  it('is no signature over a page, and a signature over a page is none', () => {
    const vouch = endorseKey(group.identity, line);
    const text = JSON.stringify({ group: line.group, objectId: line.objectId, recipient: line.recipient });
    expect(verifySignature(signerFromIdentity(group.identity), 'line', text, vouch)).toBe(true);
    expect(verifySignature(signerFromIdentity(group.identity), 'page', text, vouch)).toBe(false);
  });
});
