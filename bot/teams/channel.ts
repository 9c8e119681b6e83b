import type { IncomingActivity } from './incoming-activity.ts';

export interface Channel {
  readonly channelId: string;
  readonly teamId: string | undefined;
  readonly serviceUrl: string;
}

/** `undefined` for a chat. */
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

/** Whether no one else reads the answer. */
export const isPersonalChat = ({ conversation }: IncomingActivity): boolean =>
  conversation.conversationType === 'personal';
