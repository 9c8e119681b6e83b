import type { CampaignStore } from '../../../core/ports/campaign-store.ts';
import { type Campaign, type CampaignEvent, itemOf, type Owed } from '../../../core/model/campaign.ts';
import { pauseCampaign } from '../../../core/model/campaign-edits.ts';
import {
  afterRuns,
  isPosted,
  type ItemRun,
  joinedFor,
  openRuns,
  runIdOf,
  withDue,
} from '../../../core/model/campaign-schedule.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import type { DeliveryCounts, Run } from '../../../core/model/delivery.ts';
import { localMoment } from '../../../core/model/quiet-hours.ts';
import type { Clock } from '../../../core/model/calendar.ts';
import type { EventLog } from '../../runtime/event-log.ts';

/** Each may be called twice, and does nothing if there is no such run. */
export interface Runs {
  startRun(run: Run): Promise<unknown>;
  pause(runId: string): Promise<unknown>;
  resume(runId: string): Promise<unknown>;
  cancel(runId: string): Promise<unknown>;
  withdraw(runId: string): Promise<unknown>;
  counts(runId: string): Promise<DeliveryCounts | undefined>;
}

/**
 * Tells the sender of due items once by however many servers: each is written into the campaign first, and may be told
 * twice. No campaign waits for another.
 */
export function createScheduleRuns(deps: {
  readonly campaigns: CampaignStore;
  readonly runs: Runs;
  readonly posts: { readonly tend: (standing: Versioned<Campaign>) => Promise<void> };
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): { readonly tendDue: () => Promise<void> } {
  const { campaigns, runs, clock, log } = deps;

  function tell(campaign: Campaign, { what, item, week }: Owed): Promise<unknown> {
    const id = runIdOf(campaign, item, week);
    switch (what) {
      case 'start': {
        const joined = joinedFor(campaign, week);
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

  /** An owed act that is told and not noted is told again. */
  async function withTold(standing: Versioned<Campaign>): Promise<Versioned<Campaign> | undefined> {
    const { value, version } = standing;
    if (value.owed.length === 0) return standing;
    for (const owed of value.owed) await tell(value, owed);
    if (!(await campaigns.write({ ...value, owed: [] }, version, []))) return undefined;
    return campaigns.read(value.id);
  }

  const entry = (kind: CampaignEvent['kind'], item?: string): CampaignEvent => ({
    kind,
    by: 'system',
    at: clock().toISOString(),
    ...(item !== undefined && { item }),
  });

  function entriesOf(before: Campaign, after: Campaign): readonly CampaignEvent[] {
    const items = after.items.flatMap(({ item, state }) => {
      if (itemOf(before, item.id)?.state === state) return [];
      return state === 'sending' ? [entry('itemStarted', item.id)] : [entry('itemSent', item.id)];
    });
    return before.state === after.state ? items : [...items, entry('ended')];
  }

  async function withWritten(
    { value, version }: Versioned<Campaign>,
    next: Campaign,
  ): Promise<Versioned<Campaign> | undefined> {
    const entries = entriesOf(value, next);
    if (!(await campaigns.write(next, version, entries))) return undefined;
    const started = entries.filter(({ kind }) => kind === 'itemStarted').length;
    if (started > 0) log({ event: 'campaignItemsStarted', items: started });
    return campaigns.read(value.id);
  }

  async function settled(campaign: Campaign): Promise<Readonly<Record<'over' | 'stopped', readonly ItemRun[]>>> {
    const open = openRuns(campaign);
    const counted = await Promise.all(open.map(({ item, week }) => runs.counts(runIdOf(campaign, item, week))));
    const posted = campaign.items.filter((planned) => planned.state === 'sending' && isPosted(planned));
    return {
      over: [
        ...open.filter((_, place) => counted[place]?.state === 'over'),
        ...posted.map(({ item }) => ({ item: item.id })),
      ],
      stopped: open.filter((_, place) => counted[place]?.stopped !== undefined),
    };
  }

  /** The next items may reach no one either, and no morning resumes the run. */
  async function pauseFor({ value, version }: Versioned<Campaign>, stopped: readonly ItemRun[]): Promise<void> {
    const paused = pauseCampaign(value);
    if ('why' in paused) return;
    const items = new Set(stopped.map(({ item }) => item));
    await campaigns.write(
      paused,
      version,
      [...items].map((item) => entry('itemStopped', item)),
    );
  }

  async function tend(found: Versioned<Campaign>): Promise<void> {
    // If another server was faster, the next look goes on.
    let standing = await withTold(found);
    if (standing === undefined) return;
    const due = withDue(standing.value, localMoment(clock(), deps.timeZone));
    if (due !== standing.value) standing = await withWritten(standing, due);
    standing = standing && (await withTold(standing));
    if (standing === undefined) return;
    await deps.posts.tend(standing);
    const current = await campaigns.read(found.value.id);
    if (current === undefined) return;
    const { over, stopped } = await settled(current.value);
    const after = afterRuns(current.value, over);
    const isChanged = over.length > 0 || after.state !== current.value.state;
    const next = isChanged ? await withWritten(current, after) : current;
    if (next && stopped.length > 0) await pauseFor(next, stopped);
  }

  return {
    async tendDue() {
      const all = await campaigns.list();
      const tended = await Promise.allSettled(all.map(tend));
      const failed = tended.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
