import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createCasePointers } from '../../../bot/running/case-pointer.ts';
import { pointedAt } from '../../../contract/case-link.ts';
import { freshCaseId } from '../../support/contracts/records.ts';
import { movableClock } from '../../support/journeys/movable-clock.ts';

const secret = 'a secret of the tests that is long enough';
const dayMs = 24 * 3_600_000;
const clock = movableClock();
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const pointers = createCasePointers({ secret, clock: clock.now, random });
const caseId = freshCaseId();

describe('a pointer to a case', () => {
  it('is followed by every server with the secret, also after it was changed, and by no other', () => {
    const made = pointers.make(caseId);
    const follow = (by: Partial<Parameters<typeof createCasePointers>[0]>) =>
      createCasePointers({ secret, clock: clock.now, random, ...by }).follow(made);
    expect(follow({})).toBe(caseId);
    expect(follow({ secret: 'another secret, which came after it', secretBefore: secret })).toBe(caseId);
    expect(follow({ secret: 'another secret, which came after it' })).toBeUndefined();
  });

  it('says nothing, and is another each time', () => {
    const made = Array.from({ length: 100 }, () => pointers.make(caseId));
    expect(new Set(made).size).toBe(100);
    expect(new Set(made.map((one) => one.slice(0, 6))).size).toBe(100);
    for (const one of made) {
      expect(one).toMatch(/^[\w-]{40,120}$/u);
      expect(one).not.toContain(caseId);
      expect(Buffer.from(one, 'base64url').includes(caseId)).toBe(false);
    }
    expect(new Set(made.map(({ length }) => length)).size).toBe(1);
  });

  it('is good for a month', () => {
    const made = pointers.make(caseId);
    clock.forward(31 * dayMs);
    expect(pointers.follow(made)).toBe(caseId);
    clock.forward(dayMs);
    expect(pointers.follow(made)).toBeUndefined();
  });

  it('that was changed, cut or made up leads nowhere', () => {
    const made = pointers.make(caseId);
    for (let place = 0; place < made.length; place += 1) {
      const changed = `${made.slice(0, place)}${made[place] === 'A' ? 'Q' : 'A'}${made.slice(place + 1)}`;
      // The last bits of base64 may mean nothing.
      if (!Buffer.from(changed, 'base64url').equals(Buffer.from(made, 'base64url')))
        expect(pointers.follow(changed)).toBeUndefined();
      expect(pointers.follow(made.slice(0, place))).toBeUndefined();
    }
    for (const odd of ['', 'nothing', caseId, '....', 'A'.repeat(200), '\u0000']) {
      expect(pointers.follow(odd)).toBeUndefined();
    }
  });

  it('is found again in what a link gives a page, and in nothing else', () => {
    const made = pointers.make(caseId);
    expect(pointedAt.pointerIn(pointedAt.subPageOf(made))).toBe(made);
    for (const odd of [undefined, '', 'at:', `case:${caseId}`, 'at:<b>', `at:${'A'.repeat(201)}`, 'cases'])
      expect(pointedAt.pointerIn(odd)).toBeUndefined();
  });
});
