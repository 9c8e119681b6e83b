import { randomUUID } from 'node:crypto';
import { beforeAll } from '@jest/globals';
import { setUpSharedBot } from '../journeys/set-up-bot.ts';
import type { RunningBot } from '../journeys/running-bot.ts';
import type { TabClient } from '../journeys/tab-client.ts';
import { createProxyObject } from '../set-up.ts';
import { type CountingStore, createCountingStore } from './counting-store.ts';

/** A bot for all tests of a file whose calls of the store are counted, with two handlers at their tabs. */
export interface CountedBot {
  readonly bot: RunningBot;
  readonly counting: CountingStore;
  readonly handler: TabClient;
  readonly colleague: TabClient;
}

export function setUpCountedBot(environment: Readonly<Record<string, string>> = {}): CountedBot {
  const people = [randomUUID(), randomUUID()] as const;
  let counting: CountingStore | undefined;
  let tabs: readonly TabClient[] = [];
  const bot = setUpSharedBot({
    entryPoint: 'dialog',
    environment: { ROLE_HANDLERS: people.join(','), ...environment },
    wrapParts: ({ store, seal }) => {
      counting = createCountingStore(store);
      return { store: counting.store, seal };
    },
  });
  beforeAll(async () => {
    tabs = people.map((objectId) => bot.tab({ objectId }));
    // Those who come for the first time are remembered.
    for (const tab of tabs) await tab.call('me', {});
  });
  return {
    bot,
    counting: createProxyObject(() => counting),
    handler: createProxyObject(() => tabs[0]),
    colleague: createProxyObject(() => tabs[1]),
  };
}
