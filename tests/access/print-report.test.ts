import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { goToStep, newReporter } from '../support/journeys/reporter.ts';
import { readSavedCase } from '../support/journeys/saved-case.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import type { RunningBot } from '../support/journeys/running-bot.ts';
import { newRequestId } from '../support/journeys/tab-client.ts';

const open = setUpSharedBot({ entryPoint: 'dialog' });
const shut = setUpSharedBot({ entryPoint: 'dialog', environment: { PRINT_REPORTS: 'no' } });

async function reported(bot: RunningBot) {
  const handler = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  const me = await handler.call('me', {});
  const { teams, report } = await newReporter(bot);
  await teams.press('report');
  await goToStep(teams, report, 'code');
  await teams.press('send');
  const { caseId } = (await readSavedCase(bot, teams.card())).record;
  const entry = () => ({ caseId, request: newRequestId() });
  const printed = async () =>
    (await bot.store().history.readAll(caseId)).filter(({ kind }) => kind === 'printed').length;
  return { handler, me, caseId, entry, printed };
}

describe('printing an opened report', () => {
  it('is recorded once a request, for a handler who has opened it and nobody else', async () => {
    const { handler, me, caseId, entry, printed } = await reported(open);
    expect(me.printing).toBe(true);
    expect((await handler.send('case.printReport', entry())).text).toContain('reportNotOpened');
    await handler.call('case.consult', { caseId });
    const asked = entry();
    for (const isNew of [true, false]) expect(await handler.call('case.printReport', asked)).toMatchObject({ isNew });
    for (const roles of [[], ['custodian'], ['reserve'], ['admin']] as const) {
      const other = open.tab({ objectId: randomUUID(), roles: [...roles] });
      expect((await other.send('case.printReport', entry())).text).toBe(JSON.stringify({ code: 'refused' }));
    }
    expect((await handler.send('case.printReport', { ...entry(), words: 'in clear' })).status).toBe(400);
    expect(await printed()).toBe(1);
  });

  it('is refused where a force has shut it, whatever the page asks', async () => {
    const { handler, me, caseId, entry, printed } = await reported(shut);
    expect(me.printing).toBe(false);
    await handler.call('case.consult', { caseId });
    const { text } = await handler.send('case.printReport', entry());
    expect(text).toBe(JSON.stringify({ code: 'notAllowed', why: 'state' }));
    expect(await printed()).toBe(0);
  });
});
