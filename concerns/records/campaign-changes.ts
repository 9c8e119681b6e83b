import { addDays, type Day, daysBetween } from '../terms/calendar.ts';
import { canonicalJson } from '../terms/canonical-json.ts';
import type { PersonId } from '../terms/person-id.ts';
import {
  type Campaign,
  type CampaignAudience,
  inPlanOrder,
  itemOf,
  type JoinerRule,
  mostItems,
  type PlannedItem,
  withItem,
} from './campaign.ts';
import { digestOfPlanned, isOwnWork } from './campaign-approval.ts';
import { owedForRuns, weeksBegun, withOwed } from './campaign-runs.ts';
import type { CampaignItem } from './campaign-item.ts';
import type { QuietHours } from './quiet-hours.ts';

/** Why a campaign does not allow something. */
export type CampaignNotAllowed =
  /** The campaign, or the item, has gone on to where that is not done any more. */
  | 'state'
  | 'noSuchItem'
  /** The day is over, or comes before the campaign's first. */
  | 'past'
  | 'full'
  /** There is no item to send. */
  | 'empty'
  /** Whoever changed an item last does not approve it. */
  | 'ownWork'
  /** The item is not the one that was looked at. */
  | 'changed'
  | 'noSuchChannel'
  /** Its words cannot go out as they are. */
  | 'content';

/** A campaign after a change, or why there is none. */
export type Changed = Campaign | { readonly why: CampaignNotAllowed };

const isOver = ({ state }: Campaign): boolean => state === 'cancelled' || state === 'ended';
const notAllowed = (why: CampaignNotAllowed) => ({ why }) as const;

/** The rules of a campaign, which are settled before it starts. */
export interface CampaignRules {
  readonly name: string;
  readonly startsOn: Day;
  readonly joiners: JoinerRule;
  readonly quiet: QuietHours;
}

/** Sets a draft's name, first day, quiet hours and what joiners get. The plan moves with its first day. */
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

/** An item as somebody wants it, with when it goes out and to whom. */
export interface WantedItem {
  readonly item: CampaignItem;
  readonly on: Day;
  readonly at: string;
  readonly audience: CampaignAudience;
}

/** Puts an item into the plan, in the place of the one with its id that did not go out. Its approval is gone. */
export function setItem(campaign: Campaign, wanted: WantedItem, by: PersonId, today: Day): Changed {
  const standing = itemOf(campaign, wanted.item.id);
  if (isOver(campaign) || (standing && standing.state !== 'planned')) return notAllowed('state');
  if (!standing && campaign.items.length >= mostItems) return notAllowed('full');
  if (wanted.on < campaign.startsOn || (campaign.state !== 'draft' && wanted.on < today)) return notAllowed('past');
  if (standing && digestOfPlanned(campaign, standing) === digestOfPlanned(campaign, wanted)) return campaign;
  const isMoved = standing !== undefined && canonicalJson(standing.item) === canonicalJson(wanted.item);
  // Whoever moves the words of another makes them none of their own: else the other could approve them.
  const changed = isMoved ? { changedBy: standing.changedBy, movedBy: by } : { changedBy: by };
  const planned: PlannedItem = { ...wanted, state: 'planned', ...changed };
  return standing ? withItem(campaign, planned) : { ...campaign, items: [...campaign.items, planned] };
}

/** Takes an item out of the plan that did not go out. */
export function cancelItem(campaign: Campaign, id: string): Changed {
  const planned = itemOf(campaign, id);
  if (planned === undefined) return notAllowed('noSuchItem');
  if (isOver(campaign) || planned.state !== 'planned') return notAllowed('state');
  if (campaign.state === 'draft') return { ...campaign, items: campaign.items.filter((one) => one !== planned) };
  return withItem(campaign, { ...planned, state: 'cancelled' });
}

/**
 * Puts the items that did not go out into another order: their days and times stay, and which item has which changes.
 * Those that moved have their approval no more.
 */
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

/** Approves an item as it was looked at. Nobody approves what they changed last. */
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

/** Starts a draft. Items without an approval wait for one. */
export function startCampaign(campaign: Campaign): Changed {
  if (campaign.state !== 'draft') return notAllowed('state');
  return campaign.items.length === 0 ? notAllowed('empty') : { ...campaign, state: 'running' };
}

/** Stops a campaign for now, and what is going out. */
export function pauseCampaign(campaign: Campaign): Changed {
  if (campaign.state !== 'running') return notAllowed('state');
  return withOwed({ ...campaign, state: 'paused' }, owedForRuns(campaign.items, 'pause'));
}

/** Goes on with a campaign that was paused. What is late comes one a day. */
export function goOn(campaign: Campaign): Changed {
  if (campaign.state !== 'paused') return notAllowed('state');
  const running: Campaign = { ...campaign, state: 'running' };
  return campaign.held ? running : withOwed(running, owedForRuns(campaign.items, 'goOn'));
}

/** Ends a campaign: what is going out stops, what is planned is never sent. What arrived stays until it is withdrawn. */
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

/** Takes back an item that went out, wherever it arrived: each message becomes a neutral card. It goes to nobody else. */
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
