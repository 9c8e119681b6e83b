export type Card = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };

export type TemplateData = Readonly<Record<string, unknown>>;

export const repeatKey = 'repeatedFor';

/** Throws TypeError: only Microsoft's library could render this template. */
export const throwUnsupportedTemplate = (): never => {
  throw new TypeError('card template: more than names and lists');
};

export const isTemplateData = (value: unknown): value is TemplateData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `undefined` if the text is literal. Throws TypeError for any other expression than a placeholder. */
export function parsePlaceholder(text: string): string | undefined {
  const name = /^\$\{(\w+)\}$/u.exec(text)?.[1];
  return name === undefined && text.includes('${') ? throwUnsupportedTemplate() : name;
}

function getValue(data: TemplateData, name: string): unknown {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === undefined) throw new TypeError(`card template: no ${name}`);
  return value;
}

function getList(data: TemplateData, name: string): readonly unknown[] {
  const list = getValue(data, name);
  if (!Array.isArray(list)) throw new TypeError(`card template: no list ${name}`);
  return list;
}

type CompiledPart = (data: TemplateData) => unknown;

function compileItem(item: unknown): (data: TemplateData, into: unknown[]) => void {
  if (!isTemplateData(item) || !(repeatKey in item)) {
    const fill = compilePart(item);
    return (data, into) => void into.push(fill(data));
  }
  const { [repeatKey]: name, ...frame } = item;
  const list = String(name);
  const fill = compilePart(frame);
  return (data, into) => {
    for (const one of getList(data, list)) into.push(fill(isTemplateData(one) ? one : {}));
  };
}

function compilePart(part: unknown): CompiledPart {
  if (typeof part === 'string') {
    const name = parsePlaceholder(part);
    return name === undefined ? () => part : (data) => getValue(data, name);
  }
  if (Array.isArray(part)) {
    const items = part.map(compileItem);
    return (data) => {
      const filled: unknown[] = [];
      for (const fill of items) fill(data, filled);
      return filled;
    };
  }
  if (!isTemplateData(part)) return () => part;
  const fills = Object.entries(part)
    .filter(([, value]) =>
      typeof value === 'string' ? parsePlaceholder(value) !== undefined : typeof value === 'object',
    )
    .map(([name, value]) => [name, compilePart(value)] as const);
  return (data) => {
    // Copying first keeps the order of the template's properties.
    const filled: Record<string, unknown> = { ...part };
    for (const [name, fill] of fills) filled[name] = fill(data);
    return filled;
  };
}

const isCard = (value: unknown): value is Card => isTemplateData(value) && value['type'] === 'AdaptiveCard';

/**
 * Reads a compiled template once and returns a function from data to card. Data is never read as a template. Both throw
 * TypeError: if the template is no card, and if the data lacks a value.
 */
export function createCardRenderer(template: object): (data: TemplateData) => Card {
  const fill = compilePart(template);
  return (data) => {
    const card = fill(data);
    if (!isCard(card)) throw new TypeError('card template: no card');
    return card;
  };
}
