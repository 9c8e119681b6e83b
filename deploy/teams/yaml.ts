import { isJsonArray, isJsonObject, type Json } from '../azure/json.ts';

const isPlainScalar = (text: string): boolean =>
  /^[A-Za-z][\w./-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text);

/** In quotes if it could be taken for something else. */
const toYamlScalar = (value: Json): string =>
  typeof value === 'string' && isPlainScalar(value) ? value : JSON.stringify(value);

function toYamlLines(value: Json, indent: string): readonly string[] {
  if (isJsonArray(value))
    return value.flatMap((one) => {
      const [first, ...rest] = toYamlLines(one, `${indent}  `);
      return [`${indent}- ${(first ?? '').trimStart()}`, ...rest];
    });
  if (!isJsonObject(value)) return [`${indent}${toYamlScalar(value)}`];
  return Object.entries(value).flatMap(([name, one]) =>
    (isJsonObject(one) && Object.keys(one).length > 0) || (isJsonArray(one) && one.length > 0)
      ? [`${indent}${toYamlScalar(name)}:`, ...toYamlLines(one, `${indent}  `)]
      : [`${indent}${toYamlScalar(name)}: ${toYamlScalar(one)}`],
  );
}

export const toYaml = (value: Json): string => `${toYamlLines(value, '').join('\n')}\n`;
