import { parseSync } from 'vite';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/**
 * The names of the tests in the source of a test file, in their order: `describe > it`. A pattern of `it.each` and the
 * places of a template literal are left as the source has them. Throws if the source cannot be parsed.
 */
export function testNames(path: string, source: string): readonly string[] {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const names: string[] = [];
  const visit = (value: unknown, parents: readonly string[]): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, parents);
    if (!isNode(value)) return;
    const block = blockOf(value, source);
    if (block === undefined) for (const child of Object.values(value)) visit(child, parents);
    else if (block.kind === 'describe') visit(block.body, [...parents, block.title]);
    else names.push([...parents, block.title].join(' > '));
  };
  visit(program.body, []);
  return names;
}

/** The block of tests that a call opens: `it(title, body)`, or the second call of `it.each(table)(title, body)`. */
function blockOf(node: Node, source: string): { kind: 'describe' | 'it'; title: string; body: unknown } | undefined {
  if (node['type'] !== 'CallExpression' || !Array.isArray(node['arguments'])) return undefined;
  const kind = calleeOf(node['callee']);
  const [title, ...body]: unknown[] = node['arguments'];
  const text = titleOf(title, source);
  return kind === undefined || text === undefined || body.length === 0 ? undefined : { kind, title: text, body };
}

function calleeOf(callee: unknown): 'describe' | 'it' | undefined {
  if (!isNode(callee)) return undefined;
  if (callee['type'] === 'CallExpression') return calleeOf(callee['callee']);
  if (callee['type'] === 'TaggedTemplateExpression') return calleeOf(callee['tag']);
  if (callee['type'] === 'MemberExpression') return calleeOf(callee['object']);
  const name = callee['name'];
  return name === 'describe' || name === 'it' ? name : undefined;
}

function titleOf(title: unknown, source: string): string | undefined {
  if (!isNode(title)) return undefined;
  if (title['type'] === 'Literal' && typeof title['value'] === 'string') return title['value'];
  const { start, end } = title;
  const isTemplate = title['type'] === 'TemplateLiteral' && typeof start === 'number' && typeof end === 'number';
  return isTemplate ? source.slice(start + 1, end - 1) : undefined;
}
