import { describe, expect, it } from '@jest/globals';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { fastAlertRate } from '../../support/jobs/fast-alert-rate.ts';
import { setUpAlerts } from '../../support/jobs/set-up-alerts.ts';

const fixture = setUpAlerts();

const minute = 60_000;
/** Where the posts of a case stand, in their order. */
const placesOf = (caseId: CaseId): readonly string[] =>
  fixture.postsOf(caseId).map(({ conversationId }) => conversationId.split(';')[0] ?? '');

describe('an urgent alert', () => {
  /** Waits until the alert is due again, and looks then and just before. */
  async function repeat(dispatcher = fixture.dispatcher): Promise<void> {
    fixture.clock.forward(15 * minute - 1);
    expect(await dispatcher.dispatchDue()).toBe(0);
    fixture.clock.forward(1);
    await dispatcher.dispatchDue();
  }
  const first = '19:acu@thread.tacv2';
  const second = '19:acuSecond@thread.tacv2';

  it('comes again to the second channel, in turn with the first, until it is acknowledged', async () => {
    await fixture.setTarget('acuSecond');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    for (let repeats = 0; repeats < 3; repeats += 1) await repeat();
    expect(placesOf(caseId)).toEqual([first, second, first, second]);
    // From now on once a day, hour by hour.
    for (let hours = 0; hours < 3 * 24; hours += 1) {
      fixture.clock.forward(60 * minute);
      await fixture.dispatcher.dispatchDue();
    }
    expect(placesOf(caseId).slice(0, 6)).toEqual([first, second, first, second, first, second]);
    const posted = placesOf(caseId).length;
    await fixture.acknowledge(caseId);
    await fixture.dispatcher.dispatchDue();
    fixture.clock.forward(60 * minute);
    expect(await fixture.dispatcher.dispatchDue()).toBe(0);
    expect(placesOf(caseId)).toHaveLength(posted);
  });

  it('comes again in turn whichever server posts it', async () => {
    await fixture.setTarget('acuSecond');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    const other = fixture.another().dispatcher;
    for (const dispatcher of [other, other, fixture.dispatcher]) await repeat(dispatcher);
    expect(placesOf(caseId)).toEqual([first, second, first, second]);
  });

  it('comes again to one channel as often as to both while the other refuses it', async () => {
    await fixture.setTarget('acuSecond');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    await repeat();
    fixture.connector.plan(403);
    await repeat();
    expect(placesOf(caseId)).toEqual([first, second]);
    fixture.clock.forward(1_000);
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toEqual([first, second, second]);
    await repeat();
    expect(placesOf(caseId)).toEqual([first, second, second, second]);
  });

  it('tries both channels in turn while both refuse its repeat', async () => {
    await fixture.setTarget('acuSecond');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    fixture.connector.plan(503, 503, 503, 503);
    await repeat();
    for (let tries = 0; tries < 4; tries += 1) {
      fixture.clock.forward(minute);
      await fixture.dispatcher.dispatchDue();
    }
    const tried = fixture.log.map((line) => JSON.parse(line)).map(({ event, target }) => `${event} ${target}`);
    expect(tried).toEqual([
      'alertPosted acu',
      'alertFailed acuSecond',
      'alertFailed acu',
      'alertFailed acuSecond',
      'alertFailed acu',
      'alertPosted acuSecond',
    ]);
    expect(placesOf(caseId)).toEqual([first, second]);
  });

  it('comes again to the first where there is no second', async () => {
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    fixture.clock.forward(15 * minute);
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toEqual(['19:acu@thread.tacv2', '19:acu@thread.tacv2']);
    expect(JSON.stringify(fixture.connector.posts.at(-1)?.activity)).toContain('nobody has acknowledged it yet');
  });

  it('tries the second channel where the first keeps failing', async () => {
    await fixture.setTarget('acuSecond');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    fixture.connector.plan(503, 503);
    for (let tries = 0; tries < 3; tries += 1) {
      await fixture.dispatcher.dispatchDue();
      fixture.clock.forward(minute);
    }
    expect(placesOf(caseId)).toEqual(['19:acuSecond@thread.tacv2']);
  });
});

