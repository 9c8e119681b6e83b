import {
  getByPath,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  scalarToText,
} from '../../../deploy/azure/json.ts';
import { containerNames } from '../../../storage/cosmos/containers.ts';
import { evaluateJson } from './evaluate-expression.ts';
import { listResources, listTexts, type TemplateResource } from './template-text.ts';

/** A resource as Azure has it. */
interface Deployed {
  readonly id: string;
  readonly type: string;
  readonly said: JsonObject;
}
type DeployedById = ReadonlyMap<string, Deployed>;

/** All that is there: what deployments made, and what people brought between them. */
export interface Subscription {
  readonly resources: DeployedById;
  /** As a server pulls them: registry, name and digest. */
  readonly images: ReadonlySet<string>;
  /** By their addresses in a vault; a certificate is read as a secret. */
  readonly secrets: ReadonlySet<string>;
  /** Names of servers with a record that leads to Azure and one that proves whose they are. */
  readonly domains: ReadonlySet<string>;
  /** Vaults whose firewall lets one address in. */
  readonly opened: ReadonlySet<string>;
}
const emptySubscription: Subscription = {
  resources: new Map(),
  images: new Set(),
  secrets: new Set(),
  domains: new Set(),
  opened: new Set(),
};

export interface Step {
  readonly subscription: Subscription;
  readonly problems: readonly string[];
}

const roles = {
  pull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
  readSecrets: '4633458b-17de-408a-b874-0445c86b69e6',
  putSecrets: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  putCertificates: 'a4417e6f-fecd-4de8-b567-7b0420556985',
} as const;
const cosmos = 'Microsoft.DocumentDB/databaseAccounts';
const storage = 'Microsoft.Storage/storageAccounts';
const vault = 'Microsoft.KeyVault/vaults';
const environmentType = 'Microsoft.App/managedEnvironments';
const assignments = ['Microsoft.Authorization/roleAssignments', `${cosmos}/sqlRoleAssignments`];

const textAt = (value: Json | undefined, ...path: readonly string[]): string => scalarToText(getByPath(value, ...path));
const listAt = (value: Json | undefined, ...path: readonly string[]): readonly Json[] => {
  const found = getByPath(value, ...path);
  return isJsonArray(found) ? found : [];
};
const nameOf = ({ id }: Deployed): string => id.split('/').at(-1) ?? '';
const propertiesOf = ({ said }: Deployed): Json => said.properties ?? {};
const ofType = (there: DeployedById, type: string): readonly Deployed[] =>
  [...there.values()].filter((one) => one.type === type);

const principalOf = (id: string): string => `principal of ${id}`;
const clientOf = (id: string): string => `client of ${id}`;

/** The answers that `reference` gives about a resource that is there. */
const answers: Readonly<Record<string, (one: Deployed) => Json>> = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': ({ id }) => ({
    principalId: principalOf(id),
    clientId: clientOf(id),
  }),
  [environmentType]: () => ({
    defaultDomain: 'uksouth.azurecontainerapps.io',
    customDomainConfiguration: { customDomainVerificationId: 'proof' },
  }),
  'Microsoft.ContainerRegistry/registries': (one) => ({ loginServer: `${nameOf(one)}.azurecr.io` }),
  [cosmos]: (one) => ({ documentEndpoint: `https://${nameOf(one)}.documents.azure.com:443/` }),
  [storage]: (one) => ({ primaryEndpoints: { blob: `https://${nameOf(one)}.blob.core.windows.net/` } }),
};
function answer(one: Deployed): Json {
  const properties = answers[one.type]?.(one);
  if (properties === undefined) throw new Error(`the stand-in has no answer of ${one.type}`);
  const isOwn = textAt(one.said, 'identity', 'type') === 'SystemAssigned';
  return { properties, ...(isOwn && { identity: { principalId: principalOf(one.id) } }) };
}

