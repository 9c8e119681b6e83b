import type { PostWaitReason } from '../../core/model/scheduled-post.ts';
import type { AlertTarget } from '../../core/model/alert-targets.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { type ChannelConnection, ChannelError } from '../teams/channel-connection.ts';
import { isRetryableChannelError } from '../teams/outgoing-activities.ts';

/** `noAnswer` if it may have arrived all the same. Call `onRecorded` once it is noted. */
export type TeamsPostResult =
  | { readonly kind: 'arrived'; readonly onRecorded?: () => Promise<void> }
  | {
      readonly kind: 'failed';
      readonly reason: Extract<PostWaitReason, 'refused' | 'busy' | 'noAnswer'>;
      readonly code: string;
      readonly afterMs?: number | undefined;
    };

/** Teams took nothing, and asks for time. */
const retryStatuses: readonly (number | undefined)[] = [412, 429];

/** `isSent` if a post was on its way. Throws anything but a ChannelError. */
export function toFailedPostResult(error: unknown, isSent: boolean): Extract<TeamsPostResult, { kind: 'failed' }> {
  if (!(error instanceof ChannelError)) throw error;
  const { code, status, retryAfterMs } = error;
  if (!isRetryableChannelError({ status })) return { kind: 'failed', reason: 'refused', code };
  return {
    kind: 'failed',
    reason: isSent && !retryStatuses.includes(status) ? 'noAnswer' : 'busy',
    code,
    afterMs: retryAfterMs,
  };
}

/** Calls `onArrived`, by `onRecorded`, if the channel was lost and took it. */
export async function postToChannel(
  connection: Pick<ChannelConnection, 'post'>,
  target: AlertTarget,
  activity: Parameters<ChannelConnection['post']>[2],
  onArrived: (target: AlertTarget) => Promise<void>,
): Promise<TeamsPostResult> {
  try {
    await connection.post(target.conversationId, target.tenantId, activity);
  } catch (error) {
    return toFailedPostResult(error, true);
  }
  return { kind: 'arrived', ...(target.lost && { onRecorded: () => onArrived(target) }) };
}

/** Sends nothing before the chat is known. */
export async function postToPerson(
  connection: Pick<ChannelConnection, 'createChat' | 'sendToChat'>,
  to: { readonly objectId: PersonId; readonly tenantId: string },
  activity: Parameters<ChannelConnection['sendToChat']>[1],
): Promise<TeamsPostResult> {
  let chat: string;
  try {
    chat = await connection.createChat(to.objectId, to.tenantId);
  } catch (error) {
    return toFailedPostResult(error, false);
  }
  try {
    await connection.sendToChat(chat, activity);
  } catch (error) {
    return toFailedPostResult(error, true);
  }
  return { kind: 'arrived' };
}
