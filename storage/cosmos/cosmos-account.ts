import { Agent } from 'node:https';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { CosmosClient } from '@azure/cosmos';
import { ManagedIdentityCredential } from '@azure/identity';
import { setLogLevel } from '@azure/logger';
import type { Monotonic } from '../../concerns/terms/clock.ts';
import { watchedHttp, type WatchedHttp } from './watched-http.ts';

export type CosmosCredential =
  | { readonly key: string }
  | {
      readonly managedIdentity: true;
      readonly clientId?: string;
    };

export interface CosmosAccount {
  readonly endpoint: string;
  readonly credential: CosmosCredential;
  /** Connections of its own, for a certificate that the machine does not know. Closed with the client. */
  readonly agent?: Agent;
  readonly monotonic?: Monotonic;
  readonly retries: number;
  readonly deadlineMs: number;
  readonly requestTimeoutMs: number;
  /** Whether to follow the account to another region when one fails. */
  readonly followsRegions: boolean;
}

export interface CosmosConnection {
  readonly client: CosmosClient;
  readonly http: WatchedHttp;
  close(): void;
}

const credentialOf = (credential: CosmosCredential) =>
  'key' in credential
    ? { key: credential.key }
    : {
        aadCredentials: new ManagedIdentityCredential(credential.clientId ? { clientId: credential.clientId } : {}),
      };

/** Makes a client, and turns Azure's own log off. Nothing is sent yet. Throws if the endpoint is no URL. */
export function cosmosConnection(account: CosmosAccount): CosmosConnection {
  // AZURE_LOG_LEVEL would print the paths of documents, which are references and names of drafts.
  setLogLevel();
  const http = watchedHttp(createDefaultHttpClient(), account.monotonic ?? (() => performance.now()));
  const agent = account.agent ?? new Agent({ keepAlive: true, minVersion: 'TLSv1.2' });
  const client = new CosmosClient({
    endpoint: account.endpoint,
    ...credentialOf(account.credential),
    agent,
    httpClient: http.httpClient,
    connectionPolicy: {
      requestTimeout: account.requestTimeoutMs,
      enableEndpointDiscovery: account.followsRegions,
      // The SDK does not catch what its background refresh throws: an account out of reach would end the process. A
      // failed request refreshes the regions as well.
      enableBackgroundEndpointRefreshing: false,
      // Two regions that both take writes could both say that a case is new.
      useMultipleWriteLocations: false,
      retryOptions: { maxRetryAttemptCount: account.retries, maxWaitTimeInSeconds: account.deadlineMs / 1000 },
    },
  });
  return {
    client,
    http,
    close: () => {
      client.dispose();
      agent.destroy();
    },
  };
}
