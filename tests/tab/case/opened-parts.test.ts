import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../../core/model/calendar.ts';
import { fingerprintOf } from '../../../core/model/recipients.ts';
import { firstPanel } from '../../../tab/case/initial-panel.ts';
import { newSince, passedIn } from '../../../tab/case/thread.ts';
import { nextMessage } from '../../../tab/case/thread.ts';
import { alarmsOf } from '../../../tab/case/integrity-alarms.ts';
import { placeOf } from '../../../tab/case/find-hints.ts';
import { whoseKeys } from '../../../tab/case/key-holder.ts';
import { aDay } from '../../support/summary/figures.ts';
import { aView } from '../../support/tab/a-view.ts';

describe('whose keys a report was sealed to', () => {
  const recipients = { acu: ['acu now'], recovery: ['recovery now'], reserve: ['reserve now'], custodians: [] };

  it('are named by group, and a key of earlier days as one', () => {
    const holders = whoseKeys(['acu now', 'acu before', 'recovery now'].map(fingerprintOf), recipients, ['acu before']);
    expect(holders.map(({ holder }) => holder)).toEqual(['acu', 'retired', 'recovery']);
  });

  it('are unknown where nobody here has them', () => {
    const slipped = fingerprintOf('somebody else');
    expect(whoseKeys([slipped], recipients, ['acu before'])).toEqual([{ fingerprint: slipped, holder: 'unknown' }]);
  });
});

const asWritten = {
  historyIsWhole: true,
  recordIsAsWritten: true,
  doubtful: 0,
  mislabelled: [],
  otherIdentity: undefined,
} as const;

describe('what is told before anybody relies on a report', () => {
  it('is nothing where all is as it was written', () => {
    expect(alarmsOf(asWritten)).toEqual([]);
  });

  it('is each thing that is not', () => {
    const other = { objectId: 'another', name: 'Another' };
    const changed = { historyIsWhole: false, recordIsAsWritten: false, doubtful: 1 };
    expect(alarmsOf({ ...changed, mislabelled: ['kind'], otherIdentity: other })).toEqual([
      'history',
      'record',
      'messages',
      'labels',
      'identity',
    ]);
  });
});

describe('the messages of a case', () => {
  const fromReporter = { kind: 'messageFromReporter' } as const;
  const toReporter = { kind: 'messageToReporter' } as const;

  it('to the reporter count from one, whatever else happened', () => {
    expect(nextMessage(aView().passed)).toBe(1);
    expect(nextMessage(aView({}, [fromReporter, toReporter, { kind: 'noted' }, toReporter]).passed)).toBe(3);
  });

  it('that came after the report was opened are known to be unread', () => {
    const { events } = aView({}, [fromReporter, { kind: 'consulted' }, fromReporter, toReporter]);
    const openedAt = (sequence: number) => passedIn(events.filter((event) => event.sequence <= sequence));
    expect([2, 3, 4, 5].map((sequence) => newSince(passedIn(events), openedAt(sequence)))).toEqual([1, 1, 0, 0]);
    // A page that was fetched before the report was opened knows of less.
    expect(newSince(openedAt(2), openedAt(5))).toBe(0);
  });
});

describe('the panel that stands open', () => {
  const today = aDay('2026-12-25');

  it('is what usually comes next', () => {
    expect(firstPanel(aView({ status: 'acknowledged' }).record, today)).toBe('triage');
    expect(firstPanel(aView({ status: 'triaged' }).record, today)).toBe('state');
    expect(firstPanel(aView({ status: 'inProgress' }).record, today)).toBeUndefined();
  });

  it('of a closed case is the question whether they were treated worse, once its day is there', () => {
    const closed = aView({ status: 'closed', detrimentCheck: { months: 1, dueOn: today } }).record;
    expect(firstPanel(closed, addDays(today, -1))).toBeUndefined();
    expect(firstPanel(closed, today)).toBe('detriment');
  });
});

describe('a place in a text', () => {
  it('leads back to the same place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ŵ', '\n', '😀') }), fc.nat(), (text, at) => {
        const symbols = Array.from(text);
        const offset = symbols.slice(0, at % (symbols.length + 1)).join('').length;
        const { line, character } = placeOf(text, offset);
        const lines = text.split('\n');
        const before = lines
          .slice(0, line - 1)
          .map((one) => `${one}\n`)
          .join('');
        const inLine = Array.from(lines[line - 1] ?? '')
          .slice(0, character - 1)
          .join('');
        expect(before.length + inLine.length).toBe(offset);
      }),
    );
  });
});
