import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../core/model/language.ts';
import { identityModes } from '../../core/model/questions.ts';
import { type CardClient, createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';

/** What is derived from the return code, or sealed anew each time. */
const derivedInRecord = ['caseId', 'contentTag', 'mailboxRecipient', 'sealedReport', 'sealedIdentity']
  // The page seals the identity itself, and the server what it was told.
  .concat(['attestedIdentity', 'chain']);

const without = (value: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

describe('the same answers by all three doors', () => {
  let bots: readonly RunningBot[];
  beforeAll(async () => {
    bots = await Promise.all([startBot({ entryPoint: 'dialog' }), startBot({ entryPoint: 'chat' })]);
  });
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
  });

  it.each(languages.flatMap((language) => identityModes.map((mode) => ({ language, mode }))))(
    'are the same report, in $language and the way "$mode"',
    async ({ language, mode }) => {
      const person = newPerson(language === 'cy' ? 'cy-GB' : 'en-GB');
      const { report } = await newReporter(bots[0] ?? (await startBot({ entryPoint: 'dialog' })), person);
      const byTeams = async (bot: RunningBot): Promise<CardClient> => (await newReporter(bot, person)).teams;
      const byPageOf = async (bot: RunningBot): Promise<CardClient> =>
        createPageClient(bot.tab({ objectId: person.objectId, name: person.name }), language);
      const [production] = bots;
      const doors = [
        ...bots.map((bot) => [bot, byTeams] as const),
        ...(production ? [[production, byPageOf] as const] : []),
      ];
      const [byDialog, byChat, byPage] = await Promise.all(
        doors.map(async ([bot, at]) => {
          const teams = await at(bot);
          await sendFullReport({ teams }, { ...report, mode, risk: 'yes' });
          const saved = await readSavedCase(bot, teams.card());
          const { report: inside, recipients: _ofThisBot, ...others } = await decryptSavedReport(bot, saved);
          return {
            report: without(inside, ['caseId', 'mailbox', 'messageKey', 'recipients']),
            record: without(saved.record, derivedInRecord),
            keepsIdentity: saved.record.sealedIdentity !== undefined,
            ...others,
          };
        }),
      );
      expect(byDialog).toEqual(byChat);
      expect(byDialog).toEqual(byPage);
      expect(byDialog).toMatchObject({
        report: { answers: { ...report, mode, risk: 'yes' }, language },
        record: { language, mode, urgency: 'urgent' },
        unverifiedCount: 0,
      });
    },
  );
});
