import type { IncomingActivity } from './incoming-activity.ts';

/** A channel that somebody wrote in. */
export interface Channel {
  readonly channelId: string;
  readonly teamId: string | undefined;
  readonly serviceUrl: string;
}

/** The channel that an activity comes from, `undefined` for a chat. */
export function channelOf(activity: IncomingActivity): Channel | undefined {
  if (activity.conversation.conversationType !== 'channel') return undefined;
  const [thread] = activity.conversation.id.split(';messageid=');
  const { channel, team } = activity.channelData ?? {};
  return {
    channelId: channel?.id ?? thread ?? activity.conversation.id,
    teamId: team?.id,
    serviceUrl: activity.serviceUrl,
  };
}

/** Whether an activity comes from somebody's own chat with the bot, where nobody else reads the answer. */
export const isPersonalChat = ({ conversation }: IncomingActivity): boolean =>
  conversation.conversationType === 'personal';
