import { describe, expect, it } from '@jest/globals';
import { addDays, mondayOf } from '../../../core/model/calendar.ts';
import { figuresOf } from '../../../summary/figures/count-week.ts';
import { readFigures } from '../../../summary/figures/week-figures.ts';
import { aCase } from '../../support/contracts/records.ts';
import { aDay, aWeek, figuresWith, toCount } from '../../support/summary/figures.ts';

const week = aWeek('2026-W47');
const monday = mondayOf(week);
const sunday = addDays(monday, 6);

describe('the figures of a week', () => {
  it('count what came in by kind, urgency, way, route and language', () => {
    const received = [
      aCase({ receivedOn: monday, kind: 'boundaries', urgency: 'urgent', mode: 'named', language: 'cy' }),
      aCase({ receivedOn: sunday, kind: 'boundaries', mode: 'confidential', route: 'hub' }),
      aCase({ receivedOn: sunday }),
    ];
    const figures = figuresOf(toCount(week, { cases: received }));
    expect(figures.received).toBe(3);
    expect(figures.kind).toMatchObject({ boundaries: 2, none: 1, crime: 0 });
    expect(figures.urgency).toEqual({ urgent: 1, standard: 2 });
    expect(figures.mode).toEqual({ named: 1, confidential: 1, notKept: 1 });
    expect(figures.route).toEqual({ staff: 2, hub: 1 });
    expect(figures.language).toEqual({ en: 2, cy: 1 });
  });

  it('leave out other weeks and the cases that others handle', () => {
    const received = [
      aCase({ receivedOn: addDays(monday, -1) }),
      aCase({ receivedOn: addDays(sunday, 1) }),
      aCase({ receivedOn: monday, handledBy: 'reserve' }),
    ];
    const open = [aCase({ receivedOn: monday, handledBy: 'reserve' }), aCase({ receivedOn: addDays(sunday, 1) })];
    const figures = figuresOf(toCount(week, { cases: received, open: open.map((each) => ({ ...each, cases: 2 })) }));
    expect(figures.received).toBe(0);
    expect(figures.open).toEqual({ upTo7: 0, from8To28: 0, from29To90: 0, over90: 0 });
  });

  it('tell within the target from later, overdue and not yet due', () => {
    const received = [
      aCase({ receivedOn: monday, acknowledgedOn: addDays(monday, 3) }),
      aCase({ receivedOn: monday, acknowledgedOn: addDays(monday, 4) }),
      aCase({ receivedOn: addDays(sunday, -3) }),
      aCase({ receivedOn: addDays(sunday, -2) }),
    ];
    expect(figuresOf(toCount(week, { cases: received })).acknowledgement).toEqual({
      target: 'days',
      days: 3,
      inTime: 1,
      late: 1,
      overdue: 1,
      notYetDue: 1,
    });
  });

  it('say who was acknowledged, and nothing of a target, where none is set', () => {
    const received = [aCase({ receivedOn: monday, acknowledgedOn: monday }), aCase({ receivedOn: monday })];
    expect(figuresOf(toCount(week, { cases: received, limitDays: undefined })).acknowledgement).toEqual({
      target: 'none',
      acknowledged: 1,
      waiting: 1,
    });
  });

  it('count open cases by their age on the Sunday, by days and over a change of the clocks', () => {
    const ages = [0, 7, 8, 28, 29, 90, 91];
    const october = aWeek('2026-W43');
    const lastDay = aDay('2026-10-25');
    const open = ages.map((age) => ({ ...aCase({ receivedOn: addDays(lastDay, -age) }), cases: 1 }));
    const asMany = open.map((each) => ({ ...each, cases: 1_000 }));
    expect(figuresOf(toCount(october, { open: asMany })).open).toMatchObject({ upTo7: 2_000, over90: 1_000 });
    expect(figuresOf(toCount(october, { open })).open).toEqual({ upTo7: 2, from8To28: 2, from29To90: 2, over90: 1 });
  });

  it('come back from a store as they were counted', () => {
    const figures = figuresWith(week, 6, 4);
    expect(readFigures(JSON.stringify(figures))).toEqual(figures);
  });

  it.each([
    ['no JSON', 'x'],
    ['another version', JSON.stringify({ ...figuresWith(week, 1, 1), v: 3 })],
    ['parts that do not add up', JSON.stringify({ ...figuresWith(week, 1, 1), received: 2 })],
  ])('are refused without saying a figure: %s', (_name, text) => {
    expect(() => readFigures(text)).toThrow(expect.objectContaining({ code: 'damaged', message: 'figures: damaged' }));
  });
});
