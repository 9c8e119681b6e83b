import { addDays, type Day, daysBetween } from './calendar.ts';
import { canonicalJson } from './digests.ts';
import type { PersonId } from './roles.ts';
import {
  type Campaign,
  type CampaignAudience,
  plannedItemDigest,
  sortBySchedule,
  isOwnWork,
  findPlannedItem,
  type JoinerRule,
  maxCampaignItems,
  type PlannedItem,
  withPlannedItem,
} from './campaign.ts';
import { pendingRunActions, startedJoinerWeeks, withPendingRunActions } from './campaign-progress.ts';
import type { CampaignItem } from './campaign-item.ts';
import type { QuietHours } from './quiet-hours.ts';

export type CampaignRefusal =
  | 'state'
  | 'noSuchItem'
  | 'past'
  | 'full'
  | 'empty'
  | 'ownWork'
  | 'changed'
  | 'noSuchChannel'
  | 'content';

export type CampaignEditResult = Campaign | { readonly why: CampaignRefusal };

const isEnded = ({ state }: Campaign): boolean => state === 'cancelled' || state === 'ended';
const createRefusal = (why: CampaignRefusal) => ({ why }) as const;

export interface CampaignRules {
  readonly name: string;
  readonly startsOn: Day;
  readonly joiners: JoinerRule;
  readonly quiet: QuietHours;
}

export function applyRulesChange(
  campaign: Campaign,
  rules: CampaignRules,
  by: PersonId,
  today: Day,
): CampaignEditResult {
  if (campaign.state !== 'draft') return createRefusal('state');
  if (rules.startsOn < today) return createRefusal('past');
  const days = daysBetween(campaign.startsOn, rules.startsOn);
  const changed = { ...campaign, ...rules };
  const items = campaign.items.map((planned): PlannedItem => {
    const { approval: _gone, ...moved } = { ...planned, on: addDays(planned.on, days) };
    const isSame = plannedItemDigest(campaign, planned) === plannedItemDigest(changed, moved);
    return isSame ? planned : { ...moved, movedBy: by };
  });
  return { ...changed, items };
}

export interface CampaignItemInput {
  readonly item: CampaignItem;
  readonly on: Day;
  readonly at: string;
  readonly audience: CampaignAudience;
}

/** The item loses its approval. */
export function applyItemChange(
  campaign: Campaign,
  input: CampaignItemInput,
  by: PersonId,
  today: Day,
): CampaignEditResult {
  const current = findPlannedItem(campaign, input.item.id);
  if (isEnded(campaign) || (current && current.state !== 'planned')) return createRefusal('state');
  if (!current && campaign.items.length >= maxCampaignItems) return createRefusal('full');
  if (input.on < campaign.startsOn || (campaign.state !== 'draft' && input.on < today)) return createRefusal('past');
  if (current && plannedItemDigest(campaign, current) === plannedItemDigest(campaign, input)) return campaign;
  const isMoved = current !== undefined && canonicalJson(current.item) === canonicalJson(input.item);
  // Someone who only moves another's words does not become their author, or the author could approve them.
  const changed = isMoved ? { changedBy: current.changedBy, movedBy: by } : { changedBy: by };
  const planned: PlannedItem = { ...input, state: 'planned', ...changed };
  return current ? withPlannedItem(campaign, planned) : { ...campaign, items: [...campaign.items, planned] };
}

export function applyItemCancellation(campaign: Campaign, id: string): CampaignEditResult {
  const planned = findPlannedItem(campaign, id);
  if (planned === undefined) return createRefusal('noSuchItem');
  if (isEnded(campaign) || planned.state !== 'planned') return createRefusal('state');
  if (campaign.state === 'draft') return { ...campaign, items: campaign.items.filter((one) => one !== planned) };
  return withPlannedItem(campaign, { ...planned, state: 'cancelled' });
}

