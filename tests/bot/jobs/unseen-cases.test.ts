import { beforeEach, describe, expect, it } from '@jest/globals';
import { auditCommand } from '../../../cli/audit.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { translate } from '../../../words/cards/translate.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { channels, tenantId } from '../../support/journeys/bot-settings.ts';
import { setUpBot } from '../../support/journeys/set-up-bot.ts';

const { handler, secondHandler, reserve, secondReserve, admin } = developmentPeople;
const office = '19:office@thread.tacv2';
const dayMs = 24 * 60 * 60_000;

const bot = setUpBot({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS: `${handler} ${secondHandler}`, ALERT_TARGET_OFFICE: office },
});
beforeEach(async () => {
  // The look of the day on which it started is done.
  await bot.run('unseenCases');
  bot.clock.forward(dayMs);
});

async function saved(differences: Partial<CaseRecord>): Promise<CaseRecord> {
  const record = createCase({ tenantId, ...differences });
  const alert = createAlert(record.caseId, { handledBy: record.handledBy });
  await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
  return record;
}
const posts = () =>
  bot.connector.posts.filter(({ activity }) =>
    JSON.stringify(activity).includes(translate('en', 'target.unseenHeading')),
  );
/** The channels that were told that nobody may see a case, one for each time. */
const toldTo = (): readonly string[] =>
  posts()
    .map(({ conversationId }) => conversationId.replace(/;messageid=.*$/u, ''))
    .sort();
const isLogged = () => bot.log.some((line) => line.includes('"casesUnseen"'));
async function auditSays(): Promise<readonly string[]> {
  const lines: string[] = [];
  const deps = { ...bot.store(), files: bot.files(), clock: bot.clock.now, timeZone: 'Europe/London' };
  await auditCommand({ ...deps, roles: bot.settings.roles, printLine: (line) => lines.push(line) }, ['verify']);
  return lines.filter((line) => line.includes('nobody on the list'));
}

describe('a case that nobody on the list may see', () => {
  it('is told to the reserve and the admins within a day if it is the unit’s, and named to nobody', async () => {
    const seen = await saved({ excluded: [handler] });
    const { caseId } = await saved({ excluded: [handler, secondHandler] });
    await bot.run('unseenCases');
    expect(toldTo()).toEqual([channels.admins, channels.reserve].sort());
    for (const { activity } of posts()) expect(JSON.stringify(activity)).not.toContain(caseId);
    expect(isLogged()).toBe(true);
    expect(bot.log.join('')).not.toContain(caseId);
    // Once a day, by however many looks, and again the next day as long as it is so.
    await bot.run('unseenCases');
    expect(toldTo()).toHaveLength(2);
    bot.clock.forward(dayMs);
    await bot.run('unseenCases');
    expect(toldTo()).toHaveLength(4);
    expect(await auditSays()).toEqual([expect.stringContaining(caseId.slice(0, 3))]);
    expect(seen.caseId).not.toBe(caseId);
  });

  it('is told to the office alone if it is the reserve’s', async () => {
    const { caseId } = await saved({ handledBy: 'reserve', excluded: [reserve, secondReserve] });
    await bot.run('unseenCases');
    expect(toldTo()).toEqual([office]);
    expect(JSON.stringify(posts())).not.toContain(caseId);
    expect(await auditSays()).toHaveLength(1);
  });

  it('is one that was left to somebody who has gone, and no more one once another person is on the list', async () => {
    await saved({ excluded: [handler] });
    await bot.run('unseenCases');
    expect(toldTo()).toEqual([]);
    await bot.restart({ ROLE_HANDLERS: handler });
    bot.clock.forward(dayMs);
    await bot.run('unseenCases');
    expect(toldTo()).toHaveLength(2);
    expect(await auditSays()).toHaveLength(1);
    await bot.restart({ ROLE_HANDLERS: `${handler} ${admin}` });
    bot.clock.forward(dayMs);
    await bot.run('unseenCases');
    expect(toldTo()).toHaveLength(2);
    expect(await auditSays()).toEqual([]);
  });

  it('is none of which nothing is left', async () => {
    const { receivedOn } = createCase();
    await saved({ excluded: [handler, secondHandler], erasedOn: receivedOn, sealedReport: '' });
    await bot.run('unseenCases');
    expect(toldTo()).toEqual([]);
    expect(isLogged()).toBe(false);
  });
});
