import { z } from 'zod';
import type { Json } from '../../../deploy/azure/json.ts';

interface Line {
  readonly depth: number;
  readonly text: string;
  readonly number: number;
}

const jsonSchema: z.ZodType<Json> = z.json();

/** A scalar, or a list in brackets, of plain words and of texts in single quotes. */
function parseValue(text: string, number: number): Json {
  const list = /^\[(.*)\]$/u.exec(text)?.[1];
  if (list !== undefined) return list.split(', ').map((one) => parseValue(one, number));
  const quoted = /^'((?:[^']|'')*)'$/u.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  if (/^(?:\d+|true|false|null)$/u.test(text)) return jsonSchema.parse(JSON.parse(text));
  if (/^[\w./$][^#'"]*$/u.test(text)) return text;
  throw new Error(`line ${number}: no value that this reads: ${text}`);
}

/**
 * Reads YAML as the files of deploy/ are written: maps and lists by two spaces, lists in brackets, plain words and single
 * quotes. Throws with the line for anything else. What Compose itself reads is compared by `npm run test:deploy`.
 */
export function readYaml(yaml: string): Json {
  const lines = yaml.split('\n').flatMap((whole, at): readonly Line[] => {
    const [, indent = '', text = ''] = /^( *)(.*)$/u.exec(whole) ?? [];
    return text === '' || text.startsWith('#') ? [] : [{ depth: indent.length, text, number: at + 1 }];
  });
  let at = 0;

  function readList(depth: number): Json {
    const list: Json[] = [];
    for (
      let line = lines[at];
      line !== undefined && line.depth === depth && line.text.startsWith('- ');
      line = lines[at]
    ) {
      lines[at] = { ...line, depth: depth + 2, text: line.text.slice(2) };
      list.push(
        /^[\w-]+:(?: |$)/u.test(line.text.slice(2)) ? readMap(depth + 2) : parseValue(line.text.slice(2), line.number),
      );
      if (lines[at]?.number === line.number) at += 1;
    }
    return list;
  }

  function readMap(depth: number): Json {
    const map: Record<string, Json> = {};
    for (let line = lines[at]; line !== undefined && line.depth === depth; line = lines[at]) {
      const [, name, value = ''] = /^([\w.-]+):(?: (.+))?$/u.exec(line.text) ?? [];
      if (name === undefined || name in map) throw new Error(`line ${line.number}: no name that this reads`);
      at += 1;
      const next = lines[at];
      if (value !== '') map[name] = parseValue(value, line.number);
      else if (next === undefined || next.depth <= depth) map[name] = null;
      else map[name] = next.text.startsWith('- ') ? readList(next.depth) : readMap(next.depth);
    }
    return map;
  }

  const read = readMap(0);
  const left = lines[at];
  if (left !== undefined) throw new Error(`line ${left.number}: it belongs to nothing`);
  return read;
}
