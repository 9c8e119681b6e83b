import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';

/** A heading or a paragraph, as it is read aloud. */
interface ReadElement {
  readonly tag: string;
  /** Where it is not that of the document. */
  readonly language: string | undefined;
  readonly text: string;
  /** The elements that it stands in, from the outermost: of a cell its table and its row. */
  readonly within?: readonly string[];
  /** Read aloud in place of its text. */
  readonly alternative?: string;
}

/** What a reader finds in a PDF. */
export interface ParsedPdf {
  /** The lines of each page, from its top to its foot. */
  readonly pages: readonly (readonly string[])[];
  /** In the order in which they are read; one that goes on on another page stands here once for each. */
  readonly elements: readonly ReadElement[];
  /** What is read aloud in none of them: such as the foot of a page, which is marked as being beside the text. */
  readonly beside: readonly string[];
  /** What is in no element and is not marked as being beside the text. */
  readonly unmarked: readonly string[];
  /** How far to the right something is drawn, in points. */
  readonly right: number;
  readonly sizes: readonly (readonly number[])[];
  readonly isTagged: boolean;
  readonly title: string;
  /** Whether a window shows the title, and not the name of the file. */
  readonly showsTitle: boolean;
  readonly language: string;
  readonly createdOn: string;
}

const infoSchema = z.object({ Title: z.string(), Language: z.string(), CreationDate: z.string() });
const preferencesSchema = z.object({ DisplayDocTitle: z.boolean().optional() });
const itemSchema = z.union([
  z.object({
    str: z.string(),
    hasEOL: z.boolean(),
    width: z.number(),
    transform: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  }),
  z.object({ type: z.string(), id: z.string().nullish(), tag: z.string().optional() }),
]);
const contentSchema = z.object({ type: z.literal('content'), id: z.string() });
const elementSchema = z.object({
  role: z.string(),
  lang: z.string().optional(),
  alt: z.string().optional(),
  get children() {
    return z.array(z.union([contentSchema, elementSchema]));
  },
});
type Element = z.infer<typeof elementSchema>;
const wholeSchema = z.object({ role: z.literal('Document'), children: z.array(elementSchema) });
const treeSchema = z.object({ role: z.literal('Root'), children: z.tuple([wholeSchema]) });

/** Text by the mark that it was drawn under: the name of a piece of an element, or the word for what is beside. */
function byMark(items: readonly z.infer<typeof itemSchema>[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const marks: string[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(item.id ?? item.tag ?? '');
    } else found.set(marks.at(-1) ?? '', (found.get(marks.at(-1) ?? '') ?? '') + item.str + (item.hasEOL ? '\n' : ''));
  }
  return found;
}

/** The elements that have text of their own, in their order, an element with others in it before those. */
function leavesOf(
  one: Element,
  textOf: (id: string) => string,
  within: readonly string[] = [],
): readonly ReadElement[] {
  const ids = one.children.flatMap((child) => ('id' in child ? [child.id] : []));
  const own: ReadElement = {
    tag: one.role,
    language: one.lang,
    text: ids.map(textOf).join(' '),
    ...(within.length > 0 && { within }),
    ...(one.alt !== undefined && { alternative: one.alt }),
  };
  const inner = one.children.flatMap((child) =>
    'role' in child ? leavesOf(child, textOf, [...within, one.role]) : [],
  );
  return [...(ids.length > 0 ? [own] : []), ...inner];
}

/** Reads a PDF by PDF.js, which draws them in Firefox. Throws where it is damaged or not as a tagged one should be. */
export async function parsePdf(bytes: Uint8Array): Promise<ParsedPdf> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { stopAtErrors: true });
  const { Title, Language, CreationDate } = infoSchema.parse((await pdf.getMetadata()).info);
  const read = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, place) => {
      const page = await pdf.getPage(place + 1);
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      const items = z.array(itemSchema).parse(content.items);
      const marked = byMark(items);
      const { children } = treeSchema.parse(await page.getStructTree()).children[0];
      const textOf = (id: string): string => (marked.get(id) ?? '').trim();
      return {
        lines: [...marked.values()]
          .join('\n')
          .split('\n')
          .filter((line) => line !== ''),
        elements: children.flatMap((one) => leavesOf(one, textOf)),
        beside: textOf('Artifact'),
        unmarked: textOf(''),
        right: Math.max(...items.map((item) => ('type' in item ? 0 : item.transform[4] + item.width))),
        size: page.view,
      };
    }),
  );
  return {
    pages: read.map(({ lines }) => lines),
    elements: read.flatMap(({ elements }) => elements),
    beside: read.map(({ beside }) => beside),
    unmarked: read.map(({ unmarked }) => unmarked).filter((text) => text !== ''),
    right: Math.max(...read.map(({ right }) => right)),
    sizes: read.map(({ size }) => z.array(z.number()).parse(size)),
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    title: Title,
    showsTitle: preferencesSchema.parse(await pdf.getViewerPreferences()).DisplayDocTitle === true,
    language: Language,
    createdOn: CreationDate,
  };
}
