import { z } from 'zod';
import { action } from './card-actions.ts';
import { inputs } from './card-inputs.ts';
import { anyElement, containerStyle, horizontal, pixels, spacing, textLook, vertical } from './card-vocabulary.ts';

// Written from the facts of schema 1.5, and only as much of it as Candour may use. An unknown property is an error.

const element: z.ZodType = z.lazy(() => z.discriminatedUnion('type', [...plain, ...nesting, ...inputs]));
const elements = z.array(element);
const aligned = { horizontalAlignment: horizontal.optional() };
const box = { style: containerStyle.optional(), bleed: z.boolean().optional(), minHeight: pixels.optional() };
const cells = {
  horizontalCellContentAlignment: horizontal.optional(),
  verticalCellContentAlignment: vertical.optional(),
};

const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string(),
  ...textLook,
  highlight: z.boolean().optional(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
});

const plain = [
  z.strictObject({
    type: z.literal('TextBlock'),
    ...anyElement,
    ...aligned,
    ...textLook,
    text: z.string().min(1),
    maxLines: z.int().positive().optional(),
    wrap: z.boolean().optional(),
    style: z.enum(['default', 'heading']).optional(),
  }),
  z.strictObject({ type: z.literal('RichTextBlock'), ...anyElement, ...aligned, inlines: z.array(textRun).min(1) }),
  z.strictObject({
    type: z.literal('FactSet'),
    ...anyElement,
    facts: z.array(z.strictObject({ title: z.string().min(1), value: z.string() })).min(1),
  }),
  z.strictObject({
    type: z.literal('Image'),
    ...anyElement,
    ...aligned,
    height: z.union([pixels, z.enum(['auto', 'stretch'])]).optional(),
    // Never one that a client would fetch: whoever serves it would learn who looks.
    url: z.string().startsWith('data:image/'),
    altText: z.string().min(1),
    size: z.enum(['auto', 'stretch', 'small', 'medium', 'large']).optional(),
    style: z.enum(['default', 'person']).optional(),
    width: pixels.optional(),
    backgroundColor: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('ActionSet'), ...anyElement, actions: z.array(action).min(1) }),
] as const;

const column = z.strictObject({
  type: z.literal('Column'),
  id: anyElement.id,
  isVisible: anyElement.isVisible,
  separator: anyElement.separator,
  spacing: spacing.optional(),
  ...box,
  items: elements,
  verticalContentAlignment: vertical.optional(),
  width: z.union([z.enum(['auto', 'stretch']), pixels, z.number().positive()]).optional(),
});

const tableCell = z.strictObject({
  type: z.literal('TableCell'),
  ...box,
  items: elements,
  verticalContentAlignment: vertical.optional(),
});
const tableRow = z.strictObject({
  type: z.literal('TableRow'),
  style: containerStyle.optional(),
  ...cells,
  cells: z.array(tableCell).min(1),
});
const tableColumn = z.strictObject({
  ...cells,
  type: z.literal('TableColumnDefinition').optional(),
  width: z.union([pixels, z.number().positive()]).optional(),
});

const nesting = [
  z.strictObject({
    type: z.literal('Container'),
    ...anyElement,
    ...box,
    items: elements,
    verticalContentAlignment: vertical.optional(),
  }),
  z.strictObject({ type: z.literal('ColumnSet'), ...anyElement, ...box, ...aligned, columns: z.array(column).min(1) }),
  // firstRowAsHeader is left out: the schema and the renderer spell it differently, and both take true where it is not.
  z
    .strictObject({
      type: z.literal('Table'),
      ...anyElement,
      ...cells,
      columns: z.array(tableColumn).min(1),
      rows: z.array(tableRow).min(1),
      showGridLines: z.boolean().optional(),
      gridStyle: containerStyle.optional(),
    })
    .refine(
      ({ columns, rows }) => rows.every((row) => row.cells.length === columns.length),
      'as many cells in each row as there are columns',
    ),
] as const;

/**
 * An Adaptive Card of schema 1.5 as Candour may send it. `speak` is left out: the renderer makes of it a name for an
 * element that may not have one.
 */
export const adaptiveCardSchema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('https://adaptivecards.io/schemas/adaptive-card.json').optional(),
  version: z.literal('1.5'),
  lang: z.enum(['en', 'cy']).optional(),
  body: elements.min(1),
  actions: z.array(action).optional(),
  fallbackText: z.string().min(1).optional(),
  minHeight: pixels.optional(),
  verticalContentAlignment: vertical.optional(),
  msteams: z.strictObject({ width: z.literal('Full') }).optional(),
});
