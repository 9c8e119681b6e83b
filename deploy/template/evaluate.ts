import { type Expression, isExpression, readExpression } from './expression.ts';
import { functions } from './functions.ts';
import { isList, isObject, type Json, spoken } from './json.ts';
import { TemplateError } from './template-error.ts';

/** The things that an expression can ask for. Each throws TemplateError for what is not there. */
export interface Scope {
  readonly parameter: (name: string) => Json;
  readonly variable: (name: string) => Json;
  /** Answers as Azure does about a resource once it is made. */
  readonly reference: (id: string) => Json;
  /** Told of each resource that is named by its id. */
  readonly named: (id: string) => void;
  readonly subscription: Json;
  readonly resourceGroup: Json;
  readonly environment: Json;
}

type Bound = ReadonlyMap<string, Json>;

/** The names that a lambda has for what it is given, and what it makes of it. */
interface Lambda {
  readonly names: readonly string[];
  readonly body: Expression;
}

const textOf = (value: Json | undefined): string => {
  if (typeof value !== 'string') throw new TemplateError('A text was expected in an expression.');
  return value;
};

const listOf = (value: Json | undefined): readonly Json[] => {
  if (!isList(value)) throw new TemplateError('A list was expected in an expression.');
  return value;
};

function lambdaOf(expression: Expression | undefined): Lambda {
  if (expression?.kind !== 'call' || expression.name !== 'lambda') throw new TemplateError('A lambda was expected.');
  const body = expression.given.at(-1);
  if (body === undefined) throw new TemplateError('A lambda says nothing.');
  const names = expression.given
    .slice(0, -1)
    .map((name) => textOf(name.kind === 'value' ? `${name.value}` : undefined));
  return { names, body };
}

/** The id of a resource in this deployment's group, with the names of its parents between its types. */
export function resourceIdIn(group: string, type: string, names: readonly string[]): string {
  const [provider, ...types] = type.split('/');
  if (types.length !== names.length) throw new TemplateError(`${type} needs ${types.length} names.`);
  return [group, 'providers', provider, ...types.flatMap((one, place) => [one, names[place] ?? ''])].join('/');
}

function member(value: Json, name: Json): Json {
  if (isList(value) && typeof name === 'number') {
    const found = value[name];
    if (found !== undefined) return found;
  }
  if (isObject(value) && typeof name === 'string' && Object.hasOwn(value, name)) {
    const found = value[name];
    if (found !== undefined) return found;
  }
  throw new TemplateError(`An expression asks for "${spoken(name)}", which is not there.`);
}

function call(name: string, given: readonly Expression[], scope: Scope, bound: Bound): Json {
  const value = (place: number): Json => {
    const expression = given[place];
    if (expression === undefined) throw new TemplateError(`${name} is given too little.`);
    return evaluated(expression, scope, bound);
  };
  const all = (): readonly Json[] => given.map((one) => evaluated(one, scope, bound));
  const applied = ({ names, body }: Lambda, item: Json): Json =>
    evaluated(body, scope, new Map([...bound, [names[0] ?? '', item]]));
  switch (name) {
    case 'parameters':
      return scope.parameter(textOf(value(0)));
    case 'variables':
      return scope.variable(textOf(value(0)));
    case 'lambdaVariables': {
      const found = bound.get(textOf(value(0)));
      if (found === undefined) throw new TemplateError('A lambda does not have that name.');
      return found;
    }
    case 'if':
      return value(value(0) === true ? 1 : 2);
    case 'map':
      return listOf(value(0)).map((item) => applied(lambdaOf(given[1]), item));
    case 'filter':
      return listOf(value(0)).filter((item) => applied(lambdaOf(given[1]), item) === true);
    case 'subscription':
      return scope.subscription;
    case 'resourceGroup':
      return scope.resourceGroup;
    case 'environment':
      return scope.environment;
    case 'reference':
      return scope.reference(textOf(value(0)));
    case 'resourceId': {
      const [type, ...names] = all().map(textOf);
      const id = resourceIdIn(textOf(member(scope.resourceGroup, 'id')), type ?? '', names);
      scope.named(id);
      return id;
    }
    case 'extensionResourceId': {
      const [scopeId, type, ...names] = all().map(textOf);
      const id = resourceIdIn(scopeId ?? '', type ?? '', names);
      scope.named(id);
      return id;
    }
    case 'subscriptionResourceId': {
      const [type, ...names] = all().map(textOf);
      return resourceIdIn(textOf(member(scope.subscription, 'id')), type ?? '', names);
    }
    default: {
      const made = functions[name];
      if (made === undefined) throw new TemplateError(`Nothing is known of the function ${name}.`);
      return made(all());
    }
  }
}

function evaluated(expression: Expression, scope: Scope, bound: Bound): Json {
  if (expression.kind === 'value') return expression.value;
  if (expression.kind === 'call') return call(expression.name, expression.given, scope, bound);
  return member(evaluated(expression.of, scope, bound), evaluated(expression.name, scope, bound));
}

/** A part of a template with each expression in it worked out. Throws TemplateError where one cannot be. */
export function evaluate(value: Json, scope: Scope): Json {
  if (typeof value === 'string')
    return isExpression(value) ? evaluated(readExpression(value), scope, new Map()) : value.replace(/^\[\[/u, '[');
  if (isList(value)) return value.map((one) => evaluate(one, scope));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [spoken(evaluate(name, scope)), evaluate(one, scope)]),
  );
}
