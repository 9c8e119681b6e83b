import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  acknowledgeAlert,
  withoutCaseReference,
  recordAlertFailure,
  requeueForAddition,
  recordAlertPost,
  recordAlertPostUpdate,
  rebuildAlert,
  type AlertRecord,
  firstDueAt,
  requeueForReserve,
  alertRetryBackoffMs,
} from '../../../core/model/alert-record.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { createCase, createAlert, today } from '../../support/contracts/records.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { toPersonId } from '../../../core/model/roles.ts';

const now = new Date('2026-11-25T10:15:00.000Z');
const alert = (differences: Partial<AlertRecord> = {}): AlertRecord =>
  createAlert(deriveCaseId(newReturnCode()), differences);
const post = {
  conversationId: 'channel',
  activityId: 'post',
  serviceUrl: 'https://service',
  postedAt: now.toISOString(),
};
const urgencies = ['urgent', 'standard'] as const;

describe('when a new alert is due', () => {
  it('is now where somebody is at risk, at the next full hour otherwise', () => {
    expect(firstDueAt('urgent', now, 'fullHour')).toEqual(now);
    expect(firstDueAt('standard', now, 'fullHour')).toEqual(new Date('2026-11-25T11:00:00Z'));
  });

  it('is now in development', () => {
    for (const urgency of urgencies) expect(firstDueAt(urgency, now, 'atOnce')).toEqual(now);
  });

  it('is the same for everybody who wrote within the hour', () => {
    const minutes = Array.from({ length: 60 }, (_, minute) => new Date(Date.UTC(2026, 10, 25, 10, minute, 1)));
    expect(new Set(minutes.map((at) => firstDueAt('standard', at, 'fullHour').toISOString())).size).toBe(1);
  });
});

describe('the wait after a failure', () => {
  it('begins with half a second or two, doubles, and ends at a quarter of an hour', () => {
    const waits = (urgency: AlertRecord['urgency']) =>
      [1, 2, 3, 30, 10_000].map((tries) => alertRetryBackoffMs(urgency, tries, 1));
    expect(waits('urgent')).toEqual([500, 1_000, 2_000, 900_000, 900_000]);
    expect(waits('standard')).toEqual([2_000, 4_000, 8_000, 900_000, 900_000]);
  });

  it('is spread over its second half, and never shorter than the channel asked for', () => {
    const parts = fc.record({
      urgency: fc.constantFrom(...urgencies),
      attempts: fc.integer({ min: 1, max: 100 }),
      spread: fc.double({ min: 0, max: 1, noNaN: true }),
      asked: fc.nat({ max: 2_000_000 }),
    });
    fc.assert(
      fc.property(parts, ({ urgency, attempts, spread, asked }) => {
        const longest = alertRetryBackoffMs(urgency, attempts, 1);
        const wait = alertRetryBackoffMs(urgency, attempts, spread);
        expect(wait).toBeGreaterThanOrEqual(longest / 2);
        expect(wait).toBeLessThanOrEqual(longest);
        expect(alertRetryBackoffMs(urgency, attempts, spread, asked)).toBe(Math.max(wait, asked));
      }),
    );
  });
});

