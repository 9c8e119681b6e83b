import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../../core/model/calendar.ts';
import { keyFingerprint } from '../../../core/model/public-keys.ts';
import { initialPanel } from '../../../tab/case/initial-panel.ts';
import { countNewMessages, countMessages } from '../../../tab/case/message-thread.ts';
import { nextMessageNumber } from '../../../tab/case/message-thread.ts';
import { findIntegrityAlarms } from '../../../tab/case/integrity-alarms.ts';
import { textPosition } from '../../../tab/case/identifying-hints.ts';
import { findKeyHolders } from '../../../tab/case/find-key-holders.ts';
import { parseTestDay } from '../../support/summary/figures.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

describe('whose keys a report was sealed to', () => {
  const recipients = { acu: ['acu now'], recovery: ['recovery now'], reserve: ['reserve now'], custodians: [] };

  it('are named by group, and a key of earlier days as one', () => {
    const holders = findKeyHolders(['acu now', 'acu before', 'recovery now'].map(keyFingerprint), recipients, [
      'acu before',
    ]);
    expect(holders.map(({ holder }) => holder)).toEqual(['acu', 'retired', 'recovery']);
  });

  it('are unknown where nobody here has them', () => {
    const slipped = keyFingerprint('somebody else');
    expect(findKeyHolders([slipped], recipients, ['acu before'])).toEqual([
      { fingerprint: slipped, holder: 'unknown' },
    ]);
  });
});

const asWritten = {
  isHistoryWhole: true,
  isRecordAsWritten: true,
  unverifiedCount: 0,
  termMismatches: [],
  otherIdentity: undefined,
} as const;

describe('what is told before anybody relies on a report', () => {
  it('is nothing where all is as it was written', () => {
    expect(findIntegrityAlarms(asWritten)).toEqual([]);
  });

  it('is each thing that is not', () => {
    const other = { objectId: 'another', name: 'Another' };
    const changed = { isHistoryWhole: false, isRecordAsWritten: false, unverifiedCount: 1 };
    expect(findIntegrityAlarms({ ...changed, termMismatches: ['kind'], otherIdentity: other })).toEqual([
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
    expect(nextMessageNumber(createCaseView().passed)).toBe(1);
    expect(
      nextMessageNumber(createCaseView({}, [fromReporter, toReporter, { kind: 'noted' }, toReporter]).passed),
    ).toBe(3);
  });

  it('that came after the report was opened are known to be unread', () => {
    const { events } = createCaseView({}, [fromReporter, { kind: 'consulted' }, fromReporter, toReporter]);
    const openedAt = (sequence: number) => countMessages(events.filter((event) => event.sequence <= sequence));
    expect([2, 3, 4, 5].map((sequence) => countNewMessages(countMessages(events), openedAt(sequence)))).toEqual([
      1, 1, 0, 0,
    ]);
    // A page that was fetched before the report was opened knows of less.
    expect(countNewMessages(openedAt(2), openedAt(5))).toBe(0);
  });
});

describe('the panel that stands open', () => {
  const today = parseTestDay('2026-12-25');

  it('is what usually comes next', () => {
    expect(initialPanel(createCaseView({ status: 'acknowledged' }).record, today)).toBe('triage');
    expect(initialPanel(createCaseView({ status: 'triaged' }).record, today)).toBe('state');
    expect(initialPanel(createCaseView({ status: 'inProgress' }).record, today)).toBeUndefined();
  });

  it('of a closed case is the question whether they were treated worse, once its day is there', () => {
    const closed = createCaseView({ status: 'closed', detrimentCheck: { months: 1, dueOn: today } }).record;
    expect(initialPanel(closed, addDays(today, -1))).toBeUndefined();
    expect(initialPanel(closed, today)).toBe('detriment');
  });
});

describe('a place in a text', () => {
  it('leads back to the same place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ŵ', '\n', '😀') }), fc.nat(), (text, at) => {
        const symbols = Array.from(text);
        const offset = symbols.slice(0, at % (symbols.length + 1)).join('').length;
        const { line, character } = textPosition(text, offset);
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
