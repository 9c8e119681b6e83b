import type { CampaignStore } from '../../../core/ports/campaign-stores.ts';
import {
  type Campaign,
  type CampaignEvent,
  findPlannedItem,
  type PendingRunAction,
} from '../../../core/model/campaign.ts';
import { applyCampaignPause } from '../../../core/model/campaign-edits.ts';
import {
  completeRuns,
  isFullyPosted,
  type ItemRun,
  joinDateRange,
  activeRuns,
  deliveryRunId,
  advanceCampaign,
} from '../../../core/model/campaign-progress.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import type { DeliveryCounts, RunSpec } from '../../../core/model/delivery.ts';
import { toLocalDateTime } from '../../../core/model/quiet-hours.ts';
import type { Clock } from '../../../core/model/calendar.ts';
import type { EventLog } from '../../runtime/event-log.ts';

/** Each may be called twice, and does nothing if there is no such run. */
export interface RunControl {
  startRun(run: RunSpec): Promise<unknown>;
  pause(runId: string): Promise<unknown>;
  resume(runId: string): Promise<unknown>;
  cancel(runId: string): Promise<unknown>;
  withdraw(runId: string): Promise<unknown>;
  counts(runId: string): Promise<DeliveryCounts | undefined>;
}

/**
 * Gives due items to the sender by however many servers: each is written into the campaign first, and may be given
 * twice. No campaign waits for another.
 */
export function createRunScheduler(deps: {
  readonly campaigns: CampaignStore;
  readonly runs: RunControl;
  readonly posts: { readonly tend: (currentCampaign: Versioned<Campaign>) => Promise<void> };
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): { readonly processDue: () => Promise<void> } {
  const { campaigns, runs, clock, log } = deps;

  function executeAction(campaign: Campaign, { what, item, week }: PendingRunAction): Promise<unknown> {
    const id = deliveryRunId(campaign, item, week);
    switch (what) {
      case 'start': {
        const joined = joinDateRange(campaign, week);
        return runs.startRun({ id, kind: 'send', ...(joined && { joined }) });
      }
      case 'pause':
        return runs.pause(id);
      case 'goOn':
        return runs.resume(id);
      case 'cancel':
        return runs.cancel(id);
      case 'withdraw':
        return runs.withdraw(id);
      default:
        return what satisfies never;
    }
  }

  /** An owed act that was done and not noted is done again. */
  async function executeOwed(currentCampaign: Versioned<Campaign>): Promise<Versioned<Campaign> | undefined> {
    const { value, version } = currentCampaign;
    if (value.owed.length === 0) return currentCampaign;
    for (const owed of value.owed) await executeAction(value, owed);
    if (!(await campaigns.write({ ...value, owed: [] }, version, []))) return undefined;
    return campaigns.read(value.id);
  }

  const createEvent = (kind: CampaignEvent['kind'], item?: string): CampaignEvent => ({
    kind,
    by: 'system',
    at: clock().toISOString(),
    ...(item !== undefined && { item }),
  });

  function stateEvents(before: Campaign, after: Campaign): readonly CampaignEvent[] {
    const items = after.items.flatMap(({ item, state }) => {
      if (findPlannedItem(before, item.id)?.state === state) return [];
      return state === 'sending' ? [createEvent('itemStarted', item.id)] : [createEvent('itemSent', item.id)];
    });
    return before.state === after.state ? items : [...items, createEvent('ended')];
  }

  async function saveCampaign(
    { value, version }: Versioned<Campaign>,
    next: Campaign,
  ): Promise<Versioned<Campaign> | undefined> {
    const entries = stateEvents(value, next);
    if (!(await campaigns.write(next, version, entries))) return undefined;
    const started = entries.filter(({ kind }) => kind === 'itemStarted').length;
    if (started > 0) log({ event: 'campaignItemsStarted', items: started });
    return campaigns.read(value.id);
  }

  async function findEndedRuns(campaign: Campaign): Promise<Readonly<Record<'over' | 'stopped', readonly ItemRun[]>>> {
    const open = activeRuns(campaign);
    const counted = await Promise.all(open.map(({ item, week }) => runs.counts(deliveryRunId(campaign, item, week))));
    const posted = campaign.items.filter((planned) => planned.state === 'sending' && isFullyPosted(planned));
    return {
      over: [
        ...open.filter((_, place) => counted[place]?.state === 'over'),
        ...posted.map(({ item }) => ({ item: item.id })),
      ],
      stopped: open.filter((_, place) => counted[place]?.stopped !== undefined),
    };
  }

  /** The next items may reach no one either, and no morning resumes the run. */
  async function pauseStoppedItems(
    { value, version }: Versioned<Campaign>,
    stopped: readonly ItemRun[],
  ): Promise<void> {
    const paused = applyCampaignPause(value);
    if ('why' in paused) return;
    const items = new Set(stopped.map(({ item }) => item));
    await campaigns.write(
      paused,
      version,
      [...items].map((item) => createEvent('itemStopped', item)),
    );
  }

  async function processCampaign(found: Versioned<Campaign>): Promise<void> {
    let currentCampaign = await executeOwed(found);
    if (currentCampaign === undefined) return;
    const due = advanceCampaign(currentCampaign.value, toLocalDateTime(clock(), deps.timeZone));
    if (due !== currentCampaign.value) currentCampaign = await saveCampaign(currentCampaign, due);
    currentCampaign = currentCampaign && (await executeOwed(currentCampaign));
    if (currentCampaign === undefined) return;
    await deps.posts.tend(currentCampaign);
    const current = await campaigns.read(found.value.id);
    if (current === undefined) return;
    const { over, stopped } = await findEndedRuns(current.value);
    const after = completeRuns(current.value, over);
    const isChanged = over.length > 0 || after.state !== current.value.state;
    const next = isChanged ? await saveCampaign(current, after) : current;
    if (next && stopped.length > 0) await pauseStoppedItems(next, stopped);
  }

  return {
    async processDue() {
      const all = await campaigns.list();
      const tended = await Promise.allSettled(all.map(processCampaign));
      const failed = tended.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