describe('an alert', () => {
  it('that arrived is due no more, its failures forgotten and its post remembered', () => {
    const failing = alert({ attempts: 3, lastFailure: 'http', leasedUntil: now.toISOString(), posts: [post] });
    const posted = recordAlertPost(failing, { ...post, activityId: 'later' }, 15);
    expect(posted).toMatchObject({ state: 'posted', attempts: 0, posts: [post, { activityId: 'later' }] });
    for (const gone of ['dueAt', 'leasedUntil', 'lastFailure']) expect(posted).not.toHaveProperty(gone);
  });

  it('that is urgent comes again, for a new case and for a follow-up, until somebody has it, where repeats are on', () => {
    expect(recordAlertPost(alert({ urgency: 'urgent' }), post, 15).dueAt).toBe('2026-11-25T10:30:00.000Z');
    expect(recordAlertPost(alert({ urgency: 'urgent' }), post, undefined).dueAt).toBeUndefined();
    expect(recordAlertPost(alert({ urgency: 'urgent', reason: 'addition' }), post, 15).dueAt).toBe(
      '2026-11-25T10:30:00.000Z',
    );
    expect(recordAlertPost(alert({ urgency: 'standard' }), post, 15).dueAt).toBeUndefined();
  });

  it('that did not arrive is due again, held by nobody, with its failures counted', () => {
    const failed = recordAlertFailure(alert({ attempts: 1, leasedUntil: now.toISOString() }), 'timeout', now);
    expect(failed).toMatchObject({ state: 'waiting', attempts: 2, lastFailure: 'timeout', dueAt: now.toISOString() });
    expect(failed).not.toHaveProperty('leasedUntil');
  });

  it('that is acknowledged is due only to be shown so, where it stands in a channel', () => {
    const shown = acknowledgeAlert(alert({ state: 'posted', posts: [post] }), now, today);
    expect(shown).toMatchObject({ state: 'acknowledged', acknowledgedOn: today, dueAt: now.toISOString() });
    expect(acknowledgeAlert(alert(), now, today)).not.toHaveProperty('dueAt');
    const updated = recordAlertPostUpdate(
      { ...shown, attempts: 2, lastFailure: 'timeout', leasedUntil: now.toISOString() },
      15,
    );
    expect(updated).toMatchObject({ state: 'acknowledged', attempts: 0, posts: [post] });
    for (const gone of ['dueAt', 'leasedUntil', 'lastFailure']) expect(updated).not.toHaveProperty(gone);
  });

  it('whose case was added to comes again, to be acknowledged anew', () => {
    const seen = acknowledgeAlert(alert({ state: 'posted', attempts: 4, posts: [post] }), now, today);
    const again = requeueForAddition(seen, now);
    expect(again).toMatchObject({ state: 'waiting', reason: 'addition', attempts: 0, dueAt: now.toISOString() });
    expect(again).not.toHaveProperty('acknowledgedOn');
  });

  it('that is still on its way is not put off by a follow-up', () => {
    const waiting = alert({ attempts: 2 });
    expect(requeueForAddition(waiting, new Date(now.getTime() + 3_600_000))).toEqual(waiting);
  });

  it('of whose case somebody is shut out names it nowhere any more, and is due as before', () => {
    const waiting = withoutCaseReference(alert({ leasedUntil: now.toISOString(), posts: [post] }));
    expect(waiting).toMatchObject({ state: 'waiting', posts: [], withoutReference: true, dueAt: now.toISOString() });
    expect(waiting).not.toHaveProperty('leasedUntil');
    const seen = withoutCaseReference(acknowledgeAlert(alert({ state: 'posted', posts: [post] }), now, today));
    expect(seen).toMatchObject({ state: 'acknowledged', posts: [], withoutReference: true });
    expect(seen).not.toHaveProperty('dueAt');
  });

  it('of such a case is never shown as acknowledged in the channel', () => {
    const posted = { ...withoutCaseReference(alert({ state: 'posted' })), posts: [post] };
    expect(acknowledgeAlert(posted, now, today)).not.toHaveProperty('dueAt');
  });

  it('of such a case stays without its reference, whatever happens to it', () => {
    const steps = [
      (one: AlertRecord) => recordAlertPost(one, post, 15),
      (one: AlertRecord) => recordAlertFailure(one, 'timeout', now),
      (one: AlertRecord) => acknowledgeAlert(one, now, today),
      (one: AlertRecord) => recordAlertPostUpdate(one, 15),
      (one: AlertRecord) => requeueForAddition(one, now),
      (one: AlertRecord) => withoutCaseReference(one),
    ] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps)), (walk) => {
        const end = walk.reduce((one, step) => step(one), withoutCaseReference(alert({ urgency: 'urgent' })));
        expect(end.withoutReference).toBe(true);
      }),
    );
  });

  it('of a case that went to the reserve is due there, with its reference and as nobody has seen it', () => {
    const seen = acknowledgeAlert(alert({ state: 'posted', posts: [post], attempts: 3 }), now, today);
    const moved = requeueForReserve(withoutCaseReference({ ...seen, leasedUntil: now.toISOString() }), now);
    expect(moved).toMatchObject({ handledBy: 'reserve', state: 'waiting', attempts: 0, dueAt: now.toISOString() });
    expect(moved.posts).toEqual([]);
    for (const gone of ['withoutReference', 'acknowledgedOn', 'leasedUntil']) expect(moved).not.toHaveProperty(gone);
  });
});

describe('an alert that is made again for its case', () => {
  it('is due where nobody has the case, and acknowledged where somebody has', () => {
    const record = createCase({ urgency: 'urgent', handledBy: 'reserve' });
    expect(rebuildAlert(record, now)).toEqual(
      createAlert(record.caseId, { urgency: 'urgent', handledBy: 'reserve', dueAt: now.toISOString() }),
    );
    const taken = rebuildAlert({ ...record, status: 'inProgress', acknowledgedOn: today }, now);
    expect(taken).toMatchObject({ state: 'acknowledged', acknowledgedOn: today });
    expect(taken.dueAt).toBeUndefined();
  });

  it('names nothing where somebody is shut out', () => {
    expect(rebuildAlert(createCase({ excluded: [toPersonId('somebody')] }), now)).toMatchObject({
      withoutReference: true,
    });
  });
});
