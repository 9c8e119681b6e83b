import { describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import { translate } from '../../words/cards/translate.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { parsePostedCard } from '../support/journeys/invoke-answer.ts';
import type { Journey } from './run-journeys.ts';
import { type Reporter, sendShortReport } from '../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import type { ParsedCard } from '../support/journeys/parsed-card.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient, type TeamsClient } from '../support/journeys/teams-client.ts';

/** From a case's alert in its channel to what the person who reported it sees of that. */
export function acknowledgementJourney({ bot, reporter }: Journey): void {
  async function alertOf(reference: string, channelId: string): Promise<ParsedCard> {
    const shows = ({ activity, conversationId }: { readonly activity: unknown; readonly conversationId: string }) =>
      conversationId.startsWith(channelId) && JSON.stringify(activity).includes(reference);
    const post = await waitFor('an alert', () => bot().connector.posts.find(shows));
    return parsePostedCard(post.activity);
  }
  const acknowledge = (teams: TeamsClient, card: ParsedCard, channelId: string) =>
    teams.invoke(
      'adaptiveCard/action',
      { action: card.buttons[0], trigger: 'manual' },
      { channelId, teamId: '19:team@thread.tacv2' },
    );
  async function reportOn(conflict: string): Promise<Reporter & { readonly reference: string; readonly code: string }> {
    const somebody = await reporter();
    await sendShortReport(somebody, { ...somebody.report, conflict });
    const { record } = await readSavedCase(bot(), somebody.teams.card());
    return { ...somebody, reference: formatCaseId(record.caseId), code: parseCardCode(somebody.teams.card()) };
  }

  describe('an alert', () => {
    it('is acknowledged by a handler, shows it, and whoever reported sees that somebody has the case', async () => {
      const { teams, reference, code } = await reportOn('no');
      const alert = await alertOf(reference, channels.acu);
      expect(alert.inputs).toEqual([]);
      const handler = createTeamsClient(bot(), newPerson('en-GB', developmentPeople.handler));
      await acknowledge(handler, alert, channels.acu);
      expect(handler.card().text).toContain('Acknowledged on');
      expect(handler.card().buttons).toEqual([]);
      await waitFor('the post is changed', () =>
        bot().connector.updates.find(({ activity }) => JSON.stringify(activity).includes(reference)),
      );
      await teams.press('done');
      await teams.press('comeBack');
      teams.fill('code', code);
      await teams.press('next');
      expect(teams.card().text).toContain(translate('en', 'comeBack.statusAcknowledged'));
    });

    it('of a case in conflict is acknowledged by the reserve, and by no handler', async () => {
      const { reference } = await reportOn('unsure');
      const alert = await alertOf(reference, channels.reserve);
      const handler = createTeamsClient(bot(), newPerson('cy-GB', developmentPeople.handler));
      await acknowledge(handler, alert, channels.reserve);
      expect(handler.toast()).toBe(translate('en', 'notice.acknowledgeRefused'));
      const reserve = createTeamsClient(bot(), newPerson('en-GB', developmentPeople.reserve));
      await acknowledge(reserve, alert, channels.reserve);
      expect(reserve.card().text).toContain('Acknowledged on');
    });

    it('is not acknowledged by somebody without a role, who does not learn whether there is such a case', async () => {
      const { teams, reference } = await reportOn('no');
      const alert = await alertOf(reference, channels.acu);
      await acknowledge(teams, alert, channels.acu);
      expect(teams.toast()).toBe(translate('en', 'notice.acknowledgeRefused'));
      const data = { candour: { verb: 'acknowledge', caseId: '000-000-0000', language: 'en' } };
      const { text } = await teams.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data } });
      expect(text).toBe(teams.answers.at(-2));
    });
  });
}
