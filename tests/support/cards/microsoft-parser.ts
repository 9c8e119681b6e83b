import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { z } from 'zod';

// The package's own entry is written for bundlers; its bundle is what Node can load.
const microsoft: typeof AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

interface Described {
  getSchema(): AdaptiveCards.SerializableObjectSchema;
}

/** The lists that the parser reads by hand, and so does not name among an element's properties. */
const lists: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['body', 'actions', 'msteams'],
  ActionSet: ['actions'],
  Column: ['items'],
  ColumnSet: ['columns'],
  Container: ['items'],
  RichTextBlock: ['inlines'],
  Table: ['rows'],
  TableCell: ['items'],
  TableRow: ['cells'],
};

const parts: Readonly<Record<string, () => Described>> = {
  AdaptiveCard: () => new microsoft.AdaptiveCard(),
  Column: () => new microsoft.Column(),
  TableRow: () => new microsoft.TableRow(),
  TableCell: () => new microsoft.TableCell(),
  TextRun: () => new microsoft.TextRun(),
};

/** What objects are that bear no type, by the property that holds them. */
const untyped: Readonly<Record<string, () => Described>> = {
  facts: () => new microsoft.Fact(),
  choices: () => new microsoft.Choice(),
  columns: () => new microsoft.TableColumnDefinition(),
};

const record = z.record(z.string(), z.unknown());

/**
 * What Microsoft's own parser, held to version 1.5, says against a card, and the types and properties that it does not
 * know, of which it says nothing itself. Empty for a good card.
 */
export function microsoftProblems(card: unknown): readonly string[] {
  const context = new microsoft.SerializationContext(microsoft.Versions.v1_5);
  // The parser tests `lang` with a global expression that it keeps, and so refuses the same language every other time.
  const { regEx } = microsoft.CardElement.langProperty;
  if (regEx) regEx.lastIndex = 0;
  const parsed = new microsoft.AdaptiveCard();
  parsed.parse(record.parse(card), context);
  const said = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validated = parsed.validateProperties().validationEvents.map(({ message }) => message);
  return [...said, ...validated, ...unknownProperties(card, 'card', '')];
}

function unknownProperties(value: unknown, path: string, within: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => unknownProperties(item, `${path}.${index}`, within));
  const object = record.safeParse(value);
  if (!object.success) return [];
  const type = typeof object.data['type'] === 'string' ? object.data['type'] : '';
  // The parser reads these by hand, and has no schema of them.
  if (within === 'targetElements') return unknownAmong(object.data, ['elementId', 'isVisible'], path);
  const described = describe(type) ?? untyped[within]?.();
  if (described === undefined) return [`${path}: unknown type ${type}`];
  const known = new Set(['type', ...propertiesOf(described), ...(lists[type] ?? [])]);
  return Object.entries(object.data).flatMap(([key, inner]) => {
    if (!known.has(key)) return [`${path}.${key}: unknown property`];
    // Free for the bot, or for Teams: nothing that the parser would look into.
    return key === 'data' || key === 'msteams' ? [] : unknownProperties(inner, `${path}.${key}`, key);
  });
}

const unknownAmong = (object: object, known: readonly string[], path: string): readonly string[] =>
  Object.keys(object).flatMap((key) => (known.includes(key) ? [] : [`${path}.${key}: unknown property`]));

function describe(type: string): Described | undefined {
  const part = parts[type];
  if (part !== undefined) return part();
  const { elements, actions } = microsoft.GlobalRegistry;
  return (
    elements.createInstance(type, microsoft.Versions.v1_5) ?? actions.createInstance(type, microsoft.Versions.v1_5)
  );
}

function propertiesOf(described: Described): readonly string[] {
  const schema = described.getSchema();
  return Array.from({ length: schema.getCount() }, (_, index) => schema.getItemAt(index))
    .filter(({ targetVersion }) => targetVersion.compareTo(microsoft.Versions.v1_5) <= 0)
    .map(({ name }) => name);
}
