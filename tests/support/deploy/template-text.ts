import { isJsonArray, isJsonObject, type Json, type JsonObject, scalarToText } from '../../../deploy/azure/json.ts';

/** A resource of a template as it is written, with the text of its id as an expression names it. */
export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly condition: string;
  readonly dependsOn: readonly string[];
  /** As it stands in the template, without `dependsOn`. */
  readonly said: JsonObject;
}

/** Whether Azure works a text out: one in brackets, and not in doubled ones, which say a bracket. */
export const isExpression = (value: Json | undefined): boolean => typeof value === 'string' && /^\[(?!\[)/u.test(value);

/** An expression without its brackets, or a text as an expression says it. */
export const expressionBody = (text: string): string => (isExpression(text) ? text.slice(1, -1) : `'${text}'`);

/** Where the bracket that opens at a place is closed, -1 if it is not. */
export function findClosingBracket(text: string, open: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = open; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if ('(['.includes(sign)) depth += 1;
    if (')]'.includes(sign)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Each call of a function in an expression, whole. */
export const findCalls = (name: string, text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\b${name}\\(`, 'gu'))].map(({ 0: { length }, index }) =>
    text.slice(index, findClosingBracket(text, index + length - 1) + 1),
  );

/** What a call is given, as it is written. */
export function callArguments(call: string): readonly string[] {
  const text = call.slice(call.indexOf('(') + 1, -1);
  const given: string[] = [];
  let [from, depth, isQuoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === "'") isQuoted = !isQuoted;
    else if (!isQuoted && '(['.includes(sign)) depth += 1;
    else if (!isQuoted && ')]'.includes(sign)) depth -= 1;
    else if (!isQuoted && depth === 0 && sign === ',') {
      given.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...given, text.slice(from).trim()].filter((one) => one !== '');
}

/** The names of a resource and of those that it is a part of, each as an expression. */
export function splitNames(name: string): readonly string[] {
  const text = expressionBody(name);
  if (!text.startsWith("format('{0}/")) return [text];
  return callArguments(text).slice(1);
}

function idOf(type: string, name: string, scope: string | undefined): string {
  if (scope !== undefined) return `extensionResourceId(${expressionBody(scope)}, '${type}', ${expressionBody(name)})`;
  return `resourceId(${[`'${type}'`, ...splitNames(name)].join(', ')})`;
}

/** The resources of a template. */
export function listResources(template: Json): readonly TemplateResource[] {
  const written =
    isJsonObject(template) && isJsonArray(template.resources) ? template.resources.filter(isJsonObject) : [];
  return written.map(({ dependsOn, ...said }) => {
    const [type, name] = [scalarToText(said.type), scalarToText(said.name)];
    return {
      id: idOf(type, name, typeof said.scope === 'string' ? said.scope : undefined),
      type,
      name,
      condition: scalarToText(said.condition),
      dependsOn: isJsonArray(dependsOn) ? dependsOn.map(scalarToText) : [],
      said,
    };
  });
}

/** All texts in a value, names among them. */
export const listTexts = (value: Json | undefined): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : isJsonArray(value)
      ? value.flatMap(listTexts)
      : isJsonObject(value)
        ? [...Object.keys(value), ...Object.values(value).flatMap(listTexts)]
        : [];
