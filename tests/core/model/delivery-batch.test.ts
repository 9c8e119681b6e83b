import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  markSending,
  cancelBatch,
  closeBatchIfDone,
  type DeliveryOutcome,
  type DeliveryBatch,
  deliveryBatchSchema,
  emptyTally,
  deliveryFailureReasons,
  createClosedBatch,
  maxDeliveryAttempts,
  nextDeliveries,
  recordOutcomes,
  tallyTotal,
  planBatch,
  requeueBatch,
  sentMessages,
  takeOverBatch,
  batchTally,
  addTallies,
} from '../../../core/model/delivery.ts';

const outcome: fc.Arbitrary<DeliveryOutcome> = fc.oneof(
  fc.constant({ kind: 'sent', activityId: '1' } as const),
  fc.constantFrom('notKnown', 'gone', 'optedOut', 'untried').map((kind) => ({ kind }) as const),
  fc.constantFrom(...deliveryFailureReasons).map((reason) => ({ kind: 'failed', reason }) as const),
  fc.constantFrom('busy' as const, 'unreachable' as const).map((reason) => ({ kind: 'again', reason }) as const),
);

/** What may happen to a part: a window that is noted, in whole or never; a server that dies; a pause. */
const step = fc.oneof(
  fc.record({
    what: fc.constant('window' as const),
    size: fc.integer({ min: 1, max: 12 }),
    outcomes: fc.array(outcome, { minLength: 12, maxLength: 12 }),
  }),
  fc.record({
    what: fc.constant('killed' as const),
    size: fc.integer({ min: 1, max: 12 }),
    arrived: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  }),
  fc.record({ what: fc.constant('putBack' as const) }),
);
const size = 20;
const fresh = () =>
  planBatch(
    'run',
    0,
    Array.from({ length: size }, (_, at) => ({ id: `p${at}` })),
  );

/** Goes through the steps, and counts what each person really received. */
function live(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) {
  const received = new Map<string, number>();
  const receive = (id: string) => received.set(id, (received.get(id) ?? 0) + 1);
  let part: DeliveryBatch = fresh();
  for (const one of steps) {
    if (one.what === 'putBack') {
      part = requeueBatch(part);
      continue;
    }
    const people = nextDeliveries(part, one.size);
    const marked = markSending(part, people);
    if (one.what === 'killed') {
      for (const [at, { id }] of people.entries()) if (one.arrived[at]) receive(id);
      part = takeOverBatch(marked, false);
      continue;
    }
    const outcomes = people.map((person, at) => ({
      person,
      outcome: one.outcomes[at] ?? { kind: 'untried' as const },
    }));
    for (const { person, outcome: came } of outcomes) {
      // Of what is not known half arrived.
      if (came.kind === 'sent' || (came.kind === 'notKnown' && person.index % 2 === 0)) receive(person.id);
    }
    part = recordOutcomes(marked, outcomes);
  }
  return { part, received };
}

describe('a part, whatever happens to its servers', () => {
  it('sends nobody anything twice, and says "sent" of those alone who have it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { part, received } = live(steps);
        for (const many of received.values()) expect(many).toBe(1);
        for (const { id } of sentMessages(part)) expect(received.get(id)).toBe(1);
        const { sent, notKnown } = batchTally(part);
        expect(received.size).toBeGreaterThanOrEqual(sent);
        expect(received.size).toBeLessThanOrEqual(sent + notKnown);
      }),
    );
  });

  it('has each person in one place: waiting, or one outcome', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { part } = live(steps);
        expect(deliveryBatchSchema.parse(part)).toEqual(part);
        expect(tallyTotal(batchTally(part)) + nextDeliveries(part, size).length).toBe(size);
        expect(closeBatchIfDone(part) === undefined).toBe(nextDeliveries(part, size).length > 0);
        expect(tallyTotal(batchTally(cancelBatch(part)))).toBe(size);
      }),
    );
  });

  it('ends, where every person is tried as often as may be', () => {
    fc.assert(
      fc.property(
        fc.array(
          outcome.filter(({ kind }) => kind !== 'untried'),
          { minLength: 1, maxLength: 20 },
        ),
        (all) => {
          let part = fresh();
          for (let round = 0; round < maxDeliveryAttempts; round += 1) {
            const people = nextDeliveries(part, size);
            const outcomes = people.map((person) => ({
              person,
              outcome: all[(person.index + round) % all.length] ?? { kind: 'gone' as const },
            }));
            part = recordOutcomes(markSending(part, people), outcomes);
          }
          expect(closeBatchIfDone(part)).toBeDefined();
        },
      ),
    );
  });
});

describe('a part', () => {
  it('tries those first who were tried less often', () => {
    const [first] = nextDeliveries(fresh(), 1);
    if (!first) throw new Error('there are twenty');
    const part = recordOutcomes(markSending(fresh(), [first]), [
      { person: first, outcome: { kind: 'again', reason: 'busy' } },
    ]);
    expect(nextDeliveries(part, 1)).toEqual([{ index: 1, id: 'p1', activityId: '', attempts: 0 }]);
    expect(nextDeliveries(part, size).at(-1)).toEqual({ index: 0, id: 'p0', activityId: '', attempts: 1 });
  });

  it('keeps whose withdrawal was cut off waiting, since it may be done twice', () => {
    const part = planBatch('run', 0, [{ id: 'p', activityId: '17' }]);
    const marked = markSending(part, nextDeliveries(part, 1));
    expect(nextDeliveries(takeOverBatch(marked, true), 1)).toEqual([
      { index: 0, id: 'p', activityId: '17', attempts: 0 },
    ]);
    expect(nextDeliveries(takeOverBatch(marked, false), 1)).toEqual([]);
  });

  it('that is lost has nobody in it', () => {
    expect(batchTally(createClosedBatch('run', 3))).toEqual(emptyTally);
    expect(closeBatchIfDone(createClosedBatch('run', 3))).toBeDefined();
  });

  it.each(['sx', 's', ''])('whose states do not fit its people is not read: "%s"', (states) => {
    const part = { ...planBatch('run', 0, [{ id: 'a' }, { id: 'b' }]), states };
    expect(deliveryBatchSchema.safeParse(part).success).toBe(states.length === 2);
  });
});

describe('a tally', () => {
  it('of two is that of all their people', () => {
    const two = { ...emptyTally, sent: 2, failed: { busy: 1 } };
    const three = { ...emptyTally, sent: 1, gone: 1, failed: { busy: 1, refused: 2 } };
    expect(addTallies(two, three)).toEqual({ ...emptyTally, sent: 3, gone: 1, failed: { busy: 2, refused: 2 } });
    expect(tallyTotal(addTallies(two, three))).toBe(tallyTotal(two) + tallyTotal(three));
  });
});
