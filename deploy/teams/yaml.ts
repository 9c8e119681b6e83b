import { isList, isObject, type Json } from '../azure/json.ts';

const isPlain = (text: string): boolean =>
  /^[A-Za-z][\w./-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text);

/** In quotes if it could be taken for something else. */
const scalar = (value: Json): string => (typeof value === 'string' && isPlain(value) ? value : JSON.stringify(value));

function lines(value: Json, indent: string): readonly string[] {
  if (isList(value))
    return value.flatMap((one) => {
      const [first, ...rest] = lines(one, `${indent}  `);
      return [`${indent}- ${(first ?? '').trimStart()}`, ...rest];
    });
  if (!isObject(value)) return [`${indent}${scalar(value)}`];
  return Object.entries(value).flatMap(([name, one]) =>
    (isObject(one) && Object.keys(one).length > 0) || (isList(one) && one.length > 0)
      ? [`${indent}${scalar(name)}:`, ...lines(one, `${indent}  `)]
      : [`${indent}${scalar(name)}: ${scalar(one)}`],
  );
}

export const asYaml = (value: Json): string => `${lines(value, '').join('\n')}\n`;
