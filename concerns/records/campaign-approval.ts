import { createHash } from 'node:crypto';
import { canonicalJson } from '../terms/digests.ts';
import type { PersonId } from '../terms/directory.ts';
import type { Campaign, PlannedItem } from './campaign.ts';

export const digestOfPlanned = (
  { quiet, joiners }: Pick<Campaign, 'quiet' | 'joiners'>,
  { item, on, at, audience }: Pick<PlannedItem, 'item' | 'on' | 'at' | 'audience'>,
): string =>
  createHash('sha256')
    .update(canonicalJson(['candour/1/campaign-item', item, on, at, audience, quiet, joiners]))
    .digest('base64url');

export const isOwnWork = ({ changedBy, movedBy }: PlannedItem, by: PersonId): boolean =>
  changedBy === by || movedBy === by;

export const isApproved = (campaign: Campaign, planned: PlannedItem): boolean =>
  planned.approval !== undefined &&
  !isOwnWork(planned, planned.approval.by) &&
  planned.approval.digest === digestOfPlanned(campaign, planned);
