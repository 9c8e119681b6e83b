import { describe, expect, it } from '@jest/globals';
import type { Journey } from './journeys.ts';
import { answerCard, walkTo } from '../support/journeys/reporter.ts';
import { opened, savedCase } from '../support/journeys/saved-case.ts';

/** Words in which a client, a template or a renderer could see more than words. */
export function plainWords({ bot, reporter }: Journey): void {
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
      await walkTo(teams, report, 'account');
      answerCard(teams, { ...report, what });
      const buttons = teams.card().buttons.length;
      await teams.press('next');
      await teams.press('back');
      expect(teams.filled('what')).toBe(what);
      expect(teams.card().buttons).toHaveLength(buttons);
      await walkTo(teams, { ...report, what }, 'review');
      expect(teams.card().text.replaceAll('\u2060', '')).toContain(what);
      expect(teams.card().inputs).toEqual([]);
      await teams.press('send');
      expect((await opened(bot(), await savedCase(bot(), teams.card()))).report.answers.what).toBe(what);
    });
  });
}
