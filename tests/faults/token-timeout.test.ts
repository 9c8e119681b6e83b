import type { BotFrameworkAuthentication } from 'botframework-connector';
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { createChannelConnections } from '../../bot/teams/channel-connection.ts';

// Only this part of the SDK's class is asked for.
const silent = z
  .custom<BotFrameworkAuthentication>(() => true)
  .parse({ createConnectorFactory: () => ({ create: () => new Promise(() => {}) }) });

it('a post whose token never comes ends at the deadline, and the alerts behind it go on', async () => {
  const connectionTo = createChannelConnections({ authentication: silent, appId: '', deadlineMs: 20 });
  const channel = connectionTo('https://channel.example/');
  await expect(channel.post('19:acu', 'tenant', {})).rejects.toMatchObject({ code: 'noAnswer' });
  await expect(channel.sendToChat('a:chat', {})).rejects.toMatchObject({ code: 'unsent' });
  await expect(channel.update('19:acu', '1', {})).rejects.toMatchObject({ code: 'noAnswer' });
});
