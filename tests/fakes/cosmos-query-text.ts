/** The clauses of a query, each without its keyword; '' where there is none. */
export interface QueryClauses {
  readonly select: string;
  readonly from: string;
  readonly where: string;
  readonly orderBy: string;
  readonly groupBy: string;
  readonly offset: string;
  readonly limit: string;
}

// Strings and brackets are taken whole, so that a keyword inside them is not seen as one.
const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|ORDER\s+BY\b|GROUP\s+BY\b|[A-Za-z_@][\w.@]*|\s+|./giy;
const clauseByKeyword: Readonly<Record<string, keyof QueryClauses>> = {
  SELECT: 'select',
  FROM: 'from',
  WHERE: 'where',
  'ORDER BY': 'orderBy',
  'GROUP BY': 'groupBy',
  OFFSET: 'offset',
  LIMIT: 'limit',
};

function tokenise(text: string): { readonly piece: string; readonly depth: number }[] {
  let depth = 0;
  return [...text.matchAll(token)].map(([piece]) => {
    if ('([{'.includes(piece)) depth += 1;
    if (')]}'.includes(piece)) depth -= 1;
    return { piece, depth };
  });
}

const maxCached = 400;
const clauseCache = new Map<string, QueryClauses>();

/** Cuts a query into its clauses. The same queries come often: what was cut is kept. */
export function parseClauses(query: string): QueryClauses {
  const known = clauseCache.get(query) ?? splitClauses(query);
  if (clauseCache.size >= maxCached) clauseCache.clear();
  clauseCache.set(query, known);
  return known;
}

function splitClauses(query: string): QueryClauses {
  const clauses = { select: '', from: '', where: '', orderBy: '', groupBy: '', offset: '', limit: '' };
  let current: keyof QueryClauses = 'select';
  for (const { piece, depth } of tokenise(query)) {
    const started = depth === 0 ? clauseByKeyword[piece.toUpperCase().replace(/\s+/, ' ')] : undefined;
    if (started) current = started;
    else clauses[current] += piece;
  }
  for (const name of Object.values(clauseByKeyword)) clauses[name] = clauses[name].trim();
  return clauses;
}

/** Cuts a list at its commas, but not at those in brackets or strings. */
export function splitList(list: string): readonly string[] {
  const items = [''];
  for (const { piece, depth } of tokenise(list)) {
    if (piece === ',' && depth === 0) items.push('');
    else items[items.length - 1] += piece;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The names of the parameters that a query uses, with their `@`. */
export const listParameters = (query: string): readonly string[] => [
  ...new Set(
    tokenise(query)
      .map(({ piece }) => piece)
      .filter((piece) => piece.startsWith('@'))
      .map((name) => name.replace(/\..*/, '')),
  ),
];
