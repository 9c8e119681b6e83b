import { describe, expect, it } from '@jest/globals';
import { reserveText } from '../../cards/support-contacts.ts';
import { translate } from '../../words/cards/translate.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { identityModes, questions } from '../../core/model/questions.ts';
import { keyGroups } from '../../core/model/public-keys.ts';
import type { Journey } from './run-journeys.ts';
import { sendShortReport } from '../support/journeys/reporter.ts';
import { decryptReportFor, decryptTextFor, readSavedCase } from '../support/journeys/saved-case.ts';

const cases = identityModes.flatMap((mode) => questions.conflict.options.map((conflict) => ({ mode, conflict })));

const contacts = contactsSchema.parse({});

/** Who can open what, for each way of reporting and each answer on whom it concerns. */
export function reportPathsJourney({ bot, reporter }: Journey): void {
  describe('a report', () => {
    it.each(cases)('in the way "$mode", on a conflict "$conflict", opens for its own holders only', async (answers) => {
      const { teams, report, canary } = await reporter();
      await sendShortReport({ teams }, { ...report, ...answers });
      const saved = await readSavedCase(bot(), teams.card());
      const { record } = saved;
      const handledBy = answers.conflict === 'no' ? 'acu' : 'reserve';
      expect(record).toMatchObject({ handledBy, mode: answers.mode });
      expect(teams.card().text).toContain(
        handledBy === 'acu' ? translate('en', 'receipt.acu') : reserveText('en', contacts),
      );
      if (answers.conflict === 'chief') expect(teams.card().text).toMatch(/Police and Crime Commissioner/u);

      const openReport: string[] = [];
      const openIdentity: string[] = [];
      for (const group of keyGroups) {
        const words = await decryptTextFor(bot(), group, record.sealedReport);
        const identity = await decryptTextFor(bot(), group, record.sealedIdentity);
        if (words !== undefined) openReport.push(group);
        if (words !== undefined) expect(words).toContain(canary);
        // Who somebody is stands beside the report, never in it.
        for (const mark of Object.values(teams.person)) expect(words ?? '').not.toContain(mark);
        if (identity === undefined) continue;
        openIdentity.push(group);
        const { name, objectId } = teams.person;
        expect(JSON.parse(identity)).toMatchObject({ caseId: record.caseId, identity: { name, objectId } });
        expect(identity).not.toContain(teams.person.conversationId);
      }
      expect(new Set(openReport)).toEqual(new Set([handledBy, 'recovery']));
      const holders = { named: [handledBy, 'recovery'], confidential: ['custodians'], notKept: [] }[answers.mode];
      expect(new Set(openIdentity)).toEqual(new Set(holders));
      if (answers.mode === 'notKept') expect(record).not.toHaveProperty('sealedIdentity');

      const asHandlersReadIt = await decryptReportFor(bot(), handledBy, saved);
      expect(asHandlersReadIt.identity !== undefined).toBe(answers.mode === 'named');
      await expect(decryptReportFor(bot(), handledBy === 'acu' ? 'reserve' : 'acu', saved)).rejects.toThrow();
    });
  });
}
