import { createHash } from 'node:crypto';
import type { CampaignChannelStore, CampaignStore } from '../ports/campaign-stores.ts';
import { requestDigest, retryOnConflict } from '../casework/retry-on-conflict.ts';
import {
  type Campaign,
  type CampaignAudience,
  type CampaignEvent,
  type CampaignEventKind,
  maxCampaignEvents,
  maxCampaignItems,
} from '../model/campaign.ts';
import {
  applyItemApproval,
  type CampaignRefusal,
  type CampaignRules,
  applyCampaignCancellation,
  applyItemCancellation,
  type CampaignEditResult,
  applyCampaignResume,
  applyCampaignPause,
  applyItemOrder,
  applyItemChange,
  applyRulesChange,
  applyCampaignStart,
  type CampaignItemInput,
  applyItemWithdrawal,
} from '../model/campaign-edits.ts';
import { mayApproveCampaigns, mayWriteCampaigns, type PersonId } from '../model/roles.ts';
import type { Actor } from '../model/permissions.ts';
import { addDays, type Clock, type Day, toDay } from '../model/calendar.ts';
import type { CampaignItem } from '../model/campaign-item.ts';
import { defaultQuietHours } from '../model/quiet-hours.ts';

export interface CampaignDependencies {
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannelStore;
  readonly clock: Clock;
  readonly timeZone: string;
}

interface CampaignRequest {
  readonly campaign: string;
  readonly revision: number;
  readonly request: string;
}

export type CampaignOutcome =
  | { readonly kind: 'changed'; readonly campaign: Campaign; readonly isNew: boolean }
  | { readonly kind: 'moved'; readonly campaign: Campaign }
  | { readonly kind: 'refused' }
  | { readonly kind: 'notAllowed'; readonly why: CampaignRefusal };

interface ChangeContext {
  readonly by: PersonId;
  readonly now: Date;
  readonly today: Day;
}

interface CampaignEventFields {
  readonly kind: CampaignEventKind;
  readonly item?: string;
  readonly digest?: string;
}

const isSameRequest = (
  event: CampaignEvent,
  request: string,
  by: PersonId,
  { kind, item }: Pick<CampaignEventFields, 'kind' | 'item'>,
): boolean =>
  event.request === requestDigest(request) &&
  event.kind === kind &&
  event.item === item &&
  typeof event.by === 'object' &&
  event.by.objectId === by;

const createEvent = (eventFields: CampaignEventFields, request: string, { by, now }: ChangeContext): CampaignEvent => ({
  ...eventFields,
  by: { objectId: by },
  at: now.toISOString(),
  request: requestDigest(request),
});

/** Authors change a campaign; someone else approves an item. */
function changeCampaign(
  deps: CampaignDependencies,
  actor: Actor,
  input: CampaignRequest,
  eventFields: CampaignEventFields,
  decide: (campaign: Campaign, context: ChangeContext) => CampaignEditResult | Promise<CampaignEditResult>,
): Promise<CampaignOutcome> {
  const by = actor.objectId;
  const may = eventFields.kind === 'itemApproved' ? mayApproveCampaigns : mayWriteCampaigns;
  return retryOnConflict<CampaignOutcome>(async () => {
    if (!may(actor.roles)) return { kind: 'refused' };
    const stored = await deps.campaigns.read(input.campaign);
    if (stored === undefined) return { kind: 'refused' };
    const { value, version } = stored;
    const history = await deps.campaigns.history(input.campaign);
    if (history.some((event) => event && isSameRequest(event, input.request, by, eventFields))) {
      return { kind: 'changed', campaign: value, isNew: false };
    }
    if (value.revision !== input.revision) return { kind: 'moved', campaign: value };
    const now = deps.clock();
    const context = { by, now, today: toDay(now, deps.timeZone) };
    const changed = await decide(value, context);
    if ('why' in changed) return { kind: 'notAllowed', why: changed.why };
    if (changed === value) return { kind: 'changed', campaign: value, isNew: false };
    // Stopping is never refused for a long history.
    const isStop =
      eventFields.kind === 'paused' || eventFields.kind === 'cancelled' || eventFields.kind === 'itemWithdrawn';
    if (history.length >= maxCampaignEvents && !isStop) return { kind: 'notAllowed', why: 'full' };
    const campaign = { ...changed, revision: value.revision + 1 };
    const isWritten = await deps.campaigns.write(campaign, version, [createEvent(eventFields, input.request, context)]);
    return isWritten ? { kind: 'changed', campaign, isNew: true } : 'conflict';
  });
}

interface CampaignItemRequest extends CampaignRequest {
  readonly item: string;
}

type CampaignUseCase<Asked extends CampaignRequest> = (
  deps: CampaignDependencies,
  actor: Actor,
  asked: Asked,
) => Promise<CampaignOutcome>;

const createCampaignUseCase =
  (
    kind: 'started' | 'paused' | 'wentOn' | 'cancelled',
    change: (campaign: Campaign) => CampaignEditResult,
  ): CampaignUseCase<CampaignRequest> =>
  (deps, actor, input) =>
    changeCampaign(deps, actor, input, { kind }, change);

