import { createHash } from 'node:crypto';
import type { CampaignChannels, CampaignStore } from '../ports/campaign-store.ts';
import { keptRequest, retried } from '../casework/idempotency.ts';
import {
  type Campaign,
  type CampaignAudience,
  type CampaignEvent,
  type CampaignEventKind,
  mostEvents,
  mostItems,
} from '../model/campaign.ts';
import {
  approveItem as approved,
  type CampaignNotAllowed,
  type CampaignRules,
  cancelCampaign as cancelled,
  cancelItem as itemCancelled,
  type Changed,
  goOn as goneOn,
  pauseCampaign as paused,
  reorderItems as reordered,
  setItem as itemSet,
  setRules as rulesSet,
  startCampaign as started,
  type WantedItem,
  withdrawItem as withdrawn,
} from '../model/campaign-edits.ts';
import { mayApproveCampaigns, mayWriteCampaigns, type PersonId } from '../model/directory.ts';
import type { Actor } from '../model/permissions.ts';
import { addDays, type Clock, type Day, dayOf } from '../model/calendar.ts';
import type { CampaignItem } from '../model/campaign-item.ts';
import { usualQuietHours } from '../model/quiet-hours.ts';

export interface CampaignDependencies {
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannels;
  readonly clock: Clock;
  readonly timeZone: string;
}

interface AskedOfCampaign {
  readonly campaign: string;
  readonly revision: number;
  readonly request: string;
}

export type CampaignOutcome =
  | { readonly kind: 'changed'; readonly campaign: Campaign; readonly isNew: boolean }
  | { readonly kind: 'moved'; readonly campaign: Campaign }
  | { readonly kind: 'refused' }
  | { readonly kind: 'notAllowed'; readonly why: CampaignNotAllowed };

interface ChangeMoment {
  readonly by: PersonId;
  readonly now: Date;
  readonly today: Day;
}

interface ChangeTrace {
  readonly kind: CampaignEventKind;
  readonly item?: string;
  readonly digest?: string;
}

const cameOfRequest = (
  event: CampaignEvent,
  request: string,
  by: PersonId,
  { kind, item }: Pick<ChangeTrace, 'kind' | 'item'>,
): boolean =>
  event.request === keptRequest(request) &&
  event.kind === kind &&
  event.item === item &&
  typeof event.by === 'object' &&
  event.by.objectId === by;

const entryOf = (trace: ChangeTrace, request: string, { by, now }: ChangeMoment): CampaignEvent => ({
  ...trace,
  by: { objectId: by },
  at: now.toISOString(),
  request: keptRequest(request),
});

/**
 * Changes a campaign and notes it in the same write: campaign authors, and admins for an approval. Throws StoreError.
 */
function changeCampaign(
  deps: CampaignDependencies,
  actor: Actor,
  asked: AskedOfCampaign,
  trace: ChangeTrace,
  decide: (campaign: Campaign, moment: ChangeMoment) => Changed | Promise<Changed>,
): Promise<CampaignOutcome> {
  const by = actor.objectId;
  const may = trace.kind === 'itemApproved' ? mayApproveCampaigns : mayWriteCampaigns;
  return retried<CampaignOutcome>(async () => {
    if (!may(actor.roles)) return { kind: 'refused' };
    const standing = await deps.campaigns.read(asked.campaign);
    if (standing === undefined) return { kind: 'refused' };
    const { value, version } = standing;
    const history = await deps.campaigns.history(asked.campaign);
    if (history.some((event) => event && cameOfRequest(event, asked.request, by, trace))) {
      return { kind: 'changed', campaign: value, isNew: false };
    }
    if (value.revision !== asked.revision) return { kind: 'moved', campaign: value };
    const now = deps.clock();
    const moment = { by, now, today: dayOf(now, deps.timeZone) };
    const changed = await decide(value, moment);
    if ('why' in changed) return { kind: 'notAllowed', why: changed.why };
    if (changed === value) return { kind: 'changed', campaign: value, isNew: false };
    // Stopping is never refused for a long history.
    const stops = trace.kind === 'paused' || trace.kind === 'cancelled' || trace.kind === 'itemWithdrawn';
    if (history.length >= mostEvents && !stops) return { kind: 'notAllowed', why: 'full' };
    const campaign = { ...changed, revision: value.revision + 1 };
    const isWritten = await deps.campaigns.write(campaign, version, [entryOf(trace, asked.request, moment)]);
    return isWritten ? { kind: 'changed', campaign, isNew: true } : 'conflict';
  });
}

interface AskedOfItem extends AskedOfCampaign {
  readonly item: string;
}

type Act<Asked extends AskedOfCampaign> = (
  deps: CampaignDependencies,
  actor: Actor,
  asked: Asked,
) => Promise<CampaignOutcome>;