/** Parts that are made with their resource. */
const holderOf = (id: string): string => id.replace(/\/(?:subnets|sqlRoleDefinitions)\/[^/]+$/u, '');
const parentOf = (id: string): string | undefined => {
  const [, inside = ''] = id.split(/\/providers\/(?!.*\/providers\/)/u);
  return inside.split('/').length > 3 ? id.split('/').slice(0, -2).join('/') : undefined;
};

const hasRole = (there: DeployedById, principal: string, scope: string, role: string): boolean =>
  assignments
    .flatMap((type) => ofType(there, type))
    .some(
      (one) =>
        textAt(propertiesOf(one), 'principalId') === principal &&
        (textAt(one.said, 'scope') || textAt(propertiesOf(one), 'scope')) === scope &&
        textAt(propertiesOf(one), 'roleDefinitionId').endsWith(`/${role}`),
    );

/** Whether a server in the network finds an account: by the public network, or by an endpoint with its name. */
function isReachedInside(there: DeployedById, account: Deployed): boolean {
  if (textAt(propertiesOf(account), 'publicNetworkAccess') === 'Enabled') return true;
  const endpoints = ofType(there, 'Microsoft.Network/privateEndpoints').filter((one) =>
    listTexts(one.said).includes(account.id),
  );
  return endpoints.some((endpoint) =>
    ofType(there, 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups').some((named) => {
      const zones = listTexts(named.said).filter((text) => text.includes('/privateDnsZones/'));
      return (
        named.id.startsWith(`${endpoint.id}/`) &&
        zones.some((zone) =>
          ofType(there, 'Microsoft.Network/privateDnsZones/virtualNetworkLinks').some(({ id }) =>
            id.startsWith(`${zone}/`),
          ),
        )
      );
    }),
  );
}

const accountOfUrl = (there: DeployedById, type: string, url: string): Deployed | undefined =>
  ofType(there, type).find((one) => url.startsWith(`https://${nameOf(one)}.`));

type Needs = (one: Deployed, there: DeployedById, subscription: Subscription) => readonly string[];
const unless = (isThere: boolean | undefined, missing: string): readonly string[] =>
  isThere === true ? [] : [missing];

/** The image, secrets, documents and files that a container is given and reads at its start. */
const needsOfContainers: Needs = (one, there, { images, secrets }) => {
  const properties = propertiesOf(one);
  const containers = listAt(properties, 'template', 'containers');
  const settings = new Map(
    containers.flatMap((container) =>
      listAt(container, 'env').map((row) => [textAt(row, 'name'), textAt(row, 'value')] as const),
    ),
  );
  const data = [
    {
      account: accountOfUrl(there, cosmos, settings.get('COSMOS_ENDPOINT') ?? ''),
      client: settings.get('COSMOS_CLIENT_ID') ?? '',
      parts: containerNames.map((name) => `/sqlDatabases/candour/containers/${name}`),
    },
    {
      account: accountOfUrl(there, storage, settings.get('FILES_ACCOUNT') ?? ''),
      client: settings.get('FILES_CLIENT_ID') ?? '',
      parts: [`/blobServices/default/containers/${settings.get('FILES_CONTAINER') ?? ''}`],
    },
  ];
  return [
    ...containers.flatMap((container) =>
      unless(images.has(textAt(container, 'image')), `its image is not in the registry: ${textAt(container, 'image')}`),
    ),
    ...listAt(properties, 'configuration', 'registries').flatMap((row) => {
      const registry = accountOfUrl(
        there,
        'Microsoft.ContainerRegistry/registries',
        `https://${textAt(row, 'server')}`,
      );
      const may = registry && hasRole(there, principalOf(textAt(row, 'identity')), registry.id, roles.pull);
      return unless(may, 'it may not take its image yet');
    }),
    ...listAt(properties, 'configuration', 'secrets').flatMap((row) => {
      const url = textAt(row, 'keyVaultUrl');
      const holder = accountOfUrl(there, vault, url);
      const may = holder && hasRole(there, principalOf(textAt(row, 'identity')), holder.id, roles.readSecrets);
      return [
        ...unless(secrets.has(url), `a secret is not in the vault: ${url}`),
        ...unless(may, `it may not read the secret yet: ${url}`),
        ...unless(holder && isReachedInside(there, holder), `it does not reach the vault yet: ${url}`),
      ];
    }),
    ...data.flatMap(({ account, client, parts }) => {
      if (account === undefined) return ['an account that it opens is not there'];
      const given = assignments
        .flatMap((type) => ofType(there, type))
        .filter(
          (row) =>
            client !== '' &&
            textAt(propertiesOf(row), 'principalId') === principalOf(client.slice(clientOf('').length)),
        );
      const may = given.some((row) => listTexts(row.said).includes(account.id));
      return [
        ...unless(may, `it has no role yet at ${nameOf(account)}`),
        ...unless(isReachedInside(there, account), `it does not reach ${nameOf(account)} yet`),
        ...parts.flatMap((part) => unless(there.has(`${account.id}${part}`), `there is no ${part} yet`)),
      ];
    }),
  ];
};

