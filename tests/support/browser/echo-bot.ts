import {
  ActivityHandler,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  MessageFactory,
  TurnContext,
} from 'botbuilder';
import restify from 'restify';
import { z } from 'zod';
import { createStepCard } from './step-card.ts';

export interface EchoBot {
  readonly endpoint: string;
  /** What the bot was told, in the order in which it was told. */
  readonly heard: readonly string[];
  /** Posts into the channel that last spoke to it, as an alert does. Throws when none has. */
  postToChannel(text: string): Promise<void>;
  stop(): Promise<void>;
}

const execute = z.object({ action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()) }) });

/** A bot of a few lines on a free port of 127.0.0.1: a message is answered by a card, an action by the next card. */
export async function startEchoBot(): Promise<EchoBot> {
  const heard: string[] = [];
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const bot = new Echo(heard);
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    // The Playground looks whether the bot is there by a request without an activity.
    if (request.body === undefined || request.body === '') response.send(200);
    else await adapter.process(request, response, (context) => bot.run(context));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    heard,
    async postToChannel(text) {
      if (bot.channel === undefined) throw new Error('No channel has spoken yet.');
      await adapter.continueConversationAsync('', bot.channel, async (context) => {
        await context.sendActivity(text);
      });
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

class Echo extends ActivityHandler {
  channel: Partial<ConversationReference> | undefined;
  readonly #heard: string[];

  constructor(heard: string[]) {
    super();
    this.#heard = heard;
    this.onInstallationUpdateAdd(async (_, next) => {
      heard.push('installed');
      await next();
    });
    this.onMessage(async (context, next) => {
      const { activity } = context;
      const text = activity.text.replaceAll(/<at>.*?<\/at>/g, '').trim();
      const where = activity.conversation.conversationType ?? 'nowhere';
      heard.push(`${where}: ${text}`);
      if (where === 'channel') this.channel = TurnContext.getConversationReference(activity);
      await context.sendActivity(
        MessageFactory.attachment(CardFactory.adaptiveCard(createStepCard(1, `You said ${text}.`))),
      );
      await next();
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { action } = execute.parse(context.activity.value);
    this.#heard.push(`${action.verb}: ${JSON.stringify(action.data)}`);
    const step = z.number().parse(action.data['step']) + (action.verb === 'next' ? 1 : -1);
    const card = createStepCard(step, `You chose ${action.verb}.`);
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };
  }
}
