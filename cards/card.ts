export type Card = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };

export type Data = Readonly<Record<string, unknown>>;

export const repeatedFor = 'repeatedFor';

/** Throws TypeError: only Microsoft's library could fill this template in, anew for each card. */
export const refuseTemplate = (): never => {
  throw new TypeError('card template: more than names and lists');
};

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The name that a text is a placeholder for; `undefined` if the text is literal. Throws TypeError for any other
 * expression.
 */
export function nameIn(text: string): string | undefined {
  const name = /^\$\{(\w+)\}$/u.exec(text)?.[1];
  return name === undefined && text.includes('${') ? refuseTemplate() : name;
}

function valueOf(data: Data, name: string): unknown {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === undefined) throw new TypeError(`card template: no ${name}`);
  return value;
}

function listOf(data: Data, name: string): readonly unknown[] {
  const list = valueOf(data, name);
  if (!Array.isArray(list)) throw new TypeError(`card template: no list ${name}`);
  return list;
}

type Fill = (data: Data) => unknown;

function fillOfItem(item: unknown): (data: Data, into: unknown[]) => void {
  if (!isData(item) || !(repeatedFor in item)) {
    const fill = fillOf(item);
    return (data, into) => void into.push(fill(data));
  }
  const { [repeatedFor]: name, ...frame } = item;
  const list = String(name);
  const fill = fillOf(frame);
  return (data, into) => {
    for (const one of listOf(data, list)) into.push(fill(isData(one) ? one : {}));
  };
}

function fillOf(part: unknown): Fill {
  if (typeof part === 'string') {
    const name = nameIn(part);
    return name === undefined ? () => part : (data) => valueOf(data, name);
  }
  if (Array.isArray(part)) {
    const items = part.map(fillOfItem);
    return (data) => {
      const made: unknown[] = [];
      for (const fill of items) fill(data, made);
      return made;
    };
  }
  if (!isData(part)) return () => part;
  const fills = Object.entries(part)
    .filter(([, value]) => (typeof value === 'string' ? nameIn(value) !== undefined : typeof value === 'object'))
    .map(([name, value]) => [name, fillOf(value)] as const);
  return (data) => {
    // Copying the part first keeps the order of the template's properties.
    const made: Record<string, unknown> = { ...part };
    for (const [name, fill] of fills) made[name] = fill(data);
    return made;
  };
}

const isCard = (value: unknown): value is Card => isData(value) && value['type'] === 'AdaptiveCard';

/**
 * Reads a drawing of `drawingOf` once and returns a function from data to card. Data is never read as a template.
 * Throws TypeError if the drawing is no card, and, when a card is made, if the data lacks a value.
 */
export function cardsOf(drawing: object): (data: Data) => Card {
  const fill = fillOf(drawing);
  return (data) => {
    const card = fill(data);
    if (!isCard(card)) throw new TypeError('card template: no card');
    return card;
  };
}
