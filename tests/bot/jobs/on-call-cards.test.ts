import { afterEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { translate } from '../../../words/cards/translate.ts';
import { formatWeekdayDateTime } from '../../../words/date-format.ts';
import { parseDay } from '../../../core/model/calendar.ts';
import { countAlerts } from '../../journeys/run-journeys.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { type BotOptions, type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';

const onCallChannel = '19:on-call@thread.tacv2';
const hours = { STAFFED_HOURS: 'mon-fri 08:00-18:00' };
const onCall = {
  ALERT_TARGET_ACU_ON_CALL: onCallChannel,
  ALERT_TARGET_RESERVE_ON_CALL: channels.reserve,
};

let bot: RunningBot;
afterEach(() => bot.stop());

/** Starts a bot whose clock then says an instant: no time passes. */
async function startAt(instant: string, environment: BotOptions['environment']): Promise<void> {
  bot = await startBot({ entryPoint: 'dialog', environment });
  bot.clock.set(Date.parse(instant) - bot.clock.now().getTime());
}
const saturday = '2026-11-28T12:00:00Z';
const monday = parseDay('2026-11-30');
const opening = (language: 'en' | 'cy') => ({
  when: monday === undefined ? '' : formatWeekdayDateTime(language, { day: monday, time: '08:00' }),
});

describe('a report outside staffed hours', () => {
  it.each(languages)('says when somebody looks, and that somebody on call is told, who is, in %s', async (language) => {
    await startAt(saturday, { ...hours, ...onCall });
    const locale = language === 'cy' ? 'cy-GB' : 'en-GB';
    const reader = await newReporter(bot, newPerson(locale));
    await reader.teams.press('report');
    await reader.teams.press('more');
    expect(reader.teams.card().text).toContain(translate(language, 'staffing.closedOnCall', opening(language)));
    const reporter = await newReporter(bot, newPerson(locale));
    await sendShortReport(reporter, { ...reporter.report, risk: 'yes' });
    expect(reporter.teams.card().text).toContain(translate(language, 'staffing.toldNowClosed', opening(language)));
    const { record } = await readSavedCase(bot, reporter.teams.card());
    await waitFor('somebody on call is told', () => {
      bot.postDueAlerts();
      return countAlerts(bot, formatCaseId(record.caseId), onCallChannel) > 0 || undefined;
    });
    expect(opening('en').when).toBe('Monday 30 November 2026 at 08:00');
    expect(opening('cy').when).toBe('dydd Llun 30 Tachwedd 2026 am 08:00');
  });

  it('says that nobody looks before then where nobody is on call, with 999 first', async () => {
    await startAt(saturday, hours);
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, { ...reporter.report, risk: 'yes' });
    const { text } = reporter.teams.card();
    const danger = text.indexOf(translate('en', 'common.dangerHeading', { emergency: '999' }));
    const closed = text.indexOf(translate('en', 'staffing.closed', opening('en')));
    expect(danger).toBeGreaterThan(-1);
    expect(closed).toBeGreaterThan(danger);
    expect(text).not.toContain('on call');
  });

  it('promises the reserve’s cases nobody of the unit', async () => {
    await startAt(saturday, { ...hours, ALERT_TARGET_ACU_ON_CALL: onCallChannel });
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, { ...reporter.report, risk: 'yes', conflict: 'yes' });
    expect(reporter.teams.card().text).toContain(translate('en', 'staffing.closed', opening('en')));
    const { record } = await readSavedCase(bot, reporter.teams.card());
    await waitFor('the reserve is told', () => {
      bot.postDueAlerts();
      return countAlerts(bot, formatCaseId(record.caseId), channels.reserve) > 0 || undefined;
    });
    expect(countAlerts(bot, formatCaseId(record.caseId), onCallChannel)).toBe(0);
  });

  it('promises nobody on call once the bot was removed from their channel', async () => {
    await startAt(saturday, { ...hours, ...onCall });
    const target = await bot.store().targets.read('acuOnCall');
    if (target === undefined) throw new Error('no target');
    await bot.store().targets.write({ ...target, lost: true });
    // What was read before holds for minutes, and no longer.
    bot.clock.forward(5 * 60_000);
    const reporter = await newReporter(bot);
    await reporter.teams.press('report');
    await reporter.teams.press('more');
    expect(reporter.teams.card().text).toContain(translate('en', 'staffing.closed', opening('en')));
  });

  it('says that it is not known where the force has set no hours', async () => {
    await startAt('2026-11-30T12:00:00Z', {});
    const reporter = await newReporter(bot);
    await reporter.teams.press('report');
    await reporter.teams.press('more');
    expect(reporter.teams.card().text).toContain(translate('en', 'staffing.unknown'));
  });

  it.each([
    ['2027-03-28T06:59:00Z', false],
    ['2027-03-28T07:00:00Z', true],
    ['2026-10-25T07:59:00Z', false],
    ['2026-10-25T08:00:00Z', true],
  ])('goes by the clock on the wall when clocks change: at %s somebody looks: %p', async (instant, isOpen) => {
    await startAt(instant, { STAFFED_HOURS: 'mon-sun 08:00-18:00' });
    const reporter = await newReporter(bot);
    await reporter.teams.press('report');
    await reporter.teams.press('more');
    expect(reporter.teams.card().text.includes('Nobody checks reports before Sunday')).toBe(!isOpen);
  });
});
