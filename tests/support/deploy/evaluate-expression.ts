import { getByPath, isJsonArray, isJsonObject, type Json, scalarToText } from '../../../deploy/azure/json.ts';
import { isExpression } from './template-text.ts';

/** Azure's answers while a template is deployed. */
export interface DeploymentContext {
  readonly parameters: Readonly<Record<string, Json>>;
  readonly variables: Readonly<Record<string, Json>>;
  /** The running resource of an id. Throws if it is not there. */
  readonly reference: (id: string) => Json;
}

type Scope = DeploymentContext & { readonly bound: Readonly<Record<string, Json>> };
/** A part of an expression, worked out when it is asked for: `if` leaves one of its branches alone, and a lambda runs again. */
type Part = (scope: Scope) => Json;

const subscription = '/subscriptions/sub';
const group = `${subscription}/resourceGroups/candour`;

/** A digest that looks like Azure's own: the same words give the same letters. */
function digest(length: number, ...values: readonly Json[]): string {
  let state = 7;
  for (const sign of JSON.stringify(values)) state = (state * 31 + (sign.codePointAt(0) ?? 0)) % 2_147_483_647;
  return Array.from({ length }, (_, place) => ((state >> (place % 24)) % 26) + 97)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

const list = (value: Json | undefined): readonly Json[] => (isJsonArray(value) ? value : []);
const text = scalarToText;

function resourceId(scope: string, [type = '', ...names]: readonly Json[]): string {
  const [provider = '', ...kinds] = text(type).split('/');
  return `${scope}/providers/${provider}/${kinds.map((kind, place) => `${kind}/${text(names[place])}`).join('/')}`;
}

const isEmpty = (value: Json | undefined): boolean =>
  value === '' || (isJsonArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0);

const contains = (whole: Json | undefined, part: Json | undefined): boolean =>
  isJsonArray(whole) ? whole.some((one) => one === part) : isJsonObject(whole) && Object.hasOwn(whole, text(part));

const pairs = (values: readonly Json[]): Json =>
  Object.fromEntries(values.flatMap((name, at) => (at % 2 === 0 ? [[text(name), values[at + 1] ?? null]] : [])));

/** The functions of Azure that need their values and nothing else. */
const functions: Readonly<Record<string, (values: readonly Json[], scope: Scope) => Json>> = {
  and: (values) => values.every((one) => one === true),
  concat: (values) => (isJsonArray(values[0]) ? values.flatMap(list) : values.map(text).join('')),
  contains: ([whole, part]) => contains(whole, part),
  createArray: (values) => values,
  createObject: pairs,
  empty: ([value]) => isEmpty(value),
  environment: () => ({ suffixes: { keyvaultDns: '.vault.azure.net' } }),
  extensionResourceId: ([scope, ...values]) => resourceId(text(scope), values),
  format: ([pattern, ...values]) =>
    text(pattern).replaceAll(/\{(\d)\}/gu, (_, place: string) => text(values[Number(place)])),
  guid: (values) => digest(12, 'guid', ...values),
  items: ([value]) => Object.entries(isJsonObject(value) ? value : {}).map(([key, one]) => ({ key, value: one })),
  not: ([value]) => value !== true,
  reference: ([id, , isFull], { reference }) => {
    const found = reference(text(id));
    return isFull === 'full' ? found : (getByPath(found, 'properties') ?? null);
  },
  replace: ([value, from, to]) => text(value).replaceAll(text(from), text(to)),
  resourceGroup: () => ({ id: group }),
  resourceId: (values) => resourceId(group, values),
  string: ([value]) => text(value),
  subscription: () => ({ tenantId: '22222222-2222-4222-8222-222222222222' }),
  subscriptionResourceId: (values) => resourceId(subscription, values),
  toLower: ([value]) => text(value).toLowerCase(),
  uniqueString: (values) => digest(13, ...values),
};

/** Reads one expression from left to right. */
function parseExpression(source: string): Part {
  let at = 0;
  const skip = (): void => {
    while (source[at] === ' ') at += 1;
  };
  const take = (pattern: RegExp): string | undefined => {
    skip();
    const found = new RegExp(pattern.source, 'uy');
    found.lastIndex = at;
    const [whole] = found.exec(source) ?? [];
    at += whole?.length ?? 0;
    return whole;
  };
  function parsePart(): Part {
    const quoted = take(/'(?:[^']|'')*'/u);
    if (quoted !== undefined) {
      const value = quoted.slice(1, -1).replaceAll("''", "'");
      return () => value;
    }
    const number = take(/\d+/u);
    if (number !== undefined) return () => Number(number);
    const name = take(/[A-Za-z]\w*/u);
    if (name === undefined || take(/\(/u) === undefined) throw new Error(`no expression: ${source}`);
    const given: Part[] = [];
    while (take(/\)/u) === undefined) {
      given.push(parsePath(parsePart()));
      take(/,/u);
      if (at >= source.length) throw new Error(`no end: ${source}`);
    }
    return call(name, given);
  }
  function parsePath(part: Part): Part {
    const field = take(/\.[A-Za-z_]\w*/u);
    if (field === undefined) return part;
    return parsePath((scope) => getByPath(part(scope), field.slice(1)) ?? null);
  }
  const whole = parsePath(parsePart());
  if (at < source.length) throw new Error(`more than one expression: ${source}`);
  return whole;
}

function call(name: string, given: readonly Part[]): Part {
  const [first, second, third] = given;
  switch (name) {
    case 'parameters':
    case 'variables':
      return (scope) => {
        const asked = text(first?.(scope));
        const value = scope[name][asked];
        return value === undefined ? null : evaluateJson(value, scope, scope.bound);
      };
    case 'if':
      return (scope) => (first?.(scope) === true ? second : third)?.(scope) ?? null;
    case 'lambdaVariables':
      return (scope) => scope.bound[text(first?.(scope))] ?? null;
    case 'lambda':
      return (scope) => second?.(scope) ?? null;
    case 'map':
    case 'filter':
      return (scope) => {
        // Every lambda of the template calls its value "one".
        const run = (one: Json): Json => second?.({ ...scope, bound: { ...scope.bound, one } }) ?? null;
        const values = list(first?.(scope));
        return name === 'map' ? values.map(run) : values.filter((one) => run(one) === true);
      };
    default: {
      const known = functions[name];
      if (known === undefined) throw new Error(`no function ${name}`);
      return (scope) =>
        known(
          given.map((part) => part(scope)),
          scope,
        );
    }
  }
}

/** A value of the template as Azure works it out, expressions in names and lists among it. Throws what `reference` throws. */
export function evaluateJson(
  value: Json,
  context: DeploymentContext,
  bound: Readonly<Record<string, Json>> = {},
): Json {
  if (typeof value === 'string') {
    if (!isExpression(value)) return value;
    return parseExpression(value.slice(1, -1))({ ...context, bound });
  }
  if (isJsonArray(value)) return value.map((one) => evaluateJson(one, context, bound));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      text(evaluateJson(name, context, bound)),
      evaluateJson(one, context, bound),
    ]),
  );
}
