import { describe, expect, it } from '@jest/globals';
import { createInvokeHandler } from '../../../../bot/teams/handlers/invoke-handler.ts';
import { parseActivity } from '../../../../bot/teams/incoming-activity.ts';
import type { SubmittedAction } from '../../../../cards/submitted-action.ts';
import type { DialogManager } from '../../../../dialogs/bot-framework/dialog-manager.ts';
import { tenantId } from '../../../support/journeys/bot-settings.ts';
import { invokeActivity, newPerson } from '../../../support/journeys/teams-activities.ts';

/** The steps that a guide is asked to take, in their order. */
function listeningGuide(): { readonly guide: DialogManager; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const take = async (step: string) => {
    asked.push(step);
    return { kind: 'refused', code: 'foreign' } as const;
  };
  return { asked, guide: { open: () => take('open'), move: (_token, { verb }) => take(verb) } };
}

describe('the door of Teams', () => {
  it('has the steps of those who come at the same time give way to whoever sends', async () => {
    const { guide, asked } = listeningGuide();
    const answer = createInvokeHandler({ ...Object({}), guide, tenantId });
    const surroundings = { serviceUrl: 'https://smba.trafficmanager.net/uk/', botId: '28:bot', now: new Date() };
    const press = (candour: SubmittedAction) => {
      const activity = invokeActivity({ person: newPerson(), ...surroundings }, 'task/submit', { data: { candour } });
      const parsed = parseActivity(JSON.stringify(activity));
      if (parsed === undefined) throw new Error('this is no activity');
      return answer(parsed, 'go');
    };
    const move = (verb: string) => press({ verb: 'move', move: verb, state: 'of a card', language: 'en' });
    await Promise.all([
      press({ verb: 'open', flow: 'report', language: 'en' }),
      move('back'),
      move('send'),
      press({ verb: 'open', flow: 'comeBack', language: 'cy' }),
    ]);
    expect(asked[0]).toBe('send');
    expect(asked.toSorted()).toEqual(['back', 'open', 'open', 'send']);
  });
});