const createCampaignItemUseCase =
  (
    kind: 'itemCancelled' | 'itemWithdrawn',
    change: (campaign: Campaign, item: string) => CampaignEditResult,
  ): CampaignUseCase<CampaignItemRequest> =>
  (deps, actor, input) =>
    changeCampaign(deps, actor, input, { kind, item: input.item }, (campaign) => change(campaign, input.item));

export const startCampaign = createCampaignUseCase('started', applyCampaignStart);
export const pauseCampaign = createCampaignUseCase('paused', applyCampaignPause);
export const resumeCampaign = createCampaignUseCase('wentOn', applyCampaignResume);
export const cancelCampaign = createCampaignUseCase('cancelled', applyCampaignCancellation);
export const cancelCampaignItem = createCampaignItemUseCase('itemCancelled', applyItemCancellation);
export const withdrawCampaignItem = createCampaignItemUseCase('itemWithdrawn', applyItemWithdrawal);

export const setCampaignRules: CampaignUseCase<CampaignRequest & { readonly rules: CampaignRules }> = (
  deps,
  actor,
  input,
) =>
  changeCampaign(deps, actor, input, { kind: 'rulesSet' }, (campaign, { by, today }) =>
    applyRulesChange(campaign, input.rules, by, today),
  );

async function hasChannels(deps: CampaignDependencies, audience: CampaignAudience): Promise<boolean> {
  if (audience.kind === 'everybody') return true;
  const named = new Set((await deps.campaignChannels.all()).map(({ id }) => id));
  return new Set(audience.ids).size === audience.ids.length && audience.ids.every((id) => named.has(id));
}

export const setCampaignItem: CampaignUseCase<CampaignRequest & { readonly wanted: CampaignItemInput }> = (
  deps,
  actor,
  asked,
) =>
  changeCampaign(
    deps,
    actor,
    asked,
    { kind: 'itemSet', item: asked.wanted.item.id },
    async (campaign, { by, today }) => {
      if (!(await hasChannels(deps, asked.wanted.audience))) return { why: 'noSuchChannel' };
      return applyItemChange(campaign, asked.wanted, by, today);
    },
  );

export const reorderCampaignItems: CampaignUseCase<CampaignRequest & { readonly order: readonly string[] }> = (
  deps,
  actor,
  input,
) =>
  changeCampaign(deps, actor, input, { kind: 'reordered' }, (campaign, { by }) =>
    applyItemOrder(campaign, input.order, by),
  );

export const approveCampaignItem: CampaignUseCase<CampaignItemRequest & { readonly digest: string }> = (
  deps,
  actor,
  asked,
) =>
  changeCampaign(
    deps,
    actor,
    asked,
    { kind: 'itemApproved', item: asked.item, digest: asked.digest },
    (campaign, { by, now }) => applyItemApproval(campaign, { id: asked.item, digest: asked.digest }, by, now),
  );

const defaultTime = '10:00';
const maxOpenCampaigns = 20;

interface CreateCampaignRequest {
  readonly name: string;
  readonly startsOn: Day;
  readonly request: string;
}

/** Each item in its week, on the first one's weekday or the days after. A repeat finds the first. Throws StoreError. */
export async function createCampaign(
  deps: CampaignDependencies,
  actor: Actor,
  { name, startsOn, request }: CreateCampaignRequest,
  plan: readonly CampaignItem[],
): Promise<CampaignOutcome> {
  if (!mayWriteCampaigns(actor.roles)) return { kind: 'refused' };
  const by = actor.objectId;
  const id = createHash('sha256').update(`candour/1/campaign ${by} ${request}`).digest('hex').slice(0, 16);
  const earlier = await deps.campaigns.read(id);
  if (earlier) return { kind: 'changed', campaign: earlier.value, isNew: false };
  const now = deps.clock();
  const today = toDay(now, deps.timeZone);
  if (startsOn < today) return { kind: 'notAllowed', why: 'past' };
  const open = (await deps.campaigns.list()).filter(({ value }) => !['cancelled', 'ended'].includes(value.state));
  if (open.length >= maxOpenCampaigns || plan.length > maxCampaignItems) return { kind: 'notAllowed', why: 'full' };
  const campaign: Campaign = {
    id,
    name,
    startsOn,
    joiners: 'fromBeginning',
    quiet: defaultQuietHours,
    items: plan.map((item, place) => ({
      item,
      // No one gets two on a day.
      on: addDays(startsOn, 7 * item.week + plan.slice(0, place).filter(({ week }) => week === item.week).length),
      at: defaultTime,
      audience: { kind: 'everybody' },
      state: 'planned',
      changedBy: by,
    })),
    state: 'draft',
    revision: 0,
    owed: [],
  };
  const isWritten = await deps.campaigns.write(campaign, undefined, [
    createEvent({ kind: 'created' }, request, { by, now, today }),
  ]);
  const stored = isWritten ? campaign : (await deps.campaigns.read(id))?.value;
  return { kind: 'changed', campaign: stored ?? campaign, isNew: isWritten };
}
