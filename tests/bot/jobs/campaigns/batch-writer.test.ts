import { describe, expect, it } from '@jest/globals';
import { createBatchWriter } from '../../../../bot/jobs/campaigns/batch-sender.ts';
import type { DeliveryBatchStore } from '../../../../core/ports/campaign-stores.ts';
import { StoreError } from '../../../../core/ports/store-error.ts';
import {
  markSending,
  newDeliveryRun,
  nextDeliveries,
  recordOutcomes,
  planBatch,
  withPlannedBatches,
} from '../../../../core/model/delivery.ts';
import { createDeliveryFixture } from '../../../support/campaigns/delivery-fixture.ts';
import { today } from '../../../support/contracts/records.ts';

const scene = createDeliveryFixture();
const run = withPlannedBatches(newDeliveryRun({ id: 'run', kind: 'send' }), {
  people: 2,
  parts: 1,
  after: 'b',
  isWhole: true,
});
const part = planBatch('run', 0, [{ id: 'a' }, { id: 'b' }]);
const marked = markSending(part, nextDeliveries(part, 2));
const sent = recordOutcomes(
  marked,
  nextDeliveries(part, 2).map((person) => ({ person, outcome: { kind: 'sent', activityId: '1' } as const })),
);
const closed = { ...sent, stage: 'closed' } as const;

/** A writer on a store that does what it is asked and loses its answer, so many times. */
function writer(lost = 0) {
  let left = lost;
  const parts: DeliveryBatchStore = {
    ...scene.store.deliveryBatches,
    write: async (...asked) => {
      const written = await scene.store.deliveryBatches.write(...asked);
      left -= 1;
      if (left >= 0) throw new StoreError('unknown');
      return written;
    },
  };
  const rest = async () => undefined;
  return createBatchWriter({ runs: scene.store.deliveryRuns, parts, today: () => today, ended: () => undefined, rest });
}
async function begun(): Promise<string> {
  await scene.store.deliveryRuns.write(run, undefined);
  const [version = ''] = (await scene.store.deliveryBatches.write([{ value: part, expectedVersion: undefined }])) ?? [];
  return version;
}

describe('a part that is written', () => {
  it('is another server’s from when that has written it', async () => {
    const version = await begun();
    const next = await writer().save(marked, version);
    expect(next).toBeDefined();
    expect(await writer().save(marked, version)).toBeUndefined();
    expect(await writer().save(sent, version)).toBeUndefined();
    expect(await writer(1).save(part, version)).toBeUndefined();
    expect((await scene.store.deliveryBatches.read('run', 0))?.value).toMatchObject(marked);
  });

  it('is known again where the answer was lost, and nobody else’s write is taken for it', async () => {
    const version = await begun();
    const next = await writer(1).save(marked, version);
    expect(next).toBe((await scene.store.deliveryBatches.read('run', 0))?.version);
    expect(await writer(2).save(sent, next ?? '')).toBeDefined();
  });

  it('is not taken for ours if another server began it alike, and our own first write was answered by nothing', async () => {
    const version = await begun();
    expect(await writer().save(marked, version)).toBeDefined();
    let isFirst = true;
    const parts: DeliveryBatchStore = {
      ...scene.store.deliveryBatches,
      write: async (...asked) => {
        if (isFirst) {
          isFirst = false;
          throw new StoreError('unknown');
        }
        return scene.store.deliveryBatches.write(...asked);
      },
    };
    const { deliveryRuns: runs } = scene.store;
    const other = createBatchWriter({
      runs,
      parts,
      today: () => today,
      ended: () => undefined,
      rest: async () => undefined,
    });
    expect(await other.save(marked, version)).toBeUndefined();
  });

  it('is counted once when it is closed, also where the answer was lost', async () => {
    const version = await begun();
    await writer(1).close(closed, version);
    await writer().close(closed, version);
    expect((await scene.store.deliveryRuns.read('run'))?.value).toMatchObject({ state: 'over', tally: { sent: 2 } });
  });
});