describe('an urgent alert whose first channel asked for time', () => {
  const minutesUntil = async (done: () => boolean, most: number): Promise<number> => {
    for (let seconds = 0; seconds < most * 60; seconds += 5) {
      await fixture.dispatcher.dispatchDue();
      if (done()) return seconds / 60;
      fixture.clock.forward(5_000);
    }
    return most;
  };

  it('goes to the second at once', async () => {
    await fixture.setTarget('acuSecond');
    const first = await fixture.newCase({ urgency: 'urgent' });
    fixture.connector.answerTo(formatCaseId(first), { status: 429, retryAfter: 900 });
    await fixture.dispatcher.dispatchDue();
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toEqual(['19:acuSecond@thread.tacv2']);
  });

  it('goes to the second within a minute if it is the one that the first refused', async () => {
    await fixture.setTarget('acuSecond');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    fixture.connector.plan({ status: 429, retryAfter: 900 });
    expect(await minutesUntil(() => placesOf(caseId).length > 0, 20)).toBeLessThan(1);
    expect(placesOf(caseId)).toEqual(['19:acuSecond@thread.tacv2']);
  });

  it('waits for the first if there is no second, and a standard one waits in any case', async () => {
    const held = await fixture.setTarget('acu');
    await fixture.budgetOf(fastAlertRate).hold(held, 60_000);
    const urgent = await fixture.newCase({ urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(urgent)).toEqual([]);
    await fixture.setTarget('acuSecond');
    const standard = await fixture.newCase();
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(urgent)).toEqual(['19:acuSecond@thread.tacv2']);
    expect(placesOf(standard)).toEqual([]);
    fixture.clock.forward(minute + 1);
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(standard)).toEqual(['19:acu@thread.tacv2']);
  });
});

describe("an alert of the reserve's", () => {
  it('goes to the reserve and nowhere else, urgent and failing as it may be', async () => {
    await fixture.setTarget('acuSecond');
    await fixture.setTarget('admins');
    const caseId = await fixture.newCase({ handledBy: 'reserve', urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    expect(fixture.connector.requests).toEqual([]);
    await fixture.setTarget('reserve');
    fixture.connector.plan(503, 503, 503);
    for (let tries = 0; tries < 6; tries += 1) {
      fixture.clock.forward(15 * minute);
      await fixture.dispatcher.dispatchDue();
    }
    expect(placesOf(caseId)).toEqual(Array.from({ length: 3 }, () => '19:reserve@thread.tacv2'));
  });
});

describe('what an alert says', () => {
  it('has no field beyond its reference, urgency, day and kind, and a toast that says nothing', async () => {
    const caseId = await fixture.newCase({ urgency: 'urgent', kind: 'boundaries' });
    await fixture.dispatcher.dispatchDue();
    const { activity } = fixture.connector.posts[0] ?? {};
    const fields = Object.keys(activity ?? {}).sort();
    expect(fields).toEqual(['attachmentLayout', 'attachments', 'inputHint', 'summary', 'type']);
    expect(activity).toMatchObject({ summary: 'Candour: something needs attention' });
    const texts = [...JSON.stringify(activity).matchAll(/"(?:text|title)":"([^"]*)"/gu)].map(([, text]) => text);
    expect(texts).toEqual([
      'A new report: urgent',
      'Someone may be at risk now.',
      'Reference number',
      formatCaseId(caseId),
      'Received on 25 November 2026.',
      expect.stringMatching(/^Kind of concern: /u),
      'Acknowledge',
    ]);
  });

  it('leaves nothing of a person or a time of day in the log', async () => {
    const caseId = await fixture.newCase();
    fixture.connector.plan(500);
    await fixture.dispatcher.dispatchDue();
    fixture.clock.forward(minute);
    await fixture.dispatcher.dispatchDue();
    expect(fixture.log.map((line) => ({ ...JSON.parse(line), at: undefined }))).toEqual([
      { event: 'alertFailed', target: 'acu', code: 'http500', attempts: 1 },
      { event: 'alertPosted', target: 'acu', attempts: 2 },
    ]);
    expect(fixture.log.join('')).not.toContain(caseId);
  });
});
