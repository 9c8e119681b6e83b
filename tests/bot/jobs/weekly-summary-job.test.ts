import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { addWeeks } from '../../../core/model/calendar.ts';
import { type ScheduledPostSpec, newScheduledPost } from '../../../core/model/scheduled-post.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { translate } from '../../../words/cards/translate.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { type BotOptions, type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { parseTestDay, parseTestWeek } from '../../support/summary/figures.ts';
import { findWeek } from '../../support/summary/find-week.ts';
import { createChatsByRole, channelPlace, includesWord } from '../../support/journeys/chats-by-role.ts';
import { createProxyObject } from '../../support/set-up.ts';

const hourMs = 3_600_000;
const board = '19:board@thread.tacv2';

let running: RunningBot | undefined;
const bot = createProxyObject(() => running);
const begin = async (environment: BotOptions['environment'] = {}, more: Pick<BotOptions, 'wrapParts'> = {}) => {
  running = await startBot({ entryPoint: 'dialog', environment, ...more });
};
// A Tuesday: the week of the 16th, W47, was due the day before.
beforeEach(() => begin());
afterEach(() => bot.stop());

const { somebody, handler, reserve, admin, logged } = createChatsByRole(bot);
const reader = () => somebody(developmentPeople.summaryReader);
const lastAnswer = () => JSON.stringify(bot.connector.posts.findLast(({ kind }) => kind === 'reply')?.activity ?? {});
const send = () => bot.run('regularPosts');

const knownWeeks = Array.from({ length: 60 }, (_, at) => addWeeks(parseTestWeek('2026-W40'), at));
const toastSchema = z.looseObject({ summary: z.string().optional() });
/** The weekly summaries that arrived, by what their toast says, oldest first. */
const sent = (): readonly { readonly to: string; readonly text: string; readonly number: string }[] =>
  bot.connector.posts.flatMap(({ kind, conversationId, activity }) => {
    const text = JSON.stringify(activity);
    const toasts = [translate('en', 'sending.ready'), translate('cy', 'sending.ready')];
    if (kind === 'reply' || !toasts.includes(toastSchema.parse(activity).summary ?? '')) return [];
    return [{ to: conversationId.split(';')[0] ?? '', text, number: findWeek(text, knownWeeks)?.slice(-2) ?? '' }];
  });
const numbers = (to?: string) => sent().flatMap((each) => (to === undefined || each.to === to ? [each.number] : []));

/** Lets time pass, as a server sees it pass: two hours at a time. */
async function passUntil(at: string): Promise<void> {
  const end = Date.parse(at);
  while (bot.clock.now().getTime() < end) {
    bot.clock.forward(Math.min(2 * hourMs, end - bot.clock.now().getTime()));
    await bot.run('clock');
  }
}
const received = async (on: string, differences: Parameters<typeof createCase>[0] = {}) => {
  const record = createCase({ tenantId: bot.settings.tenantId, receivedOn: parseTestDay(on), ...differences });
  const alert = createAlert(record.caseId, { handledBy: record.handledBy, state: 'acknowledged', dueAt: undefined });
  await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
};
const standing = async (regular: ScheduledPostSpec) => (await bot.store().scheduledPosts.read(regular))?.value;
const ofUnit = { what: 'weekInChannel', audience: 'acu' } as const;
const ofBoard = { what: 'weekInChannel', audience: 'wider' } as const;
const choose = (who: ReturnType<typeof somebody>, audience: 'acu' | 'reserve' | 'wider', wanted = true) =>
  who.invoke('adaptiveCard/action', {
    action: { type: 'Action.Execute', data: { candour: { verb: 'sendWeek', audience, wanted, language: 'en' } } },
  });
const damage = async (text: string) => {
  await bot.store().weeks.freeze({ week: parseTestWeek(text), handledBy: 'acu', figures: '{"v":1,"received":3}' });
};

describe('the weekly summary in a channel', () => {
  it('says to the unit that the last one is ready, then each Monday from nine o’clock on, once', async () => {
    await received('2026-11-17', { kind: 'boundaries' });
    await handler().say('unit summary here', channelPlace(channels.acu));
    await send();
    expect(numbers(channels.acu)).toEqual(['47']);
    await passUntil('2026-11-30T08:59:00Z');
    await send();
    expect(numbers()).toEqual(['47']);
    await passUntil('2026-11-30T09:00:00Z');
    await send();
    await send();
    bot.clock.forward(hourMs);
    await send();
    expect(numbers(channels.acu)).toEqual(['47', '48']);
    expect(logged().filter(({ event }) => event === 'summarySent')).toEqual([
      { event: 'summarySent', what: 'weekInChannel', audience: 'acu' },
      { event: 'summarySent', what: 'weekInChannel', audience: 'acu' },
    ]);
  });

  it('has no figure of the unit’s or the reserve’s: whoever reads the channel is not asked for a role', async () => {
    await received('2026-11-17', { kind: 'boundaries' });
    await handler().say('unit summary here', channelPlace(channels.acu));
    await reserve().say('reserve summary here', channelPlace(channels.reserve));
    await send();
    expect(sent().map(({ to }) => to)).toEqual([channels.acu, channels.reserve]);
    for (const { text } of sent()) {
      for (const shown of [
        translate('en', 'summary.received'),
        translate('en', 'summary.count'),
        'boundaries',
        'oundar',
        '"Table"',
      ])
        expect(text).not.toContain(shown);
    }
  });

  it('leads from a channel to the tab alone, and from somebody’s own chat to the week, for whoever holds the role', async () => {
    await bot.restart({ TEAMS_APP_ID: '00000000-0000-4000-8000-000000000001' });
    await bot.run('clock');
    await handler().say('unit summary here', channelPlace(channels.acu));
    await choose(handler(), 'acu');
    await send();
    const [inChannel, inChat] = [
      sent().find(({ to }) => to === channels.acu),
      sent().find(({ to }) => to !== channels.acu),
    ];
    expect(inChannel?.text).toContain('"Action.OpenUrl"');
    expect(inChannel?.text).not.toContain('candour');
    const candour = { verb: 'summary', view: 'overview', audience: 'acu', period: '2026-W47', language: 'en' };
    expect(inChat?.text).toContain(JSON.stringify({ candour }));
    const press = async (who: ReturnType<typeof somebody>, at: Parameters<typeof who.invoke>[2]) =>
      (await who.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: { candour } } }, at)).text;
    expect(includesWord(await press(handler(), 'chat'), 'week.received')).toBe(true);
    expect(includesWord(await press(somebody(), 'chat'), 'notice.refused')).toBe(true);
    expect(includesWord(await press(handler(), channelPlace(channels.acu)), 'notice.summaryElsewhere')).toBe(true);
  });

  it.each([
    ['unit summary here', handler, board],
    ['unit summary here', admin, channels.admins],
    ['reserve summary here', reserve, board],
  ] as const)('is not set by "%s" where its cases are not spoken of', async (words, who, channel) => {
    await who().say(words, channelPlace(channel));
    await send();
    expect(includesWord(lastAnswer(), 'sending.notHere')).toBe(true);
    expect(sent()).toEqual([]);
    expect(logged()).toContainEqual({ event: 'refused', what: 'target' });
  });

  it('never brings what the reserve has to another channel, nor another’s to the reserve', async () => {
    await reserve().say('reserve summary here', channelPlace(channels.acu));
    expect(includesWord(lastAnswer(), 'target.mixed')).toBe(true);
    await admin().say('summary here', channelPlace(channels.reserve));
    expect(includesWord(lastAnswer(), 'target.mixed')).toBe(true);
    await send();
    expect(sent()).toEqual([]);
  });

  it('is sent no more where the unit’s alerts go elsewhere, and says why', async () => {
    await handler().say('unit summary here', channelPlace(channels.acu));
    await send();
    await handler().say('alerts here', channelPlace(board));
    await passUntil('2026-11-30T09:00:00Z');
    await send();
    expect(numbers()).toEqual(['47']);
    expect(await standing(ofUnit)).toMatchObject({ waiting: [{ period: '2026-W48', reason: 'elsewhere' }] });
    await handler().say('summary health');
    expect(includesWord(lastAnswer(), 'sending.elsewhere')).toBe(true);
  });

  it('is the card itself for wider readers, small counts hidden, with nothing to press', async () => {
    for (const on of ['2026-11-16', '2026-11-17']) await received(on);
    await admin().say('crynodeb yma', channelPlace(board));
    await send();
    const [card] = sent();
    expect(card).toMatchObject({ to: board, number: '47' });
    expect(card?.text).toContain(translate('cy', 'week.roundedHere'));
    expect(card?.text).not.toContain('"actions":[{');
    expect(card?.text).not.toContain('candour');
  });

  it('comes no more where somebody who may choose says so, and from the last week on when it is chosen again', async () => {
    await admin().say('summary here', channelPlace(board));
    await send();
    await somebody().say('no summary here', channelPlace(board));
    await handler().say('no summary here', channelPlace(board));
    expect(includesWord(lastAnswer(), 'target.healthRefused')).toBe(true);
    await admin().say('no summary here', channelPlace(board));
    expect(lastAnswer()).toContain('summary here');
    await passUntil('2026-12-14T09:00:00Z');
    await send();
    expect(numbers()).toEqual(['47']);
    await admin().say('summary here', channelPlace(board));
    await send();
    expect(numbers()).toEqual(['47', '50']);
  });

  it('is told in a channel that the settings name, where its readers are', async () => {
    await bot.restart({ SUMMARY_TARGET_ACU: channels.acu, SUMMARY_TARGET_RESERVE: channels.reserve });
    await bot.run('clock');
    await send();
    expect(numbers(channels.acu)).toEqual(['47']);
    expect(sent().map(({ to }) => to)).toEqual([channels.acu, channels.reserve]);
  });
});

