import { describe, expect, it } from '@jest/globals';
import {
  deliveryCounts,
  deliveryRunSchema,
  emptyTally,
  endRunIfDone,
  newDeliveryRun,
  withUnknownOutcomes,
  withPlannedBatches,
  withTally,
} from '../../../core/model/delivery.ts';
import { today } from '../../support/contracts/records.ts';

const run = withPlannedBatches(newDeliveryRun({ id: 'spring:1', kind: 'send' }), {
  people: 10,
  parts: 1,
  after: 'j',
  isWhole: true,
});
const nine = { ...emptyTally, sent: 7, gone: 1, failed: { refused: 1 } };

describe('a run', () => {
  it('is over when its parts are cut and everybody has an outcome, and not before', () => {
    expect(endRunIfDone(withTally(run, nine), today).state).toBe('running');
    const all = withTally(withTally(run, nine), { ...emptyTally, notKnown: 1 });
    expect(endRunIfDone(all, today)).toMatchObject({ state: 'over', endedOn: today });
    const half = { ...all, planned: { ...all.planned, isWhole: false } };
    expect(endRunIfDone(half, today).state).toBe('running');
    expect(endRunIfDone({ ...all, state: 'cancelled' }, today).state).toBe('cancelled');
  });

  it('counts those whose part was lost as not known, and nobody twice', () => {
    const mended = withUnknownOutcomes(withTally(run, nine));
    expect(mended.tally).toEqual({ ...nine, notKnown: 1 });
    expect(withUnknownOutcomes(mended)).toEqual(mended);
  });

  it('counts those in open parts with the others, and whoever waits in what was cancelled as cancelled', () => {
    const open = [{ ...emptyTally, sent: 2, notKnown: 1 }];
    expect(deliveryCounts(run, open)).toMatchObject({ sent: 2, notKnown: 1, waiting: 7, cancelled: 0 });
    expect(deliveryCounts({ ...run, state: 'cancelled' }, open)).toMatchObject({ sent: 2, waiting: 0, cancelled: 7 });
  });

  it('is read back as it was', () => {
    const full = { ...withTally(run, nine), of: 'other', joined: { from: today, to: today }, endedOn: today };
    expect(deliveryRunSchema.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  it.each(['', 'a/b', 'a b', 'x'.repeat(121)])('has an id that stores can keep: "%s" is none', (id) => {
    expect(deliveryRunSchema.safeParse({ ...run, id }).success).toBe(false);
  });
});
