import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { replyNames } from '../../core/model/case-terms.ts';
import { startBot } from '../support/journeys/running-bot.ts';

describe('what a message to whoever reported may begin with', () => {
  it.each([
    ['yes', true],
    ['no', false],
    ['', false],
  ])('is handed to those who may write, and not before counsel has agreed: %j', async (agreed, isHandedOut) => {
    const bot = await startBot({ entryPoint: 'dialog', environment: { MESSAGES_TO_REPORTERS: agreed } });
    try {
      for (const role of ['handler', 'reserve'] as const) {
        const { messages, replies } = await bot.tab({ objectId: randomUUID(), roles: [role] }).call('me', {});
        expect(messages).toBe(isHandedOut);
        expect(replies?.map(({ name }) => name)).toEqual(isHandedOut ? [...replyNames] : undefined);
      }
      for (const role of ['custodian', 'admin'] as const) {
        const me = await bot.tab({ objectId: randomUUID(), roles: [role] }).call('me', {});
        expect(Object.keys(me)).not.toContain('replies');
      }
      const nobody = await bot.tab({ objectId: randomUUID() }).call('me', {});
      expect(Object.keys(nobody)).not.toContain('replies');
    } finally {
      await bot.stop();
    }
  });
});
