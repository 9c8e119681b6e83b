import { CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { createServer, plugins } from 'restify';
import { z } from 'zod';
import { renderPage } from '../../../cards/render-page.ts';
import { welcomePage } from '../../../cards/welcome-page.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { createPlainBot } from '../plain-bot.ts';
import { startIpc } from './ipc.ts';

// A bot as the Bot Framework's samples are served: restify's body parser and the stock adapter, which checks tokens if it
// was told whose. The plain bot, or the least that a bot can do: a card that was drawn before.
const { BENCH_BOT, BENCH_STOCK } = process.env;
const contacts = contactsSchema.parse({});
const drawn = () => renderPage(welcomePage({ language: 'en', contacts, topics: new Map(), canSummarise: false }));

function createBot(): (context: TurnContext) => Promise<object> {
  if (BENCH_BOT === 'plain') return createPlainBot(BENCH_STOCK === undefined ? 'chat' : 'dialog');
  const card = drawn();
  return async () => card;
}

const bot = createBot();
const settings = z.record(z.string(), z.string()).parse(JSON.parse(BENCH_STOCK ?? '{}'));
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings));
const server = createServer();
server.use(plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    const card = await bot(context);
    // In a dialog, or in place of the card before.
    const body = context.activity.name?.startsWith('task/')
      ? { task: { type: 'continue', value: { title: 'Report', card: CardFactory.adaptiveCard(card) } } }
      : { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = z.object({ port: z.int() }).parse(server.address());
  startIpc({ port }, async () => server.server.closeAllConnections());
});
