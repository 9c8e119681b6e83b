import { randomBytes, randomUUID } from 'node:crypto';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { generateReturnCode, formatReturnCode } from '../../../core/model/return-code.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCase, createAlert, firstEvent, newCaseId } from '../../support/contracts/records.ts';
import { createPageClient } from '../../support/journeys/page-client.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { tenantId } from '../../support/journeys/bot-settings.ts';
import { quantile, shareBelow } from '../statistics.ts';
import type { Group } from '../group.ts';
import { atMost, type Row, createRows } from '../row.ts';
import { runInterleaved, measureMs, type Work } from '../timing.ts';

const notThere = 'not there';

async function saved(bot: RunningBot, differences: Partial<CaseRecord>): Promise<CaseRecord> {
  const record = createCase({ tenantId, sealedReport: randomBytes(40_000).toString('base64'), ...differences });
  const alert = createAlert(record.caseId, { handledBy: record.handledBy });
  await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
  return record;
}

/** How long ways take that end in the same refusal, and how far each can be told from that of what is not there. */
async function compared(heading: string, ways: ReadonlyMap<string, Work>, tries: number): Promise<readonly Row[]> {
  const times = await runInterleaved(ways, measureMs, tries);
  const row = createRows(heading);
  const reference = times.get(notThere) ?? [];
  return [...times].flatMap(([name, all]) => [
    ...[0.05, 0.5, 0.95, 0.99].map((share) => row(`${name}: p${share * 100}`, quantile(all, share), 'ms')),
    // Half of all pairs, if they are alike.
    ...(name === notThere
      ? []
      : [row(`${name}: told apart beyond chance`, Math.abs(shareBelow(reference, all) - 0.5), '', atMost(0.06))]),
  ]);
}

export const refusals: Group = {
  name: 'refusals',
  title: 'whether a refusal can be told by its time: of what is not there, and of what is there for others',
  takes: 'half a minute',
  async *measure({ refusals }) {
    const objectId = randomUUID();
    const bot = await startBot({ entryPoint: 'dialog', environment: { ROLE_HANDLERS: objectId } });
    const tab = bot.tab({ objectId });
    const look = (caseId: () => string) => async () => {
      bot.clock.forward(1_000);
      const { status } = await tab.send('case.view', { caseId: caseId() });
      if (status !== 403) throw new Error(`not refused: ${status}`);
    };
    const ofReserve = await saved(bot, { handledBy: 'reserve' });
    const shutOut = await saved(bot, { excluded: [toPersonId(objectId)] });
    const looks = new Map([
      [notThere, look(newCaseId)],
      ['of the reserve', look(() => ofReserve.caseId)],
      ['shut out of it', look(() => shutOut.caseId)],
    ]);
    yield await compared('A case that is refused', looks, refusals);

    const page = createPageClient(bot.tab({ objectId: randomUUID() }), 'en');
    await page.press('comeBack');
    const draw = () => generateReturnCode((bytes) => new Uint8Array(randomBytes(bytes)));
    const taken = draw();
    await saved(bot, { caseId: deriveCaseId(taken) });
    const comeBack = (code: () => string) => async () => {
      bot.clock.forward(1_000);
      page.fill('code', code());
      await page.press('next');
    };
    const codes = new Map([
      [notThere, comeBack(() => formatReturnCode(draw()))],
      ['of another mailbox', comeBack(() => formatReturnCode(taken))],
    ]);
    yield await compared('A code that is refused', codes, refusals);
    await bot.stop();
  },
};
