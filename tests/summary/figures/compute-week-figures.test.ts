import { describe, expect, it } from '@jest/globals';
import { addDays, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { computeWeekFigures } from '../../../summary/figures/compute-week-figures.ts';
import { parseWeekFigures } from '../../../summary/figures/week-figures.ts';
import { createCase } from '../../support/contracts/records.ts';
import { parseTestDay, parseTestWeek, createWeekFigures, createCountInput } from '../../support/summary/figures.ts';

const week = parseTestWeek('2026-W47');
const monday = firstDayOfWeek(week);
const sunday = addDays(monday, 6);

describe('the figures of a week', () => {
  it('count what came in by kind, urgency, way, route and language', () => {
    const received = [
      createCase({ receivedOn: monday, kind: 'boundaries', urgency: 'urgent', mode: 'named', language: 'cy' }),
      createCase({ receivedOn: sunday, kind: 'boundaries', mode: 'confidential', route: 'hub' }),
      createCase({ receivedOn: sunday }),
    ];
    const figures = computeWeekFigures(createCountInput(week, { cases: received }));
    expect(figures.received).toBe(3);
    expect(figures.kind).toMatchObject({ boundaries: 2, none: 1, crime: 0 });
    expect(figures.urgency).toEqual({ urgent: 1, standard: 2 });
    expect(figures.mode).toEqual({ named: 1, confidential: 1, notKept: 1 });
    expect(figures.route).toEqual({ staff: 2, hub: 1 });
    expect(figures.language).toEqual({ en: 2, cy: 1 });
  });

  it('leave out other weeks and the cases that others handle', () => {
    const received = [
      createCase({ receivedOn: addDays(monday, -1) }),
      createCase({ receivedOn: addDays(sunday, 1) }),
      createCase({ receivedOn: monday, handledBy: 'reserve' }),
    ];
    const open = [
      createCase({ receivedOn: monday, handledBy: 'reserve' }),
      createCase({ receivedOn: addDays(sunday, 1) }),
    ];
    const figures = computeWeekFigures(
      createCountInput(week, { cases: received, open: open.map((each) => ({ ...each, cases: 2 })) }),
    );
    expect(figures.received).toBe(0);
    expect(figures.open).toEqual({ upTo7: 0, from8To28: 0, from29To90: 0, over90: 0 });
  });

  it('tell within the target from later, overdue and not yet due', () => {
    const received = [
      createCase({ receivedOn: monday, acknowledgedOn: addDays(monday, 3) }),
      createCase({ receivedOn: monday, acknowledgedOn: addDays(monday, 4) }),
      createCase({ receivedOn: addDays(sunday, -3) }),
      createCase({ receivedOn: addDays(sunday, -2) }),
    ];
    expect(computeWeekFigures(createCountInput(week, { cases: received })).acknowledgement).toEqual({
      target: 'days',
      days: 3,
      inTime: 1,
      late: 1,
      overdue: 1,
      notYetDue: 1,
    });
  });

  it('say who was acknowledged, and nothing of a target, where none is set', () => {
    const received = [createCase({ receivedOn: monday, acknowledgedOn: monday }), createCase({ receivedOn: monday })];
    expect(
      computeWeekFigures(createCountInput(week, { cases: received, limitDays: undefined })).acknowledgement,
    ).toEqual({
      target: 'none',
      acknowledged: 1,
      waiting: 1,
    });
  });

  it('count open cases by their age on the Sunday, by days and over a change of the clocks', () => {
    const ages = [0, 7, 8, 28, 29, 90, 91];
    const october = parseTestWeek('2026-W43');
    const lastDay = parseTestDay('2026-10-25');
    const open = ages.map((age) => ({ ...createCase({ receivedOn: addDays(lastDay, -age) }), cases: 1 }));
    const asMany = open.map((each) => ({ ...each, cases: 1_000 }));
    expect(computeWeekFigures(createCountInput(october, { open: asMany })).open).toMatchObject({
      upTo7: 2_000,
      over90: 1_000,
    });
    expect(computeWeekFigures(createCountInput(october, { open })).open).toEqual({
      upTo7: 2,
      from8To28: 2,
      from29To90: 2,
      over90: 1,
    });
  });

  it('come back from a store as they were counted', () => {
    const figures = createWeekFigures(week, 6, 4);
    expect(parseWeekFigures(JSON.stringify(figures))).toEqual(figures);
  });

  it.each([
    ['no JSON', 'x'],
    ['another version', JSON.stringify({ ...createWeekFigures(week, 1, 1), v: 3 })],
    ['parts that do not add up', JSON.stringify({ ...createWeekFigures(week, 1, 1), received: 2 })],
  ])('are refused without saying a figure: %s', (_name, text) => {
    expect(() => parseWeekFigures(text)).toThrow(
      expect.objectContaining({ code: 'damaged', message: 'figures: damaged' }),
    );
  });
});