describe('a week that was missed', () => {
  const setUp = async () => {
    await admin().say('summary here', channelPlace(board));
    await send();
    expect(numbers()).toEqual(['47']);
  };

  it.each([
    ['started at one minute to nine', '2026-11-30T08:59:00Z', ['48']],
    ['started at nine', '2026-11-30T09:00:00Z', ['48']],
    ['started on Tuesday', '2026-12-01T07:00:00Z', ['48']],
    ['started after three weeks', '2026-12-15T11:00:00Z', ['48', '49', '50']],
    [
      'started after half a year',
      '2027-05-25T11:00:00Z',
      ['08', '09', ...Array.from({ length: 11 }, (_, at) => String(10 + at))],
    ],
  ] as const)('is caught up by a server that is %s, the oldest first', async (_, at, weeks) => {
    await setUp();
    bot.clock.forward(Date.parse(at) - bot.clock.now().getTime());
    await bot.restart();
    await send();
    // After a stop the clock is not believed at once.
    expect(numbers()).toEqual(['47']);
    for (let minutes = 0; minutes < 30; minutes += 5) {
      await bot.run('clock');
      bot.clock.forward(5 * 60_000);
    }
    await send();
    expect(numbers()).toEqual(['47', ...weeks]);
  });

  it('waits as long as the clock is in doubt, and says so', async () => {
    await setUp();
    bot.clock.set(7 * 24 * hourMs);
    await send();
    expect(numbers()).toEqual(['47']);
    expect(await standing(ofBoard)).toMatchObject({ waiting: [{ period: '2026-W48', reason: 'clock' }] });
    await admin().say('summary health');
    expect(includesWord(lastAnswer(), 'sending.clock')).toBe(true);
    // It was put right: nothing was counted by it, and the next Monday is a Monday like any other.
    bot.clock.set(-7 * 24 * hourMs);
    await passUntil('2026-11-30T09:00:00Z');
    await send();
    expect(numbers()).toEqual(['47', '48']);
  });

  it('whose figures are damaged keeps no other waiting, at its place or elsewhere', async () => {
    await damage('2026-W48');
    await handler().say('unit summary here', channelPlace(channels.acu));
    await reserve().say('reserve summary here', channelPlace(channels.reserve));
    await send();
    await passUntil('2026-12-07T09:00:00Z');
    await send();
    expect(numbers(channels.acu)).toEqual(['47', '49']);
    expect(numbers(channels.reserve)).toEqual(['47', '48', '49']);
    expect(await standing(ofUnit)).toMatchObject({ waiting: [{ period: '2026-W48', reason: 'damaged' }] });
    await send();
    expect(logged().filter(({ event }) => event === 'summaryWaits')).toEqual([
      { event: 'summaryWaits', what: 'weekInChannel', audience: 'acu', code: 'damaged' },
    ]);
  });
});

