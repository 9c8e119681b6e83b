import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  quotaShareCount,
  quotaShares,
  emptyQuota,
  type SendQuota,
  sendQuotaSchema,
  withoutServerQuota,
  withServerQuota,
} from '../../../core/model/delivery.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const alive = () => false;
const inAll = ({ servers }: SendQuota) => servers.reduce((sum, { lanes }) => sum + lanes, 0);

describe('the lanes', () => {
  it('are never more than there are, whoever comes, goes, dies or writes in whatever order', () => {
    const act = fc.record({ id: fc.constantFrom(...ids), leaves: fc.boolean(), dead: fc.subarray(ids) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let lanes = emptyQuota;
        for (const [at, { id, leaves, dead }] of acts.entries()) {
          lanes = leaves
            ? withoutServerQuota(lanes, id)
            : withServerQuota(lanes, { id, stamp: String(at), isDead: (one) => dead.includes(one) });
          expect(inAll(lanes)).toBeLessThanOrEqual(quotaShareCount);
          expect(sendQuotaSchema.parse(lanes)).toEqual(lanes);
        }
      }),
    );
  });

  it('are all in use, in shares that differ by one at most, once each server has written twice', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 1 }), (servers) => {
        let lanes = emptyQuota;
        for (const id of [...servers, ...servers, ...servers])
          lanes = withServerQuota(lanes, { id, stamp: 'x', isDead: alive });
        const shares = servers.map((id) => quotaShares(lanes, id));
        expect(inAll(lanes)).toBe(quotaShareCount);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a server that died go to those who live', () => {
    let lanes = withServerQuota(emptyQuota, { id: 'a', stamp: '1', isDead: alive });
    expect(quotaShares(lanes, 'a')).toBe(quotaShareCount);
    lanes = withServerQuota(lanes, { id: 'b', stamp: '2', isDead: alive });
    expect(quotaShares(lanes, 'b')).toBe(0);
    lanes = withServerQuota(lanes, { id: 'b', stamp: '3', isDead: (id) => id === 'a' });
    expect([quotaShares(lanes, 'a'), quotaShares(lanes, 'b')]).toEqual([0, quotaShareCount]);
  });
});
