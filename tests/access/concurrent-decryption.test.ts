import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { appendEvent, emptyChain } from '../../core/model/event-record.ts';
import { createCase, createAlert } from '../support/contracts/records.ts';
import { startBot } from '../support/journeys/running-bot.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';

const handlers = Array.from({ length: 8 }, () => randomUUID());

describe.each(['sqlite', 'cosmos'] as const)('eight case handlers at one case (%s)', (store) => {
  it('all open it at the same moment, and each opening is in its history', async () => {
    const bot = await startBot({ entryPoint: 'dialog', store, environment: { ROLE_HANDLERS: handlers.join(',') } });
    try {
      const tabs = handlers.map((objectId) => bot.tab({ objectId, name: 'Case handler' }));
      for (const tab of tabs) await tab.call('me', {});
      for (let round = 0; round < 3; round += 1) {
        bot.clock.forward(60_000);
        const sent = createCase({ tenantId, chain: emptyChain });
        const { record, event } = appendEvent(sent, { kind: 'received', by: 'system', at: sent.receivedOn });
        const { caseId } = record;
        await bot.store().cases.create(record, createAlert(caseId), [event]);
        const answers = await Promise.all(tabs.map((tab) => tab.send('case.consult', { caseId })));
        expect(answers.map(({ status }) => status)).toEqual(handlers.map(() => 200));
        const events = await bot.store().history.readAll(caseId);
        expect(events.filter(({ kind }) => kind === 'consulted')).toHaveLength(handlers.length);
      }
    } finally {
      await bot.stop();
    }
  });
});
