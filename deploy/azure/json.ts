/** Anything that stands in a file of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether a value has names and is no list. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a list. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** A value by the names that lead to it; `undefined` where one of them is not there. */
export function at(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  const [name, ...others] = names;
  if (name === undefined) return value;
  return isObject(value) && Object.hasOwn(value, name) ? at(value[name], ...others) : undefined;
}

/** A value as a sentence can name it: what is no text, number or truth has no name. */
export const spoken = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
