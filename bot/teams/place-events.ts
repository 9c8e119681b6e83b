import type { LossReason } from '../../concerns/records/alert-targets.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/**
 * A channel or a whole team. `channelId` of a team is the channel that was told, for a target that does not know its
 * team.
 */
export interface Place {
  readonly channelId: string | undefined;
  readonly teamId: string | undefined;
}

export type PlaceEvent =
  | { readonly kind: 'lost'; readonly place: Place; readonly why: LossReason }
  | { readonly kind: 'found'; readonly place: Place };

type Meaning = { readonly of: 'channel' | 'team'; readonly lost?: LossReason };

/** An archived team takes no posts. */
const events: Readonly<Record<string, Meaning>> = {
  channelDeleted: { of: 'channel', lost: 'channelDeleted' },
  channelRestored: { of: 'channel' },
  teamDeleted: { of: 'team', lost: 'teamDeleted' },
  teamHardDeleted: { of: 'team', lost: 'teamDeleted' },
  teamArchived: { of: 'team', lost: 'teamArchived' },
  teamUnarchived: { of: 'team' },
  teamRestored: { of: 'team' },
};

/** For the bot alone: a shared channel allows it one by one. */
const memberEvents: Readonly<Record<string, Meaning>> = {
  channelMemberAdded: { of: 'channel' },
  channelMemberRemoved: { of: 'channel', lost: 'channelRemoved' },
  teamMemberAdded: { of: 'team' },
  teamMemberRemoved: { of: 'team', lost: 'teamRemoved' },
};

/** An upgrade removes the old version before or after it adds the new: nothing is lost. */
const installations: Readonly<Record<string, Meaning>> = {
  add: { of: 'team' },
  'add-upgrade': { of: 'team' },
  remove: { of: 'team', lost: 'teamRemoved' },
};

/** For events without a type. */
function unnamedEvent(activity: IncomingActivity, hasLeft: boolean): Meaning {
  const { channel, team } = activity.channelData ?? {};
  const ofChannel = channel?.id !== undefined && channel.id !== team?.id;
  if (ofChannel) return { of: 'channel', ...(hasLeft && { lost: 'channelRemoved' }) };
  return { of: 'team', ...(hasLeft && { lost: 'teamRemoved' }) };
}

function meaningOf(activity: IncomingActivity): Meaning | undefined {
  if (activity.type === 'installationUpdate') return installations[activity.action ?? ''];
  if (activity.type !== 'conversationUpdate') return undefined;
  const { eventType } = activity.channelData ?? {};
  const isBot = ({ id }: { readonly id: string }) => id === activity.recipient.id;
  const hasLeft = activity.membersRemoved?.some(isBot) ?? false;
  const isMember = hasLeft || (activity.membersAdded?.some(isBot) ?? false);
  if (eventType === undefined) return isMember ? unnamedEvent(activity, hasLeft) : undefined;
  return events[eventType] ?? (isMember ? memberEvents[eventType] : undefined);
}

/**
 * How the bot gained or lost a place; `undefined` if it did not. Other people, other channels and upgrades change
 * nothing for alerts.
 */
export function placeEventOf(activity: IncomingActivity): PlaceEvent | undefined {
  const { channel, team } = activity.channelData ?? {};
  if (activity.conversation.conversationType !== 'channel' && team?.id === undefined) return undefined;
  const meaning = meaningOf(activity);
  if (meaning === undefined) return undefined;
  const [conversation] = activity.conversation.id.split(';messageid=');
  const place =
    meaning.of === 'channel'
      ? { channelId: channel?.id ?? conversation, teamId: undefined }
      : { channelId: conversation, teamId: team?.id };
  return meaning.lost === undefined ? { kind: 'found', place } : { kind: 'lost', place, why: meaning.lost };
}
