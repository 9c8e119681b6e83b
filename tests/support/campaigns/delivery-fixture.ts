import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as timer } from 'node:timers/promises';
import { afterEach, beforeEach } from '@jest/globals';
import type { CampaignSender } from '../../../bot/jobs/campaigns/campaign-sender.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { DeliveryCounts } from '../../../core/model/delivery.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import {
  type CampaignConnector,
  type CampaignRequest,
  startCampaignConnector,
} from '../../fakes/campaign-connector.ts';
import type { ConnectorAnswer } from '../../fakes/connector-answer.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import { createSubscriber } from './sending-server.ts';

/** The run of these tests. */
export const id = 'spring:week-1';

/** A store and a connector for each test. `answer` says what becomes of a request; nothing: it is taken. */
export function createDeliveryFixture() {
  let [folder, store, connector]: [string, Store | undefined, CampaignConnector | undefined] = [
    '',
    undefined,
    undefined,
  ];
  const there = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('made before each test');
    return part;
  };
  const scene = {
    answer: (_request: CampaignRequest): ConnectorAnswer | undefined => undefined,
    get folder() {
      return folder;
    },
    get store() {
      return there(store);
    },
    get connector() {
      return there(connector);
    },
    async install(many: number): Promise<void> {
      for (let person = 0; person < many; person += 1) {
        await scene.store.subscribers.add(createSubscriber(person, scene.connector.serviceUrl));
      }
    },
  };
  beforeEach(async () => {
    folder = createTemporaryFolder();
    store = openSqliteStore(join(folder, 'candour.db'));
    scene.answer = () => undefined;
    connector = await startCampaignConnector((request) => scene.answer(request));
  });
  afterEach(async () => {
    await store?.close();
    await connector?.stop();
    rmSync(folder, { recursive: true });
  });
  return scene;
}

/** Tends until nobody waits any more, or until something else is so. */
export async function sendUntil(
  senders: readonly CampaignSender[],
  run = id,
  isSo: (counts: DeliveryCounts) => boolean | Promise<boolean> = ({ state }) => state === 'over',
): Promise<DeliveryCounts> {
  for (;;) {
    await Promise.all(senders.map((sender) => sender.tick()));
    const counts = await senders[0]?.counts(run);
    if (counts && (await isSo(counts))) return counts;
    await timer(20);
  }
}

/** Answers the first request to each of these people so, and takes all others. */
export const failOnce = (what: ConnectorAnswer, which: (person: string) => boolean) => {
  const failed = new Set<string>();
  return ({ conversationId }: CampaignRequest): ConnectorAnswer | undefined => {
    if (!which(conversationId) || failed.has(conversationId)) return undefined;
    failed.add(conversationId);
    return what;
  };
};
