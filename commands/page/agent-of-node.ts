import { Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent, globalAgent } from 'node:https';

/**
 * For one request: it keeps no connection. It uses the proxy that Node's own requests use, the one of the environment
 * if `NODE_USE_ENV_PROXY` is set.
 */
export function agentOfNode(protocol: string): PlainAgent {
  const { proxyEnv } = globalAgent.options;
  const options = proxyEnv === undefined ? {} : { proxyEnv };
  return protocol === 'https:' ? new SecureAgent(options) : new PlainAgent(options);
}