const act =
  (
    kind: 'started' | 'paused' | 'wentOn' | 'cancelled',
    change: (campaign: Campaign) => Changed,
  ): Act<AskedOfCampaign> =>
  (deps, actor, asked) =>
    changeCampaign(deps, actor, asked, { kind }, change);

const actOnItem =
  (kind: 'itemCancelled' | 'itemWithdrawn', change: (campaign: Campaign, item: string) => Changed): Act<AskedOfItem> =>
  (deps, actor, asked) =>
    changeCampaign(deps, actor, asked, { kind, item: asked.item }, (campaign) => change(campaign, asked.item));

export const startCampaign = act('started', started);
export const pauseCampaign = act('paused', paused);
export const goOn = act('wentOn', goneOn);
export const cancelCampaign = act('cancelled', cancelled);
export const cancelItem = actOnItem('itemCancelled', itemCancelled);
export const withdrawItem = actOnItem('itemWithdrawn', withdrawn);

export const setRules: Act<AskedOfCampaign & { readonly rules: CampaignRules }> = (deps, actor, asked) =>
  changeCampaign(deps, actor, asked, { kind: 'rulesSet' }, (campaign, { by, today }) =>
    rulesSet(campaign, asked.rules, by, today),
  );

async function hasChannels(deps: CampaignDependencies, audience: CampaignAudience): Promise<boolean> {
  if (audience.kind === 'everybody') return true;
  const named = new Set((await deps.campaignChannels.all()).map(({ id }) => id));
  return new Set(audience.ids).size === audience.ids.length && audience.ids.every((id) => named.has(id));
}

export const setItem: Act<AskedOfCampaign & { readonly wanted: WantedItem }> = (deps, actor, asked) =>
  changeCampaign(
    deps,
    actor,
    asked,
    { kind: 'itemSet', item: asked.wanted.item.id },
    async (campaign, { by, today }) => {
      if (!(await hasChannels(deps, asked.wanted.audience))) return { why: 'noSuchChannel' };
      return itemSet(campaign, asked.wanted, by, today);
    },
  );

export const reorderItems: Act<AskedOfCampaign & { readonly order: readonly string[] }> = (deps, actor, asked) =>
  changeCampaign(deps, actor, asked, { kind: 'reordered' }, (campaign, { by }) => reordered(campaign, asked.order, by));

export const approveItem: Act<AskedOfItem & { readonly digest: string }> = (deps, actor, asked) =>
  changeCampaign(
    deps,
    actor,
    asked,
    { kind: 'itemApproved', item: asked.item, digest: asked.digest },
    (campaign, { by, now }) => approved(campaign, { id: asked.item, digest: asked.digest }, by, now),
  );

const usualTime = '10:00';
const mostOpen = 20;

interface AskedCampaign {
  readonly name: string;
  readonly startsOn: Day;
  readonly request: string;
}

/**
 * Makes a draft from a ready plan: each item in its week, on the first one's weekday or the days after. Each waits for
 * a second person. A repeat finds the first. Throws StoreError.
 */
export async function createCampaign(
  deps: CampaignDependencies,
  actor: Actor,
  { name, startsOn, request }: AskedCampaign,
  plan: readonly CampaignItem[],
): Promise<CampaignOutcome> {
  if (!mayWriteCampaigns(actor.roles)) return { kind: 'refused' };
  const by = actor.objectId;
  const id = createHash('sha256').update(`candour/1/campaign ${by} ${request}`).digest('hex').slice(0, 16);
  const earlier = await deps.campaigns.read(id);
  if (earlier) return { kind: 'changed', campaign: earlier.value, isNew: false };
  const now = deps.clock();
  const today = dayOf(now, deps.timeZone);
  if (startsOn < today) return { kind: 'notAllowed', why: 'past' };
  const open = (await deps.campaigns.list()).filter(({ value }) => !['cancelled', 'ended'].includes(value.state));
  if (open.length >= mostOpen || plan.length > mostItems) return { kind: 'notAllowed', why: 'full' };
  const campaign: Campaign = {
    id,
    name,
    startsOn,
    joiners: 'fromBeginning',
    quiet: usualQuietHours,
    items: plan.map((item, place) => ({
      item,
      // No one gets two on a day.
      on: addDays(startsOn, 7 * item.week + plan.slice(0, place).filter(({ week }) => week === item.week).length),
      at: usualTime,
      audience: { kind: 'everybody' },
      state: 'planned',
      changedBy: by,
    })),
    state: 'draft',
    revision: 0,
    owed: [],
  };
  const isWritten = await deps.campaigns.write(campaign, undefined, [
    entryOf({ kind: 'created' }, request, { by, now, today }),
  ]);
  const standing = isWritten ? campaign : (await deps.campaigns.read(id))?.value;
  return { kind: 'changed', campaign: standing ?? campaign, isNew: isWritten };
}
