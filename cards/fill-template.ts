/** Values, and lists of such, by the names by which a template asks for them. */
export type Data = Readonly<Record<string, unknown>>;

/** A part of a template that was read once. It holds nothing of what it was ever filled in with. */
type Part =
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly { readonly each: string | undefined; readonly part: Part }[] }
  | { readonly kind: 'object'; readonly frame: Data; readonly parts: readonly (readonly [name: string, part: Part])[] };

const refuse = (): never => {
  throw new TypeError('card template: more than names and lists');
};

/** The name in a text that stands for one value; `undefined` where it stands for itself. Throws TypeError for any other. */
export function nameIn(text: string): string | undefined {
  const name = /^\$\{(\w+)\}$/u.exec(text)?.[1];
  return name === undefined && text.includes('${') ? refuse() : name;
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An object of a template, and the list that `under` says it is repeated for; `undefined` where a part is no object.
 * Throws TypeError for what else the language of templates has.
 */
export function objectIn(
  part: unknown,
  under: string,
): { readonly frame: Data; readonly each: string | undefined } | undefined {
  if (!isData(part)) return undefined;
  const { [under]: list, ...frame } = part;
  if (Object.keys(frame).some((name) => name.startsWith('$'))) return refuse();
  if (list === undefined) return { frame, each: undefined };
  return { frame, each: (typeof list === 'string' ? nameIn(list) : undefined) ?? refuse() };
}

function read(part: unknown, under: string): Part {
  if (typeof part === 'string') {
    const name = nameIn(part);
    return name === undefined ? { kind: 'fixed', value: part } : { kind: 'named', name };
  }
  if (Array.isArray(part)) {
    const items = part.map((item: unknown) => ({ each: objectIn(item, under)?.each, part: read(item, under) }));
    return { kind: 'list', items };
  }
  const object = objectIn(part, under);
  if (object === undefined) return { kind: 'fixed', value: part };
  const parts = Object.entries(object.frame).map(([name, value]) => [name, read(value, under)] as const);
  return { kind: 'object', frame: object.frame, parts: parts.filter(([, { kind }]) => kind !== 'fixed') };
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

function filled(part: Part, data: Data): unknown {
  switch (part.kind) {
    case 'fixed':
      return part.value;
    case 'named':
      return valueOf(data, part.name);
    case 'list': {
      const made: unknown[] = [];
      for (const { each, part: item } of part.items) {
        if (each === undefined) made.push(filled(item, data));
        else for (const one of listOf(data, each)) made.push(filled(item, isData(one) ? one : {}));
      }
      return made;
    }
    case 'object': {
      // Its frame has every name in its place: a card is written in the order of its template.
      const made: Record<string, unknown> = { ...part.frame };
      for (const [name, inside] of part.parts) made[name] = filled(inside, data);
      return made;
    }
    default:
      return part satisfies never;
  }
}

/**
 * Reads a template once, and gives what fills it in as Microsoft's library does, with what our templates use of its
 * language and no more: a value by its name, and a part for each of the list that it names `under` this. Nothing in the
 * data is taken as a template, and nothing of it is kept. Throws TypeError for a template that uses more, and while
 * filling in, naming the field, for a value that the data has not.
 */
export function fillerOf(template: object, under = '$data'): (data: Data) => unknown {
  const whole = read(template, under);
  return (data) => filled(whole, data);
}