const needs: Readonly<Record<string, Needs>> = {
  'Microsoft.App/containerApps': (one, there, subscription) => [
    ...needsOfContainers(one, there, subscription),
    ...listAt(propertiesOf(one), 'configuration', 'ingress', 'customDomains').flatMap((domain) =>
      unless(subscription.domains.has(textAt(domain, 'name')), `no record proves whose ${textAt(domain, 'name')} is`),
    ),
  ],
  'Microsoft.App/jobs': needsOfContainers,
  [`${environmentType}/certificates`]: (one, there, { secrets }) => {
    const url = textAt(propertiesOf(one), 'certificateKeyVaultProperties', 'keyVaultUrl');
    const holder = accountOfUrl(there, vault, url);
    const may = holder && hasRole(there, principalOf(parentOf(one.id) ?? ''), holder.id, roles.readSecrets);
    // Container Apps asks from outside of the network.
    const isOpen = holder && textAt(propertiesOf(holder), 'publicNetworkAccess') === 'Enabled';
    return [
      ...unless(secrets.has(url), `the certificate is not in the vault: ${url}`),
      ...unless(may, 'the environment may not read the certificate yet'),
      ...unless(isOpen, 'the environment does not reach the vault'),
    ];
  },
  ...Object.fromEntries(
    assignments.map((type): [string, Needs] => [
      type,
      (one, there) => {
        const principal = textAt(propertiesOf(one), 'principalId');
        const isMade = [...there.values()].some(({ id }) => principalOf(id) === principal);
        return unless(
          isMade || textAt(propertiesOf(one), 'principalType') === 'Group',
          'it is for someone who is not there',
        );
      },
    ]),
  ),
};

/** Everything in the group that a resource names has to be there before it. */
const needsOfNames: Needs = (one, there) =>
  [
    ...new Set(
      [...listTexts(one.said), parentOf(one.id) ?? ''].filter((text) =>
        text.startsWith('/subscriptions/sub/resourceGroups/'),
      ),
    ),
  ]
    .map(holderOf)
    .filter((id) => id !== one.id && !there.has(id))
    .map((id) => `it names what is not there yet: ${id}`);

interface Planned {
  readonly id: string;
  readonly resource: TemplateResource;
  readonly before: readonly string[];
}

const parametersOf = (template: Json, given: JsonObject): Readonly<Record<string, Json>> => {
  const declared = getByPath(template, 'parameters');
  const defaults = isJsonObject(declared)
    ? Object.entries(declared).map(([name, rules]) => [name, getByPath(rules, 'defaultValue') ?? null])
    : [];
  return { ...Object.fromEntries(defaults), ...given };
};

const contextOf = (template: Json, given: JsonObject, reference: (id: string) => Json) => {
  const variables = getByPath(template, 'variables');
  return {
    parameters: parametersOf(template, given),
    variables: isJsonObject(variables) ? variables : {},
    reference,
  };
};

