import { type CosmosAccount, cosmosConnection } from './cosmos-account.ts';
import { cosmosCalls } from './cosmos-calls.ts';

export interface AccountFinding {
  readonly isWeak: boolean;
  readonly hasManyWriters: boolean;
}

const strongEnough = ['Strong', 'BoundedStaleness'];

export async function lookAtAccount(
  account: Omit<CosmosAccount, 'retries' | 'requestTimeoutMs' | 'followsRegions'>,
): Promise<AccountFinding> {
  const { deadlineMs } = account;
  const connection = cosmosConnection({ ...account, retries: 0, requestTimeoutMs: deadlineMs, followsRegions: false });
  const calls = cosmosCalls(connection.http, { retries: 0, deadlineMs });
  try {
    const { resource } = await calls.read((options) => connection.client.getDatabaseAccount(options));
    return {
      isWeak: !strongEnough.includes(String(resource?.consistencyPolicy)),
      hasManyWriters: resource?.enableMultipleWritableLocations === true,
    };
  } finally {
    connection.close();
  }
}
