import type { ContainerRequest, CosmosClient } from '@azure/cosmos';

export const containerNames = ['cases', 'drafts', 'state', 'reach', 'deliveries'] as const;
export type ContainerName = (typeof containerNames)[number];

export const mapContainers = <T>(make: (name: ContainerName) => T): Readonly<Record<ContainerName, T>> => ({
  cases: make('cases'),
  drafts: make('drafts'),
  state: make('state'),
  reach: make('reach'),
  deliveries: make('deliveries'),
});

const indexOnly = (...fields: readonly string[]) => ({
  indexingMode: 'consistent' as const,
  automatic: true,
  includedPaths: fields.map((field) => ({ path: `/${field}/?` })),
  excludedPaths: [{ path: '/*' }, { path: '/"_etag"/?' }],
});

/**
 * As in the Azure template. Only what a list or summary filters by is indexed: each term costs 0.2 request units a
 * write.
 */
export const containerLayouts: Readonly<Record<ContainerName, ContainerRequest & { readonly id: ContainerName }>> = {
  cases: {
    id: 'cases',
    partitionKey: { paths: ['/caseId'] },
    indexingPolicy: indexOnly(
      'caseId',
      'type',
      'handledBy',
      'week',
      'receivedOn',
      'acknowledgedOn',
      'triagedOn',
      'answeredOn',
      'closedOn',
      'cameBackOn',
      'repeatOn',
      'referral/on',
      'listKey',
      'status',
      'isOpen',
      'kind',
      'sequence',
      'request',
      'message/id',
      'writtenBy',
      'at',
      'urgency',
      'route',
      'nationalCategory',
      'flags/[]',
      'referral/decision',
      'outcome',
      'assignee',
      'isWithNobody',
      'clock',
      'clockSince',
      'referralDueOn',
      'reviewOn',
      'identityAsked/reason',
      'subjectCard/version',
      'unreadMessages',
      'toAcknowledge',
      'opened',
      'sanitised/by',
      'sanitised/signedBy',
      'erasure/askedBy',
      'closing/by',
      'lowering/by',
      'safety/on',
      'cardWithdrawal/by',
      'oversight/toldOn',
      'state',
      'attempts',
      'dueMs',
      'leasedUntilMs',
      'lastPostedMs',
    ),
  },
  drafts: { id: 'drafts', partitionKey: { paths: ['/id'] }, defaultTtl: -1, indexingPolicy: indexOnly('expiresMs') },
  state: { id: 'state', partitionKey: { paths: ['/id'] }, indexingPolicy: indexOnly('type', 'day') },
  reach: { id: 'reach', partitionKey: { paths: ['/id'] }, indexingPolicy: indexOnly('id') },
  deliveries: {
    id: 'deliveries',
    partitionKey: { paths: ['/runId'] },
    indexingPolicy: indexOnly('runId', 'hasParts', 'stage'),
  },
};

export async function createContainers(client: CosmosClient, database: string): Promise<void> {
  const created = await client.databases.createIfNotExists({ id: database });
  for (const name of containerNames) await created.database.containers.createIfNotExists(containerLayouts[name]);
}