const noReference = (): never => {
  throw new Error('a name or a condition asks for what is made');
};

function plan(template: Json, given: JsonObject): readonly Planned[] {
  const context = contextOf(template, given, noReference);
  const evaluate = (text: string): Json => evaluateJson(text, context);
  return listResources(template)
    .filter(({ condition }) => condition === '' || evaluate(condition) === true)
    .map((resource) => ({
      id: scalarToText(evaluate(`[${resource.id}]`)),
      resource,
      before: resource.dependsOn.map((text) => scalarToText(evaluate(text))),
    }));
}

/** Resources in an order in which each comes after what it depends on. */
function inOrder(planned: readonly Planned[], done: ReadonlySet<string> = new Set()): readonly Planned[] {
  const ids = new Set(planned.map(({ id }) => id));
  // The last first, so that the order in the file helps no one.
  const next = planned.findLast(({ before }) => before.every((id) => done.has(id) || !ids.has(id)));
  if (next === undefined) return [];
  return [
    next,
    ...inOrder(
      planned.filter((one) => one !== next),
      new Set([...done, next.id]),
    ),
  ];
}

/**
 * One deployment. A resource finds there what an earlier deployment left and what it depends on in this one, and no more:
 * Azure makes all else at the same time.
 */
function deploy(template: Json, given: JsonObject, subscription: Subscription): Step {
  const planned = plan(template, given);
  const problems: string[] = [];
  const made = new Map<string, Deployed>();
  const beforeOf = new Map<string, ReadonlySet<string>>();
  const ordered = inOrder(planned);
  for (const { id, resource } of planned)
    if (!ordered.some((one) => one.id === id)) problems.push(`${resource.type} ${id}: it waits for itself`);
  for (const { id, resource, before } of ordered) {
    const ancestors = new Set([...before, ...before.flatMap((one) => [...(beforeOf.get(one) ?? [])])]);
    beforeOf.set(id, ancestors);
    const there: DeployedById = new Map([
      ...subscription.resources,
      ...[...ancestors].flatMap((one) => {
        const found = made.get(one);
        return found === undefined ? [] : [[one, found] as const];
      }),
    ]);
    const reference = (asked: string): Json => {
      const found = there.get(asked);
      if (found !== undefined) return answer(found);
      problems.push(`${resource.type} ${id}: it asks for what is not there yet: ${asked}`);
      return null;
    };
    const said = evaluateJson(resource.said, contextOf(template, given, reference));
    const one: Deployed = { id, type: resource.type, said: isJsonObject(said) ? said : {} };
    made.set(id, one);
    const missing = [...needsOfNames(one, there, subscription), ...(needs[one.type]?.(one, there, subscription) ?? [])];
    problems.push(...missing.map((sentence) => `${one.type} ${nameOf(one)}: ${sentence}`));
  }
  // A deployment puts the firewall of a vault back.
  return {
    problems,
    subscription: { ...subscription, resources: new Map([...subscription.resources, ...made]), opened: new Set() },
  };
}

/** Acts of people between deployments, by the names that the guide marks its steps with. */
type PeopleAct = 'image' | 'open vault' | 'secrets' | 'names' | 'certificate';

