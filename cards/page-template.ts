import { Template } from 'adaptivecards-templating';
import { isTemplateData, parsePlaceholder, throwUnsupportedTemplate, repeatKey } from './card-renderer.ts';
import page from './templates/page.json' with { type: 'json' };

/** The library removes `$data`, so each part names its list itself; `lists` gets one of each list. */
function markLists(part: unknown, lists: Record<string, unknown>): unknown {
  if (typeof part === 'string') {
    // Throws for any other expression before the library could evaluate it.
    parsePlaceholder(part);
    return part;
  }
  if (Array.isArray(part)) return part.map((one) => markLists(one, lists));
  if (!isTemplateData(part)) return part;
  const { $data: list, ...frame } = part;
  if (Object.keys(frame).some((name) => name.startsWith('$'))) return throwUnsupportedTemplate();
  const markEntries = (within: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(frame).map(([name, value]) => [name, markLists(value, within)]));
  if (list === undefined) return markEntries(lists);
  const name = (typeof list === 'string' ? parsePlaceholder(list) : undefined) ?? throwUnsupportedTemplate();
  const one = {};
  lists[name] = [one];
  return { $data: list, [repeatKey]: name, ...markEntries(one) };
}

/**
 * Has Microsoft's library expand a template once, with one item of each list and every placeholder left in. Throws
 * TypeError for more than placeholders and lists.
 */
export function compileTemplate(template: object): object {
  const lists = {};
  const named = markLists(template, lists);
  return Object(new Template(Object(named)).expand({ $root: lists }));
}

/** Holds no data, so a release compiles it once at build time. */
export const pageTemplate: object = compileTemplate(page);
