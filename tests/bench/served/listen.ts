import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { createServer, plugins } from 'restify';
import { z } from 'zod';
import { talk } from './talk.ts';

const addressSchema = z.object({ port: z.int() });

/** Serves a bot as the Bot Framework's samples do: restify's body parser and the stock adapter. */
export function listen(bot: (context: TurnContext) => Promise<void>): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, bot);
  });
  server.listen(0, '127.0.0.1', () => {
    talk(addressSchema.parse(server.address()).port, async () => server.server.closeAllConnections());
  });
}