function act(name: PeopleAct, template: Json, given: JsonObject, subscription: Subscription): Step {
  const { resources } = subscription;
  const officer = scalarToText(given.vaultOfficer);
  const findVault = (variable: 'vault' | 'certificates'): Deployed | undefined => {
    const wanted = evaluateJson(`[variables('${variable}')]`, contextOf(template, given, noReference));
    return ofType(resources, vault).find((one) => nameOf(one) === wanted);
  };
  switch (name) {
    case 'image': {
      const [registry] = ofType(resources, 'Microsoft.ContainerRegistry/registries');
      if (registry === undefined) return { subscription, problems: ['image: there is no registry'] };
      const image = `${nameOf(registry)}.azurecr.io/candour@${scalarToText(given.imageDigest)}`;
      return { subscription: { ...subscription, images: new Set([...subscription.images, image]) }, problems: [] };
    }
    case 'open vault': {
      const found = findVault('vault');
      if (found === undefined) return { subscription, problems: ['open vault: there is no vault'] };
      return { subscription: { ...subscription, opened: new Set([found.id]) }, problems: [] };
    }
    case 'secrets': {
      const found = findVault('vault');
      if (found === undefined) return { subscription, problems: ['secrets: there is no vault'] };
      const isOpen =
        subscription.opened.has(found.id) || textAt(propertiesOf(found), 'publicNetworkAccess') === 'Enabled';
      const put = (isJsonArray(given.secrets) ? given.secrets : []).map(
        (one) => `https://${nameOf(found)}.vault.azure.net/secrets/${scalarToText(one).replaceAll('_', '-')}`,
      );
      return {
        subscription: { ...subscription, secrets: new Set([...subscription.secrets, ...put]) },
        problems: [
          ...unless(hasRole(resources, officer, found.id, roles.putSecrets), 'secrets: no one may put them there'),
          ...unless(isOpen, 'secrets: no one reaches the vault'),
        ],
      };
    }
    case 'names':
      return {
        subscription: { ...subscription, domains: new Set([...subscription.domains, scalarToText(given.publicHost)]) },
        problems: unless(ofType(resources, environmentType).length > 0, 'names: nothing says yet where they lead'),
      };
    case 'certificate': {
      const found = findVault('certificates');
      if (found === undefined) return { subscription, problems: ['certificate: there is no vault for it'] };
      const url = `https://${nameOf(found)}.vault.azure.net/secrets/${scalarToText(given.certificate)}`;
      return {
        subscription: { ...subscription, secrets: new Set([...subscription.secrets, url]) },
        problems: unless(
          hasRole(resources, officer, found.id, roles.putCertificates),
          'certificate: no one may put it there',
        ),
      };
    }
  }
}

const acts: readonly PeopleAct[] = ['image', 'open vault', 'secrets', 'names', 'certificate'];
/** Parameters that stay empty until a deployment names them. */
const later = ['imageDigest', 'certificate'] as const;

/** The steps that a guide marks: `<!-- play: secrets -->`, or `<!-- play: deploy imageDigest -->`. */
export const readPlayedSteps = (guide: string): readonly string[] =>
  [...guide.matchAll(/<!-- play: ([^>]+?) -->/gu)].map(([, step = '']) => step);

/** Steps of a guide in their order, each with what it finds missing. Throws for a step that no one knows. */
export function playSteps(steps: readonly string[], template: Json, given: JsonObject): Step {
  return steps.reduce<Step>(
    ({ subscription, problems }, step) => {
      const [first, ...named] = step.split(' ');
      const known = acts.find((one) => one === step);
      if (first !== 'deploy' && known === undefined) throw new Error(`no such step: ${step}`);
      const passed = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          later.some((one) => one === name) && !named.includes(name) ? '' : value,
        ]),
      );
      const next =
        known === undefined ? deploy(template, passed, subscription) : act(known, template, given, subscription);
      return {
        subscription: next.subscription,
        problems: [...problems, ...next.problems.map((problem) => `${step}: ${problem}`)],
      };
    },
    { subscription: emptySubscription, problems: [] },
  );
}

/**
 * One deployment of everything, after what people bring was brought: into a group that was emptied, or after a first
 * deployment that stopped half way.
 */
export function deployAtOnce(steps: readonly string[], template: Json, given: JsonObject): Step {
  const { subscription } = playSteps(steps, template, given);
  return deploy(template, given, { ...subscription, resources: new Map() });
}

/** The only resource of a type, as it was deployed. Throws if there is none. */
export function deployedOf({ resources }: Subscription, type: string): JsonObject {
  const [found] = ofType(resources, type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found.said;
}
