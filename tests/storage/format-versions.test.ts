import { describe, expect, it } from '@jest/globals';
import { emptyChain, eventKinds, eventRecordSchema, nextEvent } from '../../core/model/event-record.ts';
import { parseRecord, formatVersions } from '../../storage/record-codec.ts';
import { newCaseId, now } from '../support/contracts/records.ts';

/** The code with which an entry of a kind that this version does not know is refused. */
function refusalOfLaterKind(shape: number): unknown {
  const entry = nextEvent(newCaseId(), emptyChain, { kind: 'noted', by: 'system', at: now.toISOString() });
  try {
    return parseRecord('event', eventRecordSchema, { ...entry, kind: 'laterKind', shape });
  } catch (error) {
    return error;
  }
}

describe('the version of a record’s format', () => {
  it('has an older server call an entry of a later kind newer, and only a higher number does', () => {
    expect(refusalOfLaterKind(formatVersions.event + 1)).toMatchObject({ code: 'newer' });
    expect(refusalOfLaterKind(formatVersions.event)).toMatchObject({ code: 'broken' });
  });

  it('is one more with a new kind of event: raise `event` in formatVersions, and both numbers here', () => {
    expect({ version: formatVersions.event, kinds: eventKinds.length }).toEqual({ version: 7, kinds: 60 });
  });
});
