import { describe, expect, it } from '@jest/globals';
import { assert, constant, integer, nat, property, record } from 'fast-check';
import {
  type DeliveryBatch,
  deliveryRunSchema,
  type DeliveryTally,
  emptyTally,
  maxUndelivered,
  newDeliveryRun,
  planBatch,
  resumeRun,
  pauseReason,
  autoPauseRun,
} from '../../../core/model/delivery.ts';

const running = newDeliveryRun({ id: 'spring:week-1', kind: 'send' });
const count = nat({ max: 300 });
const tallies = record({
  sent: constant(0),
  gone: count,
  optedOut: count,
  notKnown: count,
  cancelled: count,
  failed: record({ refused: count, busy: count, unreachable: count, unreadable: count }),
});
const tried = ({ gone, notKnown, failed }: DeliveryTally): number =>
  [gone, notKnown, ...Object.values(failed)].reduce((sum, people) => sum + people, 0);

/** An open part whose people have these outcomes, by the letters of a part. */
const openPart = (states: string): DeliveryBatch => ({
  ...planBatch(
    running.id,
    0,
    Array.from(states, (_, at) => ({ id: `${at}` })),
  ),
  stage: 'begun',
  states,
});

describe('a run stops by itself', () => {
  it('once a hundred were tried and none is known to have the message, for what became of most', () => {
    assert(
      property(tallies, (tally) => {
        const why = pauseReason(tally);
        expect(why !== undefined).toBe(tried(tally) >= maxUndelivered);
        const people = { ...tally.failed, gone: tally.gone, notKnown: tally.notKnown };
        if (why) expect(people[why]).toBe(Math.max(...Object.values(people)));
      }),
    );
  });

  it('never once somebody has the message', () => {
    assert(
      property(tallies, integer({ min: 1, max: 9 }), (tally, sent) => {
        expect(pauseReason({ ...tally, sent })).toBeUndefined();
      }),
    );
  });

  it('by what is in its closed parts and in its open ones', () => {
    const half = maxUndelivered / 2;
    const run = { ...running, tally: { ...emptyTally, failed: { refused: half } } };
    const open = openPart(`${'r'.repeat(half)}0a`);
    expect(autoPauseRun(run, [])).toBeUndefined();
    expect(autoPauseRun(run, [open])).toMatchObject({ state: 'paused', stopped: 'refused' });
    expect(autoPauseRun(run, [open, openPart('s')])).toBeUndefined();
  });

  it('again only after another hundred, once somebody had it go on', () => {
    const run = { ...running, tally: { ...emptyTally, gone: 90 } };
    // Ten of them are known, and whoever else is in the part may have been tried.
    const stopped = autoPauseRun(run, [openPart(`${'g'.repeat(10)}${'a'.repeat(40)}`)]);
    if (stopped === undefined) throw new Error('not stopped');
    const resumed = resumeRun(stopped);
    expect(resumed).toEqual({ ...run, triedBefore: 140 });
    expect(autoPauseRun(resumed, [openPart('g'.repeat(50))])).toBeUndefined();
    expect(autoPauseRun(resumed, [openPart('g'.repeat(149))])).toBeUndefined();
    expect(autoPauseRun(resumed, [openPart('g'.repeat(150))])?.stopped).toBe('gone');
  });

  it.each([
    ['takes messages back', { kind: 'withdraw' }],
    ['is paused', { state: 'paused' }],
    ['is cancelled', { state: 'cancelled' }],
    ['is over', { state: 'over' }],
  ] as const)('not where it %s', (_name, differences) => {
    const tally = { ...emptyTally, gone: 500 };
    expect(autoPauseRun({ ...running, ...differences, tally }, [])).toBeUndefined();
  });

  it('and is read back as it was, as one is that an earlier version wrote', () => {
    const run = autoPauseRun({ ...running, tally: { ...emptyTally, notKnown: 100 } }, []);
    expect(deliveryRunSchema.parse(JSON.parse(JSON.stringify(run)))).toEqual(run);
    expect(deliveryRunSchema.parse(JSON.parse(JSON.stringify(running)))).toEqual(running);
  });
});
