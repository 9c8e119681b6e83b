import { z } from 'zod';
import { type CosmosContainer, isIndexed } from './cosmos-container.ts';
import type { CosmosDocuments, StoredDocument } from './cosmos-documents.ts';
import {
  type Entry,
  entriesOf,
  type Scalar,
  scalarSchema,
  sizeOf,
  type Span,
  spanOf,
  type ValueOrder,
  firstInOrder,
  valueOrderOf,
} from './cosmos-value-order.ts';
import { asking, type Condition, conditionOf, type Operand, pathOf } from './cosmos-where.ts';

const selectSchema = z.looseObject({
  top: z.object({ value: z.looseObject({ value: z.number().optional(), name: z.string().optional() }) }).nullish(),
  // A query over the documents themselves, not over what they hold.
  from: z.looseObject({
    source: z.looseObject({ expression: z.looseObject({ type: z.literal('collection_expression') }) }),
    joins: z.array(z.unknown()).max(0),
  }),
  where: z.looseObject({ condition: z.unknown() }),
  orderBy: z
    .looseObject({ expressions: z.array(z.looseObject({ expression: z.unknown(), order: z.string().nullable() })) })
    .nullish(),
});
type Select = z.infer<typeof selectSchema>;
type Parameters = ReadonlyMap<string, unknown>;

/** Finds the documents that a query over a whole container is about, as a database does that has its paths in order. */
export interface CosmosIndex {
  /**
   * Documents among which are all that a parsed query is about, in the order they were made; where it has TOP, no more
   * than it needs. `undefined` where only looking at every document would tell.
   */
  candidates(
    container: CosmosContainer,
    select: unknown,
    parameters: Parameters,
  ): readonly StoredDocument[] | undefined;
}

/** What indexes say of a condition. */
function reader(orderOf: (path: string) => ValueOrder | undefined, parameters: Parameters) {
  const valueOf = (operand: Operand): Scalar | undefined =>
    operand.kind === 'path'
      ? undefined
      : scalarSchema.safeParse(operand.kind === 'constant' ? operand.value : parameters.get(operand.name)).data;

  function leaf(condition: Condition): { readonly path: string; readonly span: Span } | undefined {
    if (condition.kind === 'compare' && condition.left.kind === 'path' && condition.operator !== '!=') {
      const { path } = condition.left;
      const [order, value] = [orderOf(path), valueOf(condition.right)];
      return order && value !== undefined ? { path, span: spanOf(order, condition.operator, value) } : undefined;
    }
    if (condition.kind !== 'call' || condition.name !== 'STARTSWITH') return undefined;
    const [on, beginning] = condition.given;
    const value = beginning && valueOf(beginning);
    const order = on?.kind === 'path' ? orderOf(on.path) : undefined;
    if (on?.kind !== 'path' || !order || typeof value !== 'string') return undefined;
    const { from } = spanOf(order, '>=', value);
    const { to } = spanOf(order, '<', `${value}\uFFFF`);
    return { path: on.path, span: { order, from, to } };
  }

  /** The smallest spans that hold all that meet a condition. */
  function spansOf(condition: Condition): readonly Span[] | undefined {
    if (condition.kind !== 'and' && condition.kind !== 'or') {
      const found = leaf(condition);
      return found && [found.span];
    }
    const [one, other] = [spansOf(condition.one), spansOf(condition.other)];
    if (condition.kind === 'or') return one && other && [...one, ...other];
    if (!one || !other) return one ?? other;
    return sizeOf(one) <= sizeOf(other) ? one : other;
  }

  /** The smallest span in the order of a path that holds all that meet a condition. */
  function walkOf(condition: Condition, path: string): Span | undefined {
    if (condition.kind === 'and') {
      const [one, other] = [walkOf(condition.one, path), walkOf(condition.other, path)];
      return one && other && (sizeOf([one]) <= sizeOf([other]) ? one : other);
    }
    const found = leaf(condition);
    if (found?.path === path) return found.span;
    const order = orderOf(path);
    return order && { order, from: 0, to: order.entries.length };
  }

  return { spansOf, walkOf };
}

/** The one path that a query orders by from the lowest, `undefined` where it orders otherwise or not at all. */
function orderedBy({ orderBy }: Select): string | undefined {
  const [first, ...more] = orderBy?.expressions ?? [];
  return first && first.order !== 'DESC' && more.length === 0 ? pathOf(first.expression) : undefined;
}

type Found = ReadonlyMap<number, StoredDocument>;
type IsMet = ReturnType<typeof asking>;

/** The first entries, as many as are enough, whose documents meet a condition: each document by its place. */
function firstOf(entries: Iterable<Entry>, isMet: IsMet, enough: number): Found {
  const found = new Map<number, StoredDocument>();
  for (const { document, place } of entries) {
    if (found.size >= enough) break;
    if (isMet(document) === true) found.set(place, document);
  }
  return found;
}

/**
 * The same along an order, as a database does that must not sort: whoever has begun at the right end is mostly there
 * soon. `undefined` where it takes more looks than the other way would.
 */
function firstAlong(walk: Span, isMet: IsMet, enough: number, mostLooks: number): Found | undefined {
  const to = Math.min(walk.to, walk.from + mostLooks);
  const found = firstOf(entriesOf([{ ...walk, to }]), isMet, enough);
  return found.size >= enough || to === walk.to ? found : undefined;
}

/** Indexes over the documents of a container, each made when it is first asked for after a change. */
export function createCosmosIndex(documents: CosmosDocuments): CosmosIndex {
  let madeAt = -1;
  let all: readonly StoredDocument[] = [];
  const orders = new Map<string, ValueOrder>();

  function orderOf(path: string): ValueOrder {
    const order = orders.get(path) ?? valueOrderOf(all, path);
    orders.set(path, order);
    return order;
  }

  return {
    candidates(container, parsed, parameters) {
      const select = selectSchema.safeParse(parsed).data;
      const condition = select && conditionOf(select.where.condition);
      // What expires does so without a change.
      if (!condition || container.defaultTtl !== undefined) return undefined;
      if (madeAt !== documents.changes()) {
        orders.clear();
        all = documents.list([]);
        madeAt = documents.changes();
      }
      const indexes = reader((path) => (isIndexed(container, path) ? orderOf(path) : undefined), parameters);
      const spans = indexes.spansOf(condition);
      const { top } = select;
      const most = top ? (top.value.value ?? Number(parameters.get(top.value.name ?? ''))) : Number.POSITIVE_INFINITY;
      const path = orderedBy(select);
      const isMet = asking(condition, parameters);
      const mostLooks = spans ? sizeOf(spans) : all.length;
      const walk = path === undefined ? undefined : indexes.walkOf(condition, path);
      const walked = walk?.order.isWhole ? firstAlong(walk, isMet, most, mostLooks) : undefined;
      if (!walked && !spans) return undefined;
      // The first that are found are the first of the query only where they are found in its order, or it has none.
      const found = walked ?? firstOf(entriesOf(spans ?? []), isMet, select.orderBy ? Number.POSITIVE_INFINITY : most);
      const inOrder = [...found].sort(([one], [other]) => one - other).map(([, document]) => document);
      return path === undefined ? inOrder : firstInOrder(inOrder, path, most);
    },
  };
}
