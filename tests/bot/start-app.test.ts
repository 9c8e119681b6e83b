import { request } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { waitFor } from '../support/journeys/wait-for.ts';
import { startBot } from '../support/journeys/running-bot.ts';
import { messageActivity, newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';

const eventsOf = (log: readonly string[]): readonly string[] => log.map((line) => String(JSON.parse(line).event));

describe('a bot that is stopped', () => {
  it('finishes the turn under way and takes no new one', async () => {
    const bot = await startBot({ entryPoint: 'dialog' });
    const activity = JSON.stringify(messageActivity(createTeamsClient(bot, newPerson()).surroundings(), 'hello'));
    const endpoint = bot.endpoint();
    const headers = { 'content-type': 'application/json', authorization: await bot.authorization() };
    const open = request(endpoint, { method: 'POST', headers: { ...headers, 'content-length': activity.length } });
    open.write(activity.slice(0, 10));
    // The server has the request once another that came later was answered.
    await fetch(new URL('/healthz', endpoint));
    const stopped = bot.stop();
    await waitFor('stopping', () => eventsOf(bot.log).find((event) => event === 'stopping'));
    await expect(fetch(endpoint, { method: 'POST', headers, body: activity })).rejects.toThrow();
    open.end(activity.slice(10));
    const [response] = await once(open, 'response');
    expect(response.statusCode).toBe(200);
    response.resume();
    await stopped;
    expect(bot.connector.posts).toHaveLength(1);
    expect(eventsOf(bot.log).slice(-2)).toEqual(['stopping', 'stopped']);
  });

  it('finishes the alert that it holds, so that no lease is left behind', async () => {
    const bot = await startBot({ entryPoint: 'dialog' });
    const record = createCase();
    const alert = createAlert(record.caseId, { urgency: 'urgent', dueAt: bot.clock.now().toISOString() });
    await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
    bot.postDueAlerts();
    await bot.restart();
    const left = await bot.store().outbox.read(record.caseId);
    expect(left?.value).toMatchObject({ state: 'posted' });
    expect(left?.value.leasedUntil).toBeUndefined();
    expect(bot.connector.posts).toHaveLength(1);
    await bot.stop();
  });
});