describe('a channel that does not take it', () => {
  it.each([
    [403, 'refused', 0],
    [429, 'busy', 0],
    [503, 'noAnswer', 1],
    ['reset', 'noAnswer', 1],
  ] as const)('and answers %s is tried again, and keeps no other waiting', async (answer, reason, unsure) => {
    await admin().say('summary here', channelPlace(board));
    await handler().say('unit summary here', channelPlace(channels.acu));
    await send();
    bot.connector.answerTo(board, answer);
    await passUntil('2026-11-30T09:00:00Z');
    await send();
    expect(numbers(board)).toEqual(['47']);
    expect(numbers(channels.acu)).toEqual(['47', '48']);
    expect(await standing(ofBoard)).toMatchObject({ waiting: [{ period: '2026-W48', reason }], unsure });
    bot.connector.answerTo(board);
    await send();
    expect(numbers(board)).toEqual(['47']);
    await passUntil('2026-11-30T09:06:00Z');
    await send();
    expect(numbers(board)).toEqual(['47', '48']);
    expect(await standing(ofBoard)).toMatchObject({ waiting: [], unsure });
  });

  it('or took it and lost the answer gets it again, which is counted', async () => {
    await admin().say('summary here', channelPlace(board));
    await send();
    await passUntil('2026-11-30T09:00:00Z');
    bot.connector.plan('accept-then-reset');
    await send();
    await passUntil('2026-11-30T09:06:00Z');
    await send();
    expect(numbers(board)).toEqual(['47', '48', '48']);
    expect(await standing(ofBoard)).toMatchObject({ unsure: 1, posted: ['2026-W47', '2026-W48'] });
    await admin().say('summary health');
    expect(lastAnswer()).toContain(translate('en', 'sending.unsure', { count: 1 }));
  });
});

