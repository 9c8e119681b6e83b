import builtinModule from '@zeit/cosmosdb-query/lib/builtin-functions.js';
import helperModule from '@zeit/cosmosdb-query/lib/helpers.js';
import { z } from 'zod';
import { getPath } from './cosmos-partition.ts';

const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
const functions = ['ARRAY_CONTAINS', 'IS_DEFINED', 'STARTSWITH'] as const;

/** A value of a query: a path of the document from `/`, a constant, or a parameter by its name with `@`. */
export type Operand =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'parameter'; readonly name: string };

/** The conditions that a stand-in's index understands. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly one: Condition; readonly other: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'compare';
      readonly operator: (typeof comparisons)[number];
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'call'; readonly name: (typeof functions)[number]; readonly given: readonly Operand[] }
  | { readonly kind: 'value'; readonly of: Operand };

const identifier = z.object({ type: z.literal('identifier'), name: z.string() });
const constant = z.object({
  type: z.enum(['string_constant', 'number_constant', 'boolean_constant']),
  value: z.unknown(),
});
const member = z.object({
  type: z.literal('scalar_member_expression'),
  object: z.unknown(),
  property: z.union([identifier, z.object({ type: z.literal('string_constant'), value: z.string() })]),
});
const operandNode = z.union([constant, member, z.object({ type: z.literal('parameter_name'), name: z.string() })]);
const binary = z.object({
  type: z.literal('scalar_binary_expression'),
  operator: z.string(),
  left: z.unknown(),
  right: z.unknown(),
});
const unary = z.object({
  type: z.literal('scalar_unary_expression'),
  operator: z.literal('NOT'),
  argument: z.unknown(),
});
const call = z.object({
  type: z.literal('scalar_function_expression'),
  name: z.object({ name: z.enum(functions) }),
  arguments: z.array(z.unknown()),
});

/** The path of a member of the one alias of a query, `undefined` for anything else. */
export function parsePath(node: unknown): string | undefined {
  const parsed = member.safeParse(node);
  if (!parsed.success) return undefined;
  const { object, property } = parsed.data;
  const name = 'name' in property ? property.name : property.value;
  if (identifier.safeParse(object).success) return `/${name}`;
  const above = parsePath(object);
  return above === undefined ? undefined : `${above}/${name}`;
}

function parseOperand(node: unknown): Operand | undefined {
  const parsed = operandNode.safeParse(node);
  if (!parsed.success) return undefined;
  if (parsed.data.type === 'parameter_name') return { kind: 'parameter', name: parsed.data.name };
  if (parsed.data.type !== 'scalar_member_expression') return { kind: 'constant', value: parsed.data.value };
  const path = parsePath(node);
  return path === undefined ? undefined : { kind: 'path', path };
}

/** The condition that a parsed WHERE stands for; `undefined` where it holds anything not understood here. */
export function parseCondition(node: unknown): Condition | undefined {
  const operand = parseOperand(node);
  if (operand) return { kind: 'value', of: operand };
  const not = unary.safeParse(node);
  if (not.success) {
    const of = parseCondition(not.data.argument);
    return of && { kind: 'not', of };
  }
  const called = call.safeParse(node);
  if (called.success) {
    const given = called.data.arguments.map(parseOperand).filter((each) => each !== undefined);
    return given.length === called.data.arguments.length
      ? { kind: 'call', name: called.data.name.name, given }
      : undefined;
  }
  const pair = binary.safeParse(node);
  if (!pair.success) return undefined;
  const { operator: written } = pair.data;
  if (written === 'AND' || written === 'OR') {
    const [one, other] = [parseCondition(pair.data.left), parseCondition(pair.data.right)];
    return one && other && { kind: written === 'AND' ? 'and' : 'or', one, other };
  }
  const operator = comparisons.find((each) => each === written);
  const [left, right] = [parseOperand(pair.data.left), parseOperand(pair.data.right)];
  return operator && left && right && { kind: 'compare', operator, left, right };
}

type Evaluator = (document: object) => unknown;

function compileOperand(operand: Operand, parameters: ReadonlyMap<string, unknown>): Evaluator {
  if (operand.kind !== 'path') {
    const value = operand.kind === 'constant' ? operand.value : parameters.get(operand.name);
    return () => value;
  }
  const names = operand.path.slice(1).split('/');
  const [only] = names;
  if (names.length === 1 && only !== undefined) return (document) => Reflect.get(document, only);
  return (document) => getPath(document, operand.path);
}

/** A condition as a question to a document. It is met where the answer is `true`, by the engine's own rules of values. */
export function compileCondition(condition: Condition, parameters: ReadonlyMap<string, unknown>): Evaluator {
  switch (condition.kind) {
    case 'value':
      return compileOperand(condition.of, parameters);
    case 'not': {
      const of = compileCondition(condition.of, parameters);
      return (document) => helperModule.not(of(document));
    }
    case 'and':
    case 'or': {
      const [one, other] = [compileCondition(condition.one, parameters), compileCondition(condition.other, parameters)];
      const join = condition.kind === 'and' ? helperModule.and : helperModule.or;
      const decides = condition.kind === 'or';
      return (document) => {
        const first = one(document);
        return first === decides ? first : join(first, other(document));
      };
    }
    case 'call': {
      const called = builtinModule[condition.name];
      const given = condition.given.map((operand) => compileOperand(operand, parameters));
      return (document): unknown => called(...given.map((ask) => ask(document)));
    }
    case 'compare':
      break;
  }
  const { operator } = condition;
  const [left, right] = [compileOperand(condition.left, parameters), compileOperand(condition.right, parameters)];
  if (operator === '=') return (document) => helperModule.equal(left(document), right(document));
  if (operator === '!=') return (document) => helperModule.notEqual(left(document), right(document));
  return (document) => helperModule.compare(operator, left(document), right(document));
}
