import { alertPage } from '../../cards/alert-page.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { AlertSender, PostOutcome } from '../../concerns/ports/alert-sender.ts';
import { ChannelError, type ChannelConnection } from './channel-connection.ts';
import { channelPost } from './channel-post.ts';

/** Answers after which the same post can arrive later; the rest say that it never will. */
const worthRepeating = [408, 412, 429, 500, 502, 503, 504];

function outcomeOf(error: unknown): PostOutcome {
  const { code, status, afterMs } = error instanceof ChannelError ? error : new ChannelError('unexpected');
  return status === undefined || worthRepeating.includes(status)
    ? { kind: 'retry', code, ...(afterMs !== undefined && { afterMs }) }
    : { kind: 'refused', code };
}

/** Posts alerts as cards into Teams channels. */
export function createChannelSender(connectionTo: (serviceUrl: string) => ChannelConnection): AlertSender {
  const activityOf = (message: Parameters<AlertSender['post']>[1], language: Language) =>
    channelPost(alertPage({ message, language }));
  return {
    async post(target, message) {
      try {
        const made = await connectionTo(target.serviceUrl).post(
          target.conversationId,
          target.tenantId,
          activityOf(message, target.language),
        );
        return { kind: 'posted', post: { ...made, serviceUrl: target.serviceUrl } };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async update(post, language, message) {
      try {
        await connectionTo(post.serviceUrl).update(post.conversationId, post.activityId, activityOf(message, language));
        const { postedAt: _at, ...rest } = post;
        return { kind: 'posted', post: rest };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}
