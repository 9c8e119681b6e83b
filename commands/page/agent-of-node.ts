import { Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent, globalAgent } from 'node:https';

/**
 * An agent for one request, which keeps no connection. It goes by the proxy that Node's own requests go by, and a server's
 * to Microsoft with them: the one that the environment names, where `NODE_USE_ENV_PROXY` is set.
 */
export function agentOfNode(protocol: string): PlainAgent {
  const { proxyEnv } = globalAgent.options;
  const options = proxyEnv === undefined ? {} : { proxyEnv };
  return protocol === 'https:' ? new SecureAgent(options) : new PlainAgent(options);
}
