import { z } from 'zod';
import { type PersonId, personIdSchema } from '../../core/model/roles.ts';
import type { Person } from '../../dialogs/conversation.ts';
import type { TargetLossReason } from '../../core/model/alert-targets.ts';

const shortText = z.string().max(2_000);
const account = z.looseObject({ id: shortText.min(1), name: shortText.optional(), aadObjectId: shortText.optional() });

/** The Bot Framework answers odd activities with internal text. */
const activitySchema = z.looseObject({
  type: shortText.min(1),
  id: shortText.optional(),
  name: shortText.optional(),
  text: z.string().optional(),
  locale: shortText.optional(),
  action: shortText.optional(),
  channelId: shortText.min(1),
  serviceUrl: z.url().max(2_000),
  from: account,
  recipient: account,
  replyToId: shortText.optional(),
  conversation: z.looseObject({
    id: shortText.min(1),
    conversationType: shortText.optional(),
    tenantId: shortText.optional(),
  }),
  membersAdded: z.array(account).max(1_000).optional(),
  membersRemoved: z.array(account).max(1_000).optional(),
  entities: z
    .array(z.looseObject({ type: shortText.optional() }))
    .max(200)
    .optional(),
  attachments: z.array(z.looseObject({})).max(50).optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: shortText.optional() }).optional(),
      team: z.looseObject({ id: shortText.optional() }).optional(),
      channel: z.looseObject({ id: shortText.optional() }).optional(),
      eventType: shortText.optional(),
    })
    .optional(),
});
export type IncomingActivity = z.infer<typeof activitySchema>;

/** Some clients write `null` for missing fields. */
const withoutNulls = (_key: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined);
  return value === null ? undefined : value;
};

/** `undefined` for a body that the bot cannot answer. */
export function parseActivity(body: string): IncomingActivity | undefined {
  let json: unknown;
  try {
    // The reviver takes as long as parsing; most bodies have no null.
    json = body.includes('null') ? JSON.parse(body, withoutNulls) : JSON.parse(body);
  } catch {
    return undefined;
  }
  return activitySchema.safeParse(json).data;
}

/** In lower case; `undefined` if missing, or if Teams' two places differ. */
export function getTenantId(activity: IncomingActivity): string | undefined {
  const tenantIds = [activity.conversation.tenantId, activity.channelData?.tenant?.id]
    .filter((id) => id !== undefined)
    .map((id) => id.toLowerCase());
  return tenantIds.length > 0 && tenantIds.every((id) => id === tenantIds[0]) ? tenantIds[0] : undefined;
}

export interface TeamsChannel {
  readonly channelId: string;
  readonly teamId: string | undefined;
  readonly serviceUrl: string;
}

/** `undefined` for a chat. */
export function getChannel(activity: IncomingActivity): TeamsChannel | undefined {
  if (activity.conversation.conversationType !== 'channel') return undefined;
  const [thread] = activity.conversation.id.split(';messageid=');
  const { channel, team } = activity.channelData ?? {};
  return {
    channelId: channel?.id ?? thread ?? activity.conversation.id,
    teamId: team?.id,
    serviceUrl: activity.serviceUrl,
  };
}

/** Whether only this person reads the answer. */
export const isPersonalChat = ({ conversation }: IncomingActivity): boolean =>
  conversation.conversationType === 'personal';

const objectIdSchema = z.guid().pipe(personIdSchema);

/** `undefined` for a bot, or a person without an Entra account. */
export const getObjectId = (activity: IncomingActivity): PersonId | undefined =>
  objectIdSchema.safeParse(activity.from.aadObjectId).data;

/** Throws if no one in Entra sent it: the entry point refuses those. */
export function getPerson(activity: IncomingActivity, tenantId: string): Person {
  const objectId = getObjectId(activity);
  if (objectId === undefined) throw new Error('an activity from nobody');
  return { key: `${tenantId}/${objectId}`, objectId, name: activity.from.name ?? '', tenantId };
}

/** A channel or a whole team. A team's `channelId` is the channel that got the event, for a target without a team. */
export interface TeamsLocation {
  readonly channelId: string | undefined;
  readonly teamId: string | undefined;
}

type MembershipEvent =
  | { readonly kind: 'lost'; readonly place: TeamsLocation; readonly why: TargetLossReason }
  | { readonly kind: 'found'; readonly place: TeamsLocation };

type MembershipEffect = { readonly of: 'channel' | 'team'; readonly lost?: TargetLossReason };

/** An archived team takes no posts. */
const channelEventTypes: Readonly<Record<string, MembershipEffect>> = {
  channelDeleted: { of: 'channel', lost: 'channelDeleted' },
  channelRestored: { of: 'channel' },
  teamDeleted: { of: 'team', lost: 'teamDeleted' },
  teamHardDeleted: { of: 'team', lost: 'teamDeleted' },
  teamArchived: { of: 'team', lost: 'teamArchived' },
  teamUnarchived: { of: 'team' },
  teamRestored: { of: 'team' },
};

/** About the bot alone: a shared channel allows bots one by one. */
const memberEventTypes: Readonly<Record<string, MembershipEffect>> = {
  channelMemberAdded: { of: 'channel' },
  channelMemberRemoved: { of: 'channel', lost: 'channelRemoved' },
  teamMemberAdded: { of: 'team' },
  teamMemberRemoved: { of: 'team', lost: 'teamRemoved' },
};

/** An upgrade may remove the old version before or after it adds the new. */
const installationActions: Readonly<Record<string, MembershipEffect>> = {
  add: { of: 'team' },
  'add-upgrade': { of: 'team' },
  remove: { of: 'team', lost: 'teamRemoved' },
};

function untypedMembershipEffect(activity: IncomingActivity, hasLeft: boolean): MembershipEffect {
  const { channel, team } = activity.channelData ?? {};
  const ofChannel = channel?.id !== undefined && channel.id !== team?.id;
  if (ofChannel) return { of: 'channel', ...(hasLeft && { lost: 'channelRemoved' }) };
  return { of: 'team', ...(hasLeft && { lost: 'teamRemoved' }) };
}

function membershipEffect(activity: IncomingActivity): MembershipEffect | undefined {
  if (activity.type === 'installationUpdate') return installationActions[activity.action ?? ''];
  if (activity.type !== 'conversationUpdate') return undefined;
  const { eventType } = activity.channelData ?? {};
  const isBot = ({ id }: { readonly id: string }) => id === activity.recipient.id;
  const hasLeft = activity.membersRemoved?.some(isBot) ?? false;
  const isMember = hasLeft || (activity.membersAdded?.some(isBot) ?? false);
  if (eventType === undefined) return isMember ? untypedMembershipEffect(activity, hasLeft) : undefined;
  return channelEventTypes[eventType] ?? (isMember ? memberEventTypes[eventType] : undefined);
}

/** `undefined` without a gain or a loss. Other people, channels and upgrades change no alerts. */
export function parseMembershipEvent(activity: IncomingActivity): MembershipEvent | undefined {
  const { channel, team } = activity.channelData ?? {};
  if (activity.conversation.conversationType !== 'channel' && team?.id === undefined) return undefined;
  const meaning = membershipEffect(activity);
  if (meaning === undefined) return undefined;
  const [conversation] = activity.conversation.id.split(';messageid=');
  const place =
    meaning.of === 'channel'
      ? { channelId: channel?.id ?? conversation, teamId: undefined }
      : { channelId: conversation, teamId: team?.id };
  return meaning.lost === undefined ? { kind: 'found', place } : { kind: 'lost', place, why: meaning.lost };
}
