import { describe, expect, it } from '@jest/globals';
import { alertChannelWords } from '../../../words/alert-channels.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { type Activity, installationActivities } from '../../support/journeys/teams-activities.ts';
import { type TeamsClient } from '../../support/journeys/teams-client.ts';
import { setUpBot } from '../../support/journeys/set-up-bot.ts';
import { createChatsByRole, channelPlace, includesWord, newObjectId } from '../../support/journeys/chats-by-role.ts';

const bot = setUpBot({ entryPoint: 'dialog' });

const { handler, target, postsIn, logged } = createChatsByRole(bot);

async function tell(teams: TeamsClient, activities: readonly Activity[]): Promise<void> {
  for (const activity of activities) expect((await teams.send(activity)).status).toBe(200);
}

describe('a bot that is removed', () => {
  const at = channelPlace(newObjectId, '19:unit@thread.tacv2');
  /** Teams says so of the team, by the id of its General channel. */
  const team = channelPlace('19:unit@thread.tacv2', '19:unit@thread.tacv2');
  const noticesOfLoss = () =>
    postsIn(channels.admins).filter(({ activity }) => includesWord(JSON.stringify(activity), 'target.lostHeading'));

  it('from a team is noticed, and said once to the admins although Teams tells of it twice', async () => {
    const teams = handler();
    await teams.say('alerts here', at);
    const telling = installationActivities(teams.surroundings(team), 'remove');
    expect(telling).toHaveLength(2);
    await tell(teams, telling);
    expect(await target('acu')).toMatchObject({ lost: true });
    expect(noticesOfLoss()).toHaveLength(1);
    expect(JSON.stringify(noticesOfLoss()[0]?.activity)).toContain(alertChannelWords.acu.name.en);
    expect(logged().filter(({ event }) => event === 'targetLost')).toHaveLength(1);
  });

  it('from another team changes nothing here', async () => {
    const teams = handler();
    await teams.say('alerts here', at);
    const other = channelPlace('19:other@thread.tacv2', '19:other@thread.tacv2');
    await tell(teams, installationActivities(teams.surroundings(other), 'remove'));
    expect(await target('acu')).toMatchObject({ lost: false });
    expect(noticesOfLoss()).toEqual([]);
  });

  it('from the channel of the admins or while that one fails is noticed all the same', async () => {
    const teams = handler();
    await teams.say('alerts here', at);
    bot.connector.plan(503);
    await tell(teams, installationActivities(teams.surroundings(team), 'remove'));
    expect(await target('acu')).toMatchObject({ lost: true });
    await tell(teams, installationActivities(teams.surroundings(channelPlace(channels.admins)), 'remove'));
    expect(await target('admins')).toMatchObject({ lost: true });
    expect(logged()).toContainEqual(
      expect.objectContaining({ event: 'alertFailed', target: 'admins', code: 'notTold' }),
    );
  });
});
