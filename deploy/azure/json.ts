export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isJsonArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** `undefined` if one of the names is missing. */
export function getByPath(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  const [name, ...others] = names;
  if (name === undefined) return value;
  return isJsonObject(value) && Object.hasOwn(value, name) ? getByPath(value[name], ...others) : undefined;
}

export const scalarToText = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
