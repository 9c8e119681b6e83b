import { z } from 'zod';
import { type CosmosContainer, isIndexed } from './cosmos-container.ts';
import type { CosmosDocuments, StoredDocument } from './cosmos-documents.ts';
import { indexCondition } from './cosmos-spans.ts';
import {
  type Entry,
  iterateEntries,
  firstByPath,
  countEntries,
  type Span,
  type ValueOrder,
  createValueOrder,
} from './cosmos-value-order.ts';
import { compileCondition, type Condition, parseCondition, parsePath } from './cosmos-where.ts';

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
  findCandidates(container: CosmosContainer, select: unknown, parameters: Parameters): Candidates | undefined;
}

interface Candidates {
  readonly documents: readonly StoredDocument[];
  /** How many entries of an index were walked to find them. */
  readonly lookedAt: number;
}

/** The one path that a query orders by from the lowest, `undefined` where it orders otherwise or not at all. */
function orderPath({ orderBy }: Select): string | undefined {
  const [first, ...more] = orderBy?.expressions ?? [];
  return first && first.order !== 'DESC' && more.length === 0 ? parsePath(first.expression) : undefined;
}

interface ScanResult {
  readonly byPlace: ReadonlyMap<number, StoredDocument>;
  readonly lookedAt: number;
}
type Predicate = (entry: Entry) => boolean;

/** The first entries of spans, as many as are enough, whose documents meet a condition: each document by its place. */
function findFirst(spans: readonly Span[], isMet: Predicate, enough: number): ScanResult {
  const byPlace = new Map<number, StoredDocument>();
  let lookedAt = 0;
  for (const entry of iterateEntries(spans)) {
    if (byPlace.size >= enough) break;
    lookedAt += 1;
    if (isMet(entry)) byPlace.set(entry.place, entry.document);
  }
  return { byPlace, lookedAt };
}

/**
 * The same along an order, as a database does that must not sort: whoever has begun at the right end is mostly there
 * soon. `undefined` where it takes more looks than the other way would.
 */
function scanFirst(walk: Span, isMet: Predicate, enough: number, mostLooks: number): ScanResult | undefined {
  const to = Math.min(walk.to, walk.from + mostLooks);
  const found = findFirst([{ ...walk, to }], isMet, enough);
  return found.byPlace.size >= enough || to === walk.to ? found : undefined;
}

interface IndexQuery {
  readonly condition: Condition;
  readonly path: string | undefined;
  readonly top: Select['top'];
  readonly isOrdered: boolean;
}

const queryCache = new WeakMap<object, IndexQuery | 'another'>();

/** What a parsed query asks for, `undefined` where that is not understood here. Read once: the same query comes often. */
function parseIndexQuery(parsed: unknown): IndexQuery | undefined {
  const known = typeof parsed === 'object' && parsed !== null ? queryCache.get(parsed) : undefined;
  if (known) return known === 'another' ? undefined : known;
  const select = selectSchema.safeParse(parsed).data;
  const condition = select && parseCondition(select.where.condition);
  const asked = condition && {
    condition,
    path: orderPath(select),
    top: select.top,
    isOrdered: Boolean(select.orderBy),
  };
  if (typeof parsed === 'object' && parsed !== null) queryCache.set(parsed, asked ?? 'another');
  return asked;
}

/** Indexes over the documents of a container, each made when it is first asked for after a change. */
export function createCosmosIndex(documents: CosmosDocuments): CosmosIndex {
  let madeAt = -1;
  let all: readonly StoredDocument[] = [];
  const orders = new Map<string, ValueOrder>();

  function orderOf(path: string): ValueOrder {
    const order = orders.get(path) ?? createValueOrder(all, path);
    orders.set(path, order);
    return order;
  }

  return {
    findCandidates(container, parsed, parameters) {
      const asked = parseIndexQuery(parsed);
      // What expires does so without a change.
      if (!asked || container.defaultTtl !== undefined) return undefined;
      if (madeAt !== documents.changes()) {
        orders.clear();
        all = documents.list([]);
        madeAt = documents.changes();
      }
      const { condition, path, top, isOrdered } = asked;
      const indexes = {
        orderOf: (each: string) => (isIndexed(container, each) ? orderOf(each) : undefined),
        parameters,
      };
      const { spans, scan: walkOf, mayMeet } = indexCondition(condition, indexes);
      const meets = compileCondition(condition, parameters);
      const isMet = ({ place, document }: Entry): boolean => mayMeet(place) && meets(document) === true;
      const most = top ? (top.value.value ?? Number(parameters.get(top.value.name ?? ''))) : Number.POSITIVE_INFINITY;
      const mostLooks = spans ? countEntries(spans) : all.length;
      const walk = path === undefined ? undefined : walkOf(path);
      const walked = walk?.order.isWhole ? scanFirst(walk, isMet, most, mostLooks) : undefined;
      if (!walked && !spans) return undefined;
      // The first that are found are the first of the query only where they are found in its order, or it has none.
      const { byPlace, lookedAt } =
        walked ?? findFirst(spans ?? [], isMet, isOrdered ? Number.POSITIVE_INFINITY : most);
      const inOrder = [...byPlace].sort(([one], [other]) => one - other).map(([, document]) => document);
      return { documents: path === undefined ? inOrder : firstByPath(inOrder, path, most), lookedAt };
    },
  };
}
