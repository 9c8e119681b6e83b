import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { createServer, plugins } from 'restify';
import { z } from 'zod';
import { talk } from './talk.ts';

const addressSchema = z.object({ port: z.int() });
const { BENCH_STOCK } = process.env;

/** A card as an answer to what was pressed: in a dialog, or in place of the card before. */
const answerOf = ({ activity }: TurnContext, card: object): InvokeResponse => ({
  status: 200,
  body: activity.name?.startsWith('task/')
    ? { task: { type: 'continue', value: { title: 'Report', card: CardFactory.adaptiveCard(card) } } }
    : { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
});

/**
 * Serves a bot as the Bot Framework's samples do: restify's body parser and the stock adapter, which checks tokens where
 * it was told whose.
 */
export function listen(bot: (context: TurnContext) => Promise<object>): void {
  const stock = z.record(z.string(), z.string()).parse(JSON.parse(BENCH_STOCK ?? '{}'));
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(stock));
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, async (context) => {
      const card = await bot(context);
      await context.sendActivity({ type: 'invokeResponse', value: answerOf(context, card) });
    });
  });
  server.listen(0, '127.0.0.1', () => {
    talk(addressSchema.parse(server.address()).port, async () => server.server.closeAllConnections());
  });
}