describe('a summary that somebody wants every week', () => {
  it('comes to their own chat, as a line without figures or as the card of wider readers', async () => {
    await choose(handler(), 'acu');
    await choose(reader(), 'wider');
    await send();
    expect(sent()).toHaveLength(2);
    expect(sent().every(({ to }) => to.startsWith('a:'))).toBe(true);
    const [line, card] = [...sent()].sort((one, other) => one.text.length - other.text.length);
    expect(line?.text).toContain(translate('en', 'sending.who'));
    expect(line?.text).not.toContain(translate('en', 'week.received'));
    expect(card?.text).toContain('W47');
    await passUntil('2026-11-30T09:00:00Z');
    await send();
    expect(numbers()).toEqual(['47', '47', '48', '48']);
  });

  it('is never sent to somebody who lost the role since, and says why to those who choose channels', async () => {
    await choose(handler(), 'acu');
    await send();
    await bot.restart({ ROLE_SUMMARY_ACU: developmentPeople.summaryReader });
    await passUntil('2026-11-30T09:30:00Z');
    await send();
    expect(numbers()).toEqual(['47']);
    expect(
      await standing({ what: 'weekToPerson', audience: 'acu', objectId: toPersonId(developmentPeople.handler) }),
    ).toMatchObject({ waiting: [{ period: '2026-W48', reason: 'noRole' }] });
    await admin().say('summary health');
    expect(lastAnswer()).toContain(translate('en', 'sending.peopleWaiting', { count: 1 }));
    // Whoever lost the role is asked nothing to have it stop.
    await choose(handler(), 'acu', false);
    await bot.restart({ ROLE_SUMMARY_ACU: developmentPeople.handler });
    await send();
    expect(numbers()).toEqual(['47']);
  });

  it.each([
    ['nobody with a role', () => somebody(), 'acu'],
    ['an admin of the unit’s', admin, 'acu'],
    ['a handler of the reserve’s', handler, 'reserve'],
    ['the reserve of the unit’s', reserve, 'acu'],
  ] as const)('cannot be had by %s', async (_, who, audience) => {
    const answer = await choose(who(), audience);
    expect(includesWord(answer.text, 'notice.refused')).toBe(true);
    await send();
    expect(sent()).toEqual([]);
    expect(await bot.store().scheduledPosts.all()).toEqual([]);
  });

  it('stops when they say so, and begins with the last week when they want it again', async () => {
    const who = handler();
    expect((await choose(who, 'acu')).text).toContain(translate('en', 'sending.notToMe'));
    await send();
    expect((await choose(who, 'acu', false)).text).toContain(translate('en', 'sending.toMe'));
    await passUntil('2026-12-14T09:00:00Z');
    await send();
    expect(numbers()).toEqual(['47']);
    await choose(who, 'acu');
    await choose(who, 'acu');
    await send();
    expect(numbers()).toEqual(['47', '50']);
  });

  it('ends with nobody else’s where Teams refuses one', async () => {
    bot.connector.answerTo(developmentPeople.handler, 403);
    await choose(handler(), 'acu');
    await choose(reader(), 'wider');
    await send();
    expect(sent()).toHaveLength(1);
    expect(
      await standing({ what: 'weekToPerson', audience: 'acu', objectId: toPersonId(developmentPeople.handler) }),
    ).toMatchObject({ waiting: [{ period: '2026-W47', reason: 'refused' }], unsure: 0 });
  });
});

