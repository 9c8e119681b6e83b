import { TemplateError } from './template-error.ts';

/** An expression of Azure's templates, read. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: Expression };

/** Whether a text of a template is an expression: in brackets, and not doubled ones, which say a bracket. */
export const isExpression = (text: string): boolean => /^\[(?!\[).*\]$/su.test(text);

interface Reading {
  readonly expression: Expression;
  readonly rest: string;
}

const take = (pattern: RegExp, text: string): readonly [found: string, rest: string] | undefined => {
  const found = pattern.exec(text);
  return found === null ? undefined : [found[0].trim(), text.slice(found[0].length)];
};

function expect(sign: string, text: string): string {
  const trimmed = text.trimStart();
  if (!trimmed.startsWith(sign)) throw new TemplateError(`"${sign}" is missing in an expression.`);
  return trimmed.slice(sign.length).trimStart();
}

function readGiven(text: string): { readonly given: readonly Expression[]; readonly rest: string } {
  if (text.startsWith(')')) return { given: [], rest: text.slice(1) };
  const given: Expression[] = [];
  for (let left = text; ; ) {
    const { expression, rest } = readPart(left);
    given.push(expression);
    const after = rest.trimStart();
    if (!after.startsWith(',')) return { given, rest: expect(')', after) };
    left = after.slice(1).trimStart();
  }
}

function readFirst(text: string): Reading {
  const quoted = take(/^'(?:[^']|'')*'/u, text);
  if (quoted)
    return {
      expression: { kind: 'value', value: quoted[0].slice(1, -1).replaceAll("''", "'") },
      rest: quoted[1],
    };
  const number = take(/^-?\d+/u, text);
  if (number) return { expression: { kind: 'value', value: Number(number[0]) }, rest: number[1] };
  const name = take(/^[A-Za-z]\w*/u, text);
  if (!name) throw new TemplateError('An expression begins with what is none.');
  const { given, rest } = readGiven(expect('(', name[1]));
  return { expression: { kind: 'call', name: name[0], given }, rest };
}

function readPart(text: string): Reading {
  let { expression, rest } = readFirst(text);
  for (;;) {
    const dotted = take(/^\.[A-Za-z]\w*/u, rest);
    if (dotted) {
      expression = { kind: 'member', of: expression, name: { kind: 'value', value: dotted[0].slice(1) } };
      rest = dotted[1];
    } else if (rest.startsWith('[')) {
      const inside = readPart(rest.slice(1).trimStart());
      expression = { kind: 'member', of: expression, name: inside.expression };
      rest = inside.rest.trimStart();
      if (!rest.startsWith(']')) throw new TemplateError('"]" is missing in an expression.');
      rest = rest.slice(1);
    } else return { expression, rest };
  }
}

/** The expression that a text of a template holds, its brackets with it. Throws TemplateError where it cannot be read. */
export function readExpression(text: string): Expression {
  const { expression, rest } = readPart(text.slice(1, -1).trim());
  if (rest.trim() !== '') throw new TemplateError('Something follows the end of an expression.');
  return expression;
}
