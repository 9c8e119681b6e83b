import { parseClauses, splitList, type QueryClauses } from './cosmos-query-text.ts';

/** How the client is to run a query over all partitions by itself, in the form that the SDK reads. */
export interface QueryPlan {
  /** Whether the gateway refuses to run the query over all partitions itself. */
  readonly isNeeded: boolean;
  /** What the client is told. */
  readonly told: QueryPlanBody;
}

interface QueryPlanBody {
  readonly partitionedQueryExecutionInfoVersion: 2;
  readonly queryInfo: Readonly<Record<string, unknown>>;
  readonly queryRanges: readonly Readonly<Record<string, unknown>>[];
}

const aggregate = /^VALUE\s+(COUNT|SUM)\s*\(.*\)$/is;
const anyAggregate = /\b(COUNT|SUM|MIN|MAX|AVG)\s*\(/i;
const topPattern = /^TOP\s+(\S+)\s+(.*)$/is;

/** The number that a clause gives, itself or by a parameter; NaN where it gives none. */
export const parseNumber = (text: string, parameters: ReadonlyMap<string, unknown>): number =>
  text === '' ? Number.NaN : Number(text.startsWith('@') ? parameters.get(text) : text);

function payloadExpression(selected: string, from: string): string {
  if (selected === '*') return from.split(/\s+/).at(-1) ?? 'c';
  if (/^VALUE\b/i.test(selected)) return selected.replace(/^VALUE\s+/i, '');
  const members = splitList(selected).map((item) => {
    const [, expression, alias] = /^(.*?)(?:\s+AS\s+(\w+))?$/is.exec(item) ?? [];
    return `"${alias ?? expression?.split('.').at(-1)}": ${expression}`;
  });
  return `{${members.join(', ')}}`;
}

const orderDirections = (orderBy: string): readonly string[] =>
  splitList(orderBy).map((item) => (/\sDESC$/i.test(item) ? 'Descending' : 'Ascending'));
const orderExpressions = (orderBy: string): readonly string[] =>
  splitList(orderBy).map((item) => item.replace(/\s+(ASC|DESC)$/i, ''));

function rewriteQuery(clauses: QueryClauses, top: string, selected: string, most: number): string {
  const limited = Number.isNaN(most) ? '' : ` OFFSET 0 LIMIT ${most}`;
  const where = clauses.where === '' ? '' : `(${clauses.where}) AND `;
  const first = top === '' ? '' : `TOP ${top} `;
  if (clauses.orderBy === '') {
    const kept = clauses.where === '' ? '' : ` WHERE ${clauses.where}`;
    return `SELECT ${first}${selected} FROM ${clauses.from}${kept}${limited}`;
  }
  const alias = payloadExpression('*', clauses.from);
  const items = orderExpressions(clauses.orderBy).map((expression) => `{"item": ${expression}}`);
  return [
    `SELECT ${first}${alias}._rid, [${items.join(', ')}] AS orderByItems, ${payloadExpression(selected, clauses.from)} AS payload`,
    `FROM ${clauses.from} WHERE ${where}({documentdb-formattableorderbyquery-filter})`,
    `ORDER BY ${clauses.orderBy}${limited}`,
  ].join(' ');
}

/**
 * The plan for a query over all partitions, which Cosmos' gateway does not run itself where it has TOP, ORDER BY,
 * OFFSET, COUNT or SUM. 'unserved' for an aggregate in another form.
 */
export function createQueryPlan(query: string, parameters: ReadonlyMap<string, unknown>): QueryPlan | 'unserved' {
  const clauses = parseClauses(query);
  const [, top = '', rest = clauses.select] = topPattern.exec(clauses.select) ?? [];
  const counted = aggregate.exec(rest);
  if (!counted && anyAggregate.test(rest)) return 'unserved';
  const offset = parseNumber(clauses.offset, parameters);
  const limit = parseNumber(clauses.limit, parameters);
  const selected = counted ? `VALUE [{"item": ${rest.replace(/^VALUE\s+/i, '')}}]` : rest;
  const finite = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const told: QueryPlanBody = {
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      distinctType: 'None',
      top: finite(parseNumber(top, parameters)),
      offset: finite(offset),
      limit: finite(limit),
      orderBy: orderDirections(clauses.orderBy),
      orderByExpressions: orderExpressions(clauses.orderBy),
      aggregates: counted ? [counted[1]?.toUpperCase() === 'COUNT' ? 'Count' : 'Sum'] : [],
      groupByExpressions: [],
      groupByAliases: [],
      groupByAliasToAggregateType: {},
      rewrittenQuery: rewriteQuery(clauses, top, selected, offset + limit),
      hasSelectValue: /^VALUE\b/i.test(rest),
      hasNonStreamingOrderBy: false,
    },
    queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
  };
  return { isNeeded: counted !== null || top !== '' || clauses.orderBy !== '' || clauses.limit !== '', told };
}
