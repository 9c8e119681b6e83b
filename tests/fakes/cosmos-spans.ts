import {
  type Scalar,
  scalarSchema,
  countEntries,
  type Span,
  createSpan,
  type ValueOrder,
} from './cosmos-value-order.ts';
import type { Condition, Operand } from './cosmos-where.ts';

type Parameters = ReadonlyMap<string, unknown>;
type Comparison = Extract<Condition, { readonly kind: 'compare' }>;

/** The orders that are kept, by their paths, and what a query was given. */
export interface Indexes {
  readonly orderOf: (path: string) => ValueOrder | undefined;
  readonly parameters: Parameters;
}

/** Whether a document can be one that meets a condition, by its place alone: `false` only where it cannot. */
type MayMatch = (place: number) => boolean;

/** What indexes say of a condition. */
export interface IndexedCondition {
  /** The smallest spans that hold all that meet it, `undefined` where no index tells. */
  readonly spans: readonly Span[] | undefined;
  /** The smallest span in the order of a path that holds all that meet it, `undefined` where the path has no order. */
  readonly scan: (path: string) => Span | undefined;
  readonly mayMeet: MayMatch;
}

const splitConjuncts = (condition: Condition): readonly Condition[] =>
  condition.kind === 'and' ? [...splitConjuncts(condition.one), ...splitConjuncts(condition.other)] : [condition];

const intersect = (one: Span, other: Span): Span => {
  const from = Math.max(one.from, other.from);
  return { order: one.order, from, to: Math.max(from, Math.min(one.to, other.to)) };
};

const resolveScalar = (operand: Operand | undefined, parameters: Parameters): Scalar | undefined =>
  operand === undefined || operand.kind === 'path'
    ? undefined
    : scalarSchema.safeParse(operand.kind === 'constant' ? operand.value : parameters.get(operand.name)).data;

/** A path, and the part of its order in which all are that meet a condition. */
interface Range {
  readonly path: string;
  readonly span: Span;
}

function conditionRange(condition: Condition, { orderOf, parameters }: Indexes): Range | undefined {
  if (condition.kind === 'compare' && condition.left.kind === 'path' && condition.operator !== '!=') {
    const { path } = condition.left;
    const [order, value] = [orderOf(path), resolveScalar(condition.right, parameters)];
    return order && value !== undefined ? { path, span: createSpan(order, condition.operator, value) } : undefined;
  }
  if (condition.kind !== 'call' || condition.name !== 'STARTSWITH') return undefined;
  const [on, beginning] = condition.given;
  const value = resolveScalar(beginning, parameters);
  const order = on?.kind === 'path' ? orderOf(on.path) : undefined;
  if (on?.kind !== 'path' || !order || typeof value !== 'string') return undefined;
  return { path: on.path, span: intersect(createSpan(order, '>=', value), createSpan(order, '<', `${value}\uFFFF`)) };
}

const inSpan =
  ({ order, from, to }: Span): MayMatch =>
  (place) => {
    const at = order.positions[place] ?? -1;
    return at >= from && at < to;
  };

const hasValue =
  ({ positions, isWhole }: ValueOrder): MayMatch =>
  (place) =>
    !isWhole || (positions[place] ?? -1) >= 0;

function differs({ left, right }: Comparison, { orderOf, parameters }: Indexes): MayMatch | undefined {
  const [order, value] = [left.kind === 'path' ? orderOf(left.path) : undefined, resolveScalar(right, parameters)];
  if (!order || value === undefined) return undefined;
  const [isThere, isEqual] = [hasValue(order), inSpan(createSpan(order, '=', value))];
  return (place) => isThere(place) && !isEqual(place);
}

/** Asks indexes alone, as a database does before it looks at a document. `undefined` where they say nothing of it. */
function createMayMatch(condition: Condition, indexes: Indexes): MayMatch | undefined {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const [one, other] = [createMayMatch(condition.one, indexes), createMayMatch(condition.other, indexes)];
      if (condition.kind === 'or') return one && other && ((place) => one(place) || other(place));
      return one && other ? (place) => one(place) && other(place) : (one ?? other);
    }
    case 'compare': {
      const range = conditionRange(condition, indexes);
      return range ? inSpan(range.span) : condition.operator === '!=' ? differs(condition, indexes) : undefined;
    }
    case 'call': {
      const range = conditionRange(condition, indexes);
      const order = definedPath(condition, indexes);
      return range ? inSpan(range.span) : order && hasValue(order);
    }
    case 'not': {
      const order = definedPath(condition.of, indexes);
      return order && ((place) => (order.positions[place] ?? -1) < 0);
    }
    case 'value':
      return undefined;
  }
}

/** The order of the path that a condition asks to be defined. */
function definedPath(condition: Condition, { orderOf }: Indexes): ValueOrder | undefined {
  const [on] = condition.kind === 'call' && condition.name === 'IS_DEFINED' ? condition.given : [];
  return on?.kind === 'path' ? orderOf(on.path) : undefined;
}

/** Reads a condition with the orders that there are. Ranges of one path are one range, as they are to a database. */
export function indexCondition(condition: Condition, indexes: Indexes): IndexedCondition {
  const ranges = new Map<string, Span>();
  const choices: (readonly Span[])[] = [];
  for (const conjunct of splitConjuncts(condition)) {
    const range = conditionRange(conjunct, indexes);
    const before = range && ranges.get(range.path);
    if (range) ranges.set(range.path, before ? intersect(before, range.span) : range.span);
    if (conjunct.kind === 'or') {
      const [one, other] = [indexCondition(conjunct.one, indexes).spans, indexCondition(conjunct.other, indexes).spans];
      if (one && other) choices.push([...one, ...other]);
    }
  }
  for (const span of ranges.values()) choices.push([span]);
  return {
    spans: choices.toSorted((one, other) => countEntries(one) - countEntries(other)).at(0),
    scan: (path) => {
      const order = indexes.orderOf(path);
      return ranges.get(path) ?? (order && { order, from: 0, to: order.entries.length });
    },
    mayMeet: createMayMatch(condition, indexes) ?? (() => true),
  };
}
