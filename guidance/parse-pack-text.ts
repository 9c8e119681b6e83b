import { z } from 'zod';
import { languages, type Language } from '../core/model/language.ts';
import { textStructure } from './check-topic.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseBlocks } from './parse-blocks.ts';
import type { BilingualSource } from './parse-topic.ts';
import type { Block, TopicText } from './topic.ts';

export type PackText = Readonly<Record<Language, TopicText>>;

const headSchema = z.strictObject({ title: z.string().min(1).max(80) });

function parseFile(source: string): TopicText | undefined {
  const split = splitFrontMatter(source);
  const head = headSchema.safeParse(split?.lines).data;
  if (split === undefined || head === undefined) return undefined;
  const { blocks, problems } = parseBlocks(split.body);
  return problems.length > 0 ? undefined : { title: head.title, blocks };
}

/** `undefined` if a file cannot be read, or the two differ in shape. */
export function parsePackText(source: BilingualSource): PackText | undefined {
  const [en, cy] = languages.map((language) => parseFile(source[language]));
  if (en === undefined || cy === undefined) return undefined;
  return textStructure(en.blocks) === textStructure(cy.blocks) ? { en, cy } : undefined;
}

/** A page for each heading. Leaves out text before the first. */
export function splitPages(
  blocks: readonly Block[],
): readonly { readonly title: string; readonly blocks: readonly Block[] }[] {
  const pages: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') pages.push({ title: block.text, blocks: [] });
    else pages.at(-1)?.blocks.push(block);
  }
  return pages;
}
