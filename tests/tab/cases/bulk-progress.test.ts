import { describe, expect, it } from '@jest/globals';
import { countDone, sendInChunks, remainingCases, type BulkProgress } from '../../../tab/cases/bulk-progress.ts';
import { newCaseId } from '../../support/contracts/records.ts';

const cases = Array.from({ length: 28 }, (_, index) => ({ caseId: newCaseId(), request: String(index) }));
type Asked = (typeof cases)[number];
const unavailable = { ok: false, refusal: { code: 'unavailable' } } as const;
const done = (some: readonly Asked[], isRepeat = false) =>
  ({
    ok: true,
    value: {
      outcomes: some.map(({ caseId }) => ({ caseId, outcome: isRepeat ? ('wasDone' as const) : ('done' as const) })),
    },
  }) as const;

describe('something that is done to several cases', () => {
  it('goes out a few at a time, one after the other, and says after each how far it is', async () => {
    const sent: number[] = [];
    const told: number[] = [];
    let atWork = 0;
    const steps = await sendInChunks(
      cases,
      async (some) => {
        atWork += 1;
        expect(atWork).toBe(1);
        sent.push(some.length);
        await Promise.resolve();
        atWork -= 1;
        return done(some);
      },
      ({ outcomes }) => void told.push(outcomes.size),
    );
    expect(sent).toEqual([10, 10, 8]);
    expect(told).toEqual([10, 20, 28]);
    expect(countDone(steps)).toBe(28);
    expect(remainingCases(cases, steps)).toEqual([]);
  });

  it('stops where a request is refused, and goes on with what is left under the same names', async () => {
    const seen = new Set<string>();
    let requests = 0;
    const send = async (some: readonly Asked[]) => {
      requests += 1;
      const isRepeat = some.every(({ request }) => seen.has(request));
      // It is carried out, and its answer is lost.
      for (const { request } of some) seen.add(request);
      return requests === 2 ? unavailable : done(some, isRepeat);
    };
    const first = await sendInChunks(cases, send, () => undefined);
    expect(first.refusal).toEqual({ code: 'unavailable' });
    expect(countDone(first)).toBe(10);
    const left = remainingCases(cases, first);
    expect(left).toEqual(cases.slice(10));
    const second = await sendInChunks(left, send, () => undefined);
    expect(countDone(second)).toBe(18);
    expect(seen.size).toBe(28);
  });

  it('leaves nothing to try again of what was answered, whatever the answer', () => {
    const [one, two, three, four, five] = cases;
    const steps: BulkProgress = {
      outcomes: new Map([
        [one?.caseId ?? '', 'done'],
        [two?.caseId ?? '', 'moved'],
        [three?.caseId ?? '', 'refused'],
        [four?.caseId ?? '', 'notTo'],
        [five?.caseId ?? '', 'unsure'],
      ]),
    };
    expect(remainingCases(cases.slice(0, 5), steps)).toEqual([five]);
    expect(countDone(steps)).toBe(1);
  });
});
