import { evaluate, resourceIdIn, type Scope } from './evaluate.ts';
import { at, isList, isObject, type Json, type JsonObject, spoken } from './json.ts';
import { TemplateError } from './template-error.ts';

/** A resource of a template with everything in it worked out. */
export interface MadeResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Whether it is made with these parameters. */
  readonly isMade: boolean;
  readonly dependsOn: readonly string[];
  /** The ids that its own parts name, other than in `dependsOn`. */
  readonly names: readonly string[];
  /** As it stands in the template, worked out. */
  readonly said: JsonObject;
}

/** A template as Azure would deploy it. */
export interface Deployment {
  readonly resources: readonly MadeResource[];
  readonly outputs: JsonObject;
}

export const sampleSubscription = '/subscriptions/11111111-1111-4111-8111-111111111111';
export const sampleTenant = '22222222-2222-4222-8222-222222222222';
const group = `${sampleSubscription}/resourceGroups/candour`;

/** The answers of Azure about each kind of resource once it is made, as far as a template asks. */
const runtime: Readonly<Record<string, (name: string) => Json>> = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': () => ({
    clientId: '33333333-3333-4333-8333-333333333333',
    principalId: '44444444-4444-4444-8444-444444444444',
  }),
  'Microsoft.DocumentDB/databaseAccounts': (name) => ({ documentEndpoint: `https://${name}.documents.azure.com:443/` }),
  'Microsoft.Storage/storageAccounts': (name) => ({
    primaryEndpoints: { blob: `https://${name}.blob.core.windows.net/` },
  }),
  'Microsoft.ContainerRegistry/registries': (name) => ({ loginServer: `${name}.azurecr.io` }),
  'Microsoft.App/managedEnvironments': () => ({
    defaultDomain: 'calm-sea-12345678.uksouth.azurecontainerapps.io',
    customDomainConfiguration: { customDomainVerificationId: 'A'.repeat(64) },
  }),
};

const objectAt = (value: Json, name: string): JsonObject => {
  const found = at(value, name);
  return isObject(found) ? found : {};
};

const textAt = (value: JsonObject, name: string): string => {
  const found = value[name];
  if (typeof found !== 'string') throw new TemplateError(`A resource has no ${name}.`);
  return found;
};

/** The value of each parameter: the given one, or its default. Throws TemplateError for one that cannot be. */
function parametersOf(template: Json, given: JsonObject): JsonObject {
  const asked = objectAt(template, 'parameters');
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(asked, name));
  if (unknown.length > 0) throw new TemplateError(`There is no such parameter: ${unknown.join(', ')}.`);
  return Object.fromEntries(
    Object.entries(asked).map(([name, rules]) => {
      const value = given[name] ?? at(rules, 'defaultValue');
      if (value === undefined) throw new TemplateError(`The parameter ${name} is missing.`);
      expectParameter(name, value, isObject(rules) ? rules : {});
      return [name, value];
    }),
  );
}

const kindOf = (value: Json): string =>
  isList(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? 'int' : typeof value;

function expectParameter(name: string, value: Json, rules: JsonObject): void {
  if (kindOf(value) !== rules.type) throw new TemplateError(`The parameter ${name} is no ${spoken(rules.type)}.`);
  const size = typeof value === 'string' ? value.length : typeof value === 'number' ? value : undefined;
  if (size === undefined) return;
  const [least, most] =
    typeof value === 'string' ? [rules.minLength, rules.maxLength] : [rules.minValue, rules.maxValue];
  if ((typeof least === 'number' && size < least) || (typeof most === 'number' && size > most))
    throw new TemplateError(`The parameter ${name} is outside its limits.`);
}

/** The id that a resource has: in the group, inside its parents, or beside what its scope names. */
const idOfResource = (type: string, name: string, scope: string | undefined): string =>
  resourceIdIn(scope ?? group, type, scope === undefined ? name.split('/') : [name]);

/**
 * A template worked out with some parameters, as Azure would. Throws TemplateError where it would be refused: an
 * expression that cannot be read or asks for what is not there, a parameter that is missing or cannot be right.
 */
export function deploymentOf(template: Json, given: JsonObject): Deployment {
  const parameters = parametersOf(template, given);
  const resources = at(template, 'resources');
  if (!isList(resources)) throw new TemplateError('A template has no resources.');
  const known = new Map<string, string>();
  let named: string[] = [];
  const scope: Scope = {
    parameter: (name) => found(parameters, name, 'parameter'),
    variable: (name) => evaluate(found(objectAt(template, 'variables'), name, 'variable'), scope),
    reference: (id) => {
      const type = known.get(id);
      const said = type === undefined ? undefined : runtime[type]?.(id.split('/').at(-1) ?? '');
      if (said === undefined) throw new TemplateError('A reference names a resource that the template does not make.');
      return said;
    },
    named: (id) => named.push(id),
    subscription: { id: sampleSubscription, tenantId: sampleTenant },
    resourceGroup: { id: group, location: 'uksouth' },
    environment: { suffixes: { keyvaultDns: '.vault.azure.net' } },
  };
  const namedIn = <T>(work: () => T): readonly [T, readonly string[]] => {
    named = [];
    const made = work();
    return [made, [...new Set(named)]];
  };
  const listed = resources.map((one) => {
    if (!isObject(one)) throw new TemplateError('A resource is no object.');
    const placed = evaluate({ name: one.name ?? null, scope: one.scope ?? null }, scope);
    const [type, name] = [textAt(one, 'type'), textAt(isObject(placed) ? placed : {}, 'name')];
    const around = at(placed, 'scope');
    const id = idOfResource(type, name, typeof around === 'string' ? around : undefined);
    if (known.has(id)) throw new TemplateError(`Two resources have the id of ${type} ${name}.`);
    known.set(id, type);
    return { one, id, type, name };
  });
  const made = listed.map(({ one, id, type, name }): MadeResource => {
    const { dependsOn: before = [], condition = true, ...rest } = one;
    const dependsOn = evaluate(before, scope);
    const [said, names] = namedIn(() => evaluate(rest, scope));
    return {
      id,
      type,
      name,
      isMade: evaluate(condition, scope) === true,
      dependsOn: isList(dependsOn) ? dependsOn.map(spoken) : [],
      names,
      said: isObject(said) ? said : {},
    };
  });
  const outputs = Object.entries(objectAt(template, 'outputs')).map(
    ([name, output]) => [name, evaluate(at(output, 'value') ?? null, scope)] as const,
  );
  return { resources: made, outputs: Object.fromEntries(outputs) };
}

function found(among: JsonObject, name: string, kind: string): Json {
  const value = Object.hasOwn(among, name) ? among[name] : undefined;
  if (value === undefined) throw new TemplateError(`There is no ${kind} ${name}.`);
  return value;
}
