import { randomUUID } from 'node:crypto';
import { beforeAll } from '@jest/globals';
import { setUpSharedBot } from '../journeys/set-up-bot.ts';
import type { RunningBot } from '../journeys/running-bot.ts';
import type { TabClient } from '../journeys/tab-client.ts';
import { createProxyObject } from '../set-up.ts';

/** A bot for the tests of a block, with two handlers and one of the reserve at their tabs. */
export interface UnitWithFiles {
  readonly bot: RunningBot;
  readonly one: TabClient;
  readonly two: TabClient;
  readonly reserve: TabClient;
}

export function setUpUnitWithFiles(store: 'sqlite' | 'cosmos'): UnitWithFiles {
  const [oneId, twoId, reserveId] = [randomUUID(), randomUUID(), randomUUID()];
  const environment = { ROLE_HANDLERS: `${oneId},${twoId}`, ROLE_RESERVE: `${reserveId} ${randomUUID()}` };
  const bot = setUpSharedBot({ entryPoint: 'dialog', store, environment });
  let tabs: readonly TabClient[] = [];
  beforeAll(() => {
    tabs = [oneId, twoId, reserveId].map((objectId) => bot.tab({ objectId }));
  });
  return {
    bot,
    one: createProxyObject(() => tabs[0]),
    two: createProxyObject(() => tabs[1]),
    reserve: createProxyObject(() => tabs[2]),
  };
}
