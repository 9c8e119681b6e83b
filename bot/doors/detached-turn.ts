import { BotAdapter, TurnContext } from 'botbuilder';

const refuses = (): Promise<never> => Promise.reject(new Error('nothing is sent by this door'));

/** An adapter that refuses to send: all that is said by this door stands in the card that answers a step. */
class SilentAdapter extends BotAdapter {
  override sendActivities = refuses;
  override updateActivity = refuses;
  override deleteActivity = refuses;
  override continueConversation = refuses;
}

const adapter = new SilentAdapter();

/** A turn of the Bot Framework that came by no channel. Whatever would be sent in it is refused. */
export const detachedTurn = (): TurnContext =>
  new TurnContext(adapter, { type: 'invoke', channelId: 'candour', conversation: undefined });
