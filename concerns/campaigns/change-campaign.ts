import type { CampaignChannels, CampaignStore } from '../ports/campaign-store.ts';
import { keptRequest, retried } from '../casework/repeats.ts';
import { type Campaign, type CampaignEvent, type CampaignEventKind, mostEvents } from '../records/campaign.ts';
import type { Changed, CampaignNotAllowed } from '../records/campaign-changes.ts';
import { mayApproveCampaigns, mayWriteCampaigns, type PersonId } from '../terms/directory.ts';
import type { Actor } from '../records/permissions.ts';
import { type Clock, type Day, dayOf } from '../terms/calendar.ts';

export interface CampaignDependencies {
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannels;
  readonly clock: Clock;
  readonly timeZone: string;
}

export interface AskedOfCampaign {
  readonly campaign: string;
  readonly revision: number;
  readonly request: string;
}

export type CampaignOutcome =
  | { readonly kind: 'changed'; readonly campaign: Campaign; readonly isNew: boolean }
  | { readonly kind: 'moved'; readonly campaign: Campaign }
  | { readonly kind: 'refused' }
  | { readonly kind: 'notAllowed'; readonly why: CampaignNotAllowed };

export interface ChangeMoment {
  readonly by: PersonId;
  readonly now: Date;
  readonly today: Day;
}

export interface ChangeTrace {
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

export const entryOf = (trace: ChangeTrace, request: string, { by, now }: ChangeMoment): CampaignEvent => ({
  ...trace,
  by: { objectId: by },
  at: now.toISOString(),
  request: keptRequest(request),
});

/**
 * Changes a campaign and notes it in the same write: campaign authors, and admins for an approval. Throws StoreError.
 */
export function changeCampaign(
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
