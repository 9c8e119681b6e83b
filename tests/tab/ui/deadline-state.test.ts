import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, parseDay } from '../../../core/model/calendar.ts';
import { dueBefore, runningDeadlines, soonDays } from '../../../core/model/deadlines.ts';
import { isDue } from '../../support/core/is-due.ts';
import { deadlineSentence, deadlineState } from '../../../tab/ui/deadline-state.ts';
import { aCase } from '../../support/contracts/records.ts';
import { tabIn } from '../../support/tab/tab-in.ts';

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
    [soonDays - 1, 'soon'],
    [soonDays, 'later'],
  ])('with %i days to go is %s', (days, state) => {
    expect(deadlineState(addDays(today, days), today)).toBe(state);
  });

  it('is the one by which a list finds the case', () => {
    const received = fc.integer({ min: -60, max: 0 }).map((days) => addDays(today, days));
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 40 }), (receivedOn, acknowledge) => {
        const figures = { ...aCase(), receivedOn, status: 'received' } as const;
        const targets = { acknowledge };
        const [running] = runningDeadlines(figures, targets);
        const state = running && deadlineState(running.dueOn, today);
        expect(state === 'overdue').toBe(isDue(figures, dueBefore(targets, today, 0)));
        expect(state !== 'later').toBe(isDue(figures, dueBefore(targets, today, soonDays)));
      }),
    );
  });

  it('is said in words', () => {
    const running = { deadline: 'acknowledge', dueOn: dayOf('2026-11-20') } as const;
    expect(deadlineSentence(tabIn('en'), running)).toBe('Overdue: Acknowledge (by 20 November 2026)');
    expect(deadlineSentence(tabIn('cy'), running)).toBe('Yn hwyr: Cydnabod (erbyn 20 Tachwedd 2026)');
  });
});
