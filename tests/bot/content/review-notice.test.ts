import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDueReviewLogger } from '../../../bot/content/force-content.ts';
import type { LogEvent } from '../../../bot/runtime/event-log.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { topicIds, topics } from '../../support/guidance/built-in-topics.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';

const daysMs = (days: number) => days * 24 * 60 * 60 * 1_000;
const all = topicIds.length;
const first = '2027-11-30';

describe('a review of the guidance', () => {
  it('is said to be due from sixty days before, at a start and once each day, and after its day has passed', () => {
    let now = new Date('2027-09-30T12:00:00Z');
    const log: LogEvent[] = [];
    const server = () =>
      createDueReviewLogger({
        topicsNow: () => topics,
        clock: () => now,
        timeZone: 'Europe/London',
        log: (event) => log.push(event),
      });
    const tell = server();
    const at = (moment: string): readonly LogEvent[] => {
      now = new Date(moment);
      tell();
      return log.splice(0);
    };
    const soon = { event: 'reviewsDue', over: 0, soon: all, first };
    expect(at('2027-09-30T12:00:00Z')).toEqual([]);
    expect(at('2027-10-01T12:00:00Z')).toEqual([soon]);
    expect(at('2027-10-01T21:59:00Z')).toEqual([]);
    // A day of the force begins at its own midnight.
    expect(at('2027-10-01T23:01:00Z')).toEqual([soon]);
    expect(at('2027-11-30T12:00:00Z')).toEqual([soon]);
    expect(at('2027-12-01T12:00:00Z')).toEqual([{ event: 'reviewsDue', over: all, soon: 0, first }]);
    // A clock that was set back says so again, and keeps nothing from being said later.
    expect(at('2027-11-30T12:00:00Z')).toEqual([soon]);
    expect(at('2031-01-01T12:00:00Z')).toEqual([{ event: 'reviewsDue', over: all, soon: 0, first }]);
    server()();
    expect(log).toHaveLength(1);
  });

  describe('that nobody made', () => {
    let bot: RunningBot;
    let before = 0;
    beforeAll(async () => {
      bot = await startBot({ entryPoint: 'dialog' });
      bot.clock.forward(daysMs(5 * 365));
      before = bot.log.length;
      await bot.restart();
    });
    afterAll(() => bot.stop());

    it('takes no topic away, and is said at the start', async () => {
      for (const topic of topicIds) {
        const { status } = await fetch(new URL(`/guidance/cy/${topic}`, bot.endpoint()));
        expect([topic, status]).toEqual([topic, 200]);
      }
      expect(bot.log.slice(before).filter((line) => line.includes('"reviewsDue"'))).not.toEqual([]);
      const { rows } = await bot.tab({ objectId: developmentPeople.admin }).call('content.list', {});
      expect(rows.every(({ isLive }) => isLive)).toBe(true);
    });
  });
});
