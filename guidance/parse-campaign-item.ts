import { Marked, type Token, type Tokens } from 'marked';
import { z } from 'zod';
import { type CampaignItem, campaignItemSchema } from '../core/model/campaign-item.ts';
import { languages } from '../core/model/language.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { ItemProblem } from './check-campaign-item.ts';
import { isSourceTooLarge } from './parse-blocks.ts';
import type { BilingualSource } from './parse-topic.ts';

export type ItemParseResult =
  | { readonly kind: 'item'; readonly item: CampaignItem }
  | { readonly kind: 'problems'; readonly problems: readonly ItemProblem[] };

const headSchema = z.strictObject({
  title: z.string(),
  week: z
    .string()
    .regex(/^\d{1,2}$/u)
    .transform(Number),
  topic: z.string(),
  pulse: z.enum(['before', 'after']).optional(),
  figures: z.literal('saidAndDid').optional(),
});

interface SceneText {
  readonly text: string;
  readonly options: readonly { readonly text: string; readonly reveal: string }[];
}
interface ItemFile {
  readonly head: z.infer<typeof headSchema>;
  readonly body: string;
  readonly scene: SceneText | undefined;
}

const marked = new Marked({ gfm: true });
const isList = (token: Token): token is Tokens.List => token.type === 'list';

/** A paragraph, then a list of choices, each with its answer below. */
function parseScene(source: string): SceneText | undefined {
  const [text, list, ...more] = marked.lexer(source).filter(({ type }) => type !== 'space');
  if (text?.type !== 'paragraph' || list === undefined || !isList(list) || more.length > 0) return undefined;
  const options = list.items.map(({ tokens }) => {
    const [choice, reveal, ...rest] = tokens.filter(({ type }) => type !== 'space').map(({ raw }) => raw.trim());
    return choice === undefined || reveal === undefined || rest.length > 0 ? undefined : { text: choice, reveal };
  });
  const whole = options.filter((option) => option !== undefined);
  return whole.length === options.length ? { text: text.raw.trim(), options: whole } : undefined;
}

function parseFile(source: string): ItemFile | undefined {
  if (isSourceTooLarge(source)) return undefined;
  const split = splitFrontMatter(source);
  const head = headSchema.safeParse(split?.lines).data;
  if (split === undefined || head === undefined) return undefined;
  const [body = '', scene, ...more] = split.body.split(/^## .*$/mu);
  if (more.length > 0) return undefined;
  if (scene === undefined) return { head, body: body.trim(), scene: undefined };
  const read = parseScene(scene);
  return read && { head, body: body.trim(), scene: read };
}

function fileShape({ head, scene }: ItemFile): string {
  const { title: _title, ...rest } = head;
  return JSON.stringify([rest, scene?.options.length]);
}

const mergeFiles = (en: ItemFile, cy: ItemFile): unknown => ({
  ...en.head,
  title: { en: en.head.title, cy: cy.head.title },
  body: { en: en.body, cy: cy.body },
  ...(en.scene && {
    scene: {
      text: { en: en.scene.text, cy: cy.scene?.text },
      options: en.scene.options.map(({ text, reveal }, at) => ({
        text: { en: text, cy: cy.scene?.options[at]?.text },
        reveal: { en: reveal, cy: cy.scene?.options[at]?.reveal },
      })),
    },
  }),
});

/** From its two files. Never throws. `checkItem` says if it can be sent. */
export function parseItem(id: string, source: BilingualSource): ItemParseResult {
  const missing = languages.filter((language) => source[language].trim() === '');
  if (missing.length > 0)
    return { kind: 'problems', problems: missing.map((language) => ({ code: 'missing', language })) };
  const [en, cy] = [parseFile(source.en), parseFile(source.cy)];
  if (en === undefined || cy === undefined) {
    const broken = languages.filter((language) => (language === 'en' ? en : cy) === undefined);
    return { kind: 'problems', problems: broken.map((language) => ({ code: 'file', language })) };
  }
  const item =
    fileShape(en) === fileShape(cy)
      ? campaignItemSchema.safeParse({ id, ...Object(mergeFiles(en, cy)) }).data
      : undefined;
  return item ? { kind: 'item', item } : { kind: 'problems', problems: [{ code: 'filesDiffer' }] };
}
