import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { translate } from '../../words/cards/translate.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import type { Journey } from './run-journeys.ts';
import { currentStep, goToStep } from '../support/journeys/reporter.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';
import { buttonName, opensDialog } from '../support/journeys/parsed-card.ts';

const moveSchema = z.looseObject({ candour: z.looseObject({ move: z.string() }) });

/** What production's door lets nobody do in the chat: what is typed into cards there reaches Teams' audit log. */
export function productionEntryPointJourney({ bot, reporter }: Journey): void {
  describe('in production', () => {
    it('the first card opens reporting and coming back in a dialog, and only shows the rest in the chat', async () => {
      const { teams } = await reporter();
      const { buttons, inputs } = teams.card();
      expect(inputs).toEqual([]);
      expect(buttons.filter(opensDialog).map(buttonName)).toEqual(['report', 'comeBack']);
      expect(buttons[0]?.url).toBe('tel:999');
      const others = buttons.slice(1).filter((button) => !opensDialog(button));
      expect(others.map(({ type }) => type)).toEqual(others.map(() => 'Action.Execute'));
      await teams.press('comeBack');
      expect(teams.dialogIsOpen()).toBe(true);
      await teams.press('done');
      expect(teams.dialogIsOpen()).toBe(false);
    });

    it('a step in the chat is refused calmly and nothing is saved', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'code');
      const code = parseReturnCode(parseCardCode(teams.card()));
      await goToStep(teams, report, 'review');
      const send = teams.card().buttons.find((button) => buttonName(button) === 'send');
      const { candour } = moveSchema.parse(send?.data);
      for (const move of ['send', 'later', 'go', 'next', 'change:account', 'language']) {
        const data = { candour: { ...candour, move }, go: 'later' };
        const action = { type: 'Action.Execute', verb: 'candour', data };
        const { text } = await teams.invoke('adaptiveCard/action', { action, trigger: 'manual' });
        expect(text).toContain(JSON.stringify(translate('en', 'notice.dialogOnly')));
      }
      if (code === undefined) throw new Error('the card shows no code');
      expect(await bot().store().cases.read(deriveCaseId(code))).toBeUndefined();
      expect(currentStep(teams.card())).toBe('review');
      await teams.press('send');
      expect(await bot().store().cases.read(deriveCaseId(code))).toBeDefined();
    });

    it.each(['report', 'comeBack'])('"%s" does not open in the chat, and leads to the dialog', async (flow) => {
      const { teams } = await reporter();
      const data = { candour: { verb: 'open', flow, language: 'cy' } };
      await teams.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb: 'candour', data } });
      expect(teams.card().text).toContain(translate('cy', 'notice.dialogOnly'));
      expect(teams.card().inputs).toEqual([]);
      await teams.press('report');
      expect(teams.dialogIsOpen()).toBe(true);
    });
  });
}
