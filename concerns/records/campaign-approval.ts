import { createHash } from 'node:crypto';
import { canonicalJson } from '../terms/canonical-json.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { Campaign, PlannedItem } from './campaign.ts';

/**
 * The digest, in base64url, of what is approved: every word of an item, when it goes out, to whom, and in which hours it
 * does not. Whatever of it changes, the digest is another.
 */
export const digestOfPlanned = (
  { quiet, joiners }: Pick<Campaign, 'quiet' | 'joiners'>,
  { item, on, at, audience }: Pick<PlannedItem, 'item' | 'on' | 'at' | 'audience'>,
): string =>
  createHash('sha256')
    .update(canonicalJson(['candour/1/campaign-item', item, on, at, audience, quiet, joiners]))
    .digest('base64url');

/** Whether somebody changed an item last, its words or when and to whom it goes. */
export const isOwnWork = ({ changedBy, movedBy }: PlannedItem, by: PersonId): boolean =>
  changedBy === by || movedBy === by;

/** Whether an item stands as somebody approved it who is not one that changed it last. */
export const isApproved = (campaign: Campaign, planned: PlannedItem): boolean =>
  planned.approval !== undefined &&
  !isOwnWork(planned, planned.approval.by) &&
  planned.approval.digest === digestOfPlanned(campaign, planned);
