import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, parseDay } from '../../../core/model/calendar.ts';
import { dueCutoffs, runningDeadlines, dueSoonDays } from '../../../core/model/deadlines.ts';
import { isDue } from '../../support/core/is-due.ts';
import { deadlineSentence, deadlineState } from '../../../tab/ui/deadline-state.ts';
import { createCase } from '../../support/contracts/records.ts';
import { createTab } from '../../support/tab/create-tab.ts';

const dayOf = (text: string) => {
  const day = parseDay(text);
  if (!day) throw new Error('no day');
  return day;
};
const today = dayOf('2026-11-25');

describe('the state of a deadline', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'soon'],
    [dueSoonDays - 1, 'soon'],
    [dueSoonDays, 'later'],
  ])('with %i days to go is %s', (days, state) => {
    expect(deadlineState(addDays(today, days), today)).toBe(state);
  });

  it('is the one by which a list finds the case', () => {
    const received = fc.integer({ min: -60, max: 0 }).map((days) => addDays(today, days));
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 40 }), (receivedOn, acknowledge) => {
        const figures = { ...createCase(), receivedOn, status: 'received' } as const;
        const targets = { acknowledge };
        const [running] = runningDeadlines(figures, targets);
        const state = running && deadlineState(running.dueOn, today);
        expect(state === 'overdue').toBe(isDue(figures, dueCutoffs(targets, today, 0)));
        expect(state !== 'later').toBe(isDue(figures, dueCutoffs(targets, today, dueSoonDays)));
      }),
    );
  });

  it('is said in words', () => {
    const running = { deadline: 'acknowledge', dueOn: dayOf('2026-11-20') } as const;
    expect(deadlineSentence(createTab('en'), running)).toBe('Overdue: Acknowledge (by 20 November 2026)');
    expect(deadlineSentence(createTab('cy'), running)).toBe('Yn hwyr: Cydnabod (erbyn 20 Tachwedd 2026)');
  });
});
