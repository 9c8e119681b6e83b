import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  getByPath,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  scalarToText,
} from '../../../deploy/azure/json.ts';
import { isExpression } from './template-text.ts';

const propertySchema = z.tuple([z.string()], z.string());
/** A type, then what marks it: "required", "readOnly", its limits. */
type Property = z.infer<typeof propertySchema>;

const plainShape = z.object({
  properties: z.record(z.string(), propertySchema).optional(),
  additional: z.string().optional(),
  discriminator: z.string().optional(),
});
const shapeSchema = plainShape.extend({ elements: z.array(plainShape).optional() });
type Shape = z.infer<typeof shapeSchema>;

const schemasSchema = z.record(z.string(), z.record(z.string(), shapeSchema));
/** Of each type of resource the shapes that its parts have, `$root` its own. */
type ResourceSchemas = z.infer<typeof schemasSchema>;

const read = (name: string): ResourceSchemas =>
  schemasSchema.parse(JSON.parse(readFileSync(new URL(`../../fixtures/azure/${name}`, import.meta.url), 'utf8')));

/**
 * Azure's own schemas, as far as the templates go into them: those that Microsoft's server for tools prints
 * (`fetch-schemas.ts` writes them), and those of alerts and names, which it does not know and which
 * were read out of Microsoft's libraries for them.
 */
const resourceSchemas = (): ResourceSchemas => ({
  ...read('azure-schemas.json'),
  ...read('monitor-schemas.json'),
});

/** Parts of a resource that are for the template and not for Azure's own schema. */
const ofTemplate = new Set(['dependsOn', 'condition', 'comments', 'scope', 'apiVersion', 'type']);

/** A closed list of words that ends in "string" is open: Azure takes others as well. */
const isOpen = (type: string): boolean => /(?:^|\| )string$/u.test(type);

const numberIn = (limits: string, name: string): number | undefined => {
  const found = new RegExp(`${name}: (\\d+)`, 'u').exec(limits)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Whether a text or a number breaks the limits of its property. */
function outsideLimits(value: string | number, limits: string): boolean {
  const size = typeof value === 'string' ? value.length : value;
  const [least, most] = typeof value === 'string' ? ['minLength', 'maxLength'] : ['minValue', 'maxValue'];
  const pattern = typeof value === 'string' ? /pattern: (\S+)$/u.exec(limits)?.[1] : undefined;
  return (
    size < (numberIn(limits, least ?? '') ?? -Infinity) ||
    size > (numberIn(limits, most ?? '') ?? Infinity) ||
    (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value))
  );
}

/** Whether a value that is neither a list nor an object is of a type. */
function isOf(type: string, value: string | number | boolean | null): boolean {
  if (type === 'any') return true;
  if (type === 'int') return Number.isInteger(value);
  if (type === 'bool') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  return isOpen(type) || type.split(' | ').includes(value);
}

type Types = Readonly<Record<string, Shape>>;

/** Whether an expression may stand for a number or a truth: it is a parameter that is declared as one. */
const isParameterOf = (type: string, text: string, template: Json): boolean => {
  const [, name = ''] = /^\[parameters\('([^']*)'\)\]$/u.exec(text) ?? [];
  return getByPath(template, 'parameters', name, 'type') === type;
};

function wrongWith(property: Property, value: Json, path: string, types: Types, template: Json): readonly string[] {
  const [type, ...marks] = property;
  if (typeof value === 'string' && isExpression(value)) {
    const isRight = !['int', 'bool'].includes(type) || isParameterOf(type, value, template);
    return isRight ? [] : [`${path}: no parameter of the type ${type} stands there`];
  }
  if (type.endsWith('[]')) {
    if (!isJsonArray(value)) return [`${path}: a list was expected`];
    const one: Property = [
      type.slice(0, -2).replace(/^\((.*)\)$/u, '$1'),
      ...marks.filter((mark) => mark !== 'required'),
    ];
    return value.flatMap((item, place) => wrongWith(one, item, `${path}[${place}]`, types, template));
  }
  const shape = types[type];
  if (shape !== undefined)
    return isJsonObject(value) ? wrongIn(shape, value, path, types, template) : [`${path}: an object was expected`];
  if (type === 'any') return [];
  if (typeof value === 'object' && value !== null)
    return [`${path}: ${type} was expected, or its schema is not kept: see fetch-schemas.ts`];
  if (!isOf(type, value)) return [`${path}: ${JSON.stringify(value)} is not ${type}`];
  const limits = marks.filter((mark) => mark !== 'required' && mark !== 'readOnly').join(', ');
  return (typeof value === 'string' || typeof value === 'number') && outsideLimits(value, limits)
    ? [`${path}: ${JSON.stringify(value)} is outside ${limits}`]
    : [];
}

function wrongIn(shape: Shape, value: JsonObject, path: string, types: Types, template: Json): readonly string[] {
  if (shape.discriminator !== undefined) {
    const { discriminator } = shape;
    const element = shape.elements?.find((one) => one.properties?.[discriminator]?.[0] === value[discriminator]);
    return element
      ? wrongIn(element, value, path, types, template)
      : [`${path}.${discriminator}: it names no kind there is`];
  }
  const properties = shape.properties ?? {};
  const missing = Object.entries(properties)
    .filter(([name, [, ...marks]]) => marks.includes('required') && !marks.includes('readOnly') && !(name in value))
    .map(([name]) => `${path}: ${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, one]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined)
      return shape.additional === undefined
        ? [`${path}.${name}: there is no such property`]
        : wrongWith([shape.additional], one, `${path}.${name}`, types, template);
    if (property.includes('readOnly')) return [`${path}.${name}: it can be read only`];
    return wrongWith(property, one, `${path}.${name}`, types, template);
  });
  return [...missing, ...wrong];
}

/**
 * All that Azure's own schemas find wrong with the resources of a template, each with where it stands. An expression is
 * taken for what it should come to, but for a number and a truth.
 */
export function schemaProblems(template: Json): readonly string[] {
  const [resources, schemas] = [getByPath(template, 'resources'), resourceSchemas()];
  return (isJsonArray(resources) ? resources : []).flatMap((resource) => {
    if (!isJsonObject(resource)) return ['A resource is no object'];
    const { type, name, apiVersion } = resource;
    const path = `${scalarToText(type)} ${scalarToText(name)}`;
    const types = typeof type === 'string' ? schemas[type] : undefined;
    const root = types?.$root;
    if (types === undefined || root === undefined) return [`${path}: there is no schema of it`];
    const known = root.properties?.apiVersion?.[0];
    const body = Object.fromEntries(Object.entries(resource).filter(([one]) => !ofTemplate.has(one)));
    return [
      ...(apiVersion === known
        ? []
        : [`${path}: version ${scalarToText(apiVersion)} is not that of the schema, ${scalarToText(known)}`]),
      ...wrongIn(root, body, path, types, template),
    ];
  });
}
