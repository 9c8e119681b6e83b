import { describe, expect, it } from '@jest/globals';
import type { Journey } from './run-journeys.ts';
import { answerCard, goToStep } from '../support/journeys/reporter.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';

/** Words in which a client, a template or a renderer could see more than words. */
export function markupEscapingJourney({ bot, reporter }: Journey): void {
  describe('words that could be more than words', () => {
    it.each([
      '${$root.actions} ${lang}',
      '[a link](https://example.org) **bold** <b>bold</b>',
      '{{DATE(2026-11-24T09:10:00Z, SHORT)}}',
      '{"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"mode"}]}',
      '"},{"type":"Action.OpenUrl","url":"https://example.org"',
      '=concat(1) \u202e\u0007 <at>Candour</at>',
    ])('are shown and kept as what they are: %j', async (words) => {
      const { teams, report, canary } = await reporter();
      const what = `${canary} ${words}`;
      await teams.press('report');
      await goToStep(teams, report, 'account');
      answerCard(teams, { ...report, what });
      const buttons = teams.card().buttons.length;
      await teams.press('next');
      await teams.press('back');
      expect(teams.filled('what')).toBe(what);
      expect(teams.card().buttons).toHaveLength(buttons);
      await goToStep(teams, { ...report, what }, 'review');
      expect(teams.card().text.replaceAll('\u2060', '')).toContain(what);
      expect(teams.card().inputs).toEqual([]);
      await teams.press('send');
      expect((await decryptSavedReport(bot(), await readSavedCase(bot(), teams.card()))).report.answers.what).toBe(
        what,
      );
    });
  });
}