describe('the health of the summaries', () => {
  it('says when the last was sent, and when the next is, in the language of whoever asks', async () => {
    await handler().say('unit summary here', channelPlace(channels.acu));
    await send();
    await handler().say('summary health');
    const { day, hour } = { day: translate('en', 'sending.monday'), hour: '9' };
    expect(lastAnswer()).toContain(translate('en', 'sending.when', { day, hour }));
    expect(lastAnswer()).toContain('16 to 22 November 2026, on 24 November 2026 at 09:1');
    expect(lastAnswer()).toContain(translate('en', 'sending.toMe'));
    await handler('cy-GB').say('cyflwr crynodebau');
    expect(lastAnswer()).toContain('Anfonwyd ddiwethaf: 16 i 22 Tachwedd 2026');
  });

  it('shows in a channel that is told of a summary that one alone, and nothing to press', async () => {
    await admin().say('summary here', channelPlace(board));
    await send();
    await admin().say('summary health', channelPlace(board));
    expect(lastAnswer()).toContain(translate('en', 'week.wider'));
    expect(lastAnswer()).not.toContain(translate('en', 'week.acu'));
    expect(lastAnswer()).not.toContain('sendWeek');
    await handler().say('summary health', channelPlace(board));
    expect(includesWord(lastAnswer(), 'target.healthRefused')).toBe(true);
    // Nor does a channel of a summary show how alerts are getting on.
    await handler().say('alert health', channelPlace(board));
    expect(includesWord(lastAnswer(), 'target.healthRefused')).toBe(true);
    expect(logged()).toContainEqual({ event: 'refused', what: 'summaryHealth' });
  });

  it('tells an admin nothing of the reserve', async () => {
    await reserve().say('reserve summary here', channelPlace(channels.reserve));
    await choose(reserve(), 'reserve');
    await send();
    await admin().say('summary health');
    expect(includesWord(lastAnswer(), 'week.reserve')).toBe(false);
    await reserve().say('summary health');
    expect(includesWord(lastAnswer(), 'week.reserve')).toBe(true);
    expect(includesWord(lastAnswer(), 'sending.toYou')).toBe(true);
    expect(includesWord(lastAnswer(), 'week.wider')).toBe(false);
  });
});

describe('a record of what was sent that cannot be read', () => {
  it('keeps no other waiting, and is begun with the last week', async () => {
    const broken = { what: 'weekInChannel', audience: 'acu' } as const;
    await bot.store().scheduledPosts.write({ ...newScheduledPost(broken, 'odd'), unsure: -1 }, undefined);
    await handler().say('unit summary here', channelPlace(channels.acu));
    await admin().say('summary here', channelPlace(board));
    await send();
    expect([...numbers()]).toEqual(['47', '47']);
    expect(await standing(broken)).toMatchObject({ posted: ['2026-W47'] });
  });
});
