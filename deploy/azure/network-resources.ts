import { idOf, ids, inside, isPrivate, location, type Resource, parameter, variable, worked } from './parts.ts';

const networkVersion = '2024-07-01';

/** All that has a private endpoint: how Azure calls the part of it that is reached, and the zone of its names. */
const reached = [
  { end: 'cosmos', id: ids.cosmos, part: 'Sql', zone: 'privatelink.documents.azure.com' },
  { end: 'files', id: ids.files, part: 'blob', zone: 'privatelink.blob.core.windows.net' },
  { end: 'vault', id: ids.vault, part: 'vault', zone: 'privatelink.vaultcore.azure.net' },
] as const;

const condition = worked(isPrivate);
const zoneId = (zone: string): string => idOf('Microsoft.Network/privateDnsZones', zone);

/**
 * The network stands also where nothing is private in it: the server cannot be moved into one later. A part of it is the
 * server's, the other that of the private endpoints.
 */
const network: Resource = {
  type: 'Microsoft.Network/virtualNetworks',
  apiVersion: networkVersion,
  name: worked(variable('network')),
  location,
  properties: {
    addressSpace: { addressPrefixes: ['10.80.0.0/23'] },
    subnets: [
      {
        name: 'server',
        properties: {
          addressPrefix: '10.80.0.0/24',
          delegations: [{ name: 'server', properties: { serviceName: 'Microsoft.App/environments' } }],
        },
      },
      { name: 'endpoints', properties: { addressPrefix: '10.80.1.0/24' } },
    ],
  },
};

/** The network, and where it is asked for, the endpoints in it by which database, files and vault are reached. */
export const networkResources: readonly Resource[] = [
  network,
  ...reached.flatMap(({ end, id, part, zone }): readonly Resource[] => {
    const name = worked(`format('{0}-${end}', ${parameter('name')})`);
    const endpoint = idOf('Microsoft.Network/privateEndpoints', name);
    return [
      {
        type: 'Microsoft.Network/privateDnsZones',
        apiVersion: '2020-06-01',
        name: zone,
        location: 'global',
        condition,
      },
      {
        type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
        apiVersion: '2020-06-01',
        name: inside(zone, worked(variable('network'))),
        location: 'global',
        condition,
        dependsOn: [worked(zoneId(zone)), worked(ids.network)],
        properties: { registrationEnabled: false, virtualNetwork: { id: worked(ids.network) } },
      },
      {
        type: 'Microsoft.Network/privateEndpoints',
        apiVersion: networkVersion,
        name,
        location,
        condition,
        dependsOn: [worked(ids.network), worked(id)],
        properties: {
          subnet: { id: worked(ids.endpointSubnet) },
          privateLinkServiceConnections: [
            { name: end, properties: { privateLinkServiceId: worked(id), groupIds: [part] } },
          ],
        },
      },
      {
        type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
        apiVersion: networkVersion,
        name: inside(name, 'default'),
        condition,
        dependsOn: [worked(endpoint), worked(zoneId(zone))],
        properties: {
          privateDnsZoneConfigs: [{ name: end, properties: { privateDnsZoneId: worked(zoneId(zone)) } }],
        },
      },
    ];
  }),
];
