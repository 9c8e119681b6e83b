import {
  createQuotaLease,
  createSendRateLimiter,
  type SendRateLimiter,
  teamsSendTiming,
} from '../../../bot/jobs/campaigns/send-rate.ts';
import type { SendQuotaStore } from '../../../core/ports/campaign-stores.ts';
import type { SendQuota } from '../../../core/model/delivery.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One server of a force as a sender: its pace, and its share of what all servers of the force may send. */
export interface SendingServer {
  readonly pace: SendRateLimiter;
  readonly lanes: () => number;
  /** Has every server of the force pause for so long. */
  readonly pauseAll: (ms: number) => void;
}

/** How often a server looks at its lanes, as the schedule has it. */
const lookMs = 1_000;

/** Who sends, in memory: what stands in a store for all servers of a force. */
function createMemoryQuotaStore(): SendQuotaStore {
  let standing: { readonly value: SendQuota; readonly version: string } | undefined;
  let written = 0;
  return {
    read: async () => standing,
    write: async (lanes, over) => {
      if (standing?.version !== over) return false;
      standing = { value: lanes, version: String((written += 1)) };
      return true;
    },
  };
}

/**
 * The servers of a force, with the pace and the lanes of the sender itself, which have begun to share what may be sent.
 * `stop` has them look no more.
 */
export async function createSendingForce(
  time: VirtualTime,
  servers: number,
): Promise<{ readonly servers: readonly SendingServer[]; readonly stop: () => void }> {
  const keeper = createMemoryQuotaStore();
  let stamps = 0;
  const stopping = new AbortController();
  const made = Array.from({ length: servers }, (_one, at) => {
    const pace = createSendRateLimiter({ monotonic: time.now, wait: time.wait, timing: teamsSendTiming });
    const lanes = createQuotaLease({
      keeper,
      pace,
      monotonic: time.now,
      serverId: `server-${at + 1}`,
      newStamp: () => `stamp-${(stamps += 1)}`,
      timing: teamsSendTiming,
    });
    return { pace, lanes };
  });
  async function look(lanes: (typeof made)[number]['lanes']): Promise<void> {
    while (!stopping.signal.aborted) {
      await lanes.look();
      await time.wait(lookMs);
    }
  }
  for (const { lanes } of made) void look(lanes);
  // The first to come has all lanes, and gives back what is the others' when it renews.
  await time.wait(3 * teamsSendTiming.leaseRenewMs);
  return {
    servers: made.map(({ pace, lanes }) => ({
      pace,
      lanes: () => lanes.count(),
      pauseAll: (ms) => lanes.sharePause(ms),
    })),
    stop: () => stopping.abort(),
  };
}
