import { createHash } from 'node:crypto';
import { canonicalJson } from '../terms/canonical-json.ts';
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

/** Whether an item stands as somebody approved it who is not the one that changed it last. */
export const isApproved = (campaign: Campaign, planned: PlannedItem): boolean =>
  planned.approval !== undefined &&
  planned.approval.by !== planned.changedBy &&
  planned.approval.digest === digestOfPlanned(campaign, planned);