export function applyItemOrder(campaign: Campaign, order: readonly string[], by: PersonId): CampaignEditResult {
  if (isEnded(campaign)) return createRefusal('state');
  const planned = sortBySchedule(campaign.items).filter(({ state }) => state === 'planned');
  const isWhole = order.length === planned.length && planned.every(({ item }) => order.includes(item.id));
  if (!isWhole) return createRefusal('changed');
  return order.reduce<Campaign>((updated, id, place) => {
    const [current, slot] = [findPlannedItem(updated, id), planned[place]];
    if (!current || !slot || (current.on === slot.on && current.at === slot.at)) return updated;
    const { approval: _gone, ...rest } = current;
    return withPlannedItem(updated, { ...rest, on: slot.on, at: slot.at, movedBy: by });
  }, campaign);
}

/** No one approves what they changed last. */
export function applyItemApproval(
  campaign: Campaign,
  { id, digest }: { readonly id: string; readonly digest: string },
  by: PersonId,
  now: Date,
): CampaignEditResult {
  const planned = findPlannedItem(campaign, id);
  if (planned === undefined) return createRefusal('noSuchItem');
  if (isEnded(campaign) || planned.state !== 'planned') return createRefusal('state');
  if (isOwnWork(planned, by)) return createRefusal('ownWork');
  if (plannedItemDigest(campaign, planned) !== digest) return createRefusal('changed');
  return withPlannedItem(campaign, { ...planned, approval: { by, at: now.toISOString(), digest } });
}

export function applyCampaignStart(campaign: Campaign): CampaignEditResult {
  if (campaign.state !== 'draft') return createRefusal('state');
  return campaign.items.length === 0 ? createRefusal('empty') : { ...campaign, state: 'running' };
}

export function applyCampaignPause(campaign: Campaign): CampaignEditResult {
  if (campaign.state !== 'running') return createRefusal('state');
  return withPendingRunActions({ ...campaign, state: 'paused' }, pendingRunActions(campaign.items, 'pause'));
}

export function applyCampaignResume(campaign: Campaign): CampaignEditResult {
  if (campaign.state !== 'paused') return createRefusal('state');
  const running: Campaign = { ...campaign, state: 'running' };
  return campaign.held ? running : withPendingRunActions(running, pendingRunActions(campaign.items, 'goOn'));
}

export function applyCampaignCancellation(campaign: Campaign): CampaignEditResult {
  if (isEnded(campaign)) return createRefusal('state');
  const isDone = campaign.items.every(({ state }) => state !== 'planned' && state !== 'sending');
  const items = campaign.items.map((planned): PlannedItem => {
    const isOpen = planned.state === 'planned' || planned.state === 'sending';
    const { joiners } = planned;
    const stopped = joiners ? { ...planned, joiners: { ...joiners, running: [] } } : planned;
    return isOpen ? { ...stopped, state: 'cancelled' } : stopped;
  });
  const owed = pendingRunActions(campaign.items, 'cancel');
  const isUnused = campaign.state === 'draft';
  return withPendingRunActions({ ...campaign, items, state: isDone && !isUnused ? 'ended' : 'cancelled' }, owed);
}

/** Each delivered message becomes a neutral card. */
export function applyItemWithdrawal(campaign: Campaign, id: string): CampaignEditResult {
  const planned = findPlannedItem(campaign, id);
  if (planned === undefined) return createRefusal('noSuchItem');
  if (planned.startedOn === undefined || planned.state === 'withdrawn') return createRefusal('state');
  const { joiners } = planned;
  const stopped = joiners ? { ...planned, joiners: { ...joiners, running: [] } } : planned;
  const withdrawn = withPlannedItem(campaign, { ...stopped, state: 'withdrawn' });
  if (planned.audience.kind === 'channels') return withdrawn;
  return withPendingRunActions(withdrawn, [
    ...pendingRunActions([planned], 'cancel'),
    { what: 'withdraw', item: id },
    ...startedJoinerWeeks(campaign, planned).map((week) => ({ what: 'withdraw', item: id, week }) as const),
  ]);
}
