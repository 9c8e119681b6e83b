import { addDays, type Day, daysBetween } from './calendar.ts';
import { canonicalJson } from './digests.ts';
import type { PersonId } from './directory.ts';
import {
  type Campaign,
  type CampaignAudience,
  digestOfPlanned,
  inPlanOrder,
  isOwnWork,
  itemOf,
  type JoinerRule,
  mostItems,
  type PlannedItem,
  withItem,
} from './campaign.ts';
import { owedForRuns, weeksBegun, withOwed } from './campaign-schedule.ts';
import type { CampaignItem } from './campaign-item.ts';
import type { QuietHours } from './quiet-hours.ts';

export type CampaignNotAllowed =
  | 'state'
  | 'noSuchItem'
  | 'past'
  | 'full'
  | 'empty'
  | 'ownWork'
  | 'changed'
  | 'noSuchChannel'
  | 'content';

export type Changed = Campaign | { readonly why: CampaignNotAllowed };

const isOver = ({ state }: Campaign): boolean => state === 'cancelled' || state === 'ended';
const notAllowed = (why: CampaignNotAllowed) => ({ why }) as const;

export interface CampaignRules {
  readonly name: string;
  readonly startsOn: Day;
  readonly joiners: JoinerRule;
  readonly quiet: QuietHours;
}

export function setRules(campaign: Campaign, rules: CampaignRules, by: PersonId, today: Day): Changed {
  if (campaign.state !== 'draft') return notAllowed('state');
  if (rules.startsOn < today) return notAllowed('past');
  const days = daysBetween(campaign.startsOn, rules.startsOn);
  const changed = { ...campaign, ...rules };
  const items = campaign.items.map((planned): PlannedItem => {
    const { approval: _gone, ...moved } = { ...planned, on: addDays(planned.on, days) };
    const isSame = digestOfPlanned(campaign, planned) === digestOfPlanned(changed, moved);
    return isSame ? planned : { ...moved, movedBy: by };
  });
  return { ...changed, items };
}

export interface WantedItem {
  readonly item: CampaignItem;
  readonly on: Day;
  readonly at: string;
  readonly audience: CampaignAudience;
}

/** Its approval is gone. */
export function setItem(campaign: Campaign, wanted: WantedItem, by: PersonId, today: Day): Changed {
  const standing = itemOf(campaign, wanted.item.id);
  if (isOver(campaign) || (standing && standing.state !== 'planned')) return notAllowed('state');
  if (!standing && campaign.items.length >= mostItems) return notAllowed('full');
  if (wanted.on < campaign.startsOn || (campaign.state !== 'draft' && wanted.on < today)) return notAllowed('past');
  if (standing && digestOfPlanned(campaign, standing) === digestOfPlanned(campaign, wanted)) return campaign;
  const isMoved = standing !== undefined && canonicalJson(standing.item) === canonicalJson(wanted.item);
  // A person who only moves another's words does not become their author: else the author could approve them.
  const changed = isMoved ? { changedBy: standing.changedBy, movedBy: by } : { changedBy: by };
  const planned: PlannedItem = { ...wanted, state: 'planned', ...changed };
  return standing ? withItem(campaign, planned) : { ...campaign, items: [...campaign.items, planned] };
}

export function cancelItem(campaign: Campaign, id: string): Changed {
  const planned = itemOf(campaign, id);
  if (planned === undefined) return notAllowed('noSuchItem');
  if (isOver(campaign) || planned.state !== 'planned') return notAllowed('state');
  if (campaign.state === 'draft') return { ...campaign, items: campaign.items.filter((one) => one !== planned) };
  return withItem(campaign, { ...planned, state: 'cancelled' });
}

export function reorderItems(campaign: Campaign, order: readonly string[], by: PersonId): Changed {
  if (isOver(campaign)) return notAllowed('state');
  const planned = inPlanOrder(campaign.items).filter(({ state }) => state === 'planned');
  const isWhole = order.length === planned.length && planned.every(({ item }) => order.includes(item.id));
  if (!isWhole) return notAllowed('changed');
  return order.reduce<Campaign>((so, id, place) => {
    const [standing, slot] = [itemOf(so, id), planned[place]];
    if (!standing || !slot || (standing.on === slot.on && standing.at === slot.at)) return so;
    const { approval: _gone, ...rest } = standing;
    return withItem(so, { ...rest, on: slot.on, at: slot.at, movedBy: by });
  }, campaign);
}

/** Approves an item as it was looked at. No one approves what they changed last. */
export function approveItem(
  campaign: Campaign,
  { id, digest }: { readonly id: string; readonly digest: string },
  by: PersonId,
  now: Date,
): Changed {
  const planned = itemOf(campaign, id);
  if (planned === undefined) return notAllowed('noSuchItem');
  if (isOver(campaign) || planned.state !== 'planned') return notAllowed('state');
  if (isOwnWork(planned, by)) return notAllowed('ownWork');
  if (digestOfPlanned(campaign, planned) !== digest) return notAllowed('changed');
  return withItem(campaign, { ...planned, approval: { by, at: now.toISOString(), digest } });
}

export function startCampaign(campaign: Campaign): Changed {
  if (campaign.state !== 'draft') return notAllowed('state');
  return campaign.items.length === 0 ? notAllowed('empty') : { ...campaign, state: 'running' };
}

export function pauseCampaign(campaign: Campaign): Changed {
  if (campaign.state !== 'running') return notAllowed('state');
  return withOwed({ ...campaign, state: 'paused' }, owedForRuns(campaign.items, 'pause'));
}

export function goOn(campaign: Campaign): Changed {
  if (campaign.state !== 'paused') return notAllowed('state');
  const running: Campaign = { ...campaign, state: 'running' };
  return campaign.held ? running : withOwed(running, owedForRuns(campaign.items, 'goOn'));
}

/** Running items stop, planned ones are never sent. Delivered messages stay until they are withdrawn. */
export function cancelCampaign(campaign: Campaign): Changed {
  if (isOver(campaign)) return notAllowed('state');
  const isDone = campaign.items.every(({ state }) => state !== 'planned' && state !== 'sending');
  const items = campaign.items.map((planned): PlannedItem => {
    const isOpen = planned.state === 'planned' || planned.state === 'sending';
    const { joiners } = planned;
    const stopped = joiners ? { ...planned, joiners: { ...joiners, running: [] } } : planned;
    return isOpen ? { ...stopped, state: 'cancelled' } : stopped;
  });
  const owed = owedForRuns(campaign.items, 'cancel');
  const isUnused = campaign.state === 'draft';
  return withOwed({ ...campaign, items, state: isDone && !isUnused ? 'ended' : 'cancelled' }, owed);
}

/** Each delivered message becomes a neutral card, and no more are sent. */
export function withdrawItem(campaign: Campaign, id: string): Changed {
  const planned = itemOf(campaign, id);
  if (planned === undefined) return notAllowed('noSuchItem');
  if (planned.startedOn === undefined || planned.state === 'withdrawn') return notAllowed('state');
  const { joiners } = planned;
  const stopped = joiners ? { ...planned, joiners: { ...joiners, running: [] } } : planned;
  const withdrawn = withItem(campaign, { ...stopped, state: 'withdrawn' });
  if (planned.audience.kind === 'channels') return withdrawn;
  return withOwed(withdrawn, [
    ...owedForRuns([planned], 'cancel'),
    { what: 'withdraw', item: id },
    ...weeksBegun(campaign, planned).map((week) => ({ what: 'withdraw', item: id, week }) as const),
  ]);
}
