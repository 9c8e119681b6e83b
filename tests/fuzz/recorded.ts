import { developmentPeople } from '../../development/development-tenant.ts';
import { startLoopbackServer } from '../fakes/loopback-server.ts';
import { newReporter } from '../support/journeys/reporter.ts';
import type { RunningBot } from '../support/journeys/running-bot.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { installationActivities, newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { wholeVisit } from './whole-visit.ts';

const team = { channelId: channels.acu, teamId: '19:team@thread.tacv2' } as const;

/** Uses the bot as people do, and gives the bodies that their clients sent: every command, card and button among them. */
export async function recordActivities(bot: RunningBot): Promise<readonly string[]> {
  const bodies: string[] = [];
  const recorder = await startLoopbackServer(async ({ body, headers }) => {
    bodies.push(body);
    const { authorization = '' } = headers;
    const answer = await fetch(bot.endpoint(), { method: 'POST', headers: { authorization }, body });
    const text = await answer.text();
    return { kind: 'answer', status: answer.status, ...(text !== '' && { body: JSON.parse(text) }) };
  });
  const recorded: RunningBot = { ...bot, settings: bot.settings, endpoint: () => recorder.url };
  const acknowledge = { candour: { verb: 'acknowledge', caseId: '000-000-0000', language: 'en' } };

  const { teams, report } = await newReporter(recorded);
  for (const words of ['hello', 'guidance', 'language', 'weekly summary', 'alert health', 'words of no command']) {
    await teams.say(words);
  }
  await teams.say('hello');
  for (const topic of ['what', 'show'] as const) await teams.press(topic);
  await teams.press('report');
  await teams.press('language');
  await teams.press('language');
  await teams.pressWith('next', {});
  await teams.press('done').catch(() => undefined);
  await teams.say('hello');
  await wholeVisit(teams, report);

  const reader = createTeamsClient(recorded, newPerson('cy-GB', developmentPeople.summaryReader));
  for (const candour of [
    { verb: 'open', flow: 'week', language: 'cy' },
    { verb: 'week', language: 'cy' },
    { verb: 'summary', view: 'table', audience: 'wider', period: '2026-W46', table: 'received', language: 'cy' },
  ]) {
    await reader.invoke('task/submit', { data: { candour, week: 'last4', audience: 'wider' } });
  }
  const handler = createTeamsClient(recorded, newPerson('en-GB', developmentPeople.handler));
  await handler.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: acknowledge } }, team);
  for (const words of ['alerts here', 'alert health', 'help']) await handler.say(words, team);
  for (const action of ['add', 'remove', 'add'] as const) {
    for (const activity of installationActivities(handler.surroundings(team), action)) await handler.send(activity);
  }
  await recorder.stop();
  return bodies;
}
