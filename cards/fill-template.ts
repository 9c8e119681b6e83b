import { z } from 'zod';

const listSchema = z.array(z.record(z.string(), z.unknown()));
const objectSchema = z.record(z.string(), z.unknown());
type Data = Readonly<Record<string, unknown>>;

const nameIn = (text: string): string | undefined => /^\$\{(\w+)\}$/u.exec(text)?.[1];

function valueOf(data: Data, name: string): unknown {
  if (!Object.hasOwn(data, name)) throw new TypeError(`card template: no ${name}`);
  return data[name];
}

function filledItem(item: unknown, data: Data): readonly unknown[] {
  const object = objectSchema.safeParse(item).data;
  const repeats = object?.['$data'];
  if (object === undefined || typeof repeats !== 'string') return [filled(item, data)];
  const { $data: _data, ...one } = object;
  return listSchema.parse(valueOf(data, nameIn(repeats) ?? repeats)).map((each) => filled(one, each));
}

function filled(part: unknown, data: Data): unknown {
  if (typeof part === 'string') {
    const name = nameIn(part);
    return name === undefined ? part : valueOf(data, name);
  }
  if (Array.isArray(part)) return part.flatMap((item: unknown) => filledItem(item, data));
  const object = objectSchema.safeParse(part).data;
  if (object === undefined) return part;
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, filled(value, data)]));
}

/**
 * Fills the template of a page in as Microsoft's library does, with what that template uses of its language and no
 * more: a value by its name, and a part for each of a list. A page in a browser need not load the library. Nothing in
 * the data is taken as a template. Throws TypeError, naming the field, for a value that the data has not.
 */
export const fillTemplate = (template: object, data: Data): unknown => filled(template, data);
