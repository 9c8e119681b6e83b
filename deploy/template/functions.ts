import { createHash } from 'node:crypto';
import { isList, isObject, type Json, spoken } from './json.ts';
import { TemplateError } from './template-error.ts';

const text = (value: Json | undefined): string => {
  if (typeof value !== 'string') throw new TemplateError('A text was expected in an expression.');
  return value;
};
const truth = (value: Json | undefined): boolean => {
  if (typeof value !== 'boolean') throw new TemplateError('True or false was expected in an expression.');
  return value;
};

const digest = (values: readonly Json[]): string => createHash('sha256').update(JSON.stringify(values)).digest('hex');

const isEmpty = (value: Json | undefined): boolean =>
  value === null ||
  value === '' ||
  (isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0);

function contains([whole, part]: readonly Json[]): boolean {
  if (isList(whole)) return whole.some((one) => one === part);
  if (isObject(whole)) return Object.hasOwn(whole, text(part));
  return text(whole).includes(text(part));
}

function object(given: readonly Json[]): Json {
  const pairs = given.flatMap((name, place) =>
    place % 2 === 0 ? [[text(name), given[place + 1] ?? null] as const] : [],
  );
  return Object.fromEntries(pairs);
}

/**
 * The functions of Azure's templates that Candour's use and that need nothing but what they are given. `guid` and
 * `uniqueString` are others than Azure's, and as steady: the same for the same.
 */
export const functions: Readonly<Record<string, (given: readonly Json[]) => Json>> = {
  and: (given) => given.every(truth),
  or: (given) => given.some(truth),
  not: ([value]) => !truth(value),
  equals: ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
  empty: ([value]) => isEmpty(value),
  contains,
  concat: (given) => (given.every(isList) ? given.flat() : given.map((one) => spoken(one)).join('')),
  createArray: (given) => given,
  createObject: object,
  format: ([pattern, ...values]) =>
    text(pattern).replaceAll(/\{(\d+)\}/gu, (_whole, place: string) => {
      const value = values[Number(place)];
      if (value === undefined) throw new TemplateError('A format says more than it is given.');
      return spoken(value);
    }),
  guid: (given) => digest(given).replace(/^(.{8})(.{4})(.{3})(.{3})(.{12}).*$/u, '$1-$2-5$3-a$4-$5'),
  items: ([value]) => {
    if (!isObject(value)) throw new TemplateError('items asks for an object.');
    return Object.keys(value)
      .sort()
      .map((key) => ({ key, value: value[key] ?? null }));
  },
  replace: ([whole, from, to]) => text(whole).replaceAll(text(from), text(to)),
  string: ([value]) => (typeof value === 'string' ? value : JSON.stringify(value)),
  toLower: ([value]) => text(value).toLowerCase(),
  uniqueString: (given) => digest(given).slice(0, 13),
};
