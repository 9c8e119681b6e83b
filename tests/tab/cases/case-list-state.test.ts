import { describe, expect, it } from '@jest/globals';
import { emptyCaseListState, caseListReducer, type CaseListAction } from '../../../tab/cases/case-list-state.ts';
import type { CaseRow } from '../../../contract/operation-answers.ts';
import { createCase, newCaseId } from '../../support/contracts/records.ts';

const cases = Array.from(
  { length: 4 },
  (): CaseRow => ({
    figures: createCase({ caseId: newCaseId() }),
    deadlines: [],
    isUnread: false,
    isUnacknowledged: true,
    isUnopened: true,
  }),
);
const rowOf = (number: number): CaseRow => {
  const row = cases[number];
  if (!row) throw new Error('no such case');
  return row;
};
const after = (...moves: readonly CaseListAction[]) => moves.reduce(caseListReducer, emptyCaseListState);
const asked = (number: number) => ({ type: 'asked', requestNumber: number }) as const;
const answered = (number: number, rows: readonly number[], isMore = false, next?: string) =>
  ({ type: 'answered', requestNumber: number, rows: rows.map(rowOf), isMore, next }) as const;
const shown = (list: ReturnType<typeof after>) => list.rows.map((row) => row.figures.caseId);
const ids = (...numbers: readonly number[]) => numbers.map((number) => rowOf(number).figures.caseId);

describe('the list', () => {
  it('shows what came, and what comes after it', () => {
    const list = after(asked(1), answered(1, [1, 2], false, 'x'), asked(2), answered(2, [3], true));
    expect(shown(list)).toEqual(ids(1, 2, 3));
    expect(list).toMatchObject({ next: undefined, isWaiting: false, hasLoaded: true });
  });

  it('keeps what it shows while it waits, and shows nothing of an answer to an earlier question', () => {
    const list = after(asked(1), asked(2), answered(2, [2]), answered(1, [1]));
    expect(shown(list)).toEqual(ids(2));
    expect(after(asked(1), answered(1, [1]), asked(2))).toMatchObject({ isWaiting: true, rows: [rowOf(1)] });
  });

  it('shows a case once that comes twice', () => {
    expect(shown(after(asked(1), answered(1, [1, 2]), asked(2), answered(2, [2, 3], true)))).toEqual(ids(1, 2, 3));
  });

  it('puts a new list in the place of the one before', () => {
    expect(shown(after(asked(1), answered(1, [1, 2]), asked(2), answered(2, [3])))).toEqual(ids(3));
  });

  it('has the mark of its first rows, whatever comes after them', () => {
    const first = { ...answered(1, [1, 2], false, 'x'), mark: 'm' };
    expect(after(asked(1), first).etag).toBe('m');
    expect(after(asked(1), first, asked(2), { ...answered(2, [3], true), mark: 'n' }).etag).toBe('m');
    expect(after(asked(1), first, asked(2), answered(2, [3])).etag).toBeUndefined();
  });

  it('says why nothing came, until something does', () => {
    const refusal = { code: 'unavailable' } as const;
    const refused = [asked(1), answered(1, [1]), asked(2), { type: 'refused', requestNumber: 2, refusal }] as const;
    expect(after(...refused)).toMatchObject({ refusal, rows: [rowOf(1)], isWaiting: false });
    expect(after(...refused, asked(3), answered(3, [1])).refusal).toBeUndefined();
  });
});
